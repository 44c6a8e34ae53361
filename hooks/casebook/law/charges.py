"""Charges of the Criminal Law: by name, with parts that may be stated alone, and former names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from casebook.law.in_force import Period, was_in_force
from casebook.law.selective import forms, full_name
from casebook.texts.tables import day, listed, rows

CRIMINAL_LAW = "刑法"
CRIMINAL_LAW_SINCE = date(2021, 3, 1)
"""In force since: the text after the eleventh amendment, which the articles were compared with."""


@dataclass(frozen=True, slots=True)
class StatutoryCharge:
    """A charge of the Criminal Law, or one of its former charges."""

    name: str
    """In full."""
    article: str
    since: date
    """The day on which the law that defines it came into force."""
    until: date | None
    """The day on which a former charge was renamed or repealed."""
    successors: tuple[str, ...]
    """What a former charge is called since; empty if it was repealed."""
    note: str
    """What became of a repealed charge."""
    short: str
    """What it is called for short; empty if that is not known."""

    def is_of_time(self, period: Period) -> bool:
        """Whether it was the law on a day of that date."""
        return was_in_force(self.since, self.until, period)


@dataclass(frozen=True, slots=True)
class NamedCharge:
    """A charge by one of its names: in full, or with one or several of its selective parts."""

    name: str
    charge: StatutoryCharge


class ChargeIndex:
    """An index of charges by every name that they may be stated by."""

    def __init__(self, charges: Collection[tuple[StatutoryCharge, str]]) -> None:
        self.charges = tuple(charge for charge, _ in charges)
        self._by_name: dict[str, list[NamedCharge]] = {}
        self._by_short: dict[str, StatutoryCharge] = {}
        for charge, pattern in charges:
            for name in forms(pattern):
                self._by_name.setdefault(plain(name), []).append(NamedCharge(name, charge))
            if charge.short:
                self._by_short[charge.short] = charge
        for found in self._by_name.values():
            found.sort(key=lambda one: (one.charge.until is not None, one.name != one.charge.name))

    def find(self, name: str, period: Period | None = None) -> NamedCharge | None:
        """The charge of that name, whatever its separators and brackets; None if unknown.

        A former name may also be that of parts of its successor: then the one in use on that date,
        or else the current one.
        """
        found = self._by_name.get(plain(name), [])
        of_time = (one for one in found if period is None or one.charge.is_of_time(period))
        return next(of_time, found[0] if found else None)

    def of_short(self, name: str) -> StatutoryCharge | None:
        """The charge that is called so for short, or None."""
        return self._by_short.get(name)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All names of charges in use."""
        first = (found[0] for found in self._by_name.values())
        return tuple(one.name for one in first if one.charge.until is None)

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """The name in the spelling of the law by the plain form of every name, or by the short."""
        names = {spelling: found[0].name for spelling, found in self._by_name.items()}
        return names | {short: charge.name for short, charge in self._by_short.items()}


@cache
def charges() -> ChargeIndex:
    """The charges of the Criminal Law, loaded once from the package's table."""
    return ChargeIndex([_charge(row) for row in rows(__package__, "charges.tsv")])


def _charge(row: Mapping[str, str]) -> tuple[StatutoryCharge, str]:
    is_repealed = row["successor"].startswith("（")
    charge = StatutoryCharge(
        name=full_name(row["charge"]),
        article=row["article"],
        since=date.fromisoformat(row["since"]),
        until=day(row["until"]),
        successors=() if is_repealed else listed(row["successor"]),
        note=row["successor"].strip("（）") if is_repealed else "",
        short=row["short"],
    )
    return charge, row["charge"]


_IGNORED = '、，,､;；“”‘’" \n\t\u3000'
_SPELLING = {**str.maketrans("()", "（）"), **dict.fromkeys(map(ord, _IGNORED))}
_CHARGE_END = re.compile("罪(?![犯行名责证嫌人])")


def plain(name: str) -> str:
    """A name without separators, quotes and spaces, its brackets full-width, to compare it."""
    return name.translate(_SPELLING)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a charge, from the first character to the one after 罪."""

    start: int
    end: int
    name: str
    """In the spelling of the law."""


_LONGEST = 48


def mentions(text: str, own: Mapping[str, str]) -> Iterator[Mention]:
    """The charges that a text names with 罪; `own` are further names by their plain form.

    Of several names that end in one place, the longest counts.
    """
    if _CHARGE_END.search(text) is None:
        return
    places = [place for place, character in enumerate(text) if character not in _IGNORED]
    spelling, known = plain(text), charges().spellings
    for match in _CHARGE_END.finditer(spelling):
        for start in range(max(0, match.end() - _LONGEST), match.start()):
            words = spelling[start : match.end()]
            if name := own.get(words) or known.get(words):
                yield Mention(places[start], places[match.start()] + 1, name)
                break
