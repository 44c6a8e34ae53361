"""File access: the text of a file, or the problem that prevents reading it."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from errno import errorcode
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from casebook.content.problem import START, Mark, Problem
from casebook.texts import problems as texts

MAX_MARKDOWN_BYTES = 200_000
"""Maximum size of a Markdown file. A case has a few thousand bytes; more was pasted by mistake."""
MAX_TEXT_BYTES = 64_000_000
"""Maximum size of any other text file, in bytes: the URL ledger only grows."""


def read_text(path: Path, shown: str) -> str | Problem:
    """The text of a file in UTF-8, or the problem of its size, type, encoding or access.

    Only regular files are opened: opening a pipe blocks for ever, and a device has no end.
    """
    most = MAX_MARKDOWN_BYTES if path.suffix == ".md" else MAX_TEXT_BYTES
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


def decoded(path: Path) -> str:
    """The text of a file that is not in UTF-8, as far as it can be read; empty if it cannot."""
    try:
        found = path.read_bytes()
    except OSError:
        return ""
    if found.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return found.decode("utf-16", errors="replace")
    texts_of = (found.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030"))
    return min(texts_of, key=lambda text: text.count("\ufffd"))


def unreadable_reason(path: Path) -> str:
    """Why a path cannot be read, in words for the editor; empty for a regular file."""
    try:
        return "" if S_ISREG(path.stat().st_mode) else texts.NO_PLAIN_FILE
    except OSError as error:
        return reason_of(error)


def is_folder(path: Path) -> bool:
    """Whether a path is a folder, or a link to one."""
    try:
        return S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def reason_of(error: OSError) -> str:
    """The reason of an OSError, in words for the editor."""
    name = errorcode.get(error.errno or 0, "")
    unknown = texts.SYSTEM_ERROR.format(number=error.errno)
    return texts.table("SYSTEM_REASONS").get(name, unknown)
