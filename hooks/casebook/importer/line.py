"""A line of a bulletin: a block of its document, or a part of one, with its place there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.importer.document import Block, Cell, Document, Role

_CLOSED = re.compile("(?:[。！？；：…!?;:][”』]?|[）)])$")
"""The end of a line that ends a sentence, or introduces the next one with a colon."""
_OF_PAGES = (Role.HEADER, Role.FOOTER, Role.FOOTNOTE)


@dataclass(frozen=True, slots=True)
class Line:
    """A part of a block, without surrounding spaces; not empty."""

    text: str
    is_bold: bool = False
    """Whether all of it is bold, or it is a heading."""
    block: int = 0
    """The index of its block in the document."""
    start: int = 0
    """The offset of its first character in the block."""
    at: str = ""
    """The place of the block in the source."""
    cell: Cell | None = None
    label: int = 0
    """The length of the automatic number that it begins with."""

    @property
    def is_closed(self) -> bool:
        """Whether it ends with the end of a sentence."""
        return bool(_CLOSED.search(self.text))

    @property
    def is_short(self) -> bool:
        """Whether it can be a title: at most 64 characters, without the end of a sentence."""
        return len(self.text) <= _LONGEST_TITLE and not re.search(r"[。；]", self.text)

    def part(self, start: int, end: int | None = None) -> Line | None:
        """The characters from `start` to `end`, without surrounding spaces; None if none."""
        piece = self.text[start:end]
        text = piece.strip()
        if not text:
            return None
        offset = self.start + start + len(piece) - len(piece.lstrip())
        is_bold, label = self.is_bold and text == self.text, self.label if start == 0 else 0
        return Line(text, is_bold, self.block, offset, self.at, self.cell, label)


_LONGEST_TITLE = 64


def body_lines(document: Document) -> Iterator[Line]:
    """The lines of a document's body, which excludes heads, feet and notes of its pages."""
    for number, block in enumerate(document.blocks):
        if block.role not in _OF_PAGES:
            yield line_of(block, number)


def page_lines(document: Document) -> Iterator[tuple[Role, Line]]:
    """The lines of the heads, feet and notes of a document's pages, with their role."""
    for number, block in enumerate(document.blocks):
        if block.role in _OF_PAGES:
            yield block.role, line_of(block, number)


def line_of(block: Block, number: int) -> Line:
    """The line of a whole block."""
    return Line(block.text, block.is_bold, number, 0, block.at, block.cell, block.label_length)
