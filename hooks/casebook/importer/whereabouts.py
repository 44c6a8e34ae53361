"""Whereabouts: the place of a case, and the unit that handled it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casebook.importer.extracted_value import Extracted, sentence_at
from casebook.importer.place_contexts import UNIT, Role, is_listed
from casebook.importer.place_mentions import Mention, mentions, unquoted
from casebook.importer.publishers import home_of as home_of
from casebook.importer.publishers import publishing_unit as publishing_unit
from casebook.places.gazetteer import Level, Place

_OWN_UNIT = re.compile(
    "(?:^|[，。；：、由从在经向后\n]|近日|日前|[年月日])"
    "(?P<unit>(?:我|本|全)[市县区州盟旗](?:公安(?:局|机关)?|警方|网安|网警)|(?:我|本|市|县|分)局"
    "(?:网安(?:总队|支队|大队)|刑侦(?:支队|大队)|[一-鿿]{2,8}?分局)?"
    "|[市县]公安局(?:网安(?:支队|大队)|[一-鿿]{2,8}?分局)?|(?:网安|刑侦|反诈)(?:支队|大队|中心)"
    "|(?:(?![某被在将把与和向对由经，。；：、\n年月日])[一-鿿]){2,8}?(?:公安分局|分局(?!长)|派出所))"
)
_OF_PROVINCE = re.compile(
    "(?:^|[，。；：、由从在经向后\n]|近日|日前|[年月日])"
    "(?P<unit>省公安厅|省厅(?:网安总队)?|(?:我|全)(?:省|区)(?:公安(?:机关)?|各?级?公安|警方)|(?:网安|刑侦)总队)"
)
_LED = re.compile(
    "(?:[一-鿿]{0,8}?)(?:的)?(?:统一)?(?:指挥|指导|部署|组织|领导|支持|协助|配合|要求)下"
    "|[^，。；]{0,8}(?:下发|推送|通报|转递|交办|挂牌|督办)"
)
"""What comes after a unit that led, or told of the case."""
_NEAR = 60
"""Characters at the beginning of a text that usually state the place."""


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


@dataclass(frozen=True, slots=True)
class _Case:
    """What title and text name."""

    title: str
    text: str
    home: Place | None
    titled: Sequence[Mention]
    named: Sequence[Mention]

    def offices(self) -> list[Mention]:
        """The units that acted by the text, or else by the title: police before courts."""
        for role in (Role.POLICE, Role.COURT):
            for found in (self.named, self.titled):
                if offices := [one for one in found if one.role is role]:
                    return offices
        return []

    def is_own(self, place: Place) -> bool:
        """Whether a place lies in that of the publisher; any does if that is not known."""
        home = self.home
        return home is None or place.city == home.city or place.province == home

    @property
    def is_home_city(self) -> bool:
        """Whether the publisher is of a city or district."""
        home = self.home
        return home is not None and (home.level is not Level.PROVINCE or _is_municipality(home))


def whereabouts_of(
    title: str | None, text: str, home: Place | None, day: date | None = None
) -> Extracted[Whereabouts]:
    """The place of a case, by the unit that acted, its title, its first sentence, or `home`.

    Places in quotation marks, as in a rumour, units that only assisted, and places where someone
    comes from or fled to do not count. On the `day` of the case a former name is kept as printed.
    """
    around = [home] if home else []
    heading = title or ""
    case = _Case(heading, text, home, mentions(heading, around, day), mentions(text, around, day))
    plain = unquoted(text)
    own = _first(_OWN_UNIT, plain) or _first(_OWN_UNIT, unquoted(heading))
    offices = case.offices()
    inside = [one for one in offices if case.is_own(one.place)]
    if own and home and case.is_home_city and not _is_before(inside, own, case):
        beside = [one for one in case.named if one.role is Role.BESIDE]
        within = [one for one in case.named if own.start() <= one.start < own.end("unit")]
        where = Whereabouts(_refined(home, [*within, *beside, *inside]), own["unit"])
        return _with_site(case, _fact(where, text, own.start("unit"), True))
    if inside:
        return _with_site(case, _of_office(case, inside))
    if home is not None and (found := _first(_OF_PROVINCE, plain)):
        return _fact(Whereabouts(home.province, found["unit"]), text, found.start("unit"), True)
    agency = own["unit"] if own else None
    if offices and not (own and case.is_home_city):
        where = Whereabouts(offices[0].place, _agency(case, offices[0]))
        return _fact(where, text, offices[0].start, False)
    return _of_site(case, agency, bool(offices))


def _first(pattern: re.Pattern[str], plain: str) -> re.Match[str] | None:
    """The first unit without a place's name that did not merely lead."""
    found = pattern.finditer(plain)
    return next((one for one in found if not _LED.match(plain, one.end("unit"))), None)


def _is_before(offices: Sequence[Mention], own: re.Match[str], case: _Case) -> bool:
    """Whether a unit that names its place comes before one that does not, or is it."""
    return any(
        one in case.titled or one.start <= own.start("unit") or one.end <= own.end("unit")
        for one in offices
    )


def _with_site(case: _Case, found: Extracted[Whereabouts]) -> Extracted[Whereabouts]:
    """The place of the unit, or else the only district within it where something happened."""
    city = found.value.place
    named = [*case.titled, *case.named]
    inner = {one.place for one in named if city and _lies_below(one.place, city)}
    if len(inner) != 1:
        return found
    where = Whereabouts(inner.pop(), found.value.agency)
    return Extracted(where, found.sentence, is_certain=False)


def _of_office(case: _Case, offices: Sequence[Mention]) -> Extracted[Whereabouts]:
    """The place of the first unit, refined by names beside it."""
    first = offices[0]
    beside = list(case.titled)
    if first in case.named:
        beside += case.named[: case.named.index(first)]
    if first.place.level is Level.PROVINCE and not _is_joint(case, offices[1:]):
        courts = [one for one in case.named if one.role is Role.COURT]
        beside += offices[1:2] or courts
    later = {one.place for one in offices if _lies_below(one.place, first.place)}
    place = _refined(first.place, beside)
    if place == first.place and len(later) == 1:
        place = later.pop()
    cities = {one.place.city for one in offices if one.place.level is not Level.PROVINCE}
    titled = [one for one in case.titled if one.place.level is not Level.PROVINCE]
    is_same = case.is_home_city or len(cities) < 2
    is_as_titled = not titled or titled[0].place.city == place.city or case.is_home_city
    if _is_joint(case, offices):
        common = first.place.province if case.home != first.place else first.place
        return _fact(Whereabouts(common, _agency(case, first)), case.text, first.start, False)
    source = case.text if first in case.named else case.title
    is_certain = first.is_sure and is_same and is_as_titled
    return _fact(Whereabouts(place, _agency(case, first)), source, first.start, is_certain)


def _lies_below(place: Place, city: Place) -> bool:
    return place.level is Level.DISTRICT and place.parent == city


def _is_joint(case: _Case, offices: Sequence[Mention]) -> bool:
    """Whether units of two cities acted together: 太原、大同两地网安."""
    if len(offices) < 2 or offices[0] not in case.named:
        return False
    first, second = offices[:2]
    return first.place.city != second.place.city and is_listed(
        unquoted(case.text), first.end, second.start
    )


def _of_site(case: _Case, agency: str | None, is_of_others: bool) -> Extracted[Whereabouts]:
    """The place of what happened by the title or the beginning, or that of the publisher."""
    home = case.home
    titled = sorted(case.titled, key=lambda one: not case.is_own(one.place))
    if titled:
        is_first = titled[0].start == 0 and case.is_own(titled[0].place)
        place = titled[0].place
        return _fact(Whereabouts(place, agency), case.title, 0, is_first and titled[0].is_sure)
    near = [one for one in case.named if one.start < _NEAR]
    inside = [one for one in near if case.is_own(one.place)]
    if inside:
        place = _refined(inside[0].place, inside)
        if home and home.level is Level.DISTRICT:
            place = home
        return _fact(Whereabouts(place, agency), case.text, inside[0].start, False)
    is_certain = case.is_home_city and not near and not is_of_others
    return _fact(Whereabouts(home, agency), case.text, 0, is_certain)


def _refined(place: Place, others: Sequence[Mention]) -> Place:
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
    return Extracted(value, sentence_at(text, place), is_certain and value.place is not None)


def _agency(case: _Case, office: Mention) -> str | None:
    """The unit that acted, verbatim; None for a place that merely stands for it."""
    source = case.text if office in case.named else case.title
    unit = UNIT.match(unquoted(source), office.end)
    return source[office.start : unit.end()] if unit else None
