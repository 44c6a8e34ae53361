"""Names of places in texts: official and short ones of today, former ones, and zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from casebook.importer.former_names import former_names
from casebook.places.gazetteer import Level, Place, gazetteer
from casebook.places.zones import zones

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
_ABBREVIATED = {
    "新疆生产建设兵团": "新疆维吾尔自治区",
    "兵团": "新疆维吾尔自治区",
    "第一师": "阿拉尔市",
    "第二师": "铁门关市",
    "第三师": "图木舒克市",
    "第四师": "可克达拉市",
    "第五师": "双河市",
    "第六师": "五家渠市",
    "第七师": "胡杨河市",
    "第八师": "石河子市",
    "第九师": "白杨市",
    "第十师": "北屯市",
    "第十三师": "新星市",
    "第十四师": "昆玉市",
    "锡盟": "锡林郭勒盟",
    "阿盟": "阿拉善盟",
    "呼市": "呼和浩特市",
    "博州": "博尔塔拉蒙古自治州",
    "克州": "克孜勒苏柯尔克孜自治州",
    "巴州": "巴音郭楞蒙古自治州",
    "科右前旗": "科尔沁右翼前旗",
    "科右中旗": "科尔沁右翼中旗",
    "科左中旗": "科尔沁左翼中旗",
    "科左后旗": "科尔沁左翼后旗",
    "察右前旗": "察哈尔右翼前旗",
    "察右中旗": "察哈尔右翼中旗",
    "察右后旗": "察哈尔右翼后旗",
    "阿左旗": "阿拉善左旗",
    "阿右旗": "阿拉善右旗",
    "东乌旗": "东乌珠穆沁旗",
    "西乌旗": "西乌珠穆沁旗",
    "新左旗": "新巴尔虎左旗",
    "新右旗": "新巴尔虎右旗",
    "莫旗": "莫力达瓦达斡尔族自治旗",
    "达茂旗": "达尔罕茂明安联合旗",
    "前郭县": "前郭尔罗斯蒙古族自治县",
    "喀左县": "喀喇沁左翼蒙古族自治县",
    "阜蒙县": "阜新蒙古族自治县",
    "杜蒙县": "杜尔伯特蒙古族自治县",
}
"""What places are called for short otherwise than by leaving out their kind."""
_WORDS = ("公安", "会同", "市区")
"""Names that are never places."""
_MINORITY_DISTRICT = re.compile(rf"(?:{_PEOPLES})族区$")
_AFTER_UNIT = re.compile("[局厅队方关安所院门处]$")


def named(text: str) -> Iterator[tuple[str, int, int]]:
    """The names in a text with start and end, longest match first, not overlapping."""
    names = (place_names().keys() | former_names().keys()) - set(_WORDS)
    heads = _name_lengths()
    at = 0
    while at < len(text) - 1:
        for length in heads.get(text[at : at + 2], ()):
            is_verb = text.startswith("会同县", at) and _AFTER_UNIT.search(text[:at])
            if text[at : at + length] in names and not is_verb:
                yield text[at : at + length], at, at + length
                at += length - 1
                break
        at += 1


@cache
def place_names() -> dict[str, tuple[Place, ...]]:
    """All official and short names of today, each with its possible places; zones as cities."""
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
    for short, name in _ABBREVIATED.items():
        known.setdefault(short, []).extend(known.get(name, ()))
    for zone in zones().zones:
        for city in zone.cities if len(zone.cities) == 1 else ():
            told = (name for name in zone.names if name.startswith(city.name.removesuffix("市")))
            for name in zone.names if zone.is_checked else told:
                known.setdefault(name, []).append(city)
        for name in zone.names:
            if not any(name[:end] in known for end in range(2, len(name))):
                known.setdefault(name, [])  # no part of 雄安新区 names a district
    order = {Level.PROVINCE: 0, Level.CITY: 1, Level.DISTRICT: 2}
    return {
        name: tuple(sorted(dict.fromkeys(places), key=lambda place: order[place.level]))
        for name, places in known.items()
    }


@cache
def _name_lengths() -> dict[str, tuple[int, ...]]:
    """The lengths of names by their first two characters, the longest first."""
    lengths: dict[str, set[int]] = {}
    for name in (*place_names(), *former_names()):
        lengths.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}


def _names_of(place: Place) -> Iterator[str]:
    """The official name, and short names in bulletins: 太原, 大理州, 金平县, 内蒙古."""
    yield place.name
    if match := _AUTONOMOUS.search(place.name):
        stem = place.name[: match.start()] or place.name.partition("族自治")[0]
        if len(stem) > 1:
            yield stem
        yield stem + match["kind"]
        return
    short = _MINORITY_DISTRICT.sub("", place.name)
    short = _ENDING.sub("", short)
    if len(short) > 1 and short not in (place.name, *_WORDS):
        yield short
