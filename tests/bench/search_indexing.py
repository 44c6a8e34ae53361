"""Makes an index in a process of its own and writes what that step took, as JSON.

    python -m tests.bench.search_indexing casebook CASES FOLDER RESULT
    python -m tests.bench.search_indexing material MKDOCS.YML FOLDER RESULT

Of casebook the time is that of `write`; the library has been read before, as in a build. Of
Material it is the time inside its search plugin during a whole build of the site. Either peak is
that of the whole process, with the library or with the build.
"""

from __future__ import annotations

import argparse
import json
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from .build import PEAK_UNIT, ROOT, Run

PLUGIN_EVENTS = ("page_context", "post_build")
"""Where the search plugin reads a page, and where it writes its index."""


class Clock:
    """Adds up the time inside a step."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Counts until the end."""
        wall, cpu = perf_counter(), process_time()
        yield
        self.wall += perf_counter() - wall
        self.cpu += process_time() - cpu

    def timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, whose time is counted whenever it is called."""

        def call(*positional: Any, **named: Any) -> Any:
            with self.running():
                return function(*positional, **named)

        return call


def casebook(cases: Path, folder: Path) -> Clock:
    """Writes the index of the cases below a folder."""
    from casebook.content.files import Folders
    from casebook.content.loader import load
    from casebook.outputs.context import write_files
    from casebook.outputs.search import search_files
    from casebook.pages.site import build_site

    library, _ = load(Folders(cases=cases, docs=ROOT / "docs", root=ROOT))
    site, clock = build_site(library), Clock()
    with clock.running():
        write_files(search_files(site, library).items(), folder)
    return clock


def material(file: Path, folder: Path) -> Clock:
    """Builds the site into a folder."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config, clock = load_config(str(file), site_dir=str(folder)), Clock()
    for event in PLUGIN_EVENTS:
        config.plugins.events[event] = [clock.timed(one) for one in config.plugins.events[event]]
    build(config)
    return clock


def main() -> None:
    """Indexes, and writes the figures."""
    parser = argparse.ArgumentParser(description="Measures the making of a search index.")
    parser.add_argument("engine", choices=("casebook", "material"))
    parser.add_argument("source", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("result", type=Path)
    options = parser.parse_args()
    clock = {"casebook": casebook, "material": material}[options.engine](
        options.source, options.folder
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT
    figures = asdict(Run(clock.wall, clock.cpu, peak))
    options.result.write_text(json.dumps(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
