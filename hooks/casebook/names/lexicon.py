"""The lexicon: words, surnames and characters of given names, with logarithmic frequencies.

The data file is derived from public word lists, which its head names with their licences. Short
forms of places come from the gazetteer, words of the field from a list beside this module.
"""

from __future__ import annotations

import gzip
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from casebook.places.gazetteer import gazetteer
from casebook.places.history import history
from casebook.places.zones import zones

_PLACE, _SHORT_PLACE, _OF_FIELD, _OF_SITE = -11.0, -11.5, -9.5, -7.0
"""Scores of words that the dictionaries lack; a word of the site outweighs most names."""
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
"""Of the cycle that numbers years and items."""
_LONGEST = 8
_FREQUENT = -10.0
_COMPOUND_SCORE, _RARE_COMPOUND_SCORE, _RARE_SURNAME_SCORE = -8.5, -13.5, -11.7
_JAPANESE_SCORE, _OF_VIETNAM = -11.0, -6.0
_DIVISION = re.compile("(?:特别行政区|自治[区州县旗]|[省市区县旗盟州])$")
_PEOPLES = re.compile(
    "(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜"
    "|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|京|独龙|鄂伦春|赫哲|各)族)+$"
)
_MINORITY_SCORE = -4.5
"""The score of a character that begins or continues many names of minorities."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Scores are natural logarithms of relative frequencies, rounded to a tenth."""

    words: dict[str, float]
    longest: dict[str, int]
    """The length of the longest word that begins with a character."""
    surnames: dict[str, float]
    surname_pattern: re.Pattern[str]
    """One character that is a surname."""
    compounds: dict[str, float]
    """Surnames of two characters."""
    compound_starts: re.Pattern[str]
    """Where those can begin."""
    given: dict[str, float]
    """Characters of given names."""
    syllables: dict[str, float]
    """Characters that write foreign names and those of minorities."""
    sounds: re.Pattern[str]
    """Where a foreign name can begin: before two such characters, or before a listed part."""
    occupations: frozenset[str]
    lists: dict[str, frozenset[str]]
    """Lists by hand: words for persons (`charged`, `roles`, `neutral`) and what is in no name."""
    others: frozenset[str]
    """Words of two characters that are mostly verbs, adverbs or the like."""

    def is_frequent_surname(self, character: str) -> bool:
        """Whether a character is a surname of at least one in twenty thousand people."""
        return self.surnames.get(character, UNKNOWN) > _FREQUENT

    def word_score(self, text: str) -> float:
        """The score of the most likely division of a short text into words."""
        return self._divided(text)[0][-1]

    def division(self, text: str) -> list[tuple[int, int]]:
        """The spans of the words in the most likely division of a short text, the last first."""
        _, begin = self._divided(text)
        found, end = [], len(text)
        while end:
            found.append((begin[end], end))
            end = begin[end]
        return found

    def _divided(self, text: str) -> tuple[list[float], list[int]]:
        """The best score up to each offset, and where the last word up to it begins."""
        best = [0.0] + [float("-inf")] * len(text)
        begin = [0] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(start + _LONGEST, len(text)) + 1):
                score = self.words.get(text[start:end], UNKNOWN if end == start + 1 else None)
                if score is not None and best[start] + score > best[end]:
                    best[end], begin[end] = best[start] + score, start
        return best, begin


UNKNOWN = -17.5
"""The score of a character that is no word."""


def lexicon(site_words: frozenset[str] = frozenset()) -> Lexicon:
    """The lexicon, with the words that a site lists as no names."""
    return _with_site_words(site_words) if site_words else _lexicon()


@lru_cache(maxsize=1)
def _with_site_words(site_words: frozenset[str]) -> Lexicon:
    base = _lexicon()
    words = base.words | dict.fromkeys(site_words, _OF_SITE)
    return replace(base, words=words, longest=_longest(base.longest, site_words))


@cache
def _lexicon() -> Lexicon:
    data = _sections(gzip.decompress(_read("lexicon.txt.gz")).decode())
    own = {name: text.split() for name, text in tomllib.loads(_read("words.toml").decode()).items()}
    words = data["words"]
    places = gazetteer().names
    short = {_short(place) for place in places}
    cycle = [stem + branch for stem in _STEMS for branch in _BRANCHES]
    former = {place.name for place in history().places}
    named = {name for zone in zones().zones for name in zone.names if len(name) >= _ZONE_LENGTH}
    _add(words, places | former | named, _PLACE)
    _add(words, short, _SHORT_PLACE)
    _add(words, (place + "县" for place in short), _SHORT_PLACE)
    _add(words, (*own["words"], *cycle), _OF_FIELD)
    full = (*places, *former, *named)
    longest = {one: int(size) for one, size in data["longest"].items()}
    surnames = dict.fromkeys(own["surnames"], _RARE_SURNAME_SCORE) | data["surnames"]
    syllables = dict(data["syllables"])
    for one in own["syllables"]:
        syllables[one] = max(syllables.get(one, _MINORITY_SCORE), _MINORITY_SCORE)
    compounds = (
        dict.fromkeys(own["compounds"], _COMPOUND_SCORE)
        | dict.fromkeys(own["rare_compounds"], _RARE_COMPOUND_SCORE)
        | dict.fromkeys(own["japanese_surnames"], _JAPANESE_SCORE)
    )
    return Lexicon(
        words=words,
        longest=_longest(longest, (*full, *own["words"])),
        surnames=surnames,
        surname_pattern=_one_of(surnames),
        compounds=compounds,
        compound_starts=_one_of({one[0] for one in compounds}),
        given=data["given"] | {"氏": _OF_VIETNAM},
        syllables=syllables,
        sounds=_sounds(syllables, own["foreign_parts"]),
        occupations=frozenset(data["occupations"]),
        lists={name: frozenset(entries) for name, entries in own.items()},
        others=frozenset(data["others"]),
    )


_ZONE_LENGTH = 4
"""A shorter alias of a zone could be a name of a person."""


def _one_of(characters: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(characters)}]")


def _sounds(syllables: Iterable[str], parts: Iterable[str]) -> re.Pattern[str]:
    either, first = "".join(syllables), "".join({part[0] for part in parts})
    return re.compile(f"(?=[{either}][{either}]|[{first}])")


def _read(name: str) -> bytes:
    return (files("casebook.names") / name).read_bytes()


def _sections(text: str) -> dict[str, dict[str, float]]:
    """The entries of each section with their scores."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, score, entries = line.split("\t")
            found[name].update(dict.fromkeys(entries.split(" "), float(score)))
    return found


def _add(words: dict[str, float], more: Iterable[str], score: float) -> None:
    for word in more:
        if len(word) > 1:
            words[word] = max(words.get(word, score), score)


def _short(place: str) -> str:
    """The short form of a place: 晋源 of 晋源区, 甘孜 of 甘孜藏族自治州."""
    short = _DIVISION.sub("", place)
    return _PEOPLES.sub("", short) or short


def _longest(known: dict[str, int], more: Iterable[str]) -> dict[str, int]:
    found = dict(known)
    for word in more:
        found[word[0]] = max(found.get(word[0], 1), min(len(word), _LONGEST))
    return found
