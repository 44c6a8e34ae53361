"""File writing: files of editors are written whole and durably, or not at all.

Everything is first written into a hidden folder beside its place, which content loading passes
over, brought to the disk, and then moved into place. A process that is killed leaves at most such
a hidden folder, and the next writing there removes it. Links are never written through.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE, S_ISLNK, S_ISREG

from casebook.content.hidden_folders import NEW, remove_abandoned, stage_in, take_back

_DONE, _OLD = "done", "old"
"""In a hidden folder: files that are all in place, and the former file."""
_WITHOUT_LINKS = {errno.EPERM, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
_WITHOUT_SYNC = {errno.EINVAL, errno.ENOTSUP}


class LinkError(OSError):
    """A link stands where something is to be written; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.ELOOP, "is a link", str(path))


def replace_file(path: Path, data: bytes) -> None:
    """Replaces the content of a file, or creates it; its mode and, if possible, owner stay.

    Other names of the file (hard links) keep the former content. Raises LinkError for a link and
    OSError, and leaves the file unchanged.
    """
    found = _writable(path)
    with stage_in(path.parent) as stage:
        new, old = stage / NEW / path.name, stage / _OLD
        _write(new, data, found)
        with suppress(OSError):  # without a file, or where a file has but one name
            os.link(path, old)
        new.replace(path)
        try:
            _sync_folder(path.parent)
        except OSError:
            if found is None:
                path.unlink()
            elif old.exists():
                old.replace(path)
            raise


def add_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes new files into a folder, which is created if missing: all of them or none.

    A new or empty folder appears with all its files in one step. In any other, the files appear
    one after another; what a killed process left of them, the next writing removes. Raises
    ValueError for a name that is a path, LinkError if the folder is a link, FileExistsError if a
    file exists, and OSError.
    """
    if any(name in ("", ".", "..") or Path(name).name != name for name in files):
        raise ValueError("not a plain file name")
    remove_leftovers(folder)
    if folder.exists() and not folder.is_dir():
        raise FileExistsError(errno.EEXIST, "not a folder", str(folder))
    with _existing(folder.parent):
        if folder.is_dir() and any(folder.iterdir()):
            _add_into(folder, files)
        else:
            _add_folder(folder, files)


def remove_leftovers(folder: Path) -> None:
    """Removes what killed processes left of files for a folder; LinkError if it is a link."""
    if folder.is_symlink():
        raise LinkError(folder)
    for place in (folder.parent, folder):
        remove_abandoned(place)


def _writable(path: Path) -> os.stat_result | None:
    """The state of a file that may be replaced; None if there is none."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if S_ISLNK(found.st_mode):
        raise LinkError(path)
    if not S_ISREG(found.st_mode):
        raise FileExistsError(errno.EEXIST, "not a regular file", str(path))
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only", str(path))
    return found


def _write(path: Path, data: bytes, like: os.stat_result | None = None) -> None:
    """Creates a file on the disk, with the owner and mode of another one."""
    with path.open("xb") as file:  # exclusively: follows no link
        try:
            if like is not None:
                _copy_owner(file.fileno(), like)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _copy_owner(handle: int, like: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    for owner, group in ((-1, like.st_gid), (like.st_uid, -1)):
        with suppress(OSError):  # only an administrator may give files away
            os.fchown(handle, owner, group)
    mode = S_IMODE(like.st_mode)
    if S_IMODE(os.fstat(handle).st_mode) != mode:  # some file systems have one mode for all
        os.fchmod(handle, mode)  # last, for a new owner clears bits of it


def _sync_folder(folder: Path) -> None:
    """Brings the names in a folder to the disk, on systems that let a program ask for it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _WITHOUT_SYNC:
            raise
    finally:
        os.close(handle)


@contextmanager
def _existing(folder: Path) -> Iterator[None]:
    """Creates a folder and its parents; if the block raises, the created ones are removed."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    created: list[Path] = []
    try:
        for one in reversed(missing):
            one.mkdir()
            created.append(one)
            _sync_folder(one.parent)
        yield
    except BaseException:
        for one in reversed(created):
            with suppress(OSError):
                one.rmdir()
        raise


def _add_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files into a folder that is missing or empty, and moves it into place."""
    with stage_in(folder.parent) as stage:
        new = stage / NEW
        _fill(new, files)
        if folder.is_dir():
            new.chmod(S_IMODE(folder.stat().st_mode))
            if sys.platform == "win32":  # it does not move a folder over an empty one
                folder.rmdir()
        try:
            new.rename(folder)
        except OSError as error:
            if error.errno == errno.ENOTEMPTY:
                raise FileExistsError(errno.EEXIST, "not empty any more", str(folder)) from error
            raise
        try:
            _sync_folder(folder.parent)
        except OSError:
            folder.rename(new)
            raise


def _add_into(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files into a folder that holds others."""
    with stage_in(folder) as stage:
        new, copied = stage / NEW, list[Path]()
        _fill(new, files)
        try:
            for name in files:
                if not _linked(new / name, folder / name):
                    _write(folder / name, files[name])
                    copied.append(folder / name)
            _sync_folder(folder)
            new.rename(stage / _DONE)  # from here on nothing is taken back
        except BaseException:
            take_back(stage)
            for path in copied:
                path.unlink(missing_ok=True)
            raise


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        _write(folder / name, data)
    os.utime(folder)  # a file that is newer than its folder was edited afterwards
    _sync_folder(folder)


def _linked(source: Path, target: Path) -> bool:
    """Gives a file a second name; False where the file system allows only one.

    Unlike moving, this never overwrites: raises FileExistsError.
    """
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno in _WITHOUT_LINKS:
            return False
        raise
    return True
