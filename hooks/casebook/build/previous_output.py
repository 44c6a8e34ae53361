"""The previous output: the site before the last, whose folder the next build reuses.

A site of ten thousand cases is nearly forty thousand files, of which one edit changes a few
hundred. Unchanged files stay in the folder instead of being written again, and no whole site has to
be deleted. A record with time stamps detects files modified since they were written.
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
"""The mtime and ctime of a file in nanoseconds, and its inode, which any change alters."""


def take_over(previous: Path, folder: Path) -> bool:
    """Moves all files of the previous output into an empty folder, and removes its own folder.

    False if there is none on the same file system. After an interruption the rest remains usable as
    previous output.
    """
    try:
        if previous.stat().st_dev != folder.stat().st_dev:
            return False
    except FileNotFoundError:
        return False
    for child in [*previous.iterdir()]:
        child.rename(folder / child.name)
    previous.rmdir()
    return True


def clear_path(folder: Path, address: str) -> None:
    """Removes what exists at a path, and files in place of its parent folders."""
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
        # Existing files are never opened for writing: they may be links to other places.
        path.unlink(missing_ok=True)


def remove_unwanted(folder: Path, wanted: Set[str]) -> None:
    """Removes all files but those at the wanted addresses, and folders that become empty."""
    _remove_unwanted(str(folder), "", wanted)


def _remove_unwanted(path: str, below: str, wanted: Set[str]) -> bool:
    """Removes unwanted files below a folder; whether it is empty now."""
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
    """The files that a build wrote and scanned without findings, with their stamps."""

    inputs: str = ""
    """The digest of the inputs by which the files were scanned."""
    files: Mapping[str, tuple[str, Stamp]] = field(default_factory=dict)
    """The SHA-256 and stamp of each file, by address."""

    @classmethod
    def of(cls, inputs: str, folder: Path, entries: Iterable[ManifestEntry]) -> OutputRecord:
        """The record of files in a folder."""
        return cls(inputs, {one.path: (one.sha256, _stamp(folder, one.path)) for one in entries})

    @classmethod
    def read(cls, path: Path) -> OutputRecord:
        """Parses the record in a file; an empty one if it is missing or malformed."""
        try:
            values = json.loads(path.read_bytes())
            files = {name: (sha256, tuple(stamp)) for name, (sha256, stamp) in values[1].items()}
        except (OSError, ValueError, TypeError, AttributeError, LookupError):
            return cls()
        return cls(values[0], files)

    def write(self, path: Path) -> None:
        """Writes the record to a file; raises OSError."""
        path.write_text(json.dumps((self.inputs, self.files)), encoding="utf-8")

    def is_scanned(self, entry: ManifestEntry, inputs: str) -> bool:
        """Whether a file with this content was scanned by the same inputs."""
        return inputs == self.inputs and self._has(entry)

    def is_unchanged(self, entry: ManifestEntry, folder: Path) -> bool:
        """Whether a file exists in a folder and was not modified since it was recorded."""
        try:
            return self._has(entry) and _stamp(folder, entry.path) == self.files[entry.path][1]
        except OSError:
            return False

    def _has(self, entry: ManifestEntry) -> bool:
        return entry.path in self.files and self.files[entry.path][0] == entry.sha256


def _stamp(folder: Path, address: str) -> Stamp:
    found = os.lstat(f"{folder}/{address}")
    return found.st_mtime_ns, found.st_ctime_ns, found.st_ino
