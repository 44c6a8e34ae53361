"""Rules of retention: which case they are about, their day, and when they are done with."""

# ruff: noqa: E501 - a message stays in one piece, so that it can be searched for

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casebook.content.contents import Case
from casebook.content.due_dates import all_due, anniversary, due
from casebook.content.page_model import CorrectionsFields
from casebook.content.retention_rule import Action, RetentionRule
from casebook.law.proceedings.stage import STATED, Stage

from ..sites.make import Content
from .small_site import SmallSite, written
from .test_validation import fields, refused

BULLETIN, FIRST = "2024-09-01-shanxi", "2024-09-01-shanxi/01"
TODAY = date(2026, 11, 22)
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "有误"}}


def rule(stage: str | list[str], years: int, action: str, offence: str | None = None):
    told = {"stage": stage, "years": str(years), "action": action, "offence": offence}
    return RetentionRule.model_validate({key: value for key, value in told.items() if value})


def as_written(one: RetentionRule) -> dict[str, object]:
    return {"stage": list(one.stage), "years": one.years, "action": one.action.value}


@pytest.fixture
def content(tmp_path: Path) -> Content:
    made = Content(tmp_path)
    made.offence("posters", "网络水军", aliases=["水军"], order=1)
    made.offence("hacking", "网络黑客", order=2)
    return made


def case(content: Content, **changes: object) -> Case:
    """A case of a bulletin of 2024-09-01, of the group 网络水军 and the stage 刑事拘留."""
    content.case(FIRST, **changes)
    found = content.library().case(FIRST)
    assert found is not None
    return found


def told(rules: list[RetentionRule], one: Case, today: date = TODAY) -> list[tuple[str, str]]:
    return [(each.day.isoformat(), each.action.value) for each in due(rules, one, today)]


# Days


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        ("2024-09-01", 1, "2025-09-01"),
        ("2024-02-29", 1, "2025-02-28"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2096-02-29", 4, "2100-02-28"),
        ("2023-02-28", 1, "2024-02-28"),
        ("9990-12-31", 50, "9999-12-31"),
    ],
)
def test_anniversaries(day: str, years: int, expected: str) -> None:
    assert anniversary(date.fromisoformat(day), years) == date.fromisoformat(expected)


# Which cases


@pytest.mark.parametrize(
    ("stage", "offence", "matches"),
    [
        ("刑事拘留", None, True),
        (["侦破", "刑事拘留"], None, True),
        ("全部", None, True),
        ("侦破", None, False),
        ("刑事拘留", "网络水军", True),
        ("刑事拘留", "水军", True),
        ("刑事拘留", "网络黑客", False),
        ("侦破", "网络水军", False),
    ],
)
def test_a_rule_matches_by_stage_and_group(content, stage, offence, matches) -> None:
    expected = [("2025-09-01", "复核")] if matches else []
    assert told([rule(stage, 1, "复核", offence)], case(content)) == expected


def test_any_of_a_cases_groups_counts(content) -> None:
    one = case(content, offence=["网络水军", "网络黑客"])
    assert told([rule("全部", 2, "撤回", "网络黑客")], one) == [("2026-09-01", "撤回")]


def test_the_stage_is_the_current_one(content) -> None:
    one = case(content, updates=[{"date": "2025-03", "stage": "判决生效"}])
    rules = [rule("刑事拘留", 1, "复核"), rule("判决生效", 3, "隐去")]
    assert told(rules, one) == [("2027-09-01", "隐去")]


def test_all_rules_that_match_apply_the_next_day_first(content) -> None:
    rules = [rule("全部", 5, "撤回"), rule("刑事拘留", 1, "复核"), rule("全部", 3, "隐去")]
    assert told(rules, case(content)) == [
        ("2025-09-01", "复核"),
        ("2027-09-01", "隐去"),
        ("2029-09-01", "撤回"),
    ]


def test_of_those_that_ask_for_the_same_the_earliest_stands_for_all(content) -> None:
    special = rule("刑事拘留", 9, "撤回", "网络水军")
    assert told([special, rule("全部", 5, "撤回")], case(content)) == [("2029-09-01", "撤回")]
    first, second = rule("全部", 5, "撤回"), rule("刑事拘留", 5, "撤回")
    (found,) = due([first, second], case(content), TODAY)
    assert found.rule is first


# Done with


@pytest.mark.parametrize(
    ("review_on", "expected"),
    [
        (None, ["复核", "隐去", "撤回"]),
        ("2026-11-21", ["撤回", "隐去"]),
        ("2026-11-22", ["撤回", "隐去"]),
        ("2026-11-23", ["撤回"]),
    ],
)
def test_the_next_review_puts_off_all_but_a_withdrawal(content, review_on, expected) -> None:
    rules = [rule("全部", 1, action) for action in ("复核", "隐去", "撤回")]
    one = case(content, review_on=review_on)
    assert [action for _, action in told(rules, one)] == expected


@pytest.mark.parametrize(
    ("review_on", "day"),
    [(None, "2025-09-01"), ("2025-08-31", "2025-09-01"), ("2026-11-22", "2026-11-22")],
)
def test_what_a_review_put_off_is_due_on_its_day(content, review_on, day) -> None:
    """Otherwise it would be years overdue on that very day."""
    assert told([rule("全部", 1, "隐去")], case(content, review_on=review_on)) == [(day, "隐去")]


@pytest.mark.parametrize("review_on", ["2025-01-01", "2025-09-01", "2026-11-22", "2027-01-01"])
def test_a_case_with_a_day_for_its_review_has_no_other_day_for_it(content, review_on) -> None:
    assert told([rule("全部", 1, "复核")], case(content, review_on=review_on)) == []


def test_what_is_due_in_a_library_until_a_day(content) -> None:
    content.case(FIRST, stage="判决生效")
    content.case("2024-02-29-shanxi/01")
    content.case("2024-02-29-shanxi/02", status="draft")
    rules = [rule("全部", 5, "撤回"), rule("判决生效", 3, "隐去"), rule("刑事拘留", 1, "复核")]
    content.page("corrections.md", "更正与撤回", retention=[as_written(one) for one in rules])
    found = {
        day: [
            (one.id, due.day.isoformat(), due.action.value)
            for one, due in all_due(content.library(), date.fromisoformat(day), TODAY)
        ]
        for day in ("2025-02-27", "2025-02-28", "2027-09-01", "2029-02-28")
    }
    review = ("2024-02-29-shanxi/01", "2025-02-28", "复核")
    mask = (FIRST, "2027-09-01", "隐去")
    assert found == {
        "2025-02-27": [],
        "2025-02-28": [review],
        "2027-09-01": [review, mask],
        "2029-02-28": [review, ("2024-02-29-shanxi/01", "2029-02-28", "撤回"), mask],
    }


def test_without_rules_nothing_is_due(content) -> None:
    content.case(FIRST)
    assert list(all_due(content.library(), date.max, TODAY)) == []
    content.page("corrections.md", "更正与撤回")
    assert list(all_due(content.library(), date.max, TODAY)) == []


@pytest.mark.parametrize("fields", [WITHDRAWN, {"status": "draft"}], ids=["withdrawn", "draft"])
def test_nothing_is_due_for_what_is_not_on_the_site(content, fields) -> None:
    rules = [rule("全部", 1, action) for action in ("复核", "隐去", "撤回")]
    assert told(rules, case(content, **fields)) == []


# What an editor writes


def test_the_fields_of_a_rule() -> None:
    (found,) = fields(
        CorrectionsFields, retention="[{stage: 侦破, offence: 水军, years: 2, action: 隐去}]"
    ).retention
    assert (found.stages, found.offence) == ({Stage.CLEARED}, "水军")
    assert (found.years, found.action) == (2, Action.MASK)
    assert rule("全部", 1, "复核").stages == set(STATED)


@pytest.mark.parametrize(("written", "days"), [("0", 0), ("30", 30), ("365", 365)])
def test_days_of_grace(written: str, days: int) -> None:
    assert fields(CorrectionsFields, enforce_after_days=written).enforce_after_days == days


def test_days_of_grace_are_thirty_unless_told() -> None:
    assert fields(CorrectionsFields).enforce_after_days == 30


@pytest.mark.parametrize("written", ["366", "-1", "030", "3.5", "30天", "３０", "一个月"])
def test_rotten_days_of_grace(written: str) -> None:
    assert refused(CorrectionsFields, enforce_after_days=written) == [
        f"x.md:3:21: 宽限天数（enforce_after_days）写的“{written}”不是天数。"
        "请写 0 至 365 的整数，只用半角数字，不加“天”。"
    ]


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (rule("全部", 5, "撤回"), "全部阶段满 5 年撤回"),
        (rule(["侦破", "刑事拘留"], 1, "复核", "水军"), "刑事拘留（水军）满 1 年复核"),
    ],
)
def test_the_text_of_a_rule_names_the_stage_of_the_case(one: RetentionRule, text: str) -> None:
    assert one.text_for(Stage.DETAINED) == text


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (
            "{stage: 刑拘, years: 1, action: 复核}",
            "x.md:3:21: 保留期限·办理阶段（retention 第1项 stage）写的“刑拘”不在允许的范围内。最接近的写法：“刑事拘留”。"
            "可选：立案侦查、侦破、刑事拘留、采取刑事强制措施、不批准逮捕、移送起诉、提起公诉、一审判决、判决生效、再审、撤销案件、不起诉、判决无罪、行政处罚、批评教育、全部。",
        ),
        (
            "{stage: 全部, years: 1, action: 删除}",
            "x.md:3:43: 保留期限·处理（retention 第1项 action）写的“删除”不在允许的范围内。可选：复核、隐去、撤回。",
        ),
        (
            "{stage: 全部, years: 0, action: 撤回}",
            "x.md:3:32: 保留期限·年数（retention 第1项 years）写的“0”不是年数。"
            "请写 1 至 50 的整数，只用半角数字，不加“年”。",
        ),
        (
            "{stage: 全部, action: 撤回}",
            "x.md:3:13: 缺少必填的保留期限·年数（retention 第1项 years）。请补上这一行。",
        ),
        (
            "{stage: [侦破, 侦破], years: 1, action: 撤回}",
            "x.md:3:21: 保留期限·办理阶段（retention 第1项 stage）里“侦破”写了两次。请只留一处。",
        ),
        (
            "{stage: 全部, year: 1, years: 1, action: 撤回}",
            "x.md:3:25: 没有“year”这一项。最接近的写法：“years”。",
        ),
    ],
)
def test_a_rotten_rule(written: str, problem: str) -> None:
    assert refused(CorrectionsFields, retention=f"[{written}]") == [problem]


# The file


PAGE = {"title": "更正与撤回"}
RULES = "[{stage: 全部, years: 5, action: 撤回}]"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    site.offence("testing")
    site.bulletin("2024-09-12-taiyuan")
    site.case("2024-09-12-taiyuan/01")
    return site


def test_the_page_that_holds_the_rules(site) -> None:
    site.write("docs/corrections.md", written(PAGE, {"retention": RULES}, "说明。\n"))
    library = site.library()
    page = library.corrections
    assert (page.uri, page.title, page.document.body) == (
        "corrections.md",
        *PAGE.values(),
        "说明。\n",
    )
    assert [(one.stage, one.years) for one in page.fields.retention] == [(("全部",), 5)]
    assert list(library.contents)[-1] is page
    assert library.pages == ()


def test_a_broken_page_has_no_rules(site) -> None:
    site.write("docs/corrections.md", written(PAGE, {"retention": "是"}))
    library, problems = site.load()
    assert problems == [
        "docs/corrections.md:3:12: 保留期限（retention）应是列表。请每项一行，以“- ”开头。"
    ]
    assert library.corrections is None
    assert library.broken == {"corrections.md": "docs/corrections.md"}
