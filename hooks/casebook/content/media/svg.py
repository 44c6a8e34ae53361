"""Drawings: every text of an SVG file, once it is certain that the file only draws.

Elements, attributes and properties of style are allowed by name, in `svg.toml`. Whatever is in no
list is refused, whether it is a script, a handler, a reference to another file, or unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NoReturn
from xml.parsers import expat

from casebook.content.media.kinds import UnreadableError, table
from casebook.content.problem import Mark

_MALFORMED = UnreadableError("file-malformed", "SVG")
DEEPEST = 100
"""Elements in elements beyond this are no drawing."""
_TABLE: Final = table("svg.toml")
_LABELS = re.compile(_TABLE.pop("labels"))
_NAMES: Final = {key: frozenset(words.split()) for key, words in _TABLE.items()}
_ATTRIBUTES = _NAMES["properties"] | _NAMES["numbers"] | _NAMES["others"]
_SPACES = ("", "http://www.w3.org/2000/svg")
_REFERENCES = ("href", "http://www.w3.org/1999/xlink href")
_NUMBERS = re.compile(
    r"[MLHVCSQTAZEmlhvcsqtaze\d\s,.+-]*|[\d\s,.eE+-]*(?:%|px|pt|r?em|ex|mm|cm|in|deg)?|auto|none"
    r"|(?:(?:matrix|translate|scale|rotate|skew[XY])\s*\([\d\s,.eE+-]*\)[\s,]*)*"
)
"""Paths, lists of numbers, transformations, lengths."""
_OWN_ADDRESS = re.compile(r"""url\(\s*(["']?)#[\w.:-]+\1\s*\)""", re.IGNORECASE)
_CALL = re.compile(r"\\|/\*|@[\w-]*|(?<![\w-])[\w-]*\(")
"""What can do more than set a property: escapes, comments, rules of a sheet, functions."""


@dataclass(slots=True)
class _Reader:
    """Notes the texts of a drawing, and refuses what is in no list."""

    texts: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    """The names of the open elements."""
    _pieces: list[str] = field(default_factory=list)
    """The pieces of the text that is read as one."""

    def start(self, full_name: str, attributes: Mapping[str, str]) -> None:
        """Opens an element and notes its attributes."""
        space, _, name = full_name.rpartition(" ")
        is_known = space in _SPACES and name in _NAMES["elements"]
        if not is_known or not (self._open or name == "svg") or len(self._open) == DEEPEST:
            _refuse(f"<{name}>")
        self._open.append(name)
        for key, value in attributes.items():
            _ensure_attribute(key, value)
            if key not in _NAMES["numbers"] or not _NUMBERS.fullmatch(value):
                self.note(value)

    def add(self, text: str) -> None:
        """Notes a stretch of text."""
        self._pieces.append(text)
        self.note(text)

    def end(self, _: str) -> None:
        """Closes an element, and notes the text of the outermost of a text as one."""
        name = self._open.pop()
        if name == "style":
            _ensure_sheet("".join(self._pieces))
        if _NAMES["texts"].isdisjoint(self._open):
            self.note("".join(self._pieces))
            self._pieces.clear()

    def note(self, text: str | None) -> None:
        """Keeps a text, unless it is blank."""
        if text and text.strip():
            self.texts.append(text.strip())


def texts_of_drawing(content: bytes) -> list[str]:
    """The texts of an SVG file.

    UnreadableError where it is no well-formed XML, or does more than draw; no entity is expanded,
    because a file that declares any is refused where the declaration begins.
    """
    reader, parser = _Reader(), expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler, parser.CommentHandler = reader.add, reader.note
    parser.StartNamespaceDeclHandler = lambda *names: reader.note(" ".join(filter(None, names)))
    parser.StartDoctypeDeclHandler = lambda *_: _refuse("<!DOCTYPE>")
    parser.ProcessingInstructionHandler = lambda name, _: _refuse(f"<?{name}?>")
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, UnreadableError) as error:
        flaw = error if isinstance(error, UnreadableError) else _MALFORMED
        mark = Mark(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        raise UnreadableError(flaw.code, flaw.found, mark) from None
    return reader.texts


def _refuse(found: str) -> NoReturn:
    raise UnreadableError("svg-unsafe", found)


def _ensure_attribute(key: str, value: str) -> None:
    """UnreadableError where an attribute is in no list, or could do more than draw."""
    if key in _REFERENCES:
        if not value.strip().startswith("#"):
            _refuse(value or "href=")
    elif key == "style":
        _ensure_properties(value)
    elif key in _ATTRIBUTES:
        _ensure_draws(value)
    elif not _LABELS.fullmatch(key):
        _refuse(f"{key.rpartition(' ')[2]}=")


def _ensure_sheet(text: str) -> None:
    """UnreadableError where a style sheet is more than selectors and properties that draw."""
    _ensure_draws(text)
    for rule in text.split("}"):
        _ensure_properties(rule.partition("{")[2])


def _ensure_properties(text: str) -> None:
    """UnreadableError where a list of declarations sets what is no property of a drawing."""
    _ensure_draws(text)
    for declaration in text.split(";"):
        name = declaration.partition(":")[0].strip().lower()
        if name and name not in _NAMES["properties"]:
            _refuse(f"{name}:")


def _ensure_draws(value: str) -> None:
    """UnreadableError where a value of style could load anything, or is written with escapes."""
    for match in _CALL.finditer(_OWN_ADDRESS.sub(" ", value)):
        if match[0].rstrip("(").lower() not in _NAMES["functions"]:
            _refuse(match[0].replace("(", "()"))
