"""The published folder: replaced whole and at once, so that nobody ever meets half a site."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux renameat2(2)
_RENAME_SWAP = 2  # macOS renamex_np(2)


class BusyError(Exception):
    """Another build is writing the same folder."""


@contextmanager
def atomic_replacement(target: Path, spare: Path | None = None) -> Iterator[Path]:
    """An empty folder beside `target` that takes its place if the block ends well.

    What stood there before moves to `spare`, where given. If the block raises, `target` stays as it
    was. What a killed build left behind is swept away by the next. BusyError if another build of
    the same folder is under way.
    """
    target = target.resolve()  # what a link leads to is replaced, not the link
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}-new-"
    lock = FileLock(target.parent / f".{target.name}.lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise BusyError(target) from None
    try:
        old = _old(target)
        if old.exists() and not target.exists():
            old.rename(target)  # a build was killed between its two renames
        for leftover in (old, *target.parent.glob(f"{prefix}*")):
            shutil.rmtree(leftover, ignore_errors=True)
        built = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
        try:
            yield built
            built.chmod(0o755)
            _swap(built, target)
            if spare is not None:
                _keep_previous(built, spare)
        finally:
            shutil.rmtree(built, ignore_errors=True)
    finally:
        lock.release()


def _swap(built: Path, target: Path) -> None:
    """Puts `built` where `target` is; afterwards `built` holds the old folder, or nothing."""
    if not target.exists():
        built.rename(target)
    elif not _exchange(built, target):
        # No system call for it here: two renames, with the old site kept until the new one stands.
        target.rename(_old(target))
        try:
            built.rename(target)
        except BaseException:
            _old(target).rename(target)
            raise
        shutil.rmtree(_old(target))


def _keep_previous(old: Path, spare: Path) -> None:
    """Moves the old site to where the next build looks for it; if it can move."""
    shutil.rmtree(spare, ignore_errors=True)
    with suppress(OSError):  # there was none, or it is on another disk
        spare.parent.mkdir(parents=True, exist_ok=True)
        old.rename(spare)


def _old(target: Path) -> Path:
    """Where the last site waits while the new one takes its place."""
    return target.with_name(f".{target.name}-old")


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one step; False where the system or the file system cannot."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        libc = ctypes.CDLL(None)
        if sys.platform == "darwin":
            failed = libc.renamex_np(*names, _RENAME_SWAP)
        else:
            failed = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    except (AttributeError, OSError, TypeError):
        return False
    return not failed
