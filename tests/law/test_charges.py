"""Charges: found by any of their names, at any time, and named in texts."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from casebook.content.partial_date import PartialDate
from casebook.law.articles import references
from casebook.law.charges import Mention, charges, mentions, plain
from casebook.law.selective import forms, full_name
from casebook.texts.tables import rows

ROWS = rows("casebook.law", "charges.tsv")
FORMER = {full_name(row["charge"]) for row in ROWS if row["until"]}


def test_counts() -> None:
    """483 charges in use, 61 former ones."""
    assert (len(ROWS) - len(FORMER), len(FORMER)) == (483, 61)
    assert len(charges().charges) == len(ROWS)


def test_every_row_is_whole() -> None:
    wrong = [
        row["charge"]
        for row in ROWS
        if not row["charge"].endswith("罪")
        or not references(row["article"])
        or not date.fromisoformat(row["since"])
        or bool(row["until"]) != bool(row["successor"])
    ]
    assert wrong == []


def test_successors_are_charges() -> None:
    names = {charge.name for charge in charges().charges}
    assert [
        one for charge in charges().charges for one in charge.successors if one not in names
    ] == []
    repealed = [(one.name, one.note) for one in charges().charges if one.note]
    assert repealed == [("嫖宿幼女罪", "取消；依照强奸罪处理")]


def test_a_name_is_of_one_charge_in_use() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        if not row["until"]:
            for name in forms(row["charge"]):
                owners[plain(name)].add(row["charge"])
    assert {name: of for name, of in owners.items() if len(of) > 1} == {}


def test_every_form_is_found() -> None:
    names = [name for row in ROWS for name in forms(row["charge"])]
    lost = [name for name in names if (found := charges().find(name)) is None or found.name != name]
    assert lost == []


@pytest.mark.parametrize(
    ("written", "name", "full", "article"),
    [
        ("敲诈勒索罪", "敲诈勒索罪", "敲诈勒索罪", "第二百七十四条"),
        ("贩卖毒品罪", "贩卖毒品罪", "走私、贩卖、运输、制造毒品罪", "第三百四十七条"),
        ("走私，运输毒品罪", "走私、运输毒品罪", "走私、贩卖、运输、制造毒品罪", "第三百四十七条"),
        (
            "制作、贩卖、传播淫秽物品牟利罪",
            "制作、贩卖、传播淫秽物品牟利罪",
            "制作、复制、出版、贩卖、传播淫秽物品牟利罪",
            "第三百六十三条第一款",
        ),
        (
            "掩饰隐瞒犯罪所得罪",
            "掩饰、隐瞒犯罪所得罪",
            "掩饰、隐瞒犯罪所得、犯罪所得收益罪",
            "第三百一十二条",
        ),
        (
            "提供非法控制计算机信息系统程序罪",
            "提供非法控制计算机信息系统程序罪",
            "提供侵入、非法控制计算机信息系统程序、工具罪",
            "第二百八十五条第三款",
        ),
        (
            "非法销售窃照专用器材罪",
            "非法销售窃照专用器材罪",
            "非法生产、销售专用间谍器材、窃听、窃照专用器材罪",
            "第二百八十三条",
        ),
        (
            "组织参与国(境)外赌博罪",
            "组织参与国（境）外赌博罪",
            "组织参与国（境）外赌博罪",
            "第三百零三条第三款",
        ),
        ("偷税罪", "偷税罪", "偷税罪", "第二百零一条"),
    ],
)  # fmt: skip
def test_find(written: str, name: str, full: str, article: str) -> None:
    found = charges().find(written)
    assert found is not None
    assert (found.name, found.charge.name, found.charge.article) == (name, full, article)


@pytest.mark.parametrize(
    "written",
    ["", "罪", "诈骗", "传播物品罪", "贩卖罪", "淫秽物品牟利罪", "走私、贩卖罪", "有毒食品罪",
     "帮信罪", "制造、贩卖毒品罪", "国家机关罪", "掩饰犯罪罪", "散布谣言罪"],
)  # fmt: skip
def test_what_is_no_charge(written: str) -> None:
    assert charges().find(written) is None


def test_short_forms() -> None:
    short = {"帮信罪": "帮助信息网络犯罪活动罪", "掩隐罪": "掩饰、隐瞒犯罪所得、犯罪所得收益罪"}
    assert {name: getattr(charges().of_short(name), "name", None) for name in short} == short
    assert charges().of_short("诈骗罪") is None


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2018", "生产、销售假药罪"),
        ("2021-02", "生产、销售假药罪"),
        ("2021-03-01", "生产、销售、提供假药罪"),
        ("2021", "生产、销售、提供假药罪"),
        ("2024", "生产、销售、提供假药罪"),
        ("1990", "生产、销售、提供假药罪"),
    ],
)
def test_a_former_name_that_is_part_of_its_successor(day: str, name: str) -> None:
    found = charges().find("生产、销售假药罪", PartialDate.parse(day))
    assert found is not None
    assert (found.name, found.charge.name) == ("生产、销售假药罪", name)


@pytest.mark.parametrize(
    ("day", "is_of_time"),
    [("2015-10", True), ("2015-11-01", True), ("2015", True), ("2015-11-02", False)],
)
def test_time_of_a_former_charge(day: str, is_of_time: bool) -> None:
    found = charges().find("嫖宿幼女罪")
    assert found is not None
    assert found.charge.is_of_time(PartialDate.parse(day)) is is_of_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("没有罪名，犯罪嫌疑人被抓获。", []),
        ("涉嫌诈骗罪。", [Mention(2, 5, "诈骗罪")]),
        ("协助抓获盗窃罪犯。", []),
        ("有数罪。", []),
        (
            "涉嫌掩饰、隐瞒犯罪所得罪和“诈骗罪”。",
            [Mention(2, 12, "掩饰、隐瞒犯罪所得罪"), Mention(14, 17, "诈骗罪")],
        ),
        ("涉嫌帮信罪", [Mention(2, 5, "帮助信息网络犯罪活动罪")]),
        ("涉嫌信用卡诈骗罪", [Mention(2, 8, "信用卡诈骗罪")]),
        ("涉嫌自定罪", [Mention(2, 5, "自定罪")]),
        ("涉嫌偷税罪", [Mention(2, 5, "偷税罪")]),
    ],
)
def test_mentions(text: str, expected: list[Mention]) -> None:
    assert list(mentions(text, {"自定罪": "自定罪"})) == expected
