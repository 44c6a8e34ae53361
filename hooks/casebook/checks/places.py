"""Rules on places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.content.contents import Bulletin, Case, Content
from casebook.content.place_texts import (
    advice_for_city,
    advice_for_district,
    change_of,
    zone_values,
)
from casebook.content.problem import Problem, nearest
from casebook.places.gazetteer import WHOLE_COUNTRY, WHOLE_PROVINCE, Place, gazetteer
from casebook.places.history import FormerPlace
from casebook.places.resolution import AnyPlace, cities_with_district, find_city, find_district
from casebook.places.zones import zones
from casebook.texts import problems as texts

FOLDER_PLACE = "bulletin-folder-place"
_NO_PLACE = re.compile("|quanguo|gonganbu|[0-9]{1,2}")
"""What a bulletin from no single province is called after, and the number of one of several."""
_LOOK_ALIKE = {"山西省", "陕西省"}


def city_in_province(content: Content) -> Iterator[Problem]:
    """A case's city is in its province, which is the bulletin's unless the case names one."""
    if not isinstance(content, Case):
        return
    named = content.fields.province or content.bulletin.fields.province
    if named == WHOLE_COUNTRY:
        return
    for position, name in enumerate(content.fields.city):
        city = find_city(name, content.date.first_day)
        if city is None:
            continue
        actual = city.province.name if isinstance(city, Place) else city.province
        if actual == named:
            continue
        code = "city-look-alike" if {named, actual} == _LOOK_ALIKE else "city-elsewhere"
        yield content.problem(code, ("city", position), found=name, province=named, actual=actual)


def province_not_redundant(content: Content) -> Iterator[Problem]:
    """A case has a `province` only where it differs from the bulletin's or cannot be derived."""
    if not isinstance(content, Case):
        return
    own, bulletins = content.fields.province, content.bulletin.fields.province
    if own == WHOLE_COUNTRY:
        yield content.problem("province-country", ("province",))
    elif own is not None and own == bulletins:
        yield content.problem("province-same", ("province",))
    elif content.province is None:
        yield content.problem("province-needed", ("city",))
    if WHOLE_PROVINCE in content.fields.city and len(content.fields.city) > 1:
        yield content.problem("whole-province-with-city", ("city",))


def city_of_its_time(content: Content) -> Iterator[Problem]:
    """A former city is named only in cases of its time."""
    if not isinstance(content, Case):
        return
    day = content.date.first_day
    for position, name in enumerate(content.fields.city):
        city, location = find_city(name, day), ("city", position)
        if not isinstance(city, FormerPlace):
            continue
        found = {"found": name, "became": change_of(city)}
        if not city.is_in_use(day):
            advice = advice_for_city(city)
            yield content.problem(
                "city-former", location, earlier=content.date, advice=advice, **found
            )
        elif len(city.cities) > 1 and content.district is None:
            yield content.problem("city-uncertain", location, province=city.province, **found)


def district_in_city(content: Content) -> Iterator[Problem]:
    """A district is in the city of its case, which has one city only; a former one of its time."""
    if not isinstance(content, Case) or content.fields.district is None:
        return
    fields, name = content.fields, content.fields.district
    if len(fields.city) != 1 or WHOLE_PROVINCE in fields.city:
        yield content.problem("district-many-cities", ("district",))
        return
    day = content.date.first_day
    city = find_city(fields.city[0], day)
    assert city is not None  # of a case whose names are resolved
    district = find_district(city, name, day)
    if district is None:
        yield _unknown_district(content, city, name)
    elif isinstance(district, FormerPlace):
        yield from _former_district(content, city, district)
    elif district.since and district.since > content.bulletin.fields.published:
        yield content.problem(
            "district-not-yet",
            ("district",),
            found=name,
            since=f"{district.since.year}年",
            published=content.bulletin.fields.published,
        )


def _former_district(case: Case, city: AnyPlace, district: FormerPlace) -> Iterator[Problem]:
    """The problem of a former district that is of another time, or whose successor is unknown."""
    document, location = case.document, ("district",)
    found = {"found": district.name, "became": change_of(district)}
    if not district.is_in_use(case.date.first_day):
        advice = advice_for_district(district, city.name)
        yield document.problem(
            "district-former", location, earlier=case.date, advice=advice, **found
        )
    elif district.heir is None or not district.is_checked:
        filed_in = "、".join(place.name for place in case.places)
        yield document.problem("district-uncertain", location, city=filed_in, **found)


def _unknown_district(case: Case, city: AnyPlace, name: str) -> Problem:
    """The problem of a name that no district of the case's city has or had."""
    cities, location = (city,) if isinstance(city, Place) else city.cities, ("district",)
    named = tuple(dict.fromkeys(zone for one in cities for zone in zones().within(one, name)))
    own = [zone for zone in named if not set(cities).isdisjoint(zone.cities)]
    if own and not any(zone.is_checked for zone in own):
        return case.problem(
            "district-zone-unchecked", location, found=name, city=city.name, **zone_values(own)
        )
    if named:
        return case.problem("district-zone", location, found=name, **zone_values(named))
    owners = cities_with_district(name)
    if len(owners) == 1 and owners[0].province is case.province:
        return case.problem(
            "district-elsewhere", location, found=name, city=city.name, actual=owners[0].name
        )
    names = [one.name for today in cities for one in gazetteer().districts_of(today)]
    choices = texts.CHOICES.format(values="、".join(names)) if names else texts.NO_DISTRICTS
    hint = nearest(name, names, choices)
    return case.problem("district-unknown", location, found=name, city=city.name, nearest=hint)


def bulletin_folder_names_place(content: Content) -> Iterator[Problem]:
    """The folder of a bulletin is called after its date and a place, never after a person.

    What is no place of the gazetteer is allowed in the bulletin by an allowance of its words.
    """
    names = content.id[len("2025-02-10-") :] if isinstance(content, Bulletin) else ""
    known = gazetteer().slug_words
    is_place = all(name in known or _NO_PLACE.fullmatch(name) for name in names.split("-"))
    words = "" if is_place else names
    allow = [(n, one) for n, one in enumerate(content.fields.allow) if one.code == FOLDER_PLACE]
    if words and all(one.text != words for _, one in allow):
        yield Problem.of(FOLDER_PLACE, content.document.path, found=words)
    for position, one in allow:
        if one.text != words:
            yield content.problem("allow-unused", ("allow", position, "code"))


OF_CONTENT = (
    city_in_province,
    city_of_its_time,
    province_not_redundant,
    district_in_city,
    bulletin_folder_names_place,
)
