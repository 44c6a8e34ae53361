"""Reading: the text of a file, or why the system or its size keep it from being read."""

from __future__ import annotations

from errno import errorcode
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from casebook.content.problem import START, Mark, Problem
from casebook.texts import problems as texts

LARGEST = 200_000
"""Bytes of a Markdown file. A case has a few thousand; more was pasted there by mistake."""
LARGEST_LIST = 64_000_000
"""Bytes of any other text: the list of all addresses only grows."""


def read_text(path: Path, shown: str) -> str | Problem:
    """The text of a file in UTF-8, or the problem that keeps it from being read.

    Only plain files are opened: whoever opens a pipe waits for ever, and a device has no end.
    """
    most = LARGEST if path.suffix == ".md" else LARGEST_LIST
    try:
        found = path.stat()
        if S_ISREG(found.st_mode) and found.st_size > most:
            size = found.st_size // 1000
            return Problem.of("file-too-large", shown, START, "", found=size, most=most // 1000)
        if not S_ISREG(found.st_mode) and not S_ISDIR(found.st_mode):
            return Problem.of("file-unreadable", shown, reason=texts.NO_PLAIN_FILE)
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        place = Mark(before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        return Problem.of("file-encoding", shown, place)
    except OSError as error:
        return Problem.of("file-unreadable", shown, reason=reason_of(error))


def flaw_of(path: Path) -> str:
    """Why nothing can be read there, in words for the editor; nothing for a plain file."""
    try:
        return "" if S_ISREG(path.stat().st_mode) else texts.NO_PLAIN_FILE
    except OSError as error:
        return reason_of(error)


def is_folder(path: Path) -> bool:
    """Whether a folder lies there, or a link to one."""
    try:
        return S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def reason_of(error: OSError) -> str:
    """Why the system refused a file, in words for the editor."""
    name = errorcode.get(error.errno or 0, "")
    unknown = texts.SYSTEM_ERROR.format(number=error.errno)
    return texts.table("SYSTEM_REASONS").get(name, unknown)
