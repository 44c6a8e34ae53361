"""Resolution: the place that a name means on a day, and today's place to file a case under."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casebook.places.gazetteer import Level, Place, gazetteer
from casebook.places.history import FormerPlace, history

AnyPlace = Place | FormerPlace


@dataclass(frozen=True, slots=True)
class FiledCity:
    """A city as a bulletin names it, and today's place whose list contains its cases."""

    name: str
    place: Place
    """A city; the province where the area of a former city belongs to several."""


def find_city(name: str, day: date) -> AnyPlace | None:
    """The city with that name today, or else a former one; None for no city."""
    return gazetteer().city(name) or history().city(name, day)


def find_district(city: AnyPlace, name: str, day: date) -> AnyPlace | None:
    """The district with that name in a city today, or else a former one; None for no district.

    In a former city, today's name of a district of its area is valid, too.
    """
    if isinstance(city, Place):
        return gazetteer().district(city, name) or history().district(city, name, day)
    found = (gazetteer().district(today, name) for today in city.cities)
    return history().district(city, name, day) or next(filter(None, found), None)


def cities_with_district(name: str) -> tuple[Place, ...]:
    """Today's cities that have or had a district with that name."""
    china = gazetteer()
    today = (city for city in map(china.city, china.city_names) if city)
    found = [city for city in today if china.district(city, name)]
    found += [city for former in history().districts(name) for city in former.cities]
    return tuple(dict.fromkeys(found))


def filed(city: AnyPlace, district: AnyPlace | None) -> tuple[Place, Place | None]:
    """Today's city and district that a case is filed under.

    The district is None where today's is not known for sure; the city is the province where a
    former city belongs to several.
    """
    for place in (district, city):
        today = (place,) if isinstance(place, Place) else place.today if place else ()
        cities = tuple(dict.fromkeys(one.city for one in today))
        is_sure = isinstance(place, Place) or (place is not None and place.is_checked)
        if is_sure and len(today) == 1 and today[0].level is Level.DISTRICT:
            return today[0].city, today[0]
        if len(cities) == 1:
            return cities[0], None
    assert isinstance(city, FormerPlace)  # one of today is its own city
    province = gazetteer().province(city.province)
    assert province is not None
    return province, None
