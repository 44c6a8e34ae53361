"""The memory: what was read from files that have not changed since, so that `serve` can follow."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

Made = TypeVar("Made")

Stamp = tuple[str, int, int, int]
"""Place, size, time in nanoseconds and number of a file: another state of it has another stamp."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time tells its states apart: some systems count whole seconds,
and two of them as one."""


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None if it is so new that it could change and keep its stamp."""
    try:
        found = os.stat(path)  # noqa: PTH116 - Path.stat takes twice as long
    except OSError:
        return None
    is_settled = time.time_ns() - found.st_mtime_ns > SETTLED
    return (str(path), found.st_size, found.st_mtime_ns, found.st_ino) if is_settled else None


@dataclass(slots=True)
class FileCache:
    """Remembers what files said, and what was made of that; a file that changed is read anew."""

    _read: dict[str, tuple[Stamp, Any]] = field(default_factory=dict)
    _made: dict[str, tuple[tuple[object, ...], Any]] = field(default_factory=dict)

    def read(self, name: str, path: Path, read: Callable[[], Made]) -> Made:
        """What a file says: what `read` read from it before, or reads now."""
        stamp = stamp_of(path)  # before reading: who saves meanwhile changes it
        known = self._read.pop(name, None)
        found: Made = known[1] if known is not None and known[0] == stamp else read()
        if stamp is not None:
            self._read[name] = (stamp, found)
        return found

    def made(self, name: str, parts: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What is made of parts: the very object made before while each part is the very same."""
        known = self._made.get(name)
        if known is None or not _are_same(known[0], parts):
            known = self._made[name] = (parts, make())
        made: Made = known[1]
        return made

    def keep_only(self, names: Set[str]) -> None:
        """Forgets what has none of these names."""
        for kept in (self._read, self._made):
            for name in kept.keys() - names:
                del kept[name]


def _are_same(parts: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(parts) == len(others) and all(map(_is_same, parts, others))


def _is_same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str) and one == other)
