"""The base of all front matter models, and the types of fields that several of them have."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from casebook.content import field_types
from casebook.content.field_types import flaw


class FrontMatter(BaseModel):
    """The base of all front matter models: frozen, unknown keys are rejected."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    needed: ClassVar[frozenset[str]] = frozenset()
    """The fields that only an unusual kind of file may leave out."""


Few, Many = Field(max_length=20), Field(max_length=100)
"""Maximum lengths of lists; longer ones were pasted by mistake, and would be shown to readers."""
NotEmpty = Field(min_length=1)


def required_keys(model: type[FrontMatter]) -> tuple[str, ...]:
    """The fields that a file of the usual kind must have, in the order of the model."""
    return tuple(
        key
        for key, about in model.model_fields.items()
        if about.is_required() or key in model.needed
    )


class Allowance(FrontMatter):
    """A false alarm of a rule on texts, and why it is one."""

    code: field_types.Text = Field(title="规则", description="报告中的规则代码")
    text: field_types.Text = Field(title="原文", description="被误报的文字，照文件原样写")
    reason: field_types.Text = Field(title="理由", description="为何不是问题")


Allow = Annotated[
    tuple[Allowance, ...],
    Many,
    Field(
        title="放行",
        description="误报的隐私或用语问题：code（规则代码）、text（原文）、reason（理由）",
    ),
]
"""The field of every model that suppresses findings as false alarms."""

SitePublished = Annotated[
    field_types.Minute | None,
    Field(
        title="本站发布时间",
        description="在本站公开的时间，北京时间，写到分；案例没有写的，以所属通报的为准",
        examples=["2026-11-23 10:30"],
    ),
]
"""The field with the time at which this site published a text."""

Several = BeforeValidator(field_types.as_list)


def _no_repetition(values: tuple[Any, ...]) -> tuple[Any, ...]:
    for position, value in enumerate(values):
        if value in values[:position]:
            raise flaw("repeated-value", found=str(value))
    return values


Distinct = AfterValidator(_no_repetition)
