"""The registry of outputs: every module here that makes files beside the pages."""

from __future__ import annotations

from importlib import import_module

from casebook.outputs.context import Output
from casebook.pages.routes import RouteTable

OUTPUTS = ("search", "api", "tables", "feeds", "sitemap", "robots", "llms", "hosts")
"""Modules with `ROUTES` and `files(context)`, those first that take longest."""


def output(name: str) -> Output:
    """The output of that name; its module imports libraries only when it makes files."""
    module = import_module(f"casebook.outputs.{name}")
    return Output(name, RouteTable(module.ROUTES), module.files)


def all_outputs() -> tuple[Output, ...]:
    """Every output, those first that take longest."""
    return tuple(map(output, OUTPUTS))
