"""A retention rule: the action due for which cases, in years after their bulletin."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from casebook.content import field_types
from casebook.content.field_types import choice, flaw, not_in_list
from casebook.content.json_shapes import OneOf, whole_number
from casebook.content.model_base import Distinct, FrontMatter, Several
from casebook.law.proceedings.stage import STATED, Stage
from casebook.texts import problems as texts

EVERY_STAGE = "全部"
"""The value for all stages in a rule."""

MAX_YEARS = 50
_YEARS = "[1-9]|[1-4][0-9]|50"
MAX_DAYS = 365
_DAYS = "[0-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-5]"


class Action(StrEnum):
    """The action that a rule requires."""

    REVIEW = "复核"
    """Review the case: has it gone on, was there a judgment?"""
    MASK = "隐去"
    """Remove what the text still contains about persons."""
    WITHDRAW = "撤回"
    """Take the text off the site."""


def _stages() -> tuple[str, ...]:
    return (*(stage.value for stage in STATED), EVERY_STAGE)


def _stage(value: object) -> str:
    written, allowed = field_types.text(value), _stages()
    if written not in allowed:
        raise not_in_list(written, allowed)
    return written


def _number(pattern: str, code: str, most: int) -> BeforeValidator:
    """A validator of the numbers that match a pattern, which has none above `most`."""

    def check(value: object) -> int:
        written = field_types.text(value)
        if not re.fullmatch(pattern, written):
            raise flaw(code, found=written, most=most)
        return int(written)

    return BeforeValidator(check)


RuledStage = Annotated[str, BeforeValidator(_stage), OneOf(_stages)]
Years = Annotated[
    int, _number(_YEARS, "retention-years", MAX_YEARS), whole_number(f"^({_YEARS})$", 1, MAX_YEARS)
]
Days = Annotated[
    int, _number(_DAYS, "retention-days", MAX_DAYS), whole_number(f"^({_DAYS})$", 0, MAX_DAYS)
]


class RetentionRule(FrontMatter):
    """The front matter of a rule: stages, optionally an offence group, years, and the action."""

    stage: Annotated[tuple[RuledStage, ...], Several, Distinct, Field(min_length=1)]
    offence: field_types.Text | None = None
    years: Years
    action: Annotated[Action, BeforeValidator(choice(Action))] = Field(
        description="、".join(Action)
    )

    @property
    def stages(self) -> frozenset[Stage]:
        """The stages that the rule applies to."""
        return frozenset(STATED if EVERY_STAGE in self.stage else map(Stage, self.stage))

    def applies_at(self, stage: Stage) -> bool:
        """Whether the rule applies to cases at a stage."""
        return stage.value in self.stage or EVERY_STAGE in self.stage

    def text_for(self, stage: Stage) -> str:
        """The text of the rule for a case at this stage; its other stages are left out."""
        return texts.RULE.format(
            stages=texts.ALL_STAGES if EVERY_STAGE in self.stage else stage.value,
            offence=texts.RULE_OFFENCE.format(offence=self.offence) if self.offence else "",
            years=self.years,
            action=self.action.value,
        )
