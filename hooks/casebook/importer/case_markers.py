"""Case markers: patterns by which bulletins mark the beginning of a case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from casebook.importer.bulletin_words import HAN_NUMBER, NUMBER, normalized, number_in
from casebook.importer.line import Line
from casebook.importer.opening import SHORTEST


@dataclass(frozen=True, slots=True)
class CaseMarker:
    """A pattern that marks the beginning of a case; its group `n` is the number."""

    name: str
    pattern: re.Pattern[str]
    is_explicit: bool = False
    """Whether the marker contains a word for a case."""


def _marker(name: str, pattern: str, is_explicit: bool = False) -> CaseMarker:
    return CaseMarker(name, re.compile(pattern), is_explicit)


_AFTER = r"\s*[】）]?\s*[：、.．|丨\-—]*\s*"
MARKERS = (
    _marker("案例一", (
        rf"[【（]?(?:典型)?(?:案例|案件|事例|案列)\s*(?:之)?(?P<n>{NUMBER}){_AFTER}"
    ), True),
    _marker("第一起", (
        rf"[【（]?第(?P<n>{NUMBER})(?:起|个|则|案|例)(?:典型)?(?:案例|案件)?{_AFTER}"
    ), True),
    _marker("（一）", rf"[【（](?P<n>{HAN_NUMBER})[】）]\s*[、.]?\s*"),
    _marker("（1）", r"[【（](?P<n>[0-9]{1,2})[】）]\s*[、.]?\s*"),
    _marker("一、", rf"(?P<n>{HAN_NUMBER})\s*[、.．]\s*"),
    _marker("1.", r"(?P<n>[0-9]{1,2})\s*(?:[、．]|\.(?![0-9])|\.(?=20[0-9]{2}年))\s*"),
    _marker("①", r"(?P<n>[①-⑳])\s*"),
    _marker("1 ", r"(?P<n>0?[0-9]{1,2})(?:\s+|/\s*)(?=[^0-9\s]|20[0-9]{2}年)"),
    _marker("01", r"(?P<n>0[0-9]|[1-9][0-9]?)$"),
    _marker("01题", r"(?P<n>0[1-9])(?=[一-鿿“])"),
    _marker("一是", rf"(?P<n>{HAN_NUMBER})是"),
)  # fmt: skip
BULLET = re.compile(r"(?P<n>[◆▶●■★▲◎►➤▪•☆◇※✦✅🔹🔸⭕❖])\s*")
_INLINE = ("案例一", "第一起", "（一）", "一、", "1.", "①", "一是")
"""The names of markers that also occur within a paragraph."""


@dataclass(frozen=True, slots=True)
class Start:
    """The beginning of a case in a text."""

    line: int
    number: int
    rest: str
    """The line without its marker."""


def marked(lines: list[Line], pattern: re.Pattern[str]) -> Iterator[Start]:
    """The lines that begin with a marker; the number is 0 for bullets."""
    for number, line in enumerate(lines):
        if match := pattern.match(normalized(line.text)):
            yield Start(number, number_in(match["n"]), line.text[match.end() :].strip())


def numbered_runs(starts: Iterable[Start]) -> list[Start]:
    """The starts in runs of consecutive numbers, without tables of contents."""
    runs: list[list[Start]] = []
    for start in starts:
        if runs and start.number == runs[-1][-1].number + 1:
            runs[-1].append(start)
        elif start.number == 1 or not runs:
            runs.append([start])
    cases = [run for run in runs if not _is_contents(run)] if len(runs) > 1 else runs
    return [start for run in cases for start in run]


def _is_contents(run: list[Start]) -> bool:
    """Whether a run is a table of contents: short titles on adjacent lines."""
    titled = all(start.rest and Line(start.rest).is_short for start in run)
    return len(run) > 1 and titled and all(b.line == a.line + 1 for a, b in pairwise(run))


def title_starts(lines: list[Line]) -> Iterator[Start]:
    """The lines that can be a title, each followed by a paragraph."""
    for number, (line, after) in enumerate(pairwise(lines)):
        title = line.text.strip("【】[]")
        least = SHORTEST // 2 if title.endswith("案") else SHORTEST
        if Line(title).is_short and not Line(title).is_closed and len(after.text) >= least:
            yield Start(number, 0, title)


def split_cases(line: Line) -> Iterator[Line]:
    """The line, or its parts if it contains several marked cases."""
    plain = normalized(line.text)
    for marker in MARKERS:
        if marker.name not in _INLINE:
            continue
        inline = re.compile(rf"(?:^|(?<=[。；：！？”\s])){marker.pattern.pattern}")
        starts = [
            Start(match.start(), number_in(match["n"]), "") for match in inline.finditer(plain)
        ]
        run = numbered_runs(starts)
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
