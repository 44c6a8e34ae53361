"""The terminal: how far the work is, shown where somebody watches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def track_on_terminal(items: Sequence[Item], title: str) -> Iterator[Item]:
    """Shows on a terminal how far the work is; elsewhere, and for a few things, nothing."""
    if len(items) < MANY:
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(items, title, console=console, transient=True, disable=not console.is_terminal)


MANY = 500
"""Fewer things are done before anybody could read how far they are."""


def printable(text: str) -> str:
    """What strangers wrote in one line, without what a terminal or a log would obey."""
    return "".join(one if one.isprintable() else "\ufffd" for one in text)
