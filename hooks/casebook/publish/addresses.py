"""Addresses: where a finished site answers and must answer for ever."""

from __future__ import annotations

import re
from pathlib import Path

_PASSING = re.compile(
    r"(?:assets|search)/[0-9a-f]{12}/.*"  # named by what they hold
    r"|(?:.*/)?page/[0-9]+/"  # what stands on a further page of a list changes with every case
    r"|404\.html|manifest\.json"
    r"|sitemap(?:-[0-9]+)?\.xml"  # only where the site knows its place
)
"""What a site has for a while only."""
_KEPT = {".xml", ".json", ".csv", ".xlsx", ".txt"}
"""How the names of files end that others fetch again and again."""


def addresses_of(folder: Path) -> tuple[str, ...]:
    """The addresses of the pages and data files of a finished site, sorted; the home page is none.

    Pictures, scripts and styles are parts of pages and may go with them.
    """
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    found = (file.removesuffix("index.html") for file in files)
    return tuple(sorted(address for address in found if _lasts(address)))


def _lasts(address: str) -> bool:
    is_page = address.endswith("/")
    is_kept = is_page or Path(address).suffix in _KEPT
    return is_kept and not _PASSING.fullmatch(address)
