"""Resources: what belongs to a page and stands beside its text, as pictures and style sheets."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import basename
from urllib.parse import unquote, urlsplit

from bs4.element import Tag

from casebook.importer.document import Picture, tidy
from casebook.importer.readers.source import Limits


@dataclass(frozen=True, slots=True)
class Resources:
    """What belongs to a page."""

    styles: tuple[str, ...] = ()
    parts: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures by their addresses."""
    frames: Mapping[str, str] = field(default_factory=dict)
    """The pages in frames, by their addresses."""
    inline: tuple[str, ...] = ()
    """The Base64 data of the pictures in the page; `data:picture/1` stands for the first."""


def picture_of(tag: Tag, number: int, at: str, resources: Resources, limits: Limits) -> Picture:
    """The picture of an element; without bytes if it is elsewhere or beyond the limits."""
    address = _address(tag)
    data = _data(address, resources)
    if data is not None and len(data) > limits.part_bytes:
        data = None
    return Picture(_name(address) or f"图{number}.png", data, at)


_ATTRIBUTES = ("data-src", "data-original", "data-lazy-src", "src", "xlink:href", "href")
"""Where the address of a picture stands; pages that load it late have it elsewhere than in src."""
_INLINE = "data:picture/"
_LONGEST = 100
"""Characters of the longest name."""


def _address(tag: Tag) -> str:
    found = [str(tag.get(name, "")).strip() for name in _ATTRIBUTES]
    source = str(tag.get("src", "")).strip()
    if source.startswith(("cid:", _INLINE)):
        return source
    return next((one for one in found if one), "")


def _data(address: str, resources: Resources) -> bytes | None:
    number = address.removeprefix(_INLINE)
    if address.startswith(_INLINE) and number.isdecimal() and len(number) < 9:
        encoded = resources.inline[int(number) - 1 : int(number)]
        try:
            return base64.b64decode(unquote(encoded[0])) if encoded else None
        except (binascii.Error, ValueError):
            return None
    return resources.parts.get(address)


def _name(address: str) -> str:
    """The base name in an address; empty if it has none that is a name of a picture."""
    if address.startswith(("data:", "cid:")):
        return ""
    try:
        path = unquote(urlsplit(address.replace("\\", "/")).path)
    except ValueError:
        return ""
    name = tidy(basename(path.replace("\\", "/").rstrip("/")))
    return name if len(name) <= _LONGEST else ""
