"""Money mentions: every sum in yuan that a text prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.content.amount import MAX_LENGTH, Amount


@dataclass(frozen=True, slots=True)
class Mention:
    """A sum in a text; `amount` is None if it is printed so that no amount can be read."""

    start: int
    end: int
    amount: Amount | None
    has_unit: bool
    """Whether 元 is printed."""


_SPACE = "[ \u2009\u202f\xa0\u3000]"
_HAN = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億"
_ARABIC = (
    rf"[0-9]{{1,3}}(?:(?:，|{_SPACE})[0-9]{{3}}){{1,5}}(?![0-9])(?:\.[0-9]{{1,6}})?"
    r"|[0-9]{1,15}(?:\.[0-9]{1,6})?"
)
_NUMBER = (
    rf"(?<![0-9.{_HAN}])(?:{_ARABIC}|[{_HAN}])(?:{_SPACE}?[0-9.{_HAN}余多来几]){{0,{MAX_LENGTH}}}"
)
_BEFORE = "(?:超过|超|逾|将近|接近|近|大约|约|至少|最高|不足|不到|过|上|数|几)?"
_AFTER = "(?:以上|左右|上下|许)?"
_YUAN = rf"{_SPACE}?(?:元|圆|块钱)(?:整)?(?:[0-9{_HAN}]角)?(?:[0-9{_HAN}]分(?!别))?整?[余多]?"
_SUM = re.compile(
    rf"{_BEFORE}{_SPACE}?(?P<number>{_NUMBER}"
    rf"(?:{_SPACE}?(?:元|圆)?(?:至|到|—{{1,2}}|–|-|~|～){_SPACE}?{_BEFORE}{_NUMBER})?)"
    rf"(?:{_YUAN}{_AFTER}|(?<=[万亿萬億余多])(?P<bare>)(?=[，。；、）\s！]|$|的?(?:赃款|赌资|资金)))"
)
_FOREIGN = re.compile(
    "(?:港[币元]|美[元金]|欧元|日[元币]|韩[元币]|英镑|卢布|泰铢|澳门[币元]|澳[元币]|新台币|台币|加元|越南盾)[约近超达共计合]{0,3}$"
)
"""Currencies printed before a sum, which then is not one in yuan."""
_DOUBTFUL_BEFORE = re.compile("^(?:上|数|几|过|近|约)")


def mentions(text: str, plain: str) -> Iterator[Mention]:
    """Every sum of a text, verbatim without spaces; 元 is completed where it is left out.

    `plain` is the text normalized at unchanged positions; what is blanked in it is not read.
    """
    for match in _SUM.finditer(plain):
        printed = re.sub(r"\s", "", text[match.start() : match.end()]).replace("块钱", "元")
        if match["bare"] is not None:
            if not re.search("[万亿萬億][余多]?$", printed):
                continue
            printed += "元"
        has_unit = match["bare"] is None
        is_foreign = _FOREIGN.search(plain, max(0, match.start() - 8), match.start())
        amount = None if is_foreign else _amount(printed)
        yield Mention(match.start(), match.end(), amount, has_unit)


def _amount(printed: str) -> Amount | None:
    """The amount, if need be without a word before it that belongs to the text, as 账上5万元."""
    for text in (printed, _DOUBTFUL_BEFORE.sub("", printed)):
        try:
            return Amount.parse(text)
        except ValueError:
            continue
    return None
