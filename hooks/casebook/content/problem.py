"""A problem: what an editor must fix, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from dataclasses import field as dataclass_field
from difflib import SequenceMatcher, get_close_matches
from enum import StrEnum
from itertools import takewhile
from operator import eq
from typing import NamedTuple

from casebook.texts import problems as texts
from casebook.texts.messages import MESSAGES


class Mark(NamedTuple):
    """A source position; line and column count from 1."""

    line: int
    column: int

    def within(self, text: str, offset: int) -> Mark:
        """The position of a character of a text that begins here."""
        lines = text.count("\n", 0, offset)
        column = offset - text.rfind("\n", 0, offset)
        return Mark(self.line + lines, column if lines else self.column + column - 1)


START = Mark(1, 1)


class Severity(StrEnum):
    """An error stops the build, a warning is reported; some stop that of an official site."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one position of one file; lines and columns count from 1."""

    path: str
    line: int
    column: int
    field: str
    code: str
    message: str
    hint: str
    severity: Severity
    values: Mapping[str, object] = dataclass_field(default_factory=dict, compare=False, repr=False)
    """What fills the texts, so that each value can be judged by itself."""

    @classmethod
    def of(
        cls, code: str, path: str, mark: Mark = START, field: str = "", /, **found: object
    ) -> Problem:
        """The problem `code` of the message table at a position, its texts filled from `found`."""
        message = MESSAGES[code]
        values = {"field": field, **{name: _shown(name, value) for name, value in found.items()}}
        return cls(
            path=path,
            line=mark.line,
            column=mark.column,
            field=field,
            code=code,
            message=message.text.format_map(values),
            hint=message.hint.format_map(values),
            severity=Severity.WARNING if message.is_warning else Severity.ERROR,
            values=values,
        )

    @property
    def is_error(self) -> bool:
        """Whether the problem stops every build."""
        return self.severity is Severity.ERROR

    @property
    def is_refused_when_official(self) -> bool:
        """Whether the problem is a warning that stops the build of an official site."""
        return not self.is_error and MESSAGES[self.code].is_refused_when_official

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order of a report: by file, then by position."""
        return (self.path, self.line, self.column, self.code, self.message)

    @property
    def allowed_as(self) -> str:
        """The code for `allow`, in brackets; empty where the problem cannot be allowed."""
        return f"[{self.code}]" if MESSAGES[self.code].can_be_allowed else ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}{self.hint}{self.allowed_as}"

    def as_dict(self) -> dict[str, str | int]:
        """The eight fields by name, for JSON."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.compare}


MAX_QUOTED = 200
"""Maximum characters that a problem quotes; a whole pasted page would hide every other problem."""


def _shown(name: str, found: object) -> object:
    """What fills a text: what an editor wrote is shortened, lists of what to write are not."""
    is_long = isinstance(found, str) and len(found) > MAX_QUOTED and name not in OWN_WORDS
    return f"{str(found)[:MAX_QUOTED]}……" if is_long else found


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by file and position, without duplicates."""
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))


def nearest(found: str, allowed: Iterable[str], none: str = "", cutoff: float = 0.5) -> str:
    """The sentence that suggests up to three allowed values similar to `found`, or else `none`.

    Values of a similarity below `cutoff`, from 0 to 1, are not suggested.
    """
    if len(found) > MAX_QUOTED:  # nothing is similar to it, and comparing is slow
        return none
    close = get_close_matches(found, list(allowed), n=_CANDIDATES, cutoff=cutoff)
    best = sorted(close, key=lambda value: _similarity(found, value), reverse=True)[:3]
    return texts.NEAREST.format(values="、".join(f"“{value}”" for value in best)) if best else none


_CANDIDATES = 30


def _similarity(found: str, value: str) -> tuple[bool, float, int]:
    """The similarity of two texts; among equal ratios the longer common prefix counts.

    In a short Chinese name one wrong character of three is as far from a dozen other names; the
    wrong one is seldom the first. Swapped characters are the likeliest typing error of all.
    """
    ratio = SequenceMatcher(None, found, value).ratio()
    shared_beginning = sum(takewhile(bool, map(eq, found, value)))
    return sorted(found) == sorted(value), ratio, shared_beginning
