"""The tables: read back as spreadsheets read them, with hostile texts as texts."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
import time_machine

from casebook.names.personal_data import personal_data
from casebook.outputs import tables
from casebook.outputs.tables import HEAD
from casebook.schema.facts import COLUMNS

from ..sites.make import Content
from .contexts import ADDRESS, context, small_content

FIRST, SECOND, DRAFT = (f"2024-09-01-shanxi/{number:02}" for number in (1, 2, 3))
SUMMARY = "有人涉嫌在网上有偿点赞和评论，公安机关查明后依法办理了此案。"
FULL = {
    "编号": FIRST,
    "状态": "已发布",
    "标题": "某某等人涉嫌“有偿, 刷量”案",
    "发现或侦破日期": "2024-05-06",
    "省份": "山西省",
    "城市": "太原市、大同市",
    "城市代码": "140100、140200",
    "区县": None,
    "类型": "网络水军、网络黑客",
    "罪名": None,
    "违法行为": None,
    "办案单位": "某地公安分局",
    "种类": "案例",
    "办理阶段": "移送起诉",
    "办理步骤": None,
    "人数": 12,
    "人数所指阶段": "刑事拘留",
    "金额名目": "获利",
    "金额所指阶段": None,
    "金额": "3万至138.1亿元",
    "金额（元）": 30_000,
    "金额上限（元）": 13_810_000_000,
    "被害人数": None,
    "被害人损失": None,
    "检察机关": None,
    "审理法院": None,
    "判决刑罚": None,
    "处理结果": None,
    "其他数据": "扣押设备：50余台；关闭账号：3个",
    "摘要": SUMMARY,
    "通报标题": "2024-09-01-shanxi涉网典型案例通报",
    "发布单位": "某地公安机关",
    "发布日期": "2024-09-01",
    "来源性质": "通报",
    "来源": "某地公安机关2024年9月1日通报",
    "来源网址": "https://example.org/tongbao",
    "本站发布时间": "2024-10-08 10:30",
    "网页": f"{ADDRESS}cases/{FIRST}/",
    "修改日期": "2024-10-09",
    "撤回日期": None,
    "撤回原因": None,
}
GONE = dict.fromkeys(HEAD) | {
    "编号": SECOND,
    "状态": "已撤回",
    "撤回日期": "2024-12-01",
    "撤回原因": "事实需要核实",
}


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A case that says everything, one withdrawn and a draft."""
    made = small_content(tmp_path)
    made.case(
        FIRST,
        title="某某等人涉嫌“有偿, 刷量”案",
        date="2024-05-06",
        city=["太原市", "大同市"],
        offence=["网络水军", "网络黑客"],
        agency="某地公安分局",
        people="12",
        amount="3万至138.1亿元",
        amount_label="获利",
        site_published="2024-10-08 10:30",
        figures={"扣押设备": "50余台", "关闭账号": "3个"},
        updates=[{"date": "2024-10", "stage": "移送起诉"}],
        corrections=[{"date": "2024-10-09", "note": "改正了日期。"}],
    )
    made.case(
        SECOND,
        agency="撤回之前的单位",
        status="withdrawn",
        withdrawn={"date": "2024-12-01", "reason": "事实需要核实"},
    )
    made.case(DRAFT, status="draft")
    made.bulletin(source_url="https://example.org/tongbao")
    return made


def made(content: Content) -> dict[str, bytes]:
    return dict(tables.files(context(content, with_drafts=True)))


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def read_sheet(content: bytes, name: str = "案例") -> list[dict[str, object]]:
    sheet = openpyxl.load_workbook(BytesIO(content))[name]
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def test_the_workbook_has_every_case_and_numbers_are_numbers(content):
    assert read_sheet(made(content)["cases.xlsx"]) == [FULL, GONE]


def test_csv_has_the_same_lines(content):
    def render_page(value: object, title: str) -> str:
        if value is None:
            return ""
        return f"{value}.0" if "（元）" in title else str(value)

    expected = [
        {title: render_page(value, title) for title, value in line.items()} for line in (FULL, GONE)
    ]
    assert read_csv(made(content)["cases.csv"]) == expected


def test_csv_opens_rightly_in_spreadsheets(content):
    found = made(content)["cases.csv"]
    assert found.startswith("\ufeff编号,状态,标题,".encode())
    assert found.count(b"\r\n") == found.count(b"\n") == 3


def test_the_head_is_the_titles_of_the_table_of_facts():
    assert tuple(FULL) == HEAD == tuple(title for title, _ in COLUMNS)


def test_the_head_stays_and_filters(content):
    book = openpyxl.load_workbook(BytesIO(made(content)["cases.xlsx"]))
    sheet = book["案例"]
    assert book.sheetnames == ["案例", "说明"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:AO3")
    widths = {title: sheet.column_dimensions[letter].width for title, letter in
              (("人数", "P"), ("摘要", "AC"))}  # fmt: skip
    assert widths["人数"] < 12 < 30 < widths["摘要"] < 50


def test_the_second_sheet_explains_each_column(content):
    lines = read_sheet(made(content)["cases.xlsx"], "说明")
    assert [line["列"] for line in lines] == list(HEAD)
    assert lines[-1]["说明"] == "撤回的原因"


ATTACKS = [
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://example.org/","点这里")',
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    "＝1+1",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_stays_a_text(content, attack):
    content.case(FIRST, agency=attack)
    found = made(content)
    assert read_csv(found["cases.csv"])[0]["办案单位"] == f"'{attack}"
    sheet = openpyxl.load_workbook(BytesIO(found["cases.xlsx"]))["案例"]
    cell = sheet.cell(2, HEAD.index("办案单位") + 1)
    assert (cell.value, cell.data_type, cell.hyperlink) == (attack, "s", None)


@pytest.mark.parametrize("start", ["\t", "\r", "\n"])
def test_a_text_that_begins_with_white_space_is_no_formula(start):
    (line,) = read_csv(tables.csv_table([(f"{start}=1+1", *[None] * (len(HEAD) - 1))]))
    assert line["编号"] == f"'{start}=1+1"


@pytest.mark.parametrize("text", ["https://example.org/", "0123", "1e5", "{=1}", "a=1"])
def test_a_text_that_is_no_formula_stays_as_it_is(content, text):
    content.case(FIRST, agency=text)
    found = made(content)
    assert read_csv(found["cases.csv"])[0]["办案单位"] == text
    assert read_sheet(found["cases.xlsx"])[0]["办案单位"] == text


def test_the_same_edition_gives_the_same_bytes(content):
    with time_machine.travel("2025-01-01"):
        first = made(content)
    with time_machine.travel("2027-03-04"):
        second = made(content)
    assert first == second


def test_the_workbook_was_made_on_the_day_of_the_last_bulletin(content, tmp_path):
    def created(found: dict[str, bytes]) -> str:
        book = openpyxl.load_workbook(BytesIO(found["cases.xlsx"]))
        return f"{book.properties.created:%Y-%m-%d}"

    assert created(made(content)) == "2024-09-01"
    drafts = small_content(tmp_path / "drafts")
    drafts.case(FIRST, status="draft")
    nothing = made(drafts)
    assert created(nothing) == "2000-01-01"
    assert read_csv(nothing["cases.csv"]) == read_sheet(nothing["cases.xlsx"]) == []


def test_no_number_looks_like_a_telephone(content):
    """The last inspection reads the table line by line, numbers and all."""
    lines = made(content)["cases.csv"].decode().splitlines()
    assert "13810000000.0" in lines[1]
    assert [finding for line in lines for finding in personal_data(line)] == []


def test_without_an_address_of_the_site_pages_are_named_from_its_root(content):
    found = dict(tables.files(context(content, address="")))
    assert read_csv(found["cases.csv"])[0]["网页"] == f"cases/{FIRST}/"
