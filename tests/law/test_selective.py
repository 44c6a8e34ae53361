"""Selective charges: every choice of parts, in their order, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.law.selective import forms, full_name


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("盗窃罪", ["盗窃罪"]),
        ("生产、销售有毒、有害食品罪", ["生产、销售有毒、有害食品罪"]),
        ("{侮辱、诽谤}罪", ["侮辱、诽谤罪", "侮辱罪", "诽谤罪"]),
        (
            "{掩饰、隐瞒}{犯罪所得、犯罪所得收益}罪",
            [
                "掩饰、隐瞒犯罪所得、犯罪所得收益罪",
                "掩饰、隐瞒犯罪所得罪",
                "掩饰、隐瞒犯罪所得收益罪",
                "掩饰犯罪所得、犯罪所得收益罪",
                "掩饰犯罪所得罪",
                "掩饰犯罪所得收益罪",
                "隐瞒犯罪所得、犯罪所得收益罪",
                "隐瞒犯罪所得罪",
                "隐瞒犯罪所得收益罪",
            ],
        ),
        (
            "使用{间谍器材、{窃听、窃照}器材}罪",
            [
                "使用间谍器材、窃听、窃照器材罪",
                "使用间谍器材、窃听器材罪",
                "使用间谍器材、窃照器材罪",
                "使用间谍器材罪",
                "使用窃听、窃照器材罪",
                "使用窃听器材罪",
                "使用窃照器材罪",
            ],
        ),
    ],
)
def test_forms(pattern: str, expected: list[str]) -> None:
    assert list(forms(pattern)) == expected


@pytest.mark.parametrize("pattern", ["{甲、乙罪", "甲}罪", "{甲、{乙}罪", "{甲、乙}}罪"])
def test_braces_that_are_not_balanced(pattern: str) -> None:
    with pytest.raises(ValueError, match="甲"):
        list(forms(pattern))


@given(
    st.lists(st.lists(st.sampled_from("甲乙丙丁"), min_size=1, unique=True), min_size=1, max_size=3)
)
def test_the_number_of_forms_is_that_of_choices(groups: list[list[str]]) -> None:
    """Of n parts there are 2ⁿ - 1 choices, for each pair of braces by itself."""
    pattern = "".join(f"{{{'、'.join(parts)}}}于" for parts in groups) + "罪"
    found = list(forms(pattern))
    expected = 1
    for parts in groups:
        expected *= 2 ** len(parts) - 1
    assert (len(found), found[0]) == (expected, full_name(pattern))
    assert len(set(found)) == len(found)
