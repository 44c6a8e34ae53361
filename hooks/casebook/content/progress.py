"""Tracks: ways to go through many things while somebody may watch how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Progress(Protocol):
    """Goes through things and may tell somebody, under a title, how far it is."""

    def __call__(
        self, items: Iterable[Item], title: str, /, total: int | None = None
    ) -> Iterator[Item]:
        """The items in their order; `total` says how many there are, where they do not."""


def no_progress(items: Iterable[Item], title: str, /, total: int | None = None) -> Iterator[Item]:
    """A Track that tells nobody."""
    return iter(items)
