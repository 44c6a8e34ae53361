"""Paragraphs: the texts of a Markdown text, without any mark of Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from casebook.content.markdown import is_plain, joined, parse


def paragraphs(body: str) -> Iterator[str]:
    """The texts of headings, paragraphs, list items and cells, without any mark of Markdown."""
    return _of_plain(body) if is_plain(body) else _of_any(body)


def _of_plain(body: str) -> Iterator[str]:
    """Of a text of headings and paragraphs alone, as most are: a tenth of the time, measured."""
    paragraph = ""
    for line in (*body.split("\n"), ""):
        if line and not line.startswith("#"):
            paragraph += line if not paragraph or joined(paragraph, line) else f" {line}"
            continue
        if paragraph:
            yield paragraph
            paragraph = ""
        if line:
            yield line.lstrip("# ")


def _of_any(body: str) -> Iterator[str]:
    for token in parse(body):
        parts = token.children if token.type == "inline" else [token]
        if text := "".join(map(_plain, parts or ())).strip():
            yield text


def _plain(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content
