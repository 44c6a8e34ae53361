"""Money: the main sum of a case, among all sums in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.content.amount import Amount
from casebook.importer.extracted_value import Extracted, sentence_at
from casebook.importer.money_kinds import LABELS, SOLD, UNKNOWN, UNNAMED, Kind, kind_of
from casebook.importer.money_mentions import Mention, mentions
from casebook.importer.quotations import without_quotations

_NEAR = 24
"""Characters after a sum that can describe it."""
_BEFORE = 60
"""Characters before a sum that can describe it."""
_SOLD_FOR = re.compile("的价格(?:卖|售|出售|转让|转卖|倒卖)给")
_LEAST = 100
"""Yuan below which a sum of which no word says what it is does not count."""
_GIVEN_BACK = re.compile("[^，。；]{0,6}?(?:追缴|没收|返还|追回|止付|退|拦截|查获|查扣|扣押|缴获)")
_PART = re.compile("其中|包括")
_SURE_RANKS = 4
"""Kinds below this rank are the sum of the case whatever other sums are told."""


@dataclass(frozen=True, slots=True)
class Money:
    """A sum, and its label in the bulletin."""

    amount: Amount
    label: str


@dataclass(frozen=True, slots=True)
class _Sum:
    amount: Amount
    start: int
    kind: Kind
    is_part: bool

    @property
    def yuan(self) -> int:
        return yuan_of(self.amount)


def money_of(text: str) -> Extracted[Money] | None:
    """The main sum of a case; None if the text has none.

    Sums seized, frozen or recovered, fines, prices of single items and sums of a rumour do not
    count. Of several kinds the first in LABELS counts, of one kind the total or the largest sum.
    """
    plain = without_quotations(text)
    found = list(mentions(text, plain))
    told = list(_sums(plain, found))
    sums = [one for one in told if one.kind.rank != UNNAMED] or told
    if not sums:
        return None
    rank = min(one.kind.rank for one in sums)
    same = [one for one in sums if one.kind.rank == rank]
    best = max(same, key=lambda one: (one.kind.is_total, not one.is_part, one.yuan))
    is_certain = (
        _is_main(best, same)
        and (rank < _SURE_RANKS or len({one.kind.rank for one in sums}) == 1)
        and not any(one.kind.rank == UNNAMED and one.yuan > best.yuan for one in told)
        and all(one.amount for one in found)
    )
    money = Money(best.amount, best.kind.label)
    return Extracted(money, sentence_at(text, best.start), is_certain)


def _is_main(best: _Sum, same: list[_Sum]) -> bool:
    """Whether a sum is surely the one of its kind: the only one, or a total that is the largest."""
    yuan = {one.yuan for one in same}
    is_whole = best.kind.is_strong and not best.is_part
    return is_whole and best.yuan == max(yuan) and (best.kind.is_total or len(yuan) == 1)


def yuan_of(amount: Amount) -> int:
    """The value of an amount in whole yuan; the upper end of a range."""
    return int(amount.upper if amount.upper is not None else amount.yuan)


def _sums(plain: str, found: list[Mention]) -> Iterator[_Sum]:
    """The sums with their kinds, without those that are not of a case."""
    last = 0
    for one in found:
        near = plain[max(0, one.start - _BEFORE) : one.start]
        sentence = re.split("[。；\n]", near)[-1]
        clause = re.split("[，（]", plain[max(last, one.start - len(sentence)) : one.start])[-1]
        after = plain[one.end : one.end + _NEAR]
        last = one.end
        if one.amount is None:
            continue
        if _SOLD_FOR.match(after) and "万" in one.amount.text and clause.endswith("以"):
            kind: Kind | None = Kind(SOLD, LABELS[SOLD][0], is_strong=False, is_total=False)
        else:
            kind = kind_of(clause, sentence.removesuffix(clause), after)
        is_named = kind is not None and kind.rank < (UNNAMED if one.has_unit else UNKNOWN)
        if kind is not None and (is_named or _may_be_unnamed(one, after)):
            yield _Sum(one.amount, one.start, kind, _PART.search(clause) is not None)


def _may_be_unnamed(one: Mention, after: str) -> bool:
    """Whether a sum of which no word says what it is may be that of the case."""
    is_enough = one.amount is not None and yuan_of(one.amount) >= _LEAST
    return one.has_unit and is_enough and _GIVEN_BACK.match(after) is None
