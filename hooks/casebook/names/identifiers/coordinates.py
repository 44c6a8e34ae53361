"""Coordinates: places on the globe, exact to some hundred metres or better."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.names.finding import Finding
from casebook.names.identifiers.masking import hidden_match

_DEGREES = r"[0-9]{1,3}(?:\.[0-9]{2,}[°度]?|[°度] ?[0-9]{1,2}(?:\.[0-9]+)?[′'’分](?: ?[0-9.]{1,6}(?:″|\"|”|''|秒)?)?)"
_WORDED = re.compile(
    rf"(?:[北南]纬|[东西]经|纬度|经度)[:：为是约 ]{{0,3}}{_DEGREES}(?:[,，、；; 和及]{{0,2}}(?:[北南]纬|[东西]经|纬度|经度)[:：为是约 ]{{0,3}}{_DEGREES})?"
    rf"|(?<![0-9A-Za-z.]){_DEGREES} ?[NSns][,，、 ]{{0,2}}{_DEGREES} ?[EWew](?![A-Za-z])"
    rf"|(?<![A-Za-z])[NS] ?{_DEGREES}[,，、 ]{{0,2}}[EW] ?{_DEGREES}"
)
_PAIR = re.compile(
    r"(?<![0-9.])(?P<one>[0-9]{2,3}\.[0-9]{2,12})°?[,，、 /]{1,2}(?P<two>[0-9]{2,3}\.[0-9]{2,12})°?(?![0-9.]|[%％元万亿])"
)
_LOCATED = re.compile(
    "(?:位置|坐标|定位|经纬|GPS|gps|导航|轨迹|打卡|地点|基站)[^，。；\\n]{0,10}\\Z"
)
_MAY_LOCATE = re.compile("[0-9](?:[.][0-9]{2}|[°度])")
"""What all of them have; few other texts do."""
_EXACT = 4
"""Decimals of both numbers that are coordinates without a word for a place."""


def coordinates(text: str) -> Iterator[Finding]:
    """A text contains no coordinates of a place."""
    if not _MAY_LOCATE.search(text):
        return
    for match in _WORDED.finditer(text):
        yield hidden_match("coordinate-number", match)
    for match in _PAIR.finditer(text):
        decimals = min(len(match[group].partition(".")[2]) for group in ("one", "two"))
        located = _LOCATED.search(text, max(0, match.start() - 20), match.start())
        if _is_in_china(match["one"], match["two"]) and (located or decimals >= _EXACT):
            yield hidden_match("coordinate-number", match)


def _is_in_china(one: str, two: str) -> bool:
    """Whether two numbers are a latitude and a longitude of China or near it, in either order."""
    latitude, longitude = sorted((float(one), float(two)))
    return 3 <= latitude <= 54 and 73 <= longitude <= 136
