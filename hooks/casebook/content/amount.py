"""An amount of money as written in a bulletin, with its numeric value."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Self


class Qualifier(StrEnum):
    """How the words around a number bound it."""

    EXACT = "exact"
    OVER = "over"
    NEARLY = "nearly"
    ABOUT = "about"
    RANGE = "range"


_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億圆", "一二三四五六七八九十百千万亿元")
_UNITS = {"千": 1000, "百": 100, "十": 10}

_BEFORE = {
    "超过": Qualifier.OVER, "超": Qualifier.OVER, "逾": Qualifier.OVER, "上": Qualifier.OVER,
    "过": Qualifier.OVER, "至少": Qualifier.OVER, "不低于": Qualifier.OVER, "数": Qualifier.OVER,
    "近": Qualifier.NEARLY, "将近": Qualifier.NEARLY, "接近": Qualifier.NEARLY,
    "不足": Qualifier.NEARLY, "不到": Qualifier.NEARLY, "最高": Qualifier.NEARLY,
    "约": Qualifier.ABOUT, "大约": Qualifier.ABOUT, "几": Qualifier.OVER,
    "达": Qualifier.EXACT, "高达": Qualifier.EXACT, "共计": Qualifier.EXACT, "共": Qualifier.EXACT,
}  # fmt: skip
_AFTER = {
    "以上": Qualifier.OVER, "许": Qualifier.ABOUT, "左右": Qualifier.ABOUT, "上下": Qualifier.ABOUT,
    "以下": Qualifier.NEARLY, "不等": Qualifier.ABOUT,
}  # fmt: skip


def _one_of(words: dict[str, Qualifier]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# Without backtracking, for 超过 is also 超 and 过: the time would double with each word. Possessive
# groups would read shorter, but Python 3.11.2 loses characters with them.
_AMOUNT = re.compile(
    rf"(?:人民币)?(?=(?P<before>(?:{_one_of(_BEFORE)})*))(?P=before)"
    r"(?P<number>[0-9.零〇一二两三四五六七八九十百千万亿余多几]+)元"
    rf"(?P<more>[余多]?)(?:人民币)?(?P<after>(?:{_one_of(_AFTER)})?)"
)
_BEFORE_WORD = re.compile(_one_of(_BEFORE))
_RANGE = re.compile(r"至(?!少)|(?<!不)到|[~—–-]+")
_GROUPED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_MORE = re.compile(r"[余多几](?=[十百千万亿]*$)")
_SCALE = re.compile(r"[0-9零〇一二两三四五六七八九](?P<scale>[十百千]?(?P<myriads>[万亿]*))元")
_DECIMAL = re.compile(r"(?P<digits>[0-9]{1,15}(?:\.[0-9]{1,6})?)(?P<unit>[十百千]?)")
_CHINESE = re.compile(
    r"(?:(?P<千>[一二两三四五六七八九]?)千)?[零〇]?(?:(?P<百>[一二两三四五六七八九]?)百)?[零〇]?"
    r"(?:(?P<十>[一二两三四五六七八九]?)十)?[零〇]?(?P<one>[零〇一二两三四五六七八九]?)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in yuan, with the text it was parsed from.

    `yuan` is the number as written, without its qualifier: 超500万元 is 5000000, OVER.
    Where only an order of magnitude is given (上亿元, 数百万元) it is one unit of that order.
    `upper` is the second number of a range, otherwise None.
    """

    text: str
    yuan: Decimal
    qualifier: Qualifier
    upper: Decimal | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """The amount written as `text`. Raises ValueError when it is no amount in yuan.

        Full-width and Chinese numerals are parsed, thousands separators ignored. Other currencies
        are rejected, for the number would need a rate of exchange.
        """
        plain = unicodedata.normalize("NFKC", text).translate(_FINANCIAL)
        plain = _GROUPED.sub(lambda match: match[0].replace(",", ""), re.sub(r"\s+", "", plain))
        ends = _RANGE.split(plain)
        if len(ends) == 1:
            yuan, qualifier = _single(plain)
            return cls(text, yuan, qualifier)
        if len(ends) != 2:
            raise ValueError(f"not an amount: {text!r}")
        low, high = ends
        upper, _ = _single(high)
        return cls(text, _lower_end(low, high, upper), Qualifier.RANGE, upper)

    def __str__(self) -> str:
        return self.text


def _lower_end(low: str, high: str, upper: Decimal) -> Decimal:
    """The lower end of a range, which may omit a unit that the upper end has: 3至5万元 is from 3万.

    A unit is shared only if the range still rises with it: 5000至1万元 is from 5000.
    """
    scale = _SCALE.search(re.sub("[余多]", "", high))
    shared = dict.fromkeys((scale["scale"], scale["myriads"], "")) if scale else [""]
    for written in [low] if low.endswith("元") else [f"{low}{unit}元" for unit in shared]:
        try:
            yuan, _ = _single(written)
        except ValueError:
            continue
        if yuan < upper:
            return yuan
    raise ValueError(f"not a rising range: {low!r} to {high!r}")


def _single(plain: str) -> tuple[Decimal, Qualifier]:
    match = _AMOUNT.fullmatch(plain)
    if match is None:
        raise ValueError(f"not an amount in yuan: {plain!r}")
    number = match["number"]
    qualifiers = [_BEFORE[word] for word in _BEFORE_WORD.findall(match["before"])]
    exact = _MORE.sub("", number, count=1)
    if number[0] in "余多" or (exact != number and match["more"]):
        raise ValueError(f"not an amount: {plain!r}")
    if exact != number or match["more"]:
        qualifiers.append(Qualifier.OVER)
    if match["after"]:
        qualifiers.append(_AFTER[match["after"]])
    bounds = {qualifier for qualifier in qualifiers if qualifier is not Qualifier.EXACT}
    qualifier = bounds.pop() if len(bounds) == 1 else Qualifier.ABOUT if bounds else Qualifier.EXACT
    return _number(exact), qualifier


def _number(plain: str) -> Decimal:
    """The value of a number with 亿 and 万: 1.5亿, 1亿2000万, 三百二十万, and 亿 alone as one."""
    total = Decimal(0)
    rest = plain
    for unit, size in (("亿", 100_000_000), ("万", 10_000)):
        head, found, tail = rest.partition(unit)
        if found:
            total += (Decimal(1) if plain == unit else _section(head)) * size
            rest = tail
    return total + _section(rest) if rest or not plain else total


def _section(plain: str) -> Decimal:
    """The value of a number below 万, in Arabic (3千, 1.5) or Chinese numerals (三百零五)."""
    if match := _DECIMAL.fullmatch(plain):
        return Decimal(match["digits"]) * _UNITS.get(match["unit"], 1)
    match = _CHINESE.fullmatch(plain)
    if match is None or not plain:
        raise ValueError(f"not a number: {plain!r}")
    total = _DIGITS[match["one"]] if match["one"] else 0
    for unit, size in _UNITS.items():
        if match[unit] is not None:
            total += (_DIGITS[match[unit]] if match[unit] else 1) * size
    return Decimal(total)
