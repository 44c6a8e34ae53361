"""Related cases: those that editors link, in both directions, then nearby ones by offence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from casebook.content.contents import Case, Offence
from casebook.places.gazetteer import Place

NEARBY = 4
"""The number of cases of the same offence shown beside the named ones."""

_Neighbourhood = tuple[Offence, Place | None]


class Relations:
    """Indexes `cases`, given newest first, to find related ones without comparing all pairs."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._by_id: dict[str, Case] = {}
        self._referring: dict[str, list[str]] = {}
        self._groups: dict[_Neighbourhood, list[Case]] = {}
        for case in cases:
            self._by_id[case.id] = case
            for other in case.fields.related:
                self._referring.setdefault(other, []).append(case.id)
            for group in _neighbourhoods(case):
                self._groups.setdefault(group, []).append(case)

    def named(self, case: Case) -> tuple[Case, ...]:
        """The cases that `related` links to this one, in either file, by id."""
        ids = {*case.fields.related, *self._referring.get(case.id, ())} - {case.id}
        return tuple(self._by_id[other] for other in sorted(ids) if other in self._by_id)

    def nearby(self, case: Case) -> tuple[Case, ...]:
        """Up to NEARBY cases of the same offence: same city first, then province, then anywhere.

        Within each the closest in date come first.
        """
        found: dict[str, Case] = {}
        taken = {case.id, *(other.id for other in self.named(case))}
        for group in _neighbourhoods(case):
            for other in _by_distance(self._groups[group], case):
                if len(found) == NEARBY:
                    return tuple(found.values())
                if other.id not in taken:
                    found.setdefault(other.id, other)
        return tuple(found.values())


def _neighbourhoods(case: Case) -> Iterator[_Neighbourhood]:
    """The groups to search for cases near a case, the nearest first."""
    main = case.offences[0]
    yield from ((main, place) for place in case.places if place.parent is not None)
    if case.province is not None:
        yield main, case.province
    yield main, None


def _by_distance(cases: list[Case], case: Case) -> Iterator[Case]:
    """The other cases of a list sorted newest first, the closest in date first, then the newer."""
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
    """The days between the earliest possible days of two dates."""
    return (newer.date.first_day - older.date.first_day).days
