"""Tables in plain text: lines of cells that tabs or vertical bars part."""

from __future__ import annotations

from collections.abc import Sequence

from casebook.content.radicals import without_radicals
from casebook.importer.document import Block, Cell, Role, tidy

_SIGNS = ("\t", "|", "｜")
_LEAST_CELLS, _LEAST_ROWS = 3, 2


def rows_of_tables(lines: Sequence[str]) -> dict[int, list[Block]]:
    """The cells of the rows of tables, by the index of their line; empty cells are left out.

    A table is at least two adjacent lines of the same number of cells, three or more.
    """
    found: dict[int, list[Block]] = {}
    table = at = 0
    while at < len(lines):
        sign, count = _cells_of(lines[at])
        end = at + 1
        while count and end < len(lines) and _cells_of(lines[end]) == (sign, count):
            end += 1
        if end - at >= _LEAST_ROWS and count:
            table += 1
            for row, number in enumerate(range(at, end), 1):
                found[number] = _row(lines[number].split(sign), table, row)
        at = end
    return found


def _cells_of(line: str) -> tuple[str, int]:
    """The sign that parts the cells of a line, and their number; 0 for a line of text."""
    for sign in _SIGNS:
        count = line.strip().strip("|｜").count(sign) + 1
        if count >= _LEAST_CELLS:
            return sign, count
    return "", 0


def _row(cells: Sequence[str], table: int, row: int) -> list[Block]:
    return [
        Block(
            text,
            f"表{table}第{row}行第{column}列",
            Role.CELL,
            cell=Cell(table, row, column),
        )
        for column, cell in enumerate(cells, 1)
        if (text := tidy(without_radicals(cell)))
    ]
