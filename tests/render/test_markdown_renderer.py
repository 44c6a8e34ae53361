"""The Markdown renderer: HTML that is safe, with ids, and with links that lead to pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.content.plain_text import is_plain
from casebook.pages.page import Passage
from casebook.pages.routes import Route, RouteKind, RouteTable
from casebook.pages.text_links import SourceAddresses
from casebook.render.markdown_renderer import MarkdownRenderer
from casebook.render.relative_urls import ROOT

from ..content.steadily import steadily

PICTURE = "cases/2024-09-01-shanxi/图.png"
PAGES = frozenset({"", "about/", "cases/2024-09-01-shanxi/01/"})
ROUTES = RouteTable((Route(PICTURE, RouteKind.COPY, PICTURE, "image/png"),))
NOTHING = SourceAddresses(frozenset(), RouteTable(()))


def renderer() -> MarkdownRenderer:
    return MarkdownRenderer(SourceAddresses(PAGES, ROUTES))


@pytest.mark.parametrize(
    ("text", "uri", "html"),
    [
        (
            "[甲](01.md#案情)",
            "cases/2024-09-01-shanxi/index.md",
            f'<p><a href="{ROOT}cases/2024-09-01-shanxi/01/#案情">甲</a></p>',
        ),
        ("[甲](../index.md)", "events/a.md", f'<p><a href="{ROOT}">甲</a></p>'),
        (
            "![甲](图.png)",
            "cases/2024-09-01-shanxi/01.md",
            f'<p><img src="{ROOT}cases/2024-09-01-shanxi/%E5%9B%BE.png" alt="甲"></p>',
        ),
        ("![大\n厅](图.png)", "a.md", '<p><img src="图.png" alt="大厅"></p>'),
        ("![`a`\\*](图.png)", "a.md", '<p><img src="图.png" alt="a*"></p>'),
        ("[甲](<现 场.md>)", "tips.md", '<p><a href="现 场.md">甲</a></p>'),
        ("[甲](http://[a)", "tips.md", "<p><a>甲</a></p>"),
        ("[甲][一]\n\n[一]: about.md", "tips.md", f'<p><a href="{ROOT}about/">甲</a></p>'),
        ("[甲](#下)", "tips.md", '<p><a href="#下">甲</a></p>'),
        ("[甲](nothing.md)", "tips.md", '<p><a href="nothing.md">甲</a></p>'),
        ("[甲](https://a.cn/about.md)", "tips.md", '<p><a href="https://a.cn/about.md">甲</a></p>'),
        ("## 案情\n\n## 案情", "tips.md", '<h2 id="案情">案情</h2>\n<h2 id="案情_1">案情</h2>'),
        ("## `a` & *b*", "tips.md", '<h2 id="a--b"><code>a</code> &amp; <em>b</em></h2>'),
        ("<script>alert(1)</script>", "tips.md", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        (" \n", "tips.md", ""),
    ],
)
def test_a_text(text: str, uri: str, html: str) -> None:
    assert renderer().render(text, uri) == html


def rendered(text: str) -> str:
    return MarkdownRenderer(NOTHING).render(text, "tips.md")


def test_texts_do_not_mix() -> None:
    one = renderer()
    first = one.render("## 案情\n\n[一]: about.md\n", "tips.md")
    assert one.render("## 案情\n", "tips.md") == first == '<h2 id="案情">案情</h2>'
    assert one.render("[甲][一]", "tips.md") == "<p>[甲][一]</p>"


def test_a_shared_text_leads_from_its_own_file() -> None:
    one = renderer()
    passage = Passage("[甲](../about.md)", "offences/hacking.md")
    assert one.render_shared(passage) == f'<p><a href="{ROOT}about/">甲</a></p>'
    assert one.render_shared(Passage(*passage.text.split("\0"), passage.uri)) is (
        one.render_shared(passage)
    )


# Headings


def test_ids_are_unique_and_never_empty() -> None:
    html = rendered("## 甲\n\n## 甲\n\n### 甲\n\n## ？\n\n## ！\n\n## 甲_1\n")
    assert html == (
        '<h2 id="甲">甲</h2>\n<h2 id="甲_1">甲</h2>\n<h3 id="甲_2">甲</h3>\n'
        '<h2 id="_1">？</h2>\n<h2 id="_2">！</h2>\n<h2 id="甲_1_1">甲_1</h2>'
    )


def test_a_heading_is_named_by_its_text_without_pictures() -> None:
    assert rendered("## ![图](a.png)甲\\*[乙](b.md)\n") == (
        '<h2 id="甲乙"><img src="a.png" alt="图">甲*<a href="b.md">乙</a></h2>'
    )


# Tables, code and lists


def test_tables_can_be_reached_and_scrolled() -> None:
    table = "| 甲 | 乙 |\n|---|:-:|\n| 一 | 二 |\n"
    one = (
        '<div role="region" aria-label="表格{}，可以左右滑动" tabindex="0">\n<table>\n<thead>\n'
        '<tr>\n<th>甲</th>\n<th align="center">乙</th>\n</tr>\n</thead>\n<tbody>\n'
        '<tr>\n<td>一</td>\n<td align="center">二</td>\n</tr>\n</tbody>\n</table>\n</div>'
    )
    assert rendered(f"{table}\n丙\n\n{table}") == f"{one.format(1)}\n<p>丙</p>\n{one.format(2)}"


def test_code_is_shown_as_written() -> None:
    assert rendered("```python\n<b>\n\n*a*\n```\n") == (
        "<pre><code>&lt;b&gt;\n\n*a*\n</code></pre>"
    )


def test_lists_keep_the_numbers_that_are_written() -> None:
    assert rendered("2. 甲\n3. 乙\n7. 丙\n") == (
        '<ol start="2">\n<li>甲</li>\n<li>乙</li>\n<li value="7">丙</li>\n</ol>'
    )
    assert rendered("1. 甲\n1. 乙\n") == "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"


# Any text

MARKS = st.text(st.sampled_from("甲乙。，“”ab1 2.5-*_`[]()<>&#!\\|:~\n\t+="), max_size=60)


@steadily(400)
@given(MARKS)
def test_any_text_is_rendered_the_same_twice(text: str) -> None:
    assert rendered(text) == rendered(text)


names = st.sampled_from(["李", "王某", "张三", "138", "VPN", "公司", "5", "和", "收买账号"])
masks = st.sampled_from(["*", "_", "****", "____", "*****", "＊", "××", "#", "~", "～", "="])
ends = st.sampled_from(["", "", "，", "、", "。", "（", "”"])
words = st.tuples(names, masks, names, ends).map("".join)


@steadily(400)
@given(st.lists(words, min_size=1, max_size=8).map("".join))
def test_masks_between_words_are_shown(text: str) -> None:
    assert rendered(text) == f"<p>{text}</p>"


plain = st.text("甲乙丙，。“”（）a1 ", min_size=1, max_size=12)


@steadily(300)
@given(st.lists(plain, min_size=1, max_size=4).map("\n\n".join).filter(is_plain))
def test_plain_paragraphs_are_shown_whole(text: str) -> None:
    paragraphs = [line for line in text.split("\n\n") if line]
    assert rendered(text) == "\n".join(f"<p>{line}</p>" for line in paragraphs)
