"""The serializer of the cases of a site."""

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
    """Makes the records of the cases of a site; a site with drafts is first rebuilt without them.

    `root` is the absolute URL of the site; None if it is not configured.
    """

    def __init__(self, library: Library, site: Site, root: str | None) -> None:
        self.site = build_site(library) if any(case.is_draft for case in site.cases) else site
        self._root = root
        self._relations = Relations(self.site.cases)
        self._bulletins = {bulletin.id: bulletin for bulletin in self.site.bulletins}
        self._moved = tuple(_moved_cases(self.site))
        self._aliases: dict[str, list[str]] = {}
        for alias, current in self._moved:
            self._aliases.setdefault(current, []).append(alias)

    def context(self, case: Case) -> CaseContext:
        """A case with the data that depends on the rest of the site."""
        return CaseContext(
            case,
            root=self._root,
            related=tuple(other.id for other in self._relations.named(case)),
            also_in=tuple(
                (self._bulletins[one.bulletin], one.number)
                for one in case.fields.also_in
                if one.bulletin in self._bulletins
            ),
            aliases=tuple(sorted(self._aliases.get(case.id, ()))),
        )

    @property
    def moved_records(self) -> Iterator[MovedCaseRecord]:
        """The records of all aliases, each with the current id."""
        for alias, current in self._moved:
            keys = self.address_keys(f"cases/{current}/")
            yield MovedCaseRecord(status="moved", id=alias, moved_to=current, **keys)

    def withdrawn_record(self, case: Case) -> WithdrawnCaseRecord:
        """The record of a withdrawn case: the date and reason of its withdrawal."""
        withdrawal = case.fields.withdrawn
        assert withdrawal is not None, case.id
        names = {"id": case.id, "number": case.number, "bulletin": case.bulletin.id}
        keys = self.address_keys(f"cases/{case.id}/")
        return WithdrawnCaseRecord(status="withdrawn", **names, **keys, **dict(withdrawal))

    def short_record(self, case: Case) -> CaseInShortRecord:
        """The record of a case without its text."""
        return case_in_short(self.context(case))

    def address_keys(self, address: str) -> dict[str, Any]:
        """The keys `address`, below the site, and `url`, None without `root`."""
        return {"address": address, "url": None if self._root is None else self._root + address}


def _moved_cases(site: Site) -> Iterator[tuple[str, str]]:
    """The aliases of cases, each with the current id, sorted."""
    for address, target in sorted(site.redirects):
        alias, current = _CASE.fullmatch(address), _CASE.fullmatch(target)
        if alias and current:
            yield alias[1], current[1]
