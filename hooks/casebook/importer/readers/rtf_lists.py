"""RTF lists: the automatic numbers of a file whose paragraphs do not carry them as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from casebook.importer.readers.numerals import written


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    start: int = 1
    text: str = ""
    """What is printed, with a character of the code 0 to 8 for the number of each level."""
    has_space: bool = False


@dataclass(slots=True)
class _Override:
    """A use of a list under a number of its own."""

    list_number: int = 0
    starts: list[int | None] = field(default_factory=list)
    """By level, the number that it begins anew with."""


class Lists:
    """The lists of a file: defined by the list table, counted in the order of the text."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._lists: dict[int, list[_Level]] = {}
        self._override = _Override()
        self._overrides: dict[int, _Override] = {}
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[int] = set()

    def define(self, word: str, number: int | None) -> None:
        """Takes a control word of the list table or the table of overrides."""
        value = number or 0
        match word:
            case "list":
                self._levels = []
            case "listlevel":
                self._levels.append(_Level())
            case "levelnfc" | "levelnfcn" if self._levels:
                self._levels[-1].form = _FORMS.get(value, "decimal")
            case "levelfollow" if self._levels:
                self._levels[-1].has_space = value == 1
            case "listoverride":
                self._override = _Override()
            case "lfolevel":
                self._override.starts.append(None)
            case "listid":
                self._lists.setdefault(value, self._levels)
                self._override.list_number = value
            case "ls":
                self._overrides[value] = self._override
            case "levelstartat":
                self._start(value)

    def define_text(self, text: str) -> None:
        """Takes the pattern of a level, whose first character is its length."""
        if self._levels:
            self._levels[-1].text = text[1:].removesuffix(";")

    def label(self, number: int, level: int) -> str:
        """Counts a paragraph of a list and gives its number; empty for a sign or no list."""
        override = self._overrides.get(number)
        levels = self._lists.get(override.list_number, []) if override else []
        if override is None or level >= len(levels):
            return ""
        counts = self._counts.setdefault(override.list_number, {})
        if number not in self._begun:
            self._begun.add(number)
            for place, start in enumerate(override.starts[: len(levels)]):
                if start is not None:
                    counts[place] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return _printed(levels, level, counts)

    def _start(self, value: int) -> None:
        """Takes the first number of a level; in an override that defines no level, of its own."""
        if self._override.starts:
            self._override.starts[-1] = value
        elif self._levels:
            self._levels[-1].start = value


def _printed(levels: list[_Level], level: int, counts: dict[int, int]) -> str:
    if levels[level].form in ("bullet", "none"):
        return ""

    def number(found: re.Match[str]) -> str:
        of = ord(found[0])
        if of >= len(levels):
            return ""
        return written(counts.get(of, levels[of].start), levels[of].form)

    text = re.sub("[\x00-\x08]", number, levels[level].text)
    return text + (" " if levels[level].has_space else "")


_FORMS = {
    1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal",
    10: "japaneseCounting", 11: "ideographDigital", 14: "decimalFullWidth",
    17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle", 19: "decimalFullWidth2",
    22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional",
    31: "ideographZodiac", 32: "ideographZodiacTraditional", 33: "taiwaneseCounting",
    34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
    37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand",
    255: "none",
}  # fmt: skip
"""The form of each number of `levelnfc`; as `written` names it."""
