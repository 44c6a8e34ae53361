"""XMP: every text and attribute of a packet, and which of them lead to a place or a person.

Own parsing, because Pillow hands a packet over as it is, or with libraries that are not installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from casebook.content.media.entries import Entry, Sort
from casebook.content.media.errors import UnreadableError

_PLACE = re.compile(
    r"GPS.*|(?:Sub)?[Ll]ocation.*|City|State|Province.*|Country.*|CiAdr.*|World[Rr]egion"
)
_OWNER = re.compile(
    r"creator|contributor|publisher|Artist|Author.*|Credit|.*OwnerName|.*SerialNumber|CaptionWriter"
    r"|Owner|Photographer|ImageEditor|PersonInImage.*|CiEmail.*|CiTel.*|By-?line.*"
)
_TECHNICAL = re.compile(
    r"CreatorTool|softwareAgent|xmptk|Make|Model|Lens|Software|.*Profile(?:Name)?"
)
_PREVIEW = re.compile(r"Thumbnails?|image")
_IDENTITY = re.compile(r"[\w.:]*?[0-9A-Fa-f-]{32,36}")
"""An identity of a file or of a change: a number that leads to nobody."""


def xmp(data: bytes) -> Iterator[Entry]:
    """The entries of a packet; UnreadableError where it is no XML or declares entities."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.add
    parser.CommentHandler = reader.comment
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data.strip(b"\0 \r\n\t"), True)
    except (expat.ExpatError, ValueError):
        raise UnreadableError("image-unread", "XMP") from None
    yield from reader.entries


def _refuse(*_: object) -> NoReturn:
    raise UnreadableError("image-unread", "XMP")


@dataclass(slots=True)
class _Reader:
    """Notes the entries of a packet, element by element."""

    entries: list[Entry] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)
    _texts: list[list[str]] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Opens an element and notes its attributes."""
        self._names.append(_local(name))
        self._texts.append([])
        for key, value in attributes.items():
            if not key.startswith("xmlns"):
                self._note(value, [*self._names, _local(key)])

    def add(self, text: str) -> None:
        """Adds a piece of text to the open element."""
        self._texts[-1].append(text)

    def end(self, _: str) -> None:
        """Closes an element and notes its text."""
        self._note("".join(self._texts.pop()), self._names)
        self._names.pop()

    def comment(self, text: str) -> None:
        """Notes a comment."""
        self.entries.append(Entry(Sort.DESCRIPTION, text.strip()))

    def _note(self, value: str, names: list[str]) -> None:
        text = value.strip()
        if text and not _IDENTITY.fullmatch(text):
            self.entries.append(Entry(_sort(names), text))


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _sort(names: list[str]) -> Sort:
    for pattern, sort in (
        (_PLACE, Sort.PLACE),
        (_OWNER, Sort.OWNER),
        (_PREVIEW, Sort.PREVIEW),
        (_TECHNICAL, Sort.TECHNICAL),
    ):
        if any(map(pattern.fullmatch, names)):
            return sort
    return Sort.DESCRIPTION


def extended(pieces: list[bytes]) -> Iterator[Entry]:
    """The entries of a packet that a JPEG keeps in pieces, each behind its place in the whole."""
    places = sorted((int.from_bytes(piece[36:40]), piece[40:]) for piece in pieces)
    yield from xmp(b"".join(text for _, text in places))
