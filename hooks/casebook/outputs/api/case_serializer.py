"""Makes the records of the cases of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from casebook.content.contents import Case
from casebook.content.field_types import CASE_ID
from casebook.content.library import Library
from casebook.pages.related import Relations
from casebook.pages.site import Site, build_site
from casebook.schema.case_record import (
    CaseInShortRecord,
    MovedCaseRecord,
    WithdrawnCaseRecord,
    case_in_short,
)
from casebook.schema.fact import CaseContext

_CASE = re.compile(rf"cases/({CASE_ID})/")


class CaseSerializer:
    """Makes the records of what a site shows; a site with drafts is first made without them.

    `root` is the whole address of the site; None where it is not known.
    """

    def __init__(self, library: Library, site: Site, root: str | None) -> None:
        self.site = build_site(library) if any(case.is_draft for case in site.cases) else site
        self._root = root
        self._relations = Relations(self.site.cases)
        self._bulletins = {bulletin.id: bulletin for bulletin in self.site.bulletins}
        self._moved = tuple(_moved_cases(self.site))
        self._formers: dict[str, list[str]] = {}
        for former, current in self._moved:
            self._formers.setdefault(current, []).append(former)

    def context(self, case: Case) -> CaseContext:
        """A case with what the site knows of it."""
        return CaseContext(
            case,
            root=self._root,
            related=tuple(other.id for other in self._relations.named(case)),
            also_in=tuple(
                (self._bulletins[one.bulletin], one.number)
                for one in case.fields.also_in
                if one.bulletin in self._bulletins
            ),
            aliases=tuple(sorted(self._formers.get(case.id, ()))),
        )

    @property
    def moved(self) -> Iterator[MovedCaseRecord]:
        """The former ids, each with the case of today."""
        for former, current in self._moved:
            where = self.where(f"cases/{current}/")
            yield MovedCaseRecord(status="moved", id=former, moved_to=current, **where)

    def gone(self, case: Case) -> WithdrawnCaseRecord:
        """A withdrawn case: when and why."""
        withdrawal = case.fields.withdrawn
        assert withdrawal is not None, case.id
        names = {"id": case.id, "number": case.number, "bulletin": case.bulletin.id}
        where = self.where(f"cases/{case.id}/")
        return WithdrawnCaseRecord(status="withdrawn", **names, **where, **dict(withdrawal))

    def in_short(self, case: Case) -> CaseInShortRecord:
        """A case without its text."""
        return case_in_short(self.context(case))

    def where(self, address: str) -> dict[str, Any]:
        """An address below the site, and the whole of it."""
        return {"address": address, "url": None if self._root is None else self._root + address}


def _moved_cases(site: Site) -> Iterator[tuple[str, str]]:
    """The former ids of cases with those of today, sorted."""
    for address, target in sorted(site.redirects):
        former, current = _CASE.fullmatch(address), _CASE.fullmatch(target)
        if former and current:
            yield former[1], current[1]
