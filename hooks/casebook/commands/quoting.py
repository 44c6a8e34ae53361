"""Quoting: what strangers wrote, put where it can do nothing."""

from __future__ import annotations


def printable(text: str) -> str:
    """A text in one line and without what a terminal or a log would obey."""
    return "".join(one if one.isprintable() else "\ufffd" for one in text)


def code(text: str) -> str:
    """A text as code in a line of Markdown, whatever it holds; an empty one stays empty."""
    return f"`{printable(text).replace('`', 'ˋ')}`" if text else ""
