"""What Markdown makes of texts that were not written with its marks in mind, and what GitHub shows."""

# ruff: noqa: E501 - a line of a report stays in one piece, so that it can be searched for

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.checks.github_preview import OF_CONTENT as OF_PREVIEW
from casebook.checks.markup import OF_CONTENT as OF_MARKUP
from casebook.content.contents import Page
from casebook.content.front_matter import parse
from casebook.content.page_model import PageFields

from ..content.steadily import steadily
from .sites import TAIYUAN, report, sound

CASE = f"{TAIYUAN}/02.md"


def lines_for(tmp_path: Path, body: str, **fields: str) -> list[str]:
    """The report of a case with this body, which begins on line 10; its path is left out."""
    lines = report(tmp_path, {CASE: sound(CASE, body, **fields)})
    return [line.removeprefix(f"{CASE}:") for line in lines]


@pytest.mark.parametrize(
    "body",
    [
        "**重点**：甲\\*乙、丙\\*丁。",
        "犯罪嫌疑人李**、王**收买账号。",
        "由**张某某**负责，抓获**30**人，查获**50**台。",
        "**“甲”** 和 **乙**，1 * 2 * 3",
        "**1、**",
        "第____号，甲__和乙__，a_b_c",
        "#净网2025#公安机关",
        "20\\~30人，50\\~60岁；约~20人",
        "`a~b~c`",
        "1. 甲\n1. 乙\n\n2) 丙\n3) 丁",
        "- 甲\n  - 乙\n\n  丙\n- 丁",
        "甲\n\n---\n\n乙",
        "> 甲\n> 乙\n\n> > 丙",
        "```text\n甲\n```\n\n~~~\n甲*乙、丙*丁\n~~~",
        "| 甲 | 乙 |\n|---|---|\n| 一 |\n| 丙\\|丁 | 二 |",
        "[甲][乙]、[丙]\n\n[乙]: 01.md\n[丙]: index.md",
        "AT&T、AT&amp;T、&copy;",
        "不成链接的网址 http://example.org/a_b_c 原样显示。",
        "甲  \n2. 乙",
        "5月\n1. 甲\n2. 乙",
    ],
)  # fmt: skip
def test_texts_that_are_shown_alike(body: str, tmp_path: Path) -> None:
    assert lines_for(tmp_path, body) == []


def mask(place: str, found: str, expected: str) -> str:
    return f"{place}: “{found}”里的符号会被当作强调的记号，不再显示。隐去的字请写“某”，或写成“{expected}”；确要强调的，请写进放行（allow）。[markdown-mask]"


@pytest.mark.parametrize(
    ("body", "place", "found", "expected"),
    [
        ("李**和王**收号", "10:2", "**和王**", "\\*\\*和王\\*\\*"),
        ("李**和王**、", "10:2", "**和王**", "\\*\\*和王\\*\\*"),
        ("李**（化名）和王**（化名）", "10:2", "**（化名）和王**", "\\*\\*（化名）和王\\*\\*"),
        ("138**和139**号段", "10:4", "**和139**", "\\*\\*和139\\*\\*"),
        ("嫌疑人：*明和李*收号", "10:5", "*明和李*", "\\*明和李\\*"),
        ("“*某”和“李*”", "10:2", "*某”和“李*", "\\*某”和“李\\*"),
        ("（*明和*）", "10:2", "*明和*", "\\*明和\\*"),
        ("（_某_）", "10:2", "_某_", "\\_某\\_"),
        ("输入“*62*号码#”", "10:4", "*62*", "\\*62\\*"),
        ("李**收买**账号**，", "10:2", "**收买**", "\\*\\*收买\\*\\*"),
        ("`*`后\n李**和王**", "11:2", "**和王**", "\\*\\*和王\\*\\*"),
    ],
)
def test_masks_that_would_be_emphasis(
    body: str, place: str, found: str, expected: str, tmp_path: Path
) -> None:
    assert mask(place, found, expected) in lines_for(tmp_path, body)


def test_an_editor_can_allow_an_emphasis(tmp_path: Path) -> None:
    allow = "[{code: markdown-mask, text: 关于**资金**, reason: 是强调}]"
    assert lines_for(tmp_path, "关于**资金**、账号的去向。", allow=allow) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("甲*乙、丙*丁", ["10:2"]),
        ("**李某某**、甲*乙、丙*丁", ["10:10"]),
        ("代码`*`和甲*乙、丙*丁", ["10:8"]),
        ("甲\n\n139****0001和158****0002", ["12:4"]),
        ("甲*乙，\n丙*丁", ["10:2"]),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | 甲*乙、丙*丁 |", ["12:8"]),
        ("    甲\n\n    乙\n\n丙", ["10:1"]),
        ("    甲\n\n丙\n\n\t乙", ["10:1", "14:1"]),
        ("- 甲\n\n        乙", ["12:1"]),
        (">甲\n\n>乙", ["10:1", "12:1"]),
        ("甲\n---\n\n乙\n---", ["11:1", "14:1"]),
        ("> 甲\n> ---", ["11:1"]),
        ("```\n甲\n\n乙", ["10:1"]),
        ("1. 甲\n3. 乙\n4. 丙", ["11:1", "12:1"]),
        ("1. 甲\n2024. 12月", ["11:1"]),
        ("20~30人\n\n20~30人，50~60岁", ["12:3"]),
        ("甲\n=\n\n乙", ["11:1"]),
    ],
)  # fmt: skip
def test_where_the_preview_differs(body: str, places: list[str], tmp_path: Path) -> None:
    lines = lines_for(tmp_path, body)
    assert [":".join(line.split(":")[:2]) for line in lines] == places


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("| 甲 |\n|---|\n| 甲 | 甲 |", ["12:7"]),
        ("[甲]: 01.md\n\n乙", ["10:2"]),
        ("甲\n\n[注]: 甲", ["12:2"]),
        ("```甲\n乙\n```", ["10:4"]),
        ("> " * 30 + "甲", ["10:61"]),
    ],
)
def test_words_that_would_be_lost(body: str, places: list[str], tmp_path: Path) -> None:
    lines = [line for line in lines_for(tmp_path, body) if "网页上不会显示" in line]
    assert [":".join(line.split(":")[:2]) for line in lines] == places


@pytest.mark.parametrize("spaced", ["** 甲 **", "** 甲**", "**甲 **"])
def test_emphasis_with_spaces_inside(spaced: str, tmp_path: Path) -> None:
    assert lines_for(tmp_path, f"见：{spaced}。") == [
        f"10:3: 这里的“{spaced}”会照原样显示在网页上。请删去星号和文字之间的空格；不是强调的，在每个星号前加反斜杠。"
    ]


@pytest.mark.parametrize("mark", ["2.", "（一）", "一、", "3、", "(2)", "①", "●"])
def test_lines_that_would_run_on(mark: str, tmp_path: Path) -> None:
    gap = " " if mark == "2." else ""
    (line,) = lines_for(tmp_path, f"如下：\n{mark}{gap}甲")
    assert line == f"11:1: 这一行（“{mark}”）会接在上一行后面显示。要另起一行，请在上面空一行。"


anything = st.lists(
    st.sampled_from([
        *"甲乙李*_~`#>|-+=.)\\[]()<&;:! \t\n0129", "**", "```", "~~~", "\n\n", "    ", "- ", "1. ",
        "2024. ", "> ", "]: ", "](", "|-|\n", "---\n", "\u3000",
    ]),
    max_size=40,
).map("".join)  # fmt: skip


@steadily(500)
@given(anything)
def test_any_body_can_be_checked(body: str) -> None:
    document, _ = parse(f"---\ntitle: 甲\n---\n{body}", "docs/a.md")
    page = Page("a.md", PageFields(title="甲"), document)
    lines = body.count("\n") + 1
    for rule in (*OF_MARKUP, *OF_PREVIEW):
        for problem in rule(page):
            assert document.body_line <= problem.line < document.body_line + lines
