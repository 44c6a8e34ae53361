"""The registry of outputs."""

from __future__ import annotations

from importlib import import_module

from casebook.outputs.context import Output
from casebook.pages.routes import RouteTable

OUTPUTS = ("search", "api", "tables", "feeds", "sitemap", "robots", "llms", "hosts")
"""The modules with `ROUTES` and `files(context)`, the slowest first."""


def output(name: str) -> Output:
    """The output of a module; the module imports its libraries only when it makes files."""
    module = import_module(f"casebook.outputs.{name}")
    return Output(name, RouteTable(module.ROUTES), module.files)


def all_outputs() -> tuple[Output, ...]:
    """All outputs, the slowest first."""
    return tuple(map(output, OUTPUTS))
