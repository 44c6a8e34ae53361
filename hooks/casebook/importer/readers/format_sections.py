"""Format sections: the parts of a number format, for positive and negative values and texts."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple


class Sign(NamedTuple):
    """A part of a section: a place of a digit, a letter of a date, a text that it prints."""

    kind: str
    """`0`, `.`, `,`, `%`, `E`, `/`, `@`, `general`, `date`, `noon`, `elapsed` or `text`."""
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a format."""

    signs: tuple[Sign, ...]
    numerals: int = 0
    """0 for digits, 1 for Chinese, 2 for legal Chinese numerals, 3 for digits of full width."""
    is_chinese: bool = False
    """Whether names of days are Chinese."""
    condition: tuple[str, float] | None = None
    """A comparison and a number that it is made with, as `>=`, 100."""

    def holds(self, value: float) -> bool:
        """Whether the condition holds for a value."""
        return self.condition is not None and _COMPARISONS[self.condition[0]](
            value, self.condition[1]
        )


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of a format."""

    numbers: tuple[Section, ...]
    text: Section | None
    """The section for texts, if there is one."""

    def of(self, value: float) -> tuple[Section | None, bool]:
        """The section for a number, None for General, and whether a minus sign must be added."""
        if any(section.condition for section in self.numbers):
            return self._by_condition(value)
        count = len(self.numbers)
        if count == 0:
            return None, False
        if value < 0 and count > 1:
            return self.numbers[1], False
        if value == 0 and count > _ZERO:
            return self.numbers[_ZERO], False
        return self.numbers[0], True

    def _by_condition(self, value: float) -> tuple[Section | None, bool]:
        for section in self.numbers:
            if section.holds(value):
                return section, True
        others = [section for section in self.numbers if section.condition is None]
        return (others[-1], True) if others else (None, False)


@lru_cache(maxsize=256)
def sections_of(form: str) -> Sections:
    """The sections of a format; those beyond the fourth do not count."""
    parts = [_section(one) for one in _split(form[:_LONGEST])][: _TEXT + 1]
    if len(parts) > _TEXT:
        return Sections(tuple(parts[:_TEXT]), parts[_TEXT])
    if any(sign.kind == "@" for sign in parts[-1].signs):
        return Sections(tuple(parts[:-1]), parts[-1])
    return Sections(tuple(parts), None)


_ZERO, _TEXT = 2, 3
"""The places of the sections for zero and for texts."""
_LONGEST = 1_000
_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "=": operator.eq,
    "<>": operator.ne,
}  # fmt: skip
_SIGN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | [\\!](?P<escaped>.)
    | (?P<space>_.)
    | (?P<fill>\*.)
    | \[(?P<bracket>[^\]]*)\]?
    | (?P<general>General|G/通用格式|常规)
    | (?P<noon>上午/下午|AM/PM|A/P)
    | (?P<exponent>E[+-])
    | (?P<date>y+|m+|d+|h+|s+(?:\.0+)?|aaaa?|e+)
    | (?P<place>[0#?])
    | (?P<sign>[.,%/@])
    | (?P<text>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def _split(form: str) -> list[str]:
    """The parts between semicolons that are neither quoted nor escaped."""
    parts, begin = [], 0
    for match in _SIGN.finditer(form):
        if match["text"] == ";":
            parts.append(form[begin : match.start()])
            begin = match.end()
    return [*parts, form[begin:]]


def _section(form: str) -> Section:
    brackets = [match["bracket"] or "" for match in _SIGN.finditer(form)]
    joined = " ".join(brackets).upper()
    numerals = re.search("DBNUM([123])", joined)
    conditions = (_condition(one) for one in brackets)
    signs = tuple(_signs(form))
    for code, own in _OF_SYSTEM.items():
        if code in joined:
            signs = tuple(_signs(own))
    return Section(
        signs,
        int(numerals[1]) if numerals else 0,
        bool(re.search("-[0-9A-F]*(?:804|404|1004|C04|1404)", joined)),
        next((one for one in conditions if one), None),
    )


_OF_SYSTEM = {"$-F800": 'yyyy"年"m"月"d"日"', "$-F400": "h:mm:ss"}
"""The formats of dates and times that the system decides, as a Chinese one does."""


def _condition(bracket: str) -> tuple[str, float] | None:
    found = re.fullmatch(r"\s*(<=|>=|<>|<|>|=)\s*(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)\s*", bracket)
    return (found[1], float(found[2])) if found else None


def _signs(form: str) -> Iterator[Sign]:
    for match in _SIGN.finditer(form):
        kind, text = match.lastgroup or "", match[0]
        match kind:
            case "quoted" | "escaped":
                yield Sign("text", match[kind])
            case "space":
                yield Sign("text", " ")
            case "bracket":
                yield from _of_bracket(match[kind])
            case "general" | "date" | "noon":
                yield Sign(kind, text)
            case "exponent":
                yield Sign("E", text.upper())
            case "place":
                yield Sign("0", text)
            case "sign":
                yield Sign(text, text)
            case "text":
                yield Sign("text", text)


def _of_bracket(bracket: str) -> Iterator[Sign]:
    """A currency, as `$¥-804`, or hours, minutes or seconds that go on beyond a day."""
    if bracket.startswith("$"):
        yield Sign("text", bracket[1:].partition("-")[0])
    elif re.fullmatch("h+|m+|s+", bracket, re.IGNORECASE):
        yield Sign("elapsed", bracket.lower())
