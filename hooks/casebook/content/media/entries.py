"""Entries: what metadata consists of, and the texts in its bytes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from casebook.content.media.errors import UnreadableError


class Sort(StrEnum):
    """What an entry of metadata is about; the values are keys of the message table."""

    PLACE = "place"
    OWNER = "owner"
    CAMERA = "camera"
    """Data in a form that only the maker of the camera knows."""
    PREVIEW = "preview"
    """A second picture, which may show what was cut off from the first."""
    REMAINDER = "remainder"
    """Bytes after the end of the picture."""
    DESCRIPTION = "description"
    """A text that a person or a program wrote about the picture."""
    TECHNICAL = "technical"
    """The name of a program, a camera or a colour profile."""


class Entry(NamedTuple):
    """An entry of metadata and its text, which may be empty."""

    sort: Sort
    text: str = ""


MOST_UNPACKED = 8_000_000
"""Bytes of compressed metadata once unpacked; more is refused."""

_RUN = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){6,}")


def decoded(value: bytes) -> str:
    """The text of bytes in the first encoding that they fit; without NUL and outer white space."""
    if value.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _plain(value.decode("utf-16", "replace"))
    for encoding in ("utf-8", "gb18030"):
        try:
            return _plain(value.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _plain(value.decode("latin-1"))


def wide(value: bytes, order: str = "le") -> str:
    """The text of bytes in UTF-16."""
    return _plain(value.decode(f"utf-16-{order}", "replace"))


def _plain(text: str) -> str:
    return text.replace("\0", " ").strip()


def runs(value: bytes) -> Iterator[Entry]:
    """The stretches of bytes that can be read as text in UTF-8."""
    for match in _RUN.finditer(value):
        if match[0].strip():
            yield Entry(Sort.TECHNICAL, match[0].decode("utf-8", "replace").strip())


def unpacked(value: bytes) -> bytes:
    """Bytes compressed with zlib; UnreadableError where they are broken or too many."""
    inflater = zlib.decompressobj()
    try:
        found = inflater.decompress(value, MOST_UNPACKED)
    except zlib.error:
        raise UnreadableError("image-unread", "zlib") from None
    if inflater.unconsumed_tail or not inflater.eof:
        raise UnreadableError("image-unread", "zlib")
    return found
