"""Written numbers: the whole number that 12, 1,208, 二〇二五, 贰拾 or 廿三 means."""

from __future__ import annotations

import re
import unicodedata

_ALIKE = str.maketrans(
    "零○ＯO壹贰叁肆伍陆柒捌玖拾佰仟萬億两", "〇〇〇〇一二三四五六七八九十百千万亿二"
)
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_UNITS = {"亿": 100_000_000, "万": 10_000, "千": 1000, "百": 100, "十": 10}
_GROUPED = re.compile("[0-9]{1,3}(?:,[0-9]{3})+")
_LONGEST = 24

HAN_DIGIT = "[〇零○一二三四五六七八九]"
HAN_COUNT = "[〇零○一二两三四五六七八九十百千廿卅壹贰叁肆伍陆柒捌玖拾佰仟]"
"""A character of a count in Chinese numerals, below ten thousand."""
DAY_OR_MONTH = (
    "(?:[0-3]?[0-9](?![0-9])|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|"
    "[一二三四五六七八九])"
)
"""A pattern of the number of a day or of a month; not every match exists in a calendar."""


def whole_number(text: str) -> int | None:
    """The number that a text is, spaces apart; None for fractions and texts that are no number."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).translate(_ALIKE)
    plain = plain.replace("廿", "二十").replace("卅", "三十")
    if not plain or len(plain) > _LONGEST:
        return None
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if re.fullmatch("[0-9]+", plain):
        return int(plain)
    if len(plain) > 1 and all(character in _DIGITS for character in plain):
        return int("".join(str(_DIGITS[character]) for character in plain))
    return _structured(plain)


def _structured(plain: str) -> int | None:
    """The value of a number with units, as 二十三 and 1万2千, each once and from large to small."""
    for unit, size in _UNITS.items():
        head, found, tail = plain.partition(unit)
        if not found:
            continue
        above = 1 if not head and unit == "十" else _structured(head)
        below = _structured(tail.removeprefix("〇")) if tail else 0
        if above is None or below is None or below >= size:
            return None
        return above * size + below
    if re.fullmatch("[0-9]{1,15}", plain):
        return int(plain)
    return _DIGITS.get(plain)
