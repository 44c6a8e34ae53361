"""The rules on the Markdown of bodies: every form of link, image and HTML, and where it stands."""

# ruff: noqa: E501 - a line of a report stays in one piece, so that it can be searched for

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.checks.bodies import elements

from .sites import DATONG, TAIYUAN, report, sound

INDEX, CASE, OTHER = f"{TAIYUAN}/index.md", f"{TAIYUAN}/02.md", f"{DATONG}/01.md"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
PICTURES = {f"{TAIYUAN}/{name}": PICTURE for name in ("hall.svg", "现场.svg", "现场 二.svg")}


def lines_for(tmp_path: Path, body: str) -> list[str]:
    """The report of a case with this body, which begins on line 10; its path is left out."""
    lines = report(tmp_path, PICTURES | {CASE: sound(CASE, body)})
    return [line.removeprefix(f"{CASE}:") for line in lines]


def dead(place: str, found: str, nearest: str = "") -> str:
    return f"{place}: 链接“{found}”指向的文件不存在。{nearest}请写相对于本文件的路径，如 ../2025-02-10-shanxi/04.md。"


def absolute(place: str, found: str) -> str:
    return f"{place}: 链接“{found}”以“/”开头，站点放进子目录后会失效。站内链接请写相对于本文件的路径，如 ../2025-02-10-shanxi/04.md；外部链接请写以 https:// 开头的完整网址。"


def malformed(place: str, found: str, detail: str = "读不懂") -> str:
    return (
        f"{place}: 链接“{found}”{detail}。请写成 [文字](网址)，网址重新复制完整，里面不能有空格。"
    )


UNNAMED = "里没有公开网站的名称"
UNUSUAL = "里有空格、反斜杠或控制字符"


def scheme(place: str, found: str) -> str:
    return f"{place}: 链接“{found}”的开头不被允许。外部链接请写以 https:// 开头的完整网址；对方只有 http 的，只写网站和标题，不写链接。"


def dead_image(place: str, found: str) -> str:
    return f"{place}: 图片“{found}”不存在。请把图片文件放进通报文件夹，写相对路径。"


def foreign(place: str, found: str) -> str:
    return f"{place}: 图片“{found}”在别的网站上。请把图片文件放进通报文件夹，写相对路径。"


def undescribed(place: str, found: str) -> str:
    return (
        f"{place}: 图片“{found}”没有文字说明。请在方括号里写明图片内容，如 ![活动现场](hall.jpg)。"
    )


def html(place: str, found: str) -> str:
    return f"{place}: 正文里有 HTML 代码“{found}”。请改用 Markdown 写法；要显示小于号时写成“&lt;”。"


@pytest.mark.parametrize(
    "body",
    [
        "[甲](01.md)",
        "[甲](./01.md)",
        "[甲](<01.md>)",
        '[甲](01.md "第一案")',
        "[甲](01.md#案情)",
        "[甲](02.md)",
        "[甲](index.md)",
        "## 案情\n\n[甲](#案情)",
        "[甲](../2024-06-01-datong/01.md)",
        "[甲](../../offences/personal-info.md#这是什么)",
        "[甲](../../about.md)",
        "[甲](../../cities/taiyuan.md)",
        "[甲](../../dates/2024.md)",
        "[甲](../index.md)",
        "[甲](../../offences/index.md)",
        "[甲][乙]\n\n[乙]: 01.md",
        "[甲][]\n\n[甲]: ../2024-06-01-datong/01.md",
        "![大厅](hall.svg)",
        "![现场](现场.svg)",
        "![现场](%E7%8E%B0%E5%9C%BA.svg)",
        "![现场](<现场 二.svg>)",
        "![现场](%E7%8E%B0%E5%9C%BA%20%E4%BA%8C.svg)",
        "[![大厅](hall.svg)](01.md)",
        "[甲](https://example.org/)",
        "[甲](HTTPS://example.org/a?b=c#d)",
        "[甲](https://例子.中国/通报)",
        "<https://example.org/>",
        "[甲](mailto:jubao@example.gov.cn)",
        "<jubao@example.gov.cn>",
        "[甲](tel:110)",
        "[甲](TEL:96110)",
        "不成链接的网址 http://example.org/ 原样显示。",
        "`[甲](09.md)`",
        "`` `[甲](09.md) <br>` ``",
        "```\n[甲](09.md)\n<br>\n```",
        "~~~\n[甲](javascript:x)\n~~~",
        "\\[甲](09.md)",
        "\\<br>",
        "&lt;br&gt;",
        "3 < 5，5 > 3，3<5",
        "屏幕上写着<手机号>三个字。",
    ],
)
def test_bodies_that_hold(body: str, tmp_path: Path) -> None:
    assert lines_for(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("[甲](09.md)", [dead("10:5", "09.md")]),
        ('[甲](09.md "第九案")', [dead("10:5", "09.md")]),
        ("[甲](09.md#案情)", [dead("10:5", "09.md#案情")]),
        ("[甲]( 09.md )", [dead("10:6", "09.md")]),
        ("[甲](01)", [dead("10:5", "01")]),
        ("[甲](01/)", [dead("10:5", "01/")]),
        ("[甲](01.MD)", [dead("10:5", "01.MD")]),
        ("[甲](../2024-06-01-datong/)", [dead("10:5", "../2024-06-01-datong/")]),
        (
            "[甲](../../../../about.md)",
            [dead("10:5", "../../../../about.md", "最接近的写法：“../../about.md”。")],
        ),
        ("[甲](../../citiesmap.md)", [dead("10:5", "../../citiesmap.md")]),
        ("[甲](www.example.org)", [scheme("10:5", "www.example.org")]),
        ("[甲](%E7%8E%B0.svg)", [dead("10:5", "现.svg")]),
        ("[甲](现.svg)", [dead("10:5", "现.svg")]),
        ("[甲](<现 场.md>)", [dead("10:6", "现 场.md")]),
        (
            "[甲](../offences/personal-info.md)",
            [
                dead(
                    "10:5",
                    "../offences/personal-info.md",
                    "最接近的写法：“../../offences/personal-info.md”。",
                )
            ],
        ),
        ("![大厅](hall.png)", [dead_image("10:7", "hall.png")]),
        ("[甲][乙]\n\n[乙]: 09.md", [dead("12:6", "09.md")]),
        ("[甲][乙]\n\n丙\n\n[乙]: <09.md>", [dead("14:7", "09.md")]),
        ("[乙]: 09.md\n\n[甲][乙]", [dead("10:6", "09.md")]),
        ("[甲][乙]\n\n[乙]: http://example.org/", [scheme("12:6", "http://example.org/")]),
        ("![大厅][乙]\n\n[乙]: hall.png", [dead_image("12:6", "hall.png")]),
        ("[甲](/cases/)", [absolute("10:5", "/cases/")]),
        ("[甲](//example.org/x)", [absolute("10:5", "//example.org/x")]),
        ("![大厅](/hall.svg)", [absolute("10:7", "/hall.svg")]),
        ("[甲](http://example.org/)", [scheme("10:5", "http://example.org/")]),
        ("[甲](HTTP://example.org/)", [scheme("10:5", "HTTP://example.org/")]),
        ("<http://example.org/>", [scheme("10:2", "http://example.org/")]),
        ("[甲](ftp://example.org/)", [scheme("10:5", "ftp://example.org/")]),
        ("[甲](javascript:alert)", [scheme("10:5", "javascript:alert")]),
        ("[甲](JAVASCRIPT:alert(1))", [scheme("10:5", "JAVASCRIPT:alert(1)")]),
        ("[甲](JaVaScript:alert)", [scheme("10:5", "JaVaScript:alert")]),
        ("<javascript:alert>", [scheme("10:2", "javascript:alert")]),
        ("[甲](data:text/plain,x)", [scheme("10:5", "data:text/plain,x")]),
        ("[甲](file:///tmp/x)", [scheme("10:5", "file:///tmp/x")]),
        ("[甲](weixin://x)", [scheme("10:5", "weixin://x")]),
        ("[甲](https:example.org)", [malformed("10:5", "https:example.org")]),
        ("[甲](https:/example.org)", [malformed("10:5", "https:/example.org")]),
        ("[甲](https://localhost/)", [malformed("10:5", "https://localhost/", UNNAMED)]),
        ("<https://127.0.0.1/>", [malformed("10:2", "https://127.0.0.1/", UNNAMED)]),
        (
            "[甲](https://gov.cn@evil.example/)",
            [
                malformed(
                    "10:5",
                    "https://gov.cn@evil.example/",
                    "里有“@”，打开的是“@”后面的网站",
                )
            ],
        ),
        (
            "[甲][乙]\n\n[乙]: https://example.org:99999/",
            [malformed("12:6", "https://example.org:99999/", "里的端口不对")],
        ),
        (
            "[甲](<https://example.org/a b>)",
            [malformed("10:6", "https://example.org/a b", UNUSUAL)],
        ),
        (
            "[甲](https://example.org\\a)",
            [malformed("10:5", "https://example.org\\a", UNUSUAL)],
        ),
        ("[甲](https://[zz:zz]/)", [malformed("10:5", "https://[zz:zz]/")]),
        ("[甲]()", [malformed("10:1", "")]),
        ("[甲](javascript:alert 1)", [malformed("10:1", "[甲](javascript:alert 1)")]),
        ("[甲](现 场.md)", [malformed("10:1", "[甲](现 场.md)")]),
        ("丙 ![甲](大 厅.svg) 丁", [malformed("10:4", "[甲](大 厅.svg)")]),
        ("![大厅](https://example.org/a.png)", [foreign("10:7", "https://example.org/a.png")]),
        ("![大厅](//example.org/a.png)", [foreign("10:7", "//example.org/a.png")]),
        ("![大厅](data:image/png;base64,AA)", [foreign("10:7", "data:image/png;base64,AA")]),
        ("![](hall.svg)", [undescribed("10:5", "hall.svg")]),
        ("![ ](hall.svg)", [undescribed("10:6", "hall.svg")]),
        ("![](<现场 二.svg>)", [undescribed("10:6", "现场 二.svg")]),
        ("甲<br>乙", [html("10:2", "<br>")]),
        ("甲 <b>乙</b>", [html("10:3", "<b>"), html("10:7", "</b>")]),
        ("<div>\n甲\n</div>", [html("10:1", "<div>"), html("12:1", "</div>")]),
        ("  <div>甲</div>", [html("10:3", "<div>"), html("10:9", "</div>")]),
        ("<!-- 待核对 -->", [html("10:1", "<!-- 待核对 -->")]),
        ("甲<!-- 待核对 -->", [html("10:2", "<!-- 待核对 -->")]),
        ("<script>alert(1)</script>", [html("10:1", "<script>"), html("10:17", "</script>")]),
        ("甲 <b 乙> 丙", [html("10:3", "<b 乙>")]),
        ("甲<b/onclick=x>乙", [html("10:2", "<b/onclick=x>")]),
        ("- 甲\n\n  <br>", [html("12:3", "<br>")]),
        ("- <div>甲</div>", [html("10:3", "<div>"), html("10:9", "</div>")]),
    ],
)
def test_bodies_that_do_not_hold(body: str, lines: list[str], tmp_path: Path) -> None:
    assert lines_for(tmp_path, body) == lines


@pytest.mark.parametrize(
    ("body", "places"),
    [
        pytest.param("甲\n\n乙\n[丙](09.md)", ["13:5"], id="line of a paragraph"),
        pytest.param("甲  \n乙 [丙](09.md)", ["11:7"], id="after a hard break"),
        pytest.param("甲\\\n乙 [丙](09.md)", ["11:7"], id="after a backslash"),
        pytest.param("## 案情 [丙](09.md)\n\n甲", ["10:11"], id="heading"),
        pytest.param("> 甲 [丙](09.md)\n> 乙 [丙](09.md)", ["10:9", "11:9"], id="quotation"),
        pytest.param("- 甲\n  - [丙](09.md)\n\n  乙 [丙](09.md)", ["11:9", "13:9"], id="list"),
        pytest.param(
            "| 甲 | 乙 |\n|---|---|\n| 一 | [丙](09.md) |\n| [丙](09.md) | 二 |",
            ["12:11", "13:7"],
            id="table",
        ),
        pytest.param("[![大厅](hall.svg)](09.md)", ["10:19"], id="around an image"),
        pytest.param("甲 `一\n二` [丙](09.md)", ["11:8"], id="after code over two lines"),
        pytest.param("![大\n厅](hall.svg) [丙](09.md)", ["11:18"], id="after an image text"),
        pytest.param("09.md，在 [丙](09.md)", ["10:13"], id="after the same words as text"),
        pytest.param("[丙](09.md) 和 [丁](09.md)", ["10:5", "10:18"], id="twice on a line"),
    ],
)
def test_a_dead_link_is_shown_where_it_stands(body: str, places: list[str], tmp_path: Path) -> None:
    assert lines_for(tmp_path, body) == [dead(place, "09.md") for place in places]


def test_a_comment_over_two_lines_is_reported_on_one(tmp_path: Path) -> None:
    assert lines_for(tmp_path, "甲 <!-- 待\n核对 -->") == [html("10:3", "<!-- 待")]


@pytest.mark.parametrize(
    "body",
    [
        "[甲]()",
        "[甲](javascript:alert 1)",
        "[甲](现 场.md)",
        "![甲](https://example.org/a b.png)",
        "[甲](https://[example.org)",
        "甲<b/onclick=x>乙",
        "甲 <b 乙> 丙",
        "- 甲\n\n      <br>",
        "> # 甲",
    ],
)
def test_what_another_markdown_would_make_of_a_body_is_reported(body: str, tmp_path: Path) -> None:
    """A text is read elsewhere, too: in an editor, in a preview, by a program of another site."""
    assert lines_for(tmp_path, body) != []


@pytest.mark.parametrize("path", [INDEX, CASE, "docs/offences/personal-info.md", "docs/about.md"])
def test_every_kind_of_file_is_read(path: str, tmp_path: Path) -> None:
    text = sound(path) + "\n[甲](missing.md)\n"
    line = len(text.splitlines())
    assert report(tmp_path, {path: text}) == [f"{path}:" + dead(f"{line}:5", "missing.md")]


@pytest.mark.parametrize(
    "target", ["offences/personal-info.md", "cases/2024-06-01-datong/01.md", "cases/index.md"]
)
def test_pages_link_into_the_cases(target: str, tmp_path: Path) -> None:
    page = sound("docs/about.md", f"[甲]({target})")
    assert report(tmp_path, {"docs/about.md": page}) == []


def test_what_readers_see_links_to_no_draft(tmp_path: Path) -> None:
    link = "[甲](../2024-06-01-datong/01.md)"
    draft = sound(OTHER, status="draft")
    wrong = "链接“../2024-06-01-datong/01.md”指向草稿，发布后没有这一页。请等草稿发布后再加链接，或去掉链接。"
    shown = {OTHER: draft, CASE: sound(CASE, link), INDEX: sound(INDEX, link)}
    assert report(tmp_path / "shown", shown) == [f"{CASE}:10:5: {wrong}", f"{INDEX}:9:5: {wrong}"]
    hidden = {OTHER: draft, CASE: sound(CASE, link, status="draft")}
    assert report(tmp_path / "hidden", hidden) == []


@pytest.mark.parametrize("path", [INDEX, CASE, "docs/offences/personal-info.md"])
@pytest.mark.parametrize(
    "body",
    ["", "  \n\n", "## 案情", "## 案情\n\n## 办理情况\n", "### 案情\n\n……\n", "---", "##\n", "- \n- \n", "。"],
)  # fmt: skip
def test_no_text_at_all(path: str, body: str, tmp_path: Path) -> None:
    (line,) = report(tmp_path, {path: sound(path, body)})
    assert line.endswith(": 正文是空的。请在文件头之后写案情。")


@pytest.mark.parametrize(
    "body", ["甲", "## 案情\n\n甲", "#标签", "> 甲", "![甲](hall.svg)", "- 3人到案"]
)
def test_some_text(body: str, tmp_path: Path) -> None:
    assert "正文是空的" not in "".join(report(tmp_path, {CASE: sound(CASE, body)}))


def test_the_text_of_a_withdrawn_case_may_be_gone(tmp_path: Path) -> None:
    case = sound(CASE, "", status="withdrawn", withdrawn="{date: 2024-07-01, reason: 核对中}")
    assert report(tmp_path, {CASE: case}) == []


def test_a_page_may_be_its_title_alone(tmp_path: Path) -> None:
    assert report(tmp_path, {"docs/about.md": sound("docs/about.md", "")}) == []


def test_a_link_to_a_case_that_cannot_be_read_is_not_dead(tmp_path: Path) -> None:
    files = {
        OTHER: sound(OTHER, stage=None),
        CASE: sound(CASE, "[甲](../2024-06-01-datong/01.md)"),
    }
    assert report(tmp_path, files) == [f"{OTHER}:1:1: 缺少必填的办理阶段（stage）。请补上这一行。"]


def test_a_link_to_a_bulletin_whose_cases_cannot_be_read_is_not_dead(tmp_path: Path) -> None:
    files = {
        OTHER: sound(OTHER, stage=None),
        CASE: sound(CASE, "[甲](../2024-06-01-datong/index.md)"),
    }
    assert report(tmp_path, files) == [f"{OTHER}:1:1: 缺少必填的办理阶段（stage）。请补上这一行。"]


nasty = st.sampled_from([
    "[", "]", "(", ")", "![", "](", "<", ">", "<b>", "</", "<!--", "-->", "`", "```", "\n", "\n\n", "    ", "- ",
    "> ", "|", "|-|-|\n", "\\", "&lt;", "&#0;", "javascript:", "https://", "//", "%zz", "[甲]: ", "09.md", "甲", "*",
    " ", "\t", "#",
])  # fmt: skip


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(nasty, max_size=30).map("".join))
def test_elements_of_any_text_stand_in_it(body: str) -> None:
    assert all(0 <= element.offset <= len(body) for element in elements(body))
