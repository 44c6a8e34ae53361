"""Reserved addresses: those of generated pages only, whether or not such a page exists now."""

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
"""The uri of the style sheet, which is concatenated from its parts."""


@dataclass(frozen=True, slots=True)
class ReservedFolder:
    """A folder of generated pages."""

    address: str
    is_own: bool = True
    """Whether its own page is generated."""
    below: int = 0
    """The depth below it from which every page is generated; 0 for none."""
    is_list: bool = False
    """Whether its pages exist only while they have cases, cards or advice."""


def reserved_folders() -> Iterator[ReservedFolder]:
    """All folders of generated pages."""
    yield ReservedFolder(CASES.address, below=1)
    for taxonomy in TAXONOMIES:
        below = 2 if taxonomy.is_written else 1
        yield ReservedFolder(taxonomy.root.address, below=below, is_list=True)
    yield from (ReservedFolder(key.address, below=1, is_list=True) for key in (QUIZ, POSTERS))
    yield from (ReservedFolder(key.address) for key in (STATISTICS, SITE_MAP, PROBLEMS))
    yield from (ReservedFolder(key.address, is_own=False, below=1) for key in (SEARCH, CORRECTIONS))


_FOLDERS = tuple(reserved_folders())


def is_reserved(uri: str) -> bool:
    """Whether the path of a source file is reserved for generated pages."""
    return uri == STYLE_SHEET or any(_holds(folder, uri) for folder in _FOLDERS)


def is_in_list(address: str) -> bool:
    """Whether the page at an address exists only while it has content to list."""
    is_page = address.endswith("/")
    return is_page and any(
        folder.is_list and _is_below(folder, address[:-1]) for folder in _FOLDERS
    )


def _holds(folder: ReservedFolder, uri: str) -> bool:
    own = (f"{folder.address[:-1]}.md", f"{folder.address}index.md")
    return (folder.is_own and uri in own) or _is_below(folder, uri)


def _is_below(folder: ReservedFolder, path: str) -> bool:
    """Whether a path is at least as deep below a folder as its generated pages."""
    if not folder.below or not path.startswith(folder.address):
        return False
    return path.count("/", len(folder.address)) + 1 >= folder.below
