"""Former places: which of one name is meant on a day, and what is on its area today."""

from __future__ import annotations

from datetime import date

import pytest

from casebook.places.gazetteer import Level, Place, gazetteer
from casebook.places.history import FormerPlace, History, history


def place(code: str, name: str, level: Level, parent: Place | None = None) -> Place:
    return Place(code, name, level, name, parent)


PROVINCE = place("990000", "某省", Level.PROVINCE)
EAST = place("990100", "东市", Level.CITY, PROVINCE)
WEST = place("990200", "西市", Level.CITY, PROVINCE)
HILL = place("990101", "山区", Level.DISTRICT, EAST)


def former(
    name: str, city: str, year: int, today: tuple[Place, ...] = (), is_checked: bool = True
) -> FormerPlace:
    level = Level.DISTRICT if city else Level.CITY
    until = date(year, 12, 31)
    return FormerPlace(name, city, "某省", level, f"{year}", until, "更名", "", today, is_checked)


FIRST = former("河县", "东市", 2001, (HILL,))
SECOND = former("河县", "东市", 2010, (HILL,))
OF_WEST = former("河县", "西市", 2005)
PREFECTURE = former("东地区", "", 2003, (EAST,))
LOST = former("海县", "东地区", 2002)
KNOWN = History([SECOND, FIRST, OF_WEST, PREFECTURE, LOST])


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(1999, 1, 1), FIRST),
        (date(2001, 12, 31), FIRST),
        (date(2002, 1, 1), SECOND),
        (date(2020, 1, 1), SECOND),
    ],
)
def test_the_name_that_changes_next_is_meant_or_else_the_last(
    day: date, found: FormerPlace
) -> None:
    assert KNOWN.district(EAST, "河县", day) is found


def test_a_district_is_of_its_city_only() -> None:
    assert KNOWN.district(WEST, "河县", date(2004, 1, 1)) is OF_WEST
    assert KNOWN.district(WEST, "海县", date(2000, 1, 1)) is None
    assert KNOWN.district(EAST, "湖县", date(2000, 1, 1)) is None


def test_a_district_of_a_former_city_is_found_in_todays() -> None:
    assert KNOWN.district(PREFECTURE, "海县", date(2000, 1, 1)) is LOST
    assert KNOWN.district(EAST, "海县", date(2000, 1, 1)) is LOST
    assert KNOWN.city("东地区", date(2000, 1, 1)) is PREFECTURE
    assert KNOWN.city("东市", date(2000, 1, 1)) is None
    assert KNOWN.city_names == ("东地区",)


def test_the_year_of_the_change_is_of_both_names() -> None:
    assert FIRST.is_in_use(date(2001, 12, 31))
    assert not FIRST.is_in_use(date(2002, 1, 1))


def test_todays_places() -> None:
    both = former("双县", "东市", 2001, (HILL, EAST, WEST))
    assert both.cities == (EAST, WEST)
    assert (both.heir, FIRST.heir, LOST.heir) == (None, HILL, None)


def test_the_table() -> None:
    """Every row is of a province and a city that are or were, and ends by the last list."""
    names = {*gazetteer().city_names, *history().city_names}
    for one in history().places:
        assert gazetteer().province(one.province) is not None, one
        assert (one.city in names) is (one.level is Level.DISTRICT), one
        assert date(1999, 12, 31) <= one.until <= date(2026, 12, 31), one
        assert {city.province.name for city in one.cities} <= {one.province}, one
        assert one.today or not one.is_checked, one
    keys = [(one.province, one.city, one.name, one.changed) for one in history().places]
    assert len(set(keys)) == len(keys)


def test_dates_of_the_table() -> None:
    chongqing = gazetteer().city("重庆市")
    assert chongqing is not None
    found = history().district(chongqing, "江北区", date(2025, 1, 1))
    assert found is not None
    assert (found.changed, found.until) == ("2025-11", date(2026, 1, 31))
