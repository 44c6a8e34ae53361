"""Written dates: what to write instead of 2025年3月18日, 2025/3/18, 20250318 or half a date."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from casebook.content.partial_date import PartialDate
from casebook.law.articles import chinese_number
from casebook.texts import problems as texts

_HAN = {"零": 0, "○": 0} | {numeral: value for value, numeral in enumerate("〇一二三四五六七八九")}
_DIGITS = "[0-9〇零○一二三四五六七八九]"
_NUMBER = "(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_LATER = r"(?:\s*(?:T|[(（]|[凌早上中下晚]|星期|周|[0-9]{1,2}[:时点]).*)?"
"""A time or a day of the week after a date, which is left out."""
_PATTERNS = tuple(
    re.compile(pattern + _LATER, re.DOTALL)
    for pattern in (
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})?",
        rf"(?P<year>{_DIGITS}{{4}})\s*(?:年度?|[-./‐-―−·、\s])?\s*",
        rf"(?P<year>{_DIGITS}{{4}})\s*[-年./‐-―−·、\s]\s*(?P<month>{_NUMBER})\s*月?份?",
        rf"(?P<year>{_DIGITS}{{4}})\s*[-年./‐-―−·、\s]\s*(?P<month>{_NUMBER})"
        rf"\s*[-月./‐-―−·、\s]\s*(?P<day>{_NUMBER})\s*[日号]?",
        rf"(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*[日号]?",
    )
)


_LEAP_YEAR = 2024


def date_advice(text: str, is_full: bool = False) -> str:
    """What to write instead of a text that is no date, or that is no full date if `is_full`."""
    hints = texts.table("DATE_HINTS")
    general = hints["day" if is_full else "any"]
    plain = unicodedata.normalize("NFKC", text).strip()
    match = next(filter(None, (pattern.fullmatch(plain) for pattern in _PATTERNS)), None)
    if match is None:
        return general
    year, month, day = (_number(match.groupdict().get(name)) for name in ("year", "month", "day"))
    try:
        date(year or _LEAP_YEAR, month or 1, day or 1)
    except ValueError:
        return hints["impossible"]
    if year is None:
        return hints["no-year"].format(month=f"{month:02}", day=f"{day:02}")
    if is_full and day is None:
        return hints["no-day" if month else "no-month"]
    return hints["exact"].format(date=PartialDate(year, month, day))


def _number(written: str | None) -> int | None:
    """The value of a number in digits or in Chinese numerals; None without one."""
    if written is None:
        return None
    if "十" in written:
        return chinese_number(written)
    return int("".join(str(_HAN.get(character, character)) for character in written))
