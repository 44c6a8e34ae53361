"""The folder of a bulletin: its drafts written all at once, and nothing that is there replaced."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class OccupiedError(Exception):
    """Files that drafts would replace; `paths` names them."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__("、".join(map(str, paths)))
        self.paths = paths


def write(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Writes new files into a folder, which is made where it is missing, and names them.

    Raises OccupiedError, and writes nothing, where one of them is there already; OSError where the
    disk refuses, after taking away what it had written.
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
