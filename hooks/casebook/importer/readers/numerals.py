"""Numerals: how a word processor writes the automatic number of a list."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL_LEGAL_DIGITS = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


def written(number: int, form: str) -> str:
    """A number in a form of WordprocessingML (`w:numFmt`), as chineseCounting; else in digits.

    Empty for the forms none and bullet.
    """
    if form in ("none", "bullet"):
        return ""
    if number < 0 or number > _GREATEST:
        return str(number)
    writer = _WRITERS.get(form)
    return writer(number) if writer else str(number)


def han(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """A number of at most eight digits in Chinese numerals: 十二, 一百零五, 一万."""
    high, low = divmod(number, 10_000)
    if high:
        gap = digits[0] if 0 < low < 1_000 else ""
        return han(high, digits, units) + "万" + gap + (_below(low, digits, units) if low else "")
    return _below(low, digits, units)


def circled(number: int) -> str:
    """A number in a circle, ① to ㊿; beyond, in digits."""
    for first, last, begin in ((0, 0, 0x24EA), (1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(begin + number - first)
    return str(number)


_GREATEST = 99_999_999


def _below(number: int, digits: str, units: str) -> str:
    """A number below ten thousand."""
    text, is_gap = "", False
    for place, digit in enumerate(reversed(f"{number:04}")):
        if digit == "0":
            is_gap = is_gap or bool(text)
            continue
        unit = units[place - 1] if place else ""
        gap = digits[0] if is_gap and text and text[0] != digits[0] else ""
        text, is_gap = digits[int(digit)] + unit + gap + text, False
    return text or digits[0]


def _counted(number: int) -> str:
    return han(number).removeprefix("一") if 10 <= number < 20 else han(number)


def _spelled(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _cycled(names: str) -> Callable[[int], str]:
    return lambda number: names[(number - 1) % len(names)]


def _letters(number: int) -> str:
    """A to Z, then AA, BB as Word does."""
    return chr(65 + (number - 1) % 26) * min((number - 1) // 26 + 1, 30) if number else ""


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN if number < 32_768 else ():
        times, number = divmod(number, value)
        text += letters * times
    return text or str(number)


def _enclosed(begin: int, otherwise: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        return chr(begin + number - 1) if 1 <= number <= 20 else otherwise.format(number)

    return write


def _full_width(number: int) -> str:
    return str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)})


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if number % 100 in (11, 12, 13) else endings.get(number % 10, "th")
    return f"{number}{ending}"


_WRITERS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting", "chineseCountingThousand", "japaneseCounting",
            "taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting",
        ),
        _counted,
    ),
    **dict.fromkeys(
        (
            "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital",
            "koreanDigital2",
        ),
        _spelled,
    ),
    **dict.fromkeys(
        ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), circled
    ),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _full_width),
    "chineseLegalSimplified": lambda number: han(number, _LEGAL_DIGITS, "拾佰仟"),
    "ideographLegalTraditional": lambda number: han(number, _TRADITIONAL_LEGAL_DIGITS, "拾佰仟"),
    "ideographTraditional": _cycled(_STEMS),
    "ideographZodiac": _cycled(_BRANCHES),
    "ideographZodiacTraditional": lambda number: (
        _cycled(_STEMS)(number) + _cycled(_BRANCHES)(number)
    ),
    "ideographEnclosedCircle": lambda number: (
        chr(0x3280 + number - 1) if 1 <= number <= 10 else _counted(number)
    ),
    "decimalEnclosedParen": _enclosed(0x2474, "({})"),
    "decimalEnclosedFullstop": _enclosed(0x2488, "{}."),
    "decimalZero": lambda number: f"{number:02}",
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
}  # fmt: skip
