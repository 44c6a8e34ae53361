"""Homes: addresses of persons down to the building, and minors at their school."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.checks.finding import Finding
from casebook.checks.personal.masking import half_hidden

_NUMBER = "(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3}|[A-Za-z甲乙丙丁东西南北])"
_BUILDING = f"{_NUMBER}(?:号楼|号院|栋楼?|幢|#楼|单元)"
_FURTHER = rf"(?:[第 -]{{0,2}}{_NUMBER}(?:号楼|号院|栋|幢|#|单元|座|层|楼|室|号|户)|[ -]?[0-9]{{3,4}}(?!\d))*"
_ESTATE = re.compile(
    f"(?:小区|社区|家园|花园|公寓|家属院|家属楼|宿舍楼?|新村|佳苑|新苑|苑|名邸|华府|华庭|雅居|住宅区?|家属区)"
    f"(?:内|的|里)?(?:第|[东西南北]区|[一二三四五]期)?{_BUILDING}{_FURTHER}"
)
_STREET = re.compile(
    f"(?:[路街巷道弄里]|胡同)[0-9]{{1,5}}(?:号院?|号?大?院|弄)[0-9]{{1,4}}(?:号楼|栋|幢|单元|室|号){_FURTHER}"
    f"|(?:[路街巷道]|胡同)[0-9]{{1,5}}[号弄][^，。；、\\n]{{0,10}}?{_NUMBER}单元{_FURTHER}"
)
_LIVING = re.compile(
    "(?P<word>家住|现住址?|住址|居住地(?:址)?|户籍地(?:址)?|户籍所在地|家庭(?:住址|地址)|经常居住地|暂住地?址?|居住[在于]|住[在于])"
    f"[:：为是在于 ]{{0,2}}(?P<place>[一-鿿][一-鿿0-9A-Za-z#-]{{1,40}}?[0-9一二三四五六七八九十]{{1,5}}(?:号楼?|室|户|组|栋|单元)(?![线码文段店令嫌召]|晚|上午|下午){_FURTHER})"
)
_DOOR = re.compile(
    rf"门牌号?(?:码)?[:：为是]\s?(?P<place>[0-9][0-9-]{{0,12}}(?:号|室)?{_FURTHER})(?![余多]?[个块万张])"
)
_BEFORE = re.compile("[一-鿿0-9A-Za-z]{0,10}\\Z")
_LEAD_IN = re.compile(".*(?:位于|家住|住在|住址|[在于住到至为是从及和])")

_SCHOOL = "(?:小学|中学|学校|[一二三四五六七八九十]中|附中|附小|幼儿园|职高|中专)校?"
_CLASS = re.compile(
    f"{_SCHOOL}(?:[初高小][一二三四五六]|[0-9一二三四五六七八九]年级|[大中小]班)?(?:第|[（(])?[0-9一二三四五六七八九十]{{1,4}}[）)]?班\\Z"
)
_CHILD = re.compile("未成年|[0-9]{1,2}岁|[一-鿿]某|男孩|女孩|男童|女童|男生|女生|儿子|女儿|受害")
_AGED = re.compile(
    f"(?<![0-9])(?:[3-9]|1[0-7])(?:周)?岁[^。；\n]{{0,12}}?(?:就读[于在]|在读[于在]|[系是在])(?P<school>[一-鿿]{{2,12}}?{_SCHOOL})"
    f"|(?P<school2>[一-鿿]{{2,12}}{_SCHOOL})(?:的)?(?:学生|男生|女生)[^，。；\n]{{0,4}}[（(，](?:[男女][，,])?(?:[3-9]|1[0-7])(?:周)?岁"
)


_UNITS = ("号楼", "号院", "栋", "幢", "单元", "#楼", "弄", "室")


def homes(text: str) -> Iterator[Finding]:
    """A text has no home address down to the building, and no minor with school and class or age."""
    if any(map(text.__contains__, _UNITS)):
        yield from _buildings(text)
    if "住" in text or "户籍" in text or "家庭地址" in text:
        for match in _LIVING.finditer(text):
            place = match["place"]
            if "某" not in place and not _ESTATE.search(place) and not _STREET.search(place):
                yield _home(text, *match.span("place"))
    if "门牌" in text:
        for match in _DOOR.finditer(text):
            yield _home(text, *match.span("place"))
    yield from _minors(text)


def _buildings(text: str) -> Iterator[Finding]:
    end = 0
    for match in sorted(
        (*_ESTATE.finditer(text), *_STREET.finditer(text)), key=lambda match: match.start()
    ):
        start = _name_start(text, match.start(), end)
        name = text[start : match.start()]
        if match.start() >= end and name and "某" not in name:
            yield _home(text, start, match.end())
        end = max(end, match.end())


def _home(text: str, start: int, end: int) -> Finding:
    return Finding("home-address", start, end, {"found": half_hidden(text[start:end])})


def _name_start(text: str, start: int, earliest: int) -> int:
    """The offset at which the name of the estate or street begins that continues at `start`."""
    first = max(earliest, start - 10)
    name = _BEFORE.search(text, first, start)
    begin = name.start() if name else start
    if lead_in := _LEAD_IN.match(text, begin, start):
        begin = lead_in.end()
    return begin


def _minors(text: str) -> Iterator[Finding]:
    place = text.find("班")
    while place >= 0:
        if match := _CLASS.search(text, max(0, place - 16), place + 1):
            sentence = _sentence(text, match.start(), match.end())
            school = text[max(0, match.start() - 3) : match.end()]
            if _CHILD.search(sentence) and "某" not in school:
                yield Finding("minor-identified", *match.span())
        place = text.find("班", place + 1)
    place = text.find("岁")
    while place >= 0:
        if match := _AGED.search(text, max(0, place - 30), place + 40):
            if "某" not in (match["school"] or match["school2"]):
                yield Finding("minor-identified", *match.span())
            place = max(place, match.end() - 1)
        place = text.find("岁", place + 1)


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a span, at most 40 characters before and after it."""
    before = re.split("[。；\n]", text[max(0, start - 40) : start])[-1]
    return before + text[start:end] + re.split("[。；\n]", text[end : end + 40])[0]
