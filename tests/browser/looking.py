"""What a look at a page finds: broken rules of accessibility, overflow, small targets, lost focus.

Every function takes a page that is open and gives lines that say what is wrong.
"""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

COLOUR_RULES = ["color-contrast", "link-in-text-block"]
STRONG_COLOUR_RULES = ["color-contrast-enhanced", "link-in-text-block"]
SIZE_RULES = ["target-size", "color-contrast", "scrollable-region-focusable"]

LEAST_TARGET = 44
LEAST_LARGE_TARGET = 60

# Off unless asked for, though it is a rule of WCAG 2.2 AA.
EVERY_RULE = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}

# What readers can use, in the order of the page. Of a group of radio buttons Tab reaches one.
SCRIPTS = """
(() => {
  const USABLE = "a[href], button, select, textarea, summary, input:not([type=hidden])";
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true })
    && element.getClientRects().length > 0;
  const shown = (element) => (element.type === "radio" ? element.labels[0] : element);
  const name = (element) => {
    const words = (shown(element).innerText || element.name || "").trim().slice(0, 20);
    return `${element.tagName.toLowerCase()}.${element.className || "-"} “${words}”`;
  };
  const usable = () => [...document.querySelectorAll(USABLE)].filter(isSeen);
  const isFirstOfGroup = (element, at, all) => element.type !== "radio"
    || all.findIndex((other) => other.name === element.name) === at;

  // A link among words of a sentence may be as low as they are.
  const isInRunningText = (element) => {
    if (!element.matches("a") || getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const copy = block.cloneNode(true);
    copy.querySelectorAll("a, .unseen").forEach((link) => link.remove());
    return /[\\p{L}\\p{N}]/u.test(copy.textContent);
  };

  const low = (least) => usable()
    .filter((element) => !element.matches(".skip") && !isInRunningText(element))
    .map((element) => [name(element), shown(element).getBoundingClientRect().height])
    .filter(([, height]) => height < least - 0.5)
    .map(([words, height]) => `${words} is ${height.toFixed(1)} px high`);

  const wide = () => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const scrolls = (element) => element !== root && element !== document.body
      && /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
    const isInScroller = (element) => {
      for (let up = element.parentElement; up; up = up.parentElement) if (scrolls(up)) return true;
      return false;
    };
    const over = [...document.body.querySelectorAll("*")].filter((element) =>
      element.getBoundingClientRect().right > root.clientWidth + 1 && !isInScroller(element));
    return [`${root.scrollWidth} px wide`, ...over.slice(0, 5).map(name)];
  };

  let stops = [];
  const focused = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const seen = shown(element);
    const style = getComputedStyle(seen);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const box = seen.getClientRects()[0];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    const isOnTop = Boolean(top) && (seen.contains(top) || top.contains(seen));
    return { index: stops.indexOf(element), name: name(element), ring, isOnTop };
  };

  const begin = () => {
    stops = usable().filter(isFirstOfGroup);
    return stops.map(name);
  };
  window.looking = { low, wide, focused, begin };
})()
"""

MOST_STOPS = 400


def broken_rules(page: Page, only: list[str] | None = None) -> list[str]:
    """The rules of axe that the page breaks, with some of the elements that do."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(Axe().axe_script)
    options: dict[str, Any] = {"runOnly": only, "resultTypes": ["violations"]}
    found = page.evaluate("(options) => axe.run(options)", options if only else EVERY_RULE)
    return [
        f"{rule['id']}: {rule['help']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"][:3]
    ]


def overflow(page: Page) -> list[str]:
    """How wide the page is and what makes it so, if it is wider than the window."""
    page.evaluate(SCRIPTS)
    return page.evaluate("looking.wide()")


def low_targets(page: Page, least: int) -> list[str]:
    """What is lower than a finger needs."""
    page.evaluate(SCRIPTS)
    return page.evaluate("(least) => looking.low(least)", least)


def lost_focus(page: Page) -> list[str]:
    """What goes wrong on the way through the page with the Tab key."""
    page.evaluate(SCRIPTS)
    expected = page.evaluate("looking.begin()")
    wrong, reached = [], []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate("looking.focused()")
        if stop is None or (reached and stop["index"] == reached[0]):
            break
        # Areas that scroll are stops as well, though nothing to use.
        if stop["index"] >= 0:
            reached.append(stop["index"])
        if not stop["ring"]:
            wrong.append(f"{stop['name']} shows no focus")
        if not stop["isOnTop"]:
            wrong.append(f"{stop['name']} is under something")
    if reached != sorted(reached):
        wrong.append(f"out of order: {[expected[at] for at in reached]}")
    wrong += [f"{name} is not reached" for at, name in enumerate(expected) if at not in reached]
    return wrong
