"""Broken lines: which lines are halves of one paragraph, and what stood between them."""

# ruff: noqa: E501 - texts stay in one piece

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.document import Block, Role
from casebook.importer.readers.broken_lines import rejoined
from casebook.importer.readers.page_furniture import is_page_number
from casebook.importer.readers.printed_layout import PrintedLine


def lines(*texts: str) -> list[PrintedLine]:
    """Lines of a text; spaces before one are its indent, and a form feed begins a page."""
    return [
        PrintedLine(
            Block(text.strip(), f"第{number}行"),
            len(text.lstrip("\f")) - len(text.strip()),
            text.startswith("\f"),
        )
        for number, text in enumerate(texts, 1)
    ]


def joined(*texts: str) -> list[str]:
    return [block.text for block in rejoined(lines(*texts))]


def roles(*texts: str) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in rejoined(lines(*texts))]


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (["同月，某区网安侦破李某非", "法获取数据案。"], ["同月，某区网安侦破李某非法获取数据案。"]),
        (["截至案发，3家", "公司获利200余万元。"], ["截至案发，3家公司获利200余万元。"]),
        (["为维护秩序，", "2024年5月，警方出动。"], ["为维护秩序，2024年5月，警方出动。"]),
        (["第一段结束。", "第二段。"], ["第一段结束。", "第二段。"]),
        (["李某编造谣言，引发恐慌案", "经查，此事不实。"], ["李某编造谣言，引发恐慌案", "经查，此事不实。"]),
        (["抓获4名，涉案", "金额30万元。"], ["抓获4名，涉案金额30万元。"]),
        (["短标题", "正文从这里开始。"], ["短标题", "正文从这里开始。"]),
        (["他说，没有", "案例二：李某案"], ["他说，没有", "案例二：李某案"]),
        (["他说，没有", "2024年6月，警方查明。"], ["他说，没有", "2024年6月，警方查明。"]),
        (["经查，金额达36", "0余万元。"], ["经查，金额达360余万元。"]),
        (["经查，金额达30", "余万元。"], ["经查，金额达30余万元。"]),
        (["有人编造“", "停气十天”的消息。"], ["有人编造“停气十天”的消息。"]),
        (["警方发现孙某发布消息称停水十天", "，引发关注。"], ["警方发现孙某发布消息称停水十天，引发关注。"]),
        (["The report, as", "printed."], ["The report, as printed."]),
        (["2025-04-16 10:00 来源：某局，作者", "某某"], ["2025-04-16 10:00 来源：某局，作者", "某某"]),
    ],
)  # fmt: skip
def test_halves_of_a_sentence_are_joined_and_other_lines_are_not(
    texts: list[str], whole: list[str]
) -> None:
    assert joined(*texts) == whole


LONG = "经查，某市公安局网安部门对一家工作室开展突击检查，现场查获作案手机1120部，为短视频博主提供刷量，"


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (LONG + "累计收费达36", "0余万元。", 1),
        (LONG + "网店老板注", "册账号。", 1),
        (LONG + "嫌疑人已被依法刑事拘留", "下一步，警方将继续打击。", 2),
        ("经查，李某编", "造消息。", 2),
    ],
)
def test_over_an_empty_line_only_long_lines_go_on(first: str, last: str, count: int) -> None:
    blocks = [Block(first, "第1行"), Block(last, "第3行")]
    found = rejoined([PrintedLine(blocks[0]), PrintedLine(blocks[1], follows_blank=True)])
    assert len(found) == count


def test_the_place_of_a_joined_paragraph_is_that_of_all_its_lines() -> None:
    assert rejoined(lines("经查，李某", "编造消息，", "属实。")) == [
        Block("经查，李某编造消息，属实。", "第1–3行")
    ]


@pytest.mark.parametrize("role", [Role.HEADING, Role.CELL, Role.LIST_ITEM, Role.TITLE])
def test_only_paragraphs_are_joined(role: Role) -> None:
    first, last = Block("经查，李某", "第1段", role), Block("编造消息。", "第2段")
    assert rejoined([PrintedLine(first), PrintedLine(last)]) == [first, last]


def test_bold_lines_are_never_joined() -> None:
    blocks = [Block("甲，乙", "第1段", is_bold=True), Block("丙", "第2段")]
    assert rejoined([PrintedLine(block) for block in blocks]) == blocks


def test_without_sentences_only_certain_breaks_are_joined() -> None:
    texts = lines("同月，某区侦破", "李某案。", "经查，获利3", "0万元。")
    assert [block.text for block in rejoined(texts, by_sentence=False)] == [
        "同月，某区侦破",
        "李某案。",
        "经查，获利30万元。",
    ]


@pytest.mark.parametrize(
    "number",
    ["— 2 —", "-2-", "－ ２ －", "第2页", "第 2 页 共 3 页", "第二页，共三页", "共3页 第2页", "2 / 3", "Page 2 of 3", "P.2"],
)  # fmt: skip
def test_a_page_number_follows_the_paragraph_that_it_broke(number: str) -> None:
    assert roles("经查，涉案金额30", number, "余万元。") == [
        (Role.PARAGRAPH, "经查，涉案金额30余万元。"),
        (Role.FOOTER, number.replace(" ", "")),
    ]


@pytest.mark.parametrize("text", ["01", "2", "第2起", "2024年", "一、", "第三页的内容", "1/3的人"])
def test_what_is_no_page_number(text: str) -> None:
    assert not is_page_number(text)


def test_a_bare_number_within_a_sentence_is_a_page_number() -> None:
    assert roles("01", "经查，涉案金额30", "2", "余万元。") == [
        (Role.PARAGRAPH, "01"),
        (Role.PARAGRAPH, "经查，涉案金额30余万元。"),
        (Role.FOOTER, "2"),
    ]


def test_a_page_number_between_paragraphs_parts_nothing() -> None:
    assert roles("第一段结束。", "— 2 —", "第二段。") == [
        (Role.PARAGRAPH, "第一段结束。"),
        (Role.FOOTER, "—2—"),
        (Role.PARAGRAPH, "第二段。"),
    ]


def test_running_heads_within_a_sentence_follow_it() -> None:
    texts = ("经查，李某编造", "某市公安局办公室 通报", "— 2 —", "警情简报 第7期", "虚假消息。")
    assert roles(*texts) == [
        (Role.PARAGRAPH, "经查，李某编造虚假消息。"),
        (Role.FOOTER, "某市公安局办公室 通报"),
        (Role.FOOTER, "—2—"),
        (Role.HEADER, "警情简报 第7期"),
    ]


def test_heads_that_come_back_on_pages_are_furniture() -> None:
    texts = (
        "甲，乙。",
        "丙，丁。",
        "\f某市动态 2025",
        "戊，己。",
        "庚，辛。",
        "\f某市动态 2025",
        "壬。",
    )
    assert [text for role, text in roles(*texts) if role is Role.HEADER] == ["某市动态 2025"] * 2


def test_a_paragraph_beside_a_page_number_is_no_head() -> None:
    assert roles("第一段结束。", "— 2 —", "案例二：李某案", "经查，属实。") == [
        (Role.PARAGRAPH, "第一段结束。"),
        (Role.FOOTER, "—2—"),
        (Role.PARAGRAPH, "案例二：李某案"),
        (Role.PARAGRAPH, "经查，属实。"),
    ]


PARAGRAPHS = [
    "某市公安局公布典型案例",
    "今年以来，某市公安机关聚焦群众反映强烈的网络乱象，持续推进专项整治，现将典型案例公布如下：",
    "案例一：赵某某等人侵犯公民个人信息案",
    "2025年11月，某市公安局网安部门工作中发现，赵某某等人窃取快递面单信息对外出售。专案组辗转两省四市，抓获犯罪嫌疑人6名，涉案金额37.5万元。目前，赵某某等6人已被移送起诉。",
    "案例二：钱某帮助信息网络犯罪活动案",
    "2026年1月8日，某市公安局抓获涉嫌帮助信息网络犯罪活动的钱某。经查，钱某将本人名下5张银行卡出租给他人用于转移资金，流水金额达118万元，非法获利9600元。",
    "警方提示：网络不是法外之地，请广大网民自觉遵守法律法规，共同维护网络空间。",
]


@pytest.mark.parametrize("width", range(17, 43))
def test_paragraphs_set_in_a_column_with_indents_are_whole_again(width: int) -> None:
    set_lines = []
    for number, paragraph in enumerate(PARAGRAPHS):
        text = paragraph if number == 0 else f"  {paragraph}"
        set_lines += [text[place : place + width] for place in range(0, len(text), width)]
    assert joined(*set_lines) == PARAGRAPHS


@pytest.mark.parametrize("width", range(20, 40, 3))
def test_lines_of_a_column_without_indents_are_joined_within_sentences(width: int) -> None:
    body = PARAGRAPHS[3][:-1]
    set_lines = [body[place : place + width] for place in range(0, len(body), width)]
    whole = "".join(joined(*set_lines))
    assert whole == body
    assert len(joined(*set_lines)) <= 1 + body.count("。")


def test_titles_of_one_length_are_no_column() -> None:
    titles = [f"案例{number}：某某侵犯公民个人信息案" for number in "一二三四五六"]
    assert joined(*titles) == titles


TEXTS = st.text(
    alphabet="案例一二，。：“”0123456789万元— 第页页共\u3000ab【", min_size=1, max_size=30
)


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXTS.filter(lambda text: text.strip()), max_size=25))
def test_no_character_is_lost(texts: list[str]) -> None:
    found = rejoined(lines(*texts))
    before, after = "".join(texts), "".join(block.text for block in found)
    assert sorted(before.replace(" ", "").replace("\u3000", "")) == sorted(
        after.replace(" ", "").replace("\u3000", "")
    )
