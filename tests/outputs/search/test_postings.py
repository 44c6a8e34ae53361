"""Lists: rising numbers in few bits, read here by a decoder of the tests' own."""

from __future__ import annotations

from itertools import accumulate
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.outputs.search.postings import MAX_CACHED_DISTANCE, ngram_key, posting_list

from ...content.steadily import steadily
from .decoding import gram_of, records

KEY = ngram_key("甲乙")
MOST = 2**32 - 1


def test_a_record_byte_by_byte():
    # Distances 3, 0 and 5 in units of 2: 0·11, 10, 00·11.
    assert posting_list(KEY, [3, 4, 10]).hex(" ") == "32 75 00 59 4e 00 01 03 02 71 80"


@pytest.mark.parametrize(
    "numbers",
    [
        [0],
        [1],
        [127],
        [128],
        [MOST],
        [0, MOST],
        [*range(128)],
        [*range(129)],
        [*range(0, 90_000, 300)],
        [MAX_CACHED_DISTANCE - 1, 2 * MAX_CACHED_DISTANCE, 4 * MAX_CACHED_DISTANCE],
    ],
    ids=lambda numbers: f"{len(numbers)} from {numbers[0]} to {numbers[-1]}",
)
def test_borders(numbers):
    assert records(posting_list(KEY, numbers)) == [(KEY, numbers)]


sparse = st.sets(st.integers(0, 2**24), min_size=1).map(sorted)
dense = st.lists(st.integers(1, 9), min_size=1, max_size=400).map(
    lambda steps: [*accumulate(steps)]
)


@steadily(300)
@given(lists=st.lists(st.tuples(st.integers(0, 2**48 - 1), sparse | dense), max_size=3))
def test_a_file_holds_the_lists_that_were_written(lists):
    assert records(b"".join(posting_list(key, numbers) for key, numbers in lists)) == lists


def test_what_was_written_before_changes_nothing():
    one, other = [0, 4, 9, 80], [7, 12, 12 + MAX_CACHED_DISTANCE + 1]
    before = [posting_list(KEY, one), posting_list(KEY, other)]
    assert [posting_list(KEY, one), posting_list(KEY, other)] == before
    assert [records(packed)[0][1] for packed in before] == [one, other]


def test_the_code_is_about_as_short_as_chance_allows():
    # The entropy of a distance whose mean is 100 is 8.1 bits.
    numbers = sorted(Random(1).sample(range(100_000), 1000))
    assert len(posting_list(KEY, numbers)) * 8 < 1000 * 8.4


@pytest.mark.parametrize(
    ("gram", "key"), [("甲", 0x7532), ("甲乙", 0x4E59007532), ("𠮷\U0010ffff", 0x10FFFF020BB7)]
)
def test_the_key_of_a_gram(gram, key):
    assert ngram_key(gram) == key


@steadily()
@given(gram=st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=2))
def test_no_two_grams_have_one_key(gram):
    assert gram_of(ngram_key(gram)) == gram
    assert ngram_key(gram) < 2**48
