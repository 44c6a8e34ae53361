"""Passages: all texts of a Markdown file as one text, with source positions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from casebook.checks.addresses import without_addresses
from casebook.content.front_matter import Document
from casebook.content.problem import Mark, Problem
from casebook.content.yaml_tree import Location, Value, dotted
from casebook.names.finding import Finding

_BREAK = "\n\n"
"""Separates values: a single line break is a gap between words of one paragraph."""


@dataclass(frozen=True)
class Passages:
    """The values of a front matter and the body, separated by line breaks.

    The texts of `allow` are quoted from elsewhere in the file and are left out.
    """

    document: Document
    written: str
    text: str
    """The same with web addresses blanked out."""

    @classmethod
    def of(cls, document: Document) -> Passages:
        """The passages of a document, values before the body."""
        texts: list[str] = []
        for key, value in document.values.items():
            if isinstance(value, str):
                if key != "allow":
                    texts.append(value)
            elif key != "allow":
                texts += (words for _, words in _within((), value))
        written = _BREAK.join([*texts, document.body])
        return cls(document, written, without_addresses(written))

    def problem(self, finding: Finding) -> Problem:
        """The problem of a finding, at its position in the file."""
        mark, field = self.place(finding)
        return Problem.of(finding.code, self.document.path, mark, field, **finding.found)

    def place(self, finding: Finding) -> tuple[Mark, str]:
        """The position in the file at which a finding begins, and the name of its field."""
        location = self.value_at(finding.start)
        if location is None:
            body = len(self.text) - len(self.document.body)
            line = self.text.count("\n", body, finding.start)
            column = finding.start - self.text.rfind("\n", 0, finding.start)
            return Mark(self.document.body_line + line, column), "body"
        start = self._starts[bisect_right(self._starts, finding.start) - 1]
        words = self.written[finding.start : finding.end]
        earlier = self.written.count(words, start, finding.start)
        return self.document.within(location, words, earlier), dotted(location)

    def value_at(self, start: int) -> Location | None:
        """The location of the value that contains the character at `start`; None in the body."""
        number = bisect_right(self._starts, start) - 1
        return self._values[number][0] if number < len(self._values) else None

    # Computed lazily: most files have no finding and need no positions.

    @cached_property
    def _values(self) -> list[tuple[Location, str]]:
        values = ((key, value) for key, value in self.document.values.items() if key != "allow")
        return [passage for key, value in values for passage in _within((key,), value)]

    @cached_property
    def _starts(self) -> list[int]:
        """The offsets in the text at which each value begins, and last the body."""
        return [*accumulate((len(words) + len(_BREAK) for _, words in self._values), initial=0)]


def _within(location: Location, value: Value) -> Iterator[tuple[Location, str]]:
    """All texts of a value with their locations; keys of a mapping have its location."""
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict):
        yield from ((location, key) for key in value)
        for key, item in value.items():
            yield from _within((*location, key), item)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _within((*location, position), item)
