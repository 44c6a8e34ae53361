"""The terminal: how far the work is, shown where somebody waits for it."""

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

PATIENCE = 2.0
"""Seconds of a step before anybody wonders how far it is."""

EVERY = 10.0
"""Seconds between two lines of a log, where nobody watches but somebody may read."""


def terminal_progress(
    items: Iterable[Item], title: str, total: int | None = None
) -> Iterator[Item]:
    """The items, while a step of over two seconds shows how far it is.

    A terminal gets a bar that goes when the step is done, a log (where CI is set) a line now and
    then, any other reader nothing. `total` is how many items there are, where they do not say.
    """
    count = len(items) if total is None and isinstance(items, Sized) else total or 0
    sign = _ProgressDisplay(title, count)
    try:
        for number, item in enumerate(items, 1):
            yield item
            sign.show(number)
    finally:
        sign.take_down()


class _ProgressDisplay:
    """Says how far a step is, once it takes long."""

    def __init__(self, title: str, total: int) -> None:
        self._title, self._total = title, total
        self._next = monotonic() + PATIENCE
        self._bar: Progress | None = None

    def show(self, done: int) -> None:
        if monotonic() < self._next:
            return
        if sys.__stderr__ is not None and sys.__stderr__.isatty():
            self._show_bar(done)
        elif os.environ.get("CI"):
            line = texts.PROGRESS.format(title=self._title, done=done, total=self._total)
            print(line, file=sys.__stderr__, flush=True)
            self._next = monotonic() + EVERY

    def _show_bar(self, done: int) -> None:
        if self._bar is None:
            from rich.console import Console  # here, for most commands are done before
            from rich.progress import Progress

            self._bar = Progress(console=Console(file=sys.__stderr__), transient=True)
            self._bar.add_task(self._title, total=self._total)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done)
        self._next = monotonic() + 0.1

    def take_down(self) -> None:
        if self._bar is not None:
            self._bar.stop()


def printable(text: str) -> str:
    """What strangers wrote in one line, without what a terminal or a log would obey."""
    return "".join(one if one.isprintable() else "\ufffd" for one in text)
