"""The models of the records of cases.

The data interface is defined by the models here and in `list_records` alone: its files, its OpenAPI
document and the data dictionary are generated from them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, RootModel, create_model

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

    model_config = parts.about("案例简表", "一起案例的全部要素，不带正文")


def case_in_short(context: CaseContext) -> CaseInShortRecord:
    """The record of a published case without its text."""
    return CaseInShortRecord(**{fact.key: fact.value(context) for fact in _API_FACTS})


class CaseRecord(CaseInShortRecord):
    """A published case."""

    model_config = parts.about("案例", "一起案例的全部要素和正文")

    laws: tuple[parts.CaseLawRecord, ...] = Field(
        title="条文",
        description="案例页上列出的条文：违法行为或者罪名所在的，没有写明的是类型的；"
        "都是案件日期时的文本",
    )
    text: tuple[str, ...] = Field(title="正文", description="一段一项，小标题也是一项")


class WithdrawnCaseRecord(parts.ApiModel):
    """A withdrawn case: the date and reason of its withdrawal, without its facts and text."""

    model_config = parts.about("已撤回的案例", "本站撤下的案例；转载的请一并撤下")

    status: Literal["withdrawn"] = Field(title="状态", description="withdrawn：已撤回")
    id: parts.Id
    number: parts.Number
    bulletin: parts.BulletinId
    address: parts.Address
    url: parts.Url
    date: parts.Day = Field(title="撤回日期", description="撤回的日期")
    reason: str = Field(title="撤回原因", description="撤回的原因")


class MovedCaseRecord(parts.ApiModel):
    """An alias of a case, with the current id."""

    model_config = parts.about("已移动的案例", "从前的编号，以及案例现在的编号和地址")

    status: Literal["moved"] = Field(title="状态", description="moved：编号已更改")
    id: parts.Id
    moved_to: parts.Id = Field(title="现在的编号", description="案例现在的编号")
    address: parts.Address
    url: parts.Url


AnyCase = Annotated[
    CaseRecord | WithdrawnCaseRecord | MovedCaseRecord, Field(discriminator="status")
]


class CaseFile(RootModel[AnyCase]):
    """The file of one case id, discriminated by its status."""

    model_config = parts.about("一起案例的文件", "由status分清：案例、已撤回的案例、已移动的案例")


Model = type[parts.ApiModel] | type[CaseFile]
"""The type of the content of a file of the interface."""
