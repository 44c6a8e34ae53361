"""Grams: where in the row of all folded texts each pair of characters stands."""

from __future__ import annotations

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from operator import add

from casebook.outputs.search.normalization import normalize

GAP = "\0"
"""Ends every text of the row, so that no hit crosses it; nothing that is folded holds it."""

Positions = dict[str, "array[int]"]
"""Grams to places in rising order; a place counts characters from the first of the first case."""


@dataclass(frozen=True, slots=True)
class Span:
    """What of the row is one case's; its own texts alone decide on it."""

    text: str
    """Its folded texts, the title first, each with its gap."""
    title: int
    """How long the title is, with its gap."""


@dataclass(frozen=True, slots=True)
class NgramIndex:
    """All texts one after the other, and what stands where in them.

    A gram is two characters, with every place where it stands; or one, with its first place in
    each case, which is enough to find the case. No gram holds a gap.
    """

    places: Positions
    starts: array[int]
    """Where each case begins, with its title."""
    texts: array[int]
    """Where each case's title has ended."""
    length: int


def span_of(texts: Iterable[str]) -> Span:
    """The stretch of a case with these texts, its title first."""
    folded = [normalize(text) + GAP for text in texts]
    return Span("".join(folded), len(folded[0]))


def ngram_index(stretches: Iterable[Span]) -> NgramIndex:
    """The row of all stretches, in their order."""
    places: Positions = defaultdict(_array)
    starts, texts, length = _array(), _array(), 0
    for span in stretches:
        text, end = span.text, length + len(span.text)
        starts.append(length)
        texts.append(length + span.title)
        _note(places, map(add, text, text[1:]), count(length))
        # Backwards, for of two places of a character the dictionary keeps the later one.
        firsts = dict(zip(reversed(text), range(end - 1, length - 1, -1), strict=True))
        _note(places, firsts, firsts.values())
        length = end
    for gram in [gram for gram in places if GAP in gram]:
        del places[gram]
    return NgramIndex(places, starts, texts, length)


def _note(places: Positions, grams: Iterable[str], found: Iterable[int]) -> None:
    """Puts each place on the list of its gram; a third faster than a loop, measured."""
    deque(map(array.append, map(places.__getitem__, grams), found), maxlen=0)


def _array() -> array[int]:
    return array("I")
