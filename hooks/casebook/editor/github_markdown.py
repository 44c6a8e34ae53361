"""GitHub's Markdown: texts and tables that show what they are given and do nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

_HARMLESS = re.compile(r"[0-9A-Za-z \u00a1-\U0010ffff]*")
"""No punctuation of ASCII, of which all markup, addresses, mentions and references are made."""
_RUN = re.compile("`+")


def plain(text: str) -> str:
    """A text on one line as it is; as code, wherever it holds what could be more than a text.

    In code nothing is markup, nobody is mentioned and no address leads anywhere. The bar, which
    ends a cell of a table even there, becomes a broad one.
    """
    folded = "".join(one for one in " ".join(text.split()) if unicodedata.category(one)[0] != "C")
    if _HARMLESS.fullmatch(folded):
        return folded
    fence = "`" * (_longest_run(folded) + 1)
    space = " " if folded.startswith("`") or folded.endswith("`") else ""
    return f"{fence}{space}{folded.replace('|', '｜')}{space}{fence}"


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table; the cells are Markdown on one line."""
    yield f"| {' | '.join(heading)} |"
    yield f"|{' --- |' * len(heading)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def block(lines: Iterable[str]) -> Iterator[str]:
    """Lines shown exactly as they are, one below the other."""
    shown = list(lines)
    fence = "`" * max(3, max(map(_longest_run, shown), default=0) + 1)
    yield f"{fence}text"
    yield from shown
    yield fence


def _longest_run(text: str) -> int:
    return max((len(run) for run in _RUN.findall(text)), default=0)
