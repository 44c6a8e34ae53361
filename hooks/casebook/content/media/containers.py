"""Containers: the parts of a picture's file in their order, and the bytes after its end.

Own parsing, because Pillow passes over parts that it does not know, over comments but the last,
and over bytes after the end of a picture, without any sign.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from casebook.content.media.kinds import UnreadableError

Part = tuple[str, bytes]
"""A chunk, segment or block: its name in its format, and its bytes."""


def parts_of(format: str, content: bytes) -> list[Part]:
    """The parts of a file of that format; UnreadableError where it is not built as one.

    Bytes after its end are the last part, called "remainder", unless all are zero.
    """
    try:
        *parts, end = _WALKERS[format](content)
    except (struct.error, IndexError):
        raise UnreadableError("image-broken") from None
    return [*parts, end] if end[1].strip(b"\0") else parts


def cut(content: bytes, at: int, length: int) -> bytes:
    """Bytes of that length; struct.error where there are fewer."""
    return bytes(*struct.unpack_from(f"{length}s", content, at))


def _png(content: bytes) -> Iterator[Part]:
    at, name = 8, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", content, at)
        yield name.decode("latin-1"), cut(content, at + 8, length + 4)[:-4]
        at += 12 + length
    yield "remainder", content[at:]


_MARKER = re.compile(rb"\xff+([^\x00\xff])")
_MARKER_BEHIND_SCAN = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]|\Z")


def _jpeg(content: bytes) -> Iterator[Part]:
    at = 2
    while match := _MARKER.match(content, at):
        at, marker = match.end(), match[1][0]
        if marker == 0xD9:
            yield "remainder", content[at:]
            return
        (length,) = struct.unpack_from(">H", content, at)
        yield _segment(marker, cut(content, at + 2, length - 2))
        at += length
        if marker == 0xDA and (behind := _MARKER_BEHIND_SCAN.search(content, at)):
            at = behind.start()
    raise IndexError


def _segment(marker: int, data: bytes) -> Part:
    """A segment; one of an application is called by the identifier before its first NUL too."""
    if 0xE0 <= marker <= 0xEF:
        identifier, _, rest = data.partition(b"\0")
        return f"APP{marker - 0xE0}:{identifier.decode('latin-1')}", rest
    return f"{marker:02X}", data


def _gif(content: bytes) -> Iterator[Part]:
    at = 13 + _length_of_colours(content[10])
    while content[at] != 0x3B:
        kind, label, start = content[at], content[at + 1], at + 2
        if kind == 0x2C:
            start = at + 11 + _length_of_colours(content[at + 9])
        elif kind != 0x21:
            raise IndexError
        blocks, at = _blocks(content, start)
        if kind == 0x21:
            yield _extension(label, blocks, content[start:at])
    yield "remainder", content[at + 1 :]


def _length_of_colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(content: bytes, at: int) -> tuple[list[bytes], int]:
    blocks = []
    while length := content[at]:
        blocks.append(cut(content, at + 1, length))
        at += 1 + length
    return blocks, at + 1


_END_OF_XMP = b"\1" + bytes(range(255, -1, -1)) + b"\0"


def _extension(label: int, blocks: list[bytes], raw: bytes) -> Part:
    """An extension of a GIF; one of an application is called by the name of the application.

    XMP is not cut into blocks: its bytes follow the name as they are.
    """
    if label != 0xFF:
        return f"{label:02X}", b"".join(blocks)
    name, rest = blocks[0].decode("latin-1"), raw[1 + len(blocks[0]) :]
    is_xmp = name == "XMP DataXMP"
    return name, rest.removesuffix(_END_OF_XMP) if is_xmp else b"".join(blocks[1:])


def _webp(content: bytes) -> Iterator[Part]:
    end = 8 + int.from_bytes(content[4:8], "little")
    at, content, rest = 12, cut(content, 0, end), content[end:]
    while at < end:
        name, length = struct.unpack_from("<4sI", content, at)
        length = 16 if name == b"ANMF" else length  # the chunks of a frame follow its head
        yield name.decode("latin-1"), cut(content, at + 8, length)
        at += 8 + length + length % 2
    yield "remainder", rest


_WALKERS = {"PNG": _png, "JPEG": _jpeg, "GIF": _gif, "WEBP": _webp}
