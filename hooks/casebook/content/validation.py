"""Validation: from a document's front matter to a model, errors as problems with positions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import Annotated, Any, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from casebook.content.field_names import nested_model
from casebook.content.front_matter import Document
from casebook.content.model_base import FrontMatter
from casebook.content.problem import FieldName, Problem, nearest, suggestion
from casebook.content.yaml_tree import Location, Value
from casebook.texts import problems as texts
from casebook.texts.messages import MESSAGES

Model = TypeVar("Model", bound=FrontMatter)


def validate(document: Document, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """The front matter validated as a `model`, None where it is invalid, and its problems."""
    document = replace(document, model=model)
    values: Value = dict(document.values)
    empty = set(_nulls(values))
    opened = _open_fields(document, model, empty)
    problems = [
        document.problem("empty-value", location)
        for location in sorted(empty, key=str)
        if location[0] not in opened
    ]
    if opened:
        listed = "、".join(
            str(FieldName(key, model.model_fields[key].title or "")) for key in opened
        )
        first = next(((key,) for key in opened if (key,) in document.marks), ())
        problems.insert(0, document.problem("fields-open", first, fields=listed))
    if empty:
        values = _without_nulls(values)
    try:
        return model.model_validate(values), problems
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            location = tuple(detail["loc"])
            is_told = location[:1] and location[0] in opened and detail["type"] == "missing"
            if not is_told and not any(location[: len(parent)] == parent for parent in empty):
                problems.append(_problem(document, model, location, detail))
        return None, problems


def _open_fields(
    document: Document, model: type[FrontMatter], empty: Collection[Location]
) -> tuple[str, ...]:
    """The required fields without a value, as an import leaves them; none if only one is open."""
    opened = tuple(
        key
        for key, about in model.model_fields.items()
        if about.is_required() and (key not in document.values or (key,) in empty)
    )
    return opened if len(opened) > 1 else ()


def valid_fields(document: Document, model: type[Model]) -> Model:
    """The fields of a front matter that are valid by themselves, as a model that is not validated.

    A required text has the words that were written, even if they are invalid.
    """
    values = _without_nulls(dict(document.values))
    assert isinstance(values, dict)
    found: dict[str, Any] = {}
    for key, field in _field_types(model).items():
        with suppress(KeyError, ValidationError):
            found[key] = field.validate_python(values[key])
    valid = set(found)
    for key, about in model.model_fields.items():
        if about.is_required() and key not in found:
            text = values.get(key)
            found[key] = text if isinstance(text, str) else ""
    return cast(Model, model.model_construct(_fields_set=valid, **found))


@cache
def _field_types(model: type[FrontMatter]) -> dict[str, TypeAdapter[Any]]:
    """The type of each field, with its rules."""
    kinds: dict[str, Any] = {
        key: Annotated[(about.annotation, *about.metadata)] if about.metadata else about.annotation
        for key, about in model.model_fields.items()
    }
    return {key: TypeAdapter(kind) for key, kind in kinds.items()}


def _problem(
    document: Document, model: type[FrontMatter], location: Location, detail: Any
) -> Problem:
    kind = detail["type"]
    if (
        location and location[-1] == "[key]"
    ):  # the location that pydantic gives to an invalid key of a mapping
        return document.key_problem(kind, location[:-1], **detail.get("ctx", {}))
    if kind == "missing":
        return document.problem("missing-field", location)
    if kind == "extra_forbidden":
        found = str(location[-1])
        hint = _key_advice(found, _fields_at(model, location[:-1]))
        return document.key_problem("unknown-field", location, found=found, nearest=hint)
    if kind in MESSAGES:
        return document.problem(kind, location, **detail.get("ctx", {}))
    if kind == "too_short" and detail["ctx"]["actual_length"]:
        return document.problem("list-short", location, least=detail["ctx"]["min_length"])
    if kind == "too_long":
        return document.problem("list-long", location, most=detail["ctx"]["max_length"])
    return document.problem(_SHAPES.get(kind, "wrong-shape"), location)


_SHAPES = {
    "tuple_type": "not-list",
    "model_type": "not-mapping",
    "model_attributes_type": "not-mapping",
    "dict_type": "not-mapping",
    "too_short": "empty-list",
}


def _key_advice(found: str, titles: Mapping[str, str]) -> str:
    """What to write instead of an unknown key: the key with this title, similar ones, or all."""
    if same := [key for key, title in titles.items() if title == found]:
        return suggestion(same)
    listed = "、".join(str(FieldName(key, title)) for key, title in titles.items())
    return nearest(found, titles, texts.KEYS.format(values=listed))


def _fields_at(model: type[BaseModel], location: Location) -> dict[str, str]:
    """The keys that a model allows in the mapping at `location`, with their titles."""
    for part in location:
        if isinstance(part, str) and (nested := nested_model(model, part)):
            model = nested
    return {key: about.title or "" for key, about in model.model_fields.items()}


def _nulls(value: Value, location: Location = ()) -> Iterator[Location]:
    """The locations of all nulls in a value, at any depth."""
    steps = value.items() if isinstance(value, dict) else enumerate(value or ())
    for step, item in steps:
        if isinstance(item, str):
            continue
        if item is None:
            yield (*location, step)
        else:
            yield from _nulls(item, (*location, step))


def _without_nulls(value: Value) -> Value:
    """The value without null keys, so that they are reported once and as empty."""
    if isinstance(value, dict):
        return {key: _without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_nulls(item) for item in value]
    return value
