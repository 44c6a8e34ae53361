"""The statistics: every row and every note of the four charts."""

from __future__ import annotations

import pytest

from casebook.pages.page import STATISTICS, SitePage
from casebook.pages.site import build_site
from casebook.pages.statistics import Chart
from casebook.pages.taxonomy import Term
from casebook.schema.term_keys import Key

from ..sites.make import Content

BULLETIN = "2025-01-01-shanxi"
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "事实有误"}}

Row = tuple[str, str, int, str]
"""Title, address, count and length of the bar."""


def statistics_of(content: Content) -> SitePage:
    pages = build_site(content.library()).pages
    return next(page for page in pages if page.address == STATISTICS.address)


def chart(content: Content, name: str) -> Chart:
    return next(one for one in statistics_of(content).view["charts"] if one.id == name)


def rows(found: Chart) -> list[Row]:
    return [(row.title, row.address, row.count, found.percent(row)) for row in found.rows]


def cases(content: Content, *fields: dict[str, object]) -> None:
    for number, changes in enumerate(fields, 1):
        content.case(f"{BULLETIN}/{number:02}", **changes)


# The page


def test_the_page_and_its_charts(content):
    cases(content, {}, {"status": "draft"}, WITHDRAWN)
    page = statistics_of(content)
    assert (page.template, page.title) == ("statistics.html", "统计")
    assert page.view["case_count"] == 1
    assert [(one.id, one.title, one.unit) for one in page.view["charts"]] == [
        ("months", "按月份", "月份"),
        ("cities", "按城市", "城市"),
        ("groups", "按类型", "类型"),
        ("stages", "按办理阶段", "办理阶段"),
    ]


def test_without_cases_no_chart_has_rows(content):
    cases(content, {"status": "draft"}, WITHDRAWN)
    charts = statistics_of(content).view["charts"]
    assert [(one.rows, one.highest) for one in charts] == [((), 0)] * 4


def test_neither_withdrawn_cases_nor_drafts_are_counted(content):
    cases(content, {}, WITHDRAWN | {"city": "大同市"}, {"status": "draft", "offence": "网络黑客"})
    charts = statistics_of(content).view["charts"]
    assert [rows(one) for one in charts] == [
        [("2024年5月", "dates/2024/05/", 1, "100.0")],
        [("太原市", "cities/taiyuan/", 1, "100.0")],
        [("网络水军", "offences/posters/", 1, "100.0")],
        [("刑事拘留", "stages/detained/", 1, "100.0")],
    ]


# Months


def test_months_stand_newest_first_across_years(content):
    dates = ("2023-12-31", "2024-01", "2024-10-02", "2024-10", "2023-02", "2024-10-01")
    cases(content, *({"date": date} for date in dates))
    found = chart(content, "months")
    assert rows(found) == [
        ("2024年10月", "dates/2024/10/", 3, "100.0"),
        ("2024年1月", "dates/2024/01/", 1, "33.3"),
        ("2023年12月", "dates/2023/12/", 1, "33.3"),
        ("2023年2月", "dates/2023/02/", 1, "33.3"),
    ]
    assert found.notes == (
        "每起案例计一次。",
        "全部案例都写明了月份，没有漏计。",
        "没有案例的月份不列出。",
    )


def test_cases_without_a_month_are_named_as_left_out(content):
    cases(content, {"date": "2024"}, {"date": "2023"}, {"date": "2024-03"})
    found = chart(content, "months")
    assert rows(found) == [("2024年3月", "dates/2024/03/", 1, "100.0")]
    assert found.notes == (
        "每起案例计一次。",
        "通报只写到年份的2起，不在此表中。",
        "没有案例的月份不列出。",
    )


# Cities


def test_cities_stand_by_count_and_equal_ones_by_code(content):
    cities = ("运城市", "大同市", "太原市", "运城市", "太原市", "运城市")
    cases(content, *({"city": city} for city in cities))
    found = chart(content, "cities")
    assert rows(found) == [
        ("运城市", "cities/yuncheng/", 3, "100.0"),
        ("太原市", "cities/taiyuan/", 2, "66.7"),
        ("大同市", "cities/datong/", 1, "33.3"),
    ]
    assert found.notes == (
        "全部案例都写明了城市，没有漏计。",
        "每起案例计一次。",
        "没有案例的城市不列出。",
    )


def test_districts_count_in_their_city(content):
    cases(content, {"district": "晋源区"}, {"district": "小店区"}, {})
    assert rows(chart(content, "cities")) == [("太原市", "cities/taiyuan/", 3, "100.0")]


def test_a_municipality_is_a_city(content):
    content.bulletin("2024-09-02-chongqing", province="重庆市")
    content.case("2024-09-02-chongqing/01", city="重庆市", district="渝中区")
    cases(content, {}, {})
    assert rows(chart(content, "cities")) == [
        ("太原市", "cities/taiyuan/", 2, "100.0"),
        ("重庆市", "cities/chongqing/", 1, "50.0"),
    ]


def test_province_wide_cases_are_named_as_left_out(content):
    cases(content, {"city": "全省"}, {"city": "大同市"}, {"city": "全省"})
    found = chart(content, "cities")
    assert rows(found) == [("大同市", "cities/datong/", 1, "100.0")]
    assert found.notes == (
        "全省性的2起没有写明城市，不在此表中。",
        "每起案例计一次。",
        "没有案例的城市不列出。",
    )


def test_cases_of_several_cities_are_named_as_counted_in_each(content):
    cases(content, {"city": ["太原市", "运城市"]}, {"city": ["太原市", "大同市", "运城市"]}, {})
    found = chart(content, "cities")
    assert rows(found) == [
        ("太原市", "cities/taiyuan/", 3, "100.0"),
        ("运城市", "cities/yuncheng/", 2, "66.7"),
        ("大同市", "cities/datong/", 1, "33.3"),
    ]
    assert found.notes == (
        "全部案例都写明了城市，没有漏计。",
        "有2起案例属于不止一个城市，在每个城市各计一次，所以各行相加会重复计算。",
        "没有案例的城市不列出。",
    )


def test_no_note_says_that_rows_add_up_to_more_cases_than_they_do(content):
    cases(content, {"city": ["太原市", "运城市"]}, {"city": "全省"}, {"city": "全省"})
    found = chart(content, "cities")
    assert [row.count for row in found.rows] == [1, 1]
    assert "大于案例总数" not in "".join(found.notes)


# Groups


def test_groups_stand_by_count_and_equal_ones_in_their_own_order(content):
    content.offence("rumor", "网络谣言", order=3)
    content.offence("empty", "网络空白", order=4)
    cases(
        content, *({"offence": group} for group in ("网络谣言", "网络水军", "网络谣言", "网络黑客"))
    )
    found = chart(content, "groups")
    assert rows(found) == [
        ("网络谣言", "offences/rumor/", 2, "100.0"),
        ("网络黑客", "offences/hacking/", 1, "50.0"),
        ("网络水军", "offences/posters/", 1, "50.0"),
    ]
    assert found.notes == (
        "每起案例计一次。",
        "分类为本站编辑口径，不代表定性。",
        "没有案例的类型不列出。",
    )


def test_cases_of_several_groups_are_named_as_counted_in_each(content):
    cases(content, {"offence": ["网络水军", "网络黑客"], "charge": "破坏系统罪"}, {})
    found = chart(content, "groups")
    assert rows(found) == [
        ("网络水军", "offences/posters/", 2, "100.0"),
        ("网络黑客", "offences/hacking/", 1, "50.0"),
    ]
    assert found.notes == (
        "有1起案例属于不止一个类型，在每个类型各计一次，所以各行相加会重复计算。",
        "分类为本站编辑口径，不代表定性。",
        "没有案例的类型不列出。",
    )


# Stages


def test_stages_stand_in_the_order_of_a_cases_way_and_count_the_latest(content):
    cases(
        content,
        {"stage": "行政处罚"},
        {"stage": "移送起诉"},
        {"stage": "刑事拘留", "updates": [{"date": "2024-06", "stage": "判决生效"}]},
        {"stage": "移送起诉"},
        {"stage": "立案侦查"},
    )
    found = chart(content, "stages")
    assert rows(found) == [
        ("立案侦查", "stages/filed/", 1, "50.0"),
        ("移送起诉", "stages/transferred/", 2, "100.0"),
        ("判决生效", "stages/final-judgment/", 1, "50.0"),
        ("行政处罚", "stages/penalty/", 1, "50.0"),
    ]
    assert found.notes == (
        "每起案例计一次。",
        "以本站已知的最新阶段为准。",
        "没有案例的阶段不列出。",
    )


# Bars


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([1], ["100.0"]),
        ([3, 2, 1], ["100.0", "66.7", "33.3"]),
        ([7, 0], ["100.0", "0.0"]),
        ([1000, 1], ["100.0", "0.1"]),
    ],
)
def test_a_bar_is_a_share_of_the_longest(counts, expected):
    terms = tuple(
        Term(Key(f"{n}/", str(n)), (None,) * count, (), ()) for n, count in enumerate(counts)
    )
    made = Chart("x", "甲", "乙", terms, ())
    assert [made.percent(term) for term in terms] == expected
