"""Headings: their ids, the fragments of links."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from markdown_it.token import Token

from casebook.content.markdown import parse

_NOT_IN_ID = re.compile(r"[^\w\- ]")


def heading_ids(text: str) -> set[str]:
    """The ids of all headings of a Markdown text."""
    tokens = parse(text) if "#" in text else []
    set_ids(tokens)
    return {str(token.attrs["id"]) for token in tokens if token.type == "heading_open"}


def slug(heading: str) -> str:
    """The id of a heading before it is made unique: its word characters and hyphens."""
    words = unicodedata.normalize("NFC", " ".join(heading.split())).lower()
    return _NOT_IN_ID.sub("", words).replace(" ", "-")


def set_ids(tokens: Sequence[Token]) -> None:
    """Sets a unique id on every heading token, in place."""
    used: set[str] = set()
    repeated: Counter[str] = Counter()
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            name = found = slug(_plain(inline.children or ()))
            while not found or found in used:
                repeated[name] += 1
                found = f"{name}_{repeated[name]}"
            used.add(found)
            token.attrSet("id", found)


def _plain(tokens: Sequence[Token]) -> str:
    """The text of inline tokens without images."""
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else token.content
        for token in tokens
        if token.type != "image"
    )
