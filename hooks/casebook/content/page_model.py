"""The models of the front matter of hand-written pages: groups, search, corrections, others."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from casebook.content import field_types
from casebook.content.field_types import flaw
from casebook.content.model_base import Allow, Distinct, FrontMatter, Several
from casebook.content.problem import nearest
from casebook.content.retention_rule import Days, RetentionRule

MovedFrom = Annotated[tuple[field_types.FormerAddress, ...], Several, Distinct]
"""The former addresses of a hand-written page."""


class Charge(FrontMatter):
    """A charge that belongs to an offence group."""

    name: field_types.Text
    slug: field_types.Slug
    article: field_types.Text


class Law(FrontMatter):
    """An article of law explained on an offence page."""

    name: field_types.Text
    article: field_types.Text
    text: field_types.LongText
    as_of: field_types.FullDate
    version: field_types.Text | None = None
    in_force_from: field_types.FullDate | None = None
    in_force_until: field_types.FullDate | None = None

    @field_validator("in_force_until")
    @classmethod
    def _ends_after_its_start(cls, until: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("in_force_from")
        if until and start and until <= start:
            raise flaw("law-dates", found=until, earlier=start)
        return until


class QuizCard(FrontMatter):
    """A question with the answers to choose from, made for school classes."""

    question: field_types.Text
    options: Annotated[tuple[field_types.Text, ...], Distinct, Field(min_length=2)]
    answer: field_types.Text
    why: field_types.LongText

    @field_validator("answer")
    @classmethod
    def _answer_is_an_option(cls, answer: str, info: ValidationInfo) -> str:
        options = info.data.get("options", (answer,))
        if answer not in options:
            raise flaw("quiz-answer", found=answer, nearest=nearest(answer, options))
        return answer


class OffenceFields(FrontMatter):
    """The front matter of an offence group's page."""

    title: field_types.Text
    order: field_types.Count
    icon: field_types.Text
    summary: field_types.Summary
    aliases: Annotated[tuple[field_types.Text, ...], Several, Distinct] = ()
    charges: tuple[Charge, ...] = ()
    laws: tuple[Law, ...] = ()
    quiz: tuple[QuizCard, ...] = ()
    moved_from: MovedFrom = ()
    allow: Allow = ()


Synonyms = Annotated[tuple[field_types.Synonym, ...], Distinct, Field(min_length=2)]
"""Terms that are equivalent in the search."""


class SearchFields(FrontMatter):
    """The front matter of the search page."""

    title: field_types.Text
    summary: field_types.Text | None = None
    synonyms: tuple[Synonyms, ...] = ()
    allow: Allow = ()


class CorrectionsFields(FrontMatter):
    """The front matter of the page of corrections and withdrawals."""

    title: field_types.Text
    summary: field_types.Text | None = None
    retention: tuple[RetentionRule, ...] = ()
    enforce_after_days: Days = 30
    allow: Allow = ()


class PageFields(FrontMatter):
    """The front matter of any other hand-written page."""

    title: field_types.Text
    summary: field_types.Text | None = None
    date: field_types.Partial | None = None
    place: field_types.Text | None = None
    published: field_types.FullDate | None = None
    source: field_types.Text | None = None
    site_published: field_types.Minute | None = None
    moved_from: MovedFrom = ()
    allow: Allow = ()
