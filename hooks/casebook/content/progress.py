"""Progress: iterating over many items with or without a progress report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Progress(Protocol):
    """Wraps an iterable and may report progress under a title."""

    def __call__(
        self, items: Iterable[Item], title: str, /, total: int | None = None
    ) -> Iterator[Item]:
        """The items in their order; `total` is their number, for iterables without a length."""


def no_progress(items: Iterable[Item], title: str, /, total: int | None = None) -> Iterator[Item]:
    """A Progress that reports nothing."""
    return iter(items)
