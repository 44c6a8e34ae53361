"""Plain text: the lines of a text file, a calendar, captions, a script or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from casebook.content.media.errors import UnreadableError
from casebook.content.problem import Mark

_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_FOLD = re.compile(r"\r?\n[ \t]")
_TAG = re.compile(r"</?[a-z][^<>]*>|\{[^{}]*\}", re.IGNORECASE)
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-9a-fA-F]{1,6})[ \t\n]?)"
)
_SIGNATURES = (
    b"PK\x03\x04",
    b"%PDF",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)
"""How files begin that are no text: zip and Office, PDF, RTF, old Office, pictures, archives."""


def text_of(content: bytes, ending: str = "") -> str:
    """The text of bytes in UTF-8; UnreadableError where they hold none, or control characters."""
    if content.startswith(_SIGNATURES):
        raise UnreadableError("file-kind-mismatch", ending)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        mark = Mark(before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        raise UnreadableError("file-encoding", mark=mark) from None
    if match := _CONTROL.search(text):
        mark = mark_of(text, match.start())
        raise UnreadableError("control-character", f"U+{ord(match[0]):04X}", mark)
    return text


def mark_of(text: str, place: int) -> Mark:
    """The line and column of a place in a text."""
    return Mark(text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text."""
    yield from text.splitlines()


def lines_of_calendar(text: str) -> Iterator[str]:
    """The lines of a calendar file, those that were folded put together again."""
    yield from _FOLD.sub("", text).splitlines()


def lines_of_captions(text: str) -> Iterator[str]:
    """The lines of captions, without the tags that mark words."""
    for line in text.splitlines():
        yield line
        if (plain := _TAG.sub("", line)) != line:
            yield plain


def lines_of_code(text: str) -> Iterator[str]:
    """The lines of a script or style sheet, as written and with escapes replaced."""
    for line in text.splitlines():
        yield line
        if "\\" in line:
            yield unescaped(line)


def unescaped(text: str) -> str:
    """A text with the escapes of scripts and style sheets replaced by their characters."""
    return _ESCAPE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    number = int(next(filter(None, match.groups())), 16)
    return chr(number) if number <= 0x10FFFF else match[0]


def strings_of_json(text: str) -> list[str]:
    """The keys, strings and numbers of JSON; UnreadableError where it is none."""
    pairs: list[tuple[str, object]] = []

    def kept(found: list[tuple[str, object]]) -> None:
        pairs.extend(found)

    try:
        root = json.loads(text, object_pairs_hook=kept, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        mark = Mark(error.lineno, error.colno)
        raise UnreadableError("file-malformed", "JSON", mark) from None
    except (ValueError, RecursionError):
        raise UnreadableError("file-malformed", "JSON") from None
    waiting = [root, *(part for pair in pairs for part in pair)]
    strings: list[str] = []
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            strings.append(value)
        elif isinstance(value, list):
            waiting.extend(value)
    return strings[::-1]
