"""The JSON Schema of the data interface: its models under their published names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

Schema = dict[str, Any]

COMPONENTS = "#/components/schemas/"
"""The location of the models in an OpenAPI document."""


class _PublishedNames(GenerateJsonSchema):
    """Publishes models without the suffix of their class: `CaseRecord` as `Case`."""

    def normalize_name(self, name: str) -> str:
        return super().normalize_name(name).removesuffix("Record")


def api_schema(
    models: Iterable[type[BaseModel]],
) -> tuple[dict[type[Any], Schema], dict[str, Schema]]:
    """A reference to each model, and by name the schemas of all models they refer to."""
    references, whole = models_json_schema(
        [(model, "serialization") for model in models],
        ref_template=COMPONENTS + "{model}",
        schema_generator=_PublishedNames,
    )
    for schema in whole["$defs"].values():
        if "enum" in schema:  # its name and docstring are English, and for programmers
            del schema["title"], schema["description"]
    return {model: reference for (model, _), reference in references.items()}, whole["$defs"]
