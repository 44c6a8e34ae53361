"""Places in time: former names of cities and districts, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from casebook.places.gazetteer import Level, Place, gazetteer
from casebook.texts.tables import last_day, listed, rows


@dataclass(frozen=True, slots=True, eq=False)
class FormerPlace:
    """A name of a city or district that is no longer in use, up to one change."""

    name: str
    city: str
    """The city that contained the district; empty for a city."""
    province: str
    level: Level
    changed: str
    """The year of the change, or its month: 2018, 2025-11."""
    until: date
    """The last day on which the name may be in use."""
    change: str
    """The kind of change: 更名, 并入, 撤县设区 …"""
    became: str
    """The names it got by the change, as a text."""
    today: tuple[Place, ...]
    """Today's places on its area; none where that is not known."""
    is_checked: bool
    """Whether a source tells where it went."""

    @property
    def cities(self) -> tuple[Place, ...]:
        """Today's cities on its area."""
        return tuple(dict.fromkeys(place.city for place in self.today))

    @property
    def heir(self) -> Place | None:
        """The only place of today on its area; None where there are several, or none is known."""
        return self.today[0] if len(self.today) == 1 else None

    def is_in_use(self, day: date) -> bool:
        """Whether the name is valid on a day; in the year of the change it is."""
        return day <= self.until


class History:
    """An index of former places by name."""

    def __init__(self, places: Iterable[FormerPlace]) -> None:
        self.places = tuple(places)
        self._cities: dict[str, list[FormerPlace]] = {}
        self._districts: dict[str, list[FormerPlace]] = {}
        for place in self.places:
            index = self._districts if place.level is Level.DISTRICT else self._cities
            index.setdefault(place.name, []).append(place)

    @property
    def city_names(self) -> tuple[str, ...]:
        """The former names of cities."""
        return tuple(self._cities)

    def city(self, name: str, day: date) -> FormerPlace | None:
        """The former city with that name on a day, or the last that had it."""
        return _on(day, self._cities.get(name, ()))

    def district(self, city: Place | FormerPlace, name: str, day: date) -> FormerPlace | None:
        """The former district with that name in a city on a day, or the last that had it.

        The city may be the one of then or the one of today.
        """
        named = self._districts.get(name, ())
        of_name = [one for one in named if one.city == city.name]
        return _on(day, of_name or [one for one in named if self._was_in(one, city)])

    def districts(self, name: str) -> tuple[FormerPlace, ...]:
        """The former districts with that name, of all cities."""
        return tuple(self._districts.get(name, ()))

    def _was_in(self, district: FormerPlace, city: Place | FormerPlace) -> bool:
        cities = {city} if isinstance(city, Place) else set(city.cities)
        above = self._cities.get(district.city, ())
        return not cities.isdisjoint((*district.cities, *(c for one in above for c in one.cities)))


def _on(day: date, places: Iterable[FormerPlace]) -> FormerPlace | None:
    """The place whose name is in use on a day and changes first, or else the last one."""
    by_end = sorted(places, key=lambda one: one.until)
    valid = (one for one in by_end if one.is_in_use(day))
    return next(valid, by_end[-1] if by_end else None)


@cache
def history() -> History:
    """The former places of China, loaded once from the package's `history.tsv`."""
    return History(map(_former, rows(__package__, "history.tsv")))


def _former(row: dict[str, str]) -> FormerPlace:
    month = f"-{row['month']}" if row["month"] else ""
    return FormerPlace(
        name=row["name"],
        city=row["city"],
        province=row["province"],
        level=Level(row["level"]),
        changed=row["year"] + month,
        until=last_day(row["until"] or row["year"]),
        change=row["change"],
        became=row["became"],
        today=tuple(map(gazetteer().place, listed(row["today"]))),
        is_checked=not row["status"],
    )
