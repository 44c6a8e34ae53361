"""A drawing of contests: time and memory against the number of cases, a line for each contender."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .contest import UNIT
from .standings import Standings

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Value = Callable[[Standings, str], float | None]


def draw(found: Sequence[Standings], file: Path) -> None:
    """Draws two panels on logarithmic scales, the format by the ending of the file's name."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    ordered = sorted(found, key=lambda one: one.cases)
    # Text stays text, and the same figures always make the same file.
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "casebook"}):
        figure = Figure(figsize=(11, 5), layout="constrained")
        time, memory = figure.subplots(1, 2)
        _panel(time, ordered, "wall seconds", Standings.wall)
        _panel(memory, ordered, "peak memory, MB", _megabytes)
        figure.legend(*time.get_legend_handles_labels(), loc="outside right center")
        figure.savefig(file, metadata={"Date": None} if file.suffix == ".svg" else None)


def _panel(axes: Axes, found: Sequence[Standings], label: str, value: Value) -> None:
    for name in dict.fromkeys(name for one in found for name in one.figures if name != UNIT):
        points = [(one.cases, value(one, name)) for one in found if name in one.figures]
        known = [(cases, figure) for cases, figure in points if figure]
        axes.plot(*zip(*known, strict=True), marker="o", label=name)
    axes.set(xscale="log", yscale="log", xlabel="cases", ylabel=label)
    axes.grid(which="both", alpha=0.3)


def _megabytes(found: Standings, name: str) -> float | None:
    memory = found.figures[name].memory
    return memory / 1e6 if memory else None
