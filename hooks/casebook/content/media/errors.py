"""The error of a file that must not be published because it cannot be read whole."""

from __future__ import annotations

from casebook.content.problem import START, Mark


class UnreadableError(Exception):
    """A file cannot be read whole; `code` is its entry in the message table."""

    def __init__(self, code: str, found: str = "", mark: Mark = START) -> None:
        super().__init__(f"{code}: {found}" if found else code)
        self.code = code
        self.found = found
        """What fills the message."""
        self.mark = mark
