"""Blocks inside other blocks: the datasets of IPTC, and the texts of colour profiles.

Own parsing, because Pillow gives the datasets of some formats only, and no texts of a profile.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from casebook.content.media.entries import Entry, Sort, decoded, runs, wide
from casebook.content.media.errors import UnreadableError

_PLACES = {26, 27, 90, 92, 95, 100, 101}
"""Content location code and name, city, sublocation, province, country code and name."""
_OWNERS = {80, 85, 110, 115, 118, 122}
"""By-line and its title, credit, source, contact, writer."""


def datasets(data: bytes) -> Iterator[Entry]:
    """The entries of a block of IPTC datasets."""
    at, end = 0, len(data.rstrip(b"\0"))
    try:
        while at < end:
            marker, record, number, length = struct.unpack_from(">BBBH", data, at)
            value = data[at + 5 : at + 5 + length]
            if marker != 0x1C or len(value) < length:
                raise UnreadableError("image-unread", "IPTC")
            if record == 2 and value.strip(b"\0 "):
                yield _dataset(number, value)
            elif record != 2:
                yield from runs(value)
            at += 5 + length
    except struct.error:
        raise UnreadableError("image-unread", "IPTC") from None


def _dataset(number: int, value: bytes) -> Entry:
    if number == 0:  # the version of the record
        return Entry(Sort.TECHNICAL)
    sort = Sort.PLACE if number in _PLACES else Sort.DESCRIPTION
    return Entry(Sort.OWNER if number in _OWNERS else sort, decoded(value))


def icc(data: bytes) -> Iterator[Entry]:
    """The entries of a colour profile: the texts of its tags."""
    try:
        (count,) = struct.unpack_from(">I", data, 128)
        for number in range(count):
            _, start, size = struct.unpack_from(">4sII", data, 132 + 12 * number)
            value = data[start : start + size]
            if len(value) < size:
                raise UnreadableError("image-unread", "ICC")
            yield from _texts(value)
    except struct.error:
        raise UnreadableError("image-unread", "ICC") from None


def _texts(value: bytes) -> Iterator[Entry]:
    """The texts of a tag: those of `mluc` are in UTF-16, each at a place of its own."""
    yield from runs(value)
    if value.startswith(b"mluc"):
        (count,) = struct.unpack_from(">I", value, 8)
        for number in range(count):
            length, start = struct.unpack_from(">4xII", value, 16 + 12 * number)
            yield Entry(Sort.TECHNICAL, wide(value[start : start + length], "be"))
