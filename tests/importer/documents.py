"""Documents for tests, made of the texts of their paragraphs."""

from __future__ import annotations

from casebook.importer.document import Block, Document
from casebook.importer.line import Line, body_lines


def document(*texts: str, bold: tuple[int, ...] = (), **hints: str) -> Document:
    """A document with a block for each text that is not blank."""
    printed = [(" ".join(text.split()), number in bold) for number, text in enumerate(texts)]
    blocks = (
        Block(text, f"第{number}段", is_bold=is_bold)
        for number, (text, is_bold) in enumerate(printed, 1)
        if text
    )
    return Document(tuple(blocks), hints)


def lines(*texts: str, bold: tuple[int, ...] = ()) -> list[Line]:
    """The lines of such a document."""
    return list(body_lines(document(*texts, bold=bold)))
