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
_UNITS = {"亿": 100_000_000, "万": 10_000, "千": 1000, "百": 100, "十": 10}
MAX_LENGTH = 60
"""Maximum characters of an amount; the longest that bulletins write have a third of them."""

_BEFORE = {
    "超过": Qualifier.OVER, "超": Qualifier.OVER, "逾": Qualifier.OVER, "上": Qualifier.OVER,
    "过": Qualifier.OVER, "至少": Qualifier.OVER, "不低于": Qualifier.OVER, "数": Qualifier.OVER,
    "近": Qualifier.NEARLY, "将近": Qualifier.NEARLY, "接近": Qualifier.NEARLY,
    "不足": Qualifier.NEARLY, "不到": Qualifier.NEARLY, "最高": Qualifier.NEARLY,
    "约": Qualifier.ABOUT, "大约": Qualifier.ABOUT, "几": Qualifier.OVER,
    "达": Qualifier.EXACT, "高达": Qualifier.EXACT, "共计": Qualifier.EXACT, "共": Qualifier.EXACT,
    "多达": Qualifier.EXACT, "累计": Qualifier.EXACT, "合计": Qualifier.EXACT,
    "总计": Qualifier.EXACT,
}  # fmt: skip
_AFTER = {
    "以上": Qualifier.OVER, "许": Qualifier.ABOUT, "左右": Qualifier.ABOUT, "上下": Qualifier.ABOUT,
    "以下": Qualifier.NEARLY, "以内": Qualifier.NEARLY, "不等": Qualifier.ABOUT,
}  # fmt: skip


def _one_of(words: dict[str, Qualifier]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# Without backtracking, for 超过 is also 超 and 过: the time would double with each word. Possessive
# groups would read shorter, but Python 3.11.2 loses characters with them.
_AMOUNT = re.compile(
    rf"(?:人民币)?(?=(?P<before>(?:{_one_of(_BEFORE)})*))(?P=before)"
    r"(?P<number>[0-9.零〇一二两三四五六七八九十百千万亿余多几来]+)元"
    r"(?:(?P<tenths>[0-9零〇一二三四五六七八九])角)?(?:(?P<hundredths>[0-9一二三四五六七八九])分)?"
    rf"(?:整|(?P<more>[余多]))?(?:人民币)?(?P<after>(?:{_one_of(_AFTER)})?)"
)
_OF_A_UNIT = ("数", "几", "上")
"""Words before a unit without a number."""
_BEFORE_WORD = re.compile(_one_of(_BEFORE))
_RANGE = re.compile(r"至(?!少)|(?<!不)到|[~—–-]+")
_GROUPED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_MORE = re.compile(r"[余多几来](?=[十百千万亿]*$)")
_PAIR = re.compile(r"一[二两]|[二两]三|三[两四五]|四五|五六|六七|七八|八九")
"""Two digits for one place, as in 两三万 and 十七八万: a range."""
_SCALE = re.compile(r"[0-9零〇一二两三四五六七八九](?P<scale>[十百千]?(?P<myriads>[万亿]*))元")
_ARABIC = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")


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

        Full-width and Chinese numerals are parsed, 角 and 分 after 元 too; thousands separators are
        ignored. Other currencies are rejected, for the number would need a rate of exchange.
        """
        if len(text) > MAX_LENGTH:
            raise ValueError(f"not an amount of at most {MAX_LENGTH} characters")
        plain = unicodedata.normalize("NFKC", text).translate(_FINANCIAL)
        plain = _GROUPED.sub(lambda match: match[0].replace(",", ""), re.sub(r"\s+", "", plain))
        ends = _RANGE.split(plain)
        if len(ends) == 1 and (pair := _PAIR.search(plain)):
            around = plain[: pair.start()], plain[pair.end() :]
            low, high = sorted(_single(digit.join(around))[0] for digit in pair[0])
            return cls(text, low, Qualifier.RANGE, high)
        if len(ends) == 1:
            yuan, qualifier = _single(plain)
            return cls(text, yuan, qualifier)
        if len(ends) != 2:
            raise ValueError(f"not an amount: {text!r}")
        upper, _ = _single(ends[1])
        return cls(text, _lower_end(ends[0], ends[1], upper), Qualifier.RANGE, upper)

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
    words = _BEFORE_WORD.findall(match["before"])
    exact = _MORE.sub("", number, count=1)
    if number[0] in "余多来" or (exact != number and match["more"]):
        raise ValueError(f"not an amount: {plain!r}")
    fraction = _fraction(match["tenths"], match["hundredths"])
    if fraction and (exact != number or match["more"] or "." in number):
        raise ValueError(f"not an amount: {plain!r}")
    if words and words[-1] in _OF_A_UNIT and number[0] not in _UNITS:
        raise ValueError(f"not an amount: {plain!r}")
    qualifiers = [_BEFORE[word] for word in words]
    if exact != number or match["more"]:
        qualifiers.append(Qualifier.ABOUT if "来" in number else Qualifier.OVER)
    if match["after"]:
        qualifiers.append(_AFTER[match["after"]])
    bounds = {qualifier for qualifier in qualifiers if qualifier is not Qualifier.EXACT}
    if not bounds and exact in _UNITS and exact != "十":
        raise ValueError(f"not an amount: {plain!r} has a unit without a number")
    qualifier = bounds.pop() if len(bounds) == 1 else Qualifier.ABOUT if bounds else Qualifier.EXACT
    return _number(exact) + fraction, qualifier


def _fraction(tenths: str | None, hundredths: str | None) -> Decimal:
    """The yuan of 角 and 分 after 元."""
    values = [_number(digit) if digit else Decimal(0) for digit in (tenths, hundredths)]
    return values[0] / 10 + values[1] / 100


def _number(plain: str, above: int = 0) -> Decimal:
    """The value of a number: 1.5亿, 1亿2000万, 三百二十万, 1万零500, and 万 alone as one.

    After a unit `above`, it is smaller than this, and no unit but 十 comes without a digit.
    """
    for unit, size in _UNITS.items():
        head, found, tail = plain.partition(unit)
        if found:
            if not (head or not above or unit == "十") or (tail and "." in head):
                raise ValueError(f"not a number: {plain!r}")
            if not _may_count(head, unit):
                raise ValueError(f"not a number: {plain!r}")
            more = _rest(tail, size) if tail else 0
            return (_number(head) if head else Decimal(1)) * size + more
    if _ARABIC.fullmatch(plain):
        return Decimal(plain)
    if plain not in _DIGITS:
        raise ValueError(f"not a number: {plain!r}")
    return Decimal(_DIGITS[plain])


def _may_count(head: str, unit: str) -> bool:
    """Whether a number may stand before a unit: 三千 before 万, but none with a unit before 千."""
    return not any(one in head for one in (_UNITS if unit in "千百十" else "亿万"))


def _rest(tail: str, size: int) -> Decimal:
    """The value of what follows a unit of that size, and is smaller.

    A lone digit follows 零, or else 十: 3万5 is meant as 35000, and written like 30005.
    """
    plain = tail.removeprefix("零").removeprefix("〇") if len(tail) > 1 else tail
    value = _number(plain, size)
    is_lone = plain == tail != "十" and len(plain.partition(".")[0]) == 1
    if value >= size or (is_lone and size > 10):
        raise ValueError(f"not a number below {size}: {tail!r}")
    return value
