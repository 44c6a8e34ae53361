"""What was measured of the engines, and the table of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median

from .build import Run
from .search_visits import Answer


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was measured of an engine."""

    indexing: Run
    index_files: int
    index_bytes: int
    visits: list[tuple[Answer, Answer]]
    """The answers to the first and to the second query of each pair."""


INDEX: tuple[tuple[str, Callable[[Findings], float]], ...] = (
    ("index: wall time, s", lambda found: found.indexing.wall),
    ("index: CPU time, s", lambda found: found.indexing.cpu),
    ("index: peak memory, MB", lambda found: found.indexing.peak / 1e6),
    ("index: size, MB", lambda found: found.index_bytes / 1e6),
    ("index: files", lambda found: found.index_files),
)
ANSWER: tuple[tuple[str, Callable[[Answer], float | None]], ...] = (
    ("time to results, s", lambda answer: answer.seconds),
    ("requests", lambda answer: answer.requests),
    ("on the wire, kB", lambda answer: answer.bytes / 1e3),
    ("longest task, ms", lambda answer: answer.longest_task * 1000),
    ("longest task, CPU ms", lambda answer: answer.longest_work * 1000),
    ("page's memory, MB", lambda answer: answer.memory and answer.memory / 1e6),
)
QUERIES = ("first query", "second query")


def table(found: dict[str, Findings]) -> Iterator[str]:
    """The lines of the table: a column for each engine, with ratios to the first of them.

    Of the queries there is the median and, below it, the worst; a dash is what is not known here.
    """
    first, *others = found
    yield f"{'':34}{first:>12}" + "".join(f"{name:>12}{'ratio':>8}" for name in others)
    for label, figure in INDEX:
        yield _line(label, [figure(one) for one in found.values()])
    for number, query in enumerate(QUERIES):
        for label, figure in ANSWER:
            answers = [[figure(pair[number]) for pair in one.visits] for one in found.values()]
            known = [[figure for figure in one if figure is not None] for one in answers]
            yield _line(f"{query}: {label}", [median(one) if one else None for one in known])
            yield _line("  worst", [max(one, default=None) for one in known])


def _line(label: str, figures: list[float | None]) -> str:
    first, *others = figures
    columns = [f"{_shown(first):>12}"]
    for figure in others:
        ratio = f"{figure / first:.2f}" if figure is not None and first else "–"
        columns.append(f"{_shown(figure):>12}{ratio:>8}")
    return f"{label:34}" + "".join(columns)


def _shown(figure: float | None) -> str:
    if figure is None:
        return "–"
    return f"{figure:,}" if isinstance(figure, int) else f"{figure:,.2f}"


def failures(found: dict[str, Findings], pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """A line for each engine that found nothing for some queries, whose figures say little then."""
    for name, findings in found.items():
        asked = zip(chain(*pairs), chain(*findings.visits), strict=True)
        if none := [query for query, answer in asked if not answer.results]:
            yield f"{name} found nothing: {' '.join(none)}"
