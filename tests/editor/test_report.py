"""The three forms of a report, each compared whole."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from casebook.content.library import Library
from casebook.content.problem import Problem, Severity
from casebook.editor.report import Format, check_summary, format_report


def problem(**changes: object) -> Problem:
    """A made-up problem; `changes` replace single fields."""
    fields: dict[str, object] = {
        "path": "cases/2024-05-01-taiyuan/02.md",
        "line": 4,
        "column": 7,
        "field": "city",
        "code": "city-unknown",
        "message": "没有这个城市。",
        "hint": "请改正。",
        "severity": Severity.ERROR,
    }
    return Problem(**(fields | changes))  # type: ignore[arg-type]


ERROR = problem()
WARNING = problem(
    path="cases/2024-06-01-datong/01.md",
    line=8,
    column=12,
    field="review_on",
    code="review-due",
    message="复核日期已到。",
    hint="请重新核对。",
    severity=Severity.WARNING,
)


def test_text_is_a_line_for_each_problem() -> None:
    assert format_report([ERROR, WARNING], Format.TEXT) == (
        "cases/2024-05-01-taiyuan/02.md:4:7: 没有这个城市。请改正。\n"
        "cases/2024-06-01-datong/01.md:8:12: 复核日期已到。请重新核对。"
    )


def test_json_is_a_list_of_objects_with_eight_keys_in_order() -> None:
    text = format_report([ERROR, WARNING], Format.JSON)
    assert json.loads(text, object_pairs_hook=list) == [
        [
            ("path", "cases/2024-05-01-taiyuan/02.md"),
            ("line", 4),
            ("column", 7),
            ("field", "city"),
            ("code", "city-unknown"),
            ("message", "没有这个城市。"),
            ("hint", "请改正。"),
            ("severity", "error"),
        ],
        [
            ("path", "cases/2024-06-01-datong/01.md"),
            ("line", 8),
            ("column", 12),
            ("field", "review_on"),
            ("code", "review-due"),
            ("message", "复核日期已到。"),
            ("hint", "请重新核对。"),
            ("severity", "warning"),
        ],
    ]
    assert "没有这个城市。" in text


def test_json_keeps_quotes_and_line_breaks() -> None:
    found = problem(message='写了 "甲"\n和 \\ 。')
    assert json.loads(format_report([found], Format.JSON))[0]["message"] == '写了 "甲"\n和 \\ 。'


def test_github_is_an_annotation_for_each_problem() -> None:
    assert format_report([ERROR, WARNING], Format.GITHUB) == (
        "::error file=cases/2024-05-01-taiyuan/02.md,line=4,col=7,title=city-unknown"
        "::没有这个城市。请改正。\n"
        "::warning file=cases/2024-06-01-datong/01.md,line=8,col=12,title=review-due"
        "::复核日期已到。请重新核对。"
    )


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("100%。", "100%25。"),
        ("%0A。", "%250A。"),
        ("甲\n乙。", "甲%0A乙。"),
        ("甲\r\n乙。", "甲%0D%0A乙。"),
        ("甲::error::乙。", "甲::error::乙。"),
        ("键: 值, 值。", "键: 值, 值。"),
    ],
)
def test_github_escapes_messages(message: str, written: str) -> None:
    place = "file=cases/2024-05-01-taiyuan/02.md,line=4,col=7,title=city-unknown"
    assert format_report([problem(message=message)], Format.GITHUB) == (
        f"::error {place}::{written}请改正。"
    )


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("a,b.md", "a%2Cb.md"),
        ("a:b.md", "a%3Ab.md"),
        ("a%b.md", "a%25b.md"),
        ("a\nb.md", "a%0Ab.md"),
        ("C:/案例/01.md", "C%3A/案例/01.md"),
    ],
)
def test_github_escapes_paths(path: str, written: str) -> None:
    assert format_report([problem(path=path)], Format.GITHUB) == (
        f"::error file={written},line=4,col=7,title=city-unknown::没有这个城市。请改正。"
    )


@pytest.mark.parametrize(
    ("form", "empty"), [(Format.TEXT, ""), (Format.JSON, "[]"), (Format.GITHUB, "")]
)
def test_a_report_of_nothing(form: Format, empty: str) -> None:
    assert format_report([], form) == empty


@pytest.mark.parametrize(
    ("problems", "line"),
    [
        ([], "检查了 2 期通报、16 起案例：没有发现问题。"),
        ([ERROR], "检查了 2 期通报、16 起案例：发现 1 个错误。"),
        ([WARNING], "检查了 2 期通报、16 起案例：发现 1 个提醒。"),
        ([WARNING, ERROR, ERROR], "检查了 2 期通报、16 起案例：发现 2 个错误、1 个提醒。"),
    ],
)
def test_closing_line(problems: list[Problem], line: str, library: Library) -> None:
    assert check_summary(problems, library) == line


REFUSED = problem(code="retention-overdue", severity=Severity.WARNING)
REFUSED_LINE = "其中 {} 个提醒处理好以前，政府网站（official 为 true）不能生成"


@pytest.mark.parametrize(
    ("problems", "is_official", "found"),
    [
        ([REFUSED], False, "发现 1 个提醒"),
        ([WARNING], True, "发现 1 个提醒"),
        ([ERROR, WARNING], True, "发现 1 个错误、1 个提醒"),
        ([REFUSED], True, f"发现 1 个提醒，{REFUSED_LINE.format(1)}"),
        (
            [REFUSED, WARNING, ERROR, REFUSED],
            True,
            f"发现 1 个错误、3 个提醒，{REFUSED_LINE.format(2)}",
        ),
    ],
)
def test_closing_line_of_an_official_site(
    problems: list[Problem], is_official: bool, found: str, library: Library
) -> None:
    line = f"检查了 2 期通报、16 起案例：{found}。"
    assert check_summary(iter(problems), library, is_official) == line


def test_closing_lines_tell_how_many_words_are_no_names(library: Library) -> None:
    words = frozenset({"雷霆", "马可波罗"})
    assert check_summary([], replace(library, words=words)).split("\n")[1:] == [
        "words.txt：2 个词不当作姓名"
    ]
