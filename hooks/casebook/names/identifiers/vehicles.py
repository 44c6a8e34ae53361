"""Vehicles: number plates, and identification numbers with the check digit of ISO 3779."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.names.finding import Finding
from casebook.names.identifiers.ascii_runs import longest_ascii_run
from casebook.names.identifiers.masking import hidden_match

_SHORTEST = 5
"""Length of the longest ASCII run of a plate without separators."""
_SEPARATOR = "[·•・. -]?"
_GAP = '[·•・. _/|:：,，~#=()（）【】“”"-]?'
"""Between the letter and what follows it, also signs that hide a plate from a search."""
_PLATE = re.compile(
    rf"[京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新]{_SEPARATOR}[A-HJ-Za-hj-z]{_GAP}"
    rf"(?P<serial>(?:[A-Za-z0-9]{_SEPARATOR}){{4,5}}[A-Za-z0-9挂学警港澳领临试超]|[学警临试超]{_SEPARATOR}[A-Za-z0-9]{{4,5}})(?![0-9A-Za-z])(?! ?[余多]?[万亿元条次个股])"
)
_SERIAL = re.compile(
    "[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4,5}[挂学警港澳领临试超]|[学警临试超][A-HJ-NP-Z0-9]{4,5}"
)
_SPECIAL = re.compile(
    r"(?<![大天公特迫驱指致促行即假纵役])使 ?[0-9]{3}[·. -]?[0-9]{3}(?=[号的，。、；牌小轿汽车）)\s]|\Z)|(?<![0-9A-Za-z])[0-9]{6}使(?![用一-鿿])|(?<![一-鿿])[北沈兰济南广成军海空][A-Z]·[0-9]{5}(?![0-9A-Za-z])|WJ ?(?:[一-鿿]|[0-9]{2})?[·. -]?[0-9]{4,5}[A-Z0-9]?(?![0-9A-Za-z])|民航 ?[A-Z][·. -]?[A-Z0-9]{4}(?![0-9A-Za-z])"
)
_NAMED = re.compile(
    r"(?:车牌|号牌|牌照|(?<!门)牌号|悬挂)(?:号码?)?[:：为是]?\s?[“\"（(]?(?P<value>[一-鿿]?(?:[A-Z0-9][·. -]?){4,8}[A-Z0-9])(?![0-9A-Za-z*×＊])(?! ?[余多]?[万亿元条次个张副块])"
)
_CAR = re.compile(
    "驾驶|驾车|乘坐|乘车|开着?|车牌|号牌|牌照|牌号|车辆|[客轿货汽吊卡]车|摩托|越野|面包车|停放|租用|悬挂|的车"
)
_VIN = re.compile("(?<![A-Za-z0-9])[A-HJ-NPR-Za-hj-npr-z0-9]{17}(?![A-Za-z0-9])")
_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True))  # fmt: skip
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def vehicles(text: str) -> Iterator[Finding]:
    """A text contains no number plate and no identification number of a vehicle."""
    is_long = longest_ascii_run(text) >= _SHORTEST
    if is_long or any(map(text.__contains__, "·•・试临学警")):
        yield from _plates(text)
    if is_long:
        for match in _SPECIAL.finditer(text):
            yield hidden_match("vehicle-plate", match)
        for match in _NAMED.finditer(text):
            value = match["value"]
            if sum(map(str.isdigit, value)) >= 3 and re.search("[A-Z]", value):
                yield hidden_match("vehicle-plate", match, "value")
    if longest_ascii_run(text) >= len(_WEIGHTS):
        for match in _VIN.finditer(text):
            if _is_identification(match[0].upper()):
                yield hidden_match("device-number", match)


def _plates(text: str) -> Iterator[Finding]:
    """A province, a letter and five characters, six on electric cars.

    Two of them are digits, or one if the words around speak of a car.
    """
    for match in _PLATE.finditer(text):
        serial = re.sub(r"[·•・. -]", "", match["serial"]).upper()
        around = text[max(0, match.start() - 12) : match.end() + 8]
        figures = sum(map(str.isdigit, serial))
        if _SERIAL.fullmatch(serial) and figures and (figures > 1 or _CAR.search(around)):
            yield hidden_match("vehicle-plate", match)


def _is_identification(code: str) -> bool:
    """Whether seventeen characters end with digits and have their check digit at place nine."""
    if not code[-4:].isdigit() or code.isdigit():
        return False
    values = (int(one) if one.isdigit() else _VALUES[one] for one in code)
    rest = sum(value * weight for value, weight in zip(values, _WEIGHTS, strict=True)) % 11
    return code[8] == "0123456789X"[rest]
