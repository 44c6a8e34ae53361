"""Paragraphs of pages: lines joined again over lines, columns and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casebook.importer.readers.glyphs import is_wide
from casebook.importer.readers.page_lines import Line
from casebook.importer.readers.page_setting import (
    FLUSH,
    Column,
    Edges,
    Region,
    Setting,
    indent,
    is_first_indent,
    pitch,
)


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph."""

    page: int
    """The page on which it begins."""
    lines: list[Line]
    text: str

    @property
    def size(self) -> float:
        """The size of its largest font."""
        return max(line.size for line in self.lines)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.is_bold for line in self.lines)


LARGER = 1.15
"""From how many times the size of the body on text is that of a title."""

_CLOSED = re.compile("[。！？…；：][”』）)]*$")
_LABEL = re.compile(
    r"[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})[）)、.．]|第[一二三四五六七八九十\d]+[条章节起、]"
    r"|[①-⑳●■◆•▪➢✓◇□❖○◎▲★-]"
)


def paragraphs(regions: Sequence[Region], setting: Setting) -> list[Paragraph]:
    """The paragraphs of regions that follow each other, in which all lines are used once."""
    found: list[Paragraph] = []
    before: Region | None = None
    for region in regions:
        distance = pitch(region)
        for line in region.lines:
            if before is not None and _goes_on(found[-1], before, line, region, setting, distance):
                found[-1].text = joined(found[-1].text, line.text)
                found[-1].lines.append(line)
            else:
                found.append(Paragraph(region.page, [line], line.text))
            before = region
    return found


def cell_paragraphs(lines: Sequence[Line], right: float) -> list[str]:
    """The paragraphs of a table cell with its right edge; lines that fill it go on."""
    found: list[str] = []
    before: Line | None = None
    for line in lines:
        if (
            before is not None
            and line.baseline > before.baseline + 0.3 * line.size
            and not _LABEL.match(line.text)
            and _fills(before, line, right)
        ):
            found[-1] = joined(found[-1], line.text)
        else:
            found.append(line.text)
        before = line
    return found


def joined(text: str, more: str) -> str:
    """Two pieces of a paragraph as one: Latin words are parted by a space, addresses are not."""
    word = re.search(r"[!-~]*$", text)
    is_address = word is not None and re.search(r"://|www\.|@", word[0])
    if text[-1:].isascii() and text[-1:].isalpha() and more[:1].isascii() and not is_address:
        return f"{text} {more}"
    return text + more


def _goes_on(
    paragraph: Paragraph,
    before: Region,
    line: Line,
    region: Region,
    setting: Setting,
    distance: float,
) -> bool:
    """Whether a line goes on with the paragraph whose last line stands in the region before."""
    last = paragraph.lines[-1]
    if abs(last.size - line.size) > 0.15 * max(last.size, line.size):
        return False
    is_under = before is region
    if is_under:
        down = line.baseline - last.baseline
        if _is_title_over_lines(last, line, region, setting):
            return True
        if down <= 0.3 * line.size or (distance and down > 1.25 * distance):
            return False
    elif not setting.is_indented and _CLOSED.search(paragraph.text):
        return False
    edges = setting.edges_of(before)
    first = indent(last, edges)
    is_at_edge = indent(line, setting.edges_of(region)) <= FLUSH
    if last.is_bold != line.is_bold and not (is_at_edge and is_first_indent(first)):
        return False
    is_block = is_under and abs(line.left - last.left) <= 0.4 * line.size
    # A block that is indented on the left is so on the right.
    right = edges.right - (max(last.left - edges.left, 0.0) if is_block else 0.0)
    if not _fills(last, line, right) or not _begins_left(last, edges):
        return False
    return is_at_edge or (is_under and _hangs(paragraph, line, first, setting))


def _fills(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line had no room at the end of the last one."""
    word = re.match(r"[!-~]+", line.text)
    room = right - last.right
    if word is not None and len(word[0]) > 2:
        share = len(word[0]) / sum(2 if is_wide(one) else 1 for one in line.text)
        return room < max(1.7 * last.size, share * (line.right - line.left) + 0.7 * last.size)
    return room <= 1.7 * last.size


def _begins_left(last: Line, edges: Edges) -> bool:
    """Whether a line is no short one set to the right, as a signature is."""
    is_long = last.right - last.left > 0.5 * (edges.right - edges.left)
    return is_long or indent(last, edges) <= 3


def _hangs(paragraph: Paragraph, line: Line, first: float, setting: Setting) -> bool:
    """Whether an indented line goes on with an item of a list, or with an indented block."""
    last = paragraph.lines[-1]
    if _LABEL.match(line.text):
        return False
    deeper = (line.left - last.left) / line.size
    if abs(deeper) <= 0.4:
        if len(paragraph.lines) > 1:
            return True
        is_heading = _LABEL.match(paragraph.text) or "案例" in paragraph.text[:4]
        may_begin = setting.is_indented and is_first_indent(first) and is_heading
        return not may_begin and not _CLOSED.search(paragraph.text)
    is_item = len(paragraph.lines) == 1 and _LABEL.match(paragraph.text) is not None
    return is_item and 0.4 < deeper < 4


def _is_title_over_lines(last: Line, line: Line, region: Region, setting: Setting) -> bool:
    """Whether two lines in the middle of the page are larger than the body, as a title is."""
    if region.column is not Column.WHOLE or line.size < LARGER * setting.body_size:
        return False
    middle, other = (last.left + last.right) / 2, (line.left + line.right) / 2
    return (
        0.3 * line.size < line.baseline - last.baseline <= 2.2 * line.size
        and abs(middle - other) < line.size
        and abs(middle - region.width / 2) < 2 * line.size
        and last.is_bold == line.is_bold
    )
