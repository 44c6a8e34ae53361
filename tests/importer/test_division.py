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


def test_a_number_that_another_marker_gives_is_found() -> None:
    texts = (
        "01",
        "张某某等人甲案",
        FIRST,
        "案例二：李某某乙案",
        SECOND,
        "案例三：王某丙案",
        SECOND,
    )
    assert [title for title, _ in found(*texts)] == ["张某某等人甲案", "李某某乙案", "王某丙案"]


def test_a_missing_number_is_skipped() -> None:
    division = division_of(lines("案例一：甲案", FIRST, "案例三：乙案", SECOND))
    assert [(one.number, one.title) for one in division.segments] == [(1, "甲案"), (3, "乙案")]


def test_a_heading_without_text_is_no_case() -> None:
    division = division_of(lines("案例一：甲案", FIRST, "案例二：丙案", "案例三：乙案", SECOND))
    assert [one.number for one in division.segments] == [1, 3]
    assert [(one.number, one.title) for one in division.unfilled] == [(2, "丙案")]


def test_a_hundred_cases_and_more() -> None:
    texts = [f"{number}.{FIRST}" for number in range(1, 121)]
    division = division_of(lines(*texts))
    assert [one.number for one in division.segments] == list(range(1, 121))


def test_numbered_sections_of_a_single_story_are_no_cases() -> None:
    texts = (
        "买卖信息，法院判了",
        "1. 基本案情",
        FIRST,
        "2. 法院审理",
        "法院判处钱某有期徒刑一年。",
    )
    assert found(*texts) == [(None, f"{FIRST}\n2. 法院审理\n法院判处钱某有期徒刑一年。")]


def test_a_single_story_of_named_persons_is_not_divided() -> None:
    texts = (
        "一条短信牵出的窝点",
        "2024年4月，甲市公安机关接到报警，警方查明赵某等人冒充客服诈骗，涉案金额30万元。",
        "1.追到邻省",
        "民警赴外省蹲守三天，抓获赵某及其同伙，当场查获作案手机12部，涉案银行卡9张。",
        "2.收网",
        "2024年6月，赵某等3人因涉嫌诈骗罪被移送起诉，民警追回被骗资金12万元并返还受害人。",
    )
    assert len(found(*texts)) == 1


def test_a_paragraph_that_tells_of_cases_by_date() -> None:
    first = "1月9日，甲县公安局破获一起盗窃案，犯罪嫌疑人段某盗刷话费2万元，已被刑事拘留。"
    second = "2月13日，刑侦大队抓获编造谣言的犯罪嫌疑人孙某，孙某被依法行政拘留七日，账号被关停。"
    assert found(f"{first}{second}") == [(None, first), (None, second)]


def test_a_subtitle_is_part_of_the_heading() -> None:
    texts = ("案例1", "张某某甲案", "——利用红包组织赌博", FIRST, "案例2", "李某某乙案", SECOND)
    first, _ = division_of(lines(*texts)).segments
    assert [line.text for line in first.heading] == ["案例1", "张某某甲案", "——利用红包组织赌博"]
    assert first.text == FIRST


def test_keywords_are_no_text_of_a_case() -> None:
    texts = ("一、甲案", "【关键词】", "传销 追赃挽损", "【基本案情】", FIRST, "二、乙案", SECOND)
    first, _ = division_of(lines(*texts)).segments
    assert first.text == FIRST
    assert [reason for _, reason in first.body.left_out] == ["keywords", "keywords", "label"]


def test_a_story_goes_on_after_a_caption() -> None:
    texts = ("案例一：甲案", FIRST, "图为民警清点涉案手机", FURTHER, "案例二：乙案", SECOND)
    assert found(*texts)[0] == ("甲案", f"{FIRST}\n{FURTHER}")


def test_the_last_paragraph_of_a_case_needs_no_full_stop() -> None:
    texts = ("案例一：甲案", FIRST, "目前，3人已被移送起诉", "案例二：乙案", SECOND)
    assert found(*texts)[0] == ("甲案", f"{FIRST}\n目前，3人已被移送起诉")


def test_a_report_after_its_dateline() -> None:
    line = f"本报讯（记者 某某）{FIRST}"
    division = division_of(lines("甲市警方破获一起案件", line, FURTHER))
    assert [one.text for one in division.segments] == [f"{FIRST}\n{FURTHER}"]
