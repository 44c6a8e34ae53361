"""Reserved addresses: where only generated pages may be, whether or not there is one today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casebook.pages.page import (
    CASES,
    CORRECTIONS,
    POSTERS,
    PROBLEMS,
    QUIZ,
    SEARCH,
    SITE_MAP,
    STATISTICS,
)
from casebook.pages.taxonomies import TAXONOMIES

STYLE_SHEET = "assets/casebook.css"
"""The uri of the style sheet, which is put together from its parts."""


@dataclass(frozen=True, slots=True)
class Section:
    """A folder of generated pages."""

    address: str
    is_own: bool = True
    """Whether its own page is generated."""
    below: int = 0
    """The depth below it from which every page is generated; 0 where none is."""
    is_list: bool = False
    """Whether its pages are there only as long as cases, cards or advice fill them."""


def sections() -> Iterator[Section]:
    """All folders of generated pages."""
    yield Section(CASES.address, below=1)
    for taxonomy in TAXONOMIES:
        below = 2 if taxonomy.is_written else 1
        yield Section(taxonomy.root.address, below=below, is_list=True)
    yield from (Section(key.address, below=1, is_list=True) for key in (QUIZ, POSTERS))
    yield from (Section(key.address) for key in (STATISTICS, SITE_MAP, PROBLEMS))
    yield from (Section(key.address, is_own=False, below=1) for key in (SEARCH, CORRECTIONS))


_SECTIONS = tuple(sections())


def is_reserved(uri: str) -> bool:
    """Whether only generated pages may be at the path of a source file."""
    return uri == STYLE_SHEET or any(_holds(section, uri) for section in _SECTIONS)


def is_in_list(address: str) -> bool:
    """Whether a page at an address is there only as long as something fills it."""
    is_page = address.endswith("/")
    return is_page and any(
        section.is_list and _is_below(section, address[:-1]) for section in _SECTIONS
    )


def _holds(section: Section, uri: str) -> bool:
    own = (f"{section.address[:-1]}.md", f"{section.address}index.md")
    return (section.is_own and uri in own) or _is_below(section, uri)


def _is_below(section: Section, path: str) -> bool:
    """Whether a path is as deep below a section as its generated pages are."""
    if not section.below or not path.startswith(section.address):
        return False
    return path.count("/", len(section.address)) + 1 >= section.below
