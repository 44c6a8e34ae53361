"""Reports are public: nothing that a file should not say is spread by what is said of it."""

from __future__ import annotations

import pytest

from casebook.checks.redaction import redacted
from casebook.content.problem import START, Problem

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
    problem = Problem.of("date", "x.md", START, "date", found="电话13800138000")
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


def test_the_gaps_of_a_number_do_not_spell_it_out(tmp_path) -> None:
    copy_sound_site(tmp_path)
    (tmp_path / CASE).write_text(sound(CASE, "电话是 138 0013 8000。"), encoding="utf-8")
    report = "".join(str(redacted(one)) for one in problems_of(tmp_path))
    assert "wording-space" in report
    assert "001" not in report
