"""Contents: one class per kind of Markdown file, validated, with resolved names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from casebook.content.field_types import Status
from casebook.content.files import CORRECTIONS, SEARCH
from casebook.content.front_matter import Document
from casebook.content.model import BulletinFields, CaseFields, Kind
from casebook.content.page_model import (
    Charge,
    CorrectionsFields,
    OffenceFields,
    PageFields,
    SearchFields,
)
from casebook.content.partial_date import PartialDate
from casebook.content.problem import Problem
from casebook.content.yaml_tree import Location
from casebook.law.acts import Act
from casebook.law.charges import StatutoryCharge, plain
from casebook.law.proceedings.stage import Stage
from casebook.law.proceedings.steps import Step
from casebook.places.gazetteer import Place, gazetteer
from casebook.places.resolution import FiledCity


class _MarkdownFile:
    """What all contents have in common."""

    __slots__ = ()
    fields: Any
    document: Document

    @property
    def title(self) -> str:
        """The title in its front matter: of a group its name, of a case with names masked."""
        return str(self.fields.title)

    def problem(self, code: str, location: Location = (), **found: object) -> Problem:
        """A problem with the value at a location of its front matter."""
        return self.document.problem(code, location, **found)


@dataclass(frozen=True, slots=True, eq=False)
class Offence(_MarkdownFile):
    """An offence group: a term of the site's own taxonomy, not a charge."""

    slug: str
    fields: OffenceFields
    document: Document

    @property
    def uri(self) -> str:
        """Its place in the tree of pages."""
        return f"offences/{self.slug}.md"


@dataclass(frozen=True, slots=True)
class StatedCharge:
    """A charge that a case states: one of the Criminal Law, of a group's page, or of both."""

    name: str
    """As printed."""
    article: str
    statutory: StatutoryCharge | None
    """None for a charge that only a group's page has."""
    group: Offence | None = None
    """The group that it belongs to, one of the case if possible."""
    entry: Charge | None = None
    """The charge on the page of that group."""


@dataclass(frozen=True, slots=True)
class StatedAct:
    """What an administrative case states as act: an unlawful act, or a kind of penalty."""

    name: str
    """As printed."""
    id: str
    act: Act | None
    """None for a kind of penalty."""


@dataclass(frozen=True, slots=True, eq=False)
class Bulletin(_MarkdownFile):
    """A bulletin as published by a police unit; its cases are `Library.cases_of`."""

    id: str
    fields: BulletinFields
    document: Document

    @property
    def uri(self) -> str:
        """Its place in the tree of pages."""
        return f"cases/{self.id}/index.md"


@dataclass(frozen=True, slots=True, eq=False)
class Case(_MarkdownFile):
    """A case with all names of its front matter resolved; with none where its file is broken."""

    id: str
    number: int
    bulletin: Bulletin
    fields: CaseFields
    document: Document
    province: Place | None = None
    """None only where a province-wide case of a nationwide bulletin names no province."""
    cities: tuple[FiledCity, ...] = ()
    """Its cities, each as printed and as filed; none where the case is province-wide."""
    places: tuple[Place, ...] = ()
    """Today's places that it is filed under: its cities, or its province alone."""
    district: Place | None = None
    """Today's district that it is filed under."""
    offences: tuple[Offence, ...] = ()
    """Its groups, the main one first."""
    charges: tuple[StatedCharge, ...] = ()
    acts: tuple[StatedAct, ...] = ()
    group_charges: Mapping[str, str] = field(default_factory=dict)
    """The names of all charges on the pages of groups, by their plain form."""

    @property
    def uri(self) -> str:
        """Its place in the tree of pages."""
        return f"cases/{self.id}.md"

    @property
    def date(self) -> PartialDate:
        """When the police unit discovered or cleared the case."""
        return self.fields.date

    @property
    def stage(self) -> Stage:
        """The current stage: the last update's, or the bulletin's; that of a notice is none."""
        return self.fields.updates[-1].stage if self.fields.updates else self.fields.stage

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stage in the bulletin, then those of the updates."""
        return (self.fields.stage, *(update.stage for update in self.fields.updates))

    @property
    def is_ever_administrative(self) -> bool:
        """Whether the bulletin or a later step is of an administrative case."""
        return any(stage.is_administrative for stage in self.stages)

    @property
    def site_published(self) -> datetime | None:
        """When this site published it: with its bulletin, unless its file says otherwise."""
        return self.fields.site_published or self.bulletin.fields.site_published

    @property
    def step(self) -> Step | None:
        """The current step, if it is known to be finer than the stage."""
        return self.fields.updates[-1].step if self.fields.updates else self.fields.step

    @property
    def is_notice(self) -> bool:
        """Whether it is a warning without a suspect, of which there are no proceedings."""
        return self.fields.kind is Kind.NOTICE

    @property
    def has_city(self) -> bool:
        """Whether it is filed under a city or municipality, and not under a whole province."""
        return any(gazetteer().city(city.place.name) for city in self.cities)

    @property
    def place_names(self) -> tuple[str, ...]:
        """The names of its cities as printed, or that of its province."""
        names = tuple(city.name for city in self.cities)
        return names or tuple(place.name for place in self.places)

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
        """Whether its text was taken off the site."""
        return self.fields.status is Status.WITHDRAWN

    @property
    def newest_first(self) -> tuple[int, int, int, str]:
        """The sort key of cases: newest first, ties by id."""
        date = self.date
        return (-date.year, -(date.month or 0), -(date.day or 0), self.id)


@dataclass(frozen=True, slots=True, eq=False)
class Page(_MarkdownFile):
    """A hand-written page that is neither home nor an offence group."""

    uri: str
    """Its path below docs/."""
    fields: PageFields
    document: Document


@dataclass(frozen=True, slots=True, eq=False)
class SearchPage(_MarkdownFile):
    """The search page, with the synonyms of the search."""

    fields: SearchFields
    document: Document

    @property
    def uri(self) -> str:
        """Its place in the tree of pages."""
        return SEARCH


@dataclass(frozen=True, slots=True, eq=False)
class CorrectionsPage(_MarkdownFile):
    """The page of corrections and withdrawals, with the retention rules."""

    fields: CorrectionsFields
    document: Document

    @property
    def uri(self) -> str:
        """Its place in the tree of pages."""
        return CORRECTIONS


Content = Bulletin | Case | Offence | Page | SearchPage | CorrectionsPage
"""Anything that is one Markdown file; its `uri` is its path in the tree of pages, with slashes."""


def by_bulletin(cases: Iterable[Case]) -> dict[str, tuple[Case, ...]]:
    """The cases of each bulletin by number, below the id of the bulletin."""
    found: dict[str, list[Case]] = {}
    for case in sorted(cases, key=lambda case: (case.number, len(case.id))):
        found.setdefault(case.bulletin.id, []).append(case)
    return {bulletin: tuple(own) for bulletin, own in found.items()}


def charge_on_page(
    name: str, statutory: StatutoryCharge | None, groups: Iterable[Offence]
) -> tuple[Offence, Charge] | None:
    """The charge of that name, or else of its full name, on the page of one of these groups."""
    names = (name, *((statutory.name, *statutory.successors) if statutory else ()))
    for wanted in map(plain, names):
        for group in groups:
            for charge in group.fields.charges:
                if plain(charge.name) == wanted:
                    return group, charge
    return None


def names_of(offence: Offence) -> tuple[str, ...]:
    """The title and all aliases of an offence group."""
    return (offence.title, *offence.fields.aliases)
