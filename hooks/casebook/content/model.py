"""The models of front matter of bulletins and cases: the one definition of their fields.

Validation and the field tables of CONTRIBUTING.md come from here, and so does a JSON Schema for
editors' tools (`CaseFields.model_json_schema()`).
"""

from __future__ import annotations

import re
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, ClassVar, cast

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)

from casebook.content import case_parts, field_types
from casebook.content.field_types import flaw
from casebook.content.model_base import Allow, Distinct, Few, FrontMatter, Many, NotEmpty, Several
from casebook.content.stage_types import StageName, StepName
from casebook.law.proceedings.stage import STATED, Stage


class Omitted(FrontMatter):
    """A case of a bulletin that is deliberately not published here."""

    number: field_types.Count
    reason: field_types.Text


class BulletinFields(FrontMatter):
    """The front matter of a bulletin's `index.md`."""

    title: field_types.Text
    publisher: field_types.Text
    published: field_types.FullDate
    expected: field_types.Total
    province: field_types.Province
    omitted: tuple[Omitted, ...] = ()
    campaign: field_types.Text | None = None
    source_kind: field_types.SourceKindName = field_types.SourceKind.BULLETIN
    medium: field_types.Text | None = None
    reposted_from: field_types.Text | None = None
    source_title: field_types.Text | None = None
    source_url: field_types.Https | None = None
    site_published: field_types.Minute | None = None
    aliases: Annotated[tuple[field_types.BulletinId, ...], Many, Several, Distinct] = ()
    allow: Allow = ()


def _no_figures() -> dict[str, str]:
    return cast(dict[str, str], MappingProxyType({}))


Figures = Annotated[
    dict[field_types.FigureLabel, field_types.Text], Many, AfterValidator(MappingProxyType)
]


class Kind(StrEnum):
    """What a file of a bulletin tells: a case, or a warning without a suspect."""

    CASE = "案例"
    NOTICE = "提示"


class CaseFields(FrontMatter):
    """The front matter of a case."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"kind": {"const": Kind.NOTICE}}, "required": ["kind"]},
            "else": {
                "properties": {"title": {"pattern": field_types.TITLE_ENDING}},
                "required": ["stage"],
            },
        }
    )
    needed: ClassVar[frozenset[str]] = frozenset({"stage"})
    """The fields that only a notice may leave out."""

    kind: Annotated[Kind, BeforeValidator(field_types.choice(Kind))] = Kind.CASE
    title: field_types.Title
    date: field_types.Partial
    city: Annotated[tuple[field_types.City, ...], Many, Several, Distinct, NotEmpty]
    province: field_types.Province | None = None
    district: field_types.Text | None = None
    offence: Annotated[tuple[field_types.Text, ...], Few, Several, Distinct, NotEmpty]
    charge: Annotated[tuple[field_types.Text, ...], Few, Several, Distinct] = ()
    act: Annotated[tuple[field_types.Text, ...], Few, Several, Distinct] = ()
    agency: field_types.Text | None = None
    stage: StageName = Field(
        Stage.NOTICE, validate_default=True, description="通报所述的办理阶段：" + "、".join(STATED)
    )
    step: StepName | None = None
    people: case_parts.ToldPeople | None = None
    amount: case_parts.ToldSum | None = None
    amount_label: field_types.Label = "涉案金额"
    figures: Figures = Field(default_factory=_no_figures)
    victims: case_parts.Victims | None = None
    prosecutor: field_types.Text | None = None
    court: field_types.Text | None = None
    sentence: field_types.Text | None = None
    outcome: field_types.Text | None = None
    summary: field_types.Summary
    related: Annotated[tuple[field_types.CaseId, ...], Many, Several, Distinct] = ()
    also_in: Annotated[tuple[case_parts.AlsoIn, ...], Few] = ()
    updates: Annotated[tuple[case_parts.Update, ...], Many] = ()
    corrections: Annotated[tuple[case_parts.Correction, ...], Many] = ()
    site_published: field_types.Minute | None = None
    status: field_types.StatusName = field_types.Status.PUBLISHED
    withdrawn: case_parts.Withdrawal | None = None
    review_on: field_types.FullDate | None = None
    aliases: Annotated[tuple[field_types.CaseId, ...], Many, Several, Distinct] = ()
    allow: Allow = ()

    @field_validator("stage", mode="after")
    @classmethod
    def _only_a_notice_has_no_stage(cls, stage: Stage, info: ValidationInfo) -> Stage:
        kind = info.data.get("kind")
        if stage is Stage.NOTICE and kind is Kind.CASE:
            raise flaw("missing-field")
        if stage is not Stage.NOTICE and kind is Kind.NOTICE:
            raise flaw("notice-field")
        return stage

    @field_validator("title", mode="after")
    @classmethod
    def _a_case_is_called_one(cls, title: str, info: ValidationInfo) -> str:
        is_case = info.data.get("kind") is Kind.CASE
        if is_case and not re.search(field_types.TITLE_ENDING, title):
            raise flaw("title-ending", found=title)
        return title
