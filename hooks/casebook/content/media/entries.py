"""Entries: what metadata consists of, and the texts in its bytes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from casebook.content.media.kinds import UnreadableError


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

_ASCII = re.compile(rb"[\x20-\x7e]+")
_RUN = re.compile("[\x20-\x7e\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e]{4,}")


def decoded(value: bytes) -> str:
    """The text of bytes in the first encoding that they fit; without NUL and outer white space."""
    text = value.decode("latin-1")
    if value.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = value.decode("utf-16", "replace")
    else:
        for encoding in ("gb18030", "utf-8"):
            with suppress(UnicodeDecodeError):
                text = value.decode(encoding)
    return text.replace("\0", " ").strip()


def runs(value: bytes) -> Iterator[Entry]:
    """The stretches of any bytes that can be read as text in UTF-8 or UTF-16.

    Two letters of ASCII are a Chinese character in UTF-16: what is ASCII is read as that alone.
    """
    for encoding, start in product(("utf-8", "utf-16-le", "utf-16-be"), (0, 1)):
        for match in _RUN.finditer(value[start:].decode(encoding, "replace")):
            wide = re.sub("[ -~]", "", match[0]).encode(encoding)
            if encoding == "utf-8" or not _ASCII.fullmatch(wide):
                yield Entry(Sort.TECHNICAL, match[0].strip())


def unpacked(value: bytes) -> bytes:
    """A name and the bytes behind it, which were packed; UnreadableError if broken or too many."""
    name, _, packed = value.partition(b"\0")
    inflater = zlib.decompressobj()
    with suppress(zlib.error):
        found = inflater.decompress(packed[1:], MOST_UNPACKED)
        if inflater.eof and not inflater.unused_data:
            return name + b"\0" + found
    raise UnreadableError("image-unread", "zlib")
