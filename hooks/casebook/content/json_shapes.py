"""Shapes: what front matter fields look like to other programs, as pieces of a JSON Schema.

Other programs read front matter with an ordinary YAML parser, which makes numbers of some texts:
`people: 12`, `date: 2024`. A shape takes both. It never refuses what the models accept, but for
white space around a value or doubled inside it, which only the models fold away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from casebook.content.gazetteer import WHOLE_COUNTRY, WHOLE_PROVINCE, gazetteer

_READ_AS = ["string", "number", "boolean"]
"""What a YAML parser may make of a text that looks like something else."""

_MONTH_AND_DAY = "-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])){}"


def scalar(least: int, most: int, pattern: str = "") -> WithJsonSchema:
    """A text of `least` to `most` characters that may look like a number."""
    return WithJsonSchema({"type": _READ_AS, **_measured(least, most, pattern)})


def words(least: int, most: int, pattern: str = "") -> WithJsonSchema:
    """A text of `least` to `most` characters that nobody takes for anything else."""
    return WithJsonSchema({"type": "string", **_measured(least, most, pattern)})


def _measured(least: int, most: int, pattern: str) -> JsonSchemaValue:
    form = {"pattern": pattern} if pattern else {}
    return {"minLength": least, "maxLength": most, **form}


def matching(pattern: str) -> WithJsonSchema:
    """A text of which a part has the form of a pattern."""
    return WithJsonSchema({"type": "string", "pattern": pattern})


def word(pattern: str) -> WithJsonSchema:
    """A text that is all of that form, which may be that of a whole number."""
    return WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{pattern}$"})


DAY = matching("^(?!0000)[0-9]{4}" + _MONTH_AND_DAY.format("") + "$")
PARTIAL = WithJsonSchema(
    {
        "type": ["string", "integer"],
        "pattern": f"^(?!0000)[0-9]{{4}}({_MONTH_AND_DAY.format('?')})?$",
        "minimum": 1,
        "maximum": 9999,
    }
)
COUNT = WithJsonSchema(
    {
        "type": ["string", "integer"],
        "pattern": "^[1-9][0-9]{0,8}$",
        "minimum": 1,
        "maximum": 999_999_999,
    }
)
MONEY = matching("[元圆]")
HTTPS = matching(r"^[Hh][Tt][Tt][Pp][Ss]://\S+$")


@dataclass(frozen=True, slots=True)
class OneOf:
    """A closed list of names, asked for only when a schema is made."""

    names: Callable[[], tuple[str, ...]]

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "enum": list(self.names())}


PROVINCE = OneOf(lambda: (*gazetteer().province_names, WHOLE_COUNTRY))
CITY = OneOf(lambda: (*gazetteer().city_names, WHOLE_PROVINCE))
