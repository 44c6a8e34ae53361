"""Reading: all texts of a file that is published as it is, and the personal metadata in it.

What the build makes itself is not read here, but where it is made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from casebook.content.media.entries import Entry, Sort
from casebook.content.media.errors import UnreadableError
from casebook.content.media.kinds import LARGEST, Form, Kind, kind_of
from casebook.content.media.pictures import entries_of
from casebook.content.media.plain import (
    lines_of,
    lines_of_calendar,
    lines_of_captions,
    lines_of_code,
    strings_of_json,
    text_of,
)
from casebook.content.media.svg import drawing_of

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class FileTexts:
    """What a file holds that a person can read."""

    texts: tuple[str, ...]
    metadata: tuple[Sort, ...] = ()
    """The sorts of metadata in a picture that must not be published, whatever they say.

    A description is one of them where it is Chinese: what a page shows of a picture is in the page,
    and no rule can tell whether a short text alone is a name.
    """


def texts_of(name: str, content: bytes) -> FileTexts:
    """The texts of a file by its name and bytes.

    UnreadableError where its kind is unknown, where the bytes do not fit it, or where they cannot
    be read whole.
    """
    kind = kind_of(name)
    if kind is None:
        raise UnreadableError("file-kind-unknown", ending_of(name))
    if len(content) > LARGEST:
        raise UnreadableError("attachment-large", str(len(content) // 1_000_000))
    return texts_of_kind(kind, content)


def texts_of_kind(kind: Kind, content: bytes) -> FileTexts:
    """The texts of a file of a known kind; UnreadableError where it cannot be read whole."""
    if kind.form is Form.PICTURE:
        return _of_pictures([(kind.format, content)])
    if kind.form is Form.SVG:
        drawing = drawing_of(content)
        within = _of_pictures(drawing.pictures)
        return FileTexts((*drawing.texts, *within.texts), within.metadata)
    text = text_of(content, kind.ending[1:].upper())
    return FileTexts(tuple(line for line in _PLAIN[kind.form](text) if line.strip()))


_PLAIN: dict[Form, Callable[[str], Iterable[str]]] = {
    Form.LINES: lines_of,
    Form.CALENDAR: lines_of_calendar,
    Form.CAPTIONS: lines_of_captions,
    Form.CODE: lines_of_code,
    Form.JSON: strings_of_json,
}


def ending_of(name: str) -> str:
    """The ending of a file's name, or the whole name where it has none."""
    base = name.rpartition("/")[2]
    stem, dot, ending = base.rpartition(".")
    return f".{ending}" if dot and stem else base


def _of_pictures(pictures: Iterable[tuple[str, bytes]]) -> FileTexts:
    entries = [entry for picture in pictures for entry in entries_of(*picture)]
    texts = tuple(dict.fromkeys(entry.text for entry in entries if entry.text))
    sorts = dict.fromkeys(entry.sort for entry in entries if _is_refused(entry))
    return FileTexts(texts, tuple(sorts))


def _is_refused(entry: Entry) -> bool:
    if entry.sort is Sort.DESCRIPTION:
        return bool(_CHINESE.search(entry.text))
    return entry.sort is not Sort.TECHNICAL
