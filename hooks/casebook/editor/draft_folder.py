"""The folder of a bulletin: writes all its drafts or none, and never overwrites a file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from casebook.content.file_writing import add_files, remove_leftovers


class OccupiedError(Exception):
    """The existing files that drafts would overwrite, in `paths`."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__("、".join(map(str, paths)))
        self.paths = paths


def write(folder: Path, files: Mapping[str, str | bytes]) -> list[Path]:
    """Writes new files into a folder, which is created if missing, and returns their paths.

    Texts are written in UTF-8, pictures as they are. Raises OccupiedError if one of the files
    exists, LinkError if the folder is a link, and OSError if writing fails. Then nothing is left
    of it, not even the folder.
    """
    paths = [folder / name for name in files]
    remove_leftovers(folder)
    _ensure_free(paths)
    try:
        add_files(folder, {name: _encoded(content) for name, content in files.items()})
    except FileExistsError:
        _ensure_free(paths)  # another program may have written them meanwhile
        raise
    return paths


def _ensure_free(paths: Iterable[Path]) -> None:
    if taken := [path for path in paths if os.path.lexists(path)]:
        raise OccupiedError(taken)


def _encoded(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content
