"""The page 数据与订阅: where every output stands, and what its keys mean."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from casebook.pages.lists import has_feed
from casebook.pages.taxonomy import Term
from casebook.schema.api_schema import COMPONENTS, Schema, api_schema
from casebook.schema.endpoints import MODELS, RESOURCES
from casebook.schema.facts import COLUMNS
from casebook.schema.term_keys import Key
from casebook.texts import pages as texts

DATA = Key("data/", texts.DATA)
SOURCE = "data.md"

_TOLD_WITH = {"CaseInShort": "Case"}
"""Models that have no chapter of their own, for they are another without one key."""


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
        "columns": COLUMNS,
        "chapters": dictionary(MODELS),
    }


@cache
def dictionary(models: tuple[type[BaseModel], ...]) -> tuple[Chapter, ...]:
    """A chapter of each model and of those it consists of, in the order in which they are met."""
    references, schemas = api_schema(models)
    met: dict[str, None] = {}
    for reference in references.values():
        _meet(reference, schemas, met)
    return tuple(_chapter(schemas[name], schemas) for name in met if "properties" in schemas[name])


def _meet(schema: object, schemas: Mapping[str, Schema], met: dict[str, None]) -> None:
    """Adds the names of the models that a schema refers to, and of those below them, to `met`."""
    names = [_TOLD_WITH.get(name, name) for name in _named(schema)]
    new = [name for name in dict.fromkeys(names) if name not in met]
    met.update(dict.fromkeys(new))
    for name in new:
        _meet(schemas[name], schemas, met)


def _named(schema: object) -> list[str]:
    """The names of the models that a schema refers to, as often as it does."""
    return re.findall(rf'"{COMPONENTS}(\w+)"', json.dumps(schema))


def _chapter(model: Schema, schemas: Mapping[str, Schema]) -> Chapter:
    keys = model["properties"].items()
    entries = tuple(_entry(key, schema, schemas) for key, schema in keys)
    return Chapter(model["title"], model["description"], entries)


def _entry(key: str, schema: Schema, schemas: Mapping[str, Schema]) -> DictionaryEntry:
    """The entry of a key; what it has in common with its model stands only there."""
    whole = (schemas[_named(schema)[0]] if "$ref" in schema else {}) | schema
    return DictionaryEntry(key, whole["title"], _kind(schema, schemas), whole["description"])


def _kind(schema: Mapping[str, Any], schemas: Mapping[str, Schema]) -> str:
    choices = [choice for choice in schema.get("anyOf", ()) if choice.get("type") != "null"]
    if choices:
        return texts.KIND_OR_NOTHING.format(kind=_kind(choices[0], schemas))
    if "$ref" in schema:
        return texts.KIND_OF_MODEL.format(title=schemas[_named(schema)[0]]["title"])
    if schema["type"] == "array":
        return texts.KIND_OF_LIST.format(kind=_kind(schema["items"], schemas))
    return texts.KINDS[schema.get("format", schema["type"])]
