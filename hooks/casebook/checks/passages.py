"""Passages: all that a Markdown file says, in one text that knows where each character stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from casebook.checks.finding import Finding
from casebook.content.front_matter import Document
from casebook.content.problem import Mark, Problem
from casebook.content.tree import Location, dotted

_ADDRESS = re.compile(r"https?://[!-~]+")
_BLANK = "\ufffc"
"""Stands in the place of every character of an address: no word, no number, no space."""


@dataclass(frozen=True, slots=True)
class Passages:
    """The values of a front matter and the lines of a body, parted by line breaks.

    What an editor allows is quoted from elsewhere in the file and is left out.
    """

    document: Document
    text: str
    starts: tuple[int, ...]
    """Where each passage begins in `text`."""
    places: tuple[Location | int, ...]
    """Where each passage stands: the location of a value, or a line of the body from 0."""

    @classmethod
    def of(cls, document: Document) -> Passages:
        """The passages of a document, values before lines."""
        starts: list[int] = []
        places: list[Location | int] = []
        texts: list[str] = []
        length = 0
        for place, passage in _passages(document):
            starts.append(length)
            places.append(place)
            texts.append(passage)
            length += len(passage) + 1
        text = _ADDRESS.sub(lambda match: _BLANK * len(match[0]), "\n".join(texts))
        return cls(document, text, tuple(starts), tuple(places))

    def problem(self, finding: Finding) -> Problem:
        """The problem of a finding, at its place in the file."""
        mark, field = self.place(finding)
        return Problem.of(finding.code, self.document.path, mark, field, **finding.found)

    def place(self, finding: Finding) -> tuple[Mark, str]:
        """Where in the file a finding begins, and the name of the field it stands in."""
        number = bisect_right(self.starts, finding.start) - 1
        start, place = self.starts[number], self.places[number]
        if isinstance(place, int):
            line = self.document.body_line + place
            return Mark(line, finding.start - start + 1), "body"
        words = self.text[finding.start : finding.end]
        earlier = self.text.count(words, start, finding.start)
        return self.document.within(place, words, earlier), dotted(place)


def _passages(document: Document) -> Iterator[tuple[Location | int, str]]:
    for location in document.marks:
        if location[:1] == ("allow",):
            continue
        value: Any = document.values
        for step in location:
            value = value[step]
        if isinstance(value, str):
            yield location, value
        elif isinstance(value, dict) and location:
            yield from ((location, key) for key in value)
    yield from enumerate(document.body.split("\n"))
