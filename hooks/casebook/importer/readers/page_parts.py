"""Parts of pages: tables, and running text in one column or two, without heads, feet and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casebook.importer.document import Block, Note
from casebook.importer.readers.glyphs import Page, usual_size
from casebook.importer.readers.page_alignment import parted_at_aligned
from casebook.importer.readers.page_columns import bands, gutter, is_left_of
from casebook.importer.readers.page_footnotes import parted_from_footnotes
from casebook.importer.readers.page_lines import Line, Row, is_overprinted, lines, rows
from casebook.importer.readers.page_margins import Rowed, parted_from_margins
from casebook.importer.readers.page_setting import Column, Region
from casebook.importer.readers.page_tables import Table, pieces


@dataclass(frozen=True, slots=True)
class Part:
    """A table, or rows of running text between tables, of a page."""

    page: Page
    gutter: float | None
    """The left edge of the right column of text in two columns."""
    printed: Table | Rowed
    footnotes: tuple[str, ...] = ()

    def regions(self) -> Iterator[Region]:
        """The columns of running text, the left one first; none of a table."""
        if isinstance(self.printed, Table):
            return
        sides: dict[Column, list[Line]] = {}
        for row in self.printed.rows:
            for line in row:
                column = Column.WHOLE
                if self.gutter is not None:
                    column = Column.RIGHT if line.left >= self.gutter - 2 else Column.LEFT
                sides.setdefault(column, []).append(line)
        for column in Column:
            if column in sides:
                yield Region(self.page.number, column, self.page.width, tuple(sides[column]))


def parts_of(pages: Sequence[Page]) -> tuple[list[Part], list[Block], list[Note]]:
    """The parts of pages in reading order, their heads and feet, and what to check in them."""
    notes: list[Note] = []
    whole: list[Part] = []
    known: float | None = None
    for page in pages:
        found = [
            piece if isinstance(piece, Table) else rows(piece)
            for piece in pieces(page.glyphs, page.rules)
        ]
        running = [row for piece in found if not isinstance(piece, Table) for row in piece]
        if any(map(is_overprinted, running)) and Note.TEXT_BOXES not in notes:
            notes.append(Note.TEXT_BOXES)
        edge = gutter(running)
        is_left = edge is None and known is not None and is_left_of(running, known)
        known = known or edge
        for piece in found:
            if isinstance(piece, Table):
                whole.append(Part(page, None, piece))
            else:
                sides = [(known, piece)] if is_left else bands(piece, edge)
                whole += (_running(page, side, band) for side, band in sides)
    bodies, furniture = parted_from_margins(
        [part.printed for part in whole if isinstance(part.printed, Rowed)]
    )
    parts = list(_parted(list(_with_bodies(whole, bodies)), pages))
    tables = [part.printed for part in parts if isinstance(part.printed, Table)]
    if not all(table.is_ruled for table in tables):
        notes.append(Note.TABLES)
    return parts, furniture, notes


def _running(page: Page, edge: float | None, band: Sequence[Row]) -> Part:
    return Part(page, edge, Rowed(page.number, page.height, [lines(row, edge) for row in band]))


def _with_bodies(parts: Sequence[Part], bodies: Sequence[Rowed]) -> Iterator[Part]:
    """The parts with the rows that are left of them; empty ones are left out."""
    rest = iter(bodies)
    for part in parts:
        if isinstance(part.printed, Rowed):
            part = replace(part, printed=next(rest))
        if isinstance(part.printed, Table) or part.printed.rows:
            yield part


def _parted(parts: Sequence[Part], pages: Sequence[Page]) -> Iterator[Part]:
    """The parts without footnotes, which stand last on a page, and with tables without rules."""
    body_size = usual_size(glyph for page in pages for glyph in page.glyphs)
    for number, part in enumerate(parts, 1):
        if isinstance(part.printed, Table):
            yield part
            continue
        printed = part.printed
        if number == len(parts) or parts[number].page.number != part.page.number:
            body, notes = parted_from_footnotes(printed.rows, part.page.rules, body_size)
            printed = replace(printed, rows=body)
            part = replace(part, printed=printed, footnotes=tuple(notes))
        yield from _parted_at_aligned(part, printed)


def _parted_at_aligned(part: Part, printed: Rowed) -> Iterator[Part]:
    if part.gutter is not None:
        yield part
        return
    found = [piece for piece in parted_at_aligned(printed.rows) if piece]
    for number, piece in enumerate(found, 1):
        footnotes = part.footnotes if number == len(found) else ()
        again = piece if isinstance(piece, Table) else replace(printed, rows=piece)
        yield replace(part, printed=again, footnotes=footnotes)
