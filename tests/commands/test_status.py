"""`casebook status`: what is left to do, kind by kind."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from casebook.cli import main
from casebook.commands.status import Task, tasks_of

from ..checks.sites import DATONG, TAIYUAN, TODAY, library_of, sound

FIRST, SECOND, OTHER = f"{TAIYUAN}/01.md", f"{TAIYUAN}/02.md", f"{DATONG}/01.md"


def write(root: Path, path: str, text: str) -> None:
    (root / path).write_text(text, encoding="utf-8")


def test_nothing_to_do(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status"]) == 0
    assert capsys.readouterr().out == "已发布：2 期通报，3 起案例；已撤回 0 起。\n没有待办。\n"


def test_everything_that_is_left(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, FIRST, sound(FIRST, status="draft"))
    write(project, SECOND, sound(SECOND, stage=None))
    write(project, OTHER, sound(OTHER, review_on="2024-07-01"))
    index = f"{TAIYUAN}/index.md"
    write(project, index, sound(index, expected="4"))
    assert main(["status"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "已发布：2 期通报，1 起案例；已撤回 0 起。",
        "有错误、读不出来的文件 1 个：",
        f"  {SECOND}",
        "草稿 1 起：",
        f"  {FIRST}  王某等人涉嫌侵犯公民个人信息案",
        "还没有文件的案例 2 起：",
        f"  {TAIYUAN}/03.md  太原市公安局通报两起案例",
        f"  {TAIYUAN}/04.md  太原市公安局通报两起案例",
        "三十天内要复核的案例 1 起：",
        f"  2024-07-01  {OTHER}  李某涉嫌买卖账号案",
    ]


def test_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, FIRST, sound(FIRST, status="draft"))
    assert main(["status", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"kind": "draft", "path": FIRST, "title": "王某等人涉嫌侵犯公民个人信息案", "due": ""}
    ]


@pytest.mark.parametrize(
    ("review_on", "is_due"),
    [("2026-11-22", True), ("2026-12-22", True), ("2026-12-23", False), ("2020-01-01", True)],
)
def test_reviews_are_announced_thirty_days_before(
    review_on: str, is_due: bool, project: Path
) -> None:
    write(project, OTHER, sound(OTHER, review_on=review_on))
    tasks = list(tasks_of(library_of(project), TODAY))
    due = date.fromisoformat(review_on).isoformat()
    expected = [Task("review", OTHER, "李某涉嫌买卖账号案", due)] if is_due else []
    assert tasks == expected
