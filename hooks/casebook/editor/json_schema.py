"""JSON Schemas of front matter, generated from the models for text editors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from casebook.content.contents import Offence, names_of
from casebook.content.field_types import as_list
from casebook.content.model import BulletinFields, CaseFields
from casebook.content.model_base import Distinct, FrontMatter
from casebook.content.page_model import CorrectionsFields, OffenceFields, PageFields, SearchFields
from casebook.texts import commands as texts

SCHEMAS: dict[str, type[FrontMatter]] = {
    "bulletin": BulletinFields,
    "case": CaseFields,
    "corrections": CorrectionsFields,
    "offence": OffenceFields,
    "page": PageFields,
    "search": SearchFields,
}
"""The models with a schema, by the name of its file."""


def schema_of(model: type[FrontMatter], offences: Iterable[Offence] = ()) -> dict[str, Any]:
    """The JSON Schema of a model's front matter as a YAML parser loads it, its keys sorted.

    With `offences`, a case may name only these groups, by title or alias.
    """
    schema = _plain(model.model_json_schema(schema_generator=_Generator))
    definitions = {
        name: {key: value for key, value in one.items() if key not in ("title", "description")}
        for name, one in schema.pop("$defs", {}).items()
    }
    names = sorted(name for group in offences for name in names_of(group))
    for key, about in schema["properties"].items():
        item = about.get("anyOf", [{}])[0]
        if names and key == "offence":
            item = {"type": "string", "enum": names}
            about["anyOf"][1]["uniqueItems"] = True
        if "enum" in item:
            definitions[key] = item
            about["anyOf"][0] = about["anyOf"][1]["items"] = {"$ref": f"#/$defs/{key}"}
    name = next(name for name, known in SCHEMAS.items() if known is model)
    title = texts.table("SCHEMA_TITLES")[name]
    description = texts.table("SCHEMA_DESCRIPTIONS")[name]
    whole = {"$schema": GenerateJsonSchema.schema_dialect, "$defs": definitions, **schema}
    ordered: dict[str, Any] = _in_order({**whole, "title": title, "description": description})
    return ordered


class _Generator(GenerateJsonSchema):
    """Translates the models' own validators: one value or a list, and unique items."""

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        found = super().function_before_schema(schema)
        if schema["function"]["function"] is not as_list:
            return found
        return {"anyOf": [found["items"], found]}

    def function_after_schema(
        self, schema: core_schema.AfterValidatorFunctionSchema
    ) -> JsonSchemaValue:
        found = super().function_after_schema(schema)
        if schema["function"]["function"] is Distinct.func:
            for one in (found, *found.get("anyOf", ())):
                # Only texts: YAML loads the different texts 1.1 and 1.10 as the same number.
                if one.get("items", {}).get("type") == "string":
                    one["uniqueItems"] = True
        return found


def _plain(schema: Any) -> Any:
    """The schema without null, for a key without a value is an error.

    The minimum length of a list becomes `minItems`.
    """
    if not isinstance(schema, dict):
        return schema
    plain = {key: _within(key, value) for key, value in schema.items()}
    if plain.get("default", ...) in (None, []):
        del plain["default"]
    choices = [choice for choice in plain.get("anyOf", ()) if choice != {"type": "null"}]
    if "anyOf" in plain:
        plain["anyOf"] = choices
    if len(choices) == 1:
        del plain["anyOf"]
        plain = {**choices[0], **plain}
    for one in (plain, *choices):
        if one.get("type") == "array" and "minLength" in plain:
            one["minItems"] = plain.pop("minLength")
    return plain


def _within(key: str, value: Any) -> Any:
    if key in ("properties", "$defs"):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return _plain(value) if key != "default" else value


def _in_order(schema: Any, *, is_table: bool = False) -> Any:
    """The schema with its keys sorted; the fields keep the order of the model."""
    if isinstance(schema, list):
        return [_in_order(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    keys = schema if is_table else sorted(schema)
    return {key: _in_order(schema[key], is_table=key == "properties") for key in keys}
