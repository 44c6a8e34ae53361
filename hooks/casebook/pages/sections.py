"""Sections of Markdown texts."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from casebook.content.markdown import parse
from casebook.texts import pages as texts


def section(body: str, heading: str) -> str:
    """The Markdown below a level-two heading, up to the next; empty without that heading."""
    lines = body.split("\n")
    headings = [*_headings(body), (len(lines), len(lines), "")]
    for (_, start, title), (end, *_) in pairwise(headings):
        if title == heading:
            return "\n".join(lines[start:end]).strip()
    return ""


def advice(body: str) -> str:
    """The Markdown of a body's section of advice under either heading; empty without one."""
    return section(body, texts.ADVICE) or section(body, texts.POLICE_ADVICE)


def has_advice(body: str) -> bool:
    """Whether a body has a section of advice under either heading."""
    headings = (texts.ADVICE, texts.POLICE_ADVICE)
    return any(heading in body and has_section(body, heading) for heading in headings)


def has_section(body: str, heading: str) -> bool:
    """Whether a body has this level-two heading."""
    return any(title == heading for *_, title in _headings(body))


@lru_cache(maxsize=64)
def _headings(body: str) -> tuple[tuple[int, int, str], ...]:
    """The first line of each level-two heading, the line after it, and its text.

    Cached, because several pages take sections of one text: a tenth of a check, measured.
    """
    return tuple(
        (token.map[0], token.map[1], inline.content)
        for token, inline in pairwise(parse(body))
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0 and token.map
    )
