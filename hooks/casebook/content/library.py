"""The Library: all bulletins, cases, offence groups and hand-written pages, immutable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from casebook.content.fields import Status
from casebook.content.files import CORRECTIONS, SEARCH
from casebook.content.front_matter import Document
from casebook.content.ledger import Ledger
from casebook.content.model import BulletinFields, CaseFields
from casebook.content.page_model import (
    Charge,
    CorrectionsFields,
    OffenceFields,
    PageFields,
    SearchFields,
)
from casebook.content.partial_date import PartialDate
from casebook.content.places import WHOLE_PROVINCE, Place
from casebook.content.stage import Stage


@dataclass(frozen=True, slots=True, eq=False)
class Offence:
    """An offence group: the site's own classification, not a charge."""

    slug: str
    fields: OffenceFields
    document: Document

    @property
    def uri(self) -> str:
        """Its place in the tree of pages."""
        return f"offences/{self.slug}.md"

    @property
    def title(self) -> str:
        """The group's name."""
        return self.fields.title


@dataclass(frozen=True, slots=True, eq=False)
class Bulletin:
    """A bulletin as published by a unit; its cases are `Library.cases_of`."""

    id: str
    fields: BulletinFields
    document: Document

    @property
    def uri(self) -> str:
        """Its place in the tree of pages."""
        return f"cases/{self.id}/index.md"

    @property
    def title(self) -> str:
        """The bulletin's title."""
        return self.fields.title


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A case with everything its front matter names resolved."""

    id: str
    number: int
    bulletin: Bulletin
    fields: CaseFields
    document: Document
    province: Place | None
    """None only where a province-wide case of a nationwide bulletin does not say which."""
    places: tuple[Place, ...]
    """Its cities, or its province alone where the case is province-wide."""
    district: Place | None
    offences: tuple[Offence, ...]
    """Its groups, the main one first."""
    charge: Charge | None

    @property
    def uri(self) -> str:
        """Its place in the tree of pages."""
        return f"cases/{self.id}.md"

    @property
    def title(self) -> str:
        """The case's title, names masked."""
        return self.fields.title

    @property
    def date(self) -> PartialDate:
        """When the unit found or cleared the case."""
        return self.fields.date

    @property
    def stage(self) -> Stage:
        """The current stage: the last update's, or the bulletin's."""
        return self.fields.updates[-1].stage if self.fields.updates else self.fields.stage

    @property
    def has_city(self) -> bool:
        """Whether it lies in a city or municipality, and not in a province as a whole."""
        return WHOLE_PROVINCE not in self.fields.city

    @property
    def body(self) -> str:
        """The Markdown text."""
        return self.document.body

    @property
    def is_draft(self) -> bool:
        """Whether only `serve` shows it."""
        return self.fields.status is Status.DRAFT

    @property
    def is_withdrawn(self) -> bool:
        """Whether its text has left the site."""
        return self.fields.status is Status.WITHDRAWN

    @property
    def newest_first(self) -> tuple[int, int, int, str]:
        """The key that sorts cases with the newest first and ties by id."""
        date = self.date
        return (-date.year, -(date.month or 0), -(date.day or 0), self.id)


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A hand-written page that is neither home nor an offence group."""

    uri: str
    """Its path below docs/."""
    fields: PageFields
    document: Document

    @property
    def title(self) -> str:
        """The page's title."""
        return self.fields.title


@dataclass(frozen=True, slots=True, eq=False)
class SearchPage:
    """The search page: what it says, and which words it takes for the same."""

    fields: SearchFields
    document: Document

    @property
    def uri(self) -> str:
        """Its place in the tree of pages."""
        return SEARCH

    @property
    def title(self) -> str:
        """The page's title."""
        return self.fields.title


@dataclass(frozen=True, slots=True, eq=False)
class CorrectionsPage:
    """The page of corrections and withdrawals: what it says, and how long cases are kept."""

    fields: CorrectionsFields
    document: Document

    @property
    def uri(self) -> str:
        """Its place in the tree of pages."""
        return CORRECTIONS

    @property
    def title(self) -> str:
        """The page's title."""
        return self.fields.title


Content = Bulletin | Case | Offence | Page | SearchPage | CorrectionsPage
"""Anything that is one Markdown file; its `uri` is its path in the tree of pages, with slashes."""


@dataclass(frozen=True, eq=False)
class Library:
    """All content that could be read, sorted; what could not is named in `broken`."""

    bulletins: tuple[Bulletin, ...]
    """Newest first."""
    cases: tuple[Case, ...]
    """Newest first, drafts and withdrawn ones among them."""
    offences: tuple[Offence, ...]
    """In the order of their `order`."""
    pages: tuple[Page, ...]
    files: MappingProxyType[str, Path]
    """Every file below cases/ and docs/ by uri."""
    broken: MappingProxyType[str, str]
    """The shown path of each Markdown file that could not be read as what it is, by uri."""
    ledger: Ledger
    """The addresses ever published."""
    search: SearchPage | None = None
    """None where there is none, or none that could be read."""
    corrections: CorrectionsPage | None = None
    """None as above; then no case is kept for a certain time only."""
    _bulletins: Mapping[str, Bulletin] = field(init=False, repr=False)
    _cases: Mapping[str, Case] = field(init=False, repr=False)
    _cases_of: Mapping[str, tuple[Case, ...]] = field(init=False, repr=False)
    _offences: Mapping[str, Offence] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        of: dict[str, list[Case]] = {}
        for case in sorted(self.cases, key=lambda case: (case.number, len(case.id))):
            of.setdefault(case.bulletin.id, []).append(case)
        for name, value in (
            ("_bulletins", {bulletin.id: bulletin for bulletin in self.bulletins}),
            ("_cases", {case.id: case for case in self.cases}),
            ("_cases_of", {bulletin: tuple(cases) for bulletin, cases in of.items()}),
            ("_offences", {name: group for group in self.offences for name in names_of(group)}),
        ):
            object.__setattr__(self, name, value)

    def bulletin(self, bulletin_id: str) -> Bulletin | None:
        """The bulletin of that id."""
        return self._bulletins.get(bulletin_id)

    def case(self, case_id: str) -> Case | None:
        """The case of that id; aliases do not count."""
        return self._cases.get(case_id)

    def cases_of(self, bulletin: Bulletin) -> tuple[Case, ...]:
        """The cases of a bulletin by number."""
        return self._cases_of.get(bulletin.id, ())

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The uris that only `serve` shows: draft cases, and bulletins of nothing but drafts."""
        cases = {case.uri for case in self.cases if case.is_draft}
        bulletins = {
            bulletin.uri
            for bulletin in self.bulletins
            if (own := self.cases_of(bulletin)) and all(case.is_draft for case in own)
        }
        return frozenset(cases | bulletins)

    def offence(self, name: str) -> Offence | None:
        """The offence group of that title or alias."""
        return self._offences.get(name)

    @property
    def contents(self) -> Iterator[Content]:
        """Everything that was read, in the order of the site."""
        yield from self.bulletins
        yield from self.cases
        yield from self.offences
        yield from self.pages
        if self.search:
            yield self.search
        if self.corrections:
            yield self.corrections


def names_of(offence: Offence) -> tuple[str, ...]:
    """All names an offence group answers to."""
    return (offence.title, *offence.fields.aliases)
