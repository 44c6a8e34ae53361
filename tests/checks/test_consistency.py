"""The rules on numbers, dates, stages and titles, each at its edges."""

# ruff: noqa: E501 - a line of a report stays in one piece, so that it can be searched for

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.content.problem import Severity

from .sites import DATONG, TAIYUAN, problems_of, report, sound

INDEX, FIRST, SECOND, OTHER = (
    f"{TAIYUAN}/index.md",
    f"{TAIYUAN}/01.md",
    f"{TAIYUAN}/02.md",
    f"{DATONG}/01.md",
)

# How many cases


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({SECOND: sound(SECOND, status="draft")}, id="a draft counts"),
        pytest.param(
            {
                SECOND: sound(
                    SECOND, status="withdrawn", withdrawn="{date: 2024-07-01, reason: 核对中}"
                )
            },
            id="a withdrawn case counts",
        ),
        pytest.param(
            {INDEX: sound(INDEX, expected="3", omitted="[{number: 3, reason: 核对中}]")},
            id="an omitted case counts",
        ),
    ],
)
def test_cases_that_count(files: dict[str, str], tmp_path: Path) -> None:
    assert report(tmp_path, files) == []


def test_an_unread_case_counts_and_is_reported_once(tmp_path: Path) -> None:
    assert report(tmp_path, {SECOND: sound(SECOND, stage=None)}) == [
        f"{SECOND}:1:1: 缺少必填的办理阶段（stage）。请补上这一行。"
    ]


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        (
            {"expected": "1"},
            [
                f"{SECOND}:1:1: 编号 2 不在 1 至 1 之间。请改正编号，或改正 index.md 里的案例数（expected）。",
                f"{INDEX}:5:11: 通报宣布 1 起案例，这里有 2 个案例文件、0 个不发布的案例。两者相加应等于案例数（expected）。",
            ],
        ),
        (
            {"expected": "5", "omitted": "[{number: 4, reason: 核对中}]"},
            [
                f"{INDEX}:5:11: 通报宣布 5 起案例，这里有 2 个案例文件、1 个不发布的案例。缺少编号 03、05。两者相加应等于案例数（expected）。"
            ],
        ),
        (
            {"expected": "12"},
            [
                f"{INDEX}:5:11: 通报宣布 12 起案例，这里有 2 个案例文件、0 个不发布的案例。缺少编号 03、04、05、06、07。两者相加应等于案例数（expected）。"
            ],
        ),
        (
            {"expected": "3", "omitted": "[{number: 4, reason: 核对中}]"},
            [
                f"{INDEX}:7:20: 编号 4 不在 1 至 3 之间。请改正编号，或改正 index.md 里的案例数（expected）。"
            ],
        ),
        (
            {"expected": "3", "omitted": "[{number: 1, reason: 核对中}]"},
            [
                f"{INDEX}:7:20: 编号 1 已列为不发布，却有同号的案例文件。请删去不发布的案例（omitted）中的这一项，或移走文件 {FIRST}。"
            ],
        ),
    ],
    ids=[
        "too many files",
        "gaps are named",
        "five gaps at most",
        "omitted beyond the last",
        "omitted and present",
    ],
)
def test_numbers(changes: dict[str, str], lines: list[str], tmp_path: Path) -> None:
    assert report(tmp_path, {INDEX: sound(INDEX, **changes)}) == lines


def test_number_zero_is_in_no_bulletin(tmp_path: Path) -> None:
    assert report(tmp_path, {f"{TAIYUAN}/00.md": sound(SECOND, title="编造停电消息案")}) == [
        f"{TAIYUAN}/00.md:1:1: 编号 0 不在 1 至 2 之间。请改正编号，或改正 index.md 里的案例数（expected）。",
        f"{INDEX}:5:11: 通报宣布 2 起案例，这里有 3 个案例文件、0 个不发布的案例。两者相加应等于案例数（expected）。",
    ]


@pytest.mark.parametrize("longer", ["002.md", "0002.md"])
def test_of_two_files_with_one_number_the_longer_name_is_reported(
    longer: str, tmp_path: Path
) -> None:
    files = {
        INDEX: sound(INDEX, expected="3"),
        f"{TAIYUAN}/{longer}": sound(SECOND, title="编造停电消息案"),
    }
    assert (
        f"{TAIYUAN}/{longer}:1:1: 编号 2 有两个文件：{TAIYUAN}/{longer} 和 {SECOND}。请只留一个。"
        in report(tmp_path, files)
    )


# Withdrawal


@pytest.mark.parametrize("status", [None, "published", "draft"])
def test_a_withdrawal_wants_the_status(status: str | None, tmp_path: Path) -> None:
    case = sound(SECOND, status=status, withdrawn="{date: 2024-07-01, reason: 核对中}")
    line = 9 if status else 8
    assert report(tmp_path, {SECOND: case}) == [
        f"{SECOND}:{line}:12: 写了撤回（withdrawn）的日期和原因，状态（status）却是 {status or 'published'}。请把状态（status）改为 withdrawn，或删去撤回（withdrawn）。"
    ]


def test_the_status_wants_a_withdrawal(tmp_path: Path) -> None:
    assert report(tmp_path, {SECOND: sound(SECOND, status="withdrawn")}) == [
        f"{SECOND}:8:9: 状态（status）为 withdrawn，却没有写撤回的日期和原因。请加上撤回（withdrawn），里面写日期（date）和原因（reason）。"
    ]


# Dates


@pytest.mark.parametrize(
    "date", ["2024-05-01", "2024-05", "2024", "2024-04-30", "2024-04", "2023", "1999-12-31"]
)
def test_case_dates_up_to_the_bulletin(date: str, tmp_path: Path) -> None:
    assert report(tmp_path, {SECOND: sound(SECOND, date=date)}) == []


@pytest.mark.parametrize("date", ["2024-05-02", "2024-06", "2025", "2026-11-22", "2026-11"])
def test_case_dates_after_the_bulletin(date: str, tmp_path: Path) -> None:
    assert report(tmp_path, {SECOND: sound(SECOND, date=date)}) == [
        f"{SECOND}:3:7: 案件日期 {date} 晚于通报的发布日期 2024-05-01。日期是发现或侦破的日期，请对照通报核对。"
    ]


def test_a_month_may_hold_the_day_of_the_bulletin(tmp_path: Path) -> None:
    folder = "cases/2024-07-15-yangquan"
    files = {
        f"{folder}/index.md": sound(INDEX, published="2024-07-15", expected="1"),
        f"{folder}/01.md": sound(SECOND, title="编造停电消息案", date="2024-07"),
    }
    assert report(tmp_path, files) == []


@pytest.mark.parametrize("date", ["2026-11-23", "2026-12", "2027"])
def test_a_future_case_date_is_reported_once(date: str, tmp_path: Path) -> None:
    assert report(tmp_path, {SECOND: sound(SECOND, date=date)}) == [
        f"{SECOND}:3:7: 发现或侦破日期（date）写的 {date} 还没有到。今天是 2026-11-22，请核对年份和月份。"
    ]


HAPPENED = {
    "后续进展·日期（updates 第1项 date）": ("updates", "[{{date: {}, stage: 移送起诉}}]", "8:18"),
    "更正·日期（corrections 第1项 date）": (
        "corrections",
        "[{{date: {}, note: 更正人数}}]",
        "8:22",
    ),
}


@pytest.mark.parametrize("field", HAPPENED)
def test_nothing_has_happened_after_today(field: str, tmp_path: Path) -> None:
    key, value, place = HAPPENED[field]
    assert (
        report(tmp_path / "today", {SECOND: sound(SECOND, **{key: value.format("2026-11-22")})})
        == []
    )
    assert report(
        tmp_path / "tomorrow", {SECOND: sound(SECOND, **{key: value.format("2026-11-23")})}
    ) == [
        f"{SECOND}:{place}: {field}写的 2026-11-23 还没有到。今天是 2026-11-22，请核对年份和月份。"
    ]


def test_nothing_is_withdrawn_after_today(tmp_path: Path) -> None:
    case = sound(SECOND, status="withdrawn", withdrawn="{date: 2026-11-23, reason: 核对中}")
    assert report(tmp_path, {SECOND: case}) == [
        f"{SECOND}:9:19: 撤回·日期（withdrawn date）写的 2026-11-23 还没有到。今天是 2026-11-22，请核对年份和月份。"
    ]


def test_no_bulletin_is_published_after_today(tmp_path: Path) -> None:
    folder = "cases/2026-11-23-yangquan"
    files = {
        f"{folder}/index.md": sound(INDEX, published="2026-11-23", expected="1"),
        f"{folder}/01.md": sound(SECOND, title="编造停电消息案"),
    }
    assert report(tmp_path, files) == [
        f"{folder}/index.md:4:12: 发布日期（published）写的 2026-11-23 还没有到。今天是 2026-11-22，请核对年份和月份。"
    ]


def test_todays_bulletin_is_no_future_one(tmp_path: Path) -> None:
    folder = "cases/2026-11-22-yangquan"
    files = {
        f"{folder}/index.md": sound(INDEX, published="2026-11-22", expected="1"),
        f"{folder}/01.md": sound(SECOND, title="编造停电消息案", date="2026-11-22"),
    }
    assert report(tmp_path, files) == []


# Later steps


def updates(*steps: tuple[str, str]) -> str:
    """The value of `updates` on one line."""
    return "[" + ", ".join(f"{{date: {date}, stage: {stage}}}" for date, stage in steps) + "]"


@pytest.mark.parametrize(
    "dates",
    [
        ("2024-04-02",),
        ("2024-04",),
        ("2024",),
        ("2024-07-01", "2024-07-01"),
        ("2024-07-15", "2024-07"),
        ("2024-07-15", "2024"),
        ("2024", "2024-07-15"),
        ("2024-06", "2024-07", "2025"),
    ],
)
def test_updates_in_order(dates: tuple[str, ...], tmp_path: Path) -> None:
    steps = updates(*((date, "移送起诉") for date in dates))
    assert report(tmp_path, {SECOND: sound(SECOND, updates=steps)}) == []


@pytest.mark.parametrize(
    ("dates", "line"),
    [
        (
            ("2024-04-01",),
            f"{SECOND}:8:18: 后续进展的日期 2024-04-01 早于案件日期 2024-04-02。请核对两个日期。",
        ),
        (
            ("2024-03",),
            f"{SECOND}:8:18: 后续进展的日期 2024-03 早于案件日期 2024-04-02。请核对两个日期。",
        ),
        (
            ("2024-07-15", "2024-07-14"),
            f"{SECOND}:8:51: 后续进展的日期 2024-07-14 早于前一条的 2024-07-15。请按日期先后排列。",
        ),
        (
            ("2024-07", "2024-06-30"),
            f"{SECOND}:8:48: 后续进展的日期 2024-06-30 早于前一条的 2024-07。请按日期先后排列。",
        ),
        (
            ("2025", "2024"),
            f"{SECOND}:8:45: 后续进展的日期 2024 早于前一条的 2025。请按日期先后排列。",
        ),
    ],
)
def test_updates_out_of_order(dates: tuple[str, ...], line: str, tmp_path: Path) -> None:
    steps = updates(*((date, "移送起诉") for date in dates))
    assert report(tmp_path, {SECOND: sound(SECOND, updates=steps)}) == [line]


CRIMINAL_ORDER = (
    ("立案侦查",),
    ("侦破",),
    ("刑事拘留", "采取刑事强制措施"),
    ("移送起诉",),
    ("提起公诉",),
    ("一审判决",),
    ("判决生效",),
)
STEPS = {stage: step for step, stages in enumerate(CRIMINAL_ORDER) for stage in stages}


@pytest.mark.parametrize("later", STEPS)
@pytest.mark.parametrize("earlier", STEPS)
def test_no_stage_goes_back(earlier: str, later: str, tmp_path: Path) -> None:
    case = sound(SECOND, stage=earlier, updates=updates(("2024-07", later)))
    expected = [
        f"{SECOND}:8:34: 阶段从“{earlier}”退回到“{later}”。请按办理的先后排列；没有批准逮捕、撤案、不起诉、再审都有自己的阶段；发回重审的，办理阶段（stage）写“一审判决”，办理步骤（step）写“发回重审”。"
    ]
    assert report(tmp_path, {SECOND: case}) == (expected if STEPS[later] < STEPS[earlier] else [])


@pytest.mark.parametrize("stage", [*STEPS, "行政处罚"])
def test_a_penalty_may_stand_before_and_after_every_stage(stage: str, tmp_path: Path) -> None:
    for name, earlier, later in (("before", "行政处罚", stage), ("after", stage, "行政处罚")):
        case = sound(SECOND, stage=earlier, updates=updates(("2024-07", later)))
        assert report(tmp_path / name, {SECOND: case}) == []


def test_each_update_is_held_against_the_one_before(tmp_path: Path) -> None:
    steps = updates(("2024-05", "提起公诉"), ("2024-06", "移送起诉"), ("2024-07", "立案侦查"))
    hint = "请按办理的先后排列；没有批准逮捕、撤案、不起诉、再审都有自己的阶段；发回重审的，办理阶段（stage）写“一审判决”，办理步骤（step）写“发回重审”。"
    assert report(tmp_path, {SECOND: sound(SECOND, updates=steps)}) == [
        f"{SECOND}:8:64: 阶段从“提起公诉”退回到“移送起诉”。{hint}",
        f"{SECOND}:8:94: 阶段从“移送起诉”退回到“立案侦查”。{hint}",
    ]


def test_the_whole_way_is_allowed(tmp_path: Path) -> None:
    way = [stage for stages in CRIMINAL_ORDER for stage in stages]
    steps = updates(*((f"2024-{month:02}", stage) for month, stage in enumerate(way[1:], 5)))
    assert report(tmp_path, {SECOND: sound(SECOND, stage=way[0], updates=steps)}) == []


# Titles


def test_the_same_title_within_a_bulletin_is_an_error(tmp_path: Path) -> None:
    report(tmp_path, {FIRST: sound(FIRST, title="编造停水消息案")})
    (problem,) = problems_of(tmp_path)
    assert str(problem) == (f"{SECOND}:2:8: 标题与 {FIRST} 相同。请写得更具体，使读者能分清两案。")
    assert problem.severity is Severity.ERROR


def test_the_same_title_in_another_bulletin_is_a_warning(tmp_path: Path) -> None:
    report(tmp_path, {OTHER: sound(OTHER, title="编造停水消息案")})
    (problem,) = problems_of(tmp_path)
    assert str(problem) == (
        f"{OTHER}:2:8: 标题与 {SECOND} 相同。若是同一案件，用另见通报（also_in）或相关案例（related）写明；否则请写得更具体。"
    )
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("path", "other"), [(OTHER, "2024-05-01-taiyuan/02"), (SECOND, "2024-06-01-datong/01")]
)
def test_the_hint_on_equal_titles_settles_them(path: str, other: str, tmp_path: Path) -> None:
    files = {OTHER: sound(OTHER, title="编造停水消息案")}
    changes = {"title": "编造停水消息案", "related": other}
    assert report(tmp_path, files | {path: sound(path, **changes)}) == []


def test_every_later_title_is_held_against_the_first(tmp_path: Path) -> None:
    title = "王某等人涉嫌侵犯公民个人信息案"
    files = {path: sound(path, title=title) for path in (SECOND, OTHER)}
    assert report(tmp_path, files) == [
        f"{SECOND}:2:8: 标题与 {FIRST} 相同。请写得更具体，使读者能分清两案。",
        f"{OTHER}:2:8: 标题与 {FIRST} 相同。若是同一案件，用另见通报（also_in）或相关案例（related）写明；否则请写得更具体。",
    ]


# Review


@pytest.mark.parametrize("due", ["2024-01-01", "2026-11-21", "2026-11-22"])
def test_a_review_that_is_due_is_a_warning(due: str, tmp_path: Path) -> None:
    report(tmp_path, {SECOND: sound(SECOND, review_on=due)})
    (problem,) = problems_of(tmp_path)
    assert str(problem) == (
        f"{SECOND}:8:12: 复核日期 {due} 已到。请重新核对本案，再改写复核日期（review_on）。"
    )
    assert problem.severity is Severity.WARNING


def test_a_review_to_come_is_none(tmp_path: Path) -> None:
    assert report(tmp_path, {SECOND: sound(SECOND, review_on="2026-11-23")}) == []
