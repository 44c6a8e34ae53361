"""Names of files and folders: no place is taken for a person."""

from __future__ import annotations

from casebook.checks.published_names import found_in_name
from casebook.places.gazetteer import gazetteer


def test_no_slug_of_a_place_is_the_name_of_a_person() -> None:
    assert [slug for slug in sorted(gazetteer().slugs) if found_in_name(slug)] == []


def test_a_name_beside_the_slug_of_a_place_is_found() -> None:
    assert found_in_name("yunan-qu-wangxiaoming")
