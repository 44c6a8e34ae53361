"""Text: plain text and Markdown, also as copied from a PDF or pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.content.radicals import without_radicals
from casebook.importer.document import Block, Document, tidy
from casebook.importer.readers import markdown
from casebook.importer.readers.broken_lines import rejoined
from casebook.importer.readers.encodings import decoded
from casebook.importer.readers.printed_layout import PrintedLine
from casebook.importer.readers.source import Limits, Refusal, Source, UnreadableError
from casebook.importer.readers.text_head import hints_before
from casebook.importer.readers.text_tables import rows_of_tables


def read(source: Source) -> Document:
    """The document of a text; what is written in Markdown is read as that."""
    return document_of(decoded(source.data), source.limits)


def document_of(text: str, limits: Limits, is_plain: bool = False) -> Document:
    """The document of a text; raises UnreadableError (TOO_LONG) beyond the limits.

    With `is_plain` it has no hints and no Markdown, as the text of a mail.
    """
    if len(text) > limits.pages * limits.page_characters:
        raise UnreadableError(Refusal.TOO_LONG)
    text = _LINE_END.sub("\n", text).replace("\0", "")
    hints, start = ({}, 0) if is_plain else hints_before(text)
    if not is_plain and markdown.is_markdown(text[start:]):
        return markdown.document_of(text, start, hints, limits)
    lines: list[PrintedLine] = []
    for line in _lines(text, start):
        if len(lines) == limits.blocks:
            raise UnreadableError(Refusal.TOO_LONG)
        lines.append(line)
    return Document(tuple(rejoined(lines)), hints)


_LINE_END = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_INDENTS = {"\u3000": 2, "\t": 4}
"""The width of the white space that is wider than a space."""


def _lines(text: str, start: int) -> Iterator[PrintedLine]:
    first = text.count("\n", 0, start) + 1
    raw = text[start:].split("\n")
    tables = rows_of_tables([line.replace("\f", "") for line in raw])
    begins_page = follows_blank = False
    for number, line in enumerate(raw):
        if row := tables.get(number):
            yield from (PrintedLine(block) for block in row)
            continue
        for part, page in enumerate(line.split("\f")):
            begins_page = begins_page or part > 0
            if words := tidy(without_radicals(page)):
                block = Block(words, f"第{number + first}行")
                yield PrintedLine(block, _indent(page), begins_page, follows_blank)
                begins_page = follows_blank = False
        follows_blank = follows_blank or not line.strip()


def _indent(line: str) -> int:
    space = line[: len(line) - len(line.lstrip())]
    return sum(_INDENTS.get(sign, 1) for sign in space)
