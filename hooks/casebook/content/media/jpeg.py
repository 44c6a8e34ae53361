"""JPEG: the entries of metadata in the segments of a file."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from casebook.content.media.containers import REMAINDER, Part, remainder, unknown
from casebook.content.media.entries import Entry, Sort, decoded, wide
from casebook.content.media.errors import UnreadableError
from casebook.content.media.exif import exif
from casebook.content.media.photoshop import resources
from casebook.content.media.profiles import icc
from casebook.content.media.xmp import extended, xmp

_JPEG_PIXELS = {f"{marker:02X}" for marker in (*range(0xC0, 0xD0), *range(0xDA, 0xDE))}
_EXIF, _XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\0"
_PROFILE, _PHOTOSHOP = b"ICC_PROFILE\0", b"Photoshop 3.0\0"


def entries_of_jpeg(parts: Iterable[Part]) -> Iterator[Entry]:
    """The metadata of a JPEG; UnreadableError where a segment is in no list."""
    pieces: dict[bytes, list[bytes]] = {_EXTENDED_XMP: [], _PROFILE: [], _PHOTOSHOP: []}
    for part in parts:
        divided = next((start for start in pieces if part.data.startswith(start)), None)
        if part.name.startswith("APP") and divided:
            pieces[divided].append(part.data.removeprefix(divided))
        elif part.name not in _JPEG_PIXELS:
            yield from _segment(part)
    if pieces[_EXTENDED_XMP]:
        yield from extended(pieces[_EXTENDED_XMP])
    if pieces[_PROFILE]:
        yield from icc(b"".join(piece[2:] for piece in sorted(pieces[_PROFILE])))
    if pieces[_PHOTOSHOP]:
        yield from resources(b"".join(pieces[_PHOTOSHOP]))


def _segment(part: Part) -> Iterator[Entry]:
    name, data = part
    if name == REMAINDER:
        yield from remainder(data)
    elif name == "COM":
        yield Entry(Sort.DESCRIPTION, decoded(data))
    elif name == "APP0" and data.startswith(b"JFIF\0"):
        if len(data) > 14:
            yield Entry(Sort.PREVIEW)
    elif data.startswith((b"JFXX\0", b"MPF\0")):
        yield Entry(Sort.PREVIEW)
    elif name == "APP1" and data.startswith(_EXIF):
        yield from exif(data)
    elif name == "APP1" and data.startswith(_XMP):
        yield from xmp(data.removeprefix(_XMP))
    elif name == "APP12" and data.startswith(b"Ducky"):
        yield from _ducky(data.removeprefix(b"Ducky"))
    elif not (name == "APP14" and data.startswith(b"Adobe") and len(data) == 12):
        raise unknown(part)


_QUALITY = 1


def _ducky(data: bytes) -> Iterator[Entry]:
    """The entries of the segment of Photoshop's export: a comment and a copyright, in UTF-16."""
    at = 0
    try:
        while data[at:].strip(b"\0"):
            number, length = struct.unpack_from(">HH", data, at)
            if number != _QUALITY:
                yield Entry(Sort.DESCRIPTION, wide(data[at + 8 : at + 4 + length], "be"))
            at += 4 + length
    except struct.error:
        raise UnreadableError("image-unread", "Ducky") from None
