"""Search in the published cases."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from .looking import COLOUR_RULES, LEAST_TARGET, broken_rules, low_targets, overflow

SEARCH = "search/"
NOTHING_FOUND = "没有找到相关案例。"


def field(page: Page):
    return page.locator("form.search input[type=search]")


def status(page: Page):
    return page.locator(".results__count")


def found(page: Page) -> list[str]:
    """The ids of the cases that are shown."""
    links = page.locator(".results__list a").evaluate_all("(all) => all.map((link) => link.href)")
    return ["/".join(url.split("/")[-3:-1]) for url in links]


def ask(open_page, query: str) -> Page:
    page = open_page(f"{SEARCH}?q={quote(query)}")
    expect(status(page)).not_to_be_empty()
    return page


PAID_POSTERS = ["2024-09-12-taiyuan/03", "2024-09-12-taiyuan/04", "2025-02-10-shanxi/04"]

QUERIES = {
    "水军": PAID_POSTERS,
    "网上寻娃": ["2025-02-10-shanxi/09"],
    "晋源区": ["2024-09-12-taiyuan/02", "2024-09-12-taiyuan/04"],
    "晋源区 水军": ["2024-09-12-taiyuan/04"],
    "水军　晋源区": ["2024-09-12-taiyuan/04"],
    "２０２４年３月": ["2025-02-10-shanxi/01"],
    "网络赌博 运城": ["2025-02-10-shanxi/01"],
    "水军 寻娃": [],
    "没有这样的案例": [],
    ".*": [],
}


def test_queries_find_their_cases(open_page):
    page = open_page(SEARCH)
    for query, expected in QUERIES.items():
        field(page).fill(query)
        field(page).press("Enter")
        told = f"找到{len(expected)}起案例。" if expected else NOTHING_FOUND
        expect(status(page)).to_have_text(told)
        assert sorted(found(page)) == sorted(expected), query


def test_titles_come_before_facts(open_page):
    """Within titles and within facts, the newest come first."""
    page = ask(open_page, "水军")
    assert found(page) == [
        "2025-02-10-shanxi/04",
        "2024-09-12-taiyuan/04",
        "2024-09-12-taiyuan/03",
    ]


def test_the_address_asks(open_page):
    page = ask(open_page, "网上寻娃")
    expect(field(page)).to_have_value("网上寻娃")
    expect(page.locator(".results__ways")).to_be_hidden()
    page.locator(".results__list a").click()
    expect(page.locator("h1")).to_contain_text("网上寻娃")
    page.go_back()
    expect(status(page)).to_have_text("找到1起案例。")


def test_the_form_in_the_head_of_a_page_leads_here(open_page):
    page = open_page("", phone=False)
    page.get_by_role("searchbox").first.fill("晋源区")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("找到2起案例。")


def test_hits_are_marked(open_page):
    page = ask(open_page, "网上寻娃")
    assert page.locator(".results__list a mark").all_inner_texts() == ["网上寻娃"]
    page = ask(open_page, "寻娃 谣言")
    marks = page.locator(".results__list a mark").all_inner_texts()
    assert marks == ["寻娃", "谣言"]


def test_an_excerpt_stands_around_its_hit(open_page):
    index = [
        {"id": "2024-09-12-taiyuan/01", "title": "一起案件", "summary": "摘要。",
         "facts": ["太原"], "text": "头" * 500 + "中间 的词" + "尾" * 500}
    ]  # fmt: skip
    page = open_page(SEARCH)
    page.route("**/cases.json", lambda route: route.fulfill(json=index))
    field(page).fill("中间的词")
    excerpt = page.locator(".results__list .item__summary")
    expect(excerpt).to_have_text(re.compile("^……头+中间 的词尾+……$"))
    assert len(excerpt.inner_text()) < 120
    expect(excerpt.locator("mark")).to_have_text("中间 的词")


def test_what_was_typed_is_never_markup(open_page):
    page = ask(open_page, "<img src=x onerror=document.title='alive'>")
    expect(status(page)).to_have_text(NOTHING_FOUND)
    assert page.locator("main img").count() == 0


def test_typing_answers_and_keeps_the_address(open_page):
    page = open_page(SEARCH)
    expect(page.locator(".results__ways")).to_be_visible()
    field(page).press_sequentially("晋源区")
    expect(status(page)).to_have_text("找到2起案例。")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["晋源区"]}
    field(page).fill("")
    expect(status(page)).to_be_empty()
    expect(page.locator(".results__ways")).to_be_visible()
    assert (found(page), urlsplit(page.url).query) == ([], "")


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


def test_nothing_found_leads_on(open_page):
    page = ask(open_page, "没有这样的案例")
    expect(page.locator(".results__none")).to_be_visible()
    expect(page.locator(".results__list")).to_be_empty()


@pytest.fixture
def many() -> str:
    """An index of many cases."""
    return json.dumps(
        [
            {"id": f"2024-09-12-taiyuan/{number:02}", "title": f"第{number}起案例", "facts": [],
             "summary": "摘要", "text": "文字"}
            for number in range(1, 46)
        ]
    )  # fmt: skip


def test_twenty_are_shown_at_a_time(open_page, many):
    page = open_page(SEARCH)
    page.route("**/cases.json", lambda route: route.fulfill(body=many))
    more = page.get_by_role("button", name="更多")
    field(page).fill("文字")
    shown = []
    expect(status(page)).to_have_text("找到45起案例。")
    while more.is_visible():
        shown.append(len(found(page)))
        more.click()
        expect(page.locator(".results__list a").nth(shown[-1])).to_be_focused()
    assert [*shown, len(found(page))] == [20, 40, 45]


def test_a_network_failure_is_told_and_can_be_mended(open_page, heard):
    page = open_page(SEARCH)
    page.route("**/cases.json", lambda route: route.abort())
    field(page).fill("水军")
    expect(status(page)).to_have_text("检索数据没有载入，请检查网络后再试。")
    expect(page.locator(".results__none")).to_be_visible()
    page.unroute("**/cases.json")
    field(page).press("Enter")
    expect(status(page)).to_have_text("找到3起案例。")
    # The browser itself notes the failed request.
    heard.console.clear()


def test_results_are_fit_for_everybody(open_page):
    page = ask(open_page, "网络")
    looks = [broken_rules(page), low_targets(page, LEAST_TARGET), overflow(page)]
    page.emulate_media(color_scheme="dark")
    assert [*looks, broken_rules(page, COLOUR_RULES)] == [[], [], [], []]


def test_without_scripts_other_ways_are_offered(open_page):
    page = open_page(SEARCH, scripts=False)
    expect(page.locator(".results__ways")).to_be_visible()
    assert page.locator(".results__ways a:visible").count() > 2
