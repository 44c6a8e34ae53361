"""Romanization: surnames and syllables of Chinese in pinyin without tones."""

from __future__ import annotations

import re

from casebook.names.lexicon import Lexicon

_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ou|ia|ie|in|iu|ua|ue|ui|un|uo|ve|[aeiouv])"
)
_GIVEN = re.compile(f"{_SYLLABLE}[-'’]?(?:{_SYLLABLE})?")


def is_surname(word: str, words: Lexicon) -> bool:
    """Whether a lower-case word is a frequent surname in pinyin, or a compound one."""
    return word in words.lists["romanized_surnames"]


def is_given_name(word: str) -> bool:
    """Whether a lower-case word is one or two syllables of pinyin."""
    return _GIVEN.fullmatch(word) is not None
