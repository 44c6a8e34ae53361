"""References to articles: which are named, and whether two texts name one in common."""

from __future__ import annotations

import pytest

from casebook.law.articles import (
    Reference,
    chinese_number,
    overlap,
    references,
    without_paragraphs,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [("一", 1), ("十", 10), ("十五", 15), ("二十", 20), ("一百零三", 103), ("一百三十六", 136),
     ("二百八十五", 285), ("三百", 300), ("四千零一", 4001)],
)  # fmt: skip
def test_numerals(text: str, value: int) -> None:
    assert chinese_number(text) == value


def test_what_is_no_numeral() -> None:
    with pytest.raises(KeyError):
        chinese_number("二百甲")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("第十条", (Reference((10, 0), (10, 0)),)),
        ("第二百九十一条之一第二款", (Reference((291, 1), (291, 1), 2),)),
        ("第二十五条第二项、第三项", (Reference((25, 0), (25, 0)),)),
        ("第五十条第一款第六项", (Reference((50, 0), (50, 0), 1),)),
        (
            "第六十一条第一款、第三款",
            (Reference((61, 0), (61, 0), 1), Reference((61, 0), (61, 0), 3)),
        ),
        (
            "第一百一十四条、第一百一十五条第一款",
            (Reference((114, 0), (114, 0)), Reference((115, 0), (115, 0), 1)),
        ),
        ("第二百一十三条至第二百一十九条之一", (Reference((213, 0), (219, 1)),)),
    ],
)
def test_references(text: str, expected: tuple[Reference, ...]) -> None:
    assert references(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "is_common"),
    [
        ("第二百八十五条", "第二百八十五条第三款", True),
        ("第二百八十五条第二款", "第二百八十五条第三款", False),
        ("第二百九十一条", "第二百九十一条之一", False),
        ("第十三条、第七十一条", "第七十一条第一款第一项", True),
        ("第二百一十三条至第二百一十九条之一", "第二百一十七条", True),
        ("第二百一十三条至第二百一十九条之一", "第二百二十条", False),
        ("第十条", "", False),
    ],
)
def test_overlap(one: str, other: str, is_common: bool) -> None:
    assert overlap(one, other) is overlap(other, one) is is_common


def test_without_paragraphs() -> None:
    text = "第六十一条第一款、第三款、第二百九十一条之一第二款、第六十一条"
    assert without_paragraphs(text) == "第六十一条、第二百九十一条之一"
