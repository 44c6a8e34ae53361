"""Number formats: how a cell of a workbook prints its number by a format as `0.0"万元"`.

openpyxl knows neither the built-in formats of China (27 to 36 and 50 to 58), so that a date comes
out as a number, nor how any format prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from openpyxl.styles.numbers import BUILTIN_FORMATS

from casebook.importer.readers.date_formats import is_date, printed_date
from casebook.importer.readers.format_sections import Section, Sign, sections_of
from casebook.importer.readers.numerals import han

GENERAL = "General"
"""The format of cells without one."""


def built_in(number: int) -> str:
    """The format of a number below 164 in a Chinese Excel; General for an unknown one."""
    return _CHINESE.get(number) or BUILTIN_FORMATS.get(number, GENERAL).replace('"$"', '"¥"')


def printed_text(text: str, form: str) -> str:
    """A text in a format; empty if the format hides it."""
    own = sections_of(form).text
    if own is None:
        return text
    return "".join(text if sign.kind == "@" else sign.text for sign in own.signs)


def printed_number(value: float, form: str, since_1904: bool = False) -> str:
    """A number in a format; empty if the format hides it."""
    sections = sections_of(form)
    section, is_signed = sections.of(value)
    if section is None:
        return general(value)
    if is_date(section):
        date = printed_date(value, section, since_1904)
        return general(value) if date is None else date
    text = _in_section(abs(value), section)
    is_zero = not re.search("[1-9一-龥]", text)
    return f"-{text}" if value < 0 and is_signed and text and not is_zero else text


def general(value: float) -> str:
    """A number in the format General: at most eleven characters."""
    size = abs(value)
    if size == 0:
        return "0"
    if size >= _GREATEST or size < _LEAST:
        mantissa, _, exponent = f"{value:.5E}".partition("E")
        return f"{mantissa.rstrip('0').rstrip('.')}E{exponent}"
    places = max(0, _DIGITS - max(1, len(str(int(size)))))
    text = f"{_rounded(size, places):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"-{text}" if value < 0 else text


_GREATEST, _LEAST, _DIGITS = 1e11, 1e-9, 10
"""Beyond them, General prints powers of ten; it prints ten digits."""
_CHINESE = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    **dict.fromkeys((34, 55), '上午/下午h"时"mm"分"'),
    **dict.fromkeys((35, 56), '上午/下午h"时"mm"分"ss"秒"'),
    14: "yyyy/m/d", 22: "yyyy/m/d h:mm", 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
}  # fmt: skip
"""The built-in formats that differ in a Chinese Excel."""


def _rounded(value: float | Decimal, places: int) -> Decimal:
    """A number at some decimal places, halves rounded up as Excel does."""
    with localcontext() as context:
        context.prec = 400
        exact = value if isinstance(value, Decimal) else Decimal(repr(value))
        return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _in_section(value: float, section: Section) -> str:
    kinds = [sign.kind for sign in section.signs]
    if "general" in kinds or "@" in kinds:
        return "".join(
            _numerals(general(value), section, True) if sign.kind in ("general", "@") else sign.text
            for sign in section.signs
        )
    if "0" not in kinds:
        return "".join(sign.text for sign in section.signs)
    if "E" in kinds:
        return _scientific(value, section)
    if "/" in kinds:
        return _fraction(value, section)
    return _numerals(_Layout(section.signs).printed(value), section, False)


def _numerals(text: str, section: Section, is_general: bool) -> str:
    """The digits of a text as the format wants them: 一百二十, 壹佰贰拾, or of full width."""
    if section.numerals == 0:
        return text
    if section.numerals == _FULL_WIDTH:
        return text.translate({48 + digit: 0xFF10 + digit for digit in range(10)})
    is_legal = section.numerals == _LEGAL
    digits = "零壹贰叁肆伍陆柒捌玖" if is_legal else "〇一二三四五六七八九"
    whole, point, decimals = text.partition(".")
    if is_general and whole.isdigit() and len(whole) <= _LONGEST_SPELLED:
        whole = han(int(whole), digits, "拾佰仟") if is_legal else han(int(whole))
    return (whole + point + decimals).translate(
        {48 + value: digit for value, digit in enumerate(digits)}
    )


_LEGAL, _FULL_WIDTH, _LONGEST_SPELLED = 2, 3, 8


def _scientific(value: float, section: Section) -> str:
    kinds = [sign.kind for sign in section.signs]
    end = kinds.index("E")
    point = kinds.index(".") if "." in kinds[:end] else end
    places = kinds[point:end].count("0")
    mantissa, _, exponent = f"{value:.{min(places, _MOST_PLACES)}E}".partition("E")
    sign = "-" if exponent[0] == "-" else "+" if section.signs[end].text == "E+" else ""
    return f"{mantissa}E{sign}{exponent[1:].lstrip('0').zfill(kinds[end:].count('0'))}"


_MOST_PLACES = 30


def _fraction(value: float, section: Section) -> str:
    """A number as whole and fraction; the denominator has as many digits as the format."""
    kinds = [sign.kind for sign in section.signs]
    slash = kinds.index("/")
    places = min(max(kinds[slash:].count("0"), 1), _MOST_DENOMINATOR)
    fraction = Fraction(value).limit_denominator(10**places - 1)
    whole, rest = divmod(fraction.numerator, fraction.denominator)
    has_whole = re.search("0[^0]+0", "".join(kind[0] for kind in kinds[:slash])) is not None
    if not has_whole:
        return f"{fraction.numerator}/{fraction.denominator}"
    if not rest:
        return str(whole)
    return f"{whole or ''} {rest}/{fraction.denominator}".strip()


_MOST_DENOMINATOR = 4


@dataclass(slots=True)
class _Layout:
    """Lays the digits of a number out on the places of a section, between which text may stand."""

    signs: tuple[Sign, ...]

    def printed(self, value: float) -> str:
        """A number that is not negative."""
        kinds = [sign.kind for sign in self.signs]
        point = kinds.index(".") if "." in kinds else len(kinds)
        places = [index for index, kind in enumerate(kinds) if kind == "0"]
        before = [index for index in places if index < point]
        after = [index for index in places if index > point]
        commas = [index for index, kind in enumerate(kinds) if kind == ","]
        grouping = [one for one in commas if before and before[0] < one < before[-1]]
        scaling = [one for one in commas if places and one > places[0] and one not in grouping]
        with localcontext() as context:
            context.prec = 400
            exact = Decimal(repr(value)) * 100 ** min(kinds.count("%"), 9)
            scaled = exact / Decimal(1000) ** min(len(scaling), 9)
        whole, _, decimals = f"{_rounded(scaled, min(len(after), 300)):f}".partition(".")
        shown = dict(zip(after, self._decimals(decimals, after), strict=False))
        shown.update(self._whole(whole.lstrip("0"), before, bool(grouping)))
        return "".join(self._sign(index, shown, commas) for index in range(len(self.signs)))

    def _sign(self, index: int, shown: dict[int, str], commas: list[int]) -> str:
        if index in shown:
            return shown[index]
        return "" if index in commas or self.signs[index].kind == "0" else self.signs[index].text

    def _decimals(self, digits: str, places: list[int]) -> Iterator[str]:
        needed = len(digits.rstrip("0"))
        for number, (digit, place) in enumerate(zip(digits, places, strict=False)):
            yield digit if number < needed else _EMPTY[self.signs[place].text]

    def _whole(self, digits: str, places: list[int], is_grouped: bool) -> Iterator[tuple[int, str]]:
        """The digits before the point by their places, from the last; the first takes the rest."""
        count = 0
        for number, place in enumerate(reversed(places), 1):
            is_first = number == len(places)
            taken = digits[::-1] if is_first else digits[-1:]
            digits = "" if is_first else digits[:-1]
            text = ""
            for digit in taken or _EMPTY[self.signs[place].text]:
                text = digit + ("," if is_grouped and count and count % 3 == 0 else "") + text
                count += 1
            yield place, text


_EMPTY = {"0": "0", "#": "", "?": " "}
"""What a place prints that has no digit."""
