"""Sections of texts."""

from __future__ import annotations

import pytest

from casebook.pages.sections import advice, has_advice, has_section, section


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", ""),
        ("没有小标题。\n", ""),
        ("## 提示\n\n一。\n", "一。"),
        (
            "前言。\n\n## 案情\n\n甲。\n\n## 提示\n\n一。\n\n二。\n\n## 结尾\n\n丙。\n",
            "一。\n\n二。",
        ),
        ("##   提示  \n一。\n", "一。"),
        ("##\t提示 ##\n\n一。\n", "一。"),
        ("## 提示\n", ""),
        ("## 提示\n\n一。\n\n### 细节\n\n二。\n", "一。\n\n### 细节\n\n二。"),
        ("### 提示\n\n一。\n", ""),
        ("# 提示\n\n一。\n", ""),
        ("## 警方提示\n\n一。\n", ""),
        ("##提示\n\n一。\n", ""),
        ("```\n## 提示\n\n一。\n```\n", ""),
        ("- 甲\n\n  ## 提示\n\n  一。\n", ""),
        ("## 提示\n\n```\n## 甲\n```\n\n二。\n", "```\n## 甲\n```\n\n二。"),
        ("文中的 ## 提示\n\n一。\n", ""),
    ],
)
def test_section(body, expected):
    assert section(body, "提示") == expected
    assert has_section(body, "提示") or not expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## 防范提示\n\n- 一。\n", "- 一。"),
        ("## 警方提示\n\n- 二。\n", "- 二。"),
        ("## 警方提示\n\n- 二。\n\n## 防范提示\n\n- 一。\n", "- 一。"),
        ("## 提示\n\n- 三。\n", ""),
        ("文中的防范提示和警方提示。\n", ""),
    ],
)
def test_advice_is_found_under_either_heading(body, expected):
    assert advice(body) == expected
    assert has_advice(body) == bool(expected)
