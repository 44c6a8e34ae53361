"""PNG: the entries of metadata in the chunks of a file."""

from __future__ import annotations

import binascii
from collections.abc import Callable, Iterable, Iterator

from casebook.content.media.containers import REMAINDER, Part, remainder, unknown
from casebook.content.media.entries import Entry, Sort, decoded, unpacked
from casebook.content.media.errors import UnreadableError
from casebook.content.media.exif import exif
from casebook.content.media.photoshop import resources
from casebook.content.media.profiles import icc
from casebook.content.media.xmp import xmp

_PNG_PIXELS = {
    *("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT"),
    *("sRGB", "bKGD", "hIST", "pHYs", "tIME", "acTL", "fcTL", "fdAT"),
    *("cICP", "mDCV", "cLLI", "sTER", "oFFs", "iDOT", "vpAg", "orNT"),
}
_TECHNICAL_KEYS = {"software", "creation time", "date:create", "date:modify", "date:timestamp"}
_OWNER_KEYS = {"author", "artist", "creator"}


def entries_of_png(parts: Iterable[Part]) -> Iterator[Entry]:
    """The metadata of a PNG; UnreadableError where a chunk is in no list."""
    for part in parts:
        name, data = part
        if name == REMAINDER:
            yield from remainder(data)
        elif name == "eXIf":
            yield from exif(data)
        elif name == "iCCP":
            title, _, rest = data.partition(b"\0")
            yield Entry(Sort.TECHNICAL, decoded(title))
            yield from icc(unpacked(rest[1:]))
        elif name in _PNG_TEXTS:
            key, _, rest = data.partition(b"\0")
            yield from _keyed(decoded(key), _PNG_TEXTS[name](rest))
        elif name not in _PNG_PIXELS:
            raise unknown(part)


def _international(rest: bytes) -> bytes:
    """The text of an iTXt chunk, behind two flags, a language and a translated key."""
    language, _, following = rest[2:].partition(b"\0")
    key, _, text = following.partition(b"\0")
    text = unpacked(text) if rest[:1] == b"\1" else text
    return b"\n".join(filter(None, (language, key, text)))


_PNG_TEXTS: dict[str, Callable[[bytes], bytes]] = {
    "tEXt": lambda rest: rest,
    "zTXt": lambda rest: unpacked(rest[1:]),
    "iTXt": _international,
}


def _keyed(key: str, value: bytes) -> Iterator[Entry]:
    """The entries of a text with a key, which can hold a whole block of another kind."""
    if key.startswith("Raw profile type "):
        yield from _raw_profile(key.removeprefix("Raw profile type "), value)
    elif key == "XML:com.adobe.xmp":
        yield from xmp(value.lstrip(b"\0"))
    else:
        text = decoded(value)
        sort = Sort.TECHNICAL if key.lower() in _TECHNICAL_KEYS else Sort.DESCRIPTION
        yield Entry(Sort.OWNER if text and key.lower() in _OWNER_KEYS else sort, text)
        yield Entry(Sort.DESCRIPTION, key)


def _raw_profile(name: str, value: bytes) -> Iterator[Entry]:
    """The entries of a block as ImageMagick keeps it: a name, a length, and the bytes in hex."""
    _, _, digits = value.strip().partition(b"\n")[2].partition(b"\n")
    reader = {
        "exif": exif,
        "APP1": exif,
        "iptc": resources,
        "8bim": resources,
        "xmp": xmp,
        "icc": icc,
        "icm": icc,
    }.get(name)
    try:
        data = binascii.unhexlify(b"".join(digits.split()))
    except ValueError:
        raise UnreadableError("image-unread", name) from None
    if reader is None or not data:
        raise UnreadableError("image-unread", name)
    yield from reader(data)
