"""Native places: where a person is from, which with age and sex tells who it is."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from casebook.names.finding import Finding
from casebook.names.identifiers.masking import hidden_span
from casebook.places.gazetteer import gazetteer

_FROM = re.compile(
    "户籍|户口|籍(?!贯)|人(?=[（(](?:男|女|[0-9])|[，。；：）)、,;\\s男女]|\\Z|某|士[，。；、）]|氏|[一-鿿]某|犯罪嫌疑|嫌疑)"
)
_LABEL = re.compile(
    "(?:籍贯|户籍(?:所在地|地址?)?|户口所在地|原籍|祖籍|本籍|出生地|出生于|老家|[生长]于|户籍|户口)(?:[:：为是系在于]|位于){0,2} ?"
)
_PERSONS = re.compile(
    "[，。；）)、,\\s男女]|\\Z|[一-鿿]{0,3}某|犯罪嫌疑|嫌疑|的?[一这该][名个]|的?[一-鿿]{0,2}(?:头目|骨干|主[犯播谋]|成员|组织者|男|女|老板)|人[员士]?|务工|无业|员工|妇女|老人|青年|群众|大?学生|居民|商人|团伙|网红"
)
_THINGS = re.compile(
    "的?[一-鿿]{0,4}(?:企业|公司|商会|协会|车辆|船|货轮|号牌|车牌|车(?!主)|产品|飞机|航班|人口|手机|号码|卡(?!商)|贯|运动|球)"
)
"""What is registered in a place, too, and is no person."""
_COUNTED = re.compile("[一-鿿]{0,7}?(?:[0-9]+|[二三四五六七八九十两多数]+)余?[名人个]")
"""After a place, where as many persons are from it that none can be recognized."""
_COMING = re.compile("来自|家在")
_WHO = re.compile("[一-鿿]{0,8}的[一-鿿]{0,6}(?:某(?![一-鿿]?[公平企网])|男|女|先生)")
_REGIONS = frozenset((
    "东北", "西北", "华北", "华南", "江南", "闽南", "潮汕", "关中", "陕北", "晋南", "晋北", "晋中", "苏北", "苏南", "皖北",
    "豫南", "湘西", "鄂西", "川东", "云贵", "两广",
))  # fmt: skip
_SHORT_FORMS = re.compile("(?:特别行政区|自治[区州县旗]|[省市县区旗盟州]|地区)\\Z")
_PEOPLES = re.compile(
    "(?:维吾尔|蒙古|(?:哈萨克|柯尔克孜|塔吉克|锡伯|朝鲜|土家|布依|景颇|哈尼|傈僳|仫佬|毛南|仡佬|拉祜|独龙|普米|布朗|达斡尔|鄂温克|撒拉|东乡|保安|裕固|各|[壮回藏彝苗侗傣白怒羌黎瑶畲满土水佤])族)+\\Z"
)
_UNLISTED = re.compile("(?P<name>[一-鿿]{1,3})[省市县旗镇乡村]\\Z")
_NO_PLACE = re.compile(
    "[本外全该某邻同多各城社山小辖异他跨农乡两三几数一进入在为到从和与及的这那此其是系]"
)
_SHORT_NAMES = "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁"
"""Provinces in one character."""
_WORDS = frozenset((
    "公安", "和平", "中方", "大方", "友谊", "安定", "城区", "市区", "郊区", "矿区", "新区", "东区", "西区", "南区", "北区",
    "新城", "方正", "同心", "民权", "宝贝", "通道", "普安", "集安", "建设",
))  # fmt: skip
"""Short forms of places that are other words as well."""
_COUNTRIES = re.compile(
    "(?:越南|缅甸|老挝|泰国|柬埔寨|菲律宾|马来西亚|印尼|韩国|朝鲜|日本|美国|俄罗斯|尼日利亚|巴基斯坦|台湾|香港|澳门)\\Z"
)
_LONGEST = 11
"""Characters of the longest name of a place that is looked for."""


def native_places(text: str) -> Iterator[Finding]:
    """A text does not tell where a person is from."""
    for match in _FROM.finditer(text):
        if _COUNTED.match(text, match.end()):
            continue
        is_person = match[0] == "人" or (match[0] == "籍" and not _THINGS.match(text, match.end()))
        if is_person or _PERSONS.match(text, match.end()):
            start = _place_start(text, match.start())
            if start is not None:
                yield hidden_span("native-place", text, start, match.end())
    yield from _of_persons(text)
    for match in _LABEL.finditer(text):
        end = _place_end(text, match.end())
        if end > match.end():
            yield hidden_span("native-place", text, match.start(), end)


def _of_persons(text: str) -> Iterator[Finding]:
    """The places that persons are said to come from."""
    for match in _COMING.finditer(text):
        end = _place_end(text, match.end())
        if end > match.end() and _WHO.match(text, end):
            yield hidden_span("native-place", text, match.end(), end)


def _place_start(text: str, end: int) -> int | None:
    """Where the name of a place begins that ends at `end`; None if there is none."""
    for size in range(min(_LONGEST, end), 1, -1):
        if text[end - size : end] in _places():
            return _whole_start(text, end - size)
    abroad = _COUNTRIES.search(text, max(0, end - 5), end) if text[end : end + 1] == "籍" else None
    if abroad:
        return abroad.start()
    unlisted = _UNLISTED.search(text, max(0, end - 5), end)
    if unlisted and not _NO_PLACE.search(unlisted["name"]):
        return unlisted.start("name")
    is_short = text[end : end + 1] == "籍" and text[max(0, end - 1) : end] in _SHORT_NAMES
    return end - 1 if is_short and end else None


def _whole_start(text: str, start: int) -> int:
    """Where the places begin that contain the one at `start`, as in 山西省太原市."""
    for size in range(min(_LONGEST, start), 1, -1):
        if text[start - size : start] in _places():
            return _whole_start(text, start - size)
    return start


def _place_end(text: str, start: int) -> int:
    """Where the names of places end that begin at `start`; `start` if there is none."""
    for size in range(_LONGEST, 1, -1):
        if text[start : start + size] in _places():
            return _place_end(text, start + size)
    return start


@cache
def _places() -> frozenset[str]:
    """All names of places and their short forms of two characters and more."""
    known = gazetteer()
    names = {*known.province_names, *known.city_names, *_REGIONS}
    for province in map(known.province, known.province_names):
        cities = known.cities_of(province) if province else ()
        for city in (*cities, *((province,) if province else ())):
            names.add(city.name)
            names.update(place.name for place in known.districts_of(city))
    short_forms = {_short_form(name) for name in names}
    return frozenset((names | {short for short in short_forms if len(short) > 1}) - _WORDS)


def _short_form(name: str) -> str:
    """A place without the word for its kind and the peoples in it."""
    kind = _SHORT_FORMS.search(name, 1)
    return _PEOPLES.sub("", name[: kind.start()]) if kind else name
