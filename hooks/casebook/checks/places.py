"""Rules on places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.content.contents import Bulletin, Case, Content
from casebook.content.gazetteer import WHOLE_COUNTRY, WHOLE_PROVINCE, gazetteer
from casebook.content.problem import Problem, nearest
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
        city = gazetteer().city(name)
        if city is None or city.province.name == named:
            continue
        actual = city.province.name
        code = "city-look-alike" if {named, actual} == _LOOK_ALIKE else "city-elsewhere"
        yield content.document.problem(
            code, ("city", position), found=name, province=named, actual=actual
        )


def province_not_redundant(content: Content) -> Iterator[Problem]:
    """A case has a `province` only where it differs from the bulletin's or cannot be derived."""
    if not isinstance(content, Case):
        return
    own, bulletins = content.fields.province, content.bulletin.fields.province
    if own == WHOLE_COUNTRY:
        yield content.document.problem("province-country", ("province",))
    elif own is not None and own == bulletins:
        yield content.document.problem("province-same", ("province",))
    elif content.province is None:
        yield content.document.problem("province-needed", ("city",))
    if WHOLE_PROVINCE in content.fields.city and len(content.fields.city) > 1:
        yield content.document.problem("whole-province-with-city", ("city",))


def district_in_city(content: Content) -> Iterator[Problem]:
    """A district is in the city of its case, which has one city only."""
    if not isinstance(content, Case):
        return
    fields = content.fields
    if fields.district is None or content.district is not None:
        return
    if len(fields.city) != 1 or WHOLE_PROVINCE in fields.city:
        yield content.document.problem("district-many-cities", ("district",))
    else:
        yield _misplaced(content, fields.district)


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
    choices = texts.CHOICES.format(values="、".join(names)) if names else texts.NO_DISTRICTS
    hint = nearest(name, names, choices)
    return case.document.problem(
        "district-unknown", ("district",), found=name, city=city.name, nearest=hint
    )


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
            yield content.document.problem("allow-unused", ("allow", position, "code"))


OF_CONTENT = (
    city_in_province,
    province_not_redundant,
    district_in_city,
    bulletin_folder_names_place,
)
