"""Pinyin: which characters of the texts a reader may mean who types their sound."""

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


def sounds_of(places: Mapping[str, Sized]) -> Sounds:
    """The pairs of Chinese characters among `places`, by their sound; ü is v, as it is typed."""
    sounds: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    pairs = (gram for gram in places if len(gram) == 2 and _HAN.fullmatch(gram))
    for pair in sorted(pairs, key=lambda pair: (-len(places[pair]), pair)):
        first, second = _syllables(pair)
        if first.isascii() and second.isascii():
            sounds[first][second].append(pair)
    return {first: dict(sounds[first]) for first in sorted(sounds)}


def characters_of(syllables: Iterable[str]) -> dict[str, str]:
    """The common characters (GB 2312) of each syllable: what a word in wrong ones sounds like."""
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
    """Each word of Chinese characters alone, with its syllables in one and with their initials.

    `places` are the names that have a spelling of their own, for 长治 is Changzhi.
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
    """One for each character; one that nobody pronounces stays what it is.

    For a word of one or two the library's tables are read here, as it does itself after parting
    the text into words: a thirtieth of the time, and a search index asks for thousands.
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
"""Some hundred syllables stand for all characters."""
