"""Plain text: the lines of a text file, a calendar, captions, a script or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from casebook.content.json_depth import ensure_shallow
from casebook.content.media.kinds import UnreadableError
from casebook.content.problem import Mark

_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_FOLD = re.compile(r"\r?\n[ \t]")
_TAG = re.compile(r"</?[a-z][^<>\n]*>|\{[^{}\n]*\}", re.IGNORECASE)
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-9a-fA-F]{1,6})[ \t]?)"
)
_OTHERS = re.compile(
    rb"PK\x03\x04|%PDF|\{\\rtf|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    rb"|\x89PNG|\xff\xd8\xff|GIF8|RIFF|\x1f\x8b|Rar!|7z\xbc\xaf"
)
"""How files begin that are no text: zip and Office, PDF, RTF, old Office, pictures, archives."""


def text_of(content: bytes, ending: str = "") -> str:
    """The text of bytes in UTF-8; UnreadableError where they hold none, or control characters."""
    if _OTHERS.match(content):
        raise UnreadableError("file-kind-mismatch", ending)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        raise UnreadableError("file-encoding", mark=mark_of(before, len(before))) from None
    if match := _CONTROL.search(text):
        mark = mark_of(text, match.start())
        raise UnreadableError("control-character", f"U+{ord(match[0]):04X}", mark)
    return text


def mark_of(text: str, place: int) -> Mark:
    """The line and column of a place in a text."""
    return Mark(text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))


def _lines_of_both(text: str, plain: str) -> Iterable[str]:
    """The lines as written and as shown, each once."""
    return dict.fromkeys((*text.splitlines(), *plain.splitlines()))


def _character(match: re.Match[str]) -> str:
    number = int(next(filter(None, match.groups())), 16)
    return chr(number) if number <= 0x10FFFF else match[0]


def _flat(pairs: list[tuple[str, object]]) -> list[object]:
    """The keys and values of an object, keys that are written twice among them."""
    return [*chain.from_iterable(pairs)]


def _strings_of_json(text: str) -> Iterator[str]:
    """The keys, strings and numbers of JSON; UnreadableError where it is none."""
    try:
        ensure_shallow(text)
        waiting = [json.loads(text, object_pairs_hook=_flat, parse_int=str, parse_float=str)]
    except ValueError as error:
        mark = Mark(getattr(error, "lineno", 1), getattr(error, "colno", 1))
        raise UnreadableError("file-malformed", "JSON", mark) from None
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, str):
            yield value


FORMS: dict[str, Callable[[str], Iterable[str]]] = {
    "lines": str.splitlines,
    "calendar": lambda text: _FOLD.sub("", text).splitlines(),  # a long line goes on in the next
    "captions": lambda text: _lines_of_both(text, _TAG.sub("", text)),
    "code": lambda text: _lines_of_both(text, _ESCAPE.sub(_character, text)),
    "json": _strings_of_json,
}
"""The texts of plain text by the form of its kind."""
