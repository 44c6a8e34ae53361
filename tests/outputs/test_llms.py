"""llms.txt says what must be known before anybody is answered, and where to look."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casebook.outputs import llms
from casebook.texts import pages as texts

from ..sites.make import Content
from .contexts import ADDRESS, DESCRIPTION, NAME, context, small_content

FIRST = "2024-09-01-shanxi/01"

NOTES = texts.sequence("LLMS_NOTES")
HEAD = f"# {NAME}\n\n> {DESCRIPTION}\n\n" + "\n".join(f"- {note}" for note in NOTES)

WHOLE = f"""\
{HEAD}

## 主要页面

- [一页\\[1\\]\\<b\\>](about/): 一段\\_介绍\\_。
- [全部通报](cases/bulletins/): 全部通报，共1期，按发布日期从新到旧排列。
- [全部案例](cases/): 全部案例，共1起，按时间从新到旧排列。
- [按地区查看](cities/): 按地区查看全部1起案例。
- [按类型查看](offences/): 按类型查看全部1起案例。
- [按时间查看](dates/): 按时间查看全部1起案例。
- [按办理阶段查看](stages/): 按办理阶段查看全部1起案例。
- [统计](statistics/): 已发布案例按月份、城市、类型和办理阶段的件数，并说明每张表没有计入什么。
- [知识翻翻卡](quiz/): 先选一选，再翻开看答案。共0张卡片，适合课堂和家庭一起用。
- [宣传展板](posters/): 每个类型一张展板，分A3和A4两种大小，可以直接打印，张贴在公告栏。
- [案例检索](search/): 检索全部案例：输入地名、手法、罪名或标题中的几个字。
- [更正与撤回](corrections/): 本站更正过、撤回过的案例，从新到旧排列。
- [网站地图](sitemap/): 本站全部栏目和页面的入口。

## 类型

- [网络黑客](offences/hacking/): 网络黑客是这组测试文件里的一个类型，这里只作一句简单的说明。
- [网络水军](offences/posters/): 网络水军是这组测试文件里的一个类型，这里只作一句简单的说明。

## 最近的通报

- [2024-09-01-shanxi涉网典型案例通报](cases/2024-09-01-shanxi/): 某地公安机关通报的案例，共1起。

## 数据和订阅

- [全部案例，Excel表格](cases.xlsx)
- [全部案例，CSV表格（UTF-8）](cases.csv)
- [目录：有哪些文件、多少内容](api/v1/index.json)
- [全部案例的简表，以及已撤回的案例](api/v1/cases.json)
- [最近发布的二十起案例](api/v1/recent.json)
- [全部通报](api/v1/bulletins.json)
- [有案例的省和城市](api/v1/cities.json)
- [全部类型](api/v1/offences.json)
- [接口描述（OpenAPI 3.1）](api/v1/openapi.json)
- [本站动态，Atom格式](feed.xml)
- [本站动态，JSON Feed格式](feed.json)
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    made = small_content(tmp_path)
    made.page("about.md", "一页[1]<b>", summary="一段_介绍_。")
    made.case(FIRST)
    return made


def text_of(*args: object, **settings: object) -> str:
    ((name, text),) = llms.files(context(*args, **settings))
    assert name == "llms.txt"
    return text.decode()


def test_the_whole_file(content):
    assert text_of(content, address="") == WHOLE


def test_links_are_whole_where_the_site_knows_its_address(content):
    expected = re.sub(r"(?<=\]\()(?=[a-z0-9/.-]+\))", ADDRESS, WHOLE)
    assert expected.count(ADDRESS) == WHOLE.count("](")
    assert text_of(content) == expected


def test_it_says_what_must_be_known_first():
    said = "".join(NOTES)
    words = ("以通报发布时为准", "都不得确定有罪", "行政案件不写任何人", "必须删除", "不代表定性")
    assert [word for word in words if word not in said] == []


def test_a_site_without_a_name_or_a_description_has_a_heading_still(content):
    assert text_of(content, name="", description="").startswith("# 案例\n\n- 案例依据")


def test_no_text_becomes_markup(content):
    found = text_of(content, name="某`地`\x07\n# 二", description="一*行*")
    assert found.startswith("# 某\\`地\\` # 二\n\n> 一\\*行\\*\n\n- ")


def test_only_the_newest_bulletins_are_named(content):
    for number in range(1, 29):
        content.case(f"2024-02-{number:02}-shanxi/01")
    days = re.findall(r"\(cases/(\d{4}-\d\d-\d\d)-shanxi/\)", text_of(content, address=""))
    assert days == ["2024-09-01", *(f"2024-02-{number:02}" for number in range(28, 9, -1))]
    assert len(days) == llms.NEWEST


def test_drafts_former_addresses_and_withdrawn_cases_are_not_named(content):
    content.case("2024-10-01-shanxi/01", status="draft")
    content.page("old.md", "新页", moved_from=["older/"])
    withdrawn = {"date": "2025-01-02", "reason": "事实有误"}
    content.case("2024-09-01-shanxi/02", status="withdrawn", withdrawn=withdrawn)
    found = text_of(content, address="")
    assert [word for word in ("2024-10-01", "older/", "第02起", "shanxi/02") if word in found] == []
    assert "- [新页](old/)\n" in found
