"""Divisions: the bounds of cases, marker by marker. Whole bulletins are in test_bulletins.py."""

from __future__ import annotations

import pytest

from casebook.importer.announced import announced_count
from casebook.importer.division import division_of

from .documents import lines

FIRST = "2024年4月，甲市公安机关侦破一起案件，抓获犯罪嫌疑人3名，目前案件正在进一步办理中。"
SECOND = "2024年5月，乙市公安机关接到报警，迅速立案侦查，抓获犯罪嫌疑人5名，涉案金额20万元。"
FURTHER = "目前，上述人员均已被依法采取刑事强制措施，案件已移送检察机关审查起诉。"


def found(*texts: str, bold: tuple[int, ...] = ()) -> list[tuple[str | None, str]]:
    """The titles and texts of the cases in these lines."""
    return [(one.title, one.text) for one in division_of(lines(*texts, bold=bold)).segments]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("案例一：", "案例二："),
        ("案例1 ", "案例2 "),
        ("【案例一】", "【案例二】"),
        ("典型案例之一：", "典型案例之二："),
        ("第一起：", "第二起："),
        ("一、", "二、"),
        ("（一）", "（二）"),
        ("1.", "2."),
        ("1、", "2、"),
        ("①", "②"),
        ("(1)", "(2)"),
        ("◆", "◆"),
        ("▶ ", "▶ "),
        ("01 ", "02 "),
    ],
)
def test_markers(one: str, two: str) -> None:
    titled = [("张某某等人甲案", FIRST), ("李某某乙案", SECOND)]
    assert found(f"{one}张某某等人甲案", FIRST, f"{two}李某某乙案", SECOND) == titled
    assert found(f"{one}{FIRST}", f"{two}{SECOND}") == [(None, FIRST), (None, SECOND)]


def test_a_marker_alone_before_its_title() -> None:
    texts = ("案例一", "张某某等人甲案", FIRST, "案例二", "李某某乙案", SECOND)
    assert found(*texts) == [("张某某等人甲案", FIRST), ("李某某乙案", SECOND)]


def test_a_title_that_runs_into_its_paragraph() -> None:
    texts = (f"1、张某某等人甲案。{FIRST}", f"2、李某某乙案。{SECOND}")
    assert found(*texts) == [("张某某等人甲案", FIRST), ("李某某乙案", SECOND)]


def test_titles_without_numbers() -> None:
    texts = ("张某某等人甲案", FIRST, "李某某乙案", SECOND)
    assert found(*texts) == [("张某某等人甲案", FIRST), ("李某某乙案", SECOND)]


def test_a_short_text_below_a_title_is_a_case() -> None:
    short = "2024年6月，警方查明李某造谣，依法行政拘留。"
    texts = ("张某某等人甲案", FIRST, "李某某乙案", short, "王某丙案", SECOND)
    assert [text for _, text in found(*texts)] == [FIRST, short, SECOND]


def test_a_case_that_only_tells_of_a_measure() -> None:
    texts = ("一、李某案", "相关人员已被依法采取刑事强制措施。", "二、王某案", "王某被依法逮捕。")
    assert found("公安机关公布2起典型案例", *texts) == [("李某案", texts[1]), ("王某案", texts[3])]


def test_many_short_texts_below_titles_are_cases() -> None:
    texts = [
        line for number in "一二三四五六七八" for line in (f"{number}、李某案", "账号已被关停。")
    ]
    assert found("公布8起典型案例", *texts) == [("李某案", "账号已被关停。")] * 8


def test_bold_titles_without_numbers() -> None:
    texts = ("直播带货背后的骗局", FIRST, "藏在快递里的秘密", SECOND)
    assert found(*texts, bold=(0, 2)) == [
        ("直播带货背后的骗局", FIRST),
        ("藏在快递里的秘密", SECOND),
    ]


def test_paragraphs_without_any_marker() -> None:
    assert found("全市公安机关开展专项行动。", FIRST, SECOND, FURTHER) == [
        (None, FIRST),
        (None, f"{SECOND}\n{FURTHER}"),
    ]


def test_cases_below_headings_of_categories() -> None:
    texts = ("一、网络谣言类", "（一）甲案", FIRST, "二、网络诈骗类", "（一）乙案", SECOND)
    assert found(*texts) == [("甲案", FIRST), ("乙案", SECOND)]
    unmarked = ("1 非法买卖信息", FIRST, SECOND, "2 网络诈骗", FIRST)
    assert [text for _, text in found(*unmarked)] == [FIRST, SECOND, FIRST]


def test_one_paragraph_that_holds_all() -> None:
    assert found(f"市公安局公布典型案例。一是{FIRST}二是{SECOND}") == [
        (None, FIRST),
        (None, SECOND),
    ]
    assert found(f"现公布两起典型案例：案例一、{FIRST}案例二、{SECOND}") == [
        (None, FIRST),
        (None, SECOND),
    ]


def test_a_table_of_contents_is_no_case() -> None:
    texts = ("一、甲案", "二、乙案", "一、甲案", FIRST, "二、乙案", SECOND)
    assert found(*texts) == [("甲案", FIRST), ("乙案", SECOND)]


def test_sections_within_a_case_stay_in_it() -> None:
    result = "【处理结果】目前，李某某被依法刑事拘留。"
    texts = (
        "案例一：甲案",
        f"【基本案情】{FIRST}",
        result,
        "案例二：乙案",
        f"【基本案情】{SECOND}",
        result,
    )
    assert found(*texts) == [("甲案", f"{FIRST}\n{result}"), ("乙案", f"{SECOND}\n{result}")]


@pytest.mark.parametrize(
    "after",
    [
        "公安机关提醒：不信谣，不传谣。",
        "网警提示",
        "（来源：某市公安局）",
        "记者 某某",
        "责任编辑：某某",
        "相关阅读",
        "图为民警在现场。",
        "下一步，公安机关将持续保持高压态势。",
        "《网络安全法》第二十一条规定，网络运营者应当履行义务。",
        "END",
    ],
)
def test_what_follows_a_case_is_left_out(after: str) -> None:
    texts = ("案例一：甲案", FIRST, after, "案例二：乙案", SECOND, after, "请继续关注。")
    assert found(*texts) == [("甲案", FIRST), ("乙案", SECOND)]


def test_totals_before_the_cases_are_no_case() -> None:
    totals = "今年以来，全市公安机关共侦破案件120起，抓获犯罪嫌疑人340名，涉案金额2亿元。"
    assert found(totals, FIRST, SECOND) == [(None, FIRST), (None, SECOND)]


@pytest.mark.parametrize("texts", [(), ("今天天气很好。",), ("目录", "第一章", "第二章")])
def test_a_text_without_cases(texts: tuple[str, ...]) -> None:
    assert found(*texts) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("现公布6起网络谣言典型案例：", 6),
        ("公布了九起典型案例", 9),
        ("现将两起典型案例公布如下", 2),
        ("通报十大典型案例", 10),
        ("全省侦破案件1200余起", None),
        ("公布典型案例", None),
    ],
)
def test_the_announced_count(text: str, count: int | None) -> None:
    assert announced_count([text]) == count
