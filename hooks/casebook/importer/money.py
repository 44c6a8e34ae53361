"""Money: the main sum of a case, among all sums in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.content.amount import Amount
from casebook.importer.bulletin_words import normalized
from casebook.importer.extracted_value import Extracted, sentence_at

_NUMBER = r"[0-9零〇一二两三四五六七八九十百千万亿余多几数上近.]"
_SUM = re.compile(
    r"(?P<sum>(?:人民币)?(?:超过|超|逾|近|约|上|达|高达|不少于|至少|将近|接近|"
    r"数)*\s?[0-9零〇一二两三四五六七八九十百千万亿余多几数.,，\s]{0,24}"
    r"[0-9一二两三四五六七八九十百千万亿余多几]\s?(?:元?(?:至|到|—|-|"
    r"~)\s?[0-9.]+[百千万亿余多]*)?\s?(?:元|块钱)(?:[余多])?(?:以上|左右)?)"
)
LABELS = (
    ("涉案金额", (
        r"涉案(?:总)?(?:金额|价值|资金总额|总金额|数额)|案值|犯罪金额|涉及金额|总金额|"
        r"金额(?:共|累计|合?计|高达|达|约|超)"
    )),
    ("涉案资金", (
        "涉案(?:资金|流水|资金流水|款)|涉及资金|赌资|洗钱|转移(?:涉案|非法|诈骗|"
        "赌博)?资金"
    )),
    ("非法获利", "非法获利|违法所得|非法所得|非法牟利|非法收益|牟取(?:非法)?利益|非法敛财"),
    ("获利", "获利|牟利|盈利|获取|赚取|收取|收入|所得|收益|报酬|佣金|好处费"),
    ("资金流水", "流水|交易额|成交额|交易金额|投注|结算|销售(?:金)?额|营业额"),
    ("被骗金额", (
        "被骗|诈骗|骗取|损失|转账|汇款|骗走|转入|转走|转款|打款|支付|付款|勒|敲诈|勒索|"
        "充值|得手|骗得"
    )),
    ("成交价格", "成交价"),
)  # fmt: skip
"""Labels of sums with their patterns, in order of rank."""
_NEAR = 40
"""Characters after a sum that can describe it."""
_LOST = len(LABELS) - 2
_SOLD_FOR = re.compile("的价格(?:卖|售|出售|转让|转卖|倒卖)给")
_NOT_OF_THE_CASE = re.compile(
    "查扣|扣押|冻结|查封|止付|挽回|挽损|追回|追缴|返还|退还|退赃|退赔|拦截|罚款|罚金|"
    "处罚金|奖励|缴获|查获|没收|保证金|避免[^。，]{0,10}损失|"
    "追赃|止损|劝阻|现金(?=[0-9])"
)
_PER_PIECE = re.compile(
    "分别|每人|人均|个人|每(?:[条个单次张套人月天日起名份组部台]|万)|单价|均价|售价|"
    "价格|单次|月租|底薪|一[条个单次张]|/[条个]"
)
_AFTER_PRICE = re.compile(
    "^(?:一|每|/|1)?(?:[条个张套次份单]|不等(?:的价格)?|的价格|的(?:高价|低价|单价|费用|报酬))"
)
_AFTERWARDS = re.compile(
    "^(?:[^，。；]{0,4}(?:被(?:转|骗|划|盗|诈)|打了水漂)|(?:的)?(?:涉案|涉诈|赌博|"
    "非法|犯罪)?(?:资金|赌资|赃款))"
)
"""The text after a sum that was lost or transferred."""
_TOTAL = re.compile("累计|共计?|总|合计|先后")


@dataclass(frozen=True, slots=True)
class Money:
    """A sum, and its label in the bulletin."""

    amount: Amount
    label: str


@dataclass(frozen=True, slots=True)
class _Sum:
    money: Money
    start: int
    rank: int
    is_total: bool


def money_of(text: str) -> Extracted[Money] | None:
    """The main sum of a case; None if the text has none.

    Sums seized, frozen or recovered and prices of single items do not count.
    """
    sums = list(_sums(text))
    if not sums:
        return None
    best = min(sums, key=lambda one: (one.rank, not one.is_total, -_yuan(one.money), one.start))
    is_alone = len({one.money.amount.text for one in sums}) == 1
    return Extracted(best.money, sentence_at(text, best.start), is_alone or best.rank == 0)


def yuan_of(amount: Amount) -> int:
    """The value of an amount in whole yuan; the upper end of a range."""
    return int(amount.upper if amount.upper is not None else amount.yuan)


def _yuan(money: Money) -> int:
    return yuan_of(money.amount)


def _sums(text: str) -> Iterator[_Sum]:
    plain = normalized(text)
    for match in _SUM.finditer(plain):
        found = re.sub(
            r"^(?:达|高达|，|,|数(?=[0-9]))+|\s",
            "",
            text[match.start() : match.end()].replace("块钱", "元"),
        )
        try:
            amount = Amount.parse(found)
        except ValueError:
            continue
        before = re.split("[。；]", plain[max(0, match.start() - 40) : match.start()])[-1]
        near = re.split("[，、（]", before)[-1]
        if _NOT_OF_THE_CASE.search(near) or _PER_PIECE.search(near):
            continue
        after = plain[match.end() : match.end() + _NEAR]
        if _SOLD_FOR.match(after) and "万" in found and near.endswith("以"):
            yield _Sum(Money(amount, LABELS[-1][0]), match.start("sum"), len(LABELS), False)
        if _AFTER_PRICE.match(after):
            continue
        rank = next((n for n, (_, words) in enumerate(LABELS) if re.search(words, near)), None)
        if rank is None and _AFTERWARDS.match(after):
            rank = _LOST
        if rank is None:
            rank = next(
                (n for n, (_, words) in enumerate(LABELS) if re.search(words, before)), None
            )
            if rank is None or _NOT_OF_THE_CASE.search(before):
                continue
        label = _label(rank, before)
        yield _Sum(Money(amount, label), match.start("sum"), rank, bool(_TOTAL.search(near)))


def _label(rank: int, before: str) -> str:
    """The label of the sum in the text if it is in _NAMES, else the canonical label."""
    canonical, words = LABELS[rank]
    found = [match[0] for match in re.finditer(words, before)]
    return found[-1] if found and found[-1] in _NAMES else canonical


_NAMES = {
    *("涉案总金额", "涉案价值", "案值", "犯罪金额", "涉案资金", "涉案流水", "涉案资金流水", "赌资"),
    *("非法获利", "违法所得", "非法所得", "非法牟利", "非法收益", "获利", "牟利", "盈利"),
    *("流水", "交易额", "成交额", "交易金额", "销售额", "销售金额", "营业额"),
}
