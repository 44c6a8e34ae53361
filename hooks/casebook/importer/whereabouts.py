"""Whereabouts: the place of a case, and the unit that handled it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from casebook.importer.bulletin_words import normalized
from casebook.importer.extracted_value import Extracted, sentence_at
from casebook.importer.place_mentions import Mention, mentions, most_named
from casebook.places.gazetteer import Level, Place

_UNIT = re.compile(
    "(?:[市省州县区]|市县|省市县)?[两三]?级?(?:分局)?(?:公安(?:局|厅|机关|分局)?|"
    "警方|网警|检察院|人民检察院|人民法院|法院)?"
    "(?:[一-鿿]{2,4}分局)?(?:网安(?:总队|支队|大队|部门)?|刑侦(?:总队|支队|大队)|"
    "反诈中心|[一-鿿]{2,8}派出所)?"
)
_NAMELESS = re.compile(
    "(?:^|[，。；、由从在])(?P<unit>(?:网安|刑侦|反诈)(?:总队|支队|大队|中心)|"
    "省公安厅|市公安局|县公安局)"
)
_OF_HOME = re.compile("我[市县区]|全市|全县|市公安局")
_OF_PROVINCE = re.compile("我省|全省|省公安厅")
_OF_COUNTRY = re.compile("公安部|全国公安|各地公安|最高人民")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The place of a case, to the lowest known level, and its agency."""

    place: Place | None
    agency: str | None

    @property
    def province(self) -> Place | None:
        """The province, or the municipality."""
        return self.place.province if self.place else None

    @property
    def city(self) -> Place | None:
        """The prefecture-level place, or the municipality."""
        place = self.place
        while place is not None and place.level is Level.DISTRICT:
            place = place.parent
        if place is None or place.level is Level.CITY:
            return place
        return place if _is_municipality(place) else None

    @property
    def district(self) -> Place | None:
        """The county-level place."""
        return self.place if self.place and self.place.level is Level.DISTRICT else None


def _is_municipality(place: Place) -> bool:
    return place.name.endswith("市")


def home_of(head: str, text: str) -> Place | None:
    """The city or province whose police publish a bulletin; None for the whole country.

    `head` is its title and lead, `text` its whole text.
    """
    plain = normalized(head)
    named = [one for one in mentions(head) if one.is_agency]
    if named:
        return named[0].place.province if "我省" in plain else named[0].place
    if _OF_COUNTRY.search(plain):
        return None
    found = mentions(head)
    most = most_named(text)
    if _OF_HOME.search(plain) or not _OF_PROVINCE.search(plain):
        in_head = [one.place for one in found if one.place.level is not Level.PROVINCE]
        return in_head[0] if in_head else most
    return found[0].place.province if found else (most.province if most else None)


def whereabouts_of(
    title: str | None, text: str, home: Place | None, day: date | None = None
) -> Extracted[Whereabouts]:
    """The place of a case, by the unit that acted, its title, its first sentence, or `home`.

    Places in quotation marks, as in a rumour, and units that only assisted do not count. On the
    `day` of the case a former name is kept as printed.
    """
    around = [home] if home else []
    named = mentions(text, around, day)
    offices = [one for one in named if one.is_agency]
    titled = mentions(title or "", around, day)
    agency = _agency(text, offices)
    office = offices[0] if offices else None
    if office is not None:
        beside = [*titled, *named[: named.index(office)]]
        if office.place.level is Level.PROVINCE:
            beside += offices[1:2]
        place = _refined(office.place, beside)
        return _fact(Whereabouts(place, agency), text, office.start, True)
    if titled:
        return _fact(Whereabouts(titled[0].place, agency), title or "", 0, True)
    first = [one for one in named if one.start < _NEAR]
    if first:
        return _fact(
            Whereabouts(_refined(first[0].place, first), agency), text, first[0].start, False
        )
    return _fact(Whereabouts(home, agency), text, 0, home is not None and not named)


_NEAR = 60
"""Characters at the beginning of a text that usually state the place."""


def _refined(place: Place, others: list[Mention]) -> Place:
    """The place, or a place within it among `others`, as a city for a province."""
    for other in others:
        inner = other.place
        if (
            inner.level is not place.level
            and inner != place
            and (
                inner.parent == place or (place.level is Level.PROVINCE and inner.province == place)
            )
        ):
            return inner
    return place


def _fact(value: Whereabouts, text: str, place: int, is_certain: bool) -> Extracted[Whereabouts]:
    return Extracted(value, sentence_at(text, place), is_certain)


def publishing_unit(head: str, home: Place | None) -> str | None:
    """The first police unit in a text; one named by its level only is completed with `home`."""
    for one in (one for one in mentions(head, [home] if home else []) if one.is_agency):
        unit = _agency(head, [one]) or ""
        if match := re.match("[^，。]{2,16}?公安(?:局|厅|机关)(?:[一-鿿]{2,4}分局)?", unit):
            return match[0]
    match = _NAMELESS.search(normalized(head))
    if match is None or home is None:
        return None
    level = match["unit"][0]
    if level == "省":
        return f"{home.province.name}公安厅"
    return f"{home.name}公安局" if level in "市县" else None


def _agency(text: str, offices: list[Mention]) -> str | None:
    """The unit that acted, verbatim."""
    plain = normalized(text)
    if offices:
        office = offices[0]
        unit = _UNIT.match(plain, office.end)
        return text[office.start : unit.end() if unit else office.end]
    match = _NAMELESS.search(plain)
    return match["unit"] if match else None
