"""Former names of places in texts: each as a place that keeps its name as printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from casebook.places.gazetteer import Level, Place, gazetteer
from casebook.places.history import FormerPlace, history


@dataclass(frozen=True, slots=True)
class FormerName:
    """A former name as a place in the city of its time; its code and slug are empty."""

    place: Place
    until: date
    """The last day on which the name may be in use."""

    def is_in_use(self, day: date | None) -> bool:
        """Whether the name is valid on a day; on no day if that is unknown."""
        return day is not None and day <= self.until


@cache
def former_names() -> dict[str, tuple[FormerName, ...]]:
    """All former names with their places, and short ones of cities."""
    known: dict[str, list[FormerName]] = {}
    for one in _all():
        known.setdefault(one.place.name, []).append(one)
        short = one.place.name.removesuffix("市")
        if one.place.level is Level.CITY:
            known.setdefault(short, []).append(one)
    return {name: tuple(dict.fromkeys(found)) for name, found in known.items()}


def _all() -> Iterator[FormerName]:
    cities: dict[str, Place] = {}
    formers = sorted(history().places, key=lambda one: one.level is Level.DISTRICT)
    for former in formers:
        if former.level is Level.DISTRICT:
            parent = gazetteer().city(former.city) or cities.get(former.city)
            yield FormerName(_place(former.name, Level.DISTRICT, parent), former.until)
            continue
        city = _place(former.name, Level.CITY, gazetteer().province(former.province))
        cities[former.name] = city
        yield FormerName(city, former.until)
        for name in _unchanged(former):
            yield FormerName(_place(name, Level.DISTRICT, city), former.until)


def _unchanged(city: FormerPlace) -> Iterator[str]:
    """The names of today's districts on the area of a former city, which it had as well."""
    return (one.name for today in city.cities for one in gazetteer().districts_of(today))


def _place(name: str, level: Level, parent: Place | None) -> Place:
    return Place(code="", name=name, level=level, slug="", parent=parent)
