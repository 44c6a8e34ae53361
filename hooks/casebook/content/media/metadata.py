"""Metadata: the entries of an Exif block and of an XMP packet.

Own parsing, because Pillow leaves out an Exif field or directory that it cannot read, and hands
XMP over as it is.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Final, NoReturn
from xml.parsers import expat

from casebook.content.media.containers import cut
from casebook.content.media.entries import Entry, Sort, decoded, runs
from casebook.content.media.kinds import UnreadableError, table

_NAMES: Final = table("metadata.toml")
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1}
"""Bytes of a value of each type of Exif; 2 is text, 129 is UTF-8 since Exif 3.0."""
_DIRECTORIES = {0x8769: None, 0xA005: None, 0x8825: Sort.PLACE, 0x014A: Sort.PREVIEW}
"""Fields that lead to further directories, and what is in them."""
_REFUSED: Final = set(_NAMES["exif"].pop("refused"))
_SORTS = {tag: Sort(name) for name, tags in _NAMES["exif"].items() for tag in tags}
_MOST_DIRECTORIES, _COMMENT = 16, 0x9286


def exif(data: bytes) -> Iterator[Entry]:
    """The entries of an Exif block; UnreadableError where its structure is broken."""
    data = data.removeprefix(b"Exif").lstrip(b"\0")
    try:
        yield from _fields(data, {b"II*\0": "<", b"MM\0*": ">"}[data[:4]])
    except (struct.error, LookupError):
        raise UnreadableError("image-unread", "Exif") from None
    yield from runs(data)


def _fields(data: bytes, order: str) -> Iterator[Entry]:
    """The entries of all fields; LookupError where directories or values overlap without end."""
    left = 2 * len(data)
    waiting: list[tuple[Sort | None, int]] = [(None, *struct.unpack_from(f"{order}I", data, 4))]
    for sort, at in waiting:  # grows meanwhile
        (count,) = struct.unpack_from(f"{order}H", data, at)
        for start in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind, number, place = struct.unpack_from(f"{order}HHII", data, start)
            length = _SIZES[kind] * number
            if (left := left - 12 - length) < 0:
                raise LookupError
            value = cut(data, start + 8 if length <= 4 else place, length)
            if tag in _DIRECTORIES:
                places = struct.unpack(f"{order}{length // 4}I", value)
                waiting.extend((_DIRECTORIES[tag], place) for place in places)
            else:
                yield _field(sort, tag, kind, value)
        (following,) = struct.unpack_from(f"{order}I", data, at + 2 + 12 * count)
        waiting += [(Sort.PREVIEW, following)] if following else []
        if len(waiting) > _MOST_DIRECTORIES:
            raise LookupError


def _field(directory: Sort | None, tag: int, kind: int, value: bytes) -> Entry:
    if not value.strip(b"\0 "):
        return Entry(directory or Sort.TECHNICAL)
    if tag in _REFUSED or value.startswith((b"UNICODE\0", b"JIS\0")):
        raise LookupError
    if tag in range(0x9C9B, 0x9CA0):  # Windows writes title, comment, author and so on in UTF-16
        value, kind = b"\xff\xfe" + value, 2
    sort = directory or _SORTS.get(tag, Sort.DESCRIPTION)
    return Entry(sort, decoded(value) if kind in (2, 129) or tag == _COMMENT else "")


_PATTERNS = {Sort(name): re.compile(one, re.IGNORECASE) for name, one in _NAMES["named"].items()}
_IDENTITY = re.compile(r"[\w.:]*?[0-9A-Fa-f-]{32,36}")
"""An identity of a file or of a change: a number that leads to nobody."""


def sort_of(name: str) -> Sort:
    """What an element of XMP or a text of a PNG is about by its name."""
    named = (sort for sort, pattern in _PATTERNS.items() if pattern.fullmatch(name))
    return next(named, Sort.DESCRIPTION)


def xmp(data: bytes) -> list[Entry]:
    """The entries of a packet; UnreadableError where it is no XML or declares entities."""
    found: list[Entry] = []
    sorts = [Sort.DESCRIPTION]

    def note(text: str) -> None:
        if text.strip() and not _IDENTITY.fullmatch(text.strip()):
            found.append(Entry(sorts[-1], text.strip()))

    def enter(name: str) -> None:
        own = sort_of(name.rpartition(":")[2])
        sorts.append(own if sorts[-1] is Sort.DESCRIPTION else sorts[-1])

    def start(name: str, attributes: dict[str, str]) -> None:
        enter(name)
        for key, value in attributes.items():
            enter(key)
            note(value)
            sorts.pop()

    parser = expat.ParserCreate()
    parser.buffer_text, parser.buffer_size = True, 2**20
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: sorts.pop()
    parser.CharacterDataHandler = parser.CommentHandler = note
    parser.ProcessingInstructionHandler = lambda _, text: note(text)
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data.strip(b"\0 \r\n\t"), True)
    except (expat.ExpatError, ValueError):
        _refuse()
    return found


def _refuse(*_: object) -> NoReturn:
    raise UnreadableError("image-unread", "XMP") from None
