"""The page 数据与订阅: the address of every output, and the meaning of its keys."""

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

_DOCUMENTED_AS = {"CaseInShort": "Case"}
"""Models without a chapter of their own: each is another model without one key."""


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """The documentation of one key of a record."""

    key: str
    title: str
    kind: str
    """The type of its value: 文字, 列表 …"""
    description: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The documentation of a model and its keys."""

    title: str
    description: str
    entries: tuple[DictionaryEntry, ...]


def data_view(cities: Iterable[Term], offences: Iterable[Term]) -> dict[str, object]:
    """The template values of the page."""
    return {
        "tables": texts.table("DATA_TABLES"),
        "feeds": texts.table("DATA_FEEDS"),
        "resources": RESOURCES,
        "fed": tuple(term for term in (*offences, *cities) if has_feed(term)),
        "columns": COLUMNS,
        "chapters": dictionary(MODELS),
    }


@cache
def dictionary(models: tuple[type[BaseModel], ...]) -> tuple[Chapter, ...]:
    """A chapter for each model, then for the models they refer to, breadth first."""
    references, schemas = api_schema(models)
    names = _names(list(references.values()))
    for name in names:  # also those appended below
        names += [one for one in _names(schemas[name]) if one not in names]
    return tuple(
        _chapter(schemas[name], schemas) for name in names if "properties" in schemas[name]
    )


def _names(schema: object) -> list[str]:
    """The names of the models that a schema refers to, in order, without duplicates."""
    found = re.findall(rf'"{COMPONENTS}(\w+)"', json.dumps(schema))
    return list(dict.fromkeys(_DOCUMENTED_AS.get(name, name) for name in found))


def _chapter(model: Schema, schemas: Mapping[str, Schema]) -> Chapter:
    keys = model["properties"].items()
    entries = tuple(_entry(key, schema, schemas) for key, schema in keys)
    return Chapter(model["title"], model["description"], entries)


def _entry(key: str, schema: Schema, schemas: Mapping[str, Schema]) -> DictionaryEntry:
    """The entry of a key; title and description default to those of the referenced model."""
    whole = (_referred(schema, schemas) if "$ref" in schema else {}) | schema
    return DictionaryEntry(key, whole["title"], _kind(schema, schemas), whole["description"])


def _referred(schema: Mapping[str, Any], schemas: Mapping[str, Schema]) -> Schema:
    return schemas[schema["$ref"].removeprefix(COMPONENTS)]


def _kind(schema: Mapping[str, Any], schemas: Mapping[str, Schema]) -> str:
    choices = [choice for choice in schema.get("anyOf", ()) if choice.get("type") != "null"]
    if choices:
        return texts.KIND_OR_NOTHING.format(kind=_kind(choices[0], schemas))
    if "$ref" in schema:
        return texts.KIND_OF_MODEL.format(title=_referred(schema, schemas)["title"])
    if schema["type"] == "array":
        return texts.KIND_OF_LIST.format(kind=_kind(schema["items"], schemas))
    return texts.table("KINDS")[schema.get("format", schema["type"])]
