"""The rules on the rules of retention, and on what they require of cases, at their edges."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casebook.checks import of_library
from casebook.law.proceedings.stage import STATED

from .sites import DATONG, TAIYUAN, copy_sound_site, library_of, report, sound

PAGE = "docs/corrections.md"


def page(*rules: str) -> dict[str, str]:
    """A page of corrections whose rules begin on line 4, without a text."""
    lines = "".join(f"  - {{{rule}}}\n" for rule in rules)
    return {PAGE: f"---\ntitle: 更正与撤回\nretention:\n{lines}---\n"}


def idle(line: int, first: int, action: str) -> str:
    return (
        f"{PAGE}:{line}:5: 这条规则不起作用：第 {first} 行的规则管着同样的案例，也是“{action}”，"
        "而且不比它晚。同一种处理，最早到期的算数：请删去其中一条，或改正办理阶段（stage）、类型（offence）、年数（years）。"
    )


@pytest.mark.parametrize(
    "rules",
    [
        ("stage: 侦破, years: 11, action: 复核", "stage: 侦破, years: 11, action: 隐去"),
        ("stage: 全部, years: 15, action: 撤回", "stage: 行政处罚, years: 14, action: 撤回"),
        (
            "stage: [侦破, 刑事拘留], years: 11, action: 复核",
            "stage: [刑事拘留, 移送起诉], years: 12, action: 复核",
        ),
        (
            "stage: 侦破, offence: 网络谣言, years: 11, action: 复核",
            "stage: 侦破, offence: 侵公, years: 11, action: 复核",
            "stage: 侦破, years: 12, action: 复核",
        ),
    ],
    ids=["another action", "earlier", "stages of its own", "groups"],
)
def test_sound(rules: tuple[str, ...], tmp_path: Path) -> None:
    assert report(tmp_path, page(*rules)) == []


def test_of_two_that_say_the_same_the_second_is_idle(tmp_path: Path) -> None:
    rule = "stage: 侦破, years: 11, action: 复核"
    assert report(tmp_path, page(rule, rule)) == [idle(5, 4, "复核")]


def test_a_later_day_makes_idle_wherever_it_stands(tmp_path: Path) -> None:
    rules = ("stage: 侦破, years: 12, action: 隐去", "stage: 全部, years: 11, action: 隐去")
    assert report(tmp_path, page(*rules)) == [idle(4, 5, "隐去")]


def test_all_stages_by_name_are_all(tmp_path: Path) -> None:
    named = ", ".join(STATED)
    rules = (f"stage: [{named}], years: 11, action: 撤回", "stage: 全部, years: 11, action: 撤回")
    assert report(tmp_path, page(*rules)) == [idle(5, 4, "撤回")]


def test_a_group_is_the_same_by_all_its_names(tmp_path: Path) -> None:
    rules = (
        "stage: 侦破, offence: 侵公, years: 11, action: 复核",
        "stage: 侦破, offence: 侵犯公民个人信息, years: 11, action: 复核",
    )
    assert report(tmp_path, page(*rules)) == [idle(5, 4, "复核")]


def test_an_unknown_group_may_be_that_of_a_page_that_cannot_be_read(tmp_path: Path) -> None:
    files = page("stage: 侦破, offence: 网络赌博, years: 11, action: 复核")
    unknown = (
        f"{PAGE}:4:26: 本站没有“网络赌博”这一类型。请从现有的类型里选；都不合适的，请联系维护人员。"
        "可选：侵犯公民个人信息、网络谣言。"
    )
    assert report(tmp_path / "whole", files) == [unknown]
    broken = {**files, "docs/offences/gambling.md": "---\ntitle: 网络赌博\n"}
    found = report(tmp_path / "broken", broken)
    assert [line for line in found if line.startswith(PAGE)] == []
    assert found


# What the rules require of cases

CASE = f"{TAIYUAN}/02.md"
INDEX = f"{TAIYUAN}/index.md"
WITHDRAWN = {"status": "withdrawn", "withdrawn": "{date: 2024-07-01, reason: 有误}"}


def found(root: Path, today: str, rule: str, grace: str = "", **changes: str) -> list[str]:
    """What a rule requires on a day of a case published on 2024-05-01, whose stage is 侦破."""
    copy_sound_site(root)
    files = {**page(rule), CASE: sound(CASE, **changes)}
    files[PAGE] = files[PAGE].replace("retention:", f"{grace}retention:")
    for path, text in files.items():
        (root / path).write_text(text, encoding="utf-8")
    problems = of_library(library_of(root), date.fromisoformat(today))
    return [problem.code for problem in problems if problem.path == CASE]


MASK = "stage: 侦破, years: 1, action: 隐去"
WITHDRAW = "stage: 全部, years: 1, action: 撤回"
REVIEW = "stage: 侦破, years: 1, action: 复核"


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("2025-04-30", []),
        ("2025-05-01", ["retention-due"]),
        ("2025-05-31", ["retention-due"]),
        ("2025-06-01", ["retention-overdue"]),
        ("2040-01-01", ["retention-overdue"]),
    ],
)
@pytest.mark.parametrize("rule", [MASK, WITHDRAW], ids=["mask", "withdraw"])
def test_what_is_due_and_what_is_overdue(
    rule: str, today: str, due: list[str], tmp_path: Path
) -> None:
    assert found(tmp_path, today, rule) == due


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("2025-04-30", []),
        ("2025-05-01", ["retention-review"]),
        ("2040-01-01", ["retention-review"]),
    ],
)
def test_a_review_is_never_overdue_so_that_a_build_is_refused(
    today: str, due: list[str], tmp_path: Path
) -> None:
    assert found(tmp_path, today, REVIEW) == due


@pytest.mark.parametrize(
    ("grace", "today", "due"),
    [
        ("0", "2025-05-01", ["retention-due"]),
        ("0", "2025-05-02", ["retention-overdue"]),
        ("365", "2026-05-01", ["retention-due"]),
        ("365", "2026-05-02", ["retention-overdue"]),
    ],
)
def test_the_page_says_how_many_days_of_grace_there_are(
    grace: str, today: str, due: list[str], tmp_path: Path
) -> None:
    assert found(tmp_path, today, WITHDRAW, f"enforce_after_days: {grace}\n") == due


@pytest.mark.parametrize(
    ("review_on", "today", "due"),
    [
        ("2025-06-01", "2025-05-31", []),
        ("2025-06-01", "2025-06-01", ["retention-due", "review-due"]),
        ("2025-06-01", "2025-07-01", ["retention-due", "review-due"]),
        ("2025-06-01", "2025-07-02", ["retention-overdue", "review-due"]),
        ("2024-06-01", "2025-05-01", ["retention-due", "review-due"]),
    ],
)
def test_masking_that_a_review_put_off_has_its_days_of_grace_again(
    review_on: str, today: str, due: list[str], tmp_path: Path
) -> None:
    assert found(tmp_path, today, MASK, review_on=review_on) == due


def test_a_review_that_is_due_by_its_day_is_reported_once(tmp_path: Path) -> None:
    assert found(tmp_path, "2026-11-22", REVIEW, review_on="2026-11-22") == ["review-due"]


@pytest.mark.parametrize("rule", [MASK, WITHDRAW, REVIEW], ids=["mask", "withdraw", "review"])
@pytest.mark.parametrize("changes", [{"status": "draft"}, WITHDRAWN], ids=["draft", "withdrawn"])
def test_nothing_is_due_for_what_is_not_published(
    rule: str, changes: dict[str, str], tmp_path: Path
) -> None:
    assert found(tmp_path, "2040-01-01", rule, **changes) == []


def test_a_withdrawn_case_is_not_reviewed(tmp_path: Path) -> None:
    assert found(tmp_path, "2026-11-22", REVIEW, **WITHDRAWN, review_on="2025-01-01") == []
    assert found(tmp_path, "2026-11-22", REVIEW, **WITHDRAWN, review_on="2099-01-01") == []


@pytest.mark.parametrize(
    ("today", "review_on", "due"),
    [
        ("2026-11-22", "2029-11-22", []),
        ("2026-11-22", "2029-11-23", ["review-far"]),
        ("2026-11-22", "9999-12-31", ["review-far"]),
        ("2024-02-29", "2027-02-28", []),
        ("2024-02-29", "2027-03-01", ["review-far"]),
    ],
)
def test_a_review_is_not_put_off_for_ever(
    today: str, review_on: str, due: list[str], tmp_path: Path
) -> None:
    late = "stage: 全部, years: 50, action: 撤回"
    codes = found(tmp_path, today, late, review_on=review_on)
    assert [code for code in codes if code != "date-in-future"] == due


@pytest.mark.parametrize(
    ("published", "today", "due"),
    [
        ("2024-02-29", "2025-02-27", []),
        ("2024-02-29", "2025-02-28", ["retention-due"]),
        ("2024-02-29", "2025-03-30", ["retention-due"]),
        ("2024-02-29", "2025-03-31", ["retention-overdue"]),
    ],
)
def test_a_bulletin_of_a_leap_day(
    published: str, today: str, due: list[str], tmp_path: Path
) -> None:
    found(tmp_path, today, WITHDRAW)
    (tmp_path / INDEX).write_text(sound(INDEX, published=published), encoding="utf-8")
    problems = of_library(library_of(tmp_path), date.fromisoformat(today))
    codes = [one.code for one in problems if one.path == CASE]
    assert [code for code in codes if code != "date-after-bulletin"] == due


def test_a_page_that_cannot_be_read_is_reported_itself_and_requires_nothing(
    tmp_path: Path,
) -> None:
    lines = report(tmp_path, {PAGE: "---\ntitle: 更正与撤回\nretention: 是\n---\n"})
    assert lines == [f"{PAGE}:3:12: 保留期限（retention）应是列表。请每项一行，以“- ”开头。"]


def test_a_page_without_rules_requires_nothing(tmp_path: Path) -> None:
    assert report(tmp_path, {PAGE: "---\ntitle: 更正与撤回\n---\n"}) == []


def test_every_action_is_reported_by_itself(tmp_path: Path) -> None:
    rules = (
        "stage: 刑事拘留, years: 1, action: 复核",
        "stage: 刑事拘留, years: 2, action: 隐去",
        "stage: 刑事拘留, offence: 侵公, years: 1, action: 撤回",
    )
    assert [line.partition("（")[0] for line in report(tmp_path, page(*rules))] == [
        f"{DATONG}/01.md:1:1: 本案 2025-06-01 到保留期限，已超过 30 天，还没有撤回",
        f"{DATONG}/01.md:1:1: 本案 2026-06-01 到保留期限，已超过 30 天，还没有隐去",
        f"{DATONG}/01.md:1:1: 本案 2025-06-01 应当复核，还没有写下次复核的日期",
    ]
