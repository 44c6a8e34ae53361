"""The outputs of an edition: all files beside the pages, each kind made by a module of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

from casebook.outputs.context import BuildContext, Output, write_files
from casebook.pages.page import File


def _made(name: str, context: BuildContext) -> Iterator[File]:
    """The files of one output.

    Its module is loaded only now, by whoever makes it beside the others: the libraries of tables,
    feeds and sounds take a fifth of the time in which a build begins, measured.
    """
    yield from import_module(f"casebook.outputs.{name}").files(context)


NAMES = ("search", "api", "tables", "feeds", "sitemap", "robots", "llms", "hosts")
"""Modules here with `files(edition)`, those first that take longest."""

OUTPUTS: dict[str, Output] = {name: partial(_made, name) for name in NAMES}


def chosen(names: str | None) -> tuple[Output, ...]:
    """The outputs of these names, parted by commas: all without names, none for `no`."""
    if not names:
        return tuple(OUTPUTS.values())
    wanted = {name.strip() for name in names.split(",")}
    return tuple(output for name, output in OUTPUTS.items() if name in wanted)


def write_all(context: BuildContext, folder: Path) -> None:
    """Writes every output into the folder of a site, the search index last: then all are there."""
    for output in reversed(OUTPUTS.values()):
        write_files(output(context), folder)
