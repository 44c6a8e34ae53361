"""Place mentions: the places that a text names as those of a unit, or of what happened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from casebook.importer.bulletin_words import normalized
from casebook.importer.former_names import FormerName, former_names
from casebook.importer.place_contexts import (
    UNIT,
    Role,
    is_bureau,
    is_listed,
    is_station,
    role_of,
)
from casebook.importer.place_names import named, place_names
from casebook.places.gazetteer import Level, Place

_NO_PLACES = frozenset(
    [
        "东方",
        "来宾",
        "白银",
        "新星",
        "双河",
        "阿里",
        "黄山",
        "长白",
        "海北",
        "海东",
        "三沙",
        "和田",
        "北屯",
        "昆玉",
        "铁门关",
        "兵团",
        "平安",
    ]
)
"""Short names that are ordinary words; they count only before a police unit."""
_QUOTED = re.compile('“[^”]{0,60}”|《[^》]{0,60}》|「[^」]{0,60}」|‘[^’]{0,40}’|"[^"\n]{1,40}"')
_ADJOINS = re.compile(
    "[省市州盟]?(?:第[一二三四五六七八九十]+师)?(?:铁路|长江航运|机场)?(?:公安(?:局|厅|机关))?"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a text names, down to the lowest level named there."""

    place: Place
    start: int
    end: int
    role: Role
    is_sure: bool = True
    """Whether the name can mean no other place."""

    @property
    def is_agency(self) -> bool:
        """Whether it names the unit that acted."""
        return self.role in (Role.POLICE, Role.COURT)


def is_place(text: str) -> bool:
    """Whether a text is exactly the name of a province or city."""
    return any(place.level is not Level.DISTRICT for place in place_names().get(text, ()))


def unquoted(text: str) -> str:
    """The text with normalized punctuation and quotations blanked out, at unchanged positions."""
    return _QUOTED.sub(lambda match: "□" * len(match[0]), normalized(text))


def mentions(text: str, around: Iterable[Place] = (), day: date | None = None) -> list[Mention]:
    """The places that a text of a day names outside quotation marks, in its order.

    Roads, firms, places that people come from or flee to, and units that only helped are left out.
    Ambiguous names are resolved by the adjacent preceding name, or by the places `around`. A
    former name is a place of its own; a zone is its city.
    """
    plain = unquoted(text)
    found: list[Mention] = []
    for group in _lists(plain, _chains(plain, _areas(around), day)):
        start, last = group[0].start, group[-1]
        role = role_of(plain, start, last.end, len(group) > 1)
        if role is not Role.NONE:
            found += (replace(one, role=role) for one in group)
    return found


def _lists(plain: str, chains: Iterable[Mention]) -> Iterator[list[Mention]]:
    """The places of a text, those of a list together: 太原、大同两地警方."""
    group: list[Mention] = []
    for one in chains:
        if group and not is_listed(plain, group[-1].end, one.start):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _areas(around: Iterable[Place]) -> list[Place]:
    """The places, the cities that they lie in, and their provinces, the nearest first."""
    places = list(around)
    return list(dict.fromkeys(one for at in places for one in (at, at.city, at.province)))


def _chains(plain: str, areas: list[Place], day: date | None) -> Iterator[Mention]:
    """The places of a text, adjoining names joined: 山西 and 太原 and 小店; roles are not read."""
    last: Mention | None = None
    for name, start, end in named(plain):
        before = last if last and _ADJOINS.fullmatch(plain, last.end, start) else None
        place, is_sure = _resolved(name, plain, end, before, areas, day)
        if place is None or (is_station(plain, end) and place.name != name):
            continue
        if before and _lies_in(place, before.place):
            last = Mention(place, before.start, end, Role.NONE, before.is_sure and is_sure)
        elif before and plain[before.end : start]:
            if place.level is Level.DISTRICT:
                continue  # 东莞市公安局石龙分局
            last = replace(before, place=place, end=end)  # 广州铁路公安局长沙公安处
        else:
            if last:
                yield last
            last = Mention(place, start, end, Role.NONE, is_sure)
    if last:
        yield last


def _resolved(
    name: str,
    plain: str,
    end: int,
    before: Mention | None,
    areas: list[Place],
    day: date | None,
) -> tuple[Place | None, bool]:
    """The place of a name in its context, and whether it is no other; None if it is not known."""
    near = [before.place] if before else areas
    formers = former_names().get(name, ())
    if before:
        formers = tuple(one for one in formers if _lies_in(one.place, before.place))
    if place := _former(name, near, [one for one in formers if one.is_in_use(day)]):
        return place, True
    is_unit = UNIT.match(plain, end) is not None
    found = _decided(name, near, before, is_unit, is_bureau(plain, end))
    if found[0] is not None:
        return found
    return _former(name, near, [one for one in formers if _is_last(one, name)]), True


def _is_last(former: FormerName, name: str) -> bool:
    """Whether a name may be that of a former place at any time: no place of today has it."""
    return former.place.name == name or name not in place_names()


def _lies_in(place: Place, other: Place) -> bool:
    return place == other or place.parent == other or place.province == other


def _former(name: str, around: list[Place], found: Sequence[FormerName]) -> Place | None:
    """The former place of a name: one near `around`, a city, or the only place of that name."""
    places = [one.place for one in found]
    near = [place for place in places if any(_lies_in(place, other) for other in around)]
    cities = [place for place in places if place.level is Level.CITY]
    only = places if len(places) == 1 and name not in place_names() else []
    return next(iter((*near, *cities, *only)), None)


def _decided(
    name: str, areas: list[Place], before: Mention | None, is_unit: bool, is_bureau: bool
) -> tuple[Place | None, bool]:
    candidates = place_names().get(name, ())
    is_whole = any(place.name == name for place in candidates)
    districts = [place for place in candidates if place.level is Level.DISTRICT]
    if is_bureau and districts and not is_whole:
        urban = [place for place in districts if place.name.endswith("区")]
        candidates = tuple(urban or districts)
    if not is_whole and name in _NO_PLACES and not is_unit:
        return None, False
    if not is_whole and not is_unit and not before:
        candidates = tuple(place for place in candidates if place.level is not Level.DISTRICT)
    for area in areas:
        near = [place for place in candidates if _lies_in(place, area)]
        upper = [place for place in near if place.level is not Level.DISTRICT]
        if len(near) == 1 or upper or (near and before):
            return (upper or near)[0], True
        if near:
            return None, False
        formers = (one.place for one in former_names().get(name, ()))
        if former := next((place for place in formers if _lies_in(place, area)), None):
            return former, True
    return _anywhere(candidates, is_whole)


def _anywhere(candidates: Sequence[Place], is_whole: bool) -> tuple[Place | None, bool]:
    """The place of a name with nothing around it; a city before districts of the same name."""
    if not candidates:
        return None, False
    first = candidates[0]
    if first.level is Level.DISTRICT:
        return (first, True) if len(candidates) == 1 else (None, False)
    others = (one for one in candidates[1:] if one.level is Level.DISTRICT)
    is_known = first.level is Level.PROVINCE or not any(
        one.parent and one.parent.level is Level.PROVINCE and one.parent.name.endswith("市")
        for one in others
    )
    return first, is_whole or is_known


def most_named(text: str) -> Place | None:
    """The city that a text names most often, by units or official names; None if it names none.

    Districts count for their city.
    """
    counted = Counter(_cities(text))
    return counted.most_common(1)[0][0] if counted else None


def _cities(text: str) -> Iterator[Place]:
    yield from (one.place.city for one in mentions(text) if one.is_sure and _is_city(one.place))
    for name, _, _ in named(unquoted(text)):
        places = place_names().get(name, ())
        if len(places) == 1 and places[0].name == name and _is_city(places[0]):
            yield places[0].city


def _is_city(place: Place) -> bool:
    """Whether a place is a city, or lies in one; a municipality is one."""
    return place.level is not Level.PROVINCE or place.name.endswith("市")
