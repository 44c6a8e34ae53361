"""Runs: the pieces of a printed paragraph, until it ends and becomes blocks."""

from __future__ import annotations

from casebook.importer.document import Block, Cell, Role, Unseen, characters, tidy
from casebook.importer.readers.source import Limits, Refusal, UnreadableError


class Runs:
    """The visible text of one paragraph, run by run; a line break in it begins a new block."""

    def __init__(self) -> None:
        self._runs: list[tuple[str, bool]] = []
        self.has_text = False

    def add(self, text: str, is_bold: bool = False) -> None:
        """Adds text of one emphasis."""
        self._runs.append((text, is_bold))
        self.has_text = self.has_text or not (text.isspace() or not text)

    def blocks(
        self, at: str, role: Role = Role.PARAGRAPH, label: str = "", cell: Cell | None = None
    ) -> list[Block]:
        """The blocks of the paragraph, the automatic number in front of the first."""
        number = tidy(label)
        if number and label.endswith((" ", "\u3000", "\xa0")):
            number += " "
        blocks = []
        for text, is_bold in self._lines():
            is_bold = is_bold or role in (Role.TITLE, Role.HEADING)
            blocks.append(Block(number + text, at, role, len(number), is_bold, cell))
            number = ""
        return blocks

    def _lines(self) -> list[tuple[str, bool]]:
        """The lines that are not blank, each with whether all of it is emphasized."""
        lines: list[tuple[list[str], bool]] = [([], True)]
        for text, is_bold in self._runs:
            for place, piece in enumerate(text.split("\n")):
                if place:
                    lines.append(([], True))
                pieces, was_bold = lines[-1]
                pieces.append(piece)
                if not is_bold and not piece.isspace() and piece:
                    lines[-1] = (pieces, was_bold and is_bold)
        tidied = ((tidy("".join(pieces)), is_bold) for pieces, is_bold in lines)
        return [(text, is_bold) for text, is_bold in tidied if text]


class Tally:
    """The characters of a file, those that are read and those that are not."""

    def __init__(self, limits: Limits) -> None:
        self._left = limits.pages * limits.page_characters
        self._unseen: dict[Unseen, int] = {}

    def read(self, text: str) -> None:
        """Counts a run that is read; raises UnreadableError beyond the limit of a file."""
        self._left -= len(text) + _RUN
        if self._left < 0:
            raise UnreadableError(Refusal.TOO_LONG)

    def leave_out(self, reason: Unseen, text: str) -> None:
        """Counts a text that is not read, by the reason."""
        self.read(text)
        if count := characters([text]):
            self._unseen[reason] = self._unseen.get(reason, 0) + count

    def unseen(self) -> dict[Unseen, int]:
        """The characters that are not read, by the reason."""
        return dict(self._unseen)


_RUN = 16
"""Characters that a run counts for besides its own, for a short run takes as long as a long one."""
