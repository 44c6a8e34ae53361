"""Size of type and contrast, as readers choose and keep them."""

from __future__ import annotations

from playwright.sync_api import Page

CASE = "cases/2024-09-12-taiyuan/01/"

AT_BODY = """
new MutationObserver((_, observer) => {
  if (!document.body) return;
  const root = document.documentElement;
  window.atBody = [root.className, root.dataset.size, root.dataset.contrast];
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""

NO_STORAGE = """
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("refused", "SecurityError"); },
});
"""


def looks(page: Page) -> tuple[str | None, str | None]:
    root = page.locator("html")
    return root.get_attribute("data-size"), root.get_attribute("data-contrast")


def size_button(page: Page):
    return page.locator("button[data-preference=size]")


def contrast_button(page: Page):
    return page.locator("button[data-preference=contrast]")


def test_the_size_goes_round(open_page):
    page = open_page("")
    button = size_button(page)
    seen = [(button.inner_text(), looks(page)[0])]
    for _ in range(3):
        button.click()
        seen.append((button.inner_text(), looks(page)[0]))
    assert seen == [
        ("大字", None),
        ("特大字", "large"),
        ("标准字", "largest"),
        ("大字", None),
    ]


def test_bigger_type_is_bigger(open_page):
    page = open_page(CASE)
    paragraph = page.locator(".text p").first
    sizes = []
    for _ in range(3):
        sizes.append(paragraph.evaluate("(p) => parseFloat(getComputedStyle(p).fontSize)"))
        size_button(page).click()
    assert sizes[0] < sizes[1] < sizes[2]


def test_contrast_is_a_switch(open_page):
    page = open_page("")
    button = contrast_button(page)
    seen = [(button.get_attribute("aria-pressed"), looks(page)[1])]
    for _ in range(2):
        button.click()
        seen.append((button.get_attribute("aria-pressed"), looks(page)[1]))
    assert seen == [("false", None), ("true", "high"), ("false", None)]


def test_choices_go_along_to_the_next_page(open_page):
    page = open_page("")
    size_button(page).click()
    contrast_button(page).click()
    page.goto(page.url + CASE)
    assert looks(page) == ("large", "high")
    assert size_button(page).inner_text() == "特大字"
    assert contrast_button(page).get_attribute("aria-pressed") == "true"


def test_nothing_flashes(open_page):
    """The root looks as it should before there is a body to paint."""
    page = open_page("", before=AT_BODY, size="largest", contrast="high")
    assert page.evaluate("window.atBody") == ["js", "largest", "high"]


RUBBISH = (
    *("", "{", "null", "7", '"large"', "[]"),
    *('{"size": "huge", "contrast": 1}', '{"size": ["large"]}', '{"size": "toString"}'),
)


def test_rubbish_in_the_storage_is_ignored(open_page):
    page = open_page("")
    for rubbish in RUBBISH:
        page.evaluate("(rubbish) => localStorage.setItem('casebook', rubbish)", rubbish)
        page.reload()
        assert looks(page) == (None, None), rubbish
    size_button(page).click()
    page.reload()
    assert looks(page) == ("large", None)


def test_without_storage_the_choice_holds_for_the_page(open_page):
    page = open_page("", before=NO_STORAGE)
    size_button(page).click()
    contrast_button(page).click()
    size_button(page).click()
    assert looks(page) == ("largest", "high")


def test_other_tabs_follow(open_page):
    page = open_page("")
    other = page.context.new_page()
    other.goto(page.url)
    size_button(page).click()
    other.wait_for_selector("html[data-size=large]")
    assert size_button(other).inner_text() == "特大字"
    other.evaluate("localStorage.clear()")
    page.wait_for_selector("html:not([data-size])")
    assert size_button(page).inner_text() == "大字"


def test_a_page_that_comes_back_out_of_the_cache_follows(open_page):
    page = open_page("")
    page.evaluate(
        """() => {
          localStorage.setItem("casebook", '{"size": "large", "contrast": "high"}');
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }"""
    )
    assert looks(page) == ("large", "high")
    assert contrast_button(page).get_attribute("aria-pressed") == "true"


def test_without_scripts_there_are_no_buttons(open_page):
    page = open_page("", scripts=False)
    assert page.locator("[data-preference]:visible").count() == 0
