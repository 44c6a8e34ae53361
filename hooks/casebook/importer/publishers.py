"""Publishers: the unit that publishes a bulletin, and the place that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.importer.place_contexts import UNIT, Role
from casebook.importer.place_mentions import Mention, mentions, most_named, unquoted
from casebook.importer.place_names import named, place_names
from casebook.places.gazetteer import Level, Place

_NATIONAL = re.compile(
    "公安部|最高人民(?:法院|检察院)|最高[法检]|两高(?!率)|(?:国家|中央)网信办|国家反诈中心|全国公安|各地公安"
)
_PUBLISHES = re.compile(
    "公布|通报|发布|披露|曝光|召开|获悉|晒出|公开|推出|发出|举办|选取|梳理|消息|现将|典型案例"
)
_PART = re.compile("[^。！？\n]+")
_ORDERED = re.compile("(?:按照|根据|贯彻|落实|遵照|响应|在|会同|据|围绕|转自)[^，。；]{0,6}$")
_OVERALL = re.compile("以来|专项|部署|行动|全[省市县区]|各级|深入|持续|净网|护网")
_SIGNED = re.compile(
    "(?:来源|稿源|供稿|文字?|信息来源|素材来源|作者|编辑|发布单位|单位)[：\\s／/]*(?P<name>[^\\s，。；）)]{2,24})"
)
_HANDLE = re.compile(
    "(?:平安|网信|法治|警民|反诈|网警)(?P<before>[一-鿿]{2,8})|(?P<after>[一-鿿]{2,8}?)(?:发布|网警|网安|公安|警方|反诈|检察|中院|法院|网信|日报|晚报)"
)
"""The names of accounts: 平安太原, 太原发布."""
_MEDIA = re.compile("(?:日报|晚报|检察|中院|法院)$")
_OF_HOME = re.compile("我[市县区州盟]|全市|全县|市公安局|市局|本市")
_OF_PROVINCE = re.compile("我省|全省|省公安厅|省厅|本省")
_NAMELESS = re.compile(
    "(?:^|[，。；、由从在\n])(?P<unit>省公安厅|市公安局|县公安局|(?:网安|刑侦|反诈)(?:总队|支队|大队|中心))"
)
_LINES_AT_END = 8
_LONGEST_SIGNATURE = 40
_SHORT_TEXT = 600
"""Characters of a text that is one case."""


def home_of(head: str, text: str) -> Place | None:
    """The city or province whose police publish a bulletin; None for the whole country.

    `head` is its title and lead, `text` its whole text. The publisher is the unit that the head
    names as such, or that signs the text; a case alone does not tell it.
    """
    plain = unquoted(head)
    units = [one for one in mentions(head) if one.is_agency]
    title_end = len(plain.split("\n", 1)[0])
    nation = _nation(plain)
    for part in _PART.finditer(plain):
        found = [one for one in units if part.start() <= one.start < part.end()]
        is_here = nation is not None and part.start() <= nation < part.end()
        if nation is not None and is_here and (not found or nation < found[0].start):
            return None
        for one in found:
            if one.start <= title_end or _is_publisher(part[0]):
                return _province(one.place, plain)
    accounts = (_of_account(line.strip(), False) for line in plain.split("\n"))
    if account := next(filter(None, accounts), None):
        return account
    return _signed(text) or _of_readers(plain, head, text) or _of_all(text, plain)


def _nation(plain: str) -> int | None:
    """Where a national organ is named as the publisher; None if it is not."""
    for found in _NATIONAL.finditer(plain):
        clause = re.match("[^，。；\n]*", plain[found.end() :])
        is_ordered = _ORDERED.search(plain[max(0, found.start() - 10) : found.start()])
        if clause and _PUBLISHES.search(clause[0]) and not is_ordered:
            return found.start()
    return None


def _province(place: Place, plain: str) -> Place:
    return place.province if "我省" in plain else place


def _is_publisher(sentence: str) -> bool:
    return bool(_PUBLISHES.search(sentence) or _OVERALL.search(sentence))


def _signed(text: str) -> Place | None:
    """The place of the unit that signs a text, or of the source that it names."""
    lines = [line.strip("（）()【】 \u3000") for line in unquoted(text).split("\n") if line.strip()]
    for line in reversed(lines[-_LINES_AT_END:]):
        if len(line) > _LONGEST_SIGNATURE or "。" in line:
            continue
        signature = _SIGNED.search(line)
        name = signature["name"] if signature else line
        if _NATIONAL.match(name):
            return None
        units = [one for one in mentions(name) if one.role is Role.POLICE and one.start == 0]
        if units and (signature or _ends(name, units[0])):
            return units[0].place
        if place := _of_account(name, bool(signature)):
            return place
    return None


def _ends(name: str, unit: Mention) -> bool:
    """Whether a line is nothing but a unit, perhaps with a date."""
    match = UNIT.match(name, unit.end)
    return (
        match is not None and re.fullmatch("[\\s0-9年月日.／/-]*", name[match.end() :]) is not None
    )


def _of_account(name: str, is_source: bool) -> Place | None:
    match = _HANDLE.fullmatch(name)
    if match is None or (not is_source and _MEDIA.search(name)):
        return None
    places = place_names().get(match["before"] or match["after"], ())
    upper = [place for place in places if place.level is not Level.DISTRICT]
    return upper[0] if upper else places[0] if len(places) == 1 else None


def _of_readers(plain: str, head: str, text: str) -> Place | None:
    """The place that a text calls ours: 我市, 我省."""
    if not (_OF_HOME.search(plain) or _OF_PROVINCE.search(plain)):
        return None
    named_first = next(_named(plain), None) or most_named(text)
    if named_first is None:
        return None
    return named_first if _OF_HOME.search(plain) else named_first.province


def _named(plain: str) -> Iterator[Place]:
    """The places above districts that a text names."""
    for name, _, _ in named(plain):
        for place in place_names().get(name, ())[:1]:
            if place.level is not Level.DISTRICT:
                yield place


def _of_all(text: str, plain: str) -> Place | None:
    """The only city of all units of a text that names several, or one case."""
    if _NATIONAL.search(plain):
        return None
    found = [one for one in mentions(text) if one.role is Role.POLICE and one.is_sure]
    cities = {one.place.city for one in found}
    is_told = len(found) > 1 or len(text) <= _SHORT_TEXT
    return next(iter(cities)) if len(cities) == 1 and is_told else None


def publishing_unit(head: str, home: Place | None) -> str | None:
    """The first police unit in a text; one named by its level only is completed with `home`."""
    plain = unquoted(head)
    if home is None and _nation(plain) is not None:
        return None
    units = [one for one in mentions(head, [home] if home else []) if one.is_agency]
    for one in units:
        unit = UNIT.match(plain, one.end)
        if unit and unit[0]:
            return _without_section(head[one.start : unit.end()])
    match = _NAMELESS.search(plain)
    if match is None or home is None:
        return None
    level = match["unit"][0]
    if level == "省":
        return f"{home.province.name}公安厅"
    return f"{home.name}公安局" if level in "市县" else None


def _without_section(unit: str) -> str:
    """A unit without the section of it: 太原市公安局网安支队."""
    match = re.match("[^，。]{2,16}?公安(?:局|厅|机关)(?:[一-鿿]{2,4}分局)?", unit)
    return match[0] if match else unit
