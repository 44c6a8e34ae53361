"""Photoshop's image resources: numbered blocks, among them IPTC, Exif, XMP and previews.

Own parsing, because Pillow gives the resources of some formats only, and no texts of them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from casebook.content.media.entries import Entry, Sort, decoded, runs, wide
from casebook.content.media.errors import UnreadableError
from casebook.content.media.exif import exif
from casebook.content.media.profiles import datasets, icc
from casebook.content.media.xmp import xmp

_IPTC, _EXIF, _XMP, _ICC = 0x0404, (0x0422, 0x0423), 0x0424, 0x040F
_PREVIEWS = (0x0409, 0x040C)


def resources(data: bytes) -> Iterator[Entry]:
    """The entries of a block of Photoshop's image resources."""
    try:
        for number, name, value in _resources(data):
            yield Entry(Sort.DESCRIPTION, decoded(name))
            yield from _entries(number, value)
    except struct.error:
        raise UnreadableError("image-unread", "Photoshop") from None


def _resources(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    at, end = 0, len(data.rstrip(b"\0"))
    while at < end:
        signature, number, length = struct.unpack_from(">4sHB", data, at)
        if signature not in (b"8BIM", b"8B64", b"MeSa", b"AgHg", b"PHUT", b"DCSR"):
            raise UnreadableError("image-unread", "Photoshop")
        name = data[at + 7 : at + 7 + length]
        at += 7 + length + (length + 1) % 2
        (size,) = struct.unpack_from(">I", data, at)
        value = data[at + 4 : at + 4 + size]
        if len(value) < size:
            raise UnreadableError("image-unread", "Photoshop")
        yield number, name, value
        at += 4 + size + size % 2


def _entries(number: int, value: bytes) -> Iterator[Entry]:
    if number in _PREVIEWS:
        yield Entry(Sort.PREVIEW)
    elif number == _IPTC:
        yield from datasets(value)
    elif number in _EXIF:
        yield from exif(value)
    elif number == _XMP:
        yield from xmp(value)
    elif number == _ICC:
        yield from icc(value)
    else:
        yield from runs(value)
        yield Entry(Sort.TECHNICAL, wide(value, "be"))
