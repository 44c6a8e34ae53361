"""Alignment: tables without rules, told by pieces of rows that begin at the same places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from casebook.importer.readers.page_lines import Line
from casebook.importer.readers.page_tables import Table, TableCell

Rows = list[list[Line]]

_NEAR = 3.0
"""Points within which two pieces begin at the same place."""
_FEWEST = 2
"""Rows of two pieces or more in a table."""
_PADDING = 12.0
"""Points that a cell may leave free at its right."""


def parted_at_aligned(page: Rows) -> list[Table | Rows]:
    """The rows of a page of one column parted at its tables without rules."""
    found: list[Table | Rows] = [[]]
    first = 0
    while first < len(page):
        end, columns = _table(page, first)
        if end > first:
            found += [_aligned(page[first:end], columns), []]
            first = end
            continue
        running = found[-1]
        if isinstance(running, list):
            running.append(page[first])
        first += 1
    return found


def _table(page: Rows, first: int) -> tuple[int, list[float]]:
    """The end of a table that begins at a row, and its columns; the row itself if there is none."""
    if len(page[first]) < 2:
        return first, []
    columns = [line.left for line in page[first]]
    end = first
    full = 0
    while end < len(page) and _fits(page[end], columns) and _is_below(page, end, first):
        full += len(page[end]) == len(columns)
        end += 1
    limits = _limits(page[first:end], columns)
    while end > first and not _belongs(page[max(end - 2, 0) : end], columns, limits):
        end -= 1
    return (end, columns) if full >= _FEWEST else (first, [])


def _limits(rows: Rows, columns: Sequence[float]) -> list[float]:
    """Up to where each column reaches."""
    return [*columns[1:], max((line.right for row in rows for line in row), default=0.0)]


def _belongs(rows: Rows, columns: Sequence[float], limits: Sequence[float]) -> bool:
    """Whether the last of two rows is one of a table, and no short paragraph under it."""
    above, row = rows[0], rows[-1]
    if len(row) > 1:
        return True
    column = _column(row[0], columns) or 0
    same = [line for line in above if _column(line, columns) == column]
    return bool(same) and _fills(same[0], row[0], limits[column])


def _is_below(page: Rows, number: int, first: int) -> bool:
    """Whether a row stands right under the one before."""
    if number == first:
        return True
    line = page[number][0]
    return line.baseline - page[number - 1][0].baseline <= 3 * line.size


def _fits(row: list[Line], columns: Sequence[float]) -> bool:
    """Whether each piece of a row begins in a column and ends before the next one."""
    for line in row:
        column = _column(line, columns)
        if column is None:
            return False
        if column + 1 < len(columns) and line.right > columns[column + 1] - 1:
            return False
    return True


def _column(line: Line, columns: Sequence[float]) -> int | None:
    near = (number for number, left in enumerate(columns) if abs(line.left - left) <= _NEAR)
    return next(near, None)


@dataclass(slots=True)
class _Open:
    """A cell to which lines may still belong."""

    row: int
    lines: list[Line] = field(default_factory=list)


def _aligned(rows: Rows, columns: Sequence[float]) -> Table:
    limits = _limits(rows, columns)
    cells: list[tuple[int, _Open]] = []
    last: dict[int, _Open] = {}
    number = 0
    before: set[int] = set()
    for row in rows:
        begun = [_column(line, columns) or 0 for line in row]
        opening = last.get(begun[0])
        goes_on = (
            opening is not None
            and begun[0] in before
            and _fills(opening.lines[-1], row[0], limits[begun[0]])
        )
        if not goes_on:
            number += 1
        for column, line in zip(begun, row, strict=True):
            if not goes_on or column not in last or last[column].row != number:
                last[column] = _Open(number)
                cells.append((column, last[column]))
            last[column].lines.append(line)
        before = set(begun)
    return Table(
        rows[0][0].baseline - rows[0][0].size,
        rows[-1][0].baseline,
        number,
        tuple(columns),
        tuple(
            TableCell(cell.row, column + 1, columns[column], _right(cell, limits[column]),
                      tuple(cell.lines))
            for column, cell in sorted(cells, key=lambda one: (one[1].row, one[0]))
        ),
        is_ruled=False,
    )  # fmt: skip


def _fills(last: Line, line: Line, limit: float) -> bool:
    return line.baseline > last.baseline and limit - last.right <= 1.7 * last.size + _PADDING


def _right(cell: _Open, limit: float) -> float:
    """Up to where the lines of a cell are set; the widest shows it if it is near the limit."""
    widest = max(line.right for line in cell.lines)
    return widest if limit - widest <= 1.7 * cell.lines[0].size + _PADDING else limit
