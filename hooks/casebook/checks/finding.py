"""A finding: a stretch of a text that a rule objects to, and what to write there instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from casebook.content.contents import Content
from casebook.content.model import Allowance


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule objects to in a text; `start` and `end` count its characters from 0."""

    code: str
    start: int
    end: int
    found: Mapping[str, object] = field(default_factory=dict)
    """What fills the message of the code."""
    replacement: str | None = None
    """What may be written there without anybody looking at it; None where a person must decide."""

    def is_allowed(self, text: str, allowances: Iterable[Allowance]) -> Allowance | None:
        """The allowance whose words, standing in `text`, cover the finding."""
        for allowance in allowances:
            if allowance.code == self.code:
                words = allowance.text
                first = max(0, self.end - len(words))
                if text.find(words, first, self.start + len(words)) >= 0:
                    return allowance
        return None


Rule = Callable[[Content, str], Iterator[Finding]]
"""Looks for one kind of thing in all that a content says. Lines and values of the text are parted
by line breaks, so that no finding reaches over them; addresses are blanked out."""
