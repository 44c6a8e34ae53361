"""The models of the records of cases.

The data interface is defined by the models here and in `list_records` alone: its files, its OpenAPI
document and the data dictionary are generated from them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, RootModel, create_model

from casebook.schema import part_records as parts
from casebook.schema.fact import CaseContext
from casebook.schema.facts import FACTS

_API_FACTS = [fact for fact in FACTS if fact.api is not None]
_KEYS: dict[str, Any] = {
    one.key: (one.api, Field(title=one.title, description=one.description))
    if one.title
    else one.api
    for one in _API_FACTS
}


class CaseInShortRecord(create_model("_Facts", __base__=parts.ApiModel, **_KEYS)):  # type: ignore[misc]
    """A published case without its text: the facts of `FACTS`."""


def case_in_short(context: CaseContext) -> CaseInShortRecord:
    """The record of a published case without its text."""
    return CaseInShortRecord(**{fact.key: fact.value(context) for fact in _API_FACTS})


class CaseRecord(CaseInShortRecord):
    """A published case."""

    laws: tuple[parts.CaseLawRecord, ...]
    text: tuple[str, ...]


class WithdrawnCaseRecord(parts.ApiModel):
    """A withdrawn case: the date and reason of its withdrawal, without its facts and text."""

    status: Literal["withdrawn"]
    id: parts.Id
    number: parts.Number
    bulletin: parts.BulletinId
    address: parts.Address
    url: parts.Url
    date: parts.Day
    reason: str


class MovedCaseRecord(parts.ApiModel):
    """An alias of a case, with the current id."""

    status: Literal["moved"]
    id: parts.Id
    moved_to: parts.Id
    address: parts.Address
    url: parts.Url


AnyCase = Annotated[
    CaseRecord | WithdrawnCaseRecord | MovedCaseRecord, Field(discriminator="status")
]


class CaseFile(RootModel[AnyCase]):
    """The file of one case id, discriminated by its status."""

    model_config = ConfigDict(
        title="一起案例的文件",
        json_schema_extra={"description": "由status分清：案例、已撤回的案例、已移动的案例"},
    )


Model = type[parts.ApiModel] | type[CaseFile]
"""The type of the content of a file of the interface."""
