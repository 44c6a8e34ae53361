"""Tiny files for the tests: pictures with parts of our choice, and blocks of metadata."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

NUMBER = "13800138000"


def saved(format: str, **options: object) -> bytes:
    """A picture as Pillow writes it."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, format=format, **options)  # type: ignore[arg-type]
    return file.getvalue()


def chunk(name: str, data: bytes) -> bytes:
    """A chunk of a PNG."""
    raw = name.encode() + data
    return struct.pack(">I", len(data)) + raw + struct.pack(">I", zlib.crc32(raw))


def png(*chunks: bytes) -> bytes:
    """A PNG with these chunks behind its head."""
    whole = saved("PNG")
    return whole[:33] + b"".join(chunks) + whole[33:]


def segment(marker: int, data: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def jpeg(*segments: bytes) -> bytes:
    """A JPEG with these segments at its head."""
    whole = saved("JPEG")
    return whole[:2] + b"".join(segments) + whole[2:]


def gif(*blocks: bytes) -> bytes:
    """A GIF with these blocks before its end."""
    return saved("GIF")[:-1] + b"".join(blocks) + b";"


def blocks(data: bytes) -> bytes:
    """Bytes cut into the blocks of a GIF."""
    parts = [data[start : start + 255] for start in range(0, len(data), 255)]
    return b"".join(bytes((len(part),)) + part for part in parts) + b"\0"


def webp(*chunks: tuple[str, bytes]) -> bytes:
    """A WebP with these chunks at its end."""
    body = saved("WEBP")[12:]
    for name, data in chunks:
        body += name.encode() + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def tiff(*fields: tuple[int, int, bytes], following: int = 0) -> bytes:
    """An Exif block of one directory: the number, type and value of each field."""
    count = len(fields)
    head = b"II*\0" + struct.pack("<IH", 8, count)
    sizes = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1}
    rows, values = b"", b""
    start = 8 + 2 + 12 * count + 4
    for tag, kind, value in fields:
        rows += struct.pack("<HHI", tag, kind, len(value) // sizes[kind])
        if len(value) > 4:
            rows += struct.pack("<I", start + len(values))
            values += value
        else:
            rows += value.ljust(4, b"\0")
    return head + rows + struct.pack("<I", following) + values


def resource(number: int, value: bytes) -> bytes:
    """An image resource of Photoshop, without a name."""
    padding = b"\0" * (len(value) % 2)
    return b"8BIM" + struct.pack(">HH", number, 0) + struct.pack(">I", len(value)) + value + padding


def dataset(number: int, value: bytes) -> bytes:
    """A dataset of IPTC."""
    return b"\x1c\2" + bytes((number,)) + struct.pack(">H", len(value)) + value


def packet(inner: str) -> bytes:
    """A packet of XMP."""
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{inner}</x:xmpmeta>'.encode()


def profile(kind: bytes, value: bytes) -> bytes:
    """A colour profile with one tag."""
    return (
        b"acsp".rjust(40, b"\0").ljust(128, b"\0")
        + struct.pack(">I4sII", 1, b"desc", 144, 8 + len(value))
        + kind
        + bytes(4)
        + value
    )
