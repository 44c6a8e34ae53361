"""Tables of a page: the grid of cells, and which tables only lay out what is in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from bs4.element import Tag

from casebook.importer.readers.source import Limits


@dataclass(slots=True)
class Table:
    """A table while it is read; rows and columns count from 1."""

    limits: Limits
    row: int = 0
    column: int = 0
    is_layout: bool = False
    """Whether it has a table in it, or says that it is only for layout."""
    taken: dict[int, int] = field(default_factory=dict)
    """The last row of the cells that reach into further rows, by column."""
    blocks: Counter[tuple[int, int]] = field(default_factory=Counter)
    characters: Counter[tuple[int, int]] = field(default_factory=Counter)
    """What the cell at a row and a column holds."""

    def begin_row(self) -> None:
        """Goes to the next row."""
        self.row += 1
        self.column = 0

    def begin_cell(self, tag: Tag) -> tuple[int, int]:
        """The row and the column of the next cell."""
        if not self.row:
            self.begin_row()
        first = self.column + 1
        while self.taken.get(first, 0) >= self.row:
            first += 1
        self.column = first + _span(tag, "colspan", self.limits.columns) - 1
        down = _span(tag, "rowspan", self.limits.rows)
        if down > 1:
            for column in range(first, self.column + 1):
                self.taken[column] = self.row + down - 1
        return self.row, first

    def add(self, place: tuple[int, int], characters: int) -> None:
        """Counts a block in a cell."""
        self.blocks[place] += 1
        self.characters[place] += characters

    @property
    def holds_data(self) -> bool:
        """Whether it has rows of several cells, none of which holds a whole article."""
        in_rows = Counter(row for row, _ in self.blocks)
        if self.is_layout or len(in_rows) < 2 or sum(one > 1 for one in in_rows.values()) < 2:
            return False
        largest = max(self.characters, key=self.characters.__getitem__)
        share = self.characters[largest] / self.characters.total()
        return not (self.blocks[largest] >= _ARTICLE and share > _MOST)


_ARTICLE, _MOST = 5, 0.6
"""Blocks in one cell, and its share of a table, from which the table is only the layout."""


def _span(tag: Tag, name: str, most: int) -> int:
    value = str(tag.get(name, "1")).strip()
    number = int(value) if value.isascii() and value.isdecimal() and len(value) < 9 else 1
    return min(max(number, 1), most)
