"""Problems: their texts, their order, and the message table they are filled from."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError
from string import Formatter

import pytest

from casebook.content.problem import START, Mark, Problem, Severity, in_order, nearest
from casebook.texts.messages import MESSAGES


def test_of_fills_the_texts():
    problem = Problem.of("duplicate-key", "cases/x/01.md", Mark(5, 3), "a.b", first=2)
    assert problem.as_dict() == {
        "path": "cases/x/01.md",
        "line": 5,
        "column": 3,
        "field": "a.b",
        "code": "duplicate-key",
        "message": "“a.b”写了两次，第 2 行已经有了。",
        "hint": "请只留一处。",
        "severity": "error",
    }
    assert str(problem) == "cases/x/01.md:5:3: “a.b”写了两次，第 2 行已经有了。请只留一处。"


def test_of_stands_at_the_start_unless_told():
    problem = Problem.of("front-matter-open", "x.md")
    assert (problem.line, problem.column, problem.field) == (1, 1, "")
    assert Mark(1, 1) == START


def test_of_keeps_braces_of_what_was_found():
    problem = Problem.of("title-ending", "x.md", found="{甲} %s {0}")
    assert problem.message == "案例的标题“{甲} %s {0}”没有以“案”结尾。"


def test_of_may_take_names_of_its_own_parameters():
    problem = Problem.of("front-matter-open", "x.md", path="甲", mark="乙", code="丙")
    assert (problem.path, problem.code) == ("x.md", "front-matter-open")


def test_of_does_not_know_other_codes():
    with pytest.raises(KeyError):
        Problem.of("no-such-code", "x.md")


def test_severity():
    error, warning = Problem.of("front-matter-open", "x.md"), Problem.of("province-same", "x.md")
    assert (error.severity, error.is_error) == (Severity.ERROR, True)
    assert (warning.severity, warning.is_error) == (Severity.WARNING, False)


def test_only_certain_warnings_stop_the_build_of_an_official_site():
    codes = ("front-matter-open", "province-same", "retention-due", "retention-overdue")
    found = [
        Problem.of(code, "x.md", **dict.fromkeys(USED - {"field", "name"}, "乙")) for code in codes
    ]
    assert [one.is_refused_when_official for one in found] == [False, False, False, True]


def test_frozen():
    with pytest.raises(FrozenInstanceError):
        Problem.of("front-matter-open", "x.md").line = 2


def test_order_is_by_file_then_place_and_repetitions_go():
    def at(path: str, line: int, column: int, code: str = "front-matter-open") -> Problem:
        return Problem.of(code, path, Mark(line, column))

    expected = (
        at("a.md", 2, 9),
        at("a.md", 10, 1),
        at("a.md", 10, 2, "front-matter-missing"),
        at("a.md", 10, 2, "front-matter-open"),
        at("b.md", 1, 1),
    )
    assert in_order([*reversed(expected), *expected]) == expected
    assert in_order([]) == ()


def test_order_of_one_place_is_by_text():
    def unknown(found: str) -> Problem:
        return Problem.of("unknown-field", "x.md", found=found, nearest="")

    assert in_order([unknown("乙"), unknown("b"), unknown("a")]) == (
        unknown("a"), unknown("b"), unknown("乙"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("found", "allowed", "expected"),
    [
        ("titel", ["title", "date"], "最接近的写法：“title”。"),
        ("刑事居留", ["刑事拘留", "侦破"], "最接近的写法：“刑事拘留”。"),
        ("甲", ["甲乙", "丙丁"], "最接近的写法：“甲乙”。"),
        ("abcd", ["abce", "abcf", "abcg", "abch"], "最接近的写法：“abce”、“abcf”、“abcg”。"),
        ("甲", ["乙"], "没有。"),
        ("甲", [], "没有。"),
        ("", ["甲"], "没有。"),
    ],
)
def test_nearest(found, allowed, expected):
    assert nearest(found, allowed, "没有。") == expected
    assert nearest(found, iter(allowed), "没有。") == expected


def test_nearest_is_nothing_unless_told():
    assert nearest("甲", ["乙"]) == ""


# The message table

USED = {
    "field", "found", "nearest", "allowed", "reason", "first", "deepest", "shape", "length",
    "least", "most", "other", "expected",
    "fields", "files", "omitted", "detail", "file", "folder", "today",
    "source",
    "action", "due", "rule",
    "published", "province", "actual", "city", "earlier", "bulletin", "masked", "title", "key",
    "finer", "article", "since", "became", "advice", "name",
}  # fmt: skip


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_names_in_braces_are_the_known_ones():
    found = set().union(*(names_in(m.text) | names_in(m.hint) for m in MESSAGES.values()))
    assert found == USED


each_message = pytest.mark.parametrize("code", MESSAGES)


@each_message
def test_message_can_be_filled(code):
    message = MESSAGES[code]
    names = names_in(message.text) | names_in(message.hint)
    problem = Problem.of(
        code, "x.md", START, "甲", **dict.fromkeys(names - {"field", "name"}, "乙")
    )
    assert str(problem).startswith("x.md:1:1: ")
    assert not names & set(re.findall(r"\{(\w+)\}", problem.message + problem.hint))


@each_message
def test_message_is_said_in_whole_sentences(code):
    text, hint = MESSAGES[code][:2]
    assert text.endswith("。")
    assert hint.endswith(("。", "。{nearest}")) or hint == "{nearest}"


@each_message
def test_message_is_set_in_chinese(code):
    for text in MESSAGES[code][:2]:
        assert re.search(r"[\u4e00-\u9fff]", text) or text == "{nearest}"
        assert not re.search(r"[\u4e00-\u9fff][,;?!()][\u4e00-\u9fff]", text)
        assert not re.search(r"[。，；：] | [。，；：]", text)
        assert "。。" not in text
        assert text == text.strip()
        assert "\n" not in text
        assert text.count("“") == text.count("”")
        assert text.count("（") == text.count("）")


@each_message
def test_code_is_a_word(code):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)


def test_messages_differ():
    assert len(set(MESSAGES.values())) == len(MESSAGES)
