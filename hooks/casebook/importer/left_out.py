"""What is left out: the text of a document that is in no case, no title and no lead, and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casebook.importer.division import Division
from casebook.importer.document import Document, Role
from casebook.importer.evidence import may_be_of_a_case
from casebook.importer.line import Line, line_of, page_lines
from casebook.importer.reasons import Reason, reason_around


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text of a document that became neither title, lead nor part of a case."""

    text: str
    """Verbatim."""
    reason: Reason
    at: str
    """Its place in the source."""

    @property
    def is_doubtful(self) -> bool:
        """Whether it reads like a part of a case, so that an editor must look at it."""
        return self.reason is Reason.UNFILLED or (
            self.reason not in _REPEATS and may_be_of_a_case(self.text)
        )


_REPEATS = (Reason.CONTENTS, Reason.LABEL, Reason.CATEGORY, Reason.KEYWORDS)
"""Reasons whose text repeats or heads what the cases say."""


def left_out(
    document: Document, division: Division, title: Sequence[Line], lead: Sequence[Line]
) -> tuple[LeftOut, ...]:
    """Everything of the document but title, lead and cases, in its order.

    Each character of the document is in exactly one of them.
    """
    reasons = {
        (line.block, line.start): reason
        for segment in (*division.segments, *division.unfilled)
        for line, reason in segment.body.left_out
    }
    reasons |= {
        (line.block, line.start): Reason.UNFILLED
        for segment in division.unfilled
        for line in segment.heading
    }
    for role, line in page_lines(document):
        reasons[line.block, line.start] = Reason.FOOTNOTE if role is Role.FOOTNOTE else Reason.PAGE
    taken = [*title, *lead, *_of_cases(division)]
    named = {_bare(one.title) for one in division.segments if one.title}
    shared = {one.shared for one in division.segments}
    found = []
    for line in _pieces(remaining(document, taken), reasons):
        known = reasons.get((line.block, line.start))
        found.append(LeftOut(line.text, known or _reason(line, named, shared), line.at))
    return tuple(found)


def _of_cases(division: Division) -> Iterator[Line]:
    for segment in division.segments:
        yield from segment.heading
        yield from segment.lines


def _reason(line: Line, titles: set[str], shared: set[str]) -> Reason:
    if any(one and one in line.text for one in shared):
        return Reason.CATEGORY
    if any(title and title in _bare(line.text) for title in titles):
        return Reason.CONTENTS
    if line.text.strip("：: ") in ("目录", "目 录"):
        return Reason.CONTENTS
    return reason_around(line.text)


def _bare(text: str) -> str:
    return re.sub(r"[\s“”\"《》【】]", "", text)


def remaining(document: Document, taken: Iterable[Line]) -> Iterator[Line]:
    """The parts of a document's blocks that none of the lines covers, in its order."""
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for line in taken:
        covered[line.block].append((line.start, line.start + len(line.text)))
    for number, block in enumerate(document.blocks):
        whole, at = line_of(block, number), 0
        for start, end in sorted(covered[number]):
            if part := whole.part(at, start):
                yield part
            at = max(at, end)
        if part := whole.part(at):
            yield part


def _pieces(lines: Iterable[Line], reasons: dict[tuple[int, int], Reason]) -> Iterator[Line]:
    """The lines, cut where a part with a reason of its own begins."""
    starts: dict[int, list[int]] = defaultdict(list)
    for block, start in reasons:
        starts[block].append(start)
    for line in lines:
        inner = [
            start - line.start
            for start in sorted(starts[line.block])
            if line.start < start < line.start + len(line.text)
        ]
        for start, end in zip((0, *inner), (*inner, len(line.text)), strict=True):
            if part := line.part(start, end):
                yield part
