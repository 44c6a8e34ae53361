"""The names of fields in messages: the titles in the model beside the keys in the file."""

from __future__ import annotations

from pydantic import BaseModel

from casebook.content.problem import FieldName
from casebook.content.yaml_tree import Location, dotted


def field_name(model: type[BaseModel] | None, location: Location) -> FieldName:
    """The name of the value at a location, with the titles of the keys that the model has."""
    titles: list[str] = []
    for part in location:
        if isinstance(part, int):
            continue
        if model is None or part not in model.model_fields:
            break
        titles.append(model.model_fields[part].title or "")
        model = nested_model(model, part)
    return FieldName(dotted(location), "·".join(titles))


def nested_model(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """The model of the mappings in a field, one or a list of them; None for other values."""
    waiting: list[object] = [model.model_fields[key].annotation]
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return annotation
        waiting += getattr(annotation, "__args__", ())
    return None
