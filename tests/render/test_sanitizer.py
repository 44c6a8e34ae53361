"""Markdown without HTML and the sanitiser let nothing alive into a page."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.pages.routes import RouteTable
from casebook.pages.text_links import SourceAddresses
from casebook.render.markdown_renderer import MarkdownRenderer
from casebook.render.sanitizer import sanitized

RENDERER = MarkdownRenderer(SourceAddresses(frozenset(), RouteTable(())))
OURS = {
    "a", "blockquote", "br", "code", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li",
    "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
"""What Markdown itself makes."""
ATTRIBUTES = {
    *("href", "title", "src", "alt", "id", "start", "value", "align"),
    *("role", "aria-label", "tabindex"),
}


def page_of(body: str) -> str:
    """The HTML of a text as a page holds it."""
    return RENDERER.render(body, "tips.md")


def live(html: str) -> list[str]:
    """The tags, attributes and addresses of a text that Markdown alone would not write."""
    soup = BeautifulSoup(html, "html.parser")
    found = [tag.name for tag in soup.find_all() if tag.name not in OURS]
    for tag in soup.find_all():
        found += [name for name in tag.attrs if name not in ATTRIBUTES]
        for name in ("href", "src"):
            address = "".join(tag.get(name, "").split()).lower()
            if address.startswith(("javascript:", "data:", "vbscript:", "http:", "//", "/\\")) or (
                name == "src" and ":" in address
            ):
                found.append(address)
    return found


@pytest.mark.parametrize(
    "body",
    [
        "甲 <script>乙</script>",
        "<div onclick=x>甲</div>",
        "<!-- 甲 -->",
        "[甲](javascript:alert(1))",
        "[甲](JavaScript:alert)",
        "[甲](java&#9;script:alert)",
        "[甲](javascript&colon;alert)",
        "[甲](data:text/html,x)",
        "![甲](https://example.org/a.png)",
        "![甲] [乙]\n\n[乙]: //example.org/a.png",
        "[甲](//example.org/x)",
        "![甲](http://example.org/a.png)",
        "[**甲**](javascript:alert 1)",
        "[甲\n乙](javascript:alert 1)",
        "[甲[乙]](javascript:alert 1)",
        "[甲\\]](javascript:alert 1)",
        "[&amp;](javascript:alert 1)",
        "![甲\n乙](javascript:alert 1)",
        "甲\n[乙]: javascript:alert\n\n[甲][乙]",
        "```\n<script>甲</script>",
        "  ```\n  <script>甲</script>\n  ```",
        "- ```\n  <script>甲</script>\n  ```",
        "~~~ 甲 ~ 乙\n<b>丙</b>\n~~~",
    ],
)
def test_nothing_comes_alive(body):
    assert live(page_of(body)) == []


def test_html_is_shown_as_the_text_it_is():
    assert page_of("甲 <b>乙</b>") == "<p>甲 &lt;b&gt;乙&lt;/b&gt;</p>"


@pytest.mark.parametrize(
    "address",
    ["01.md", "../a/02.md#x", "#x", "https://example.org/", "mailto:a@example.org", "tel:110"],
)
def test_good_addresses_stay(address):
    assert BeautifulSoup(page_of(f"[甲]({address})"), "html.parser").a["href"] == address


pieces = st.sampled_from([
    "<", ">", "<b>", "</b>", "<script>", "<img src=x onerror=y>", "<!--", "-->", "[甲](", ")", "[",
    "]", "]: ", "javascript:", "java\tscript:", "data:", "`", "```", "\n", "\n\n", "    ", "- ",
    "&lt;", "\\", "甲", " ", "*", "|",
])  # fmt: skip


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(pieces, max_size=25).map("".join))
def test_no_mixture_comes_alive(body):
    assert live(page_of(body)) == []


ATTACKS = [
    ("<script>alert(1)</script>甲", "甲"),
    ("<p onclick=alert(1) style=color:red class=x>甲</p>", "<p>甲</p>"),
    ("<img src=x onerror=alert(1)>", '<img src="x">'),
    ("<svg><script>alert(1)</script></svg>甲", "甲"),
    ("<math><mtext></mtext><mglyph><style><!--</style><img src onerror=alert(1)>", ""),
    ('<iframe srcdoc="<script>alert(1)</script>"></iframe>甲', "甲"),
    ('<a href="javascript:alert(1)">甲</a>', "<a>甲</a>"),
    ('<a href="JaVaScRiPt&#58;alert(1)">甲</a>', "<a>甲</a>"),
    ('<a href=" java\tscript:alert(1)">甲</a>', "<a>甲</a>"),
    ('<a href="&#1;javascript:alert(1)">甲</a>', "<a>甲</a>"),
    ('<a href="data:text/html;base64,PHN2Zz4=">甲</a>', "<a>甲</a>"),
    ('<a href="vbscript:x">甲</a>', "<a>甲</a>"),
    ('<a href="http://example.org/">甲</a>', "<a>甲</a>"),
    ('<a href="//example.org/">甲</a>', "<a>甲</a>"),
    ('<a href="/\\example.org/">甲</a>', "<a>甲</a>"),
    ('<a href="///example.org/">甲</a>', "<a>甲</a>"),
    ('<a href="/\\/example.org/">甲</a>', "<a>甲</a>"),
    ('<img src="///example.org/a.png">', "<img>"),
    ('<a href="https://example.org/" target=_blank ping=x>甲</a>', '<a href="https://example.org/">甲</a>'),
    ('<img src="https://example.org/a.png" alt="甲">', '<img alt="甲">'),
    ('<img src="a.png" srcset="https://example.org/b.png">', '<img src="a.png">'),
    ('<form action="https://example.org/"><input name=x><button>甲</button></form>', "甲"),
    ('<base href="https://example.org/">甲', "甲"),
    ('<div role="alert" tabindex="1" class="x">甲</div>', "<div>甲</div>"),
    ('<p role="region" tabindex="0">甲</p>', "<p>甲</p>"),
    ('<li value="3" type="a">甲</li>', '<li value="3">甲</li>'),
    ('<meta http-equiv="refresh" content="0;url=https://example.org/">甲', "甲"),
    ('<link rel=stylesheet href="https://example.org/a.css">甲', "甲"),
    ("<style>*{display:none}</style>甲", "甲"),
    ("<object data=x><embed src=x></object>甲", "甲"),
    ("<!--[if IE]><script>alert(1)</script><![endif]-->甲", "甲"),
    ("<template><script>alert(1)</script></template>甲", "甲"),
    (
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        '&lt;p title="<img src="x">"&gt;',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("html", "left"), ATTACKS)
def test_an_attack_leaves_what_a_text_may_hold(html, left):
    assert sanitized(html) == left


@pytest.mark.parametrize("html", [html for html, _ in ATTACKS])
def test_an_attack_leaves_nothing_alive(html):
    assert live(sanitized(html)) == []
