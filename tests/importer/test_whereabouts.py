"""Whereabouts: the place of a case by the unit that acted, and the place of the publisher."""

from __future__ import annotations

import pytest

from casebook.importer.whereabouts import home_of, publishing_unit, whereabouts_of
from casebook.places.gazetteer import Place, gazetteer

from .tables import rows

CHINA = gazetteer()


def place_named(name: str) -> Place | None:
    """The only place of that name, as the tables give the publisher's; None for an empty name."""
    if not name:
        return None
    if place := CHINA.city(name) or CHINA.province(name):
        return place
    cities = (city for city in map(CHINA.city, CHINA.city_names) if city)
    (found,) = (found for city in cities if (found := CHINA.district(city, name)))
    return found


@pytest.mark.parametrize(
    "row", rows("whereabouts.tsv"), ids=lambda row: f"{row['home']} {row['title']} {row['text']}"
)
def test_the_place_of_a_case(row: dict[str, str]) -> None:
    found = whereabouts_of(row["title"] or None, row["text"], place_named(row["home"]))
    where = found.value
    named = (where.province, where.city, where.district)
    place = "/".join(place.name if place else "-" for place in named)
    assert (place, found.is_certain) == (row["where"], row["certain"] == "yes")


@pytest.mark.parametrize("row", rows("homes.tsv"), ids=lambda row: row["head"])
def test_the_place_and_the_unit_of_the_publisher(row: dict[str, str]) -> None:
    home = home_of(row["head"], f"{row['head']}\n{row['rest']}")
    unit = publishing_unit(row["head"], home)
    assert (home.name if home else "", unit or "") == (row["home"], row["unit"])
