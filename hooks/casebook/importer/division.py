"""Divisions: a bulletin parted into its cases, in the way that fits it best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casebook.importer import bulletin_words
from casebook.importer.bulletin_words import even, number_in
from casebook.importer.habit import BULLET, HABITS, Start, in_runs, marked, titles, unfolded
from casebook.importer.line import Line
from casebook.importer.opening import opened, reads_like_a_case, story, told_in_one
from casebook.importer.place_mentions import is_place
from casebook.importer.segment import Segment, evened, segment_of


def segments(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Segment, ...]]:
    """The lines before the first case, and the cases in the order of the bulletin.

    A text without any case has no segments, and all its lines come before them.
    """
    whole = [piece for line in lines for piece in unfolded(line)]
    announced = announced_count(whole)
    divisions = list(_divisions(whole)) or list(_unmarked(whole, story(whole)))
    if not divisions:
        return tuple(lines), ()
    best = max(divisions, key=lambda division: division.score(announced))
    return tuple(whole[: best.first]), best.segments


def announced_count(lines: Iterable[Line]) -> int | None:
    """How many cases the bulletin says it has, where it says so."""
    for line in lines:
        for match in bulletin_words.ANNOUNCED.finditer(even(line.text)):
            count = number_in(match["count"])
            if count > 1:
                return count
    return None


@dataclass(frozen=True, slots=True)
class _Division:
    """One way to divide a text into cases."""

    first: int
    """The line of the first case."""
    segments: tuple[Segment, ...]
    is_explicit: bool = False

    def score(self, announced: int | None) -> float:
        """How good it is: cases that read like cases, as many as were announced."""
        likely = sum(reads_like_a_case(one.text, self.is_explicit) for one in self.segments)
        unlikely = len(self.segments) - likely
        titled = sum(1 for one in self.segments if one.title and one.title.endswith("案"))
        score = likely - 0.8 * unlikely + 0.6 * titled
        if announced is not None and len(self.segments) == announced:
            score += _AS_ANNOUNCED
        return score + (_EXPLICIT if self.is_explicit and likely else 0)


_AS_ANNOUNCED = 4
_EXPLICIT = 8


def _divisions(lines: list[Line]) -> Iterator[_Division]:
    """The ways to divide the text that its marks, titles and openings offer."""
    for habit in HABITS:
        starts = in_runs(marked(lines, habit.marker))
        yield from _at(lines, starts, habit.is_explicit)
    for bullet in dict.fromkeys(match["n"] for line in lines if (match := BULLET.match(line.text))):
        yield from _at(lines, list(marked(lines, re.compile(re.escape(bullet) + r"\s*(?P<n>)"))))
    yield from _at(lines, [start for start in titles(lines) if start.rest.endswith("案")])
    yield from _at(lines, [start for start in titles(lines) if lines[start.line].is_bold])
    yield from _at(lines, [start for start in titles(lines) if is_place(start.rest)])
    yield from _unmarked(lines, opened(lines))
    yield from _unmarked(lines, told_in_one(lines))


def _at(lines: list[Line], starts: list[Start], is_explicit: bool = False) -> Iterator[_Division]:
    """The division at these starts, and the one where they are headings of several cases."""
    if not starts:
        return
    ends = [*(start.line for start in starts[1:]), len(lines)]
    parts = [
        (start.rest, lines[start.line + 1 : end]) for start, end in zip(starts, ends, strict=True)
    ]
    found = [segment_of(rest, part) for rest, part in parts]
    kept = [segment for segment in evened(found) if segment.lines]
    if kept:
        yield _Division(starts[0].line, tuple(kept), is_explicit)
    apart = tuple(Segment(None, one, rest) for rest, part in parts for one in opened(part))
    if len(apart) > len(kept) and not is_explicit:
        yield _Division(starts[0].line, apart)


def _unmarked(lines: list[Line], cases: Iterable[tuple[str, ...]]) -> Iterator[_Division]:
    """The division into cases that have neither marker nor title."""
    if found := tuple(Segment(None, paragraphs) for paragraphs in cases):
        first = next(n for n, line in enumerate(lines) if found[0].lines[0] in line.text)
        yield _Division(first, found)
