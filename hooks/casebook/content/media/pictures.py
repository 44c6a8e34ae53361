"""Pictures: all metadata of a PNG, JPEG, GIF or WebP file, of every frame and every part.

A part of a file that is in no list here is an error: it could hold anything.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from casebook.content.media.containers import REMAINDER, Part, parts_of, remainder, unknown
from casebook.content.media.entries import Entry, Sort, decoded
from casebook.content.media.errors import UnreadableError
from casebook.content.media.exif import exif
from casebook.content.media.jpeg import entries_of_jpeg
from casebook.content.media.png import entries_of_png
from casebook.content.media.profiles import icc
from casebook.content.media.xmp import xmp

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 50_000_000
"""A telephone's largest photograph; a browser needs four bytes of memory for each of them."""


def entries_of(format: str, content: bytes) -> list[Entry]:
    """The metadata of a picture of that format.

    UnreadableError where the bytes are no such picture, are broken, have too many pixels, or hold
    a part that cannot be read.
    """
    _ensure_shown(format, content)
    return list(_READERS[format](parts_of(format, content)))


def _ensure_shown(format: str, content: bytes) -> None:
    """UnreadableError where a browser cannot show the picture."""
    from PIL import Image  # only sites with pictures load it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=tuple(_READERS)) as image:
                _ensure_fits(format, image)
                # A PNG has check sums, which are quickly compared; others must be unpacked.
                image.verify() if format == "PNG" else image.load()
    except UnreadableError:
        raise
    except Image.DecompressionBombError:
        raise UnreadableError("image-large") from None
    except Exception:  # Pillow raises whatever a broken file leads it to
        raise UnreadableError("image-broken") from None


def _ensure_fits(format: str, image: Image.Image) -> None:
    found = "JPEG" if image.format == "MPO" else image.format
    if found != format:
        raise UnreadableError("file-kind-mismatch", format)
    if image.width * image.height > MOST_PIXELS:
        raise UnreadableError("image-large")


def _of_gif(parts: Iterable[Part]) -> Iterator[Entry]:
    for part in parts:
        name, data = part
        if name == REMAINDER:
            yield from remainder(data)
        elif name in ("comment", "text"):
            yield Entry(Sort.DESCRIPTION, decoded(data[12:] if name == "text" else data))
        elif name == "XMP DataXMP":
            yield from xmp(data[: data.rindex(b"\x01\xff\xfe\xfd")] if _has_tail(data) else data)
        elif name == "ICCRGBG1012":
            yield from icc(data)
        elif name not in ("control", "NETSCAPE2.0", "ANIMEXTS1.0") or len(data) > 8:
            raise unknown(part)


def _has_tail(data: bytes) -> bool:
    """Whether XMP in a GIF ends with the bytes that lead a reader of blocks to its end."""
    return b"\x01\xff\xfe\xfd" in data


_WEBP_PIXELS = {"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"}
_WEBP_BLOCKS: dict[str, Callable[[bytes], Iterator[Entry]]] = {
    "EXIF": exif,
    "XMP ": xmp,
    "ICCP": icc,
}


def _of_webp(parts: Iterable[Part]) -> Iterator[Entry]:
    for part in parts:
        name, data = part
        if name == REMAINDER:
            yield from remainder(data)
        elif name in _WEBP_BLOCKS:
            yield from _WEBP_BLOCKS[name](data)
        elif name not in _WEBP_PIXELS:
            raise unknown(part)


_READERS: dict[str, Callable[[Iterable[Part]], Iterator[Entry]]] = {
    "PNG": entries_of_png,
    "JPEG": entries_of_jpeg,
    "GIF": _of_gif,
    "WEBP": _of_webp,
}
