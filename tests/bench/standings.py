"""What a contest found, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from .contest import COPY, EVERYTHING, HUGO, MATERIAL, PAGES, SERVE, UNIT, Figures, Weight

DASH = "–"


@dataclass(frozen=True, slots=True)
class Standings:
    """All that was measured of a number of cases."""

    cases: int
    load: float
    """How much else the machine had to do, by its own account."""
    figures: dict[str, Figures]
    waits: list[float]
    """Seconds from each save of a case until the preview showed it."""

    def wall(self, name: str) -> float:
        """The median wall seconds of a contender."""
        return median(run.wall for run in self.figures[name].runs)

    def cpu(self, name: str) -> float:
        """Its median seconds of processors."""
        return median(run.cpu for run in self.figures[name].runs)


def times(found: Standings) -> Iterator[str]:
    """The lines of the table of times: medians of wall, user and system seconds, peak memory.

    The ratios are of wall seconds; `/unit` is of processors' seconds.
    """
    yield f"{'':20}    wall s     user      sys   /Hugo   /cp -r    /unit   peak MB   /Hugo"
    for name, figures in found.figures.items():
        wall = found.wall(name)
        user = median(run.cpu - run.system for run in figures.runs)
        system = median(run.system for run in figures.runs)
        yield (
            f"{name:20} {wall:9.2f} {user:8.2f} {system:8.2f}"
            f" {_ratio(wall, found, HUGO):>7} {_ratio(wall, found, COPY):>8}"
            f" {found.cpu(name) / found.cpu(UNIT):8.1f}"
            f" {_memory(figures.memory):>9} {_memory_ratio(figures, found):>7}"
        )
    if found.waits:
        waits = " ".join(f"{seconds:.2f}" for seconds in found.waits)
        yield f"{SERVE:20} {median(found.waits):9.2f}   ({waits})"


def _ratio(wall: float, found: Standings, other: str) -> str:
    return f"{wall / found.wall(other):.2f}" if other in found.figures else DASH


def _memory(size: int | None) -> str:
    return f"{size / 1e6:.0f}" if size else DASH


def _memory_ratio(figures: Figures, found: Standings) -> str:
    hugo = found.figures.get(HUGO)
    if hugo is None or not hugo.memory or not figures.memory:
        return DASH
    return f"{figures.memory / hugo.memory:.2f}"


def weights(found: Standings) -> Iterator[str]:
    """The lines on what the sites weigh, each beside our pages."""
    yield f"{'':20} {'pages':>9} {'of ours':>8} {'HTML MB':>9} {'of ours':>8} {'site MB':>9}"
    ours = found.figures[PAGES].site
    for name in (PAGES, EVERYTHING, HUGO, MATERIAL):
        if name in found.figures:
            yield f"{name:20} {_weight(found.figures[name].site, ours)}"


def _weight(site: Weight, ours: Weight) -> str:
    pages, html = site.pages / ours.pages, site.html / ours.html
    return (
        f"{site.pages:9,} {pages:8.0%} {site.html / 1e6:9.1f} {html:8.0%} {site.bytes / 1e6:9.1f}"
    )


def as_json(found: Sequence[Standings]) -> list[dict[str, Any]]:
    """Everything that was measured, by number of cases."""
    return [asdict(one) for one in found]
