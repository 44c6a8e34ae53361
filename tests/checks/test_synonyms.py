"""The rule on the words that the search takes for the same, at its edges."""

from __future__ import annotations

from pathlib import Path

import pytest

from .sites import report

PAGE = "docs/search.md"
ONCE = "一种说法只写一次，大小写和全角半角不算不同；两组意思相同时，请合并成一组。"


def search_page(*lists: str) -> dict[str, str]:
    """A search page whose lists begin on line 4."""
    lines = "".join(f"  - [{written}]\n" for written in lists)
    return {PAGE: f"---\ntitle: 检索\nsynonyms:\n{lines}---\n"}


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(search_page("帮信罪, 帮信", "电诈, 电信诈骗"), id="a part of another"),
        pytest.param({PAGE: "---\ntitle: 检索\n---\n"}, id="none, and no text"),
    ],
)
def test_sound(files: dict[str, str], tmp_path: Path) -> None:
    assert report(tmp_path, files) == []


def test_every_repetition_names_the_first(tmp_path: Path) -> None:
    assert report(tmp_path, search_page("帮信罪, 帮信", "电诈, 帮信", "帮信, 电诈")) == [
        f"{PAGE}:5:10: “帮信”在第 4 行已经写过。{ONCE}",
        f"{PAGE}:6:6: “帮信”在第 4 行已经写过。{ONCE}",
        f"{PAGE}:6:10: “电诈”在第 5 行已经写过。{ONCE}",
    ]


def test_capitals_and_full_width_make_no_other_writing(tmp_path: Path) -> None:
    assert report(tmp_path, search_page("App, 手机软件, APP", "ＡＰＰ, 应用")) == [
        f"{PAGE}:4:17: “APP”在第 4 行已经写过。{ONCE}",
        f"{PAGE}:5:6: “ＡＰＰ”在第 4 行已经写过。{ONCE}",
    ]
