"""`casebook status`: what is left to do, kind by kind."""

# ruff: noqa: E501 - a message stays in one piece, so that it can be searched for

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import time_machine

from casebook.cli import main
from casebook.commands.status import EditorTask, tasks_of

from ..checks.sites import DATONG, TAIYUAN, TODAY, library_of, sound

FIRST, SECOND, OTHER = f"{TAIYUAN}/01.md", f"{TAIYUAN}/02.md", f"{DATONG}/01.md"
RULES = "docs/corrections.md"
WITHDRAWN = "{date: 2024-07-01, reason: 有误}"
WITHDRAW = "运行 casebook retire，或者把状态（status）改为 withdrawn，在撤回（withdrawn）里写日期（date）和原因（reason）"


def write(root: Path, path: str, text: str) -> None:
    (root / path).write_text(text, encoding="utf-8")


def rules(root: Path, *lines: str) -> None:
    """Writes the page of corrections with these rules of retention."""
    listed = "".join(f"  - {{{line}}}\n" for line in lines)
    write(root, RULES, f"---\ntitle: 更正与撤回\nretention:\n{listed}---\n")


def test_nothing_to_do(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status"]) == 0
    assert capsys.readouterr().out == "已发布：2 期通报，3 起案例；已撤回 0 起。\n没有待办。\n"


@time_machine.travel("2026-11-22T04:00:00+00:00")
def test_everything_that_is_left(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, FIRST, sound(FIRST, status="draft"))
    write(project, SECOND, sound(SECOND, stage=None))
    write(project, OTHER, sound(OTHER, review_on="2026-12-01"))
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
        f"  2026-12-01  {OTHER}  李某涉嫌买卖账号案",
    ]


def test_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, FIRST, sound(FIRST, status="draft"))
    assert main(["status", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "kind": "draft",
            "path": FIRST,
            "title": "王某等人涉嫌侵犯公民个人信息案",
            "due": "",
            "action": "核对后发布",
            "rule": "",
            "is_overdue": False,
        }
    ]


@pytest.mark.parametrize(
    ("review_on", "is_due", "is_overdue"),
    [
        ("2026-11-21", True, True),
        ("2026-11-22", True, False),
        ("2026-12-22", True, False),
        ("2026-12-23", False, False),
        ("2020-01-01", True, True),
    ],
)
def test_reviews_are_announced_thirty_days_before(
    review_on: str, is_due: bool, is_overdue: bool, project: Path
) -> None:
    write(project, OTHER, sound(OTHER, review_on=review_on))
    tasks = list(tasks_of(library_of(project), TODAY))
    due = date.fromisoformat(review_on).isoformat()
    action = "复核后改写复核日期（review_on）"
    expected = EditorTask("review", OTHER, "李某涉嫌买卖账号案", due, action, is_overdue=is_overdue)
    assert tasks == ([expected] if is_due else [])


# Retention


@pytest.mark.parametrize(
    ("today", "is_due", "is_overdue"),
    [
        ("2025-05-01", False, False),
        ("2025-05-02", True, False),
        ("2025-06-01", True, False),
        ("2025-06-02", True, True),
        ("2030-01-01", True, True),
    ],
)
def test_what_a_rule_asks_for_is_announced_thirty_days_before(
    today: str, is_due: bool, is_overdue: bool, project: Path
) -> None:
    rules(project, "stage: 全部, offence: 侵公, years: 1, action: 撤回")
    write(project, OTHER, sound(OTHER, offence="侵犯公民个人信息"))
    write(project, FIRST, sound(FIRST, offence="网络谣言"))
    write(project, SECOND, sound(SECOND, offence="网络谣言"))
    expected = EditorTask(
        "retention",
        OTHER,
        "李某涉嫌买卖账号案",
        "2025-06-01",
        WITHDRAW,
        "全部阶段（侵公）满 1 年撤回",
        is_overdue,
    )
    tasks = list(tasks_of(library_of(project), date.fromisoformat(today)))
    assert tasks == ([expected] if is_due else [])


@time_machine.travel("2026-11-22T04:00:00+00:00")
def test_what_falls_due_by_rule(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules(
        project,
        "stage: [刑事拘留, 移送起诉], years: 1, action: 复核",
        "stage: 全部, years: 2, action: 撤回",
        "stage: 全部, years: 3, action: 隐去",
    )
    write(project, FIRST, sound(FIRST, stage="移送起诉", review_on="2027-01-01"))
    write(project, SECOND, sound(SECOND, status="withdrawn", withdrawn=WITHDRAWN))
    assert main(["status"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "已发布：2 期通报，2 起案例；已撤回 1 起。",
        "已超期 3 项：",
        f"  2025-06-01  {OTHER}  李某涉嫌买卖账号案："
        "看案件有没有新的进展，改好后写上下次的复核日期（review_on）（刑事拘留满 1 年复核）",
        f"  2026-05-01  {FIRST}  王某等人涉嫌侵犯公民个人信息案：{WITHDRAW}（全部阶段满 2 年撤回）",
        f"  2026-06-01  {OTHER}  李某涉嫌买卖账号案：{WITHDRAW}（全部阶段满 2 年撤回）",
    ]


@time_machine.travel("2026-11-22T04:00:00+00:00")
def test_what_is_overdue_is_told_apart_from_what_is_coming(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules(
        project,
        "stage: 全部, offence: 侵公, years: 2, action: 撤回",
        "stage: 侦破, years: 1, action: 复核",
    )
    index = f"{DATONG}/index.md"
    write(project, index, sound(index, published="2024-12-01"))
    write(project, FIRST, sound(FIRST, offence="网络谣言", review_on="2026-11-21"))
    assert main(["status"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "已发布：2 期通报，3 起案例；已撤回 0 起。",
        "已超期 2 项：",
        f"  2026-11-21  {FIRST}  王某等人涉嫌侵犯公民个人信息案：复核后改写复核日期（review_on）",
        f"  2025-05-01  {SECOND}  编造停水消息案："
        "看案件有没有新的进展，改好后写上下次的复核日期（review_on）（侦破满 1 年复核）",
        "三十天内到保留期限的处理 1 项：",
        f"  2026-12-01  {OTHER}  李某涉嫌买卖账号案：{WITHDRAW}（全部阶段（侵公）满 2 年撤回）",
    ]


@time_machine.travel("2026-11-22T04:00:00+00:00")
def test_as_a_list_to_tick_off(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules(project, "stage: 全部, years: 2, action: 撤回")
    write(project, FIRST, sound(FIRST, status="draft", title="王某在@某站<b>#12涉嫌造谣案"))
    write(project, SECOND, sound(SECOND, stage=None))
    write(project, OTHER, sound(OTHER, review_on="2026-12-01"))
    index = f"{TAIYUAN}/index.md"
    write(project, index, sound(index, expected="3"))
    assert main(["status", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "## 有错误、读不出来的文件 1 个",
        "",
        f"- [ ] `{SECOND}`：改正错误",
        "",
        "## 已超期 1 项",
        "",
        f"- [ ] 2026-06-01 `{OTHER}` 李某涉嫌买卖账号案：{WITHDRAW}（全部阶段满 2 年撤回）",
        "",
        "## 草稿 1 起",
        "",
        f"- [ ] `{FIRST}` `王某在@某站<b>#12涉嫌造谣案`：核对后发布",
        "",
        "## 还没有文件的案例 1 起",
        "",
        f"- [ ] `{TAIYUAN}/03.md` 太原市公安局通报两起案例：补写，或者列入不发布的案例（omitted）",
        "",
        "## 三十天内要复核的案例 1 起",
        "",
        f"- [ ] 2026-12-01 `{OTHER}` 李某涉嫌买卖账号案：复核后改写复核日期（review_on）",
    ]


def test_nothing_to_tick_off_is_no_output_at_all(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["status", "--format", "markdown"]) == 0
    assert capsys.readouterr().out == ""


def test_a_list_for_everyone_names_nobody(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = "犯罪嫌疑人王建国侵犯公民个人信息案"
    write(project, FIRST, sound(FIRST, status="draft", title=title))
    for form in ("text", "markdown", "json"):
        assert main(["status", "--format", form]) == 0
        out = capsys.readouterr().out
        assert "犯罪嫌疑人***侵犯公民个人信息案" in out.replace("\\*", "*")
