"""The progress display: a bar on a terminal, lines in a CI log."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sized
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from casebook.texts import commands as texts

if TYPE_CHECKING:
    from rich.progress import Progress

Item = TypeVar("Item")

SHOW_AFTER = 2.0
"""Seconds after which a step shows its progress."""

LOG_INTERVAL = 10.0
"""Seconds between two lines in a log."""


def terminal_progress(
    items: Iterable[Item], title: str, total: int | None = None
) -> Iterator[Item]:
    """Yields the items, and shows the progress of a step that takes over SHOW_AFTER seconds.

    A terminal gets a transient bar, a log (where CI is set) a line every LOG_INTERVAL seconds, any
    other stream nothing. `total` is the number of items where they have no length.
    """
    count = len(items) if total is None and isinstance(items, Sized) else total or 0
    display = _ProgressDisplay(title, count)
    try:
        for number, item in enumerate(items, 1):
            yield item
            display.show(number)
    finally:
        display.close()


class _ProgressDisplay:
    """Shows the progress of one step."""

    def __init__(self, title: str, total: int) -> None:
        self._title, self._total = title, total
        self._next = monotonic() + SHOW_AFTER
        self._bar: Progress | None = None

    def show(self, done: int) -> None:
        if monotonic() < self._next:
            return
        if sys.__stderr__ is not None and sys.__stderr__.isatty():
            self._show_bar(done)
        elif os.environ.get("CI"):
            line = texts.PROGRESS.format(title=self._title, done=done, total=self._total)
            print(line, file=sys.__stderr__, flush=True)
            self._next = monotonic() + LOG_INTERVAL

    def _show_bar(self, done: int) -> None:
        if self._bar is None:
            from rich.console import Console  # here, because most commands need no bar
            from rich.progress import Progress

            self._bar = Progress(console=Console(file=sys.__stderr__), transient=True)
            self._bar.add_task(self._title, total=self._total)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done)
        self._next = monotonic() + 0.1

    def close(self) -> None:
        if self._bar is not None:
            self._bar.stop()


def printable(text: str) -> str:
    """An untrusted text without control characters, safe for a terminal or a log."""
    return "".join(one if one.isprintable() else "\ufffd" for one in text)
