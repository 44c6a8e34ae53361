"""Drawings: every text of an SVG file, once it is certain that the file only draws.

Elements and attributes are allowed by name. Whatever is in no list is refused, whether it is a
script, a handler, a reference to another file, or unknown.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from casebook.content.media.css import (
    ensure_declarations_draw,
    ensure_sheet_draws,
    ensure_value_draws,
    texts_of_sheet,
)
from casebook.content.media.errors import UnreadableError
from casebook.content.media.svg_names import (
    ATTRIBUTES,
    ELEMENTS,
    NUMBERS,
    OF_NAMESPACES,
    REFERENCES,
    SVG,
    TEXT_ELEMENTS,
    WITH_PREFIX,
)
from casebook.content.problem import Mark

DEEPEST = 100
"""Elements in elements beyond this are no drawing."""
_NUMBERS = re.compile(
    r"[MLHVCSQTAZEmlhvcsqtaze\d\s,.+-]*"
    r"|(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\d\s,.eE+-]*\)[\s,]*)*"
    r"|[\d\s,.eE+-]*(?:%|px|pt|em|rem|ex|mm|cm|in|deg)?|auto(?:-start-reverse)?|none|inherit"
)
"""Paths, lists of numbers, transformations, lengths."""
_DATA = re.compile(r"data:image/(png|jpeg|jpg|webp|gif);base64,(.*)", re.DOTALL | re.IGNORECASE)
_FORMATS = {"png": "PNG", "jpeg": "JPEG", "jpg": "JPEG", "webp": "WEBP", "gif": "GIF"}


@dataclass(frozen=True, slots=True)
class Drawing:
    """What an SVG file holds beside lines and colours."""

    texts: tuple[str, ...]
    pictures: tuple[tuple[str, bytes], ...]
    """The format and the bytes of each picture within it."""


def drawing_of(content: bytes) -> Drawing:
    """The texts and pictures of an SVG file.

    UnreadableError where it is no well-formed XML, or does more than draw; no entity is expanded,
    because a file that declares any is refused where the declaration begins.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader(parser)
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError):
        mark = Mark(parser.ErrorLineNumber, parser.ErrorColumnNumber + 1)
        raise UnreadableError("file-malformed", "SVG", mark) from None
    except UnreadableError as error:
        mark = Mark(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        raise UnreadableError(error.code, error.found, mark) from None
    return Drawing(tuple(reader.texts), tuple(reader.pictures))


def _unsafe(found: str) -> NoReturn:
    raise UnreadableError("svg-unsafe", found)


@dataclass(slots=True)
class _Reader:
    """Notes texts and pictures, and refuses what is in no list."""

    parser: expat.XMLParserType
    texts: list[str] = field(default_factory=list)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)
    _names: list[str] = field(default_factory=list)
    _pieces: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._add
        self.parser.CommentHandler = self._note
        self.parser.StartNamespaceDeclHandler = self._namespace
        self.parser.StartDoctypeDeclHandler = lambda *_: _unsafe("<!DOCTYPE>")
        self.parser.ProcessingInstructionHandler = lambda name, _: _unsafe(f"<?{name}?>")

    def _namespace(self, prefix: str | None, address: str | None) -> None:
        self._note(address or "")
        self._note(prefix or "")

    def _start(self, full_name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, name = full_name.rpartition(" ")
        if namespace not in (SVG, "") or name not in ELEMENTS:
            _unsafe(f"<{name}>")
        if len(self._names) == DEEPEST or not (self._names or name == "svg"):
            _unsafe(f"<{name}>")
        self._names.append(name)
        self._pieces.append([])
        for key, value in attributes.items():
            self._attribute(key, value)

    def _attribute(self, name: str, value: str) -> None:
        if name in REFERENCES:
            self._reference(value)
        elif name == "style":
            ensure_declarations_draw(value)
            self.texts.extend(texts_of_sheet(value))
        elif name in ATTRIBUTES:
            ensure_value_draws(value)
            if name not in NUMBERS or not _NUMBERS.fullmatch(value):
                self._note(value)
        elif name in OF_NAMESPACES or name.startswith(WITH_PREFIX):
            self._note(value)
        else:
            _unsafe(f"{name.rpartition(' ')[2]}=")

    def _reference(self, value: str) -> None:
        address = value.strip()
        match = _DATA.fullmatch(address)
        if match and self._names[-1] == "image":
            try:
                data = base64.b64decode("".join(match[2].split()), validate=True)
            except binascii.Error:
                _unsafe(match[0][:30])
            self.pictures.append((_FORMATS[match[1].lower()], data))
        elif address.startswith("#"):
            self._note(address[1:])
        else:
            _unsafe(value or "href=")

    def _add(self, text: str) -> None:
        self._pieces[-1].append(text)

    def _end(self, _: str) -> None:
        name, pieces = self._names.pop(), self._pieces.pop()
        text = "".join(pieces)
        if any(one in TEXT_ELEMENTS for one in self._names):
            self._pieces[-1].append(text)  # read as one with what surrounds it
        if name == "style":
            ensure_sheet_draws(text)
            self.texts.extend(texts_of_sheet(text))
        else:
            self._note(text)

    def _note(self, text: str) -> None:
        if text.strip():
            self.texts.append(text.strip())
