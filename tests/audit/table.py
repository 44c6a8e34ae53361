"""The figures of all pages as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from unicodedata import east_asian_width

from .figures import BAR, Failure, Figures, missed

HOME = "（首页）"
SLOW = 1000
"""Machines below it, or busier ones, measure too slow a page."""


def table(found: Mapping[str, Figures]) -> Iterator[str]:
    """A line for every page, below a line that says what stands where."""
    rows = [["页面", *(limit.label + limit.unit for limit in BAR), "请求数", "机器"]]
    for address, figures in found.items():
        numbers = [limit.shown(getattr(figures, limit.figure)) for limit in BAR]
        rows.append([address or HOME, *numbers, str(figures.requests), str(figures.machine)])
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for page, *numbers in rows:
        cells = (
            " " * (wide - width(number)) + number
            for number, wide in zip(numbers, widths[1:], strict=True)
        )
        yield "  ".join([page + " " * (widths[0] - width(page)), *cells])


def shortfalls(found: Mapping[str, Figures]) -> Iterator[str]:
    """What every page misses, with the audits it did not pass; nothing if all reach the bar."""
    for address, figures in found.items():
        said = missed(address, figures)
        if said:
            yield f"{address or HOME}：{'；'.join(said)}"
            yield from _indented(figures.failures)


def doubts(found: Mapping[str, Figures]) -> Iterator[str]:
    """Why the times may be too long; nothing if the machine was fast and idle enough."""
    slowest = min(figures.machine for figures in found.values())
    if slowest < SLOW:
        yield f"测量时机器太忙或太慢（机器 {slowest}，应不低于 {SLOW}），时间偏长，请空闲时再测。"


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _indented(failures: Iterable[Failure]) -> Iterator[str]:
    for failure in failures:
        score = f" ({failure.score:g})" if failure.score < 1 else ""
        yield f"  {failure.audit}{score}：{failure.title}"
        yield from (f"      {line}" for line in failure.place.splitlines())
