"""The page 数据与订阅: where every output stands, and what its keys mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from casebook.pages.lists import has_feed
from casebook.pages.taxonomy import Key, Term
from casebook.schema import case_record, list_records, parts
from casebook.schema.endpoints import RESOURCES
from casebook.schema.table_row import Row
from casebook.texts import pages as texts

DATA = Key("data/", texts.DATA)
SOURCE = "data.md"

_MODELS: tuple[type[BaseModel], ...] = (
    case_record.Case,
    case_record.WithdrawnCase,
    case_record.MovedCase,
    parts.CaseBulletin,
    parts.AlsoIn,
    parts.Place,
    parts.Offence,
    parts.Stage,
    parts.Step,
    parts.Amount,
    parts.Correction,
    list_records.Bulletin,
    list_records.Omitted,
    list_records.City,
    list_records.PlaceCount,
    list_records.OffenceGroup,
    list_records.Charge,
    list_records.Law,
    list_records.Index,
    list_records.Counts,
    list_records.DataFile,
    list_records.CaseList,
    list_records.RecentList,
    list_records.BulletinList,
    list_records.CityList,
    list_records.OffenceList,
)
"""The models of the dictionary, in its order; `CaseInShort` is `Case` without its text."""


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """A key of a record."""

    key: str
    title: str
    kind: str
    """What its value is: 文字, 列表 …"""
    description: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A model and its keys."""

    title: str
    description: str
    entries: tuple[DictionaryEntry, ...]


def data_view(cities: Iterable[Term], offences: Iterable[Term]) -> dict[str, object]:
    """What the page shows beside its text."""
    return {
        "tables": texts.DATA_TABLES,
        "feeds": texts.DATA_FEEDS,
        "resources": RESOURCES,
        "fed": tuple(term for term in (*offences, *cities) if has_feed(term)),
        "columns": dictionary((Row,))[0],
        "chapters": dictionary(_MODELS),
    }


@cache
def dictionary(models: tuple[type[BaseModel], ...]) -> tuple[Chapter, ...]:
    """A chapter of each model, in their order."""
    _, whole = models_json_schema([(model, "serialization") for model in models])
    schemas = whole["$defs"]
    return tuple(_chapter(model, schemas) for model in models)


def _chapter(model: type[BaseModel], schemas: Mapping[str, Any]) -> Chapter:
    schema = schemas[model.__name__]
    return Chapter(schema["title"], schema["description"], tuple(_entries(model, schemas)))


def _entries(model: type[BaseModel], schemas: Mapping[str, Any]) -> Iterator[DictionaryEntry]:
    properties = schemas[model.__name__]["properties"]
    for key, field in model.model_fields.items():
        kind = _kind(properties[key], schemas)
        yield DictionaryEntry(key, str(field.title), kind, str(field.description))


def _kind(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> str:
    choices = [choice for choice in schema.get("anyOf", ()) if choice.get("type") != "null"]
    if choices:
        return texts.KIND_OR_NOTHING.format(kind=_kind(choices[0], schemas))
    if "$ref" in schema:
        named = schemas[schema["$ref"].rpartition("/")[2]]
        return texts.KIND_OF_MODEL.format(title=named["title"])
    if schema["type"] == "array":
        return texts.KIND_OF_LIST.format(kind=_kind(schema["items"], schemas))
    return texts.KINDS[schema.get("format", schema["type"])]
