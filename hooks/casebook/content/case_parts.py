"""The models of the mappings in the front matter of cases."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, model_validator

from casebook.content import field_types, json_shapes
from casebook.content.amount import Amount
from casebook.content.model_base import FrontMatter
from casebook.content.stage_types import StageName, StepName


class AlsoIn(FrontMatter):
    """Another bulletin that carries the same case."""

    bulletin: field_types.BulletinId
    number: field_types.Count


class Update(FrontMatter):
    """A later step of a case."""

    date: field_types.Partial
    stage: StageName
    step: StepName | None = None
    note: field_types.Text | None = None
    source_url: field_types.Https | None = None


class Correction(FrontMatter):
    """A correction of what was published before."""

    date: field_types.FullDate
    note: field_types.Text


class Withdrawal(FrontMatter):
    """When and why a case was taken down."""

    date: field_types.FullDate
    reason: field_types.Text


class Told(FrontMatter):
    """A figure of a bulletin, and the stage at which it was told if that is not the case's."""

    at: StageName | None = None


class People(Told):
    """How many suspects a bulletin counts."""

    count: field_types.Count


class Sum(Told):
    """A sum of money of a bulletin."""

    text: field_types.Money

    @property
    def amount(self) -> Amount:
        """The amount as written, with its number."""
        return self.text


class Victims(FrontMatter):
    """What a bulletin states of the victims, none of whom is named."""

    count: field_types.Count | None = None
    loss: field_types.Money | None = None

    @model_validator(mode="before")
    @classmethod
    def _is_stated(cls, value: object) -> object:
        if value == {}:
            raise field_types.flaw("empty-value")
        return value


def _as_mapping(key: str) -> BeforeValidator:
    """Allows a plain value in place of a mapping, as the value of its one required key."""
    return BeforeValidator(lambda value: value if isinstance(value, dict) else {key: value})


ToldPeople = Annotated[People, _as_mapping("count"), json_shapes.PlainOr("count")]
ToldSum = Annotated[Sum, _as_mapping("text"), json_shapes.PlainOr("text")]
