"""Judicial interpretations: of which article, and since when."""

from __future__ import annotations

import pytest

from casebook.content.partial_date import PartialDate
from casebook.law.articles import references
from casebook.law.interpretations import interpretations, interpretations_of


def test_every_one_is_whole() -> None:
    wrong = [
        one.number
        for one in interpretations()
        if not references(one.articles)
        or (one.kind, one.number[:2]) not in (("施行", "法释"), ("印发", "法发"))
    ]
    assert wrong == []
    numbers = [one.number for one in interpretations()]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    ("article", "day", "expected"),
    [
        ("第二百五十三条之一", "2017-05", []),
        ("第二百五十三条之一", "2017-06", ["法释〔2017〕10号"]),
        ("第二百八十五条第一款", "2024", []),
        ("第二百八十五条第三款", "2024", ["法释〔2011〕19号"]),
        ("第二百八十七条之二", "2025-07-21", ["法释〔2019〕15号"]),
        ("第二百八十七条之二", "2025-07-22", ["法释〔2019〕15号", "法发〔2025〕12号"]),
        ("第三百一十二条", "2024", []),
        ("第三百一十二条", "2025-09", ["法释〔2025〕13号"]),
        ("第二百九十一条之一第二款", "2024", []),
        ("第二百一十七条", "2025-05", ["法释〔2025〕5号"]),
        ("", "2024", []),
    ],
)
def test_interpretations_of(article: str, day: str, expected: list[str]) -> None:
    found = interpretations_of(article, PartialDate.parse(day))
    assert [one.number for one in found] == expected
