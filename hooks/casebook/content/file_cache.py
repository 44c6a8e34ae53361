"""The file cache: what was parsed from files that have not changed since, for `serve`."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

Result = TypeVar("Result")

Stamp = tuple[str, int, int, int]
"""Path, size, mtime in nanoseconds and inode of a file: another state of it has another stamp."""

SETTLED_NS = 2_000_000_000
"""Age in nanoseconds from which a file's mtime distinguishes its states: the mtime of some file
systems has a resolution of two seconds."""


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None if it is missing or so new that it could change and keep it."""
    try:
        found = os.stat(path)  # noqa: PTH116 - Path.stat takes twice as long
    except OSError:
        return None
    is_settled = time.time_ns() - found.st_mtime_ns > SETTLED_NS
    return (str(path), found.st_size, found.st_mtime_ns, found.st_ino) if is_settled else None


@dataclass(slots=True)
class FileCache:
    """Caches results of reading files by stamp, and results derived from them by identity."""

    _read: dict[str, tuple[Stamp, Any]] = field(default_factory=dict)
    _derived: dict[str, tuple[tuple[object, ...], Any]] = field(default_factory=dict)

    def read(self, name: str, path: Path, read: Callable[[], Result]) -> Result:
        """The result of `read` for a file, cached under `name` until its stamp changes."""
        stamp = stamp_of(path)  # before reading: saving meanwhile changes it
        cached = self._read.pop(name, None)
        found: Result = cached[1] if cached is not None and cached[0] == stamp else read()
        if stamp is not None:
            self._read[name] = (stamp, found)
        return found

    def derive(self, name: str, parts: tuple[object, ...], make: Callable[[], Result]) -> Result:
        """The result of `make`, cached under `name` while all `parts` are identical."""
        cached = self._derived.get(name)
        if cached is None or not _are_identical(cached[0], parts):
            cached = self._derived[name] = (parts, make())
        result: Result = cached[1]
        return result

    def keep_only(self, names: Set[str]) -> None:
        """Removes all entries whose name is not in `names`."""
        for kept in (self._read, self._derived):
            for name in kept.keys() - names:
                del kept[name]


def _are_identical(parts: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(parts) == len(others) and all(map(_is_identical, parts, others))


def _is_identical(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str) and one == other)
