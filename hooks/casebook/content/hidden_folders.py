"""Hidden folders: where files wait that are being written, and what killed processes left there."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

PREFIX = ".casebook-new-"
"""How the names of hidden folders begin; content loading passes over them."""
NEW = "new"
"""In a hidden folder: files that are not all in place yet, beside it, under the same names."""
_ABANDONED_SECONDS = 3600
"""Age of a hidden folder that nobody uses any more, where the system has no locks to ask."""


def take_back(stage: Path) -> None:
    """Removes the files of a broken off writing from beside a hidden folder, unless edited."""
    new = stage / NEW
    for file in [*new.iterdir()] if new.is_dir() else ():
        target, found = stage.parent / file.name, file.lstat()
        is_edited = found.st_mtime_ns > new.stat().st_mtime_ns
        with suppress(FileNotFoundError):
            if not is_edited and os.path.samestat(target.lstat(), found):
                target.unlink()


@contextmanager
def stage_in(folder: Path) -> Iterator[Path]:
    """A hidden folder with an empty folder `new` within; it is removed in the end."""
    remove_abandoned(folder)
    stage, lock = _locked_stage(folder)
    try:
        (stage / NEW).mkdir()
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _locked_stage(folder: Path) -> tuple[Path, int | None]:
    """A new hidden folder that other processes leave alone while the handle is open."""
    while True:
        stage = Path(mkdtemp(prefix=PREFIX, dir=folder))
        with suppress(BlockingIOError, FileNotFoundError):  # another took it for abandoned
            lock = _lock(stage)
            if stage.exists():
                return stage, lock
            if lock is not None:
                os.close(lock)


def _lock(stage: Path) -> int | None:
    """A handle that locks a folder until it is closed; None where there are no locks.

    The system releases the lock of a killed process. Raises BlockingIOError if it is locked.
    """
    if sys.platform == "win32":
        return None
    import fcntl

    handle = os.open(stage, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        if isinstance(error, BlockingIOError):
            raise
        return None
    return handle


def remove_abandoned(folder: Path) -> None:
    """Removes the hidden folders in a folder that no living process uses."""
    for stage in [*folder.glob(f"{PREFIX}*")]:
        with suppress(OSError):  # in use, not a folder, or already gone
            lock = _lock(stage)
            try:
                age = time.time() - stage.stat().st_mtime
                if lock is not None or (age > _ABANDONED_SECONDS and not stage.is_symlink()):
                    take_back(stage)
                    shutil.rmtree(stage, ignore_errors=True)
            finally:
                if lock is not None:
                    os.close(lock)
