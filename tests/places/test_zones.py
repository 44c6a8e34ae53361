"""Zones: found by name and alias, in their cities."""

from __future__ import annotations

import pytest

from casebook.places.gazetteer import Place, gazetteer
from casebook.places.zones import zones


def city(name: str) -> Place:
    found = gazetteer().city(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("within", "name", "names"),
    [
        ("西安市", "西安高新区", ["西安高新技术产业开发区"]),
        ("西安市", "高新区", ["西安高新技术产业开发区"]),
        ("西安市", "西安市高新区", ["西安高新技术产业开发区"]),
        ("太原市", "西安高新区", ["西安高新技术产业开发区"]),
        ("唐山市", "唐山开发区", ["河北唐山芦台经济开发区", "河北唐山海港经济开发区"]),
        ("咸阳市", "西咸新区", ["西咸新区"]),
        ("咸阳市", "高新区", []),
        ("西安市", "雁塔区", []),
    ],
)
def test_within_a_city(within: str, name: str, names: list[str]) -> None:
    assert [zone.name for zone in zones().within(city(within), name)] == names


def test_the_table() -> None:
    """Every zone has a city, a kind, and names that no place above it has."""
    for zone in zones().zones:
        assert zone.cities, zone
        assert zone.kind, zone
        assert len(set(zone.names)) == len(zone.names), zone
        assert not any(gazetteer().city(name) for name in zone.names), zone
    assert len(zones().zones) == 242
    assert sum(zone.is_checked for zone in zones().zones) == 142
