"""Date formats: how a cell of a workbook prints a date or a time, as `yyyy"年"m"月"d"日"`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from casebook.importer.readers.format_sections import Section, Sign
from casebook.importer.readers.numerals import han


def is_date(section: Section) -> bool:
    """Whether a section prints a date or a time."""
    return any(sign.kind in ("date", "noon", "elapsed") for sign in section.signs)


def printed_date(value: float, section: Section, since_1904: bool) -> str | None:
    """A number of days as a date; None for one that is before 1900 or after 9999."""
    days = value + (_DAYS_TO_1904 if since_1904 else 0)
    if not 0 <= days < _END:
        return None
    places = max(
        (len(sign.text.partition(".")[2]) for sign in section.signs if sign.kind == "date"),
        default=0,
    )
    seconds = round(days * 86_400, min(places, 3))
    # Excel counts a 29 February 1900, so that its days before are one behind.
    first = datetime(1899, 12, 31 if days < _BEFORE_LEAP_DAY else 30)
    try:
        moment = first + timedelta(seconds=seconds)
    except OverflowError:
        return None
    return "".join(_Dates(section, moment, seconds).printed())


_DAYS_TO_1904 = 1_462
_END = 2_958_466
"""The number of the day after the last of the year 9999."""
_BEFORE_LEAP_DAY = 60
_NOON = 12
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CHINESE_DAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class _Dates:
    section: Section
    moment: datetime
    seconds: float
    """Since the beginning of all days."""

    def printed(self) -> list[str]:
        signs = self.section.signs
        return [self._printed(place, sign) for place, sign in enumerate(signs)]

    def _printed(self, place: int, sign: Sign) -> str:
        match sign.kind:
            case "date":
                return self._letters(place, sign.text.lower())
            case "noon":
                before, after = sign.text.split("/")
                return before if self.moment.hour < _NOON else after
            case "elapsed":
                size = {"h": 3_600, "m": 60, "s": 1}[sign.text[0]]
                return str(int(self.seconds // size)).zfill(len(sign.text))
            case _:
                return sign.text

    def _letters(self, place: int, letters: str) -> str:
        moment, count = self.moment, len(letters)
        match letters[0]:
            case "y" if count <= 2:
                return self._number(moment.year % 100, 2, is_year=True)
            case "y" | "e":
                return self._number(moment.year, 4, is_year=True)
            case "m" if self._is_minute(place):
                return self._number(moment.minute, count)
            case "m":
                return self._month(count)
            case "d" if count > 2:
                return self._day_of_week(count)
            case "d":
                return self._number(moment.day, count)
            case "a":
                return ("星期" if count > 3 else "") + _CHINESE_DAYS[moment.weekday()]
            case "h":
                return self._number(self._hour(), count)
            case _:
                return self._second(letters)

    def _hour(self) -> int:
        has_noon = any(sign.kind == "noon" for sign in self.section.signs)
        return (self.moment.hour - 1) % _NOON + 1 if has_noon else self.moment.hour

    def _second(self, letters: str) -> str:
        whole, _, fraction = letters.partition(".")
        text = self._number(self.moment.second, len(whole))
        if not fraction:
            return text
        return f"{text}.{f'{self.moment.microsecond:06}'[: len(fraction)]}"

    def _month(self, count: int) -> str:
        name = _MONTHS[self.moment.month - 1]
        if count <= 2:
            return self._number(self.moment.month, count)
        if self.section.is_chinese:
            return f"{han(self.moment.month).replace('一十', '十')}月"
        return {3: name[:3], 5: name[0]}.get(count, name)

    def _day_of_week(self, count: int) -> str:
        day = self.moment.weekday()
        if self.section.is_chinese:
            return ("周" if count == 3 else "星期") + _CHINESE_DAYS[day]
        return _DAYS[day][:3] if count == 3 else _DAYS[day]

    def _number(self, number: int, width: int, is_year: bool = False) -> str:
        """A number in the numerals of the format: 二〇二六 for a year, 十二 for a month."""
        numerals = self.section.numerals
        text = str(number).zfill(min(width, 4) if is_year else min(width, 2))
        if numerals == 0:
            return text
        if numerals == 3:
            return text.translate({48 + digit: 0xFF10 + digit for digit in range(10)})
        digits = "零壹贰叁肆伍陆柒捌玖" if numerals == 2 else "〇一二三四五六七八九"
        if is_year:
            return "".join(digits[int(digit)] for digit in text)
        if numerals == 2:
            return han(number, digits, "拾佰仟")
        return han(number).removeprefix("一") if 10 <= number < 20 else han(number)

    def _is_minute(self, place: int) -> bool:
        """Whether letters m say minutes: next to hours before them or to seconds behind them."""
        kinds = [
            (index, sign.text[0].lower())
            for index, sign in enumerate(self.section.signs)
            if sign.kind in ("date", "elapsed")
        ]
        here = next(number for number, (index, _) in enumerate(kinds) if index == place)
        before = kinds[here - 1][1] if here else ""
        after = kinds[here + 1][1] if here + 1 < len(kinds) else ""
        return before == "h" or after == "s"
