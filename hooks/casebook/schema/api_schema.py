"""The JSON Schema of the data interface: its models under the names that are published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

Schema = dict[str, Any]

COMPONENTS = "#/components/schemas/"
"""Where a description after OpenAPI has its models."""


class _PublishedNames(GenerateJsonSchema):
    """Names models as programs know them: `CaseRecord` is published as `Case`."""

    def normalize_name(self, name: str) -> str:
        return super().normalize_name(name).removesuffix("Record")


def api_schema(
    models: Iterable[type[BaseModel]],
) -> tuple[dict[type[Any], Schema], dict[str, Schema]]:
    """A reference to each model, and the schemas of all models they consist of, by name."""
    references, whole = models_json_schema(
        [(model, "serialization") for model in models],
        ref_template=COMPONENTS + "{model}",
        schema_generator=_PublishedNames,
    )
    return {model: reference for (model, _), reference in references.items()}, whole["$defs"]
