"""Paragraphs: what a Markdown text says, without any mark of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark").enable("table")

_BEGINNING = r"[^\x00-@\[-`{-\xa0\s]"
"""A letter or a mark outside ASCII: no line that is more than text begins with one."""
_INSIDE = r"[^\x00-\x1f\x7f!#&*<\[\\\]_`|~]"
_LINE = rf"(?:\#{{1,6}}[ ])?{_BEGINNING}(?:{_INSIDE}*(?!\s){_INSIDE})?"
_PLAIN = re.compile(rf"\n*(?:{_LINE}(?:\n+|\Z))*")
"""Lines of text, and headings; nothing else that Markdown knows."""


def paragraphs(body: str) -> Iterator[str]:
    """The texts of headings, paragraphs, list items and cells, without any mark of Markdown."""
    return _of_plain(body) if _PLAIN.fullmatch(body) else _of_any(body)


def _of_plain(body: str) -> Iterator[str]:
    """Of a text of headings and paragraphs alone, as most are: a tenth of the time, measured."""
    waiting: list[str] = []
    for line in (*body.split("\n"), ""):
        if line and not line.startswith("#"):
            waiting.append(line)
            continue
        if waiting:
            yield " ".join(waiting)
            waiting.clear()
        if line:
            yield line.lstrip("# ")


def _of_any(body: str) -> Iterator[str]:
    for token in _MARKDOWN.parse(body):
        parts = token.children if token.type == "inline" else [token]
        if text := "".join(map(_plain, parts or ())).strip():
            yield text


def _plain(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content
