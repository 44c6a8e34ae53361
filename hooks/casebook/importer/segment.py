"""A segment: what a bulletin says of one case, from its title to where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casebook.importer import bulletin_words
from casebook.importer.bulletin_words import even
from casebook.importer.ending import until_closed, without_address
from casebook.importer.line import Line
from casebook.importer.opening import goes_on


@dataclass(frozen=True, slots=True)
class Segment:
    """What a bulletin says of one case."""

    title: str | None
    """As printed; None where the bulletin gives it none."""
    lines: tuple[str, ...]
    """Its paragraphs, without marker and title."""
    heading: str = ""
    """Under which it stands with others, as printed."""

    @property
    def text(self) -> str:
        """All paragraphs, parted by line breaks."""
        return "\n".join(self.lines)


def segment_of(rest: str, lines: Sequence[Line]) -> Segment:
    """The case that a marker begins: what follows the marker, and the lines up to the next one."""
    title, texts = _title(rest, [line.text for line in lines])
    return Segment(title, tuple(until_closed(texts)))


_RUN_IN = re.compile(
    r"(?P<title>[^。]{4,60}?案(?:件)?)[。：]\s*(?=[^\s])|(?P<other>[^。，：]{4,30})。"
)


def _title(rest: str, texts: list[str]) -> tuple[str | None, list[str]]:
    """The title of a case, and its paragraphs without it."""
    if not rest:
        head = texts[0] if texts else ""
        is_title = head and Line(head).is_short and not Line(head).is_closed and len(texts) > 1
        return (head, texts[1:]) if is_title else (None, texts)
    plain = even(rest)
    opening = bulletin_words.OPENING.match(plain)
    is_dated = opening is not None and opening["since"] is not None
    if not is_dated and (match := _RUN_IN.match(plain)):
        said = rest[match.end() :].strip()
        return match["title"] or match["other"], [said, *texts] if said else texts
    if Line(rest).is_short and texts and (not Line(rest).is_closed or rest[-1] in "：:”）)?？"):
        return rest.rstrip("：: "), texts
    return None, [rest, *texts]


def evened(found: list[Segment]) -> list[Segment]:
    """The segments with the last one, behind which the page goes on, cut where its case ends.

    Its paragraphs go on with the case as long as they say so; where the cases have labelled parts,
    as many as the longest of the others has.
    """
    if len(found) < 2:
        return found
    last = found[-1]
    most = max(len(one.lines) for one in found[:-1])
    if any(_LABEL.match(text) for one in found[:-1] for text in one.lines):
        return [*found[:-1], replace(last, lines=last.lines[:most])]
    kept = list(last.lines[:1])
    for text in last.lines[1:]:
        if not goes_on(even(text)):
            break
        kept.append(text)
    kept = [*kept[:-1], *map(without_address, kept[-1:])]
    return [*found[:-1], replace(last, lines=tuple(kept))]


_LABEL = re.compile(r"[【（(][^】）)]{1,8}[】）)]|[一二三]、[^，。]{2,8}$")
