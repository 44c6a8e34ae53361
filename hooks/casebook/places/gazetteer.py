"""The gazetteer: provinces, cities and districts of China with code, name and slug."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache

from casebook.texts.tables import first_day, rows

WHOLE_PROVINCE = "全省"
"""The `city` of a province-wide case."""

WHOLE_COUNTRY = "全国"
"""The `province` of a bulletin with cases from several provinces."""


class Level(StrEnum):
    """The three levels of GB/T 2260."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A place with its GB/T 2260 code; `parent` is the place of the next level that contains it.

    There is one object per place.
    """

    code: str
    name: str
    level: Level
    slug: str
    parent: Place | None = field(default=None, repr=False)
    since: date | None = field(default=None, repr=False)
    """The first day of the year or month of its founding, where that is recent."""
    is_former: bool = field(default=False, repr=False)
    """Whether it exists no more; its slug stays reserved."""

    @property
    def city(self) -> Place:
        """The city that contains a district; a city or province contains itself."""
        return self.parent if self.level is Level.DISTRICT and self.parent else self

    @property
    def province(self) -> Place:
        """The province that contains the place; a province contains itself."""
        return self if self.parent is None else self.parent.province


class Gazetteer:
    """An index of places by official name. A municipality is its own city."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._provinces: dict[str, Place] = {}
        self._cities: dict[str, Place] = {}
        self._cities_of: dict[Place, list[Place]] = {}
        self._districts_of: dict[Place, dict[str, Place]] = {}
        self._by_code: dict[str, Place] = {}
        slugs, names = set[str](), set[str]()
        for place in places:
            names.add(place.name)
            slugs.add(place.slug)
            if place.is_former:
                continue
            self._by_code[place.code] = place
            if place.level is Level.PROVINCE:
                self._provinces[place.name] = place
            elif place.level is Level.CITY:
                self._cities[place.name] = place
                self._cities_of.setdefault(place.province, []).append(place)
            elif place.parent is not None:
                self._districts_of.setdefault(place.parent, {})[place.name] = place
        for province in self._provinces.values():
            if province not in self._cities_of:
                self._cities[province.name] = province
        self.slugs = frozenset(slugs)
        """All slugs, former ones included."""
        self.slug_words = frozenset(word for slug in slugs for word in slug.split("-"))
        """All words of the slugs, former ones included."""
        self.names = frozenset(names)
        """All official names, former ones that have a slug included."""

    def place(self, code: str) -> Place:
        """The place with that code; raises KeyError where there is none today."""
        return self._by_code[code]

    def province(self, name: str) -> Place | None:
        """The province with that official name, or None."""
        return self._provinces.get(name)

    def city(self, name: str) -> Place | None:
        """The prefecture-level place or municipality with that official name, or None."""
        return self._cities.get(name)

    def district(self, city: Place, name: str) -> Place | None:
        """The county-level place with that official name in `city`, or None."""
        return self._districts_of.get(city, {}).get(name)

    def cities_of(self, province: Place) -> tuple[Place, ...]:
        """The cities of a province, sorted by code; none for a municipality."""
        return tuple(self._cities_of.get(province, ()))

    def districts_of(self, city: Place) -> tuple[Place, ...]:
        """The districts of a city, sorted by code."""
        return tuple(self._districts_of.get(city, {}).values())

    @property
    def province_names(self) -> tuple[str, ...]:
        """The official names of all provinces."""
        return tuple(self._provinces)

    @property
    def city_names(self) -> tuple[str, ...]:
        """The official names of all cities, including municipalities."""
        return tuple(self._cities)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of China, loaded once from the package's `places.tsv`."""
    places: dict[str, Place] = {}
    for row in rows(__package__, "places.tsv"):
        code, level = row["code"], Level(row["level"])
        parent = None
        if level is not Level.PROVINCE:
            above = code[:4] + "00" if level is Level.DISTRICT else ""
            parent = places.get(above) or places[code[:2] + "0000"]
        since = first_day(row["since"]) if row["since"] else None
        name, slug, is_former = row["name"], row["slug"], bool(row["successor"])
        places[code] = Place(code, name, level, slug, parent, since, is_former)
    return Gazetteer(places.values())
