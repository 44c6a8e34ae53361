"""The base of all front matter models, and the types of fields that several of them have."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from casebook.content import field_types
from casebook.content.field_types import flaw
from casebook.texts.catalog import entries
from casebook.texts.field_words import give_words


class FrontMatter(BaseModel):
    """The base of all front matter models: frozen, unknown keys are rejected.

    The titles, descriptions and examples of the fields are in `texts/fields.yml`, by class and key;
    those that several models share are below this class.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )

    needed: ClassVar[frozenset[str]] = frozenset()
    """The fields that only an unusual kind of file may leave out."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Gives the fields of a model their words, before its schema is built at its first use."""
        table = entries("fields.yml")
        give_words(cls.model_fields, table["FrontMatter"] | table.get(cls.__name__, {}))


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

    code: field_types.Text
    text: field_types.Text
    reason: field_types.Text


Allow = Annotated[tuple[Allowance, ...], Many]
"""The field of every model that suppresses findings as false alarms."""

Several = BeforeValidator(field_types.as_list)


def _no_repetition(values: tuple[Any, ...]) -> tuple[Any, ...]:
    for position, value in enumerate(values):
        if value in values[:position]:
            raise flaw("repeated-value", found=str(value))
    return values


Distinct = AfterValidator(_no_repetition)
