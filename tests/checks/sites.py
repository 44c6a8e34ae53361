"""Small made-up sites for the checks: a sound one, and changes laid over it.

The sound site lies in `tests/bad/_base/`: one bulletin of two cases, one of one case, two offence
groups and a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from casebook.build.checked_project import site_problems
from casebook.build.route_plan import plan_routes
from casebook.build.route_rules import aliases_unreserved
from casebook.checks import of_content, of_library, of_partial
from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.content.problem import Problem, in_order
from casebook.outputs.registry import all_outputs
from casebook.pages.site import plan_site

BAD = Path(__file__).parents[1] / "bad"
BASE = BAD / "_base"

TODAY = date(2026, 11, 22)
"""The day on which every site of the tests is looked at."""

OF_CONFIGURATION = {
    "yes-or-no",
    "contact-address",
    "organisation-incomplete",
    "mark-picture",
    "mark-missing",
    "mark-in-part",
    "site-address-missing",
}
"""The messages on what mkdocs.yml says: see test_organisation.py."""

OF_ITS_FORM = {"config-missing", "config-syntax", "config-not-mapping", "site-address"}
"""The messages on mkdocs.yml as a file: see test_configuration.py and
test_masthead.py."""

OF_PUBLISHING = {"address-lost", "file-kind-unscanned", "link-unreachable"}
"""The messages on a finished site: see tests/publish/."""

OF_OFFICIAL = {"site-published-missing"}
"""The messages that an official site alone gets: see tests/build/test_official.py."""

NOT_OF_CONTENT = OF_CONFIGURATION | OF_ITS_FORM | OF_PUBLISHING | OF_OFFICIAL
"""The messages that no site of content can rot into."""

TAIYUAN = "cases/2024-05-01-taiyuan"
DATONG = "cases/2024-06-01-datong"


@cache
def _sound_files() -> dict[str, bytes]:
    """The files of the sound site, read once for a thousand copies."""
    paths = sorted(path for path in BASE.rglob("*") if path.is_file())
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in paths}


def copy_sound_site(root: Path) -> Path:
    """Lays the sound site into `root`."""
    for name in {name.rpartition("/")[0] for name in _sound_files()}:
        (root / name).mkdir(parents=True, exist_ok=True)
    for name, content in _sound_files().items():
        (root / name).write_bytes(content)
    return root


def library_of(root: Path) -> Library:
    """What of the site in `root` can be read."""
    return load(Folders(cases=root / "cases", docs=root / "docs", root=root))[0]


def problems_of(root: Path) -> tuple[Problem, ...]:
    """All problems of the site in `root`, in the order of a report."""
    folders = Folders(cases=root / "cases", docs=root / "docs", root=root)
    library, found = load(folders)
    return in_order([*found, *inspect(library, TODAY, folders)])


def inspect(library: Library, today: date, folders: Folders) -> Iterator[Problem]:
    """The problems that every rule finds, in no order."""
    found = list(of_library(library, today))
    for content in library.contents:
        found += (*of_content(content, library.words), *aliases_unreserved(content))
    for content in library.partial:
        found += of_partial(content, library.words)
    yield from found
    site = plan_site(library, with_drafts=True)
    routes = plan_routes(plan_site(library), library.files, all_outputs(), folders.shown)
    yield from site_problems(library, site, routes, folders, found)


def report(root: Path, files: Mapping[str, str] | None = None) -> list[str]:
    """The report of the sound site laid into `root` with these files written over it."""
    copy_sound_site(root)
    for path, text in (files or {}).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return [str(problem) for problem in problems_of(root)]


def sound(path: str, body: str | None = None, /, **changes: str | None) -> str:
    """A file of the sound site with other front matter or another body.

    A value takes the place of the key's line, a new key stands at the end, None takes the key out.
    """
    _, head, text = (BASE / path).read_text(encoding="utf-8").split("---\n", 2)
    lines = {line.partition(":")[0]: line for line in head.splitlines()}
    for key, value in changes.items():
        lines[key] = "" if value is None else f"{key}: {value}"
    head = "".join(f"{line}\n" for line in lines.values() if line)
    return f"---\n{head}---\n" + (text if body is None else f"\n{body}\n")
