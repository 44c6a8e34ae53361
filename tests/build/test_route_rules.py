"""Addresses: which are reserved, and what two sources of one address are told."""

# ruff: noqa: E501 - a line of a report stays in one piece, so that it can be searched for

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.build.route_rules import routes_distinct
from casebook.pages.reserved import is_reserved
from casebook.pages.routes import Route, RouteKind, RouteTable

from ..checks.sites import report

RESERVED = [
    "offences/index.md",
    "offences.md",
    "offences/hacking/charge.md",
    "cities.md",
    "cities/taiyuan.md",
    "cities/picture.png",
    "dates/2024/index.md",
    "stages/x.md",
    "quiz/index.md",
    "posters/a/b.md",
    "problems.md",
    "problems/index.md",
    "statistics.md",
    "sitemap.md",
    "search/index.md",
    "search/cases/0.json",
    "corrections/index.md",
    "cases/a.md",
    "assets/casebook.css",
]
FREE = [
    "index.md",
    "about.md",
    "search.md",
    "corrections.md",
    "offences/hacking.md",
    "statistics/other.md",
    "events/cities.md",
    "citiesx/a.md",
    "assets/js/share.js",
    "problems/other.md",
]


@pytest.mark.parametrize("uri", RESERVED)
def test_places_of_generated_pages_are_reserved(uri: str) -> None:
    assert is_reserved(uri)


@pytest.mark.parametrize("uri", FREE)
def test_other_places_are_free(uri: str) -> None:
    assert not is_reserved(uri)


PAGE = "---\ntitle: 某页\nsummary: 一句话。\n---\n\n文字。\n"


@pytest.mark.parametrize("uri", ["cities/nowhere.md", "corrections/index.md", "statistics.md"])
def test_a_page_in_a_reserved_place_is_refused(tmp_path: Path, uri: str) -> None:
    lines = report(tmp_path, {f"docs/{uri}": PAGE})
    assert f"docs/{uri}:1:1: docs/{uri} 的网址留给自动生成的页面。请换一个文件名或文件夹。" in lines


def taken(path: str, address: str, source: str, other: str) -> str:
    return f"{path}:1:1: 网址“{address}”有两个来源：{source} 和 {other}。一个网址只能有一个来源：请给自己写的文件改名，或移到别的文件夹。"


@pytest.mark.parametrize(
    ("files", "line"),
    [
        (
            {"docs/robots.txt": "User-agent: *\n"},
            taken("docs/robots.txt", "robots.txt", "docs/robots.txt", "程序生成的文件"),
        ),
        (
            {"docs/feed.xml.txt": "x\n", "docs/api/v1/more.json": "{}\n"},
            taken(
                "docs/api/v1/more.json",
                "api/v1/more.json",
                "程序生成的文件",
                "docs/api/v1/more.json",
            ),
        ),
        (
            {"docs/a.md": PAGE, "docs/a/index.md": PAGE},
            taken("docs/a.md", "a/", "docs/a/index.md", "docs/a.md"),
        ),
        (
            {"docs/a.md": PAGE, "docs/A.md": PAGE},
            taken("docs/a.md", "a/", "docs/A.md", "docs/a.md"),
        ),
    ],
)
def test_two_sources_of_an_address_are_both_named(
    tmp_path: Path, files: dict[str, str], line: str
) -> None:
    assert line in report(tmp_path, files)


def test_a_file_in_the_place_of_a_folder_is_told() -> None:
    table = RouteTable(
        (
            Route("a/index.html", RouteKind.PAGE, "docs/a.md", "text/html"),
            Route("a", RouteKind.COPY, "docs/a", "text/plain"),
        )
    )
    assert [str(problem) for problem in routes_distinct(table)] == [
        taken("docs/a", "a", "docs/a.md", "docs/a")
    ]


def test_a_generated_page_in_the_place_of_another_is_told_of_the_settings() -> None:
    """Nobody wrote one of them, so that no file can be named."""
    page = Route("a/index.html", RouteKind.PAGE, "", "text/html")
    again = Route("a/index.html", RouteKind.PAGE, "", "text/html", is_lasting=True)
    assert [str(problem) for problem in routes_distinct(RouteTable((page, again)))] == [
        taken("mkdocs.yml", "a/", "自动生成的页面", "自动生成的页面")
    ]


def test_a_file_of_an_output_in_the_pattern_of_another_is_found() -> None:
    pattern = Route("data/*.json", RouteKind.OUTPUT, "data", "application/json")
    file = Route("data/cases.json", RouteKind.OUTPUT, "cases", "application/json")
    assert [str(problem) for problem in routes_distinct(RouteTable((pattern, file)))] == [
        taken("mkdocs.yml", "data/cases.json", "程序生成的文件", "程序生成的文件")
    ]
