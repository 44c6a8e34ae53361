"""Related cases: those that editors name, both ways, then the same offence nearby."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from casebook.content.contents import Case, Offence
from casebook.content.gazetteer import Place

NEARBY = 4
"""How many cases of the same offence are offered beside the named ones."""

Nearness = tuple[Offence, Place | None]


class Relations:
    """Finds a case's relatives among `cases`, given newest first, without comparing all pairs."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._by_id: dict[str, Case] = {}
        self._pointing: dict[str, list[str]] = {}
        self._groups: dict[Nearness, list[Case]] = {}
        for case in cases:
            self._by_id[case.id] = case
            for other in case.fields.related:
                self._pointing.setdefault(other, []).append(case.id)
            for group in _nearness(case):
                self._groups.setdefault(group, []).append(case)

    def named(self, case: Case) -> tuple[Case, ...]:
        """The cases that an editor related to this one, in either file, by id."""
        ids = {*case.fields.related, *self._pointing.get(case.id, ())} - {case.id}
        return tuple(self._by_id[other] for other in sorted(ids) if other in self._by_id)

    def nearby(self, case: Case) -> tuple[Case, ...]:
        """Up to NEARBY cases of the same offence: same city first, then province, then anywhere.

        Within each the nearest in date come first.
        """
        found: dict[str, Case] = {}
        taken = {case.id, *(other.id for other in self.named(case))}
        for group in _nearness(case):
            for other in _outward(self._groups[group], case):
                if len(found) == NEARBY:
                    return tuple(found.values())
                if other.id not in taken:
                    found.setdefault(other.id, other)
        return tuple(found.values())


def _nearness(case: Case) -> Iterator[Nearness]:
    """The groups a case looks for company in, the nearest first."""
    main = case.offences[0]
    yield from ((main, place) for place in case.places if place.parent is not None)
    if case.province is not None:
        yield main, case.province
    yield main, None


def _outward(cases: list[Case], case: Case) -> Iterator[Case]:
    """The others of a list sorted newest first, the nearest in date first, the newer of two."""
    position = bisect_left(cases, case.newest_first, key=lambda other: other.newest_first)
    newer, older = position - 1, position + 1
    while newer >= 0 or older < len(cases):
        if older >= len(cases) or (
            newer >= 0 and _days(cases[newer], case) <= _days(case, cases[older])
        ):
            yield cases[newer]
            newer -= 1
        else:
            yield cases[older]
            older += 1


def _days(newer: Case, older: Case) -> int:
    """The days between the first days that two dates can mean."""
    return (newer.date.first_day - older.date.first_day).days
