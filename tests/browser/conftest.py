"""A browser, and the published cases as a reader's device shows them.

The site lies in a sub-folder, as portals hang it, so an address that is not relative breaks here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Page,
    Request,
    Route,
    WebError,
    expect,
)

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
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)

    def end(self, context: BrowserContext) -> None:
        context.remove_listener("console", self._on_console)
        context.remove_listener("weberror", self._on_error)
        context.remove_listener("request", self._on_request)

    def _on_console(self, message: ConsoleMessage) -> None:
        self.console.append(message.text)

    def _on_error(self, error: WebError) -> None:
        self.errors.append(str(error.error))

    def _on_request(self, request: Request) -> None:
        self.requests.append(request.url)

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
    **features: bool,
) -> BrowserContext:
    """A device with nothing stored on it, to which is listened."""
    context = silent_device(browser, **features)
    heard.listen(context)
    return context


def silent_device(
    browser: Browser,
    *,
    phone: bool = True,
    dark: bool = False,
    scripts: bool = True,
    reduced_motion: bool = True,
) -> BrowserContext:
    """A device with nothing stored on it: a phone that likes no motion, unless told."""
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
    return context


Features = tuple[tuple[str, bool], ...]


class Devices:
    """Devices that one test uses after the other: a new one takes longer than most tests.

    Each is wiped before it is used again, and keeps an empty page, which keeps its process alive.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[Features, list[tuple[BrowserContext, CDPSession]]] = {}

    @contextmanager
    def lent(self, heard: Heard, features: dict[str, bool]) -> Iterator[BrowserContext]:
        """A device with nothing stored on it that nobody else uses meanwhile."""
        free = self._free.setdefault(tuple(sorted(features.items())), [])
        context, session = free.pop() if free else self._new(features)
        heard.listen(context)
        yield context
        heard.end(context)
        self._wipe(context, session, heard.origin)
        free.append((context, session))

    def _new(self, features: dict[str, bool]) -> tuple[BrowserContext, CDPSession]:
        context = silent_device(self._browser, **features)
        return context, context.new_cdp_session(context.new_page())

    def _wipe(self, context: BrowserContext, session: CDPSession, address: str) -> None:
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        for page in context.pages[1:]:
            page.close()
        context.clear_cookies()
        context.clear_permissions()
        session.send("Network.clearBrowserCache")
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})


@pytest.fixture(scope="session")
def devices(browser: Browser) -> Devices:
    """The devices of a worker; they end with its browser."""
    return Devices(browser)


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
    devices: Devices, address: str, heard: Heard, addressed: BuiltSite
) -> Iterator[OpenPage]:
    """Opens a page on an empty device; for tests that use the page as readers do."""
    borrowed = ExitStack()

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
        context = borrowed.enter_context(devices.lent(heard, features))
        page = context.new_page()
        if size or contrast:
            before = stored(size, contrast) + before
        if before:
            # Not on the empty page that comes first, which has no storage.
            page.add_init_script(f"if (location.protocol !== 'about:') {{ {before} }}")
        if html is not None:
            document = html.replace("../assets/", f"../{addressed.assets}")
            page.route(f"{address}{page_address}", lambda route: answer(route, document))
        page.goto(address + page_address)
        return page

    with borrowed:
        yield opened


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
