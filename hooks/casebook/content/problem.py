"""A problem: what an editor must fix, where, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from dataclasses import field as dataclass_field
from enum import StrEnum
from typing import NamedTuple

from casebook.content.similarity import similar
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


class FieldName(NamedTuple):
    """The name of a field in a message."""

    key: str
    """The keys in the file, in dotted notation: updates[0].date."""
    title: str = ""
    """The titles of the keys in the model; empty for a key that no model has."""

    def __str__(self) -> str:
        if not self.title:
            return f"“{self.key}”"
        keys = re.sub(r"\[([0-9]+)\]", _nth, self.key).replace(".", " ")
        return f"{self.title}（{keys}）"


def _nth(index: re.Match[str]) -> str:
    return texts.NTH.format(number=int(index[1]) + 1)


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
    field_title: str = dataclass_field(default="", compare=False, repr=False)
    """The title of the field in the model."""

    @classmethod
    def of(
        cls,
        code: str,
        path: str,
        mark: Mark = START,
        field: FieldName | str = "",
        /,
        **found: object,
    ) -> Problem:
        """The problem `code` of the message table at a position, its texts filled from `found`.

        In the texts, `field` is the title of the field with its keys, and `name` the keys alone.
        """
        message = MESSAGES[code]
        name = field if isinstance(field, FieldName) else FieldName(field)
        values = {"field": name.key, **{key: _shown(key, value) for key, value in found.items()}}
        filled = {**values, "field": str(name), "name": name.key}
        return cls(
            path=path,
            line=mark.line,
            column=mark.column,
            field=name.key,
            code=code,
            message=message.text.format_map(filled),
            hint=message.hint.format_map(filled),
            severity=Severity.WARNING if message.is_warning else Severity.ERROR,
            values=values,
            field_title=name.title,
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


OWN_WORDS = frozenset({"nearest", "allowed"})
"""What a problem lists itself, as all keys of a file; quoted whole."""


def _shown(name: str, found: object) -> object:
    """What fills a text: what an editor wrote is shortened, lists of what to write are not."""
    is_long = isinstance(found, str) and len(found) > MAX_QUOTED and name not in OWN_WORDS
    return f"{str(found)[:MAX_QUOTED]}……" if is_long else found


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by file and position, without duplicates."""
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))


def nearest(found: str, allowed: Iterable[str], none: str = "") -> str:
    """The sentence that suggests up to three allowed values similar to `found`, or else `none`."""
    if len(found) > MAX_QUOTED:  # nothing is similar to it, and comparing is slow
        return none
    return suggestion(similar(found, allowed)) or none


def suggestion(values: Sequence[str]) -> str:
    """The sentence that suggests the first three of some values; empty without any."""
    listed = "、".join(f"“{value}”" for value in values[:3])
    return texts.NEAREST.format(values=listed) if values else ""
