"""Escapes of Markdown: a text of a source as Markdown that shows exactly its characters."""

from __future__ import annotations

import re

_MARKS = re.compile(r"([\\`*_{}\[\]<>~|])")
_AT_START = re.compile(r"^(\s*)([#+\-=:]|[0-9]{1,9}(?=[.)]))")


def escaped(text: str) -> str:
    """A paragraph without line breaks in which nothing is markup: 李**和王** keeps its stars."""
    marked = _MARKS.sub(r"\\\1", text)
    start = _AT_START.match(marked)
    if start is None:
        return re.sub(r"&(?=[#\w])", "&amp;", marked)
    end = start.end()
    return marked[:end] + "\\" + marked[end:] if start[2].isdigit() else (
        marked[: start.start(2)] + "\\" + marked[start.start(2) :]
    )  # fmt: skip
