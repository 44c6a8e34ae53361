"""The lattice of a clause: the likeliest way to read it as words and names of persons.

A hypothesis is a name where no reading of the clause as words is likelier.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from casebook.names.context import Context
from casebook.names.hypotheses import Name, hypotheses
from casebook.names.lexicon import UNKNOWN, Lexicon

_BEFORE, _AFTER = 12, 10
"""Characters around a clause that are looked at: a word for a person, a frame."""
CLAUSE = re.compile("[㐀-䶿一-鿿\U00020000-\U000323af]{2,}")
"""A run of Han characters, rare ones included, which names keep longest."""
_START = attrgetter("start")
_REACH = 40
"""Characters before and after a name that decide its margin, so that long clauses cost no more."""


def lattice_names(text: str, words: Lexicon) -> list[Name]:
    """The names in a normalized text by the likeliest reading of each clause."""
    found: list[Name] = []
    for match in CLAUSE.finditer(text):
        start, end = match.span()
        first = max(0, start - _BEFORE)
        window = text[first : end + _AFTER]
        for name in _names_in(window, start - first, end - first, words):
            found.append(replace(name, start=first + name.start, end=first + name.end))
    return found


@lru_cache(maxsize=2**15)
def _names_in(window: str, start: int, end: int, words: Lexicon) -> tuple[Name, ...]:
    """The names in a clause between what is before and after it.

    Remembered, for reports repeat their phrases, and a site its texts.
    """
    found = [*hypotheses(Context(window, words), start, end)]
    return tuple(_best_names(window[start:end], start, found, words)) if found else ()


def _best_names(clause: str, first: int, possible: list[Name], words: Lexicon) -> Iterator[Name]:
    """The names of the likeliest reading of a clause that begins at `first`, with their margins."""
    _, found = _best_reading(clause, first, possible, words)
    possible.sort(key=_START)
    for name in found:
        begin, end = max(first, name.start - _REACH), name.end + _REACH
        low = bisect_left(possible, begin, key=_START)
        high = bisect_left(possible, end, low, key=_START)
        near = [one for one in possible[low:high] if one.end <= end]
        part = clause[begin - first : end - first]
        others = [one for one in near if one is not name]
        with_it, without = (_best_reading(part, begin, ones, words)[0] for ones in (near, others))
        yield replace(name, margin=with_it - without)


def _best_reading(
    clause: str, first: int, possible: list[Name], words: Lexicon
) -> tuple[float, list[Name]]:
    """The likeliest reading of a clause: its score, and the names in it."""
    by_end: dict[int, list[Name]] = defaultdict(list)
    for one in possible:
        by_end[one.end - first].append(one)
    longest, scores = words.longest, words.words
    size = len(clause)
    best = [float("-inf")] * (size + 1)
    best[0] = 0.0
    steps: list[tuple[int, Name | None]] = [(0, None)] * (size + 1)
    for start in range(size):
        so_far = best[start]
        if (score := so_far + scores.get(clause[start], UNKNOWN)) > best[start + 1]:
            best[start + 1], steps[start + 1] = score, (start, None)
        for end in range(start + 2, min(start + longest.get(clause[start], 1), size) + 1):
            word = scores.get(clause[start:end])
            if word is not None and so_far + word > best[end]:
                best[end], steps[end] = so_far + word, (start, None)
        for one in by_end[start + 1]:
            begin = one.start - first
            if best[begin] + one.score > best[start + 1]:
                best[start + 1], steps[start + 1] = best[begin] + one.score, (begin, one)
    found: list[Name] = []
    end = size
    while end:
        end, name = steps[end]
        if name is not None:
            found.append(name)
    return best[-1], found
