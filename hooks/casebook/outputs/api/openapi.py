"""The OpenAPI 3.1 document of the data interface, generated from the models."""

from __future__ import annotations

from typing import Any

from casebook.config.site_config import SiteConfig
from casebook.content.field_types import BULLETIN_ID
from casebook.schema.api_schema import Schema, api_schema
from casebook.schema.endpoints import FOLDER, MODELS, RESOURCES, VERSION, Resource
from casebook.texts import pages as texts

_PARAMETERS = {"bulletin": f"^{BULLETIN_ID}$", "number": "^[0-9]{2,}$"}
"""The patterns of the path parameters."""


def description(site_config: SiteConfig) -> dict[str, Any]:
    """The document; without a configured URL of the site, the server is relative to the file."""
    references, schemas = api_schema(MODELS)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": texts.DATA_INTERFACE.format(name=site_config.name).strip(),
            "version": VERSION,
            "description": texts.DATA_INTERFACE_SUMMARY,
        },
        # No trailing slash: the paths begin with one.
        "servers": [{"url": site_config.absolute(FOLDER[:-1]) or "../v1"}],
        "paths": {
            f"/{one.path}": _path(one, references[one.model] if one.model else {"type": "object"})
            for one in RESOURCES
        },
        "components": {"schemas": schemas},
    }


def _path(resource: Resource, schema: Schema) -> dict[str, Any]:
    named = [name for name in _PARAMETERS if f"{{{name}}}" in resource.path]
    responses: dict[str, Any] = {
        "200": {"description": resource.title, "content": {"application/json": {"schema": schema}}}
    }
    operation: dict[str, Any] = {
        "operationId": resource.name,
        "summary": resource.title,
        "responses": responses,
    }
    if named:
        responses["404"] = {"description": texts.DATA_NOT_FOUND}
        operation["parameters"] = [_parameter(name) for name in named]
    return {"get": operation}


def _parameter(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": texts.table("DATA_PARAMETERS")[name],
        "schema": {"type": "string", "pattern": _PARAMETERS[name]},
    }
