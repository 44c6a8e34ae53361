"""Kinds of numbers, by their length, date of birth and check character.

Sources: GB 11643 and ISO 7064 MOD 11-2 (identity), GB 32100 (firms).
"""

# ruff: noqa: E501 - a table stays in one piece

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

MOBILE = re.compile(r"(?:0|(?:00)?86)?1[3-9]\d{9}")
CODE_SIZE = 18
_CODE_STARTS = frozenset(("11", "12", "13", "19", "21", "29", "31", "32", "33", "34", "35", "39", "41", "49", "51", "52", "53", "54", "55", "59", "61", "62", "69", "71", "72", "79", "81", "89", "91", "92", "93", "A1", "A9", "N1", "N2", "N3", "N9", "Y1"))  # fmt: skip


def is_identity(digits: str) -> bool:
    """Whether it has eighteen characters, a date of birth and the check character of GB 11643."""
    return is_born(digits) and ric.calc_check_digit(digits) == digits[-1]


def is_born(digits: str) -> bool:
    """Whether eighteen characters have a region and a date of birth."""
    return bool(re.fullmatch("[1-8][0-9]{16}[0-9X]", digits)) and is_day(digits[6:14])


def is_day(digits: str) -> bool:
    """Whether eight digits are a date from 1850 to 2100."""
    with suppress(ValueError):
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        return 1850 <= day.year <= 2100
    return False


def is_firm(code: str) -> bool:
    """Whether it is a unified social credit code of GB 32100: register, region, check character."""
    if len(code) != CODE_SIZE or code[:2] not in _CODE_STARTS or not code[2:8].isdigit():
        return False
    if is_identity(code):
        return False
    with suppress(ValidationError, ValueError):
        return bool(uscc.calc_check_digit(code[:-1]) == code[-1])
    return False
