"""The spare: the site before the last, in whose folder the next one is made.

A site of ten thousand cases is nearly forty thousand files, of which one edit changes a few
hundred. Those that stand in the spare as they are needed are left alone, and no whole site has to
be swept away afterwards. What stands where was written down when it was written: a file that
anybody touched since is written anew.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from casebook.build.manifest import ManifestEntry

Stamp = tuple[int, int, int]
"""When a file was written and when it was last touched, in nanoseconds, and its number: nobody
changes a file without changing these."""


def take_over(previous: Path, folder: Path) -> bool:
    """Moves all that the previous site holds into an empty folder.

    False where there is none on the same disk. What is interrupted harms nothing: whatever is left
    behind is a previous site still.
    """
    try:
        if previous.stat().st_dev != folder.stat().st_dev:
            return False
    except FileNotFoundError:
        return False
    for one in [*previous.iterdir()]:
        one.rename(folder / one.name)
    previous.rmdir()
    return True


def clear_path(folder: Path, address: str) -> None:
    """Removes what stands where a file is to stand, or in the way there."""
    path = folder
    for name in address.split("/")[:-1]:
        path /= name
        if not path.is_dir() or path.is_symlink():
            path.unlink(missing_ok=True)
            path.mkdir(exist_ok=True)
    path = folder / address
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        # Nobody ever writes into a file that is there: what leads to it from elsewhere stays.
        path.unlink(missing_ok=True)


def remove_unwanted(folder: Path, wanted: Set[str]) -> None:
    """Removes all files but those at the addresses that are wanted, and folders that get empty."""
    _remove_unwanted(str(folder), "", wanted)


def _remove_unwanted(path: str, below: str, wanted: Set[str]) -> bool:
    """Whether nothing is left."""
    is_empty = True
    for found in list(os.scandir(path)):
        address = below + found.name
        if found.is_dir(follow_symlinks=False):
            if _remove_unwanted(found.path, f"{address}/", wanted):
                Path(found.path).rmdir()
            else:
                is_empty = False
        elif address in wanted:
            is_empty = False
        else:
            Path(found.path).unlink()
    return is_empty


@dataclass(frozen=True, slots=True)
class OutputRecord:
    """What a build wrote after all of it had been found sound, and how that stood then."""

    origin: str = ""
    """What the files were judged by."""
    files: Mapping[str, tuple[str, Stamp]] = field(default_factory=dict)
    """By address their SHA-256 and their stamps."""

    @classmethod
    def of(cls, origin: str, folder: Path, entries: Iterable[ManifestEntry]) -> OutputRecord:
        """The record of files in a folder."""
        return cls(origin, {one.path: (one.sha256, _stamp(folder, one.path)) for one in entries})

    @classmethod
    def read(cls, path: Path) -> OutputRecord:
        """A record that was kept; an empty one where there is none that can be read."""
        try:
            said = json.loads(path.read_bytes())
            files = {name: (sha256, tuple(stamp)) for name, (sha256, stamp) in said[1].items()}
        except (OSError, ValueError, TypeError, AttributeError, LookupError):
            return cls()
        return cls(said[0], files)

    def keep(self, path: Path) -> None:
        """Writes the record down; OSError where that cannot be."""
        path.write_text(json.dumps((self.origin, self.files)), encoding="utf-8")

    def is_sound(self, entry: ManifestEntry, origin: str) -> bool:
        """Whether a file was found sound already, by what `origin` says."""
        return origin == self.origin and self._had(entry)

    def is_unchanged(self, entry: ManifestEntry, folder: Path) -> bool:
        """Whether a file stands in a folder as it was written."""
        try:
            return self._had(entry) and _stamp(folder, entry.path) == self.files[entry.path][1]
        except OSError:
            return False

    def _had(self, entry: ManifestEntry) -> bool:
        return entry.path in self.files and self.files[entry.path][0] == entry.sha256


def _stamp(folder: Path, address: str) -> Stamp:
    found = os.lstat(f"{folder}/{address}")
    return found.st_mtime_ns, found.st_ctime_ns, found.st_ino
