"""Links between texts: to files, generated pages, outputs, and places in pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.build.link_rules import links_resolve

from ..outputs.contexts import context, small_content
from ..sites.building import built

CASE = "2024-09-01-shanxi/01"


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("../../cities/shanxi.md", None),
        ("../../cities/taiyuan/index.md", None),
        ("../../cities/taiyuan.md#any", "link-place"),
        ("../../dates/2024/05.md", None),
        ("../../dates/2024/index.md", None),
        ("../../stages/index.md", None),
        ("../../statistics/index.md", None),
        ("../../statistics.md", None),
        ("../../cities/nowhere.md", "link-dead"),
        ("../../stages/nowhere/index.md", "link-dead"),
        ("../index.md", None),
        ("../../feed.xml", None),
        ("../../cities/taiyuan/feed.json", None),
        ("../../cases.csv", None),
        ("../../api/v1/cases.json", None),
        ("../../cases.txt", "link-dead"),
        ("02.md#案情", None),
        ("02.md#没有", "link-place"),
        ("02.md#防范提示", None),
        ("#案情", None),
        ("#下文", "link-place"),
        ("https://a.cn/#下文", None),
        ("mailto:a@a.cn", None),
    ],
)
def test_a_link_leads_somewhere(tmp_path: Path, link: str, code: str | None) -> None:
    content = small_content(tmp_path)
    content.offence("posters", "网络水军", order=2, body="## 防范提示\n\n- 不刷单。\n")
    content.case(CASE, f"## 案情\n\n见[这里]({link})。\n")
    content.case("2024-09-01-shanxi/02")
    made = context(content)
    found = list(links_resolve(made.library, made.site, made.routes))
    assert [problem.code for problem in found] == ([code] if code else [])
    if code:
        (problem,) = found
        lines = (content.cases / f"{CASE}.md").read_text(encoding="utf-8").split("\n")
        assert lines[problem.line - 1][problem.column - 1 :].startswith(link)


@pytest.mark.parametrize(
    ("body", "status", "found"),
    [
        ("", "published", []),
        ("[大图](01.png)", "published", []),
        ("[大图](./01.png#a)", "published", []),
        ("[大图][图]\n\n[图]: 01.png", "draft", []),
        ("[大图](01.svg)", "published", ["link-dead"]),
        ("![图](01.png)\n\n[大图](01.png)", "published", []),
        ("![图](01.png)\n\n[大图](01.png)", "draft", []),
    ],
)
def test_a_file_of_a_case_is_published_where_it_is_shown(
    tmp_path: Path, body: str, status: str, found: list[str]
) -> None:
    content = small_content(tmp_path)
    content.case(CASE, f"## 案情\n\n{body}\n", status=status)
    (content.cases / CASE).with_name("01.png").write_bytes(b"")
    made = context(content)
    problems = links_resolve(made.library, made.site, made.routes)
    assert [problem.code for problem in problems] == found
    uri = "/".join(("cases", *CASE.split("/")[:-1], "01.png"))
    assert (made.routes.of(uri) is not None) == (status == "published" and ".png" in body)


def test_the_message_tells_what_to_write(tmp_path: Path) -> None:
    content = small_content(tmp_path)
    path = content.case(CASE, "## 案情\n\n见[下文](#下文)。\n")
    made = context(content)
    (problem,) = links_resolve(made.library, made.site, made.routes)
    place = path.relative_to(tmp_path).as_posix()
    assert str(problem) == (
        f"{place}:12:7: 链接“#下文”指向的页面里没有这个位置。"
        "请核对“#”后面的小标题，或去掉“#”和它后面的字。"
    )


def test_links_to_generated_pages_and_outputs_are_published(tmp_path: Path) -> None:
    content = small_content(tmp_path)
    links = ("statistics/index.md", "cities/taiyuan/index.md", "dates/2024.md", "feed.xml")
    content.case(CASE, "".join(f"[甲](../../{link})\n\n" for link in links))
    page = built(tmp_path / "site", cases=content.cases).page(f"cases/{CASE}/")
    found = [str(link["href"]) for link in page.article.select("p > a")][: len(links)]
    assert found == [
        "../../../statistics/",
        "../../../cities/taiyuan/",
        "../../../dates/2024/",
        "../../../feed.xml",
    ]
