"""Contents: one class per kind of Markdown file, validated, with resolved names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from casebook.content.field_types import Status
from casebook.content.files import CORRECTIONS, SEARCH
from casebook.content.front_matter import Document
from casebook.content.gazetteer import WHOLE_PROVINCE, Place
from casebook.content.model import BulletinFields, CaseFields, Kind
from casebook.content.page_model import (
    Charge,
    CorrectionsFields,
    OffenceFields,
    PageFields,
    SearchFields,
)
from casebook.content.partial_date import PartialDate
from casebook.proceedings.stage import Stage
from casebook.proceedings.steps import Step


@dataclass(frozen=True, slots=True, eq=False)
class Offence:
    """An offence group: a term of the site's own taxonomy, not a charge."""

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
    """A bulletin as published by a police unit; its cases are `Library.cases_of`."""

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
    """A case with all names of its front matter resolved."""

    id: str
    number: int
    bulletin: Bulletin
    fields: CaseFields
    document: Document
    province: Place | None
    """None only where a province-wide case of a nationwide bulletin names no province."""
    places: tuple[Place, ...]
    """Its cities, or its province alone where the case is province-wide."""
    district: Place | None
    offences: tuple[Offence, ...]
    """Its groups, the main one first."""
    charge: Charge | None
    known_charges: Collection[str]
    """The charges that any case may have."""

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
        """When the police unit discovered or cleared the case."""
        return self.fields.date

    @property
    def stage(self) -> Stage:
        """The current stage: the last update's, or the bulletin's; that of a notice is none."""
        return self.fields.updates[-1].stage if self.fields.updates else self.fields.stage

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
        """Whether it is in a city or municipality, and not in a province as a whole."""
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
        """Whether its text was taken off the site."""
        return self.fields.status is Status.WITHDRAWN

    @property
    def newest_first(self) -> tuple[int, int, int, str]:
        """The sort key of cases: newest first, ties by id."""
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
    """The search page, with the synonyms of the search."""

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
    """The page of corrections and withdrawals, with the retention rules."""

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


def names_of(offence: Offence) -> tuple[str, ...]:
    """The title and all aliases of an offence group."""
    return (offence.title, *offence.fields.aliases)
