"""The Library: all bulletins, cases, offence groups and hand-written pages, immutable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from casebook.content.contents import (
    Bulletin,
    Case,
    Content,
    CorrectionsPage,
    Offence,
    Page,
    SearchPage,
    by_bulletin,
    names_of,
)
from casebook.content.url_ledger import UrlLedger


@dataclass(frozen=True, eq=False)
class Library:
    """All valid content, sorted; invalid files are in `broken`."""

    bulletins: tuple[Bulletin, ...]
    """Newest first."""
    cases: tuple[Case, ...]
    """Newest first, including drafts and withdrawn cases."""
    offences: tuple[Offence, ...]
    """Sorted by `order`."""
    pages: tuple[Page, ...]
    files: MappingProxyType[str, Path]
    """Every file below cases/ and docs/ by uri."""
    broken: MappingProxyType[str, str]
    """The shown path of each invalid Markdown file, by uri."""
    partial: tuple[Content, ...]
    """What could be read of these files, for rules on texts alone; it is no content of the site."""
    ledger: UrlLedger
    """The addresses ever published."""
    words: frozenset[str] = frozenset()
    """The words of the site that are no names of persons."""
    search: SearchPage | None = None
    """None where the file is missing or broken."""
    corrections: CorrectionsPage | None = None
    """None where the file is missing or broken; then there are no retention rules."""
    _bulletins: Mapping[str, Bulletin] = field(init=False, repr=False)
    _cases: Mapping[str, Case] = field(init=False, repr=False)
    _cases_of: Mapping[str, tuple[Case, ...]] = field(init=False, repr=False)
    _offences: Mapping[str, Offence] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        for name, value in (
            ("_bulletins", {bulletin.id: bulletin for bulletin in self.bulletins}),
            ("_cases", {case.id: case for case in self.cases}),
            ("_cases_of", by_bulletin(self.cases)),
            ("_offences", {name: group for group in self.offences for name in names_of(group)}),
        ):
            object.__setattr__(self, name, value)

    def bulletin(self, bulletin_id: str) -> Bulletin | None:
        """The bulletin with that id, or None."""
        return self._bulletins.get(bulletin_id)

    def case(self, case_id: str) -> Case | None:
        """The case with that id, or None; aliases are ignored."""
        return self._cases.get(case_id)

    def cases_of(self, bulletin: Bulletin) -> tuple[Case, ...]:
        """The cases of a bulletin, sorted by number."""
        return self._cases_of.get(bulletin.id, ())

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The uris that only `serve` shows: draft cases, and bulletins with draft cases only."""
        cases = {case.uri for case in self.cases if case.is_draft}
        bulletins = {
            bulletin.uri
            for bulletin in self.bulletins
            if (own := self.cases_of(bulletin)) and all(case.is_draft for case in own)
        }
        return frozenset(cases | bulletins)

    def offence(self, name: str) -> Offence | None:
        """The offence group with that title or alias, or None."""
        return self._offences.get(name)

    @property
    def contents(self) -> Iterator[Content]:
        """All content, in the order of the site."""
        yield from self.bulletins
        yield from self.cases
        yield from self.offences
        yield from self.pages
        if self.search:
            yield self.search
        if self.corrections:
            yield self.corrections
