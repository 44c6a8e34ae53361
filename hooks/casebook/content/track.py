"""Tracks: ways to go through many things while somebody may watch how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Track(Protocol):
    """Goes through a sequence and may tell somebody, under a title, how far it is."""

    def __call__(self, items: Sequence[Item], title: str, /) -> Iterator[Item]:
        """The items in their order."""


def silently(items: Sequence[Item], title: str, /) -> Iterator[Item]:
    """A Track that tells nobody."""
    return iter(items)
