"""Limits of bodies, tried with lower ones: a text at a limit is sound, and one above it is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.content import text_limits
from casebook.content.front_matter import parse
from casebook.content.text_limits import beyond_limits

from ..checks.sites import TAIYUAN, copy_sound_site, problems_of, sound
from .steadily import steadily

LOWER = {"MAX_LINES": 6, "MAX_LINE": 30, "MAX_MARKERS": 12, "MAX_CELLS": 9, "MAX_BRACKETS": 3}


@pytest.fixture
def lower(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in LOWER.items():
        monkeypatch.setattr(text_limits, name, value)


def found(body: str) -> list[str]:
    document, problems = parse(f"---\ntitle: 甲\n---\n{body}", "x.md")
    assert document is not None
    assert problems == []
    return [str(problem) for problem in beyond_limits(document)]


@pytest.mark.usefixtures("lower")
@pytest.mark.parametrize(
    "body",
    [
        "甲\n" * 5 + "乙",
        "甲" * 30,
        "**甲** " * 3,
        "- 甲\n" * 6,
        "|甲|\n|-|\n|乙|",
        "- [甲](a)\n- [乙](b)\n- [丙](c)",
        "[[[甲]]] [[[乙]]]",
        "甲]]]]][[[",
        "2 - 1 = 1。",
        "",
    ],
)
def test_bodies_within_the_limits(body: str) -> None:
    assert found(body) == []


@pytest.mark.usefixtures("lower")
@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("甲\n" * 6 + "乙", "10:1: 正文有 7 行，最多 6。请拆成几页；是误贴进来的，整段删去。"),
        (
            f"甲\n{'乙' * 31}\n{'丙' * 32}",
            "5:1: 这一行有 31 个字，最多 30。请分成几段，段与段之间空一行。",
        ),
        (
            "**甲** " * 3 + "\n`乙`",
            "5:1: 到这一行为止，星号、竖线、方括号等记号有 13 个，最多 12。"
            "请删去多余的记号，或拆成几页。",
        ),
        (
            "|甲|乙|\n|-|-|\n|丙|\n|丁|",
            "5:1: 到这个表格为止，表格有 12 格，最多 9。"
            "请拆成几页，或把表格另存为 csv 文件，放进 docs。",
        ),
        ("甲\n\n[[[甲]]] [[[[乙", "6:1: 这一行的方括号套了 4 层，最多 3。请删去多余的方括号。"),
    ],
)
def test_bodies_beyond_a_limit(body: str, problem: str) -> None:
    assert found(body) == [f"x.md:{problem}"]


@pytest.mark.usefixtures("lower")
def test_a_body_beyond_a_limit_is_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_sound_site(tmp_path)
    path = f"{TAIYUAN}/02.md"
    (tmp_path / path).write_text(sound(path, "[[[[甲"), encoding="utf-8")
    monkeypatch.setattr("casebook.checks.bodies.parse", refuse_to_parse)
    codes = [problem.code for problem in problems_of(tmp_path) if problem.path == path]
    assert codes == ["text-limit"]


def refuse_to_parse(text: str) -> None:
    assert "[[[[" not in text


@pytest.mark.parametrize(
    ("body", "depth"),
    [
        ("> > > 甲", 3),
        ("> - > 甲", 3),
        ("- 甲\n  - 乙\n    1. 丙", 3),
        ("**“*[甲](01.md)*”**", 3),
    ],
)
def test_nesting(body: str, depth: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_sound_site(tmp_path)
    path = f"{TAIYUAN}/02.md"
    (tmp_path / path).write_text(sound(path, f"甲\n\n{body}"), encoding="utf-8")
    monkeypatch.setattr(text_limits, "MAX_DEPTH", depth)
    assert [one.code for one in problems_of(tmp_path)] == []
    monkeypatch.setattr(text_limits, "MAX_DEPTH", depth - 1)
    (problem,) = problems_of(tmp_path)
    assert re.fullmatch(
        rf"{path}:1[2-4]:1: 引用、列表或强调在这里套了 {depth} 层，最多 {depth - 1}。"
        "请减少层数，改用小标题或另起一段。",
        str(problem),
    )


PIECES = ["甲", "\n", "|", "-", "|-|-|", "[", "]", "*", "> ", "1. ", "`", "  "]


@steadily(200)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_body_has_problems_on_its_own_lines(body: str) -> None:
    for line in found(body):
        assert 4 <= int(line.split(":")[1]) <= 4 + body.count("\n")
