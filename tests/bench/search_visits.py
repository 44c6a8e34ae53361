"""Visits: a reader opens a search page with a query, then asks another one, in a real Chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium

from .search_engines import Engine
from .search_server import Line
from .search_tasks import CATEGORIES, MARK, MainThread, main_thread

TIMEOUT = 600_000
"""Milliseconds; an engine may take minutes over many cases."""
QUIET = 0.4
"""Seconds without traffic after which no more of an answer is expected."""

NONE = "没有找到"
"""What all the pages say that have no results."""

# The results stand when they changed for the last time. A broken page would never show any.
WATCH = """\
window.shown = { state: "", results: 0, at: 0 };
window.addEventListener("error", ({ message }) => { window.failure = message; });
window.addEventListener("unhandledrejection", ({ reason }) => { window.failure = `${reason}`; });
(function watch() {
  const links = Array.from(document.querySelectorAll(%(links)s), (link) => link.href);
  const isNone = document.querySelector(%(status)s)?.textContent.includes(%(none)s);
  const state = links.join(" ") || (isNone ? "none" : "");
  if (state !== window.shown.state) {
    window.shown = { state, results: links.length, at: performance.now() };
    performance.mark(%(mark)s);
  }
  requestAnimationFrame(watch);
})();
"""
IS_ANSWERED = """\
(before) => window.failure || (window.shown.state && window.shown.state !== before)
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What it took to show the results of a query."""

    results: int
    """How many are shown at first."""
    seconds: float
    requests: int
    bytes: int
    longest_task: float
    """Of the page's main thread, in seconds."""
    longest_work: float
    """The same in seconds of the processor."""
    memory: int | None
    """Bytes that the page's process holds afterwards; of Linux only."""


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser, until the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.flags())
        yield browser
        browser.close()


def visit(
    browser: Browser, site: tuple[str, Line], engine: Engine, queries: tuple[str, str]
) -> tuple[Answer, Answer]:
    """The answers to a query with which the page is opened, and to one that is typed there.

    Nothing is in any cache before the first.
    """
    root, line = site
    first, second = queries
    with browser.new_context() as context:
        names = {"links": engine.links, "status": engine.status, "none": NONE, "mark": MARK}
        context.add_init_script(WATCH % {key: json.dumps(name) for key, name in names.items()})
        page = context.new_page()
        page.set_default_timeout(TIMEOUT)
        asking = _Asking(page, line)
        with asking.a_query():
            page.goto(f"{root}{engine.page}{quote(first)}", wait_until="commit")
        with asking.a_query():
            page.fill(engine.field, second)
            page.press(engine.field, engine.key)
    cold, warm = asking.answers
    return cold, warm


class _Asking:
    """The queries of one visit, and their answers."""

    def __init__(self, page: Page, line: Line) -> None:
        self.page, self.line = page, line
        self.answers: list[Answer] = []

    @contextmanager
    def a_query(self) -> Iterator[None]:
        """Measures from here on, until what was asked inside has its answer."""
        # A page that is only opened then has a clock of its own, which starts with it.
        start = self.page.evaluate("performance.now()") if self.answers else 0
        before = self.page.evaluate("window.shown.state") if self.answers else ""
        traffic, browser = self.line.traffic, self.page.context.browser
        browser.start_tracing(page=self.page, categories=CATEGORIES)
        yield
        self.page.wait_for_function(IS_ANSWERED, arg=before)
        if failure := self.page.evaluate("window.failure"):
            raise SystemExit(f"{self.page.url}\n{failure}")
        while not self.line.quiet_for(QUIET):
            sleep(QUIET / 4)
        thread = main_thread(browser.stop_tracing())
        shown = self.page.evaluate("window.shown")
        spent = self.line.traffic - traffic
        self.answers.append(
            Answer(
                results=shown["results"],
                seconds=(shown["at"] - start) / 1000,
                requests=spent.requests,
                bytes=spent.bytes,
                longest_task=thread.longest_task,
                longest_work=thread.longest_work,
                memory=memory_of(thread),
            )
        )


def memory_of(thread: MainThread) -> int | None:
    """The memory of a page's process that is its own, workers and modules included."""
    status = Path(f"/proc/{thread.process}/status")
    if not status.exists():
        return None
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines["RssAnon"].split()[0]) * 1024
