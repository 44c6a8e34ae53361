"""Exif: every field of every directory of the TIFF structure in a picture.

Own parsing, because Pillow leaves out a field or a directory that it cannot read, and what cameras
keep in a form of their own.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from casebook.content.media.entries import Entry, Sort, decoded, runs, wide
from casebook.content.media.errors import UnreadableError
from casebook.content.media.profiles import datasets, icc
from casebook.content.media.xmp import xmp


class Field(NamedTuple):
    """A field: the directory it is in, its number, its type and the bytes of its value."""

    directory: str
    tag: int
    type: int
    value: bytes


_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1}
"""Bytes of a value of each type; 129 is UTF-8 since Exif 3.0."""
_TEXT, _UTF8, _BYTES = 2, 129, (1, 6, 7)
_DIRECTORIES = {0x8769: "exif", 0x8825: "gps", 0xA005: "interoperability", 0x014A: "further"}
_MOST_DIRECTORIES = 32

_MAKER_NOTE, _USER_COMMENT, _RESOURCES = 0x927C, 0x9286, 0x8649
_OWNERS = {
    *(0x013B, 0x013C, 0x9C9D, 0xA430, 0xA431, 0xA435, 0xA437, 0xA438, 0xC62F),
}
"""Artist, host computer, XPAuthor, the camera's owner, serial numbers of body, lens and camera,
photographer, editor (Exif 3.0)."""
_WIDE = range(0x9C9B, 0x9CA0)
"""Title, comment, author, keywords and subject as Windows writes them, in UTF-16."""
_TECHNICAL = {
    *(0x010F, 0x0110, 0x0131, 0xA433, 0xA434, 0x0132, 0x9003, 0x9004),
    *(0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292, 0x0001, 0x1000),
}
"""Make, model, software, the maker and model of the lens, times, interoperability."""
_NUMBERS = {
    *(0x9000, 0x9101, 0xA000, 0xA300, 0xA301, 0xA302, 0xA20C, 0x8828, 0xA40B, 0x0002, 0xC4A5),
    *(0xEA1C, 0xEA1D),
}
"""Bytes that hold versions, settings or padding; the stretches of text in them are read."""


def exif(data: bytes) -> Iterator[Entry]:
    """The entries of an Exif block; UnreadableError where its structure is broken."""
    data = data.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[:4])
    if order is None:
        raise UnreadableError("image-unread", "Exif")
    try:
        fields = list(_fields(data, order))
    except struct.error:
        raise UnreadableError("image-unread", "Exif") from None
    for field in fields:
        yield from _entries(field, order)
    yield from runs(data)


def _fields(data: bytes, order: str) -> Iterator[Field]:
    (first,) = struct.unpack_from(f"{order}I", data, 4)
    waiting, seen = [("main", first)], set[int]()
    while waiting:
        name, at = waiting.pop()
        if at in seen or len(seen) == _MOST_DIRECTORIES:
            raise UnreadableError("image-unread", "Exif")
        seen.add(at)
        (count,) = struct.unpack_from(f"{order}H", data, at)
        for number in range(count):
            field = _field(data, order, name, at + 2 + 12 * number)
            if below := _DIRECTORIES.get(field.tag):
                places = struct.unpack(f"{order}{len(field.value) // 4}I", field.value)
                waiting.extend((below, place) for place in places)
            else:
                yield field
        (following,) = struct.unpack_from(f"{order}I", data, at + 2 + 12 * count)
        if following:
            waiting.append(("preview", following))


def _field(data: bytes, order: str, directory: str, at: int) -> Field:
    tag, kind, count = struct.unpack_from(f"{order}HHI", data, at)
    length = _SIZES.get(kind, 0) * count
    start = at + 8
    if length > 4:
        (start,) = struct.unpack_from(f"{order}I", data, start)
    value = data[start : start + length]
    if kind not in _SIZES or len(value) < length:
        raise UnreadableError("image-unread", "Exif")
    return Field(directory, tag, kind, value)


def _entries(field: Field, order: str) -> Iterator[Entry]:
    tag, value = field.tag, field.value
    is_empty = not value.strip(b"\0 ")
    if field.directory == "gps":
        yield Entry(Sort.PLACE)
    elif field.directory == "preview":
        yield Entry(Sort.PREVIEW)
    elif tag == _MAKER_NOTE:
        yield Entry(Sort.CAMERA)
    elif tag in _OWNERS and not is_empty:
        yield Entry(Sort.OWNER)
    if tag == _RESOURCES:  # no program writes them here
        raise UnreadableError("image-unread", "Photoshop")
    if tag in _NESTED:
        yield from _NESTED[tag](value)
    elif not is_empty:
        yield from _texts(tag, field.type, value, order)


_NESTED = {0x02BC: xmp, 0x83BB: datasets, 0x8773: icc}


def _texts(tag: int, kind: int, value: bytes, order: str) -> Iterator[Entry]:
    sort = Sort.TECHNICAL if tag in _TECHNICAL else Sort.DESCRIPTION
    if tag in _WIDE:
        yield Entry(sort, wide(value))
    elif tag == _USER_COMMENT:
        yield Entry(sort, _comment(value, order))
    elif kind in (_TEXT, _UTF8):
        yield Entry(sort, decoded(value))
    elif kind in _BYTES and tag not in _NUMBERS:
        yield from runs(value)
        if len(value) > 3:
            yield Entry(Sort.TECHNICAL, wide(value))


def _comment(value: bytes, order: str) -> str:
    """The text of a user comment, whose first eight bytes name its encoding."""
    if value.startswith(b"UNICODE\0"):
        return wide(value[8:], "le" if order == "<" else "be")
    return decoded(value[8:])
