"""The folder of a bulletin: writes all its drafts or none, and never overwrites a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class OccupiedError(Exception):
    """The existing files that drafts would overwrite, in `paths`."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__("、".join(map(str, paths)))
        self.paths = paths


def write(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Writes new files into a folder, which is created if missing, and returns their paths.

    Raises OccupiedError, without writing anything, if one of them exists; OSError if writing
    fails, after deleting the files already written.
    """
    paths = [folder / name for name in files]
    if taken := [path for path in paths if path.exists() or path.is_symlink()]:
        raise OccupiedError(taken)
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    try:
        for path, text in zip(paths, files.values(), strict=True):
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
    except OSError:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return paths
