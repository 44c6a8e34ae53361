"""N-grams: the positions of every character pair in the concatenation of all normalized texts."""

from __future__ import annotations

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from operator import add

from casebook.outputs.search.normalization import normalize

SEPARATOR = "\0"
"""Ends every text, so that no match spans two; normalized texts never contain it."""

Positions = dict[str, "array[int]"]
"""N-grams to ascending positions; a position is a character offset from the first case's start."""


@dataclass(frozen=True, slots=True)
class Span:
    """The part of the concatenated texts that belongs to one case."""

    text: str
    """Its normalized texts, the title first, each with its separator."""
    title: int
    """The length of the title with its separator."""


@dataclass(frozen=True, slots=True)
class NgramIndex:
    """The n-grams of all texts.

    An n-gram is two characters with every position, or one character with its first position in
    each case, which is enough to find the case. No n-gram contains a separator.
    """

    positions: Positions
    starts: array[int]
    """The position at which each case begins, with its title."""
    title_ends: array[int]
    """The position after each case's title."""
    length: int
    """The number of characters of all texts."""


def span_of(texts: Iterable[str]) -> Span:
    """The span of a case with these texts, the title first."""
    normalized = [normalize(text) + SEPARATOR for text in texts]
    return Span("".join(normalized), len(normalized[0]))


def ngram_index(spans: Iterable[Span]) -> NgramIndex:
    """The n-grams of the concatenation of all spans, in their order."""
    positions: Positions = defaultdict(_array)
    starts, title_ends, length = _array(), _array(), 0
    for span in spans:
        text, end = span.text, length + len(span.text)
        starts.append(length)
        title_ends.append(length + span.title)
        _append(positions, map(add, text, text[1:]), count(length))
        # In reverse, so that the dictionary keeps the first position of each character.
        firsts = dict(zip(reversed(text), range(end - 1, length - 1, -1), strict=True))
        _append(positions, firsts, firsts.values())
        length = end
    for ngram in [ngram for ngram in positions if SEPARATOR in ngram]:
        del positions[ngram]
    return NgramIndex(positions, starts, title_ends, length)


def _append(positions: Positions, ngrams: Iterable[str], found: Iterable[int]) -> None:
    """Appends each position to the list of its n-gram; a third faster than a loop, measured."""
    deque(map(array.append, map(positions.__getitem__, ngrams), found), maxlen=0)


def _array() -> array[int]:
    return array("I")
