"""Passages: all that a Markdown file says, in one text that knows where each character stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from casebook.checks.finding import Finding
from casebook.content.front_matter import Document
from casebook.content.problem import Mark, Problem
from casebook.content.yaml_tree import Location, Value, dotted

_ADDRESS = re.compile(r"https?://[!-~]+")
_BLANK = "\ufffc"
"""Stands in the place of every character of an address: no word, no number, no space."""


@dataclass(frozen=True)
class Passages:
    """The values of a front matter and the body, parted by line breaks.

    What an editor allows is quoted from elsewhere in the file and is left out.
    """

    document: Document
    text: str

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
        text = "\n".join([*texts, document.body])
        if "://" in text:
            text = _ADDRESS.sub(lambda match: _BLANK * len(match[0]), text)
        return cls(document, text)

    def problem(self, finding: Finding) -> Problem:
        """The problem of a finding, at its place in the file."""
        mark, field = self.place(finding)
        return Problem.of(finding.code, self.document.path, mark, field, **finding.found)

    def place(self, finding: Finding) -> tuple[Mark, str]:
        """Where in the file a finding begins, and the name of the field it stands in."""
        location = self.value_at(finding.start)
        if location is None:
            body = len(self.text) - len(self.document.body)
            line = self.text.count("\n", body, finding.start)
            column = finding.start - self.text.rfind("\n", 0, finding.start)
            return Mark(self.document.body_line + line, column), "body"
        start = self._starts[bisect_right(self._starts, finding.start) - 1]
        words = self.text[finding.start : finding.end]
        earlier = self.text.count(words, start, finding.start)
        return self.document.within(location, words, earlier), dotted(location)

    def value_at(self, start: int) -> Location | None:
        """The value that a character of the text belongs to; None where it stands in the body."""
        number = bisect_right(self._starts, start) - 1
        return self._values[number][0] if number < len(self._values) else None

    # Most files have no finding, and nobody asks where anything stands in them.

    @cached_property
    def _values(self) -> list[tuple[Location, str]]:
        values = ((key, value) for key, value in self.document.values.items() if key != "allow")
        return [passage for key, value in values for passage in _within((key,), value)]

    @cached_property
    def _starts(self) -> list[int]:
        """Where each value begins in the text, and last the body."""
        return [*accumulate((len(words) + 1 for _, words in self._values), initial=0)]


def _within(location: Location, value: Value) -> Iterator[tuple[Location, str]]:
    """All texts of a value with their places; the keys of a mapping stand where it begins."""
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, dict):
        yield from ((location, key) for key in value)
        for key, item in value.items():
            yield from _within((*location, key), item)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _within((*location, position), item)
