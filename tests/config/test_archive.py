"""The notice in mkdocs.yml that a site is archived."""

# ruff: noqa: E501 - a line of a report stays in one piece, so that it can be searched for

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casebook.config.archive import Archive, read_archive
from casebook.config.mkdocs_yml import read_mkdocs_yml

ROOT = Path(__file__).parents[2]
NAME = "mkdocs.yml"
HEAD = "site_name: 案例\nextra:\n  casebook:\n    archived:"


def found(root: Path, text: str) -> tuple[Archive | None, list[str]]:
    config = root / NAME
    config.write_text(text, encoding="utf-8")
    notice, problems = read_archive(read_mkdocs_yml(config, NAME))
    return notice, [str(problem) for problem in problems]


def test_the_projects_own_site_is_not_archived():
    assert read_archive(read_mkdocs_yml(ROOT / NAME, NAME)) == (None, [])


@pytest.mark.parametrize("text", ["", HEAD, f"{HEAD}\n      date:\n      note: ~\n"])
def test_a_site_that_says_nothing_is_not_archived(tmp_path, text):
    assert found(tmp_path, text) == (None, [])


def test_a_notice_has_a_day_and_may_have_a_note(tmp_path):
    text = f"{HEAD}\n      date: 2026-11-30\n"
    assert found(tmp_path, text) == (Archive.model_validate({"date": "2026-11-30"}), [])
    notice, problems = found(tmp_path, f"{text}      note: 新网站见主办单位的门户。\n")
    assert notice is not None
    assert (notice.date, notice.note) == (date(2026, 11, 30), "新网站见主办单位的门户。")
    assert problems == []


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (" 是\n", "4:5: “extra.casebook.archived”应由几行“名称: 内容”组成。请每行写一个“名称: 内容”，比上一级缩进两格。"),
        ("\n      note: 甲\n", "1:1: 缺少必填的归档日期（date）。请补上这一行。"),
        ("\n      date: 2026-11\n", "5:13: 归档日期（date）写的“2026-11”不是完整日期。请写到日：这里只有年和月，还缺几号，写成 2024-04-09 这样。"),
    ],
)  # fmt: skip
def test_refused(tmp_path, rest, expected):
    assert found(tmp_path, HEAD + rest) == (None, [f"{NAME}:{expected}"])
