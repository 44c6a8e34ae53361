"""Place mentions: the cities and districts that a text names, by official or short names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from casebook.importer.bulletin_words import normalized
from casebook.places.gazetteer import Level, Place, gazetteer

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|"
    "畲|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|"
    "保安|裕固|独龙|鄂伦春|各"
)
_AUTONOMOUS = re.compile(
    rf"(?:(?:{_PEOPLES})族|蒙古|哈萨克|柯尔克孜|锡伯|塔吉克)+自治(?P<kind>[州县旗])$"
)
_ENDING = re.compile("(?:壮族|回族|维吾尔)?自治区$|(?:特别行政区|地区|新区|[省市区县旗盟])$")
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
_WORDS = ("公安", "会同")
"""Short names that are never places."""
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
    return any(place.level is not Level.DISTRICT for place in _names().get(text, ()))


def mentions(text: str, around: Iterable[Place] = ()) -> list[Mention]:
    """The places that a text names outside quotation marks, in its order.

    Ambiguous names are resolved by the adjacent preceding name, or by the places `around`.
    """
    plain = _QUOTED.sub(lambda match: "□" * len(match[0]), normalized(text))
    found: list[Mention] = []
    context = list(around)
    for name, start, end in _named(plain):
        after = _AGENCY.match(plain, end)
        is_office = bool(after) and not _HELPED.match(plain, after.end() if after else end)
        before = found[-1] if found and _adjoins(plain, found[-1].end, start) else None
        place = _decided(name, [before.place] if before else context, bool(after), before)
        if place is None:
            continue
        if before and _lies_in(place, before.place):
            found[-1] = Mention(place, before.start, end, before.is_agency or is_office)
        else:
            found.append(Mention(place, start, end, is_office))
    return found


def _adjoins(text: str, end: int, start: int) -> bool:
    """Whether two names are separated by a unit at most: 烟台市公安局蓬莱分局."""
    return bool(re.fullmatch("(?:市|省)?(?:公安局|公安机关)?", text[end:start]))


def _lies_in(place: Place, other: Place) -> bool:
    return place == other or place.parent == other or place.province == other


def _decided(
    name: str, around: list[Place], is_office: bool, before: Mention | None
) -> Place | None:
    """The place of a name in its context; None if it is no place or ambiguous."""
    candidates = _names()[name]
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
    kin = [place for place in candidates if any(place.province == one.province for one in around)]
    if len(kin) == 1:
        return kin[0]
    return candidates[0] if len(candidates) == 1 else None


def _named(text: str) -> Iterator[tuple[str, int, int]]:
    """The names in a text with start and end, longest match first, not overlapping."""
    names, heads = _names(), _heads()
    at = 0
    while at < len(text) - 1:
        for length in heads.get(text[at : at + 2], ()):
            if text[at : at + length] in names:
                yield text[at : at + length], at, at + length
                at += length - 1
                break
        at += 1


@cache
def _names() -> dict[str, tuple[Place, ...]]:
    """All official and short names, each with its possible places."""
    known: dict[str, list[Place]] = {}
    book = gazetteer()
    for province in map(book.province, book.province_names):
        assert province is not None  # the name is the gazetteer's own
        for place in (province, *book.cities_of(province)):
            for name in _names_of(place):
                known.setdefault(name, []).append(place)
            for district in book.districts_of(place):
                for name in _names_of(district):
                    known.setdefault(name, []).append(district)
    order = {Level.PROVINCE: 0, Level.CITY: 1, Level.DISTRICT: 2}
    return {
        name: tuple(sorted(dict.fromkeys(places), key=lambda place: order[place.level]))
        for name, places in known.items()
    }


@cache
def _heads() -> dict[str, tuple[int, ...]]:
    """The lengths of names by their first two characters, the longest first."""
    lengths: dict[str, set[int]] = {}
    for name in _names():
        lengths.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}


def _names_of(place: Place) -> Iterator[str]:
    """The official name, and short names in bulletins: 太原, 大理州, 金平县, 内蒙古."""
    yield place.name
    if match := _AUTONOMOUS.search(place.name):
        stem = place.name[: match.start()]
        if len(stem) > 1:
            yield stem
        yield stem + match["kind"]
        return
    short = _ENDING.sub("", place.name)
    if len(short) > 1 and short not in (place.name, *_WORDS):
        yield short


def most_named(text: str) -> Place | None:
    """The city that a text names most often, districts included; None if there is none."""
    counted: Counter[Place] = Counter()
    for name, _, _ in _named(_QUOTED.sub("", normalized(text))):
        for place in _names()[name]:
            city = place.parent if place.level is Level.DISTRICT else place
            if place.name == name and len(_names()[name]) == 1 and city:
                counted[city] += 1
            elif place.level is Level.CITY:
                counted[place] += 1
    cities = [one for one in counted.most_common() if one[0].level is Level.CITY]
    return cities[0][0] if cities else None
