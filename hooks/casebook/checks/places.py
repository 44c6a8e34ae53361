"""Rules on places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casebook.content.contents import Case
from casebook.content.library import Library
from casebook.content.messages import CHOICES, NO_DISTRICTS
from casebook.content.places import WHOLE_COUNTRY, WHOLE_PROVINCE, gazetteer
from casebook.content.problem import Problem, nearest

_LOOK_ALIKE = {"山西省", "陕西省"}


def city_in_province(library: Library, today: date) -> Iterator[Problem]:
    """A case's city lies in its province, which is the bulletin's unless the case says so."""
    for case in library.cases:
        named = case.fields.province or case.bulletin.fields.province
        if named == WHOLE_COUNTRY:
            continue
        for position, name in enumerate(case.fields.city):
            city = gazetteer().city(name)
            if city is None or city.province.name == named:
                continue
            actual = city.province.name
            code = "city-look-alike" if {named, actual} == _LOOK_ALIKE else "city-elsewhere"
            yield case.document.problem(
                code, ("city", position), found=name, province=named, actual=actual
            )


def province_said_once(library: Library, today: date) -> Iterator[Problem]:
    """A case names a province only where it differs, and always where nothing else tells it."""
    for case in library.cases:
        own, bulletins = case.fields.province, case.bulletin.fields.province
        if own == WHOLE_COUNTRY:
            yield case.document.problem("province-country", ("province",))
        elif own is not None and own == bulletins:
            yield case.document.problem("province-same", ("province",))
        elif case.province is None:
            yield case.document.problem("province-needed", ("city",))
        if WHOLE_PROVINCE in case.fields.city and len(case.fields.city) > 1:
            yield case.document.problem("whole-province-with-city", ("city",))


def district_in_city(library: Library, today: date) -> Iterator[Problem]:
    """A district belongs to the one city of its case."""
    for case in library.cases:
        name = case.fields.district
        if name is None or case.district is not None:
            continue
        if len(case.fields.city) != 1 or WHOLE_PROVINCE in case.fields.city:
            yield case.document.problem("district-many-cities", ("district",))
        else:
            yield _misplaced(case, name)


def _misplaced(case: Case, name: str) -> Problem:
    """The problem of a district that is not in the case's city."""
    city = case.places[0]
    if case.province is not None:
        for other in gazetteer().cities_of(case.province):
            if gazetteer().district(other, name):
                return case.document.problem(
                    "district-elsewhere",
                    ("district",),
                    found=name,
                    city=city.name,
                    actual=other.name,
                )
    names = [district.name for district in gazetteer().districts_of(city)]
    hint = nearest(name, names, CHOICES.format(values="、".join(names)) if names else NO_DISTRICTS)
    return case.document.problem(
        "district-unknown", ("district",), found=name, city=city.name, nearest=hint
    )


CHECKS = (city_in_province, province_said_once, district_in_city)
