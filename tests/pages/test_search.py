"""The facets by which the search filters, and its page."""

from __future__ import annotations

import pytest

from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.pages.page import SitePage
from casebook.pages.search import Facet, Option
from casebook.pages.site import plan_site

from ..sites.make import Content, write

FIRST, SECOND, THIRD, FOURTH = (f"2024-09-01-shanxi/{number:02}" for number in (1, 2, 3, 4))
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "有误"}}

Row = tuple[int, str, tuple[str, ...], list[str]]
"""How deep an option stands, its key, its names and the numbers of its cases."""


def facets(content: Content) -> dict[str, list[Row]]:
    return {facet.name: rows(facet.options) for facet in plan_site(content.library()).facets}


def rows(options: tuple[Option, ...], depth: int = 1) -> list[Row]:
    found = []
    for option in options:
        numbers = [case.id.partition("/")[2] for case in option.cases]
        assert option.count == len(numbers)
        found += [
            (depth, option.key, option.names, numbers),
            *rows(option.children, depth + 1),
        ]
    return found


def pages(library: Library) -> list[SitePage]:
    return [page for page in plan_site(library).pages if page.address == "search/"]


# Facets


def test_the_facets_of_a_small_site(content):
    content.case(FIRST, date="2024-05-06", district="晋源区", stage="移送起诉")
    content.case(SECOND, date="2023-12", city="大同市", offence="网络黑客")
    content.case(THIRD, date="2023", city="全省", stage="行政处罚")
    content.case(
        FOURTH, date="2024-10", city=["太原市", "大同市"], offence=["网络水军", "网络黑客"]
    )
    site = plan_site(content.library())
    assert [(facet.name, facet.title) for facet in site.facets] == [
        ("city", "地区"),
        ("offence", "类型"),
        ("year", "时间"),
        ("stage", "办理阶段"),
    ]
    assert facets(content) == {
        "city": [
            (1, "shanxi", ("山西省", "山西"), ["04", "01", "02", "03"]),
            (2, "taiyuan", ("太原市", "太原"), ["04", "01"]),
            (2, "datong", ("大同市", "大同"), ["04", "02"]),
        ],
        "offence": [
            (1, "hacking", ("网络黑客",), ["04", "02"]),
            (1, "posters", ("网络水军",), ["04", "01", "03"]),
        ],
        "year": [
            (1, "2024", ("2024年", "2024"), ["04", "01"]),
            (2, "2024-10", ("2024年10月", "2024-10"), ["04"]),
            (2, "2024-05", ("2024年5月", "2024-05"), ["01"]),
            (1, "2023", ("2023年", "2023"), ["02", "03"]),
            (2, "2023-12", ("2023年12月", "2023-12"), ["02"]),
        ],
        "stage": [
            (1, "detained", ("刑事拘留",), ["04", "02"]),
            (1, "transferred", ("移送起诉",), ["01"]),
            (1, "penalty", ("行政处罚",), ["03"]),
        ],
    }


def test_all_options_of_a_facet_stand_before_those_below_them():
    leaf, other = Option("a-b", ("乙",), ()), Option("c", ("丙",), ())
    branch = Option("a", ("甲",), (), (leaf,))
    assert list(Facet("x", "某", (branch, other)).walk()) == [branch, leaf, other]


def test_terms_without_published_cases_are_no_options(content):
    content.case(FIRST)
    content.case(SECOND, city="大同市", status="draft")
    content.case(THIRD, offence="网络黑客", date="2020", **WITHDRAWN)
    assert facets(content) == {
        "city": [
            (1, "shanxi", ("山西省", "山西"), ["01"]),
            (2, "taiyuan", ("太原市", "太原"), ["01"]),
        ],
        "offence": [(1, "posters", ("网络水军",), ["01"])],
        "year": [
            (1, "2024", ("2024年", "2024"), ["01"]),
            (2, "2024-05", ("2024年5月", "2024-05"), ["01"]),
        ],
        "stage": [(1, "detained", ("刑事拘留",), ["01"])],
    }


def test_an_offence_group_answers_to_all_its_names(content):
    content.offence(
        "rumor",
        "网络谣言",
        charges=[("编造虚假信息罪", "false-information")],
        aliases=["造谣", "传谣"],
    )
    content.case(FIRST, offence="网络谣言")
    assert facets(content)["offence"] == [
        (1, "rumor", ("网络谣言", "造谣", "传谣"), ["01"]),
    ]


@pytest.mark.parametrize(
    ("province", "city", "expected"),
    [
        ("重庆市", "重庆市", [("重庆市", "重庆")]),
        ("内蒙古自治区", "兴安盟", [("内蒙古自治区", "内蒙古"), ("兴安盟", "兴安")]),
        ("广西壮族自治区", "桂林市", [("广西壮族自治区", "广西"), ("桂林市", "桂林")]),
        ("宁夏回族自治区", "银川市", [("宁夏回族自治区", "宁夏"), ("银川市", "银川")]),
        (
            "新疆维吾尔自治区",
            "喀什地区",
            [("新疆维吾尔自治区", "新疆"), ("喀什地区", "喀什")],
        ),
        (
            "吉林省",
            "延边朝鲜族自治州",
            [("吉林省", "吉林"), ("延边朝鲜族自治州",)],
        ),
    ],
)
def test_a_place_answers_to_its_short_name(content, province, city, expected):
    content.bulletin("2024-09-02-other", province=province)
    content.case("2024-09-02-other/01", city=city)
    assert [names for _, _, names, _ in facets(content)["city"]] == expected


# The page


def test_the_page_of_a_site_that_says_nothing_of_it(content):
    content.case(FIRST)
    content.case(SECOND, status="draft")
    library = content.library()
    site = plan_site(library)
    (page,) = pages(library)
    assert (page.template, page.title, page.summary, page.content, page.body) == (
        "search.html",
        "案例检索",
        "检索全部案例：输入地名、手法、罪名或标题中的几个字。",
        None,
        "",
    )
    assert sorted(page.view) == ["case_count", "facets", "offences"]
    assert page.view["case_count"] == 1
    assert [facet.name for facet in page.view["facets"]] == [facet.name for facet in site.facets]
    assert [term.title for term in page.view["offences"].children] == ["网络黑客", "网络水军"]


def test_the_page_of_an_editor(content):
    content.case(FIRST)
    content.page("search.md", "找案例", "写一两个词。\n", summary="这里找案例。")
    library = content.library()
    (page,) = pages(library)
    assert (page.title, page.summary, page.body) == ("找案例", "这里找案例。", "写一两个词。\n")
    assert page.content is library.search


def test_an_editor_may_leave_the_summary_out(content):
    content.case(FIRST)
    content.page("search.md", "找案例")
    (page,) = pages(content.library())
    assert page.summary == "检索全部案例：输入地名、手法、罪名或标题中的几个字。"


def test_a_broken_file_makes_no_page(content):
    content.case(FIRST)
    write(content.docs / "search.md", {"summary": "没有标题。"}, "提示。\n")
    library, problems = load(Folders(cases=content.cases, docs=content.docs, root=content.root))
    assert [problem.code for problem in problems] == ["missing-field"]
    assert pages(library) == []
