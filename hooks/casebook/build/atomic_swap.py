"""Atomic replacement of the published folder: readers see the old site or the new one."""

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
def atomic_replacement(target: Path, previous: Path | None = None) -> Iterator[Path]:
    """Yields an empty folder beside `target`, which replaces it if the block does not raise.

    The old folder then moves to `previous`, where given. If the block raises, `target` is
    unchanged. Leftovers of killed builds are removed first. Raises BusyError while another build of
    the folder runs.
    """
    target = target.resolve()  # the target of a symbolic link is replaced, not the link
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
            if previous is not None:
                _keep_previous(built, previous)
        finally:
            shutil.rmtree(built, ignore_errors=True)
    finally:
        lock.release()


def _swap(built: Path, target: Path) -> None:
    """Moves `built` to `target`; afterwards `built` is the old folder, or does not exist."""
    if not target.exists():
        built.rename(target)
    elif not _exchange(built, target):
        # No system call for it here: two renames; the old site is removed after the second.
        target.rename(_old(target))
        try:
            built.rename(target)
        except BaseException:
            _old(target).rename(target)
            raise
        shutil.rmtree(_old(target))


def _keep_previous(old: Path, previous: Path) -> None:
    """Moves the old site to `previous` for the next build, if both are on one file system."""
    shutil.rmtree(previous, ignore_errors=True)
    with suppress(OSError):  # there was none, or it is on another disk
        previous.parent.mkdir(parents=True, exist_ok=True)
        old.rename(previous)


def _old(target: Path) -> Path:
    """The temporary path of the old site between the two renames."""
    return target.with_name(f".{target.name}-old")


def _exchange(one: Path, other: Path) -> bool:
    """Swaps two folders in one system call; False where this is not supported."""
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
