"""A finding: a span of a text that violates a rule, and its replacement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from casebook.content.model_base import Allowance


@dataclass(frozen=True, slots=True)
class Finding:
    """A span that violates a rule; `start` and `end` count the characters of the text from 0."""

    code: str
    start: int
    end: int
    found: Mapping[str, object] = field(default_factory=dict)
    """The values that fill the message of the code."""
    replacement: str | None = None
    """The replacement that is safe without review; None where an editor must decide."""

    def is_allowed(self, text: str, allowances: Iterable[Allowance]) -> Allowance | None:
        """The allowance whose words occur in `text` so that they cover the finding, or None."""
        for allowance in allowances:
            if allowance.code == self.code:
                words = allowance.text
                first = max(0, self.end - len(words))
                if text.find(words, first, self.start + len(words)) >= 0:
                    return allowance
        return None
