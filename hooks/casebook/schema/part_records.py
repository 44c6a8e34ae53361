"""The models and types shared by the records of cases and of lists."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from casebook.content.amount import Qualifier
from casebook.texts.catalog import entries
from casebook.texts.field_words import give_words


class ApiModel(BaseModel):
    """The base of all records: frozen, without optional keys; a nested record may be given as an
    object with its keys as attributes.

    The titles and descriptions of the records and their keys are in `texts/records.yml`.
    """

    model_config = ConfigDict(frozen=True, from_attributes=True, defer_build=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Gives a record and its keys their words, before its schema is built at its first use."""
        words = entries("records.yml").get(cls.__name__, {})
        give_words(cls.model_fields, words.get("fields", {}))
        if words:
            cls.model_config["title"] = words["title"]
            cls.model_config["json_schema_extra"] = {"description": words["description"]}


SourceKind = Literal["通报", "媒体报道", "转载"]

Time = datetime

Day = date
"""An alias that no field named `date` shadows."""

Address = Annotated[
    str, Field(title="地址", description="网页在本站的地址，从站名以后写起；首页为空")
]
Url = Annotated[
    str | None, Field(title="网址", description="网页的完整网址；本站没有填写网址时为空")
]
Id = Annotated[
    str, Field(title="编号", description="案例编号：通报编号、斜杠、通报中的序号；不会改给别的案例")
]
Number = Annotated[int, Field(title="序号", description="在通报中是第几起")]
BulletinId = Annotated[str, Field(title="通报编号", description="发布日期加地名")]
Count = Annotated[int, Field(title="案例数", description="本站现在列出多少起；草稿和已撤回的不算")]
Slug = Annotated[str, Field(title="代号", description="网址中的写法，不会改变")]


_Qualifier = Annotated[
    Qualifier, WithJsonSchema({"type": "string", "enum": [one.value for one in Qualifier]})
]


class PlaceRecord(ApiModel):
    """A place of the gazetteer."""

    code: str
    name: str
    slug: Slug


class CaseCityRecord(PlaceRecord):
    """A city of a case."""

    printed: str


class CaseDistrictRecord(ApiModel):
    """The district of a case, as printed and, where it is known, today's."""

    code: str | None
    name: str | None
    slug: str | None
    printed: str


class OffenceRecord(ApiModel):
    """The offence group of a case."""

    slug: Slug
    title: str


class StatedChargeRecord(ApiModel):
    """A charge that the bulletin states."""

    name: str
    article: str


class StatedActRecord(ApiModel):
    """An unlawful act or a kind of penalty that the bulletin of an administrative case states."""

    id: Slug
    name: str


class CaseLawRecord(ApiModel):
    """An article of law on the page of a case."""

    name: str
    article: str
    version: str | None
    in_force_from: Day | None
    in_force_until: Day | None


class StageRecord(ApiModel):
    """The stage of the handling of a case."""

    slug: Slug
    name: str


class PartRecord(ApiModel):
    """A step of the proceedings, finer than their stage."""

    key: str
    name: str


class StepRecord(ApiModel):
    """A step in the handling of a case, as published by its source."""

    date: str
    stage: StageRecord
    step: PartRecord | None
    note: str | None
    source_url: str | None


class MoneyRecord(ApiModel):
    """A sum of money as written in the bulletin, with its numeric value."""

    text: str
    qualifier: _Qualifier
    # Not int: the privacy scan takes integers of eleven digits for mobile numbers.
    yuan: float
    upper: float | None


class AmountRecord(MoneyRecord):
    """An amount as written in the bulletin, with what it is called there."""

    label: str
    at: StageRecord | None


class CorrectionRecord(ApiModel):
    """A correction of published content."""

    date: Day
    note: str


class CaseBulletinRecord(ApiModel):
    """The bulletin that a case comes from."""

    id: BulletinId
    title: str
    publisher: str
    published: Day
    source: str
    source_kind: SourceKind
    medium: str | None
    reposted_from: str | None
    site_published: Time | None
    source_title: str | None
    source_url: str | None


class AlsoInRecord(ApiModel):
    """Another bulletin that contains the same case."""

    bulletin: BulletinId
    number: Number
