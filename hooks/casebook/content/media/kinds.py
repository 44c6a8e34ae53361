"""Kinds of files: the one table of what may be published beside the pages.

A file whose ending is not in the table is refused, for no code here reads what is in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePath
from types import MappingProxyType

LARGEST = 20_000_000
"""Bytes of a file beside the pages; readers on telephones wait long for more."""


class Form(Enum):
    """How the texts of a file are read."""

    LINES = auto()
    """Plain text, line by line."""
    CALENDAR = auto()
    """Plain text in which a long line goes on in the next, which begins with a space."""
    CAPTIONS = auto()
    """Plain text in which words can be marked by tags."""
    CODE = auto()
    """Scripts and style sheets: lines, in which characters can be written as escapes."""
    JSON = auto()
    PICTURE = auto()
    """Pixels; the texts are in the metadata."""
    SVG = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of files."""

    ending: str
    """In lower case, with the full stop."""
    media_type: str
    form: Form
    format: str = ""
    """Of pictures, the name of the format that Pillow finds in the bytes."""


_TABLE = (
    Kind(".txt", "text/plain", Form.LINES),
    Kind(".csv", "text/csv", Form.LINES),
    Kind(".tsv", "text/tab-separated-values", Form.LINES),
    Kind(".ics", "text/calendar", Form.CALENDAR),
    Kind(".vtt", "text/vtt", Form.CAPTIONS),
    Kind(".srt", "application/x-subrip", Form.CAPTIONS),
    Kind(".json", "application/json", Form.JSON),
    Kind(".geojson", "application/geo+json", Form.JSON),
    Kind(".webmanifest", "application/manifest+json", Form.JSON),
    Kind(".js", "text/javascript", Form.CODE),
    Kind(".css", "text/css", Form.CODE),
    Kind(".png", "image/png", Form.PICTURE, "PNG"),
    Kind(".jpg", "image/jpeg", Form.PICTURE, "JPEG"),
    Kind(".jpeg", "image/jpeg", Form.PICTURE, "JPEG"),
    Kind(".webp", "image/webp", Form.PICTURE, "WEBP"),
    Kind(".gif", "image/gif", Form.PICTURE, "GIF"),
    Kind(".svg", "image/svg+xml", Form.SVG),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.ending: kind for kind in _TABLE})
"""Every kind by its ending."""

PICTURES = frozenset(kind.ending for kind in _TABLE if kind.form in (Form.PICTURE, Form.SVG))
"""The endings of what a page can show as a picture."""


def kind_of(name: str) -> Kind | None:
    """The kind of a file by the ending of its name or path; None where the table has none."""
    return KINDS.get(PurePath(name).suffix.lower())
