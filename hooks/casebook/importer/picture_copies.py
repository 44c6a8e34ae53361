"""Picture copies: the pictures of a document, drawn anew as files without metadata.

A copy holds pixels alone: no place, no device, no author, no preview of what was cut away. It is
turned upright and its colours are those of a screen, for what said so is left out as well.
"""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from PIL import Image, ImageCms, ImageOps

from casebook.checks.redaction import redacted_text
from casebook.content.media.kinds import LARGEST
from casebook.content.media.pictures import MOST_PIXELS as MOST_PIXELS_SHOWN
from casebook.content.media.pictures import entries_of
from casebook.importer.document import Picture
from casebook.texts import commands as texts

MOST_PIXELS = 11_000_000
"""Of one copy: enough for a long poster of 1,080 × 10,000. The photograph of a telephone is reduced
to a half or a quarter; another picture with more is not copied."""
MOST_PIXELS_IN_ALL = 120_000_000
"""Of all pictures of a document before they are reduced: ten photographs of a telephone. Copying
so many takes two to four seconds, and memory stays below 230 MB."""
_MOST_SCANS = 20
"""Of a JPEG: how often its pixels are drawn over. Cameras and programs stay below twelve."""
_READ = ("PNG", "JPEG", "GIF", "BMP", "DIB", "TIFF", "WEBP")
_ENDINGS = {"JPEG": "jpg", "PNG": "png"}
_SETTINGS = {"JPEG": {"quality": 90}, "PNG": {"compress_level": 3}}
_DENSE = 0.5
"""Bytes of a pixel, compressed without loss, from which a picture is a photograph."""
_FEW_PIXELS, _SAMPLE_ROWS = 100_000, 32
"""A picture that is small either way, and the rows by which a larger one is judged."""
_CLEAR_COST = 8
"""How many times as long a picture takes that is clear in places, and so no JPEG."""


class Skipped(StrEnum):
    """Why there is no copy of a picture; worded in texts/commands.yml."""

    ELSEWHERE = "elsewhere"
    """The document only refers to it."""
    FORM = "form"
    """No picture of pixels, as .emf, .wmf and .svg, or broken."""
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class PictureCopies:
    """The copies of the pictures of a document."""

    files: Mapping[str, bytes]
    """By name, 图1.jpg or 图2.png, numbered as the pictures of the document."""
    places: Mapping[str, str]
    """Where in the document each was."""
    skipped: tuple[str, ...]
    """Pictures without a copy, as image3.emf（第5段，格式不支持或图片已损坏）."""


def copies(pictures: Iterable[Picture], first: int = 1) -> PictureCopies:
    """The copies of pictures, numbered from `first`; only the first frame of a moving one."""
    files, places, skipped = dict[str, bytes](), dict[str, str](), list[str]()
    budget = _Budget(MOST_PIXELS_IN_ALL)
    for number, picture in enumerate(pictures, first):
        copied = _copied(picture.data, budget)
        if isinstance(copied, Skipped):
            reason = texts.table("PICTURE_REASONS")[copied]
            skipped.append(f"{redacted_text(picture.name)}（{picture.at}，{reason}）")
        else:
            name = f"图{number}.{_ENDINGS[copied.format]}"
            files[name], places[name] = copied.data, picture.at
    return PictureCopies(files, places, tuple(skipped))


@dataclass(slots=True)
class _Budget:
    """The pixels that may still be drawn."""

    left: int

    def takes(self, image: Image.Image) -> bool:
        """Whether a picture can still be drawn; a broken one takes its time as well."""
        cost = image.width * image.height * (_CLEAR_COST if "A" in image.getbands() else 1)
        is_taken = cost <= self.left
        self.left -= cost if is_taken else 0
        return is_taken


@dataclass(frozen=True, slots=True)
class _Copy:
    format: str
    data: bytes


def _copied(data: bytes | None, budget: _Budget) -> _Copy | Skipped:
    """The copy of a picture, or why there is none."""
    if data is None:
        return Skipped.ELSEWHERE
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_READ) as image:
                if not _is_small(image) or not budget.takes(image):
                    return Skipped.LARGE
                _reduce(image)
                is_drawn_often = image.format in _JPEGS and data.count(_SCAN) > _MOST_SCANS
                copied = None if is_drawn_often else _written(image)
    except (Image.DecompressionBombError, MemoryError):
        return Skipped.LARGE
    except Exception:  # Pillow raises whatever a broken file leads it to
        return Skipped.FORM
    return copied or Skipped.FORM


_JPEGS, _SCAN = ("JPEG", "MPO"), b"\xff\xda"


def _is_small(image: Image.Image) -> bool:
    """Whether a picture has few enough pixels, or can be reduced to as few."""
    most = MOST_PIXELS_SHOWN if image.format in _JPEGS else MOST_PIXELS
    return image.width * image.height <= most


def _reduce(image: Image.Image) -> None:
    """Has a JPEG with too many pixels decoded at a half, a quarter or an eighth of its size."""
    pixels = image.width * image.height
    if pixels > MOST_PIXELS:
        scale = next(scale for scale in (2, 4, 8) if pixels <= MOST_PIXELS * scale**2)
        image.draft(None, (image.width // scale, image.height // scale))


def _written(image: Image.Image) -> _Copy | None:
    """The copy of a picture; None if a check of the site would find more in it than pixels."""
    is_jpeg = image.format in _JPEGS
    plain = _plain(image)
    is_photograph = is_jpeg or (plain.mode != "RGBA" and _is_dense(plain))
    format = "JPEG" if is_photograph else "PNG"
    stream = io.BytesIO()
    plain.save(stream, format, **_SETTINGS[format])
    data = stream.getvalue()
    if len(data) > LARGEST or entries_of(format, data):
        return None
    return _Copy(format, data)


def _plain(image: Image.Image) -> Image.Image:
    """The first frame, upright, in the colours of a screen, and nothing else."""
    if image.mode in ("I", "F"):
        raise ValueError("no colours")
    ImageOps.exif_transpose(image, in_place=True)
    if image.mode.startswith("I;16"):
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    image = _screen_colours(image)
    is_clear = "A" in image.getbands() or "transparency" in image.info
    mode = "RGBA" if is_clear else "L" if image.mode in ("1", "L") else "RGB"
    plain = image if image.mode == mode else image.convert(mode)
    if mode == "RGBA" and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert("RGB")
    plain.load()
    plain.info.clear()
    return plain


def _screen_colours(image: Image.Image) -> Image.Image:
    """The picture in sRGB, converted by its colour profile if that can be read."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, screen, outputMode="RGB")
            return converted or image
    return image


def _is_dense(image: Image.Image) -> bool:
    """Whether a picture compresses badly without loss: a photograph, no drawing or screenshot."""
    if image.width * image.height < _FEW_PIXELS:
        return False
    top = max(0, (image.height - _SAMPLE_ROWS) // 2)
    sample = image.crop((0, top, image.width, min(image.height, top + _SAMPLE_ROWS)))
    packed = zlib.compress(sample.tobytes(), 1)
    return len(packed) > _DENSE * sample.width * sample.height
