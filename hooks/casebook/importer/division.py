"""Divisions: splits a bulletin into its cases by the division with the highest score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from casebook.importer.announced import announced_count, presents, tells_one_story
from casebook.importer.case_markers import (
    BULLET,
    MARKERS,
    Start,
    marked,
    numbered_runs,
    split_cases,
    title_starts,
    with_missing,
)
from casebook.importer.case_tables import table_segments
from casebook.importer.case_text import CaseText
from casebook.importer.evidence import masked_names, may_be_of_a_case, reads_like_a_case
from casebook.importer.line import Line
from casebook.importer.opening import (
    cleared_starts,
    dated_sentences,
    is_one_story,
    opening_starts,
    sentence_cases,
    single_start,
)
from casebook.importer.place_mentions import is_place
from casebook.importer.reasons import Reason, implicit_reason
from casebook.importer.sections import section_label
from casebook.importer.segment import Segment, segment_of


@dataclass(frozen=True, slots=True)
class Division:
    """A division of a bulletin into cases."""

    segments: tuple[Segment, ...]
    """In the order of the bulletin, each with text."""
    unfilled: tuple[Segment, ...] = ()
    """Headings of cases without text."""
    announced: int | None = None
    is_explicit: bool = False
    """Whether its markers contain a word for a case."""

    @property
    def score(self) -> float:
        """The score: counts segments that read like cases, and compares them with `announced`."""
        likely = [reads_like_a_case(one.text, self.is_explicit) for one in self.segments]
        titled = [bool(one.title and one.title.endswith("案")) for one in self.segments]
        unlikely = sum(
            not (reads or is_titled) for reads, is_titled in zip(likely, titled, strict=True)
        )
        score = sum(likely) - 0.8 * unlikely + 0.6 * sum(titled) - self._continued()
        count = len(self.segments)
        if self.announced and self.announced in (count, count + len(self.unfilled), sum(likely)):
            score += _AS_ANNOUNCED
        return score + (_EXPLICIT if self.is_explicit and any(likely) else 0)

    def _continued(self) -> int:
        """How many segments go on about a person of the one before."""
        names = [masked_names(one.text) for one in self.segments]
        return sum(bool(first & second) for first, second in pairwise(names))


_AS_ANNOUNCED = 4
_EXPLICIT = 8
_SKIPPED = {True: 10, False: 1}
"""Numbers that may be missing between two cases, by whether the marker is explicit."""


def division_of(lines: Sequence[Line]) -> Division:
    """The division with the highest score; one without segments for a text without cases."""
    whole = [piece for line in lines for piece in split_cases(line)]
    announced = announced_count(line.text for line in whole)
    single = list(_at(whole, list(single_start(whole))))
    found = [] if single and _is_announced_alone(whole, announced) else list(_divisions(whole))
    best = max(
        (replace(division, announced=announced) for division in found or single),
        key=lambda division: division.score,
        default=Division((), announced=announced),
    )
    if not single or announced or best.is_explicit:
        return best
    if len(best.segments) == 1:
        return single[0]
    first = best.segments[0].lines[0]
    head = [line.text for line in whole if line.block < first.block]
    before = "\n".join(text for text in head if text.endswith("。"))
    told = [before, *(f"{one.title or ''}\n{one.text}" for one in best.segments)]
    return single[0] if is_one_story(told, any(map(presents, head))) else best


def _is_announced_alone(lines: Sequence[Line], announced: int | None) -> bool:
    """Whether the title tells a single story and nothing marks a case."""
    head = next((line.text for line in lines if line.is_short), "")
    if announced is not None or not tells_one_story(head):
        return False
    return not any(
        len(list(marked(list(lines), marker.pattern))) > 1
        for marker in MARKERS
        if marker.is_explicit
    )


def _divisions(lines: list[Line]) -> Iterator[Division]:
    """The candidate divisions by tables, markers, bullets, titles and openings."""
    if tables := tuple(table_segments(lines)):
        yield Division(tables, is_explicit=True)
    for marker in MARKERS:
        starts = numbered_runs(marked(lines, marker.pattern), _SKIPPED[marker.is_explicit])
        if marker.is_explicit:
            starts = with_missing(starts, lines)
        yield from _at(lines, starts, marker.is_explicit)
    for bullet in dict.fromkeys(match["n"] for line in lines if (match := BULLET.match(line.text))):
        yield from _at(lines, list(marked(lines, re.compile(re.escape(bullet) + r"\s*(?P<n>)"))))
    titles = list(title_starts(lines))
    yield from _at(lines, [start for start in titles if start.rest.endswith("案")])
    yield from _at(lines, [start for start in titles if lines[start.line].is_bold])
    yield from _at(lines, [start for start in titles if is_place(start.rest)])
    yield from _at(lines, titles[1:] if titles and titles[0].line == 0 else titles)
    openings = list(opening_starts(lines))
    yield from _at(lines, openings)
    sentences = list(sentence_cases(lines))
    if len(sentences) > len(lines):
        yield from _at(sentences, list(cleared_starts(sentences)))
    dated = list(dated_sentences(lines))
    if len(dated) > len(lines):
        yield from _at(dated, list(opening_starts(dated)))


def _at(lines: list[Line], starts: list[Start], is_explicit: bool = False) -> Iterator[Division]:
    """The division at these starts, and one that treats them as headings of several cases."""
    if not starts:
        return
    ends = [*(start.line for start in starts[1:]), len(lines)]
    found = [
        segment_of(start, lines, end, is_last=end == len(lines))
        for start, end in zip(starts, ends, strict=True)
    ]
    while not is_explicit and len(found) > 1 and _is_after_the_cases(found[-1]):
        found.pop()
    filled = tuple(_trimmed([segment for segment in found if segment.lines]))
    unfilled = tuple(segment for segment in found if not segment.lines)
    if filled:
        yield Division(filled, unfilled, is_explicit=is_explicit)
    if is_explicit:
        return
    split = tuple(_under_headings(lines, starts, ends))
    if len(split) > len(filled):
        yield Division(split)


def _is_after_the_cases(segment: Segment) -> bool:
    """Whether an unnumbered part at the end of a bulletin is no case."""
    is_titled = segment.title is not None and segment.title.endswith("案")
    return segment.number == 0 and not is_titled and not reads_like_a_case(segment.text, True)


def _under_headings(lines: list[Line], starts: list[Start], ends: list[int]) -> Iterator[Segment]:
    """The cases that open without a marker under each of these headings."""
    for start, end in zip(starts, ends, strict=True):
        part = lines[start.line + 1 : end]
        openings = list(opening_starts(part))
        cuts = [*(one.line for one in openings), len(part)]
        for opening, until in zip(openings, cuts[1:], strict=True):
            segment = segment_of(opening, part, until, is_last=end == len(lines))
            if segment.lines:
                yield replace(segment, shared=start.rest)


def _trimmed(found: list[Segment]) -> list[Segment]:
    """The segments, with the end of the bulletin cut off the last where the cases have sections.

    It has as many paragraphs as the longest of the others, and more if these report facts.
    """
    if len(found) < _SEVERAL or not any(
        section_label(line.text) for one in found[:-1] for line in one.lines
    ):
        return found
    most = max(len(one.lines) for one in found[:-1])
    last = found[-1]
    kept = list(last.lines)
    cut: list[tuple[Line, Reason]] = []
    while len(kept) > most and not may_be_of_a_case(kept[-1].text):
        line = kept.pop()
        cut.append((line, implicit_reason(line.text) or Reason.SUMMARY))
    return [*found[:-1], replace(last, body=CaseText(tuple(kept), (*last.body.left_out, *cut)))]


_SEVERAL = 2
