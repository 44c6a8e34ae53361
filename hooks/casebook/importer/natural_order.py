"""Natural order: the order in which a person counts names with numbers in them."""

from __future__ import annotations

import re
import unicodedata

from casebook.importer.written_numbers import whole_number

_HAN = "[〇零一二三四五六七八九十百]+"
_NUMBERS = re.compile(rf"([0-9]+|{_HAN})")


def natural_order(name: str) -> list[tuple[int, str]]:
    """The key of a name by which 2 comes before 10, 案例二 before 案例十, and ② before ⑩."""
    pieces = _NUMBERS.split(unicodedata.normalize("NFKC", name).casefold())
    # Every second piece is a number.
    key = [(_number(piece), "") if place % 2 else (-1, piece) for place, piece in enumerate(pieces)]
    return [*key, (-1, name)]


def _number(digits: str) -> int:
    """The number written as 12, 二〇二五 or 一百零五; 0 for numerals that are none."""
    return int(digits) if digits.isdecimal() else whole_number(digits) or 0
