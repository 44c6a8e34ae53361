"""Statements: the steps that texts state as taken."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.law.proceedings.statements import furthest, is_mixed, statements, step_of

SHARED = Path(__file__).parents[4] / "shared" / "data" / "stage-phrases.tsv"


def rows(path: Path) -> Iterator[tuple[str, str]]:
    lines = (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        yield row["phrase"], row["key"]


def key(text: str) -> str:
    found = furthest(statements(text))
    return found.step.key if found else ""


@pytest.mark.parametrize(
    ("phrase", "expected"), rows(Path(__file__).with_name("phrases.tsv")), ids=lambda one: one
)
def test_the_step_of_a_phrase(phrase: str, expected: str) -> None:
    assert key(phrase) == expected


def test_the_steps_of_the_phrases_of_real_bulletins() -> None:
    if not SHARED.exists():
        pytest.skip("the phrases of real bulletins are not here")
    wrong = {phrase: (key(phrase), right) for phrase, right in rows(SHARED) if key(phrase) != right}
    assert wrong == {}


@pytest.mark.parametrize(
    "text",
    [
        "对张某提起公诉，对李某作出不起诉决定",
        "一审判处有期徒刑三年，二审改判无罪",
    ],
)
def test_different_decisions_are_mixed(text: str) -> None:
    assert is_mixed([*statements(text)])


@pytest.mark.parametrize("text", ["对张某提起公诉，一审判处有期徒刑", "对李某作出不起诉决定", ""])
def test_decisions_that_follow_one_another_are_not_mixed(text: str) -> None:
    assert not is_mixed([*statements(text)])


def test_a_statement_has_its_place_and_words() -> None:
    (found,) = statements("8人已被依法逮捕。", 100)
    assert (found.start, found.words, found.step.key) == (106, "逮捕", "arrested")


@pytest.mark.parametrize(
    ("words", "name"), [("依法逮捕", "逮捕"), ("治安拘留五日", "行政拘留"), ("水军", None)]
)
def test_a_few_words_alone(words: str, name: str | None) -> None:
    found = step_of(words)
    assert (found.name if found else None) == name
