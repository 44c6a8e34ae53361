"""Building sites with the real commands, and reading what they wrote."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from . import forking
from .make import ROOT

CASEBOOK = Path(sys.executable).parent / "casebook"
SITE_NAME = "网络违法犯罪典型案例"
ADDRESS = "https://www.example.gov.cn/anli/"
"""Where a site is told that it stands; nothing is ever asked of it."""
ORIGIN = "http://site.invalid/"
"""A base to resolve relative links against; nothing is ever asked of it."""
PATIENCE = 120
"""Seconds in which a build must have ended."""
URL_ATTRIBUTES = ("href", "src", "poster", "data", "action", "formaction", "cite", "background")


def environment(**settings: str) -> dict[str, str]:
    """The environment of this process without casebook's own settings, and with `settings`."""
    kept = {
        name: value for name, value in os.environ.items() if "CASEBOOK" not in name and name != "CI"
    }
    return {
        **kept,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "CASEBOOK_CACHE": "no",
        **settings,
    }


def run_build(
    site: Path, *options: str, cases: Path | None = None, root: Path = ROOT, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Runs `casebook build` in the project at `root` and returns how it ended.

    Another generator must be chosen before anything is loaded, and needs a process of its own.
    """
    if cases is not None:
        settings["CASEBOOK_CASES"] = str(cases)
    arguments, env = ["build", "--site-dir", str(site), *options], environment(**settings)
    if "--generator" not in options:
        return forking.run(arguments, root, env, PATIENCE)
    return subprocess.run(
        [CASEBOOK, *arguments],
        cwd=root,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def built(
    site: Path, *options: str, cases: Path | None = None, root: Path = ROOT, **settings: str
) -> BuiltSite:
    """Builds a site that must succeed."""
    run = run_build(site, *options, cases=cases, root=root, **settings)
    assert run.returncode == 0, run.stdout + run.stderr
    return BuiltSite(site)


@dataclass(frozen=True)
class Html:
    """A page of a built site; `address` is empty for the home page."""

    address: str
    source: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.source, "html.parser")

    @cached_property
    def article(self) -> Tag:
        """What the page itself says, without the frame that all pages share."""
        found = self.soup.find("article")
        assert found is not None, self.address
        return found

    @cached_property
    def ids(self) -> list[str]:
        return [str(tag["id"]) for tag in self.soup.find_all(id=True)]

    @property
    def heading(self) -> str:
        (found,) = self.soup.find_all("h1")
        return text_of(found)

    @property
    def title(self) -> str:
        (found,) = self.soup.head.find_all("title")
        return text_of(found)

    @property
    def description(self) -> str:
        (found,) = self.soup.find_all("meta", attrs={"name": "description"})
        return str(found["content"])

    @property
    def case_ids(self) -> list[str]:
        """The cases that the page itself links to, in its order."""
        return [
            found
            for link in self.article.find_all("a", href=True)
            if (found := case_id(self.leads_to(str(link["href"]))))
        ]

    def addresses(self) -> Iterator[tuple[Tag, str]]:
        """Every address that the page's elements name."""
        for tag in self.soup.find_all(True):
            for name in URL_ATTRIBUTES:
                if tag.get(name) is not None:
                    yield tag, str(tag[name])
            for part in str(tag.get("srcset", "")).split(","):
                if part.strip():
                    yield tag, part.split()[0]
            if tag.name == "meta" and str(tag.get("http-equiv", "")).lower() == "refresh":
                yield tag, str(tag["content"]).partition("url=")[2]

    @cached_property
    def meta(self) -> dict[str, list[str]]:
        """What the page's meta tags say, by `name` or `property`."""
        found: dict[str, list[str]] = {}
        for tag in self.soup.find_all("meta", content=True):
            name = tag.get("name") or tag.get("property")
            if name:
                found.setdefault(str(name), []).append(str(tag["content"]))
        return found

    @property
    def linked_data(self) -> list[dict[str, Any]]:
        """The nodes of the page's linked data; none where it has no such element."""
        found = self.soup.find_all("script", type="application/ld+json")
        assert len(found) < 2, self.address
        return [node for tag in found for node in json.loads(tag.get_text())["@graph"]]

    def leads_to(self, href: str, base: str = ORIGIN) -> str:
        """The whole address that a browser makes of a link on this page."""
        return urljoin(base + self.address, href)

    def link(self, text: str, within: Tag | None = None) -> str:
        """The address below the site that the only link with this text leads to."""
        found = [
            self.leads_to(str(link["href"])).removeprefix(ORIGIN)
            for link in (within or self.article).find_all("a", href=True)
            if text in text_of(link)
        ]
        assert len(set(found)) == 1, (self.address, text, found)
        return found[0]


class BuiltSite:
    """A built folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def pages(self) -> dict[str, Html]:
        """All pages by address; the page for dead links is named by its file."""
        found = {}
        for path in sorted(self.folder.rglob("*.html")):
            address = path.relative_to(self.folder).as_posix().removesuffix("index.html")
            found[address] = Html(address, path.read_text(encoding="utf-8"))
        return found

    def page(self, address: str) -> Html:
        assert address in self.pages, sorted(self.pages)
        return self.pages[address]

    @cached_property
    def searched(self) -> list[dict[str, Any]]:
        """What the search shows of each case that it looks through, in the order of numbers."""
        manifest = json.loads((self.folder / "search/index.json").read_text(encoding="utf-8"))
        cases = self.folder / f"search/{manifest['version']}/cases"
        return [
            json.loads((cases / f"{number}.json").read_text(encoding="utf-8"))
            for number in range(manifest["cases"])
        ]

    @property
    def assets(self) -> str:
        """The folder of styles and scripts, which is named by what they hold."""
        (style_sheet,) = self.folder.glob("assets/*/casebook.css")
        return f"{style_sheet.parent.relative_to(self.folder).as_posix()}/"

    @property
    def own_pages(self) -> list[Html]:
        """All pages but the one for dead links."""
        return [page for page in self.pages.values() if page.address != "404.html"]

    def below(self, prefix: str) -> set[str]:
        """The addresses of all pages below an address, itself left out."""
        return {address for address in self.pages if address.startswith(prefix)} - {prefix}

    def file_at(self, url: str) -> Path:
        """The file a web server would answer an address of ORIGIN with."""
        path = unquote(urlsplit(url).path).removeprefix("/")
        return self.folder / (f"{path}index.html" if not path or path.endswith("/") else path)


def is_inside(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def every(pages: list[Html], wrong: Callable[[Html], object]) -> None:
    """Asserts that nothing is wrong with any page, naming each with what was found."""
    assert {page.address: found for page in pages if (found := wrong(page))} == {}


def case_id(url: str) -> str | None:
    """The id of the case that stands at an address, if it is one's."""
    match = re.fullmatch(r"/cases/([0-9]{4}-[0-9-]{5}-[a-z0-9-]+/[0-9]+)/", urlsplit(url).path)
    return match[1] if match else None


def text_of(tag: Tag) -> str:
    """The text of an element, its white space folded."""
    return " ".join(tag.get_text().split())


def digest(folder: Path) -> dict[str, str]:
    """Every file of a folder by its path, with a hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
