"""Containers: the parts of a picture's file in their order, and the bytes after its end.

Own parsing, because Pillow passes over parts that it does not know, over comments but the last,
and over bytes after the end of a picture, without any sign.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

from casebook.content.media.entries import Entry, Sort, decoded
from casebook.content.media.errors import UnreadableError

REMAINDER = "remainder"
"""The name of the part that holds the bytes after the end of a picture."""


class Part(NamedTuple):
    """A chunk, segment or block, called as its format calls it."""

    name: str
    data: bytes


def parts_of(format: str, content: bytes) -> Iterator[Part]:
    """The parts of a file of that format; UnreadableError where it is not built as one."""
    try:
        yield from _READERS[format](content)
    except (struct.error, IndexError):
        raise UnreadableError("image-broken") from None


def remainder(data: bytes) -> Iterator[Entry]:
    """The entry of the bytes after the end of a picture."""
    yield Entry(Sort.REMAINDER, decoded(data[:_MOST_READ]))


def unknown(part: Part) -> UnreadableError:
    """The error of a part that is in no list of its format."""
    return UnreadableError("image-unread", part.name)


_MOST_READ = 100_000


def _remainder(content: bytes, end: int) -> Iterator[Part]:
    if end > len(content):
        raise UnreadableError("image-broken")
    if content[end:].strip(b"\0"):
        yield Part(REMAINDER, content[end:])


def _png(content: bytes) -> Iterator[Part]:
    at, name = 8, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", content, at)
        if at + 12 + length > len(content):
            raise UnreadableError("image-broken")
        yield Part(name.decode("latin-1"), content[at + 8 : at + 8 + length])
        at += 12 + length
    yield from _remainder(content, at)


_NEXT_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
_END, _SCAN = 0xD9, 0xDA


def _jpeg(content: bytes) -> Iterator[Part]:
    at = 2
    while True:
        if content[at] != 0xFF:
            raise UnreadableError("image-broken")
        while content[at] == 0xFF:
            at += 1
        marker = content[at]
        at += 1
        if marker == _END:
            break
        if marker in _WITHOUT_LENGTH:
            continue
        (length,) = struct.unpack_from(">H", content, at)
        if length < 2 or at + length > len(content):
            raise UnreadableError("image-broken")
        yield Part(_name_of_marker(marker), content[at + 2 : at + length])
        at += length
        if marker == _SCAN:
            following = _NEXT_MARKER.search(content, at)
            if following is None:
                raise UnreadableError("image-broken")
            at = following.start()
    yield from _remainder(content, at)


def _name_of_marker(marker: int) -> str:
    if 0xE0 <= marker <= 0xEF:
        return f"APP{marker - 0xE0}"
    return "COM" if marker == 0xFE else f"{marker:02X}"


def _gif(content: bytes) -> Iterator[Part]:
    at = 13 + _length_of_colours(content[10])
    while content[at] != 0x3B:
        if content[at] == 0x2C:
            at = _after_blocks(content, at + 11 + _length_of_colours(content[at + 9]))
        elif content[at] == 0x21:
            start = at + 2
            at = _after_blocks(content, start)
            yield _extension(content[start - 1], content[start:at])
        else:
            raise UnreadableError("image-broken")
    yield from _remainder(content, at + 1)


def _length_of_colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(content: bytes, at: int) -> int:
    while content[at]:
        at += content[at] + 1
    return at + 1


def _extension(label: int, raw: bytes) -> Part:
    """An extension of a GIF; one of an application is called by the name of the application.

    XMP is not cut into blocks: its bytes follow the name as they are.
    """
    if label != 0xFF:
        names = {0xF9: "control", 0xFE: "comment", 0x01: "text"}
        return Part(names.get(label, f"{label:02X}"), _joined(raw))
    length = raw[0]
    name = raw[1 : 1 + length].decode("latin-1")
    rest = raw[1 + length :]
    return Part(name, rest if name == "XMP DataXMP" else _joined(rest))


def _joined(raw: bytes) -> bytes:
    at, blocks = 0, []
    while raw[at]:
        blocks.append(raw[at + 1 : at + 1 + raw[at]])
        at += raw[at] + 1
    return b"".join(blocks)


def _webp(content: bytes) -> Iterator[Part]:
    (length,) = struct.unpack_from("<I", content, 4)
    end = 8 + length
    if end > len(content):
        raise UnreadableError("image-broken")
    yield from _chunks(content[12:end])
    yield from _remainder(content, end)


def _chunks(content: bytes, in_frame: bool = False) -> Iterator[Part]:
    """The chunks of a WebP file or of one of its frames."""
    at = 0
    while at < len(content):
        raw, length = struct.unpack_from("<4sI", content, at)
        data = content[at + 8 : at + 8 + length]
        if len(data) < length:
            raise UnreadableError("image-broken")
        name = raw.decode("latin-1")
        yield Part(name, data)
        if name == "ANMF" and not in_frame:
            yield from _chunks(data[16:], in_frame=True)
        at += 8 + length + length % 2


_READERS: dict[str, Callable[[bytes], Iterator[Part]]] = {
    "PNG": _png,
    "JPEG": _jpeg,
    "GIF": _gif,
    "WEBP": _webp,
}
