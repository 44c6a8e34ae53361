"""Written numbers: every writing of a whole number, and what is none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.importer.written_numbers import DAY_OR_MONTH, whole_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("１２", 12),
        ("1,208", 1208),
        ("1，208", 1208),
        ("1 208", 1208),
        ("〇", 0),
        ("两", 2),
        ("十", 10),
        ("十五", 15),
        ("二十三", 23),
        ("廿三", 23),
        ("卅", 30),
        ("贰拾", 20),
        ("一百零八", 108),
        ("两千三百", 2300),
        ("1万2千", 12_000),
        ("三万", 30_000),
        ("二〇二五", 2025),
        ("二○二五", 2025),
        ("一九九八", 1998),
    ],
)
def test_the_value_of_a_number(text: str, value: int) -> None:
    assert whole_number(text) == value


@pytest.mark.parametrize(
    "text", ["", " ", "1.5", "百", "万", "十十", "三十二十", "名", "-3", "1,2"]
)
def test_what_is_no_whole_number(text: str) -> None:
    assert whole_number(text) is None


@pytest.mark.parametrize("text", ["8", "08", "31", "八", "十", "十二", "三十一", "廿八", "卅"])
def test_days_and_months(text: str) -> None:
    assert re.fullmatch(DAY_OR_MONTH, text)


@given(st.text(alphabet="0123456789〇一二两三十百千万亿廿贰拾,.， ", max_size=30))
def test_any_text_is_a_number_or_none(text: str) -> None:
    value = whole_number(text)
    assert value is None or value >= 0
