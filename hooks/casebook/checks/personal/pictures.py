"""Pictures: what a file says beside what it shows, such as where a telephone took it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from casebook.checks.personal import personal_data

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image

_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".avif"})
_ENDINGS = tuple(_PICTURES)
_EXIF, _GPS = 0x8769, 0x8825
_OWNERS = frozenset({0x013B, 0x9C9D, 0xA430, 0xA431, 0xC62F})
"""Artist, XPAuthor, the camera's owner, the serial numbers of body and camera (Exif 2.32)."""
_OWNER_KEYS = ("author", "artist", "creator")
_XMP_PLACE = ("GPSLatitude", "GPSLongitude", "photoshop:City", "Iptc4xmpCore:Location")
_XMP_OWNER = ("dc:creator", "tiff:Artist", "aux:OwnerName", "SerialNumber")
_TEXT_CHUNKS = (b"tEXt", b"iTXt", b"zTXt")
_PLACE, _OWNER, _WORDS = "拍摄地点", "作者或设备", "说明文字里的个人信息"


def is_picture(name: str) -> bool:
    """Whether a file is, by its name, a picture made of pixels."""
    # Of thousands of files hardly any is a picture, and making a path takes long.
    is_likely = name.lower().endswith(_ENDINGS)
    return is_likely and PurePath(name).suffix.lower() in _PICTURES


def said_by_picture(path: Path) -> tuple[str, ...]:
    """The kinds of data on persons that a picture holds; none where it cannot be read."""
    import PIL  # noqa: F401 - only sites with pictures load it; a missing one must not go unseen

    try:
        return tuple(dict.fromkeys(_kinds(path)))
    except Exception:  # Pillow raises whatever a broken file leads it to
        return ()


def _kinds(path: Path) -> Iterator[str]:
    from PIL import Image

    with Image.open(path) as image:
        exif = image.getexif()
        if exif.get_ifd(_GPS):
            yield _PLACE
        values = {**exif, **exif.get_ifd(_EXIF)}
        if any(values.get(tag) for tag in _OWNERS):
            yield _OWNER
        texts = [_text(value) for value in values.values()]
        info = _info(image, path)
        for key, value in info.items():
            if key.lower() in _OWNER_KEYS and value:
                yield _OWNER
            texts.append(_text(value))
        packets = "".join(text for text in texts if "xmp" in text or "rdf" in text)
        if any(word in packets for word in _XMP_PLACE):
            yield _PLACE
        if any(word in packets for word in _XMP_OWNER):
            yield _OWNER
        if any(next(personal_data(text), None) for text in texts if text):
            yield _WORDS


def _info(image: Image.Image, path: Path) -> dict[str, Any]:
    """What stands beside the pixels; in PNG it may follow them."""
    info = {key: value for key, value in image.info.items() if isinstance(key, str)}
    if image.format == "PNG":
        data = path.read_bytes()
        if any(chunk in data for chunk in _TEXT_CHUNKS):
            image.load()
            info |= {key: value for key, value in image.info.items() if isinstance(key, str)}
    return {key: value for key, value in info.items() if key not in ("exif", "icc_profile")}


def _text(value: object) -> str:
    """A value as text; Windows writes its own in UTF-16."""
    if isinstance(value, bytes):
        is_wide = len(value) > 3 and value[1::2].count(0) > len(value) // 4
        return value.decode("utf-16-le" if is_wide else "utf-8", "ignore").replace("\0", "")
    return value if isinstance(value, str) else ""
