"""Entries: what of a case is looked through, and what a result shows of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.content.markdown import parse
from casebook.outputs.search.document import SearchDocument, search_document
from casebook.pages.paragraphs import paragraphs
from casebook.pages.site import build_site

from ...content.steadily import steadily
from ...sites.make import Content

FIRST, SECOND, THIRD = (f"2024-09-01-shanxi/{number:02}" for number in (1, 2, 3))
SUMMARY = "有人涉嫌收钱在网上发帖和评论，公安机关查明后依法办理了此案。"
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "有误"}}


def entries(content: Content) -> list[SearchDocument]:
    return [search_document(case) for case in build_site(content.library()).cases]


def entry_of(content: Content, **fields: object) -> SearchDocument:
    content.case(FIRST, **fields)
    (found,) = entries(content)
    return found


@pytest.fixture
def whole(content: Content) -> SearchDocument:
    """The entry of a case with every field."""
    return entry_of(
        content,
        body="## 案情\n\n据通报，\n有人收钱发帖。\n\n- 第一条；\n- 第二条。\n",
        title="王某某等人涉嫌非法经营案",
        date="2024-05-06",
        district="晋源区",
        offence=["网络水军", "网络黑客"],
        charge="非法经营罪",
        agency="晋源网安",
        stage="刑事拘留",
        people="87",
        amount="3至5万元",
        amount_label="获利",
        figures={"店铺": "51个", "网站": "3个"},
        summary=SUMMARY,
        updates=[
            {"date": "2024-08", "stage": "移送起诉", "note": "已移送检察机关。"},
            {"date": "2024-09", "stage": "判决生效"},
        ],
        corrections=[{"date": "2024-10-01", "note": "店铺的数目已改正。"}],
    )


def test_all_that_is_looked_through(whole):
    assert whole == SearchDocument(
        id=FIRST,
        title="王某某等人涉嫌非法经营案",
        facts=("2024年5月6日", "太原市", "晋源区", "网络水军", "网络黑客", "判决生效"),
        summary=SUMMARY,
        text=(
            "案情",
            "据通报，有人收钱发帖。",
            "第一条；",
            "第二条。",
            "非法经营罪",
            "晋源网安",
            "获利3至5万元",
            "店铺51个",
            "网站3个",
            "已移送检察机关。",
            "店铺的数目已改正。",
        ),
        unseen=("山西省太原市晋源区", "3万元", "5万元"),
    )


def test_the_texts_begin_with_the_title(whole):
    title, facts, summary, text, unseen = (
        whole.title, whole.facts, whole.summary, whole.text, whole.unseen
    )  # fmt: skip
    assert list(whole.texts) == [title, *facts, summary, *text, *unseen]


@pytest.mark.parametrize("stage", ["刑事拘留", "行政处罚"])
def test_people_are_not_counted(content, stage):
    texts = "".join(entry_of(content, body="正文。\n", stage=stage, people="87").texts)
    assert "87" not in texts


def test_what_a_result_shows_leaves_out_what_no_page_says(content):
    found = entry_of(content, body="正文。\n", title="网络一案", amount="五万元", summary=SUMMARY)
    assert found.unseen == ("山西省太原市", "5万元")
    assert found.shown.decode() == (
        f'{{"id":"{FIRST}","title":"网络一案","facts":["2024年5月","太原市","网络水军","刑事拘留"],'
        f'"summary":"{SUMMARY}","text":["正文。","涉案金额五万元"]}}'
    )


def test_withdrawn_cases_and_drafts_have_no_entry(content):
    content.case(FIRST)
    content.case(SECOND, status="draft")
    content.case(THIRD, **WITHDRAWN)
    assert [found.id for found in entries(content)] == [FIRST]


def test_entries_stand_newest_first(content):
    for case, date in ((FIRST, "2024-03"), (SECOND, "2024"), (THIRD, "2024-06-01")):
        content.case(case, date=date)
    assert [found.id for found in entries(content)] == [THIRD, FIRST, SECOND]


@pytest.mark.parametrize(
    ("fields", "facts", "unseen"),
    [
        ({}, ("太原市",), ("山西省太原市",)),
        ({"city": "全省"}, ("山西省",), ("山西省",)),
        (
            {"city": ["太原市", "大同市"]},
            ("太原市", "大同市"),
            ("山西省太原市", "山西省大同市"),
        ),
        ({"district": "清徐县"}, ("太原市", "清徐县"), ("山西省太原市清徐县",)),
    ],
)
def test_places_with_what_holds_them(content, fields, facts, unseen):
    found = entry_of(content, **fields)
    assert (found.facts[1:-2], found.unseen) == (facts, unseen)


def test_a_municipality_is_held_by_nothing(content):
    content.bulletin("2024-09-02-chongqing", province="重庆市")
    content.case("2024-09-02-chongqing/01", city="重庆市", district="渝中区")
    (found,) = entries(content)
    assert found.unseen == ("重庆市渝中区",)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("500余万元", ["500万元"]),
        ("三百二十万元", ["320万元"]),
        ("1亿2000万元", ["1.2亿元"]),
        ("100000000元", ["1亿元"]),
        ("99,999,999元", ["9999.9999万元"]),
        ("１０，０００元", ["1万元"]),
        ("9999元", ["9999元"]),
        ("0.5元", ["0.5元"]),
        ("上亿元", []),
        ("数百万元", []),
        ("近200余万元", ["200万元"]),
        ("5000至1万元", ["5000元", "1万元"]),
        ("0元", []),
    ],
)
def test_amounts_in_digits_and_their_largest_unit(content, amount, expected):
    found = entry_of(content, body="正文。\n", amount=amount)
    assert list(found.unseen) == ["山西省太原市", *expected]
    assert found.text == ("正文。", f"涉案金额{amount}")


MARKDOWN = [
    ("", []),
    ("---\n", []),
    ("# 一 #\n\n二\n\n三\n", ["一", "二", "三"]),
    ("见**要点**、*重点*和`代码`。\n", ["见要点、重点和代码。"]),
    ("见[那起案例](../2024-09-02-shanxi/01.md \"提示\")。\n", ["见那起案例。"]),
    ("见[那起][1]。\n\n[1]: 01.md\n", ["见那起。"]),
    ("![一张图](a.png)\n", ["一张图"]),
    ("一\n二  \n三\\\n四\n", ["一二 三 四"]),
    ("据通报，\n**张三**\n与App\nStore\n", ["据通报，张三与App Store"]),
    ("李*明、孙*强\n", ["李*明、孙*强"]),
    ("- 一\n  - 二\n\n1. 三\n", ["一", "二", "三"]),
    ("> 引用5*6。\n", ["引用5*6。"]),
    ("| 甲 | 乙 |\n|---|---|\n| **1** | |\n", ["甲", "乙", "1"]),
    ("5\\*6 &amp; 7\n", ["5*6 & 7"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), MARKDOWN)
def test_paragraphs_are_without_the_marks_of_markdown(body, expected):
    assert list(paragraphs(body)) == expected


def parsed(body: str) -> list[str]:
    """What the parser of the site finds; a line break that is left is a space."""
    found = []
    for token in parse(body):
        parts = (token.children or []) if token.type == "inline" else [token]
        breaks = ("softbreak", "hardbreak")
        text = "".join(" " if one.type in breaks else one.content for one in parts).strip()
        found += [text] if text else []
    return found


plain = st.text("甲乙丙，“”a1. ", min_size=1, max_size=6)
strange = st.text("甲a1 .)-=:+>\\%/'{}^$@?;,#*`[]!<&|~_\t\r\u3000\u2028\x85\xa0\0", max_size=5)
lines = st.sampled_from(["", "", "# ", "## ", "####### "]).flatmap(
    lambda mark: (plain | plain | plain | strange | st.just("")).map(lambda text: mark + text)
)


@steadily(400)
@given(body=st.lists(lines, max_size=6).map("\n".join))
def test_paragraphs_are_those_that_a_parser_finds(body):
    assert list(paragraphs(body)) == parsed(body)
