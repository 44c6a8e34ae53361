"""Hand-written pages: what their foot says of the source."""

from __future__ import annotations

from pathlib import Path

from ..outputs.contexts import context, small_content
from .renderers import renderer_of


def test_the_foot_tells_when_the_source_was_published(tmp_path: Path) -> None:
    content = small_content(tmp_path)
    content.case("2024-09-01-shanxi/01")
    content.page("events/fair.md", "一次活动", source="某报", published="2024-09-13")
    content.page("events/day.md", "另一次活动", source="某报")
    made = context(content)
    renderer = renderer_of(made)
    pages = {page.address: page for page in made.site.pages}
    feet = []
    for address in ("events/fair/", "events/day/"):
        html = renderer.render_page(pages[address])[1].decode()
        feet.append(html.partition("<p>来源：")[2].partition("</p>")[0])
    day = '<time datetime="2024-09-13">2024年9月13日</time>'
    assert feet == [f"某报，{day}发布。本站改写。", "某报。本站改写。"]
