"""What the search looks through: an entry of every case that stands in lists."""

from __future__ import annotations

import json
from typing import Any

from casebook.pages.search import INDEX, search_index, search_page
from casebook.pages.site import build

from ..sites.make import Content

FIRST, SECOND, THIRD = (f"2024-09-01-shanxi/{number:02}" for number in (1, 2, 3))


def entries(content: Content) -> list[dict[str, Any]]:
    return json.loads(search_index(build(content.library()).cases))


def test_the_entry_of_a_case(content):
    content.case(
        FIRST,
        "## 案情\n\n据通报，\n有人收钱发帖。\n\n### 细节\n\n- 第一条；\n- 第二条。\n",
        title="王某某等人涉嫌非法经营案",
        date="2024-05-06",
        district="晋源区",
        offence=["网络水军", "网络黑客"],
        charge="非法经营罪",
        agency="晋源网安",
        stage="刑事拘留",
        people="8",
        amount="1.5亿元",
        figures={"店铺": "51个", "网站": "3个"},
        summary="有人涉嫌收钱在网上发帖和评论，公安机关查明后依法办理了此案。",
        updates=[{"date": "2024-08", "stage": "移送起诉"}],
    )
    assert entries(content) == [
        {
            "id": FIRST,
            "title": "王某某等人涉嫌非法经营案",
            "facts": ["2024年5月6日", "太原市", "晋源区", "网络水军", "网络黑客", "移送起诉"],
            "summary": "有人涉嫌收钱在网上发帖和评论，公安机关查明后依法办理了此案。",
            "text": (
                "案情 据通报， 有人收钱发帖。 细节 第一条； 第二条。"
                " 非法经营罪 晋源网安 1.5亿元 51个 3个"
            ),
        }
    ]


def test_a_case_of_few_facts(content):
    content.case(FIRST, "正文。\n", city="全省", date="2024")
    (entry,) = entries(content)
    assert entry["facts"] == ["2024年", "山西省", "网络水军", "刑事拘留"]


def test_an_administrative_case_is_found_without_the_people(content):
    content.case(FIRST, "正文。\n", stage="行政处罚", people="3")
    (entry,) = entries(content)
    assert entry["facts"] == ["2024年5月", "太原市", "网络水军", "行政处罚"]
    assert "3" not in entry["text"] + entry["summary"]


def test_withdrawn_cases_and_drafts_are_not_looked_through(content):
    content.case(FIRST)
    content.case(SECOND, status="draft")
    content.case(THIRD, status="withdrawn", withdrawn={"date": "2025-01-02", "reason": "有误"})
    assert [entry["id"] for entry in entries(content)] == [FIRST]


def test_cases_stand_newest_first(content):
    for case, date in ((FIRST, "2024-03"), (SECOND, "2024"), (THIRD, "2024-06-01")):
        content.case(case, date=date)
    assert [entry["id"] for entry in entries(content)] == [THIRD, FIRST, SECOND]


def test_the_file_is_one_line_in_plain_characters(content):
    content.case(FIRST, "正文。\n")
    written = search_index(build(content.library()).cases)
    assert written.startswith('[{"id":"2024-09-01-shanxi/01","title":"涉嫌')
    assert "\n" not in written
    assert search_index([]) == "[]"


def test_the_page_knows_the_file_and_the_number_of_cases():
    page = search_page(7)
    assert (page.address, page.template, page.title) == ("search/", "search.html", "案例检索")
    assert INDEX == "search/cases.json"
    assert page.view == {"case_count": 7, "index": INDEX}


def test_marks_of_markdown_are_no_text(content):
    text = "见**要点**、`代码`和[那起案例](../2024-09-02-shanxi/01.md)。"
    body = f"## 案情\n\n{text}\n\n> 引用5*6。\n"
    content.case(FIRST, body)
    (entry,) = entries(content)
    assert entry["text"] == "案情 见要点、代码和那起案例。 引用5*6。"
