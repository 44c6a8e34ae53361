"""Divisions: splits a bulletin into its cases by the division with the highest score."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casebook.importer import bulletin_words
from casebook.importer.bulletin_words import normalized, number_in
from casebook.importer.case_markers import (
    BULLET,
    MARKERS,
    Start,
    marked,
    numbered_runs,
    split_cases,
    title_starts,
)
from casebook.importer.line import Line
from casebook.importer.opening import opening_cases, reads_like_a_case, sentence_cases, single_case
from casebook.importer.place_mentions import is_place
from casebook.importer.segment import Segment, segment_of, trim_last


def segments(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Segment, ...]]:
    """The lines before the first case, and the cases in the order of the bulletin.

    For a text without cases: all lines, and no segments.
    """
    whole = [piece for line in lines for piece in split_cases(line)]
    announced = announced_count(whole)
    divisions = list(_divisions(whole)) or list(_unmarked(whole, single_case(whole)))
    if not divisions:
        return tuple(lines), ()
    best = max(divisions, key=lambda division: division.score(announced))
    return tuple(whole[: best.first]), best.segments


def announced_count(lines: Iterable[Line]) -> int | None:
    """The number of cases that the bulletin announces; None if it announces none."""
    for line in lines:
        for match in bulletin_words.ANNOUNCED.finditer(normalized(line.text)):
            count = number_in(match["count"])
            if count > 1:
                return count
    return None


@dataclass(frozen=True, slots=True)
class _Division:
    """A candidate division of a text into cases."""

    first: int
    """The index of the line of the first case."""
    segments: tuple[Segment, ...]
    is_explicit: bool = False

    def score(self, announced: int | None) -> float:
        """The score: counts segments that read like cases, and compares them with `announced`."""
        likely = [reads_like_a_case(one.text, self.is_explicit) for one in self.segments]
        titled = [bool(one.title and one.title.endswith("案")) for one in self.segments]
        unlikely = sum(
            not (reads or is_titled) for reads, is_titled in zip(likely, titled, strict=True)
        )
        score = sum(likely) - 0.8 * unlikely + 0.6 * sum(titled)
        if announced is not None and len(self.segments) == announced:
            score += _AS_ANNOUNCED
        return score + (_EXPLICIT if self.is_explicit and any(likely) else 0)


_AS_ANNOUNCED = 4
_EXPLICIT = 8


def _divisions(lines: list[Line]) -> Iterator[_Division]:
    """The candidate divisions by markers, bullets, titles and openings."""
    for marker in MARKERS:
        starts = numbered_runs(marked(lines, marker.pattern))
        yield from _at(lines, starts, marker.is_explicit)
    for bullet in dict.fromkeys(match["n"] for line in lines if (match := BULLET.match(line.text))):
        yield from _at(lines, list(marked(lines, re.compile(re.escape(bullet) + r"\s*(?P<n>)"))))
    yield from _at(lines, [start for start in title_starts(lines) if start.rest.endswith("案")])
    yield from _at(lines, [start for start in title_starts(lines) if lines[start.line].is_bold])
    yield from _at(lines, [start for start in title_starts(lines) if is_place(start.rest)])
    yield from _unmarked(lines, opening_cases(lines))
    yield from _unmarked(lines, sentence_cases(lines))


def _at(lines: list[Line], starts: list[Start], is_explicit: bool = False) -> Iterator[_Division]:
    """The division at these starts, and one that treats them as headings of several cases."""
    if not starts:
        return
    ends = [*(start.line for start in starts[1:]), len(lines)]
    parts = [
        (start.rest, lines[start.line + 1 : end]) for start, end in zip(starts, ends, strict=True)
    ]
    found = [segment_of(rest, part) for rest, part in parts]
    filled = [segment for segment in trim_last(found) if segment.lines]
    if filled:
        yield _Division(starts[0].line, tuple(filled), is_explicit)
    split = tuple(Segment(None, one, rest) for rest, part in parts for one in opening_cases(part))
    if len(split) > len(filled) and not is_explicit:
        yield _Division(starts[0].line, split)


def _unmarked(lines: list[Line], cases: Iterable[tuple[str, ...]]) -> Iterator[_Division]:
    """The division into cases without marker and title."""
    if found := tuple(Segment(None, paragraphs) for paragraphs in cases):
        first = next(n for n, line in enumerate(lines) if found[0].lines[0] in line.text)
        yield _Division(first, found)
