"""Paragraphs: what a Markdown text says, without any mark of Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark").enable("table")


def paragraphs(body: str) -> Iterator[str]:
    """The texts of headings, paragraphs, list items and cells, without any mark of Markdown."""
    for token in _MARKDOWN.parse(body):
        parts = token.children if token.type == "inline" else [token]
        if text := "".join(map(_plain, parts or ())).strip():
            yield text


def _plain(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content
