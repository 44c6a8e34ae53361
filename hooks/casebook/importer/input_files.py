"""Input files: which files the arguments of `casebook import` mean, and their bytes.

Only regular files are opened, and never more of them is read than a reader takes: a pipe blocks
for ever, a device has no end, and the size that the system states need not be true.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import IO

from casebook.content.file_access import reason_of
from casebook.content.files import MAX_FOLDER_DEPTH, is_temporary
from casebook.importer.natural_order import natural_order
from casebook.importer.readers.source import LIMITS, Limits, Refusal
from casebook.texts import commands as texts

MAX_FILES = 200
"""Maximum files of one import; a folder with more was not meant."""
MAX_ENTRIES = 5_000
"""Maximum entries that are looked at in a folder, those that are left out included."""
STANDARD_INPUT = "-"
"""The argument that stands for the standard input."""
_ADDRESS = re.compile(r"(?:https?|ftp)[:：]//", re.IGNORECASE)
_HOST = re.compile(
    r"(?:[a-z0-9-]+\.)+(?:com|cn|net|org|gov|edu|top|info|中国)(?::[0-9]+)?(?:[/?#].*)?",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(r".*\.(?:json|tmp|part|crdownload)", re.IGNORECASE)
_PAGE_FOLDER = re.compile(r"(.+)(?:_files|\.files|_文件)", re.IGNORECASE)


class InputError(Exception):
    """An argument that cannot be imported; its text is for the editor, `code` for programs.

    The code is a key of the table INPUT or UNREADABLE in texts/commands.yml, or `refused` where
    the system refuses to open a file.
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code


@dataclass(frozen=True, slots=True)
class Input:
    """A file to be imported, or the standard input."""

    name: str
    """As the editor knows it: the path as given, or within the folder that was given."""
    path: Path | None
    """None is the standard input."""

    def read(self, limits: Limits = LIMITS) -> bytes:
        """All its bytes; InputError if it cannot be opened or has more than the limit."""
        if self.path is not None:
            return _read_file(self.path, self.name, limits.file_bytes)
        stream = sys.stdin.buffer if sys.stdin is not None else None
        return _bounded(stream, self.name, limits.file_bytes) if stream is not None else b""


class Use(Enum):
    """What becomes of an entry of a folder."""

    READ = auto()
    ENTER = auto()
    LEAVE_OUT = auto()


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the arguments of an import mean."""

    files: tuple[Input, ...]
    """In the order of the arguments; those of a folder in natural order. Each file once."""
    left_out: tuple[str, ...]
    """Names in folders that are no bulletins; the name of a folder ends with a slash."""


def inputs_of(arguments: Sequence[str]) -> Inputs:
    """The files that are meant by paths of files and folders, and by `-`.

    Raises InputError for an address of a web page, for what is missing or no regular file, for a
    folder without files, and for too many files. Neither files nor the standard input are
    read yet.
    """
    files: dict[str, Input] = {}
    left_out: list[str] = []
    for argument in arguments:
        for one in _meant(argument, left_out):
            files.setdefault(os.path.realpath(one.path) if one.path else "", one)
            if len(files) > MAX_FILES:
                raise _refusal("many", argument, most=MAX_FILES)
    return Inputs(tuple(files.values()), tuple(left_out))


def _meant(argument: str, left_out: list[str]) -> Iterator[Input]:
    if argument == STANDARD_INPUT:
        yield Input(texts.STANDARD_INPUT, None)
        return
    if not argument.strip():
        raise _refusal("no-name", argument)
    if _ADDRESS.match(argument):
        raise _refusal("address", argument)
    path = Path(argument)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        if _HOST.fullmatch(argument):
            raise _refusal("address", argument) from error
        raise _refused(argument, error) from error
    except ValueError as error:  # a null character
        raise _refusal("no-name", argument) from error
    if S_ISDIR(mode):
        yield from _in_folder(path, argument, left_out)
    elif S_ISREG(mode):
        yield Input(_printable(argument), path)
    else:
        raise unreadable(Refusal.NO_FILE, argument)


def _in_folder(folder: Path, shown: str, left_out: list[str]) -> list[Input]:
    """The files in a folder and the folders in it; names what is left out."""
    found: list[Input] = []
    for count, (path, use) in enumerate(_walk(folder, shown)):
        name = (Path(shown) / path.relative_to(folder)).as_posix()
        if use is Use.READ:
            found.append(Input(_printable(name), path))
        elif use is Use.LEAVE_OUT:
            left_out.append(_printable(f"{name}/" if path.is_dir() else name))
        if len(found) > MAX_FILES or count == MAX_ENTRIES:
            raise _refusal("many", shown, most=MAX_FILES)
    if not found:
        raise _refusal("no-files", shown)
    return found


def _walk(folder: Path, shown: str, depth: int = 1) -> Iterator[tuple[Path, Use]]:
    """All entries of a folder and of the folders in it, in natural order.

    Links to folders are not followed: they can form a cycle.
    """
    try:
        with os.scandir(folder) as entries:
            found = {entry.name: entry for entry in islice(entries, MAX_ENTRIES + 1)}
    except OSError as error:
        raise _refused(shown, error) from error
    for name in sorted(found, key=natural_order):
        entry, path = found[name], folder / name
        if is_temporary(name) or _LEFT_OUT.fullmatch(name) or _is_of_page(name, found):
            yield path, Use.LEAVE_OUT
        elif entry.is_dir(follow_symlinks=False) and depth < MAX_FOLDER_DEPTH:
            yield path, Use.ENTER
            yield from _walk(path, f"{shown}/{name}", depth + 1)
        else:
            yield path, Use.READ if _is_regular(entry) else Use.LEAVE_OUT


def _is_of_page(name: str, beside: Collection[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a saved web page beside it."""
    page = _PAGE_FOLDER.fullmatch(name)
    return page is not None and any(page[1] + ending in beside for ending in (".html", ".htm"))


def _is_regular(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a regular file, or a link to one."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _read_file(path: Path, name: str, most: int) -> bytes:
    """The bytes of a regular file; a pipe in its place does not block."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(path, "rb", opener=lambda file, _: os.open(file, flags)) as stream:
            found = os.fstat(stream.fileno())
            if not S_ISREG(found.st_mode):
                raise unreadable(Refusal.NO_FILE, name)
            if found.st_size > most:
                raise _refusal("large", name, most=most >> 20)
            return _bounded(stream, name, most)
    except OSError as error:
        raise _refused(name, error) from error


def _bounded(stream: IO[bytes], name: str, most: int) -> bytes:
    try:
        data = stream.read(most + 1) or b""
    except OSError as error:
        raise _refused(name, error) from error
    if len(data) > most:
        raise _refusal("large", name, most=most >> 20)
    return data


def unreadable(refusal: Refusal, name: str) -> InputError:
    """The error of a file that no reader takes."""
    text = texts.table("UNREADABLE")[refusal].format(file=_printable(name))
    return InputError(refusal.value, text)


def _refusal(code: str, name: str, **found: object) -> InputError:
    text = texts.table("INPUT")[code].format(file=_printable(name), **found)
    return InputError(code, text)


def _refused(name: str, error: OSError) -> InputError:
    text = texts.FILE_REFUSED.format(file=_printable(name), reason=reason_of(error))
    return InputError("refused", text)


def _printable(name: str) -> str:
    """A name without line breaks and what else a terminal would obey."""
    return "".join(sign if sign.isprintable() else "?" for sign in name)
