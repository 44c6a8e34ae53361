"""Outside links: where the pages of a built site lead to beyond it, and what became of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urldefrag

import urllib3
from urllib3.exceptions import HTTPError

from casebook.content.library import Library
from casebook.content.progress import Progress, no_progress
from casebook.deploy.http_client import THREADS, is_address, joined, reason
from casebook.texts import commands as texts

CODE = "link-unreachable"
"""The code under which a file's `allow` lets a link pass."""

MOST_REDIRECTS = 5
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)


class LinkState(StrEnum):
    """What became of a link."""

    FINE = "fine"
    MOVED = "moved"
    """It works and says that its address is another one for good."""
    DEAD = "dead"
    UNREACHABLE = "unreachable"
    """Nobody can say: the server does not answer, or not to programs."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address outside the site, and the pages that lead there."""

    address: str
    pages: tuple[str, ...]
    """The addresses of the pages below the site, in order; empty for the home page."""


@dataclass(frozen=True, slots=True)
class CheckedLink:
    """A link and what became of it."""

    link: Link
    state: LinkState
    detail: str = ""
    """Where it has moved, or why there is nothing."""
    exemption: str | None = None
    """Why it may be as it is, in the words of whoever allowed it."""

    @property
    def counts(self) -> bool:
        """Whether somebody must mend it."""
        return self.state is LinkState.DEAD and self.exemption is None


class _LinkParser(HTMLParser):
    """Collects where a page leads to, and what it says that its own address is."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.own = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A link to edit the page is left out: it stands on every page and asks for a login."""
        values = {name: value or "" for name, value in attrs}
        address, kinds = values.get("href", "").strip(), values.get("rel", "").split()
        if tag in ("a", "area") and "edit" not in kinds and is_address(address):
            self.found.add(urldefrag(address).url)
        elif tag == "link" and "canonical" in kinds:
            self.own = address


def external_links(folder: Path) -> tuple[Link, ...]:
    """Every address beyond a built site that its pages lead to, each once, in order."""
    pages: dict[str, list[str]] = defaultdict(list)
    site_address = ""
    for path in sorted(folder.rglob("*.html")):
        reader = _LinkParser()
        reader.feed(path.read_text(encoding="utf-8", errors="replace"))
        address = path.relative_to(folder).as_posix().removesuffix("index.html")
        if not address:
            site_address = reader.own
        for found in reader.found:
            pages[found].append(address)
    return tuple(
        Link(address, tuple(pages[address]))
        for address in sorted(pages)
        if not (site_address and address.startswith(site_address))
    )


def exemptions(library: Library) -> dict[str, str]:
    """The addresses that files let pass, with the reasons."""
    return {
        allowance.text: allowance.reason
        for content in library.contents
        for allowance in content.fields.allow
        if allowance.code == CODE
    }


def check(
    links: Iterable[Link],
    exempt: Mapping[str, str],
    pool: urllib3.PoolManager,
    progress: Progress = no_progress,
) -> tuple[CheckedLink, ...]:
    """What became of links, in their order; exempt ones are asked too, for they may work again."""
    asked = tuple(links)
    with ThreadPoolExecutor(THREADS) as threads:
        results = threads.map(lambda link: state_of(link.address, pool), asked)
        try:
            return tuple(
                CheckedLink(link, *result, exempt.get(link.address))
                for link, result in zip(progress(asked, texts.ASKING_LINKS), results, strict=True)
            )
        except BaseException:
            threads.shutdown(cancel_futures=True)
            raise


def state_of(address: str, pool: urllib3.PoolManager) -> tuple[LinkState, str]:
    """What an address answers, and where or why."""
    here, lasting, has_moved = address, address, True
    for _ in range(MOST_REDIRECTS + 1):
        try:
            status, location = _answer(here, pool)
            if not location:
                break
            here = joined(here, location)
        except HTTPError as error:
            return LinkState.UNREACHABLE, reason(error)
        if not is_address(here):
            return LinkState.UNREACHABLE, texts.NO_ADDRESS
        # What stands behind a passing redirect may be elsewhere tomorrow.
        has_moved = has_moved and status in PERMANENT
        lasting = here if has_moved else lasting
    else:
        return LinkState.UNREACHABLE, texts.TOO_MANY_REDIRECTS
    if status in GONE:
        return LinkState.DEAD, texts.STATUS.format(status=status)
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return LinkState.UNREACHABLE, texts.STATUS.format(status=status)
    return (LinkState.MOVED, lasting) if lasting != address else (LinkState.FINE, "")


def _answer(address: str, pool: urllib3.PoolManager) -> tuple[int, str]:
    """The status of an address and where it redirects to; many servers know no HEAD."""
    try:
        status, location = _ask("HEAD", address, pool)
    except HTTPError:
        return _ask("GET", address, pool)
    return (status, location) if status < HTTPStatus.BAD_REQUEST else _ask("GET", address, pool)


def _ask(method: str, address: str, pool: urllib3.PoolManager) -> tuple[int, str]:
    response = pool.request(method, address, redirect=False, preload_content=False)
    try:
        return response.status, response.get_redirect_location() or ""
    finally:
        response.close()
