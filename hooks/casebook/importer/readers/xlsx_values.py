"""Workbook values: the text that a cell prints, run by run."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element

from casebook.importer.readers.number_formats import printed_number, printed_text
from casebook.importer.readers.package import attribute, child, children
from casebook.importer.readers.source import Refusal, UnreadableError
from casebook.importer.readers.xlsx_styles import (
    Look,
    Run,
    joined,
    runs_of,
    unescaped,
    whole_number,
)


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell holds."""

    runs: tuple[Run, ...] = ()
    """What it prints."""
    hidden: str = ""
    """What it holds and the format of its number hides."""
    is_without_result: bool = False
    """Whether it is a formula that nobody has computed."""
    picture: str = ""
    """The identifier of the picture that WPS shows in the cell."""


class Values:
    """Reads what cells hold, by the shared texts of the workbook."""

    def __init__(self, strings: Element | None, since_1904: bool) -> None:
        self._strings = [runs_of(one) for one in children(strings, "si")]
        self._since_1904 = since_1904

    def of(self, cell: Element, look: Look) -> Value:
        """What a cell holds; raises UnreadableError if it refers to a text that is missing."""
        kind, held = attribute(cell, "t", "n"), child(cell, "v")
        text = "" if held is None else held.text or ""
        if kind == "inlineStr":
            return _of_text(runs_of(child(cell, "is")), look.form)
        if not text.strip():
            is_formula = child(cell, "f") is not None
            return Value(is_without_result=is_formula and kind != "str")
        match kind:
            case "s":
                return _of_text(self._shared(text.strip()), look.form)
            case "str":
                if picture := re.match(r'=?(?:_xlfn\.)?DISPIMG\("([^"]{1,100})"', text):
                    return Value(picture=picture[1])
                return _of_text((Run(unescaped(text)),), look.form)
            case "b":
                return Value((Run("TRUE" if text.strip() in ("1", "true") else "FALSE"),))
            case "d":
                return self._date(text.strip(), look.form)
            case "e":
                return Value((Run(text),))
            case _:
                return self._number(text.strip(), look.form)

    def _shared(self, text: str) -> tuple[Run, ...]:
        number = whole_number(text, len(self._strings))
        if number >= len(self._strings):
            raise UnreadableError(Refusal.BROKEN)
        return self._strings[number]

    def _number(self, text: str, form: str) -> Value:
        try:
            value = float(text)
        except ValueError:
            return Value((Run(text),))
        if not math.isfinite(value):
            return Value((Run(text),))
        printed = printed_number(value, form, self._since_1904)
        return Value((Run(printed),), hidden="" if printed.strip() else text)

    def _date(self, text: str, form: str) -> Value:
        """A date as Strict workbooks write it, which prints by the format as its days do."""
        try:
            moment = datetime.fromisoformat(text.removesuffix("Z"))
        except ValueError:
            return Value((Run(text),))
        since = moment.replace(tzinfo=None) - datetime(1899, 12, 30)
        printed = printed_number(since.days + since.seconds / 86_400, form)
        return Value((Run(printed),), hidden="" if printed.strip() else text)


def _of_text(runs: tuple[Run, ...], form: str) -> Value:
    """Runs within what the format of the cell prints around texts; it may hide them."""
    before, place, after = printed_text("\0", form).partition("\0")
    if not place:
        return Value((Run(before),), hidden=joined(runs))
    return Value((Run(before), *runs, Run(after)) if before or after else runs)
