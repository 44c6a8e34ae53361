"""Cells of pages: the blocks of ruled tables, which are numbered through a file."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.importer.document import Block, Cell, Role, tidy
from casebook.importer.readers.page_paragraphs import cell_paragraphs
from casebook.importer.readers.page_tables import Table, TableCell


class Tables:
    """Numbers the tables and rows of a file; a table goes on at the top of the next page."""

    def __init__(self) -> None:
        self._number = 0
        self._rows = 0
        self._last: tuple[int, Table] | None = None

    def end(self) -> None:
        """Running text follows, so that no table goes on."""
        self._last = None

    def blocks(self, page: int, table: Table) -> Iterator[Block]:
        """The blocks of the next table, cell by cell."""
        if not self._goes_on(page, table):
            self._number += 1
            self._rows = 0
        for cell in table.cells:
            yield from _blocks(cell, Cell(self._number, self._rows + cell.row, cell.column))
        self._rows += table.row_count
        self._last = page, table

    def _goes_on(self, page: int, table: Table) -> bool:
        if self._last is None:
            return False
        last_page, last = self._last
        return (
            page == last_page + 1
            and len(last.columns) == len(table.columns)
            and all(abs(a - b) <= 3 for a, b in zip(last.columns, table.columns, strict=True))
        )


_WIDEST_PADDING = 6.0
"""Points between a rule and the text beside it."""


def _blocks(cell: TableCell, place: Cell) -> Iterator[Block]:
    if not cell.lines:
        return
    padding = max(min(line.left for line in cell.lines) - cell.left, 0.0)
    right = cell.right - min(padding, _WIDEST_PADDING)
    is_bold = all(line.is_bold for line in cell.lines)
    at = f"表{place.table}第{place.row}行第{place.column}列"
    for text in map(tidy, cell_paragraphs(cell.lines, right)):
        if text:
            yield Block(text, at, Role.CELL, is_bold=is_bold, cell=place)
