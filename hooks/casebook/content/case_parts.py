"""The models of the mappings in the front matter of cases."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from casebook.content import field_types, json_shapes
from casebook.content.amount import Amount
from casebook.content.model_base import FrontMatter
from casebook.content.stage_types import StageName, StepName


class AlsoIn(FrontMatter):
    """Another bulletin that carries the same case."""

    bulletin: field_types.BulletinId = Field(title="通报", description="另一通报的文件夹名")
    number: field_types.Count = Field(title="编号", description="该案在另一通报中的编号")


class Update(FrontMatter):
    """A later step of a case."""

    date: field_types.Partial = Field(title="日期", description="进展的日期")
    stage: StageName = Field(title="办理阶段", description="进展后的办理阶段")
    step: StepName | None = Field(None, title="办理步骤", description="比阶段更细的一步")
    note: field_types.Text | None = Field(None, title="说明", description="进展的说明")
    source_url: field_types.Https | None = Field(
        None, title="来源网址", description="以 https:// 开头"
    )


class Correction(FrontMatter):
    """A correction of what was published before."""

    date: field_types.FullDate = Field(title="日期", description="更正的日期")
    note: field_types.Text = Field(title="说明", description="更正了什么")


class Withdrawal(FrontMatter):
    """When and why a case was taken down."""

    date: field_types.FullDate = Field(title="日期", description="撤回的日期")
    reason: field_types.Text = Field(title="原因", description="撤回的原因")


class Told(FrontMatter):
    """A figure of a bulletin, and the stage at which it was told if that is not the case's."""

    at: StageName | None = Field(
        None, title="所指阶段", description="数字是哪一个办理阶段的；不写就是案例的阶段"
    )


class People(Told):
    """How many suspects a bulletin counts."""

    count: field_types.Count = Field(title="人数", description="整数")


class Sum(Told):
    """A sum of money of a bulletin."""

    text: field_types.Money = Field(title="金额", description="照通报原样写")

    @property
    def amount(self) -> Amount:
        """The amount as written, with its number."""
        return self.text


class Victims(FrontMatter):
    """What a bulletin states of the victims, none of whom is named."""

    count: field_types.Count | None = Field(None, title="被害人数", description="整数")
    loss: field_types.Money | None = Field(None, title="损失", description="照通报原样写")

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
