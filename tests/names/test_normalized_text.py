"""Normalized text: what a reader sees, and where in the source each character is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.names.normalized_text import normalized


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("手机１３９", "手机139"),
        ("①③⑨④⓪²", "139402"),
        ("٣٤٥", "345"),
        ("139&ZeroWidthSpace;3456", "1393456"),
        ("王\u200b建国", "王建国"),
        ("账⼾", "账户"),
        ("审核丨王建国", "审核|王建国"),
        ("张 伟、李 娜", "张伟、李娜"),
        ("犯罪嫌疑人\n陶志刚", "犯罪嫌疑人陶志刚"),
        ("> 犯罪嫌疑人\n> 陶志刚", "> 犯罪嫌疑人陶志刚"),
        ("嫌疑人**王建国**到案", "嫌疑人王建国到案"),
        ("嫌疑人`王建国`到案", "嫌疑人王建国到案"),
        # What stays
        ("## 案情\n王建国因涉嫌", "## 案情\n王建国因涉嫌"),
        ("案情\n\n王建国因涉嫌", "案情\n\n王建国因涉嫌"),
        ("陆**越陷越深", "陆**越陷越深"),
        ("李**和王**，", "李**和王**，"),
        ("给李\\*打电话", "给李＊打电话"),
        ("张三，李四：（王五）", "张三，李四：（王五）"),
    ],
)
def test_what_is_seen(source: str, text: str) -> None:
    assert normalized(source).text == text


def test_a_span_leads_back_to_the_source() -> None:
    source = "手机１３９&ZeroWidthSpace;３４５６，**王\n建国**到案"
    seen = normalized(source)
    for words, written in (("1393456", "１３９&ZeroWidthSpace;３４５６"), ("王建国", "王\n建国")):
        start = seen.text.index(words)
        first, last = seen.source(start, start + len(words))
        assert source[first:last] == written


@given(st.text(alphabet="王建国 \n*`_#>１２a&;\\某，。", max_size=40))
def test_every_character_has_a_place_in_order(source: str) -> None:
    seen = normalized(source)
    if seen.offsets is None:
        assert seen.text == source
    else:
        assert len(seen.offsets) == len(seen.text) + 1
        assert list(seen.offsets) == sorted(seen.offsets)
        assert seen.offsets[-1] == len(source)
