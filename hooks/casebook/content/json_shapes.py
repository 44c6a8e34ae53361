"""JSON Schema fragments of front matter fields, for other programs.

Other programs parse front matter with an ordinary YAML parser, which turns some texts into numbers:
`people: 12`, `date: 2024`. A fragment allows both. It rejects nothing that the models accept, but
for white space around a value or doubled inside it, which only the models normalize.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from casebook.places.gazetteer import WHOLE_COUNTRY, WHOLE_PROVINCE, gazetteer
from casebook.places.history import history

_SCALAR_TYPES = ["string", "number", "boolean"]
"""The types that a YAML parser may give to a text."""

_MONTH_AND_DAY = "-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])){}"


def scalar(least: int, most: int, pattern: str = "") -> WithJsonSchema:
    """A scalar of `least` to `most` characters that YAML may parse as a number or boolean."""
    return WithJsonSchema({"type": _SCALAR_TYPES, **_bounded(least, most, pattern)})


def string(least: int, most: int, pattern: str = "") -> WithJsonSchema:
    """A string of `least` to `most` characters that YAML parses as nothing else."""
    return WithJsonSchema({"type": "string", **_bounded(least, most, pattern)})


def _bounded(least: int, most: int, pattern: str) -> JsonSchemaValue:
    form = {"pattern": pattern} if pattern else {}
    return {"minLength": least, "maxLength": most, **form}


def string_matching(pattern: str) -> WithJsonSchema:
    """A string that contains a match of a pattern."""
    return WithJsonSchema({"type": "string", "pattern": pattern})


def scalar_matching(pattern: str) -> WithJsonSchema:
    """A string or integer that matches a pattern as a whole."""
    return WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{pattern}$"})


def whole_number(pattern: str, least: int, most: int) -> WithJsonSchema:
    """A number from `least` to `most`, which YAML may parse as a string or an integer."""
    form = {"pattern": pattern, "minimum": least, "maximum": most}
    return WithJsonSchema({"type": ["string", "integer"], **form})


DAY = string_matching("^(?!0000)[0-9]{4}" + _MONTH_AND_DAY.format("") + "$")
MINUTE = string_matching(
    "^(?!0000)[0-9]{4}" + _MONTH_AND_DAY.format("") + " ([01][0-9]|2[0-3]):[0-5][0-9]$"
)
PARTIAL = whole_number(f"^(?!0000)[0-9]{{4}}({_MONTH_AND_DAY.format('?')})?$", 1, 9999)
COUNT = whole_number("^[1-9][0-9]{0,8}$", 1, 999_999_999)
MONEY = string_matching("[元圆]")
HTTPS = string_matching(r"^[Hh][Tt][Tt][Pp][Ss]://\S+$")


@dataclass(frozen=True, slots=True)
class OneOf:
    """A closed list of names, evaluated only when a schema is generated."""

    names: Callable[[], tuple[str, ...]]

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "enum": list(self.names())}


@dataclass(frozen=True, slots=True)
class PlainOr:
    """A mapping, or the plain value of its one required key."""

    key: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        mapping = handler(schema)
        plain = handler.resolve_ref_schema(mapping)["properties"][self.key]
        return {"anyOf": [{k: v for k, v in plain.items() if k not in _ABOUT}, mapping]}


_ABOUT = ("title", "description", "examples")


PROVINCE = OneOf(lambda: (*gazetteer().province_names, WHOLE_COUNTRY))
CITY = OneOf(
    lambda: tuple(dict.fromkeys((*gazetteer().city_names, *history().city_names, WHOLE_PROVINCE)))
)
