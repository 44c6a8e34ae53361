"""Measures checking and building synthetic cases beside Hugo, Material and a mere copy.

    python -m tests.bench.build --cases 10000 [--runs 3] [--json FILE] [--plot FILE.svg]
    python -m tests.bench.build --sizes 100,1000,10000,30000 [...]

casebook makes its pages alone, its pages and search, everything, and everything once more after a
change to one case, with what it remembers. `mkdocs serve` is measured as an editor meets it: from
saving a case until its page, asked over HTTP, shows what was saved.
Who takes part, and what is decided in Hugo's favour, is told in `contest` and `hugo_sources`. Times
are medians of whole processes. Where other programs share the machine, only ratios mean much.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from .contest import COPY, HUGO, PAGES, UNIT, Ground, contenders, contest
from .plot import draw
from .running import PEAK_UNIT, ROOT, Run, building, corpus, measured, python
from .serving import waits
from .standings import Standings, as_json, times, weights

__all__ = ["PEAK_UNIT", "ROOT", "Run", "building", "corpus", "measured", "python"]

SAVES = 5
REPEATED_MOST = 10_000
"""The most cases that are built more than once, and by all: Material would take an hour."""
BEYOND = (UNIT, PAGES, COPY, HUGO)
"""Who shows how times grow beyond that."""


def bench(cases: int, runs: int, with_material: bool, with_serve: bool) -> Standings:
    """The contest over so many cases."""
    are_all = cases <= REPEATED_MOST
    with tempfile.TemporaryDirectory(prefix="casebook-bench-") as folder:
        ground = Ground.prepared(Path(folder), cases)
        taking_part = [
            one for one in contenders(ground, with_material) if are_all or one.name in BEYOND
        ]
        if are_all:
            ground.warm_up()
        figures = contest(ground, taking_part, runs if are_all else 1)
        with_serve = with_serve and are_all
        seconds = waits(ground.cases, ground.environment, SAVES) if with_serve else []
    return Standings(cases, os.getloadavg()[0], figures, seconds)


def report(found: Standings) -> Iterator[str]:
    """The lines of what was found of a number of cases."""
    runs = len(found.figures[PAGES].runs)
    yield f"{found.cases} cases, {runs} runs, load {found.load:.1f}"
    yield ""
    yield from times(found)
    yield ""
    yield from weights(found)
    yield ""


def keep(found: Sequence[Standings], file: Path) -> None:
    """Writes everything that was measured, and on what."""
    machine = {"processors": os.cpu_count(), "python": platform.python_version()}
    text = json.dumps({"machine": machine, "sizes": as_json(found)}, indent=2, ensure_ascii=False)
    file.write_text(f"{text}\n", encoding="utf-8")


def sizes(text: str) -> list[int]:
    """Numbers parted by commas."""
    return [int(part) for part in text.split(",")]


def main() -> None:
    """Measures, prints the tables, writes the figures and the drawing where asked to."""
    parser = argparse.ArgumentParser(description="Measures builds of synthetic cases.")
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--sizes", type=sizes, metavar="N,N,…", help="several numbers of cases")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--plot", type=Path, metavar="FILE")
    parser.add_argument("--without-material", action="store_true", help="it takes minutes")
    parser.add_argument("--without-serve", action="store_true")
    options = parser.parse_args()
    found: list[Standings] = []
    for cases in options.sizes or [options.cases]:
        one = bench(cases, options.runs, not options.without_material, not options.without_serve)
        print("\n".join(report(one)), flush=True)
        found.append(one)
        # Written after each size: the larger ones take long.
        if options.json:
            keep(found, options.json)
    if options.plot:
        draw(found, options.plot)


if __name__ == "__main__":
    main()
