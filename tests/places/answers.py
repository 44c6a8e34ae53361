"""What `check` answers to a name of a place in a case; as a script, a report on all known names.

    python -m tests.places.answers

counts the former names and the zones of the tables by kind of answer.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache

from casebook.checks import places
from casebook.content.contents import Bulletin, Case, Offence
from casebook.content.front_matter import Document, parse
from casebook.content.model import BulletinFields, CaseFields
from casebook.content.name_resolution import NameResolver
from casebook.content.page_model import OffenceFields
from casebook.content.problem import Problem
from casebook.content.validation import validate
from casebook.places.gazetteer import Level, gazetteer
from casebook.places.history import FormerPlace, history
from casebook.places.zones import Zone, zones

BULLETIN = """---
title: 某地通报案例
publisher: 某地公安局
published: {published}
expected: 1
province: {province}
---
"""
CASE = """---
title: 编造停水消息案
date: {day}
city: {city}
{district}offence: 网络谣言
stage: 侦破
summary: 有人为博取关注编造停水消息，在网上广泛传播，警方查明后及时予以澄清。
---
"""


def _parsed(text: str, path: str) -> Document:
    document, problems = parse(text, path)
    assert document is not None
    assert problems == []
    return document


@cache
def resolver() -> NameResolver:
    document = _parsed("---\ntitle: 网络谣言\n---\n", "docs/offences/online-rumor.md")
    fields = OffenceFields.model_construct(
        title="网络谣言", aliases=(), charges=(), order=1, summary=""
    )
    names, problems = NameResolver.of([Offence("online-rumor", fields, document)], are_all=True)
    assert problems == []
    return names


@cache
def bulletin(province: str, published: str) -> Bulletin:
    text = BULLETIN.format(province=province, published=published)
    document = _parsed(text, "cases/2024-01-01-x/index.md")
    fields, problems = validate(document, BulletinFields)
    assert fields is not None, problems
    return Bulletin("2024-01-01-x", fields, document)


def case(
    province: str, city: str, district: str | None, day: str, published: str = "2026-11-01"
) -> Case | list[Problem]:
    """The case with these places, or the problems that keep it from being one."""
    own = f"district: {district}\n" if district else ""
    document = _parsed(CASE.format(day=day, city=city, district=own), "cases/2024-01-01-x/01.md")
    fields, problems = validate(document, CaseFields)
    if fields is None:
        return problems
    return resolver().case("01", bulletin(province, published), fields, document)


def answers(
    province: str, city: str, district: str | None, day: str, published: str = "2026-11-01"
) -> list[Problem]:
    """The problems of the places of such a case."""
    found = case(province, city, district, day, published)
    if isinstance(found, list):
        return found
    rules = (places.city_in_province, places.city_of_its_time, places.district_in_city)
    return [problem for rule in rules for problem in rule(found)]


def of_former(place: FormerPlace, year: int) -> list[Problem]:
    """The answers to a former name in a case of a year, in the city of its time."""
    if place.level is Level.DISTRICT:
        found = answers(place.province, place.city, place.name, f"{year}")
        return [one for one in found if one.field == "district"]
    return answers(place.province, place.name, None, f"{year}")


def of_zone(zone: Zone) -> Iterator[tuple[str, str, list[Problem]]]:
    """The name, the use and the answers to each name of a zone as a city and as a district."""
    for city in zone.cities:
        for name in zone.names:
            yield name, "city", answers(city.province.name, name, None, "2024-05")
            yield name, "district", answers(city.province.name, city.name, name, "2024-05")


def kind_of(problems: list[Problem]) -> str:
    return "、".join(one.code for one in problems) or "accepted"


def report() -> Counter[tuple[str, str]]:
    """All former names and zones, counted by use and kind of answer."""
    counted: Counter[tuple[str, str]] = Counter()
    for place in history().places:
        counted["former, before", kind_of(of_former(place, place.until.year - 1))] += 1
        counted["former, year of change", kind_of(of_former(place, int(place.changed[:4])))] += 1
        counted["former, later", kind_of(of_former(place, place.until.year + 1))] += 1
    for zone in zones().zones:
        checked = "checked" if zone.is_checked else "unchecked"
        for _, use, problems in of_zone(zone):
            counted[f"zone ({checked}), as {use}", kind_of(problems)] += 1
    return counted


def places_named(text: str) -> set[str]:
    """The official names of places in a text, the longest one at each position."""
    names, found, at = gazetteer().names, set[str](), 0
    while at < len(text):
        name = next(
            (text[at:end] for end in range(at + 12, at + 2, -1) if text[at:end] in names), ""
        )
        found |= {name} - {""}
        at += len(name) or 1
    return found


if __name__ == "__main__":
    for (use, kind), count in sorted(report().items()):
        sys.stdout.write(f"{use}\t{kind}\t{count}\n")
