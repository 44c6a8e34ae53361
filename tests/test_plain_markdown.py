"""The site's own Markdown lets no HTML and no running address into a page."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

EXTENSIONS = ["toc", "tables", "fenced_code"]
OURS = {
    "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li",
    "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
"""What Markdown itself makes."""


def live(body: str) -> list[str]:
    """The tags, attributes and addresses of the page that Markdown alone would not write."""
    page = markdown(body, extensions=["casebook.plain_markdown", *EXTENSIONS])
    soup = BeautifulSoup(page, "html.parser")
    found = [tag.name for tag in soup.find_all() if tag.name not in OURS]
    for tag in soup.find_all():
        found += [name for name in tag.attrs if name.lower().startswith("on")]
        for name in ("href", "src"):
            address = "".join(tag.get(name, "").split()).lower()
            if address.startswith(("javascript:", "data:", "vbscript:", "http:", "//")) or (
                name == "src" and ":" in address
            ):
                found.append(address)
    return found


@pytest.mark.parametrize(
    ("body", "otherwise"),
    [
        ("甲 <script>乙</script>", "<script>乙</script>"),
        ("<div onclick=x>甲</div>", "<div onclick=x>"),
        ("<!-- 甲 -->", "<!-- 甲 -->"),
        ("[甲](javascript:alert(1))", 'href="javascript:alert(1)"'),
        ("[甲](JavaScript:alert)", 'href="JavaScript:alert"'),
        ("[甲](java&#9;script:alert)", "script:alert"),
        ("[甲](javascript&colon;alert)", "javascript&colon;alert"),
        ("[甲](data:text/html,x)", 'href="data:text/html,x"'),
        ("![甲](https://example.org/a.png)", 'src="https://example.org/a.png"'),
        ("![甲] [乙]\n\n[乙]: //example.org/a.png", 'src="//example.org/a.png"'),
        ("[甲](//example.org/x)", 'href="//example.org/x"'),
        ("![甲](http://example.org/a.png)", 'src="http://example.org/a.png"'),
        ("[**甲**](javascript:alert 1)", '<a href="javascript:alert 1">'),
        ("[甲\n乙](javascript:alert 1)", '<a href="javascript:alert 1">'),
        ("[甲[乙]](javascript:alert 1)", '<a href="javascript:alert 1">'),
        ("[甲\\]](javascript:alert 1)", '<a href="javascript:alert 1">'),
        ("[&amp;](javascript:alert 1)", '<a href="javascript:alert 1">'),
        ("![甲\n乙](javascript:alert 1)", 'src="javascript:alert 1"'),
        ("甲\n[乙]: javascript:alert\n\n[甲][乙]", '<a href="javascript:alert">'),
        ("```\n<script>甲</script>", "<script>甲</script>"),
        ("  ```\n  <script>甲</script>\n  ```", "<script>甲</script>"),
        ("- ```\n  <script>甲</script>\n  ```", "<script>甲</script>"),
        ("~~~ 甲 ~ 乙\n<b>丙</b>\n~~~", "<b>丙</b>"),
    ],
)
def test_nothing_comes_alive(body, otherwise):
    """`otherwise` is what the page would hold without the extension."""
    assert otherwise in markdown(body, extensions=EXTENSIONS)
    assert live(body) == []


def test_html_is_shown_as_the_text_it_is():
    assert markdown("甲 <b>乙</b>", extensions=["casebook.plain_markdown"]) == (
        "<p>甲 &lt;b&gt;乙&lt;/b&gt;</p>"
    )


@pytest.mark.parametrize(
    "address",
    ["01.md", "../a/02.md#x", "#x", "https://example.org/", "mailto:a@example.org", "tel:110"],
)
def test_good_addresses_stay(address):
    page = markdown(f"[甲]({address})", extensions=["casebook.plain_markdown"])
    assert BeautifulSoup(page, "html.parser").a["href"] == address


pieces = st.sampled_from([
    "<", ">", "<b>", "</b>", "<script>", "<img src=x onerror=y>", "<!--", "-->", "[甲](", ")", "[",
    "]", "]: ", "javascript:", "java\tscript:", "data:", "`", "```", "\n", "\n\n", "    ", "- ",
    "&lt;", "\\", "甲", " ", "*", "|",
])  # fmt: skip


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(pieces, max_size=25).map("".join))
def test_no_mixture_comes_alive(body):
    assert live(body) == []
