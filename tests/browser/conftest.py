"""A browser, and the published cases as a reader's device shows them.

The site lies in a sub-folder, as portals hang it, so an address that is not relative breaks here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from casebook.render.content_policy import content_policy

from ..sites.building import ADDRESS, BuiltSite
from ..sites.serving import serving

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}
TIMEOUT = 15_000
"""In milliseconds; long, for the machine may be busy, and waited for only where a test fails."""

expect.set_options(timeout=TIMEOUT)

OpenPage = Callable[..., Page]
Visit = Callable[[str], Page]


@dataclass
class Heard:
    """What the pages of one test said and asked for."""

    origin: str
    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        context.on("console", lambda message: self.console.append(message.text))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("request", lambda request: self.requests.append(request.url))

    def forget(self) -> None:
        for heard in (self.console, self.errors, self.requests):
            heard.clear()

    @property
    def foreign(self) -> list[str]:
        """Requests that left the site."""
        own = (self.origin, "data:", "blob:", "about:")
        return [url for url in self.requests if not url.startswith(own)]


@pytest.fixture(scope="session")
def address(addressed: BuiltSite) -> Iterator[str]:
    """Where the site is served for the tests."""
    with serving(addressed.folder, urlsplit(ADDRESS).path) as found:
        yield found


def device(
    browser: Browser,
    heard: Heard,
    *,
    phone: bool = True,
    dark: bool = False,
    scripts: bool = True,
    reduced_motion: bool = True,
) -> BrowserContext:
    """A device with nothing stored on it."""
    context = browser.new_context(
        viewport=PHONE if phone else DESKTOP,
        is_mobile=phone,
        has_touch=phone,
        locale="zh-CN",
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce" if reduced_motion else "no-preference",
        java_script_enabled=scripts,
    )
    context.set_default_timeout(TIMEOUT)
    heard.listen(context)
    return context


def assert_silent(heard: Heard) -> None:
    """No page said anything, broke, or asked somebody else."""
    assert (heard.console, heard.errors, heard.foreign) == ([], [], [])


@pytest.fixture
def heard(address: str) -> Iterator[Heard]:
    """What the pages of a test let hear; the test fails where that is anything but silence."""
    found = Heard(address)
    yield found
    assert_silent(found)


@pytest.fixture
def open_page(
    browser: Browser, address: str, heard: Heard, addressed: BuiltSite
) -> Iterator[OpenPage]:
    """Opens a page on a new device; for tests that use the page as readers do."""
    contexts = []

    def opened(
        page_address: str,
        *,
        size: str | None = None,
        contrast: str | None = None,
        before: str = "",
        html: str | None = None,
        **features: bool,
    ) -> Page:
        """`before` is a script that runs before the page's own; `html` replaces the real page.

        In it the folder of styles and scripts is called `assets/`, without its version.
        """
        context = device(browser, heard, **features)
        contexts.append(context)
        if size or contrast:
            before = stored(size, contrast) + before
        if before:
            # Not on the empty page that comes first, which has no storage.
            context.add_init_script(f"if (location.protocol !== 'about:') {{ {before} }}")
        page = context.new_page()
        if html is not None:
            document = html.replace("../assets/", f"../{addressed.assets}")
            page.route(f"{address}{page_address}", lambda route: answer(route, document))
        page.goto(address + page_address)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def shared(browser: Browser, address: str) -> Iterator[tuple[Page, Heard]]:
    """One page for all tests that only look: to open a new one takes longer than to look."""
    heard = Heard(address)
    context = device(browser, heard, phone=False)
    yield context.new_page(), heard
    context.close()


@pytest.fixture
def visit(shared: tuple[Page, Heard], address: str) -> Iterator[Visit]:
    """Shows an address on the shared page, in a phone's width and light colours."""
    page, heard = shared
    heard.forget()

    def visited(page_address: str) -> Page:
        page.set_viewport_size(PHONE)
        page.emulate_media(color_scheme="light", reduced_motion="reduce", media="screen")
        page.goto(address + page_address)
        return page

    yield visited
    assert_silent(heard)


def stored(size: str | None, contrast: str | None) -> str:
    """A script that stores preferences as the site's own buttons do."""
    value = json.dumps({"size": size or "", "contrast": contrast or ""})
    return f"localStorage.getItem('casebook') || localStorage.setItem('casebook', '{value}');"


def answer(route: Route, html: str) -> None:
    """Answers with a made-up page that may use the site's scripts, under the policy of all."""
    document = f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">{html}'
    route.fulfill(
        body=document,
        content_type="text/html; charset=utf-8",
        headers={"content-security-policy": content_policy()},
    )
