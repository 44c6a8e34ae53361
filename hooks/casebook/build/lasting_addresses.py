"""Addresses: where a finished site answers and must answer for ever."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from casebook.content.url_ledger import is_address

_FURTHER = re.compile(r"(?:.*/)?page/[0-9]+/")
"""What stands on a further page of a list changes with every case."""
_KEPT = re.compile(
    r"(?:.*/)?feed\.(?:xml|json)|api/.*\.json|search/index\.json"
    r"|cases\.(?:csv|xlsx)|robots\.txt|llms\.txt"
)
"""The outputs that others fetch again and again; the sitemap is there only where the site knows
its place, and what an editor attached must be free to go."""


def addresses_of(folder: Path) -> tuple[str, ...]:
    """The addresses of the pages and data files of a finished site, sorted; the home page is none.

    Pictures, scripts, styles and attachments may go with the pages that they are parts of.
    """
    return lasting(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def lasting(paths: Iterable[str]) -> tuple[str, ...]:
    """The addresses among the files of a site that must answer for ever, sorted."""
    found = (path.removesuffix("index.html") for path in paths)
    return tuple(sorted(address for address in found if _lasts(address)))


def _lasts(address: str) -> bool:
    is_page = address.endswith("/") and not _FURTHER.fullmatch(address)
    return (is_page or bool(_KEPT.fullmatch(address))) and is_address(address)
