"""Links between texts: to pages that casebook makes, and to places in pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.render.link_checker import dead_links

from ..outputs.contexts import context, small_content
from .renderers import press_of

CASE = "2024-09-01-shanxi/01"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("../../cities/shanxi.md", None),
        ("../../cities/taiyuan.md#any", "link-place"),
        ("../../dates/2024/05.md", None),
        ("../../cities/nowhere.md", "link-dead"),
        ("../index.md", None),
        ("02.md#案情", None),
        ("02.md#没有", "link-place"),
        ("02.md#警方提示", None),
        ("#案情", None),
        ("#下文", "link-place"),
        ("https://a.cn/#下文", None),
        ("mailto:a@a.cn", None),
    ],
)
def test_a_link_leads_somewhere(tmp_path: Path, link: str, said: str | None) -> None:
    content = small_content(tmp_path)
    content.offence("posters", "网络水军", order=2, body="## 警方提示\n\n- 不刷单。\n")
    content.case(CASE, f"## 案情\n\n见[这里]({link})。\n")
    content.case("2024-09-01-shanxi/02")
    made = context(content)
    found = list(dead_links(made.site.pages, press_of(made).typesetter))
    assert [problem.code for problem in found] == ([said] if said else [])
    if said:
        (problem,) = found
        lines = (content.cases / f"{CASE}.md").read_text(encoding="utf-8").split("\n")
        assert lines[problem.line - 1][problem.column - 1 :].startswith(link)


def test_the_message_says_what_to_write(tmp_path: Path) -> None:
    content = small_content(tmp_path)
    path = content.case(CASE, "## 案情\n\n见[下文](#下文)。\n")
    made = context(content)
    (problem,) = dead_links(made.site.pages, press_of(made).typesetter)
    place = path.relative_to(tmp_path).as_posix()
    assert str(problem) == (
        f"{place}:12:7: 链接“#下文”指向的页面里没有这个位置。"
        "请核对“#”后面的小标题，或去掉“#”和它后面的字。"
    )
