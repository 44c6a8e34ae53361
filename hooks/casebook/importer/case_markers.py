"""Case markers: patterns by which bulletins mark the beginning of a case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from casebook.importer.announced import presents
from casebook.importer.bulletin_words import HAN_NUMBER, NUMBER, announces, normalized, number_in
from casebook.importer.evidence import SHORTEST
from casebook.importer.line import Line
from casebook.importer.reasons import explicit_reason, implicit_reason
from casebook.importer.sections import section_label


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
    _marker("（1）", r"[【（](?P<n>[0-9]{1,3})[】）]\s*[、.]?\s*"),
    _marker("一、", rf"(?P<n>{HAN_NUMBER})\s*[、.．]\s*"),
    _marker("1.", (
        r"(?P<n>[0-9]{1,3})\s*"
        r"(?:[、．]|\.(?![0-9])|\.(?=20[0-9]{2}[年.\-/]|[0-9]{1,2}月))\s*"
    )),
    _marker("①", r"(?P<n>[①-⑳])\s*"),
    _marker("1 ", r"(?P<n>0?[0-9]{1,3})(?:\s+|/\s*)(?=[^0-9\s]|20[0-9]{2}年)"),
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
    """The index of its line."""
    number: int
    """As printed; 0 if it has none."""
    offset: int
    """The length of the marker in the line."""
    rest: str
    """The line without its marker."""


def marked(lines: list[Line], pattern: re.Pattern[str]) -> Iterator[Start]:
    """The lines that begin with a marker but for labels of sections; bullets have the number 0."""
    for index, line in enumerate(lines):
        if match := pattern.match(normalized(line.text)):
            end = max(match.end(), line.label)
            rest = line.text[end:].strip()
            if not _is_section(rest):
                yield Start(index, number_in(match["n"]), end, rest)


def _is_section(rest: str) -> bool:
    """Whether a marked line is the label of a part of a case: 一、基本案情."""
    label = section_label(rest)
    return label is not None and len(label) == len(rest)


def numbered_runs(starts: Iterable[Start], skipped: int = 1) -> list[Start]:
    """The starts in runs of ascending numbers, without tables of contents.

    At most `skipped` numbers are missing in a run, as those of cases that are pictures.
    """
    runs: list[list[Start]] = []
    for start in starts:
        last = runs[-1][-1].number if runs else 0
        if runs and last < start.number <= last + 1 + skipped:
            runs[-1].append(start)
        elif start.number == 1 or not runs:
            runs.append([start])
    cases = [run for run in runs if not _is_contents(run)] if len(runs) > 1 else runs
    return [start for run in cases for start in run]


def with_missing(starts: list[Start], lines: list[Line]) -> list[Start]:
    """The starts, and those of missing numbers that another marker gives in their place."""
    found: list[Start] = []
    number = 0
    for start in starts:
        for missing in range(number + 1, start.number):
            first = found[-1].line + 1 if found else 0
            found += _other_start(missing, first, lines[first : start.line])
        found.append(start)
        number = start.number
    return found


def _other_start(number: int, first: int, part: list[Line]) -> list[Start]:
    """The first start with a number by any marker in a part of the lines; none if there is none."""
    for marker in MARKERS:
        for start in marked(part, marker.pattern):
            if start.number == number:
                return [replace(start, line=start.line + first)]
    return []


def _is_contents(run: list[Start]) -> bool:
    """Whether a run is a table of contents: short titles on adjacent lines."""
    titled = all(start.rest and Line(start.rest).is_short for start in run)
    return len(run) > 1 and titled and all(b.line == a.line + 1 for a, b in pairwise(run))


def title_starts(lines: list[Line]) -> Iterator[Start]:
    """The lines that can be a title, each followed by a paragraph."""
    for index, (line, after) in enumerate(pairwise(lines)):
        title = line.text[line.label :].strip("【】[] ")
        least = SHORTEST // 2 if title.endswith("案") else SHORTEST
        if not Line(title).is_short or Line(title).is_closed or len(after.text) < least:
            continue
        reasons = explicit_reason(title), section_label(title), implicit_reason(after.text)
        if (
            not any(reasons)
            and not announces(after.text)
            and not presents(title)
            and not _STAMP.search(title)
        ):
            yield Start(index, 0, line.label, title)


_STAMP = re.compile("20[0-9]{2}[-./年][0-9]{1,2}[-./月][0-9]{1,2}|[：:]$|^[—-]{2}")
"""What no title of a case has: the date of a page, a colon at its end, the dash of a subtitle."""


def split_cases(line: Line) -> Iterator[Line]:
    """The line, or its parts if it contains several marked cases."""
    cuts = _cuts(line.text)
    if not cuts:
        yield line
        return
    for start, end in pairwise((0, *cuts, len(line.text))):
        if piece := line.part(start, end):
            yield piece


def _cuts(text: str) -> list[int]:
    """The offsets of the marked cases within a paragraph; empty for fewer than two."""
    plain = normalized(text)
    for marker in MARKERS:
        if marker.name not in _INLINE:
            continue
        inline = re.compile(rf"(?:^|(?<=[。；：！？”\s])){marker.pattern.pattern}")
        starts = [
            Start(match.start(), number_in(match["n"]), 0, "") for match in inline.finditer(plain)
        ]
        cuts = [start.line for start in numbered_runs(starts, 0)]
        lengths = [end - start for start, end in pairwise((*cuts, len(text)))]
        if len(cuts) > 1 and all(length >= SHORTEST for length in lengths):
            return cuts
    return []
