"""RTF flow: the paragraphs and tables of the body, a note, a text box or a running head."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from casebook.importer.document import Block, Cell, Role, Unseen
from casebook.importer.readers.runs import Runs, Tally
from casebook.importer.readers.source import Limits, Refusal, UnreadableError


@dataclass(slots=True)
class Row:
    """The cells of a table row as its definition says."""

    continued: list[bool] = field(default_factory=list)
    """Of each cell, whether it is the further part of a merged cell, which prints nothing."""
    is_continued: bool = False
    """Of the cell that is being defined."""

    def end_cell(self) -> None:
        """Ends the definition of a cell."""
        self.continued.append(self.is_continued)
        self.is_continued = False


class Flow:
    """A stream of paragraphs, which come out as blocks in their order."""

    def __init__(
        self, place: str, role: Role, counts: Counter[str], tally: Tally, limits: Limits
    ) -> None:
        self.blocks: list[Block] = []
        self.row = Row()
        self.is_row_open = False
        self._place = place
        self._role = role
        self._counts = counts
        self._tally = tally
        self._limits = limits
        self._runs = Runs()
        self._label = ""
        self._after: list[Block] = []
        self._paragraphs = 0
        self._tables: list[list[int]] = []
        """Number, row and column of the table that is open at each level."""

    @property
    def place(self) -> str:
        """The place of the paragraph that is open."""
        return f"{self._place}第{self._paragraphs + 1}段"

    @property
    def has_text(self) -> bool:
        """Whether the paragraph that is open prints anything so far."""
        return self._runs.has_text

    def add(self, text: str, is_bold: bool) -> None:
        """Adds text to the paragraph that is open."""
        self._runs.add(text, is_bold)

    def number(self, label: str) -> None:
        """Sets the automatic number of the paragraph that is open."""
        self._label = label

    def insert(self, blocks: list[Block], is_after: bool) -> None:
        """Inserts the blocks of a box or a note before or after the paragraph that is open."""
        if is_after or self.has_text:
            self._after.extend(blocks)
        else:
            self.blocks.extend(blocks)

    def end_paragraph(self, role: Role, level: int) -> None:
        """Ends the paragraph, which stands in as many nested tables as `level` says."""
        cell = self._cell(level)
        if cell and level == 1 and self._is_continued(cell.column):
            for block in self._runs.blocks(""):
                self._tally.leave_out(Unseen.HIDDEN, block.text)
        elif self._runs.has_text:
            self._paragraphs += 0 if cell else 1
            self.blocks += self._runs.blocks(
                self._at(cell), self._role_of(role, cell), self._label, cell
            )
        self.blocks += self._after
        if len(self.blocks) > self._limits.blocks:
            raise UnreadableError(Refusal.TOO_LONG)
        self._runs, self._label, self._after = Runs(), "", []

    def join(self) -> None:
        """Goes on with the next paragraph in this one, whose mark is deleted or hidden."""
        self._label = ""

    def end_cell(self, role: Role, level: int) -> None:
        """Ends a cell with its last paragraph."""
        self.end_paragraph(role, level)
        del self._tables[level:]
        self._tables[-1][2] += 1

    def end_row(self, level: int) -> None:
        """Ends a row."""
        if len(self._tables) >= level > 0:
            del self._tables[level:]
            self._tables[-1][1] += 1
            self._tables[-1][2] = 1

    def _cell(self, level: int) -> Cell | None:
        """Opens the tables that are missing at a level and closes those beyond it."""
        if level > self._limits.depth:
            raise UnreadableError(Refusal.TOO_LONG)
        del self._tables[level:]
        while len(self._tables) < level:
            self._counts["表"] += 1
            self._tables.append([self._counts["表"], 1, 1])
        return Cell(*self._tables[-1]) if level else None

    def _is_continued(self, column: int) -> bool:
        return column <= len(self.row.continued) and self.row.continued[column - 1]

    def _at(self, cell: Cell | None) -> str:
        if cell:
            return f"{self._place}表{cell.table}第{cell.row}行第{cell.column}列"
        return f"{self._place}第{self._paragraphs}段"

    def _role_of(self, role: Role, cell: Cell | None) -> Role:
        if self._role is not Role.PARAGRAPH:
            return self._role
        if role in (Role.TITLE, Role.HEADING, Role.CAPTION) and not cell:
            return role
        if cell:
            return Role.CELL
        return Role.LIST_ITEM if self._label else role
