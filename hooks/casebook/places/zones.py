"""Zones: development zones, new areas and the like, which bulletins name like districts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from casebook.places.gazetteer import Place, gazetteer
from casebook.texts.tables import listed, rows

MAY_BE_DISTRICTS = frozenset({"新区", "国家级新区", "管理区", "地区管理区"})
"""The kinds of zones whose names districts may have as well."""

_UNCHECKED = "K"


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone, which is no administrative division."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    cities: tuple[Place, ...]
    """The cities that it lies in."""
    is_checked: bool
    """Whether a source lists it; one that is not checked is only warned of."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and all aliases."""
        return (self.name, *self.aliases)


class Zones:
    """An index of zones by name and alias."""

    def __init__(self, zones: Iterable[Zone]) -> None:
        self.zones = tuple(zones)
        self._named: dict[str, list[Zone]] = {}
        for zone in self.zones:
            for name in zone.names:
                self._named.setdefault(name, []).append(zone)

    def named(self, name: str) -> tuple[Zone, ...]:
        """The zones with that name or alias."""
        return tuple(self._named.get(name, ()))

    def within(self, city: Place, name: str) -> tuple[Zone, ...]:
        """The zones of a city with that name, which may leave the city's name out or in.

        Where the city has none, those of other cities with that very name.
        """
        stem = city.name.removesuffix("市")
        writings = (name, stem + name, city.name + name, name.replace(city.name, stem, 1))
        found = dict.fromkeys(zone for writing in writings for zone in self.named(writing))
        return tuple(zone for zone in found if city in zone.cities) or self.named(name)


@cache
def zones() -> Zones:
    """The zones of China, loaded once from the package's `zones.tsv`."""
    return Zones(map(_zone, rows(__package__, "zones.tsv")))


def _zone(row: dict[str, str]) -> Zone:
    return Zone(
        name=row["name"],
        aliases=listed(row["aliases"]),
        kind=row["kind"],
        cities=tuple(map(gazetteer().place, listed(row["prefectures"]))),
        is_checked=row["source"] != _UNCHECKED,
    )
