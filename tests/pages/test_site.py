"""All pages of a library: which there are, where they stand and what they show."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime

import pytest

from casebook.content.calendar import CHINA
from casebook.pages.page import Article, Passage
from casebook.pages.share_picture import SITE_PICTURE
from casebook.pages.site import Site, SitePage, plan_site

FIRST, SECOND, THIRD = (f"2024-09-01-shanxi/{number:02}" for number in (1, 2, 3))
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "事实有误"}}


def page_at(site: Site, address: str) -> SitePage:
    (found,) = (page for page in site.pages if page.address == address)
    return found


def addresses(site: Site) -> set[str]:
    return {page.address for page in site.pages}


def listed(site: Site) -> set[str]:
    """Every case that some list of the site holds, beside its own bulletin's."""
    own = {"bulletin.html", "bulletins.html", "corrections.html"}
    lists = [
        page.view["pagination"].items
        for page in site.pages
        if "pagination" in page.view and page.template not in own
    ]
    lists += [page.view["term"].cases for page in site.pages if "term" in page.view]
    return {case.id for cases in lists for case in cases}


def test_all_pages_of_a_small_library(content):
    content.page("tips.md", "防范提示")
    content.page("events/index.md", "活动")
    content.page("events/fair.md", "一次活动")
    content.case(FIRST, district="晋源区", charge="非法经营罪")
    site = plan_site(content.library())
    cities = "taiyuan datong yangquan changzhi jincheng shuozhou jinzhong yuncheng xinzhou linfen"
    assert addresses(site) == {
        "",
        "tips/",
        "events/",
        "events/fair/",
        "cases/",
        "cases/bulletins/",
        "cases/2024-09-01-shanxi/",
        "cases/2024-09-01-shanxi/01/",
        "cities/",
        "cities/shanxi/",
        *(f"cities/{city}/" for city in cities.split()),
        "cities/lvliang/",
        "cities/taiyuan/jinyuan/",
        "offences/",
        "offences/hacking/",
        "offences/posters/",
        "offences/posters/illegal-business/",
        "dates/",
        "dates/2024/",
        "dates/2024/05/",
        "stages/",
        "stages/detained/",
        "statistics/",
        "quiz/",
        "posters/",
        "posters/posters/a3/",
        "posters/posters/a4/",
        "search/",
        "corrections/",
        "sitemap/",
    }


def test_what_the_closing_line_counts(content):
    content.bulletin("2024-09-02-chongqing", province="重庆市")
    content.case(FIRST, city=["太原市", "大同市"])
    content.case("2024-09-02-chongqing/01", city="重庆市")
    content.case("2024-09-02-chongqing/02", city="重庆市", status="draft")
    site = plan_site(content.library())
    assert [case.id for case in site.cases] == [FIRST, "2024-09-02-chongqing/01"]
    assert [city.title for city in site.cities] == ["太原市", "大同市", "重庆市"]
    assert [group.title for group in site.offences] == ["网络黑客", "网络水军"]


def test_every_uri_address_and_title_stands_once(content):
    content.case(FIRST, aliases=["2023-01-01-shanxi/07"], charge="非法经营罪")
    content.case(SECOND, city=["太原市", "大同市"], date="2024")
    content.case(THIRD, **WITHDRAWN)
    pages = plan_site(content.library(), with_drafts=True).pages
    for what in ("uri", "address"):
        counted = Counter(getattr(page, what) for page in pages)
        assert [found for found, times in counted.items() if times > 1] == []
    titles = Counter(page.title for page in pages if page.template != "moved.html")
    assert [title for title, times in titles.items() if times > 1] == []


def test_an_address_is_what_the_generator_makes_of_the_uri(content):
    content.page("events/index.md", "活动")
    content.case(FIRST, district="晋源区", charge="非法经营罪", aliases=["2023-01-01-shanxi/07"])
    for page in plan_site(content.library()).pages:
        path = page.uri.removesuffix(".md")
        expected = path.removesuffix("index") if path.endswith("index") else f"{path}/"
        assert page.address == expected


def test_long_lists_go_on_at_addresses_of_their_own(content):
    for number in range(1, 52):
        content.case(f"2024-09-01-shanxi/{number:02}", charge="非法经营罪", district="晋源区")
    site = plan_site(content.library())
    assert {page.address for page in site.pages if "/page/" in page.address} == {
        "cases/page/2/",
        "cases/2024-09-01-shanxi/page/2/",
        "cities/shanxi/page/2/",
        "cities/taiyuan/page/2/",
        "cities/taiyuan/jinyuan/page/2/",
        "offences/posters/page/2/",
        "offences/posters/illegal-business/page/2/",
        "dates/2024/page/2/",
        "dates/2024/05/page/2/",
        "stages/detained/page/2/",
    }
    second = page_at(site, "cities/taiyuan/page/2/")
    assert [case.id for case in second.view["pagination"].items] == ["2024-09-01-shanxi/51"]
    assert second.title.endswith("（第2页）")
    assert [key.title for key in second.breadcrumbs] == ["首页", "地区", "山西省", "太原市"]
    uris = [page.uri for page in site.pages]
    assert len(set(uris)) == len(uris)


# Drafts, withdrawn cases, former addresses


def test_a_draft_is_there_only_on_request(content):
    content.case(FIRST)
    content.case(SECOND, status="draft", related=[FIRST], aliases=["2023-01-01-shanxi/07"])
    content.case(THIRD)
    library = content.library()
    draft = f"cases/{SECOND}/"

    published = plan_site(library)
    assert addresses(published) & {draft, "cases/2023-01-01-shanxi/07/"} == set()
    assert listed(published) == {FIRST, THIRD}
    first = page_at(published, f"cases/{FIRST}/")
    assert first.view["named"] == ()
    assert [case.id for case in first.view["nearby"]] == [THIRD]
    assert first.view["next"].id == THIRD

    previewed = plan_site(library, with_drafts=True)
    assert addresses(previewed) - addresses(published) == {draft, "cases/2023-01-01-shanxi/07/"}
    assert listed(previewed) == {FIRST, SECOND, THIRD}
    assert page_at(previewed, f"cases/{FIRST}/").view["next"].id == SECOND


def test_a_withdrawn_case_stays_at_its_address_without_its_text(content):
    content.case(
        FIRST,
        "## 案情\n\n不再显示的正文。\n",
        title="不再显示的标题案",
        summary="不再显示的摘要" * 4,
        **WITHDRAWN,
    )
    content.case(SECOND, related=[FIRST])
    site = plan_site(content.library())
    page = page_at(site, f"cases/{FIRST}/")
    assert page.template == "withdrawn.html"
    assert page.body == ""
    assert "不再显示" not in page.title + page.summary
    assert (page.article, page.column) == (None, None)
    assert [case.id for case in site.cases] == [SECOND]


def test_a_withdrawn_case_is_in_no_list_and_no_count(content):
    content.case(FIRST, **WITHDRAWN)
    content.case(SECOND, related=[FIRST])
    site = plan_site(content.library())
    assert listed(site) == {SECOND}
    assert [case.id for case in site.cases] == [SECOND]
    assert page_at(site, "cities/").summary == "按地区查看全部1起案例。"
    view = page_at(site, f"cases/{SECOND}/").view
    assert (view["named"], view["nearby"]) == ((), ())


def test_a_former_address_leads_to_the_case(content):
    content.case(FIRST, aliases=["2023-01-01-shanxi/07", "2023-01-01-shanxi/08"])
    site = plan_site(content.library())
    for number in ("07", "08"):
        page = page_at(site, f"cases/2023-01-01-shanxi/{number}/")
        assert (page.template, page.canonical) == ("moved.html", f"cases/{FIRST}/")
        assert (page.article, page.column) == (None, None)


# Case pages


def body_of(content, case_id: str) -> str:
    return page_at(plan_site(content.library()), f"cases/{case_id}/").body


def test_a_case_gets_the_advice_of_its_main_group(content):
    content.case(FIRST, "## 案情\n\n案情正文。\n", offence=["网络水军", "网络黑客"])
    page = page_at(plan_site(content.library()), f"cases/{FIRST}/")
    assert page.body == "## 案情\n\n案情正文。\n"
    assert page.shared == Passage("## 防范提示\n\n- 本类型的提示。\n", "offences/posters.md")


@pytest.mark.parametrize("heading", ["警方提示", "防范提示"])
def test_own_advice_takes_the_place_of_the_groups(content, heading):
    written = f"## 案情\n\n案情正文。\n\n## {heading}\n\n本案的提示。\n"
    content.case(FIRST, written)
    page = page_at(plan_site(content.library()), f"cases/{FIRST}/")
    assert (page.body, page.shared) == (written, None)


def test_advice_of_a_group_under_the_former_heading_is_shown_under_the_present(content):
    content.offence("posters", "网络水军", body="## 警方提示\n\n- 从前的提示。\n")
    content.case(FIRST, "## 案情\n\n案情正文。\n")
    page = page_at(plan_site(content.library()), f"cases/{FIRST}/")
    assert page.shared == Passage("## 防范提示\n\n- 从前的提示。\n", "offences/posters.md")


def test_a_group_without_advice_gives_none(content):
    content.case(FIRST, "## 案情\n\n案情正文。\n", offence=["网络黑客", "网络水军"])
    assert body_of(content, FIRST).strip() == "## 案情\n\n案情正文。"


def test_the_cases_of_a_bulletin_lead_on_to_one_another(content):
    for case in (THIRD, FIRST, SECOND):
        content.case(case)
    content.case("2024-10-01-shanxi/01")
    site = plan_site(content.library())
    neighbours = {}
    for case in (FIRST, SECOND, THIRD, "2024-10-01-shanxi/01"):
        view = page_at(site, f"cases/{case}/").view
        neighbours[case] = tuple(other and other.id for other in (view["previous"], view["next"]))
    assert neighbours == {
        FIRST: (None, SECOND),
        SECOND: (FIRST, THIRD),
        THIRD: (SECOND, None),
        "2024-10-01-shanxi/01": (None, None),
    }


def test_what_a_case_belongs_to(content):
    content.case(FIRST, district="晋源区", charge="非法经营罪", date="2024-05-06")
    view = page_at(plan_site(content.library()), f"cases/{FIRST}/").view
    facts = {
        fact.title: [(part.text, part.address) for part in fact.parts] for fact in view["facts"]
    }
    assert facts == {
        "发现或侦破": [("2024年5月6日", "dates/2024/05/")],
        "地区": [
            ("山西省", "cities/shanxi/"),
            ("太原市", "cities/taiyuan/"),
            ("晋源区", "cities/taiyuan/jinyuan/"),
        ],
        "类型": [("网络水军", "offences/posters/")],
        "涉嫌罪名": [("非法经营罪", "offences/posters/illegal-business/")],
        "办理阶段": [("刑事拘留", "stages/detained/")],
        "通报": [("2024-09-01-shanxi涉网典型案例通报，第1起", "cases/2024-09-01-shanxi/")],
    }


def test_a_case_names_the_other_bulletins_that_carry_it(content):
    content.bulletin("2024-10-01-quanguo", omitted=[{"number": 2, "reason": "与另一通报相同"}])
    content.case("2024-10-01-quanguo/01")
    content.case(FIRST, also_in=[{"bulletin": "2024-10-01-quanguo", "number": 2}])
    view = page_at(plan_site(content.library()), f"cases/{FIRST}/").view
    (fact,) = (fact for fact in view["facts"] if fact.title == "通报")
    assert [(part.text, part.address) for part in fact.parts] == [
        ("2024-09-01-shanxi涉网典型案例通报，第1起", "cases/2024-09-01-shanxi/"),
        ("；", None),
        ("2024-10-01-quanguo涉网典型案例通报，第2起", "cases/2024-10-01-quanguo/"),
    ]


# Trails and search


@pytest.mark.parametrize(
    ("address", "breadcrumbs"),
    [
        ("", []),
        ("events/", [""]),
        ("events/fair/", ["", "events/"]),
        ("cases/", [""]),
        ("cases/2024-09-01-shanxi/", ["", "cases/"]),
        ("cases/2024-09-01-shanxi/01/", ["", "cases/", "cases/2024-09-01-shanxi/"]),
        ("cities/", [""]),
        ("cities/shanxi/", ["", "cities/"]),
        ("cities/taiyuan/", ["", "cities/", "cities/shanxi/"]),
        ("cities/taiyuan/jinyuan/", ["", "cities/", "cities/shanxi/", "cities/taiyuan/"]),
        ("offences/", [""]),
        ("offences/posters/", ["", "offences/"]),
        ("offences/posters/illegal-business/", ["", "offences/", "offences/posters/"]),
        ("dates/2024/", ["", "dates/"]),
        ("dates/2024/05/", ["", "dates/", "dates/2024/"]),
        ("stages/detained/", ["", "stages/"]),
        ("statistics/", [""]),
        ("quiz/", [""]),
        ("posters/posters/a3/", ["", "posters/"]),
        ("search/", [""]),
        ("corrections/", [""]),
        ("sitemap/", [""]),
    ],
)
def test_breadcrumbs(content, address, breadcrumbs):
    content.page("events/index.md", "活动")
    content.page("events/fair.md", "一次活动")
    content.case(FIRST, district="晋源区", charge="非法经营罪")
    site = plan_site(content.library())
    page = page_at(site, address)
    assert [key.address for key in page.breadcrumbs] == breadcrumbs
    assert set(breadcrumbs) <= addresses(site)


def test_the_cases_that_stand_in_lists_are_searched_and_nothing_else(content):
    content.page("tips.md", "防范提示")
    content.case(FIRST, district="晋源区", charge="非法经营罪", aliases=["2023-01-01-shanxi/07"])
    content.case(SECOND, status="draft")
    content.case(THIRD, **WITHDRAWN)
    library = content.library()
    for with_drafts, expected in ((False, [FIRST]), (True, [FIRST, SECOND])):
        site = plan_site(library, with_drafts)
        assert [case.id for case in site.cases] == expected
        assert page_at(site, "search/").view["case_count"] == len(expected)


# What inspections and shared links read


def test_what_kind_of_page_says_what_of_itself(content):
    content.page("tips.md", "防范提示")
    content.page("events/index.md", "活动")
    content.page("events/fair.md", "一次活动", source="某地通报")
    content.case(FIRST, district="晋源区", charge="非法经营罪", aliases=["2023-01-01-shanxi/07"])
    content.case(SECOND, **WITHDRAWN)
    pages = plan_site(content.library()).pages
    columns, articles, neither = {}, set(), set()
    for page in pages:
        kind = page.address.split("/")[0]
        if page.article:
            articles.add(page.address)
        elif page.column:
            columns.setdefault(page.column.type, set()).add(kind)
        elif "term" in page.view:  # an empty list, which inspections would fail as a column
            assert page.view["pagination"].count == 0
        else:
            neither.add(page.address)
    assert articles == {
        "events/fair/",
        "cases/2024-09-01-shanxi/",
        f"cases/{FIRST}/",
    }
    assert columns == {
        "典型案例": {"cases", "cities", "dates", "offences", "stages", "statistics"},
        "防范知识": {"offences", "quiz", "posters", "tips"},
        "宣传活动": {"events"},
        "网站信息": {"corrections", "sitemap"},
    }
    assert neither == {"", f"cases/{SECOND}/", "cases/2023-01-01-shanxi/07/", "search/"}


def test_a_case_is_published_and_changed_when_this_site_did_it(content):
    content.bulletin("2024-09-01-shanxi", publisher="某市公安局", site_published="2024-09-03 08:05")
    content.case(
        FIRST,
        site_published="2024-09-04 16:00",
        district="晋源区",
        charge="非法经营罪",
        offence=["网络水军", "网络黑客"],
    )
    content.case(
        SECOND,
        city=["太原市", "大同市"],
        corrections=[{"date": "2024-10-02", "note": "改"}, {"date": "2024-10-01", "note": "改"}],
        updates=[
            {"date": "2024-11-03", "stage": "移送起诉"},
            {"date": "2024-12", "stage": "提起公诉"},
        ],
    )
    library = content.library()
    site, source = plan_site(library), library.bulletins[0].fields
    groups, publisher = ("网络水军", "网络黑客"), "某市公安局"
    assert page_at(site, f"cases/{FIRST}/").article == Article(
        datetime(2024, 9, 4, 16, tzinfo=CHINA),
        publisher,
        source,
        None,
        (*groups, "非法经营罪", "晋源区", "太原市"),
    )
    assert page_at(site, f"cases/{SECOND}/").article == Article(
        datetime(2024, 9, 3, 8, 5, tzinfo=CHINA),
        publisher,
        source,
        date(2024, 11, 3),
        ("网络水军", "太原市", "大同市"),
    )
    assert page_at(site, "cases/2024-09-01-shanxi/").article == Article(
        datetime(2024, 9, 3, 8, 5, tzinfo=CHINA), publisher, source
    )


def test_a_time_that_is_not_known_is_not_made_up(content):
    content.case(FIRST)
    article = page_at(plan_site(content.library()), f"cases/{FIRST}/").article
    assert article is not None
    assert article.published is None


@pytest.mark.parametrize(
    ("fields", "article"),
    [
        ({}, None),
        ({"site_published": "2024-09-14 10:30"}, None),
        ({"source": "某报"}, Article(None, "某报")),
        (
            {"source": "某报", "site_published": "2024-09-14 10:30"},
            Article(datetime(2024, 9, 14, 10, 30, tzinfo=CHINA), "某报"),
        ),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_a_hand_written_page_is_an_article_only_with_a_source(content, fields, article):
    content.page("events/fair.md", "一次活动", **fields)
    content.case(FIRST)
    assert page_at(plan_site(content.library()), "events/fair/").article == article


def test_a_page_of_a_group_has_its_picture_where_one_was_drawn(content):
    picture = content.docs / "assets/share/posters.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"")
    content.case(FIRST)
    content.case(SECOND, offence="网络黑客")
    own = {
        page.address for page in plan_site(content.library()).pages if page.picture != SITE_PICTURE
    }
    assert own == {
        f"cases/{FIRST}/",
        "offences/posters/",
        "posters/posters/a3/",
        "posters/posters/a4/",
    }


def test_every_page_has_a_title_and_says_what_it_is(content):
    content.case(FIRST, aliases=["2023-01-01-shanxi/07"], charge="非法经营罪")
    content.case(SECOND, **WITHDRAWN)
    pages = plan_site(content.library()).pages
    assert [page.address for page in pages if not (page.title.strip() and page.summary)] == []
    assert [page.title for page in pages if re.search(r"None|<|\{", page.title)] == []
