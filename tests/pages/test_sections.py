"""Sections of texts, and their links in another page."""

from __future__ import annotations

import pytest

from casebook.pages.sections import moved, section


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
        ("文中的 ## 提示\n\n一。\n", ""),
    ],
)
def test_section(body, expected):
    assert section(body, "提示") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[提示](../tips.md)", "[提示](../../tips.md)"),
        ("[提示](../tips.md#转账)", "[提示](../../tips.md#转账)"),
        ("[黑客](hacking.md)", "[黑客](../../offences/hacking.md)"),
        ("[黑客](./hacking.md)", "[黑客](../../offences/hacking.md)"),
        ('[黑客](hacking.md "题")', '[黑客](../../offences/hacking.md "题")'),
        ("![图](sign.svg)", "![图](../../offences/sign.svg)"),
        ("[甲](a.md)、[乙](../b.md)", "[甲](../../offences/a.md)、[乙](../../b.md)"),
        ("[外](https://www.example.gov.cn/a)", "[外](https://www.example.gov.cn/a)"),
        ("[信](mailto:a@example.gov.cn)", "[信](mailto:a@example.gov.cn)"),
        ("[话](tel:110)", "[话](tel:110)"),
        ("[下](#案例)", "[下](#案例)"),
        ("[根](/a/)", "[根](/a/)"),
        ("没有链接（括号）。", "没有链接（括号）。"),
        ("", ""),
    ],
)
def test_moved_mends_relative_links_and_no_others(written, expected):
    assert moved(written, "offences/fraud.md", "posters/fraud/a3.md") == expected


@pytest.mark.parametrize(
    ("home", "here", "expected"),
    [
        ("offences/fraud.md", "cases/2024-09-01-shanxi/01.md", "../../tips.md"),
        ("offences/fraud.md", "offences/hacking.md", "../tips.md"),
        ("offences/fraud.md", "about.md", "tips.md"),
    ],
)
def test_moved_into_pages_of_other_depths(home, here, expected):
    assert moved("[提示](../tips.md)", home, here) == f"[提示]({expected})"
