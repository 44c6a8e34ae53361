"""Hints: what a page says of its article outside of the text: title, source, date and address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bs4 import BeautifulSoup
from bs4.element import Tag

from casebook.importer.document import tidy

_PLACES = {
    "title": (
        ("id", "activity-name"),
        ("property", "og:title"),
        ("name", "articletitle"),
        ("name", "twitter:title"),
        ("property", "twitter:title"),
    ),
    "source": (("id", "js_name"), ("class", "profile_nickname"), ("name", "contentsource")),
    "date": (
        ("id", "publish_time"),
        ("name", "pubdate"),
        ("name", "publishdate"),
        ("name", "publish-date"),
        ("property", "article:published_time"),
        ("itemprop", "datepublished"),
        ("element", "time"),
    ),
    "url": (("rel", "canonical"), ("property", "og:url"), ("element", "base")),
}
"""Where each hint stands, by an attribute and its value; the surest first."""
_SAVED = re.compile(r"\s*saved from url=\(\d+\)(\S+)")
_ADDRESS = re.compile(r"https?://\S+")
_DAY = r"\d{4}\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}\s?日?"
_CLOCK = r"(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_DATED = re.compile(rf"(?:发布|发表|发文|成文|刊发|时间|日期)[^0-9]{{0,8}}({_DAY}{_CLOCK})")
_BARE = re.compile(rf"({_DAY}{_CLOCK})")
_SOURCE = re.compile(
    r"(?:来\s*源|来稿单位|供稿|发布(?:机构|单位|者))\s*[:：]\s*"
    r"([^\s|｜/]{2,40}?)(?=[\s|｜/]|字\s*[号体]|作者|浏览|点击|发布|编辑|责任|时间|日期|$)"
)
_SEPARATOR = re.compile(r"\s*(?:[-_|—–·»>]+|\s{2,})\s*")


def stated(page: BeautifulSoup, comments: Iterable[str]) -> dict[str, str]:
    """The hints in the elements and comments of a page; only complete addresses."""
    by_place: dict[tuple[str, str], str] = {}
    for tag in page.find_all(True):
        for place in _places_of(tag):
            if place not in by_place and (value := _value(tag, place)):
                by_place[place] = value
    found = {
        hint: next((by_place[place] for place in places if place in by_place), "")
        for hint, places in _PLACES.items()
    }
    for comment in comments:
        if not found["url"] and (saved := _SAVED.match(comment)):
            found["url"] = saved[1]
    if not _ADDRESS.fullmatch(found["url"]):
        found["url"] = ""
    return {hint: value for hint, value in found.items() if value}


def names_of(page: BeautifulSoup) -> list[str]:
    """The title of the window, and what of it stands before a separator, the likeliest last."""
    element = page.find("title")
    whole = tidy(element.get_text()) if isinstance(element, Tag) else ""
    names = [whole[: separator.start()] for separator in _SEPARATOR.finditer(whole)]
    return [whole, *reversed([name for name in names if len(name) >= _SHORTEST])]


_SHORTEST = 8
"""Characters of the shortest title before a separator."""


def around(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """The date and the source in the lines before and after an article."""
    found: dict[str, str] = {}
    for line in (*before, *after):
        if "date" not in found and (day := _DATED.search(line)):
            found["date"] = tidy(day[1])
        if "source" not in found and (source := _SOURCE.search(line)):
            found["source"] = source[1]
    for line in before[-_NEAR:]:
        day = _BARE.match(line)
        if "date" not in found and day:
            found["date"] = tidy(day[1])
    return found


_NEAR = 4
"""Lines before an article in which a bare date is that of the article."""


_ATTRIBUTES = ("id", "property", "name", "itemprop", "rel", "class")
_KNOWN = frozenset(place for places in _PLACES.values() for place in places)


def _places_of(tag: Tag) -> Iterable[tuple[str, str]]:
    if ("element", tag.name) in _KNOWN:
        yield "element", tag.name
    for name in _ATTRIBUTES:
        value = tag.get(name)
        for one in [value] if isinstance(value, str) else value or ():
            place = (name, one if name in ("id", "class") else one.lower())
            if place in _KNOWN:
                yield place


def _value(tag: Tag, place: tuple[str, str]) -> str:
    name = {"link": "href", "base": "href", "time": "datetime"}.get(tag.name, "content")
    value = tag.get(name)
    if tag.name in ("meta", "link", "base") or place == ("element", "time"):
        return tidy(str(value)) if value else ""
    return tidy(str(value or tag.get_text()))
