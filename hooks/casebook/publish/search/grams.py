"""Grams: where in the row of all folded texts each pair of characters stands."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from operator import add

from casebook.publish.search.folding import fold

Places = dict[str, "array[int]"]
"""Grams to places in rising order; a place counts characters from the first of the first case."""


class Row:
    """All texts one after the other, with a gap between any two that no gram and no hit crosses.

    A gram is two characters, with every place where it stands; or one, with its first place in
    each case, which is enough to find the case.
    """

    def __init__(self) -> None:
        self.places: Places = defaultdict(_array)
        self.starts = _array()
        """Where each case begins, with its title."""
        self.texts = _array()
        """Where each case's title has ended."""
        self.length = 0

    def append(self, texts: Iterable[str]) -> None:
        """Puts the texts of one more case, its title first, at the end of the row."""
        self.starts.append(self.length)
        places, known = self.places, set[str]()
        for text in map(fold, texts):
            for gram, place in zip(map(add, text, text[1:]), count(self.length), strict=False):
                places[gram].append(place)
            for character in set(text) - known:
                places[character].append(self.length + text.index(character))
            known.update(text)
            self.length += len(text) + 1
            if len(self.texts) < len(self.starts):
                self.texts.append(self.length)


def _array() -> array[int]:
    return array("I")
