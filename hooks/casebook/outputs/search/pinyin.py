"""Pinyin: the characters of the texts by their pronunciation, for queries typed in pinyin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from functools import cache

from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")

Sounds = dict[str, dict[str, list[str]]]
"""First syllable to second syllable to pairs of characters, the most frequent first."""


def sounds_of(positions: Mapping[str, Sized]) -> Sounds:
    """The pairs of Chinese characters among n-grams, by pinyin; ü is v, as it is typed."""
    sounds: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    pairs = (ngram for ngram in positions if len(ngram) == 2 and _HAN.fullmatch(ngram))
    for pair in sorted(pairs, key=lambda pair: (-len(positions[pair]), pair)):
        first, second = _syllables(pair)
        if first.isascii() and second.isascii():
            sounds[first][second].append(pair)
    return {first: dict(sounds[first]) for first in sorted(sounds)}


def characters_of(syllables: Iterable[str]) -> dict[str, str]:
    """The common characters (GB 2312) of each syllable, to match misspelled words by sound."""
    found: dict[str, list[str]] = defaultdict(list)
    for character in _common_characters():
        found[_syllable(character)].append(character)
    return {syllable: "".join(found[syllable]) for syllable in sorted(set(syllables) & {*found})}


def _common_characters() -> Iterator[str]:
    for row in range(0xB0, 0xF8):
        yield from bytes(byte for cell in range(0xA1, 0xFF) for byte in (row, cell)).decode(
            "gb2312", errors="ignore"
        )


def spelled(words: Iterable[str], places: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Each word of only Chinese characters, with its pinyin in one word and the initials.

    `places` are names with an irregular reading and their spelling, such as 长治: Changzhi.
    """
    found = []
    for word in sorted({*words, *places}):
        if _HAN.fullmatch(word):
            syllables = _syllables(word)
            letters = places.get(word) or "".join(syllables)
            initials = letters[0] + "".join(one[0] for one in syllables[1:])
            found.append((word, letters, initials))
    return found


def _syllables(word: str) -> Sequence[str]:
    """One syllable for each character; a character without pinyin is returned as it is.

    Words of one or two characters are read from the library's tables directly, as the library does
    after segmentation: a thirtieth of the time, for thousands of words in a search index.
    """
    if len(word) > 2:
        return lazy_pinyin(word, errors=list)  # type: ignore[arg-type]  # it asks for a list
    if sounds := PHRASES_DICT.get(word):
        return [_toneless(usual) for usual, *_ in sounds]
    return [*map(_syllable, word)]


@cache
def _syllable(character: str) -> str:
    sounds = PINYIN_DICT.get(ord(character))
    return _toneless(sounds.split(",")[0]) if sounds else character


_toneless = cache(to_normal)
"""Cached: all characters share a few hundred syllables."""
