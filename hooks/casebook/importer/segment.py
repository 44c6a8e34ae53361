"""A segment: the part of a bulletin on one case, from its heading to its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casebook.importer import bulletin_words
from casebook.importer.bulletin_words import normalized
from casebook.importer.case_markers import Start
from casebook.importer.case_text import CaseText, case_text
from casebook.importer.evidence import handles
from casebook.importer.line import Line
from casebook.importer.opening import DATELINE
from casebook.importer.sections import section_label


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a bulletin on one case."""

    number: int
    """As printed; 0 if it has none."""
    heading: tuple[Line, ...]
    """The lines of its marker and title, as printed."""
    title: str | None
    """Verbatim, without marker; None if the case has no title."""
    body: CaseText
    shared: str = ""
    """The heading that it shares with other cases, verbatim."""
    facts: str = ""
    """What the columns of a table say of it, a line each with the head of its column."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of its text."""
        return self.body.kept

    @property
    def text(self) -> str:
        """All paragraphs, with line breaks between them."""
        return "\n".join(line.text for line in self.lines)

    @property
    def reading(self) -> str:
        """The text as facts are read from it: with what the columns of a table say of it."""
        return f"{self.text}\n{self.facts}" if self.facts else self.text


def segment_of(start: Start, lines: Sequence[Line], end: int, is_last: bool = False) -> Segment:
    """The case from its start to the line with index `end`."""
    head = lines[start.line]
    after = lines[start.line + 1 : end]
    title, heading, body = _title(start, head, after)
    while title and len(body) > 1 and body[0].text.startswith("—") and body[0].is_short:
        heading, body = (*heading, body[0]), body[1:]
    return Segment(start.number, heading, title, case_text(body, is_last))


_RUN_IN = re.compile(
    r"(?P<title>[^。]{4,60}?案(?:件)?)[。：]\s*(?=[^\s])|(?P<other>[^。，：]{4,30})。|"
    r"(?P<short>[^。，：；]{4,20})：(?=[^“].{20})"
)
_REPORTS = re.compile("元|某(?!某?[案公])|经查|讯|电$|记者|通报")


def _run_in(plain: str) -> re.Match[str] | None:
    """The title at the beginning of a paragraph; none if that reports what was done."""
    match = _RUN_IN.match(plain)
    other = (match["other"] or match["short"]) if match else None
    if not match or not other:
        return match
    reports = _REPORTS.search(other) or (match["short"] and handles(other))
    is_title = other.endswith(("案", "案件")) or not reports
    return match if is_title and not section_label(other) else None


def _title(
    start: Start, head: Line, after: Sequence[Line]
) -> tuple[str | None, tuple[Line, ...], list[Line]]:
    """The title of a case, its heading, and the lines of its text."""
    rest = head.part(start.offset)
    if rest is None:
        return _title_below(head, after)
    marker = head.part(0, start.offset)
    plain = normalized(rest.text)
    opening = bulletin_words.OPENING.match(plain)
    is_dated = opening is not None and opening["since"] is not None
    is_paragraph = start.number == 0 and start.offset == 0 and not rest.is_short
    if not is_dated and not is_paragraph and (match := _run_in(plain)):
        end = start.offset + len(head.text[start.offset :]) - len(rest.text) + match.end()
        titled, text = head.part(0, end), head.part(end)
        heading = (titled,) if titled else ()
        return (
            match["title"] or match["other"] or match["short"],
            heading,
            [*([text] if text else []), *after],
        )
    if rest.is_short and after and (not rest.is_closed or rest.text[-1] in "：:”）)?？"):
        return rest.text.strip("【】[]").rstrip("：: "), (head,), list(after)
    if rest.is_short and not after and not rest.is_closed and not handles(rest.text):
        return rest.text.strip("【】[]"), (head,), []
    heading = (marker,) if marker and not DATELINE.match(marker.text) else ()
    return None, heading, [rest, *after]


_TITLED = re.compile("(?:案件|案例)?(?:名称|标题)|案名|案由")
"""The label of a title in a table."""


def _title_below(
    head: Line, after: Sequence[Line]
) -> tuple[str | None, tuple[Line, ...], list[Line]]:
    """The title on the line below a marker that stands alone."""
    below = after[0] if after else None
    if below and _TITLED.fullmatch(below.text) and len(after) > 2:
        return after[1].text, (head, below, after[1]), list(after[2:])
    if below and below.is_short and not below.is_closed and len(after) > 1:
        return below.text, (head, below), list(after[1:])
    return None, (head,), list(after)
