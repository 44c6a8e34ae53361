"""What messages tell of former places and zones, and what editors write instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casebook.content.partial_date import PartialDate
from casebook.places.gazetteer import Level, Place, gazetteer
from casebook.places.history import FormerPlace
from casebook.places.zones import MAY_BE_DISTRICTS, Zone
from casebook.texts import problems as texts


def change_of(place: FormerPlace) -> str:
    """When and how a former place ended, and what it is today: 已于2018年并入潞州区."""
    changes, today = texts.table("CHANGES"), _joined_today(place)
    form = changes.get(place.change, changes["other"])
    told = form.format(change=place.change, became=place.became)
    if place.change == "撤销":
        told += texts.AREA_TODAY.format(today=today) if today else texts.AREA_UNKNOWN
    elif not today.endswith((place.became, f"{place.became}{place.name}")):
        told += texts.NAME_TODAY.format(today=_relative(place))
    doubt = "" if place.is_checked or not today else texts.SUCCESSOR_UNCHECKED
    when = PartialDate.parse(place.changed).chinese
    return texts.CHANGED.format(when=when, change=told) + doubt


def advice_for_city(place: FormerPlace) -> str:
    """What to write in place of a former city."""
    heir, names = place.heir, _names(place.today)
    if len(place.cities) > 1:
        same = [city for city in place.cities if gazetteer().district(city, place.name)]
        form = texts.WRITE_NAMESAKE if same else texts.WRITE_ONE_CITY
        return form.format(names=names, name=place.name, city=_names(same))
    if heir is not None and heir.level is Level.DISTRICT:
        return texts.WRITE_BOTH.format(city=heir.city.name, district=heir.name)
    if heir is not None:
        return texts.WRITE_NAME.format(name=heir.name)
    return texts.WRITE_CITY_AND_ONE.format(city=place.cities[0].name, names=names)


def advice_for_district(place: FormerPlace, city: str) -> str:
    """What to write in place of a former district in a case whose city is `city`."""
    heir, names = place.heir, _names(place.today)
    if not place.today:
        return texts.WRITE_KNOWN_DISTRICT.format(city=city)
    if not place.is_checked:
        return texts.WRITE_CHECKED.format(city=city)
    if len(place.cities) > 1 or heir is None:
        return texts.WRITE_ONE_DISTRICT.format(city=place.cities[0].name, names=names)
    if heir.level is not Level.DISTRICT:
        return texts.WRITE_CITY_ALONE.format(city=heir.name)
    if heir.city.name == city:
        return texts.WRITE_NAME.format(name=heir.name)
    return texts.WRITE_BOTH.format(city=heir.city.name, district=heir.name)


def district_values(name: str, cities: Sequence[Place]) -> dict[str, str]:
    """The values of a message on a district in the place of its city, which is one of these."""
    choice = texts.ONE_CITY if len(cities) == 1 else texts.ONE_OF_CITIES
    city = choice.format(names=_names(cities))
    advice = texts.DISTRICT_ADVICE.format(city=city, district=name)
    return {"detail": _names(cities), "advice": advice}


def zone_values(named: Sequence[Zone]) -> dict[str, str]:
    """The values of a message on zones of one name: what each is, and what to write instead."""
    told = dict.fromkeys(map(_told, named))
    cities = tuple(dict.fromkeys(city for zone in named for city in zone.cities))
    choice = texts.ONE_CITY if len(cities) == 1 else texts.ONE_OF_CITIES
    may_be_district = any(zone.kind in MAY_BE_DISTRICTS for zone in named)
    form = texts.ZONE_OR_DISTRICT if may_be_district else texts.ZONE_ADVICE
    advice = form.format(city=choice.format(names=_names(cities)))
    return {"detail": "，".join(told), "advice": advice}


def _told(zone: Zone) -> str:
    kind = texts.table("ZONE_KINDS").get(zone.kind, zone.kind)
    form = texts.ZONE_CHECKED if zone.is_checked else texts.ZONE_UNCHECKED
    return form.format(city=_names(zone.cities), kind=kind)


def _names(places: Iterable[Place]) -> str:
    return "、".join(place.name for place in places)


def _joined_today(place: FormerPlace) -> str:
    """Today's places with their city: 济南市莱芜区、钢城区."""
    cities = place.cities
    districts = [one for one in place.today if one.level is Level.DISTRICT]
    return f"{cities[0].name}{_names(districts)}" if len(cities) == 1 else _names(place.today)


def _relative(place: FormerPlace) -> str:
    """Today's places without the name of the city that the former place was in."""
    today = _joined_today(place)
    return today if today == place.city else today.removeprefix(place.city)
