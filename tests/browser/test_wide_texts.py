"""Wide tables and long words in texts: the page never scrolls sideways, a table does by itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from casebook.pages.routes import RouteTable
from casebook.pages.text_links import SourceAddresses
from casebook.render.markdown_renderer import MarkdownRenderer

from .looking import broken_rules, overflow

PAGE = "tips/"
LONG = "https://www.example.org/" + "abcdefghij" * 12
WIDE = "| " + " | ".join(f"第{number}列" for number in range(12)) + " |\n" + "|---" * 12 + "|\n"
TEXT = f"""## 表格

{WIDE}| {" | ".join(["12345678901234567890"] * 12)} |

| 阶段 | 网址 |
|---|---|
| 刑事拘留 | {LONG} |

```
{LONG} {LONG}
```

见`{LONG}`和{LONG}。
"""
HTML = """
<title>宽表</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="../assets/casebook.css">
<body><main class="wide"><h1>宽表</h1><div class="text">{}</div></main>
"""


@pytest.fixture
def wide_page(open_page):
    """A page with a text in which everything is too wide."""
    renderer = MarkdownRenderer(SourceAddresses(frozenset(), RouteTable(())))
    page = open_page(PAGE, html=HTML.format(renderer.render(TEXT, "tips.md")))
    page.set_viewport_size({"width": 320, "height": 640})
    return page


@pytest.mark.parametrize("size", ["", "large", "largest"])
def test_the_page_does_not_scroll_sideways(wide_page, size):
    wide_page.evaluate("(size) => { document.documentElement.dataset.size = size; }", size)
    assert overflow(wide_page) == []
    tables = wide_page.locator(".text [role=region]")
    scrolls = "(region) => region.scrollWidth > region.clientWidth"
    assert [tables.nth(place).evaluate(scrolls) for place in range(2)] == [True, False]
    assert broken_rules(wide_page) == []


def test_a_wide_table_is_scrolled_with_the_keyboard(wide_page):
    table = wide_page.get_by_role("region", name="表格1，可以左右滑动")
    table.focus()
    wide_page.keyboard.press("ArrowRight")
    expect(table).not_to_have_js_property("scrollLeft", 0)
