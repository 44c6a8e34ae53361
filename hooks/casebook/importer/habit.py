"""Habits: the ways in which bulletins mark where a case begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from casebook.importer.bulletin_words import HAN_NUMBER, NUMBER, even, number_in
from casebook.importer.line import Line
from casebook.importer.opening import SHORTEST


@dataclass(frozen=True, slots=True)
class Habit:
    """A way to mark where a case begins."""

    name: str
    marker: re.Pattern[str]
    is_explicit: bool = False
    """Whether the marker itself says that a case begins."""


def _habit(name: str, marker: str, is_explicit: bool = False) -> Habit:
    return Habit(name, re.compile(marker), is_explicit)


_AFTER = r"\s*[】）]?\s*[：、.．|丨\-—]*\s*"
HABITS = (
    _habit("案例一", (
        rf"[【（]?(?:典型)?(?:案例|案件|事例|案列)\s*(?:之)?(?P<n>{NUMBER}){_AFTER}"
    ), True),
    _habit("第一起", (
        rf"[【（]?第(?P<n>{NUMBER})(?:起|个|则|案|例)(?:典型)?(?:案例|案件)?{_AFTER}"
    ), True),
    _habit("（一）", rf"[【（](?P<n>{HAN_NUMBER})[】）]\s*[、.]?\s*"),
    _habit("（1）", r"[【（](?P<n>[0-9]{1,2})[】）]\s*[、.]?\s*"),
    _habit("一、", rf"(?P<n>{HAN_NUMBER})\s*[、.．]\s*"),
    _habit("1.", r"(?P<n>[0-9]{1,2})\s*(?:[、．]|\.(?![0-9])|\.(?=20[0-9]{2}年))\s*"),
    _habit("①", r"(?P<n>[①-⑳])\s*"),
    _habit("1 ", r"(?P<n>0?[0-9]{1,2})(?:\s+|/\s*)(?=[^0-9\s]|20[0-9]{2}年)"),
    _habit("01", r"(?P<n>0[0-9]|[1-9][0-9]?)$"),
    _habit("01题", r"(?P<n>0[1-9])(?=[一-鿿“])"),
    _habit("一是", rf"(?P<n>{HAN_NUMBER})是"),
)  # fmt: skip
BULLET = re.compile(r"(?P<n>[◆▶●■★▲◎►➤▪•☆◇※✦✅🔹🔸⭕❖])\s*")
_INLINE = ("案例一", "第一起", "（一）", "一、", "1.", "①", "一是")
"""The habits that also stand within a paragraph."""


@dataclass(frozen=True, slots=True)
class Start:
    """A line on which a case begins."""

    line: int
    number: int
    rest: str
    """What of the line is left without its marker."""


def marked(lines: list[Line], marker: re.Pattern[str]) -> Iterator[Start]:
    """The lines that begin with a marker; a number that does not count is 0."""
    for number, line in enumerate(lines):
        if match := marker.match(even(line.text)):
            yield Start(number, number_in(match["n"]), line.text[match.end() :].strip())


def in_runs(starts: Iterable[Start]) -> list[Start]:
    """Those whose numbers count upwards, one by one, without tables of contents."""
    runs: list[list[Start]] = []
    for start in starts:
        if runs and start.number == runs[-1][-1].number + 1:
            runs[-1].append(start)
        elif start.number == 1 or not runs:
            runs.append([start])
    told = [run for run in runs if not _is_contents(run)] if len(runs) > 1 else runs
    return [start for run in told for start in run]


def _is_contents(run: list[Start]) -> bool:
    """Whether each entry of a run stands right below the one before it, with nothing between."""
    titled = all(start.rest and Line(start.rest).is_short for start in run)
    return len(run) > 1 and titled and all(b.line == a.line + 1 for a, b in pairwise(run))


def titles(lines: list[Line]) -> Iterator[Start]:
    """The lines that can be a title, each followed by a text."""
    for number, (line, after) in enumerate(pairwise(lines)):
        title = line.text.strip("【】[]")
        least = SHORTEST // 2 if title.endswith("案") else SHORTEST
        if Line(title).is_short and not Line(title).is_closed and len(after.text) >= least:
            yield Start(number, 0, title)


def unfolded(line: Line) -> Iterator[Line]:
    """The line, or its parts where one paragraph holds several marked cases."""
    plain = even(line.text)
    for habit in HABITS:
        if habit.name not in _INLINE:
            continue
        marker = re.compile(rf"(?:^|(?<=[。；：！？”\s])){habit.marker.pattern}")
        starts = [
            Start(match.start(), number_in(match["n"]), "") for match in marker.finditer(plain)
        ]
        run = in_runs(starts)
        if len(run) < 2:
            continue
        cuts = [start.line for start in run]
        pieces = [
            line.text[start:end].strip()
            for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True)
        ]
        if all(len(piece) >= SHORTEST for piece in pieces):
            if before := line.text[: cuts[0]].strip():
                yield Line(before)
            yield from map(Line, pieces)
            return
    yield line
