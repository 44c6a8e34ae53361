"""The table of pinyin: syllables, and how frequent words, surnames and given names are."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TABLE = "pinyin.txt.gz"
"""The file beside this module; its head names its sources."""
LONGEST_SYLLABLE = 6
Scores = Mapping[str, float]
"""Logarithmic frequencies."""


@dataclass(frozen=True, slots=True)
class PinyinTable:
    """The syllables, and the scores of words, surnames and given names."""

    syllables: frozenset[str]
    surnames: Scores
    given: Scores
    words: Scores
    english: frozenset[str]
    """English words that could be read as a name."""
    short: frozenset[str]
    """English words that are a syllable."""

    @classmethod
    def parse(cls, text: str) -> PinyinTable:
        """The table of a text with a section, a score and entries in each line."""
        found: dict[str, dict[str, float]] = {}
        for line in text.splitlines():
            if not line.startswith("#"):
                name, score, entries = line.split("\t")
                found.setdefault(name, {}).update(dict.fromkeys(entries.split(), float(score)))
        surnames, given, words = (found[name] for name in ("surnames", "given", "words"))
        others = (frozenset(found.get(name, ())) for name in ("syllables", "english", "short"))
        syllables, english, short = others
        return cls(syllables, surnames, given, words, english, short)

    def is_spelled(self, letters: str) -> bool:
        """Whether letters can be split into syllables."""
        ends = {0}
        for end in range(1, len(letters) + 1):
            starts = range(max(0, end - LONGEST_SYLLABLE), end)
            if any(at in ends and letters[at:end] in self.syllables for at in starts):
                ends.add(end)
        return len(letters) in ends


@cache
def table() -> PinyinTable:
    """The table beside this module."""
    packed = files(__package__).joinpath(TABLE).read_bytes()
    return PinyinTable.parse(gzip.decompress(packed).decode())
