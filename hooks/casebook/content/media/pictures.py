"""Pictures: all metadata of a PNG, JPEG, GIF or WebP file, of every frame and every part.

A part of a file that is not in `pictures.toml` is an error: it could hold anything.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from casebook.content.media.containers import parts_of
from casebook.content.media.entries import Entry, Sort, decoded, runs, unpacked
from casebook.content.media.kinds import UnreadableError, table
from casebook.content.media.metadata import exif, sort_of, xmp

MOST_PIXELS = 50_000_000
"""A telephone's largest photograph; a browser needs four bytes of memory for each of them."""
_PARTS: Final = table("pictures.toml")


def entries_of(format: str, content: bytes) -> list[Entry]:
    """The metadata of a picture of that format.

    UnreadableError where the bytes are no such picture, are broken, have too many pixels, or hold
    a part that cannot be read.
    """
    _ensure_shown(format, content)
    return [entry for part in parts_of(format, content) for entry in _entries(format, *part)]


def _ensure_shown(format: str, content: bytes) -> None:
    """UnreadableError where a browser cannot show the picture."""
    from PIL import Image  # only sites with pictures load it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=tuple(_PARTS)) as image:
                found, is_large = image.format, image.width * image.height > MOST_PIXELS
                if found == format == "PNG":  # it has check sums, which are quickly compared
                    image.verify()
                elif not is_large:
                    image.load()
    except Exception as error:  # Pillow raises whatever a broken file leads it to
        is_large = isinstance(error, Image.DecompressionBombError)
        raise UnreadableError("image-large" if is_large else "image-broken") from None
    if found != format and (found, format) != ("MPO", "JPEG"):
        raise UnreadableError("file-kind-mismatch", format)
    if is_large:
        raise UnreadableError("image-large")


def _entries(format: str, name: str, data: bytes) -> Iterable[Entry]:
    how = _PARTS[format].get(name)
    if how in _READERS:
        return _READERS[how](data)
    if how is None or (len(data) > how if isinstance(how, int) else data.hex() != how):
        raise UnreadableError("image-unread", re.sub("[^ -~]", "?", name.partition(":")[0]))
    return ()


_PROFILE = re.compile(rb"(?:\x01\x01|[ -~]{1,79}\x00)?.{36}acsp", re.DOTALL)
"""How a colour profile begins, behind the number of pieces in a JPEG or its name in a PNG."""


def _profile(data: bytes) -> Iterator[Entry]:
    """The texts of a colour profile."""
    if not _PROFILE.match(data):
        raise UnreadableError("image-unread", "ICC")
    return runs(data)


_TEXT = re.compile(rb"([^\0]*)\0(?:\0\0([^\0]*)\0([^\0]*)\0)?([^\0]*)\0*")
"""A key and a text; the text of an iTXt chunk is behind a language and a translated key."""


def _text(data: bytes) -> Iterator[Entry]:
    """The entries of a text with a key; UnreadableError where it holds a block of another kind."""
    match = _TEXT.fullmatch(data)
    if match is None or match[1].startswith(b"Raw profile type "):
        raise UnreadableError("image-unread", "tEXt")
    key, language, title, text = (decoded(one or b"") for one in match.groups())
    if key == "XML:com.adobe.xmp":
        yield from xmp(match[4])
    else:
        yield Entry(sort_of(key) if text else Sort.DESCRIPTION, text)
    yield from (Entry(Sort.DESCRIPTION, one) for one in (key, language, title))


_READERS: dict[str, Callable[[bytes], Iterable[Entry]]] = {
    "pixels": lambda _: (),
    "preview": lambda _: (Entry(Sort.PREVIEW),),
    "remainder": lambda _: (Entry(Sort.REMAINDER),),
    "description": lambda data: (Entry(Sort.DESCRIPTION, decoded(data)),),
    "exif": exif,
    "xmp": xmp,
    "profile": _profile,
    "packed profile": lambda data: _profile(unpacked(data)),
    "text": _text,
    "packed text": lambda data: _text(unpacked(data)),
}
