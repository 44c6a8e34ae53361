"""A segment: the part of a bulletin on one case, from its title to its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casebook.importer import bulletin_words
from casebook.importer.bulletin_words import normalized
from casebook.importer.ending import case_paragraphs, without_appeal
from casebook.importer.line import Line
from casebook.importer.opening import continues_case


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a bulletin on one case."""

    title: str | None
    """Verbatim; None if the case has no title."""
    lines: tuple[str, ...]
    """Its paragraphs, without marker and title."""
    heading: str = ""
    """The heading that it shares with other cases, verbatim."""

    @property
    def text(self) -> str:
        """All paragraphs, with line breaks between them."""
        return "\n".join(self.lines)


def segment_of(rest: str, lines: Sequence[Line]) -> Segment:
    """The case after a marker: `rest` of its line, and the lines up to the next marker."""
    title, texts = _title(rest, [line.text for line in lines])
    return Segment(title, tuple(case_paragraphs(texts)))


_RUN_IN = re.compile(
    r"(?P<title>[^。]{4,60}?案(?:件)?)[。：]\s*(?=[^\s])|(?P<other>[^。，：]{4,30})。"
)


def _title(rest: str, texts: list[str]) -> tuple[str | None, list[str]]:
    """The title of a case, and its paragraphs without it."""
    if not rest:
        head = texts[0] if texts else ""
        is_title = head and Line(head).is_short and not Line(head).is_closed and len(texts) > 1
        return (head, texts[1:]) if is_title else (None, texts)
    plain = normalized(rest)
    opening = bulletin_words.OPENING.match(plain)
    is_dated = opening is not None and opening["since"] is not None
    if not is_dated and (match := _RUN_IN.match(plain)):
        text = rest[match.end() :].strip()
        return match["title"] or match["other"], [text, *texts] if text else texts
    if Line(rest).is_short and texts and (not Line(rest).is_closed or rest[-1] in "：:”）)?？"):
        return rest.rstrip("：: "), texts
    return None, [rest, *texts]


def trim_last(found: list[Segment]) -> list[Segment]:
    """The segments with the last one cut where its case ends and the page continues.

    Its paragraphs are kept while they continue the case; if the cases have labelled parts, as many
    as the longest of the others has.
    """
    if len(found) < 2:
        return found
    last = found[-1]
    most = max(len(one.lines) for one in found[:-1])
    if any(_LABEL.match(text) for one in found[:-1] for text in one.lines):
        return [*found[:-1], replace(last, lines=last.lines[:most])]
    kept = list(last.lines[:1])
    for text in last.lines[1:]:
        if not continues_case(normalized(text)):
            break
        kept.append(text)
    kept = [*kept[:-1], *map(without_appeal, kept[-1:])]
    return [*found[:-1], replace(last, lines=tuple(kept))]


_LABEL = re.compile(r"[【（(][^】）)]{1,8}[】）)]|[一二三]、[^，。]{2,8}$")
