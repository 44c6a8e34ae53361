"""Natural order of names with numbers in all the ways that offices write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.importer.natural_order import natural_order


@pytest.mark.parametrize(
    "names",
    [
        ["1.txt", "2.txt", "10.txt"],
        ["案例一.docx", "案例二.docx", "案例三.docx", "案例十.docx", "案例十一.docx"],
        ["①.docx", "②.docx", "⑩.docx"],
        ["案例１.txt", "案例2.txt", "案例１０.txt"],
        ["二〇二四年", "二〇二五年"],
        ["A1.md", "a2.md", "A3.md"],
        ["2.md", "第1起.md", "第2起.md"],
        ["案例九十九", "案例一百", "案例一百零五"],
    ],
)  # fmt: skip
def test_names_in_order(names: list[str]) -> None:
    mixed = [*names[1::2], *names[::2]]
    assert sorted(mixed, key=natural_order) == names


@given(st.text(), st.text())
def test_only_equal_names_have_equal_places(one: str, other: str) -> None:
    assert (natural_order(one) == natural_order(other)) == (one == other)
