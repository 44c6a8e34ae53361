"""Sections of Markdown texts."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from casebook.content.markdown import parse


def section(body: str, heading: str) -> str:
    """The Markdown below a level-two heading, up to the next; empty without that heading."""
    lines = body.split("\n")
    headings = [*_headings(body), (len(lines), len(lines), "")]
    for (_, start, title), (end, *_) in pairwise(headings):
        if title == heading:
            return "\n".join(lines[start:end]).strip()
    return ""


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
