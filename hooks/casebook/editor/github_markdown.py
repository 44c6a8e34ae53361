"""GitHub's Markdown: escapes texts, and formats tables and code blocks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_HARMLESS = re.compile(r"[0-9A-Za-z \u00a1-\U0010ffff]*")
"""Texts without ASCII punctuation, which all markup, URLs, mentions and references need."""
_RUN = re.compile("`+")


def plain(text: str) -> str:
    """A text on one line, as a code span if it could contain markup, mentions or links.

    Control characters are removed. The vertical bar, which ends a table cell even in code, becomes
    its full-width form.
    """
    line = "".join(one for one in " ".join(text.split()) if unicodedata.category(one)[0] != "C")
    if _HARMLESS.fullmatch(line):
        return line
    fence = "`" * (_longest_run(line) + 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{space}{line.replace('|', '｜')}{space}{fence}"


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table; each cell is Markdown on one line."""
    yield f"| {' | '.join(heading)} |"
    yield f"|{' --- |' * len(heading)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def block(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a fenced code block, with a fence longer than any in `lines`."""
    shown = list(lines)
    fence = "`" * max(3, max(map(_longest_run, shown), default=0) + 1)
    yield f"{fence}text"
    yield from shown
    yield fence


def _longest_run(text: str) -> int:
    return max((len(run) for run in _RUN.findall(text)), default=0)
