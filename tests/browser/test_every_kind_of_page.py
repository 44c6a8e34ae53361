"""What must hold for every page, whoever reads it and with what: one page of every kind."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from ..sites.building import BuiltSite
from .conftest import DESKTOP, PHONE
from .looking import (
    COLOUR_RULES,
    LEAST_LARGE_TARGET,
    LEAST_TARGET,
    SIZE_RULES,
    STRONG_COLOUR_RULES,
    broken_rules,
    lost_focus,
    low_targets,
    overflow,
)

KINDS = [
    "",
    "cases/",
    "cases/bulletins/",
    "cases/2024-09-12-taiyuan/",
    "cases/2024-09-12-taiyuan/01/",
    "cities/",
    "cities/taiyuan/",
    "cities/yangquan/",  # without a case
    "offences/",
    "offences/personal-info/",
    "dates/",
    "dates/2024/",
    "statistics/",
    "quiz/",
    "quiz/personal-info/",
    "posters/",
    "posters/personal-info/a4/",
    "search/",
    "corrections/",
    "sitemap/",
    "tips/",
    "data/",
    "verify/",
    "privacy/",
    "events/",
    "events/2024-09-campus-day/",
    "404.html",
]

WIDTHS = (320, 390, 768, 1280)
SIZES = ("large", "largest")

of_every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind or "home")


def set_size(page, size: str) -> None:
    page.evaluate("(size) => { document.documentElement.dataset.size = size; }", size)


def test_the_kinds_are_pages_of_the_site(addressed: BuiltSite):
    assert [kind for kind in KINDS if kind not in addressed.pages] == []


@of_every_kind
def test_accessible_in_light(visit, kind):
    page = visit(kind)
    assert broken_rules(page) == []
    page.set_viewport_size(DESKTOP)  # where only what stands beside what differs
    assert broken_rules(page, SIZE_RULES) == []


@of_every_kind
def test_accessible_in_other_looks(visit, kind):
    """Dark and high contrast change colours alone, large type only where things stand."""
    page = visit(kind)
    page.emulate_media(color_scheme="dark")
    found = {"dark": broken_rules(page, COLOUR_RULES)}
    page.evaluate("document.documentElement.dataset.contrast = 'high'")
    found["dark, high contrast"] = broken_rules(page, STRONG_COLOUR_RULES)
    page.emulate_media(color_scheme="light")
    found["high contrast"] = broken_rules(page, STRONG_COLOUR_RULES)
    page.evaluate("delete document.documentElement.dataset.contrast")
    set_size(page, "large")
    found["large"] = broken_rules(page, SIZE_RULES)
    assert {look: broken for look, broken in found.items() if broken} == {}


@of_every_kind
def test_fits_into_every_window(visit, kind):
    page = visit(kind)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = overflow(page)
    page.set_viewport_size(PHONE)
    for size in SIZES:
        set_size(page, size)
        found[size] = overflow(page)
    assert {at: wide for at, wide in found.items() if wide} == {}


@of_every_kind
def test_fingers_hit_everything(visit, kind):
    page = visit(kind)
    found = {"phone": low_targets(page, LEAST_TARGET)}
    page.set_viewport_size(DESKTOP)
    found["desktop"] = low_targets(page, LEAST_TARGET)
    page.set_viewport_size(PHONE)
    for size in SIZES:
        set_size(page, size)
        found[size] = low_targets(page, LEAST_LARGE_TARGET)
    assert {at: low for at, low in found.items() if low} == {}


@of_every_kind
def test_the_keyboard_reaches_everything(visit, kind):
    page = visit(kind)
    page.set_viewport_size(DESKTOP)
    assert lost_focus(page) == []


@of_every_kind
def test_the_first_stop_skips_to_the_text(visit, kind):
    page = visit(kind)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.fixture(scope="module")
def bare(browser, address):
    """A page without scripts that all tests here share."""
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    yield context.new_page()
    context.close()


@of_every_kind
def test_without_scripts_the_text_is_there(bare, address, kind):
    bare.goto(address + kind)
    expect(bare.locator("h1").first).to_be_visible()
    assert len(bare.locator("main").inner_text()) > 20
    assert bare.locator("[data-do]:visible, [data-preference]:visible").count() == 0
