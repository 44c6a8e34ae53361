"""Drafts: the files that an import writes, compared whole."""

# ruff: noqa: E501 - texts stay in one piece

from __future__ import annotations

import pytest

from casebook.content.front_matter import parse
from casebook.content.library import Library
from casebook.content.model import CaseFields
from casebook.content.partial_date import PartialDate
from casebook.content.validation import validate
from casebook.importer.drafts import drafts_of
from casebook.importer.extract import BulletinFacts, facts_of
from casebook.importer.facts_json import as_json

from .documents import document

TEXTS = (
    "大同市公安局通报2起打击网络谣言典型案例",
    "2024年6月1日",
    "今年以来，大同公安机关依法打击网络谣言违法犯罪活动，现通报如下：",
    "案例一：李某编造停水消息案",
    "2024年4月9日，大同市公安局平城分局发现，李某在网上编造停水消息。李某被依法行政拘留。",
    "案例二：",
    "近日，警方抓获犯罪嫌疑人王某某等4人，后又抓获犯罪嫌疑人2名，查扣手机6部，非法获利3万余元，该团伙编造虚假信息。",
    "网警提醒：不信谣，不传谣。",
)

INDEX = """\
---
title: 大同市公安局通报2起打击网络谣言典型案例
publisher: 大同市公安局
published: 2024-06-01
# 没有写进案例的原文，请核对后删去这些行：
# [发布信息] 第2段：2024年6月1日
# [提示、法条与联系方式] 第8段：网警提醒：不信谣，不传谣。
expected: 2
province: 山西省
source_title: 大同市公安局通报2起打击网络谣言典型案例
---

今年以来，大同公安机关依法打击网络谣言违法犯罪活动，现通报如下：
"""

FIRST = """\
---
title: 李某编造停水消息案
date: 2024-04-09
city: 大同市
district: 平城区
offence: 网络谣言
act: 行政拘留
agency: 大同市公安局平城分局
stage: 行政处罚
# 请核对：原文的这一句写有人，没有摘录，请对照正文
people: 1
# 取自正文开头，请改写成一两句话
summary: 2024年4月9日，大同市公安局平城分局发现，李某在网上编造停水消息。李某被依法行政拘留。
status: draft
---

## 案情

2024年4月9日，大同市公安局平城分局发现，李某在网上编造停水消息。李某被依法行政拘留。
"""

SECOND = """\
---
# 没有标题：请写成“……案”，姓名隐去
title:
# 没有日期：请写何时发现或侦破，如 2024、2024-04、2024-04-09
date:
city: 大同市
offence: 网络谣言
# 请核对，取自：“近日，警方抓获犯罪嫌疑人王某某等4人，后又抓获犯罪嫌疑人2名，查扣手机6部，非法获利3万余元，该团伙编造虚假信息。”
stage: 侦破
# 请核对，取自：“近日，警方抓获犯罪嫌疑人王某某等4人，后又抓获犯罪嫌疑人2名，查扣手机6部，非法获利3万余元，该团伙编造虚假信息。”
people: 6
amount: 3万余元
amount_label: 非法获利
figures:
  抓获犯罪嫌疑人: 2名
  查扣手机: 6部
# 取自正文开头，请改写成一两句话
summary: 近日，警方抓获犯罪嫌疑人王某某等4人，后又抓获犯罪嫌疑人2名，查扣手机6部，非法获利3万余元，该团伙编造虚假信息。
status: draft
---

## 案情

近日，警方抓获犯罪嫌疑人王某某等4人，后又抓获犯罪嫌疑人2名，查扣手机6部，非法获利3万余元，该团伙编造虚假信息。
"""


def facts(library: Library, *texts: str) -> BulletinFacts:
    return facts_of(document(*texts), library.offences)


def test_the_files_of_a_bulletin(library: Library) -> None:
    drafts = drafts_of(facts(library, *TEXTS))
    assert {name: draft.text() for name, draft in drafts.items()} == {
        "index.md": INDEX,
        "01.md": FIRST,
        "02.md": SECOND,
    }


def test_a_complete_draft_is_front_matter_that_the_site_can_read(library: Library) -> None:
    document, problems = parse(drafts_of(facts(library, *TEXTS))["01.md"].text(), "01.md")
    assert problems == []
    assert document is not None
    fields, problems = validate(document, CaseFields)
    assert problems == []
    assert fields is not None
    assert fields.status.value == "draft"


def test_a_count_that_differs_is_noted(library: Library) -> None:
    texts = (TEXTS[0].replace("2起", "3起"), *TEXTS[1:])
    index = drafts_of(facts(library, *texts))["index.md"].text()
    assert "# 通报说有 3 起，这里认出 2 起：请对照原文\n# 没有写进" in index


def test_the_date_that_the_editor_gives_stands(library: Library) -> None:
    day = PartialDate.parse("2024-06-02")
    found = facts_of(document(*TEXTS), library.offences, day)
    index = drafts_of(found)["index.md"].text()
    assert "\npublished: 2024-06-02\n" in index


def test_as_json(library: Library) -> None:
    found = as_json(facts(library, *TEXTS))
    assert found["bulletin"] == {
        "title": "大同市公安局通报2起打击网络谣言典型案例",
        "publisher": "大同市公安局",
        "published": "2024-06-01",
        "province": "山西省",
        "campaign": None,
        "source_url": None,
        "expected": 2,
        "heading": TEXTS[0],
        "text": TEXTS[2],
    }
    assert found["cases"][1] == {
        "number": 2,
        "heading": "案例二：",
        "title": None,
        "province": "山西省",
        "city": "大同市",
        "district": None,
        "date": None,
        "offence": "网络谣言",
        "charge": None,
        "charges": [],
        "agency": None,
        "stage": "侦破",
        "step": "cleared",
        "people": 6,
        "people_at": None,
        "amount": "3万余元",
        "amount_yuan": 30000,
        "amount_label": "非法获利",
        "figures": {"抓获犯罪嫌疑人": "2名", "查扣手机": "6部"},
        "uncertain": ["stage", "people"],
        "facts": {
            "city": {"sentence": TEXTS[6], "at": "第7段", "sure": True},
            "offence": {"sentence": TEXTS[6], "at": "第7段", "sure": True},
            "stage": {"sentence": TEXTS[6], "at": "第7段", "sure": False},
            "people": {"sentence": TEXTS[6], "at": "第7段", "sure": False},
            "amount": {"sentence": TEXTS[6], "at": "第7段", "sure": True},
        },
        "text": TEXTS[6],
    }
    assert found["left_out"] == [
        {"text": TEXTS[1], "reason": "发布信息", "at": "第2段", "doubtful": False},
        {"text": TEXTS[7], "reason": "提示、法条与联系方式", "at": "第8段", "doubtful": False},
    ]


@pytest.mark.parametrize(
    ("text", "people", "stage"),
    [
        ("抓获犯罪嫌疑人7名。目前，7人均被依法逮捕。", 7, None),
        ("抓获犯罪嫌疑人7名。目前，案件已移送起诉。", 7, "侦破"),
    ],
)
def test_the_stage_at_which_people_were_counted(
    library: Library, text: str, people: int, stage: str | None
) -> None:
    found = as_json(facts(library, *TEXTS[:4], text))["cases"][0]
    assert (found["people"], found["people_at"]) == (people, stage)


def test_the_district_of_the_first_case_is_not_that_of_others(library: Library) -> None:
    first = "案例一：2024年3月，南京市下关区公安机关侦破一案，抓获3人。"
    found = as_json(facts(library, first, "案例二：鼓楼区公安机关侦破一案，抓获3人。"))["cases"]
    assert (found[1]["city"], found[1]["district"]) == ("南京市", "鼓楼区")


def test_a_value_that_yaml_would_misread_is_quoted(library: Library) -> None:
    title = "案例一：李某: 编造 #谣言案"
    texts = (*TEXTS[:3], title, TEXTS[4])
    document, problems = parse(drafts_of(facts(library, *texts))["01.md"].text(), "01.md")
    assert problems == []
    assert document is not None
    assert document.values["title"] == "李某: 编造 #谣言案"


SENT = (
    "大同市公安局通报1起典型案例",
    "2024年6月1日",
    "案例一：王某某等人侵犯公民个人信息案",
    "2024年4月9日，大同公安机关抓获犯罪嫌疑人12名。目前，12名犯罪嫌疑人被取保候审，案件已移送起诉。",
)


def test_people_are_told_at_the_last_stage_that_counts_them(library: Library) -> None:
    found = facts(library, *SENT)
    (case,) = found.cases
    assert (case.people_at and case.people_at.value, case.step and case.step.value.name) == (
        "采取刑事强制措施", "移送起诉"
    )  # fmt: skip
    assert "people:\n  count: 12\n  at: 采取刑事强制措施\n" in drafts_of(found)["01.md"].text()
