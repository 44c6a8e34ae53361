"""Paragraphs: the plain text of a Markdown body, block by block."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from casebook.content.markdown import parse


def paragraphs(body: str) -> Iterator[str]:
    """The texts of headings, paragraphs, list items and cells, without Markdown markup."""
    for token in parse(body):
        parts = token.children if token.type == "inline" else [token]
        if text := "".join(map(_plain, parts or ())).strip():
            yield text


def _plain(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content
