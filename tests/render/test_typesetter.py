"""The typesetter: HTML as Python-Markdown writes it, safe, with links that lead to pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from casebook.pages.page import Passage
from casebook.render.relative_urls import ROOT
from casebook.render.sanitizer import sanitized

from .renderers import EXTENSIONS, SETTINGS, setter

DOCS = Path(__file__).parents[2] / "docs"
ADDRESSES = {
    "about.md": "about/",
    "cases/2024-09-01-shanxi/01.md": "cases/2024-09-01-shanxi/01/",
    "cases/2024-09-01-shanxi/图.png": "cases/2024-09-01-shanxi/图.png",
    "index.md": "",
}


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
            f'<p><img alt="甲" src="{ROOT}cases/2024-09-01-shanxi/%E5%9B%BE.png"></p>',
        ),
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
    assert setter(ADDRESSES).set(text, uri) == html


def test_texts_do_not_mix() -> None:
    typesetter = setter()
    first = typesetter.set("## 案情\n\n[一]: about.md\n", "tips.md")
    assert typesetter.set("## 案情\n", "tips.md") == first == '<h2 id="案情">案情</h2>'
    assert typesetter.set("[甲][一]", "tips.md") == "<p>[甲][一]</p>"


def test_a_shared_text_leads_from_its_own_file() -> None:
    typesetter = setter(ADDRESSES)
    passage = Passage("[甲](../about.md)", "offences/hacking.md")
    assert typesetter.set_once(passage) == f'<p><a href="{ROOT}about/">甲</a></p>'
    assert typesetter.set_once(Passage(*passage.text.split("\0"), passage.uri)) is (
        typesetter.set_once(passage)
    )


def plainly(text: str) -> str:
    parser = Markdown(extensions=EXTENSIONS, extension_configs=SETTINGS)
    return sanitized(parser.convert(text))


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=lambda path: path.name)
def test_the_steps_saved_change_nothing_in_our_pages(path: Path) -> None:
    body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    assert setter().set(body, "tips.md") == plainly(body)


MARKS = st.text(st.sampled_from("甲乙。，“”ab1 2.5-*_`[]()<>&#!\\|:~\n"), max_size=60)


@given(MARKS)
def test_the_steps_saved_change_nothing_in_any_text(text: str) -> None:
    assert setter().set(text, "tips.md") == (plainly(text) if text.strip() else "")
