"""Place mentions: the cities and districts that a text names, by official or short names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from casebook.importer.bulletin_words import normalized
from casebook.importer.former_names import FormerName, former_names
from casebook.importer.place_names import named, place_names
from casebook.places.gazetteer import Level, Place

_AGENCY = re.compile(
    "(?:市县|省市县|省市|市|区|县|州|本地)?[两三]?级?"
    "(?:公安|网安|警方|警察|刑侦|反诈|网警|派出所|分局|民警|人民法院|法院|人民检察院|检察)"
)
_HELPED = re.compile("[^，。]{0,16}(?:配合|协助|支持|移交)下?")
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
    ]
)
"""Short names that are ordinary words; they count only before a police unit."""
_QUOTED = re.compile("“[^”]{0,60}”|《[^》]{0,60}》|「[^」]{0,60}」")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a text names, down to the lowest level named there."""

    place: Place
    start: int
    end: int
    is_agency: bool
    """Whether it names the unit that acted."""


def is_place(text: str) -> bool:
    """Whether a text is exactly the name of a province or city."""
    return any(place.level is not Level.DISTRICT for place in place_names().get(text, ()))


def mentions(text: str, around: Iterable[Place] = (), day: date | None = None) -> list[Mention]:
    """The places that a text of a day names outside quotation marks, in its order.

    Ambiguous names are resolved by the adjacent preceding name, or by the places `around`. A
    former name is a place of its own; a zone is its city.
    """
    plain = _QUOTED.sub(lambda match: "□" * len(match[0]), normalized(text))
    found: list[Mention] = []
    context = list(around)
    for name, start, end in named(plain):
        after = _AGENCY.match(plain, end)
        is_office = bool(after) and not _HELPED.match(plain, after.end() if after else end)
        before = found[-1] if found and _adjoins(plain, found[-1].end, start) else None
        near = [before.place] if before else context
        place = (
            _former(name, near, [one for one in former_names().get(name, ()) if one.is_in_use(day)])
            or _decided(name, near, bool(after), before)
            or _former(
                name, near, [one for one in former_names().get(name, ()) if _is_last(one, name)]
            )
        )
        if place is None:
            continue
        if before and _lies_in(place, before.place):
            found[-1] = Mention(place, before.start, end, before.is_agency or is_office)
        else:
            found.append(Mention(place, start, end, is_office))
    return found


def _is_last(former: FormerName, name: str) -> bool:
    """Whether a name may be that of a former place at any time: no place of today has it."""
    return former.place.name == name or name not in place_names()


def _adjoins(text: str, end: int, start: int) -> bool:
    """Whether two names are separated by a unit at most: 烟台市公安局蓬莱分局."""
    return bool(re.fullmatch("(?:市|省)?(?:公安局|公安机关)?", text[end:start]))


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
    name: str, around: list[Place], is_office: bool, before: Mention | None
) -> Place | None:
    """The place of a name in its context; None if it is no place or ambiguous."""
    candidates = place_names().get(name, ())
    near = [place for place in candidates if any(_lies_in(place, other) for other in around)]
    is_whole = any(place.name == name for place in candidates)
    if not is_whole and name in _NO_PLACES and not is_office:
        return None
    upper = [place for place in candidates if place.level is not Level.DISTRICT]
    if before and near:
        return near[0]
    if upper and not (near and is_whole):
        return upper[0]
    if not is_whole and not is_office:
        return None
    if len(near) == 1:
        return near[0]
    if before:
        formers = (one.place for one in former_names().get(name, ()))
        if former := next((place for place in formers if _lies_in(place, before.place)), None):
            return former
    kin = [place for place in candidates if any(place.province == one.province for one in around)]
    if len(kin) == 1:
        return kin[0]
    return candidates[0] if len(candidates) == 1 else None


def most_named(text: str) -> Place | None:
    """The city that a text names most often, districts included; None if there is none."""
    counted: Counter[Place] = Counter()
    for name, _, _ in named(_QUOTED.sub("", normalized(text))):
        for place in place_names().get(name, ()):
            city = place.parent if place.level is Level.DISTRICT else place
            if place.name == name and len(place_names()[name]) == 1 and city:
                counted[city] += 1
            elif place.level is Level.CITY:
                counted[place] += 1
    cities = [one for one in counted.most_common() if one[0].level is Level.CITY]
    return cities[0][0] if cities else None
