"""The search page as readers use it; what it finds is in test_search_quality.py."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from .looking import COLOUR_RULES, LEAST_TARGET, broken_rules, low_targets, overflow

SEARCH = "search/"
NOTHING_FOUND = "没有找到相关案例。"
PAID_POSTERS = ["2025-02-10-shanxi/04", "2024-09-12-taiyuan/04", "2024-09-12-taiyuan/03"]

OpenPage = Callable[..., Page]


def field(page: Page) -> Locator:
    return page.locator("form.search input[type=search]")


def status(page: Page) -> Locator:
    return page.locator(".results__count")


def chips(page: Page) -> list[str]:
    texts = page.locator(".results__chips button").all_inner_texts()
    return [text.removesuffix(" ×") for text in texts]


def found(page: Page) -> list[str]:
    """The ids of the cases that are shown."""
    links = page.locator(".results__list > li > a").evaluate_all(
        "(all) => all.map((one) => one.href)"
    )
    return ["/".join(urlsplit(url).path.split("/")[-3:-1]) for url in links]


def asked(page: Page) -> dict[str, str]:
    """What the address asks for."""
    return {name: value for name, (value,) in parse_qs(urlsplit(page.url).query).items()}


def ask(open_page: OpenPage, q: str = "", **chosen: str) -> Page:
    page = open_page(f"{SEARCH}?{urlencode({'q': q, **chosen})}")
    expect(status(page)).not_to_be_empty()
    return page


# The address


def test_the_address_asks(open_page):
    page = ask(open_page, "网上寻娃")
    expect(field(page)).to_have_value("网上寻娃")
    expect(page.locator(".results__ways")).to_be_hidden()
    page.locator(".results__list a").click()
    expect(page.locator("h1")).to_contain_text("网上寻娃")
    page.go_back()
    expect(status(page)).to_have_text("找到1起案例。")


def test_the_address_holds_all_that_is_chosen(open_page):
    page = ask(open_page, "水军")
    page.get_by_label("地区").select_option("taiyuan")
    expect(page.locator(".results__chips button")).to_have_count(1)
    page.get_by_label("时间").select_option("2024-06")
    page.get_by_label("排序").select_option("date")
    page.wait_for_url("**sort=date")
    assert asked(page) == {"q": "水军", "city": "taiyuan", "year": "2024-06", "sort": "date"}
    assert found(page) == ["2024-09-12-taiyuan/03", "2025-02-10-shanxi/04"]
    again = open_page(f"{SEARCH}?{urlsplit(page.url).query}")
    expect(status(again)).to_have_text("找到2起案例。")
    assert (found(again), chips(again)) == (found(page), ["太原市", "2024年6月", "全部去掉"])
    expect(again.get_by_label("排序")).to_have_value("date")


def test_the_back_button_goes_from_step_to_step(open_page):
    page = ask(open_page, "水军")
    page.get_by_label("地区").select_option("taiyuan")
    page.wait_for_url("**city=taiyuan")
    page.get_by_label("办理阶段").select_option("detained")
    expect(status(page)).to_have_text("找到1起案例。")
    page.go_back()
    expect(status(page)).to_have_text("找到3起案例。")
    expect(page.get_by_label("办理阶段")).to_have_value("")
    page.go_back()
    page.wait_for_url("**q=%E6%B0%B4%E5%86%9B")
    expect(page.get_by_label("地区")).to_have_value("")
    page.go_forward()
    expect(page.get_by_label("地区")).to_have_value("taiyuan")


def test_what_the_address_may_not_ask_is_passed_over(open_page):
    page = ask(open_page, "水军", city="atlantis", stage="<b>", sort="worst", page="9")
    expect(status(page)).to_have_text("找到3起案例。")
    assert chips(page) == []


@pytest.mark.parametrize("start", ["", "cases/", "404.html"])
def test_every_form_leads_here(open_page, start):
    page = open_page(start, phone=False)
    page.get_by_role("searchbox").first.fill("运城市")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("找到3起案例。")
    assert asked(page) == {"q": "运城市"}


# Typing


def test_typing_answers_and_keeps_the_address(open_page):
    page = open_page(SEARCH)
    steps = page.evaluate("history.length")
    expect(page.locator(".results__ways")).to_be_visible()
    field(page).press_sequentially("运城市")
    expect(status(page)).to_have_text("找到3起案例。")
    assert (asked(page), page.evaluate("history.length")) == ({"q": "运城市"}, steps)
    field(page).fill("")
    expect(status(page)).to_be_empty()
    expect(page.locator(".results__ways")).to_be_visible()
    assert (found(page), asked(page)) == ([], {})


def test_nothing_happens_while_a_word_is_composed(open_page):
    page = open_page(SEARCH)
    session = page.context.new_cdp_session(page)
    field(page).focus()
    session.send(
        "Input.imeSetComposition", {"text": "shuijun", "selectionStart": 7, "selectionEnd": 7}
    )
    page.wait_for_timeout(400)
    expect(field(page)).to_have_value("shuijun")
    expect(status(page)).to_be_empty()
    session.send("Input.insertText", {"text": "水军"})
    expect(status(page)).to_have_text("找到3起案例。")


def test_an_answer_that_comes_late_is_dropped(open_page):
    """The case of the first query is held back until the second has been answered."""
    page = ask(open_page, "网上寻娃")
    held: list[Route] = []
    page.route("**/cases/*.json", lambda route: route.continue_() if held else held.append(route))
    field(page).fill("加油站")
    with page.expect_request("**/cases/*.json"):
        field(page).press("Enter")
    field(page).fill("水军")
    field(page).press("Enter")
    expect(status(page)).to_have_text("找到3起案例。")
    held[0].continue_()
    page.wait_for_timeout(300)
    assert (status(page).inner_text(), found(page)) == ("找到3起案例。", PAID_POSTERS)


def test_the_slash_key_leads_to_the_field(open_page):
    page = open_page(SEARCH, phone=False)
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("a/b")
    expect(field(page)).to_have_value("a/b")


def test_what_was_typed_is_never_markup(open_page):
    page = ask(open_page, "<img src=x onerror=document.title='alive'>")
    expect(status(page)).to_have_text(NOTHING_FOUND)
    assert page.locator("main img").count() == 0


# Filters


def options(page: Page, label: str) -> list[str]:
    return [text.strip() for text in page.get_by_label(label).locator("option").all_inner_texts()]


def test_filters_alone_show_what_there_is(open_page):
    page = ask(open_page, city="taiyuan", offence="paid-posters")
    expect(status(page)).to_have_text("共3起案例。")
    assert found(page) == ["2024-09-12-taiyuan/03", "2025-02-10-shanxi/04", "2024-09-12-taiyuan/04"]


def test_the_counts_are_of_what_would_be_found(open_page):
    page = ask(open_page, "水军")
    assert options(page, "办理阶段") == ["全部", "刑事拘留（1）", "采取刑事强制措施（2）"]
    page.get_by_label("办理阶段").select_option("detained")
    expect(status(page)).to_have_text("找到1起案例。")
    assert options(page, "办理阶段") == ["全部", "刑事拘留（1）", "采取刑事强制措施（2）"]
    assert options(page, "时间") == ["全部", "2024年（1）", "2024年4月（1）"]


def test_a_chip_takes_its_filter_off(open_page):
    page = ask(open_page, "水军", city="taiyuan", stage="detained")
    assert chips(page) == ["太原市", "刑事拘留", "全部去掉"]
    page.get_by_role("button", name="去掉筛选：刑事拘留").click()
    expect(status(page)).to_have_text("找到3起案例。")
    expect(field(page)).to_be_focused()
    assert (chips(page), asked(page)) == (["太原市"], {"q": "水军", "city": "taiyuan"})


def test_a_date_is_offered_as_a_filter(open_page):
    page = ask(open_page, "太原 2024年5月")
    expect(status(page)).to_have_text("找到3起案例。")
    page.get_by_role("button", name="只看2024年5月的案例").click()
    page.wait_for_url("**year=2024-05**")
    assert asked(page) == {"q": "太原", "year": "2024-05"}
    expect(page.get_by_role("button", name="只看")).to_have_count(0)


# Results


def test_titles_come_before_facts_and_dates_where_asked(open_page):
    page = ask(open_page, "水军")
    assert found(page) == PAID_POSTERS
    page.get_by_label("排序").select_option("date")
    page.wait_for_url("**sort=date")
    newest = "2024-09-12-taiyuan/03"
    expect(page.locator(".results__list a").first).to_have_attribute("href", re.compile(newest))


def test_hits_are_marked(open_page):
    page = ask(open_page, "网上寻娃")
    assert page.locator(".results__list a mark").all_inner_texts() == ["网上寻娃"]
    page = ask(open_page, "寻娃 谣言")
    assert page.locator(".results__list a mark").all_inner_texts() == ["寻娃", "谣言"]
    page = ask(open_page, "民个人信")
    assert set(page.locator(".results__list mark").all_inner_texts()) == {"民个人信"}


def test_words_copied_from_a_pdf_are_found(open_page):
    """It hands out radicals, of which NFKC makes traditional characters or nothing."""
    for copied, meant in [("公⺠个⼈", "公民个人"), ("⾧治", "长治")]:
        page = ask(open_page, copied)
        assert set(page.locator(".results__list mark").all_inner_texts()) == {meant}


def only_case(page: Page, **parts: object) -> None:
    """Lets every result show this case."""
    case = {
        "id": "2024-09-12-taiyuan/01",
        "title": "一起案件",
        "facts": [],
        "summary": "摘要。",
        "text": [],
    }
    page.route("**/cases/*.json", lambda route: route.fulfill(json=case | parts))


def test_an_excerpt_stands_around_its_hit(open_page):
    page = open_page(SEARCH)
    only_case(page, text=["第一段。", "头" * 500 + "水 军" + "尾" * 500])
    field(page).fill("水军")
    excerpt = page.locator(".results__list .item__summary").first
    expect(excerpt).to_have_text(re.compile("^……头+水 军尾+……$"))
    assert len(excerpt.inner_text()) < 120
    expect(excerpt.locator("mark")).to_have_text("水 军")


def test_a_hit_opens_the_case_with_its_words_marked(open_page):
    """A browser marks whole words alone, so part of one leads to the whole."""
    page = ask(open_page, "水军 寻娃")
    field(page).fill("控评")
    expect(status(page)).to_have_text("找到1起案例。")
    link = page.locator(".results__list > li > a")
    assert unquote(link.get_attribute("href")).partition("#")[2] == ":~:text=控评"
    page = ask(open_page, "民个人信")
    link = page.locator(".results__list > li > a").last
    assert "公民个人信息" in unquote(link.get_attribute("href"))
    link.click()
    page.wait_for_timeout(500)
    assert page.evaluate("scrollY") > 100


def test_a_word_says_what_it_was_taken_for(open_page):
    page = ask(open_page, "shuijun")
    assert page.locator(".results__notes p").all_inner_texts() == ["已按拼音检索：水军。"]
    page = ask(open_page, "跑分")
    expect(page.locator(".results__notes")).to_contain_text("“网络黑灰产”")
    page = ask(open_page, "赌")
    assert page.locator(".results__notes p").all_inner_texts() == [
        "请输入两个以上的字，结果会更准确。"
    ]


def test_nothing_found_leads_on(open_page):
    page = ask(open_page, "水君")
    expect(status(page)).to_have_text(NOTHING_FOUND)
    assert page.locator(".results__none .tiles a:visible").count() > 5
    page.locator(".results__others").get_by_role("button", name="水军").click()
    expect(status(page)).to_have_text("找到3起案例。")
    expect(page.locator(".results__none")).to_be_hidden()
    page = ask(open_page, "网络水军大揭秘")
    near = page.locator(".results__related a")
    assert {"/".join(urlsplit(one).path.split("/")[-3:-1]) for one in hrefs(near)} >= set(
        PAID_POSTERS
    )


def hrefs(links: Locator) -> list[str]:
    return links.evaluate_all("(all) => all.map((one) => one.href)")


def test_filters_that_leave_nothing_can_be_taken_off(open_page):
    page = ask(open_page, "水军", city="xinzhou")
    expect(status(page)).to_have_text(NOTHING_FOUND)
    page.get_by_role("button", name="去掉筛选，有3起").click()
    expect(status(page)).to_have_text("找到3起案例。")


def test_a_query_of_signs_alone_says_so(open_page):
    page = ask(open_page, ".*")
    expect(status(page)).to_have_text("没有可以检索的字，下面列出16起案例。")


# The files of the index


def test_nothing_is_fetched_before_it_is_needed(open_page, heard):
    page = open_page(SEARCH)
    page.wait_for_load_state("networkidle")
    assert [url for url in heard.requests if url.endswith((".json", ".bin"))] == []
    with page.expect_request("**/search/*/cases.bin"):
        field(page).focus()


def test_a_network_failure_is_told_and_can_be_mended(open_page, heard):
    page = open_page(SEARCH)
    page.route("**/search/**.json", lambda route: route.abort())
    field(page).fill("水军")
    expect(status(page)).to_have_text("检索数据没有载入，请检查网络后再试。")
    expect(page.locator(".results__ways")).to_be_visible()
    page.unroute("**/search/**.json")
    field(page).press("Enter")
    expect(status(page)).to_have_text("找到3起案例。")
    # The browser itself notes the failed request.
    heard.console.clear()


def test_an_index_that_was_published_anew_is_fetched_anew(open_page, heard):
    """Its files have another address; those of the former version are gone."""
    page = open_page(SEARCH)
    stale: list[Route] = []

    def former(route: Route) -> None:
        manifest = route.fetch().json()
        stale.append(route)
        route.fulfill(
            body=json.dumps(
                manifest | {"version": "former" if len(stale) == 1 else manifest["version"]}
            )
        )

    page.route("**/search/index.json", former)
    field(page).fill("水军")
    expect(status(page)).to_have_text("找到3起案例。")
    assert len(stale) == 2
    heard.console.clear()


# Everybody


def test_results_are_fit_for_everybody(open_page):
    for query in ("网络", "水君"):
        page = ask(open_page, query, stage="detained")
        looks = [broken_rules(page), low_targets(page, LEAST_TARGET), overflow(page)]
        page.emulate_media(color_scheme="dark")
        assert [*looks, broken_rules(page, COLOUR_RULES)] == [[], [], [], []]


def test_large_type_fits(open_page):
    page = open_page(f"{SEARCH}?q={quote('水军')}", size="largest")
    expect(status(page)).to_have_text("找到3起案例。")
    assert overflow(page) == []


def test_without_scripts_other_ways_are_offered(open_page):
    page = open_page(SEARCH, scripts=False)
    expect(page.locator(".results__ways")).to_be_visible()
    assert page.locator(".results__ways a:visible").count() > 2
    assert page.locator("select:visible").count() == 0
