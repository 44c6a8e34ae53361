"""The site map for readers: the ways to everything, with single cases in the lists it names."""

from __future__ import annotations

import pytest

from casebook.pages.page import HOME, ColumnMeta, SitePage
from casebook.pages.pagination import PER_PAGE
from casebook.pages.site import plan_site
from casebook.pages.site_map import corrections_address, site_map

from ..sites.make import Content


def map_of(content: Content) -> SitePage:
    (found,) = (page for page in plan_site(content.library()).pages if page.address == "sitemap/")
    return found


def test_an_empty_site_map():
    page = site_map((), (), ())
    assert (page.address, page.template, page.title) == ("sitemap/", "site_map.html", "网站地图")
    assert (page.breadcrumbs, page.column) == ((HOME,), ColumnMeta("网站信息"))
    assert page.view == {"taxonomies": (), "bulletins": (), "written": ()}


def test_it_names_every_taxonomy_bulletin_and_hand_written_page(content):
    content.page("tips.md", "防范提示")
    content.page("events/index.md", "活动")
    content.page("events/fair.md", "一次活动")
    content.case("2024-09-01-shanxi/01")
    content.case("2025-09-01-shanxi/01")
    content.case("2025-10-01-shanxi/01", status="draft")
    view = map_of(content).view
    assert [root.address for root in view["taxonomies"]] == [
        "offences/",
        "cities/",
        "dates/",
        "stages/",
    ]
    bulletins = [bulletin.id for bulletin in view["bulletins"]]
    assert bulletins == ["2025-09-01-shanxi", "2024-09-01-shanxi"]
    assert {page.address for page in view["written"]} == {"tips/", "events/", "events/fair/"}


def test_lists_without_a_case_are_not_named(content):
    content.case(
        "2024-09-01-shanxi/01",
        status="withdrawn",
        withdrawn={"date": "2025-01-02", "reason": "事实有误"},
    )
    site = plan_site(content.library())
    assert [root.address for root in map_of(content).view["taxonomies"]] == ["offences/"]
    assert site.empty_columns == {"cases/", "cities/", "dates/", "stages/", "statistics/"}
    content.case("2024-09-01-shanxi/02")
    assert plan_site(content.library()).empty_columns == frozenset()


def test_it_does_not_grow_with_the_bulletins(content):
    for number in range(PER_PAGE + 2):
        content.case(f"{1970 + number}-09-01-shanxi/01", date="1970-01")
    bulletins = [bulletin.id[:4] for bulletin in map_of(content).view["bulletins"]]
    newest = 1970 + PER_PAGE + 1
    assert bulletins == [str(newest - back) for back in range(PER_PAGE)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## 发现错误怎么办\n\n请告诉我们。\n", "about/#发现错误怎么办"),
        ("## 本站发布什么\n\n案例。\n", "about/"),
    ],
)
def test_mistakes_are_told_where_the_site_speaks_of_itself(content, body, expected):
    content.case("2024-09-01-shanxi/01")
    content.page("about.md", "关于本站", body)
    assert corrections_address(content.library()) == expected


def test_without_a_page_about_the_site_no_place_for_mistakes_is_made_up(content):
    content.case("2024-09-01-shanxi/01")
    assert corrections_address(content.library()) is None
