"""Grams: where pairs and single characters stand in the row of all texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casebook.outputs.search.ngrams import NgramIndex, Span, ngram_index, span_of

from ...content.steadily import steadily
from .decoding import places_in, starts_of
from .decoding import row_of as text_of


def row(cases: list[list[str]]) -> NgramIndex:
    return ngram_index(map(span_of, cases))


def places(made: NgramIndex) -> dict[str, list[int]]:
    return {gram: list(found) for gram, found in made.positions.items()}


def test_the_places_of_a_small_row():
    made = row([["甲乙", "丙"], ["乙，甲乙", ""], ["5万"]])
    # The row, with its gaps: 甲乙_丙_乙甲乙__#5#万_
    assert places(made) == {
        "甲乙": [0, 6],
        "乙甲": [5],
        "#5": [10],
        "5#": [11],
        "#万": [12],
        "甲": [0, 6],
        "乙": [1, 5],
        "丙": [3],
        "#": [10],
        "5": [11],
        "万": [13],
    }
    assert (list(made.starts), list(made.title_ends), made.length) == ([0, 5, 10], [3, 9, 15], 15)


def test_a_span_has_its_texts_folded_each_with_a_gap():
    found = span_of(["甲，乙", "5\0万", ""])
    assert found == Span("甲乙\0#5#万\0\0", 3)


def test_no_pair_stands_across_two_texts_or_two_cases():
    made = row([["甲", "乙"], ["丙", "丁"]])
    assert places(made) == {"甲": [0], "乙": [2], "丙": [4], "丁": [6]}


def test_a_single_character_is_noted_once_a_case():
    made = row([["甲甲", "甲"], ["乙甲甲"]])
    assert places(made) == {"甲甲": [0, 6], "乙甲": [5], "甲": [0, 6], "乙": [5]}


def test_a_character_of_two_units_takes_one_place():
    made = row([["𠮷野𠮷"]])
    assert places(made) == {"𠮷野": [0], "野𠮷": [1], "𠮷": [0], "野": [1]}


def test_a_row_without_cases_is_empty():
    made = row([])
    assert (places(made), list(made.starts), list(made.title_ends), made.length) == ({}, [], [], 0)


cases = st.lists(st.lists(st.text("甲乙𠮷，5a. ", max_size=12), min_size=1, max_size=4), max_size=4)


@steadily(300)
@given(cases=cases)
def test_every_gram_of_any_texts_is_where_it_stands(cases):
    made = row(cases)
    assert places(made) == places_in(cases)
    assert list(made.starts) == starts_of(cases)
    titles = [len(text_of([texts[:1]])) for texts in cases]
    assert list(made.title_ends) == [
        start + title for start, title in zip(starts_of(cases), titles, strict=True)
    ]
    assert made.length == len(text_of(cases))
