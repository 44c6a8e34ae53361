"""Every kind of page under the real policy, from the page and from the server, as readers use it.

With nginx it is our configuration that serves; without it, a server that sends the same headers.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from casebook.config.site_config import SiteConfig
from casebook.outputs.headers import common_headers

from ..server import nginx
from ..sites.building import ADDRESS, BuiltSite
from ..sites.serving import serving
from .conftest import Heard, assert_silent, device
from .test_every_kind_of_page import KINDS
from .test_read_aloud import synthesis

CASE, QUIZ = "cases/2024-09-12-taiyuan/01/", "quiz/personal-info/"

LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  window.refused.push([violatedDirective, blockedURI, sample].join(" ")));
"""


@pytest.fixture(scope="module")
def policed(addressed: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, served with all its headers."""
    folder = urlsplit(ADDRESS).path
    if nginx.find() is None:
        with serving(addressed.folder, folder, common_headers(is_secure=True)) as found:
            yield found
        return
    site_config = SiteConfig("", "", ADDRESS)
    with nginx.serving(tmp_path_factory.mktemp("nginx"), addressed.folder, site_config) as host:
        yield host + folder


@pytest.fixture(scope="module")
def reader(browser, policed) -> Iterator[tuple[Page, Heard]]:
    """One page for all tests, which notes what is refused to it."""
    heard = Heard(policed)
    context = device(browser, heard, phone=False)
    context.add_init_script(LISTEN)
    context.add_init_script(f"if (location.protocol !== 'about:') {{ {synthesis()} }}")
    yield context.new_page(), heard
    context.close()


@pytest.fixture
def page(reader) -> Iterator[Page]:
    """The page; the test fails where anything was refused or said."""
    found, heard = reader
    heard.forget()
    yield found
    assert found.evaluate("refused") == []
    assert_silent(heard)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind or "home")
def test_nothing_is_refused_that_a_page_needs(page, policed, kind):
    answer = page.goto(policed + kind)
    said = common_headers(is_secure=True)
    assert {name: answer.header_value(name) for name in said} == said
    assert page.evaluate("document.styleSheets.length") == 1
    assert page.evaluate("document.documentElement.className") == "js"


def test_a_search_may_fetch_its_index(page, policed):
    page.goto(f"{policed}search/")
    page.locator("#search-form [name=q]").fill("taiyuan")
    page.locator("#search-form [name=q]").press("Enter")
    expect(page.locator(".results__list > li").first).to_be_visible()
    page.locator("#search-form [name=q]").fill("公民个人信息")
    page.locator("#search-form [name=q]").press("Enter")
    expect(page.locator(".results__list mark").first).to_be_visible()


def test_a_case_may_be_read_aloud_and_shared(page, policed):
    page.goto(policed + CASE)
    page.locator("[data-do=play]").click()
    page.wait_for_function("spoken.length")
    page.evaluate("finish()")
    page.wait_for_function("spoken.length > 1")
    page.locator(".share [data-do=show-qr]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".share [data-do=copy]").click()
    expect(page.locator(".share [role=status]")).not_to_be_empty()


def test_cards_may_be_turned_and_preferences_kept(page, policed):
    page.goto(policed + QUIZ)
    card = page.locator(".card").first
    right = card.locator("input[data-right]").first.get_attribute("id")
    card.locator(f"label[for={right}]").click()
    expect(card.locator(".verdict")).not_to_be_empty()
    page.evaluate("document.querySelector('[data-preference]').click()")


ATTACKS = """() => {
  const attempts = {
    script: () => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
    },
    attribute: () => document.body.setAttribute("onclick", "window.ran = true"),
    markup: () => { document.body.innerHTML = "<img src=x onerror='window.ran = true'>"; },
    style: () => document.body.setAttribute("style", "color: red"),
  };
  return Object.entries(attempts).map(([name, attempt]) => {
    try { attempt(); } catch (error) { return `${name}: ${error.name}`; }
    return `${name}: done`;
  });
}"""


def test_what_was_put_into_a_page_is_not_run(reader, policed):
    """Shows that the tests above can fail; only the last attempt goes so far as to be ignored."""
    page, heard = reader
    page.goto(policed)
    assert page.evaluate(ATTACKS) == [
        "script: TypeError",
        "attribute: TypeError",
        "markup: TypeError",
        "style: done",
    ]
    page.wait_for_function("refused.length >= 4")
    refused = {said.split(" ")[0] for said in page.evaluate("refused")}
    assert refused == {"require-trusted-types-for", "style-src-attr"}
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
    assert heard.console
