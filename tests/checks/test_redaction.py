"""Reports are public: nothing that a file should not say is spread by what is said of it."""

# ruff: noqa: E501 - a row of a table stays in one piece

from __future__ import annotations

import pytest

from casebook.checks.redaction import redacted
from casebook.content.problem import START, FieldName, Problem

from .personal_examples import ALARMS
from .sites import TAIYUAN, copy_sound_site, problems_of, sound

CASE = f"{TAIYUAN}/02.md"
OF_NAMES = ("name-", "minor-", "administrative-")
"""Codes of what is told by words and not by a value."""

SENTENCES = [
    sentence
    for code, sentences in ALARMS.items()
    for sentence in sentences
    if not code.startswith(OF_NAMES)
]
VALUES = [one[one.index("‹") + 1 : one.index("›")] for one in SENTENCES]


def test_a_quoted_value_is_half_hidden() -> None:
    problem = Problem.of(
        "date", "x.md", START, "date", found="电话13800138000", expected="写成 2024-04-09"
    )
    assert redacted(problem).message == "“date”写的“电话13*******00”不是日期。"
    assert redacted(problem).hint == problem.hint


@pytest.mark.parametrize("form", ["({})", "{}，,", "他 说：{} 。", '"{}"'])
def test_no_report_has_a_value_whole(form: str, tmp_path) -> None:
    copy_sound_site(tmp_path)
    plain = (one.replace("‹", "").replace("›", "") for one in SENTENCES)
    body = "\n\n".join(form.format(one) for one in plain)
    (tmp_path / CASE).write_text(sound(CASE, body), encoding="utf-8")
    report = [str(redacted(one)) for one in problems_of(tmp_path)]
    assert len(report) >= len(VALUES)
    assert [value for value in VALUES if any(value in line for line in report)] == []


MISPLACED = {
    "unknown-field": "nearest", "allow-unknown": "nearest", "not-in-list": "nearest allowed",
    "city-unknown": "nearest", "province-unknown": "nearest", "district-unknown": "nearest city",
    "offence-unknown": "nearest", "charge-unknown": "nearest", "yaml-tag": "", "date": "expected",
    "count": "", "quiz-answer": "nearest", "case-id": "", "bulletin-id": "", "related-unknown": "nearest",
}  # fmt: skip
"""Codes of values that are no allowed ones, with what else fills their messages."""


@pytest.mark.parametrize("name", ["王建国", "李四", "陶志刚", "欧阳明月", "张伟", "诸葛明"])
@pytest.mark.parametrize("code", MISPLACED)
def test_a_name_in_a_wrong_place_is_hidden(code: str, name: str) -> None:
    others = dict.fromkeys(MISPLACED[code].split(), "")
    for written in (name, f"!{name}", f"{name}、太原市", f"[{name}"):
        problem = Problem.of(code, "x.md", START, "stage", found=written, **others)
        assert name in problem.message
        shown = redacted(problem)
        assert name not in f"{shown}{shown.as_dict()}"
        assert "*" in shown.message


@pytest.mark.parametrize("number", ["13800138000", "123456789", "6222 0212 3456", "2024050112"])
@pytest.mark.parametrize("code", ["unknown-field", "allow-unknown", "not-in-list", "city-unknown"])
def test_a_number_in_a_wrong_place_is_hidden(code: str, number: str) -> None:
    problem = Problem.of(code, "x.md", START, "stage", found=number, nearest="", allowed="")
    assert number in problem.message
    assert number not in str(redacted(problem))


def test_a_field_called_after_a_person_is_hidden() -> None:
    name = FieldName("figures.王建国", "其他数据")
    problem = Problem.of("duplicate-key", "x.md", START, name, first=2)
    assert redacted(problem).message == "其他数据（figures ***）写了两次，第 2 行已经有了。"
    assert redacted(problem).field == "figures.***"


@pytest.mark.parametrize(
    ("code", "found"),
    [("city-unknown", "太原"), ("city-unknown", "高平"), ("city-unknown", "晋原市"), ("district-unknown", "晋原区"),
     ("not-in-list", "移送审查起诉"), ("not-in-list", "侦破"), ("offence-unknown", "网络造谣"), ("date", "2024年4月2日"),
     ("amount", "3万美元"), ("unknown-field", "citys"), ("file-stray", "说明.txt"), ("charge-unknown", "侵犯个人信息罪"),
     ("repeated-value", "太原市"), ("wording-word", "帐号"), ("wording-guilt", "犯罪分子"), ("total-large", "999999999")],
)  # fmt: skip
def test_what_names_nobody_is_shown(code: str, found: str) -> None:
    others = dict.fromkeys(("nearest", "allowed", "city", "expected", "most"), "")
    problem = Problem.of(code, "x.md", START, "stage", found=found, **others)
    assert redacted(problem) == problem


def test_what_a_program_proposes_is_shown() -> None:
    problem = Problem.of("name-unmasked", "x.md", START, "body", masked="王某某")
    assert redacted(problem) is problem
    problem = Problem.of("city-unknown", "x.md", START, "city", found="太原", nearest="“高平市”。")
    assert redacted(problem) == problem


def test_a_report_of_a_file_full_of_names(tmp_path) -> None:
    copy_sound_site(tmp_path)
    text = sound(
        CASE, "甲", stage="王建国", city="[太原市, 王建国]", offence="王建国", 王建国="某", allow="[{code: 王建国, text: 甲, reason: 乙}]",
        figures="{王建国: [1]}",
    )  # fmt: skip
    (tmp_path / CASE).write_text(text, encoding="utf-8")
    problems = [redacted(one) for one in problems_of(tmp_path)]
    assert {"not-in-list", "city-unknown", "unknown-field", "not-text", "allow-unknown"} <= {
        one.code for one in problems
    }
    assert "王建国" not in "".join(f"{one}{one.as_dict()}" for one in problems)


def test_the_gaps_of_a_number_do_not_spell_it_out(tmp_path) -> None:
    copy_sound_site(tmp_path)
    (tmp_path / CASE).write_text(sound(CASE, "电话是 138 0013 8000。"), encoding="utf-8")
    report = "".join(str(redacted(one)) for one in problems_of(tmp_path))
    assert "wording-space" in report
    assert "001" not in report
