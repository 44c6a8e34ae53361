"""The build context: the input of all outputs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casebook.config.organisation import Organisation
from casebook.config.site_config import SiteConfig
from casebook.content.library import Library
from casebook.content.progress import Progress, no_progress
from casebook.pages.page import File
from casebook.pages.routes import Caching, Route, RouteKind, RouteTable
from casebook.pages.site import Site


@dataclass(frozen=True, slots=True)
class BuildContext:
    """The input of the outputs of one build; the same context always gives the same bytes."""

    library: Library
    site: Site
    site_config: SiteConfig
    organisation: Organisation
    routes: RouteTable = field(default_factory=lambda: RouteTable(()))
    progress: Progress = no_progress


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of output: its name, the routes of its files, and the function that makes them."""

    name: str
    routes: RouteTable
    files: Callable[[BuildContext], Iterator[File]]


def output_route(
    path: str, media_type: str, caching: Caching = Caching.REVALIDATE, **more: Any
) -> Route:
    """The route of a file, or of a group of files, that an output makes."""
    return Route(path, RouteKind.OUTPUT, path, media_type, caching, **more)


def write_files(files: Iterable[File], folder: Path) -> None:
    """Writes files below a folder, in their order. Raises OSError if writing fails."""
    made: set[str] = set()
    for address, content in files:
        parent = address.rpartition("/")[0]
        if parent not in made:
            made.add(parent)
            os.makedirs(f"{folder}/{parent}", exist_ok=True)  # noqa: PTH103 - a Path takes as long
        with open(f"{folder}/{address}", "wb") as file:  # noqa: PTH123 - as the writing itself
            file.write(content)
