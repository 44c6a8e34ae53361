"""Text: plain text and Markdown as people see it, wherever it was copied from."""

# ruff: noqa: E501 - texts stay in one piece

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.document import Block, Cell, Document, Role, Unseen
from casebook.importer.readers import text
from casebook.importer.readers.markdown import is_markdown
from casebook.importer.readers.source import LIMITS, Refusal, Source, UnreadableError

TEXT = "某市公安局通报典型案例\n\n案例一：李某编造停水消息案\n2024年5月，某市公安机关查明此事。\n"
LINES = [
    "某市公安局通报典型案例",
    "案例一：李某编造停水消息案",
    "2024年5月，某市公安机关查明此事。",
]


def read(source: str) -> Document:
    return text.document_of(source, LIMITS)


def seen(source: str) -> list[str]:
    return [block.text for block in read(source).blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_encodings_and_line_ends(encoding: str, ending: str) -> None:
    data = TEXT.replace("\n", ending).encode(encoding)
    document = text.read(Source(data, LIMITS, lambda part: Document(())))
    assert [block.text for block in document.blocks] == LINES


def test_lines_have_their_numbers() -> None:
    assert read("甲，乙\n丙。\n\n丁。").blocks == (
        Block("甲，乙丙。", "第1–2行"),
        Block("丁。", "第4行"),
    )


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("\u3000\u3000缩进\t一段。\n", ["缩进 一段。"]),
        ("甲\x00乙。\x0c丙。\u200b", ["甲乙。", "丙。"]),
        ("⼤同⺠警。", ["大同民警。"]),
        ("李**和王**另案处理。", ["李**和王**另案处理。"]),
        ("李*、王*明另案处理，138****0001。", ["李*、王*明另案处理，138****0001。"]),
        ("*注：李某系化名*", ["*注：李某系化名*"]),
        ("#净网2025# 某市通报。", ["#净网2025# 某市通报。"]),
        (">100万元的，另案处理。", [">100万元的，另案处理。"]),
        ("    四个空格。", ["四个空格。"]),
        ("1. 甲案\n2. 乙案", ["1. 甲案", "2. 乙案"]),
        ("---\n这是正文。\n---\n完。", ["---", "这是正文。", "---", "完。"]),
        ("a < b 且 c > d。", ["a < b 且 c > d。"]),
        ("\n \n\t\n", []),
    ],
)
def test_plain_text_is_read_as_it_stands(source: str, texts: list[str]) -> None:
    assert not is_markdown(source)
    assert seen(source) == texts


def test_front_matter_and_source_are_hints() -> None:
    document = read(
        "# source: https://www.example.gov.cn/1.html\n---\ntitle: 通报题目\ndate: 2024-05-06\nother: 甲\n---\n\n正文。\n"
    )
    assert document == Document(
        (Block("正文。", "第8行"),),
        hints={
            "url": "https://www.example.gov.cn/1.html",
            "title": "通报题目",
            "date": "2024-05-06",
        },
    )


@pytest.mark.parametrize(
    "head",
    ["title: [甲, 乙]\nsource: {x: y}", "title:\n", "title: [甲", "title: &a [*a]", "title: " + "[" * 21],
    ids=["list", "nothing", "broken", "loop", "deep"],
)  # fmt: skip
def test_a_title_that_is_no_text_is_no_hint(head: str) -> None:
    document = read(f"---\n{head}\n---\n正文。\n")
    assert ([block.text for block in document.blocks], document.hints) == (["正文。"], {})


def test_markup_is_taken_off_and_emphasis_kept_in_mind() -> None:
    source = "# 题目\n\n![图](https://www.example.gov.cn/a.jpg)\n\n**1、李某案**\n\n**案例1：**某日，[警方](x)查明。\n\n　　缩进一段。\n"
    document = read(source)
    assert document.blocks == (
        Block("题目", "第1行", Role.TITLE, is_bold=True),
        Block("1、李某案", "第5行", is_bold=True),
        Block("案例1：某日，警方查明。", "第7行"),
        Block("缩进一段。", "第9行"),
    )
    assert [(one.name, one.data) for one in document.pictures] == [("a.jpg", None)]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("## 小标题\n正文。", ["小标题", "正文。"]),
        ("## 小标题\n#另一个\n#净网# 正文。", ["小标题", "另一个", "#净网# 正文。"]),
        ("# 甲\n> 引文。\n> 二。", ["甲", "引文。", "二。"]),
        ("# 甲\n- 乙\n- 丙", ["甲", "乙", "丙"]),
        ("# 甲\n1. 乙\n3. 丙\n2025. 丁", ["甲", "1. 乙", "3. 丙", "2025. 丁"]),
        ("# 甲\n>100万元", ["甲", ">100万元"]),
        ("# 甲\n    四个空格。", ["甲", "四个空格。"]),
        ("# 甲\n\n第一行\n第二行", ["甲", "第一行", "第二行"]),
        ("# 甲\n\n李**和王**另案，138****0001。", ["甲", "李**和王**另案，138****0001。"]),
        ("# 甲\n\n嫌疑人李**，**男**，汉族。", ["甲", "嫌疑人李**，男，汉族。"]),
        ("抓获**4名**，**案例一**。", ["抓获4名，案例一。"]),
        ("**甲「****乙」丙。**", ["甲「乙」丙。"]),
        ("# 甲\n\n标题\n---\n正文。", ["甲", "标题", "正文。"]),
        ("# 甲\n\n```\n代码\n  二\n```\n后。", ["甲", "代码", "二", "后。"]),
        ("# 甲\n\n```\n未关的，是正文。", ["甲", "```", "未关的，是正文。"]),
        ("# 甲\n\n<p>乙</p>\n\n丙<br>丁&amp;", ["甲", "乙", "丙", "丁&"]),
        ("# 甲\n\n乙\\*丙", ["甲", "乙*丙"]),
        ("[a](x) 甲 ⼈", ["a 甲 人"]),
        ("# 甲\n\n经查，获利30\n\n余万元。", ["甲", "经查，获利30余万元。"]),
    ],
)
def test_markdown_is_read_as_it_looks(source: str, texts: list[str]) -> None:
    assert is_markdown(source)
    assert seen(source) == texts


def test_a_table_in_markdown_has_cells() -> None:
    cells = [(block.text, block.cell) for block in read("|案由|人数|\n|---|---|\n|诈骗|3|").blocks]
    assert cells == [
        ("案由", Cell(1, 1, 1)),
        ("人数", Cell(1, 1, 2)),
        ("诈骗", Cell(1, 2, 1)),
        ("3", Cell(1, 2, 2)),
    ]


def test_struck_and_hidden_text_of_markdown_is_not_read() -> None:
    document = read("# 甲\n\n抓获~~1~~4名。\n\n<!-- 内部\n备注 -->\n\n<p hidden>暗</p>\n\n完。")
    assert [(block.text, block.at) for block in document.blocks] == [
        ("甲", "第1行"),
        ("抓获4名。", "第3行"),
        ("完。", "第10行"),
    ]
    assert document.unseen == {Unseen.STRUCK: 1, Unseen.HIDDEN: 5}


def test_the_text_of_a_mail_is_never_markdown() -> None:
    document = text.document_of("---\ntitle: 甲\n---\n# 乙", LIMITS, is_plain=True)
    assert [block.text for block in document.blocks] == ["---", "title: 甲", "---", "# 乙"]


@pytest.mark.parametrize(
    ("source", "limits"),
    [
        ("字" * 60, replace(LIMITS, pages=5, page_characters=10)),
        ("# 字\n" + "字" * 60, replace(LIMITS, page_characters=10)),
        ("字。\n" * 40, replace(LIMITS, blocks=30)),
    ],
    ids=["text", "markdown", "lines"],
)
def test_a_text_beyond_the_limits_is_refused(source: str, limits: object) -> None:
    with pytest.raises(UnreadableError) as refusal:
        text.document_of(source, limits)  # type: ignore[arg-type]
    assert refusal.value.refusal is Refusal.TOO_LONG


@pytest.mark.parametrize(
    "piece", ["**字", "[", "![", "> ", "`", "*a _", "[a](<b", "<!-- ", "<b>", "- ", "王**", "~~a"]
)
def test_markdown_takes_no_longer_than_it_should(piece: str) -> None:
    assert read("# 题\n\n" + piece * 3_000).blocks[0].text == "题"


PIECES = st.lists(
    st.sampled_from(
        ["# ", "**", "*", "~~", "> ", "- ", "1. ", "|a|\n|-|\n", "<!--", "-->", "<b>", "</b>", "[", "](x)", "![", "`", "```\n", "---\n", "title: 甲\n",
         "# source: x\n", "\n", "\n\n", "王", "李**", "。", "，", "\f", "\u3000", "— 2 —\n", "0", "万元", "字", "\\", "&#0;", "\t"]
    ),
    max_size=50,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), PIECES))
def test_any_text_is_a_document(source: str) -> None:
    with suppress(UnreadableError):
        for block in read(source).blocks:
            assert block.text.strip() == block.text != ""
