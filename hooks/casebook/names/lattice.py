"""The lattice of a clause: the likeliest way to read it as words and names of persons.

Every name is a hypothesis: a surname and one or two characters, scored by how often they are
written in names, and by the context. It is a name where no reading as words is likelier.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log

from casebook.names.context import FRAME, Roles, left, right
from casebook.names.lexicon import UNKNOWN, Lexicon

CLAUSE = re.compile("[一-鿿]{2,}")
MASKS = frozenset("某×＊*xXＸ○〇□■●△▲")
"""Characters in place of those of a name that are not told."""
NUMBERS = frozenset("甲乙丙丁戊己庚辛壬癸")
"""Characters after a mask that number persons."""
PRIOR = log(0.004) + 1.0
"""Of a name at any place, with a bias for finding."""
TWO, ONE = log(0.84), log(0.16)
"""Of given names of two characters and of one."""
RARE_GIVEN, ANY_SURNAME = -13.0, -12.5
"""Of a character that no list has in given names, and of any as a surname after a role."""
FUNCTION = frozenset(
    "内里中上下后前了者其之的们着过才把被将并均皆已曾仍也都就还又再称说问应需可能会要须不未没无非各每某这那此与及或等"
)
_DOUBLED = log(0.02)
"""Of the second character of a given name being the first again."""
_PLACE = re.compile("[一-鿿]家?[一-鿿]?[庄湾沟岭村屯寨堡坡店营坪坝桥楼镇塔集]")
"""A name of a village or a street, whose first character is often a surname."""
_PLACE_COST = 3.0
NICKNAMED = frozenset("小老阿")
"""Characters before a surname or a given name in forms of address, which tell no full name."""
FUNCTION_COST = 4.0
NOT_GIVEN = re.compile(
    "先生|女士|老师|同志|小姐|某|姓|氏(?:集团|家族|企业|公司|兄弟|父子|[之的])|警官|同学|大爷|大妈|阿姨|师傅|老板|总|老伯|奶奶|爷爷"
)
_FOREIGN_PRIOR, _SYLLABLE, _LONGEST_FOREIGN = PRIOR - 2.0, 0.9, 8
_PART, _LONGEST_PART = -6.5, 5
"""The score and the length of a part of a name that is listed."""
_FOREIGN_AFTER_ROLE, _FOREIGN_FIRST = 5.0, 0.5
_WORD_OF_SYLLABLES = -15.0
"""The score above which a word of such characters is read as a word."""
_MOST_CONTEXT = 8.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a span of a text; `role` and `frame` tell what speaks for it."""

    start: int
    end: int
    score: float
    surname: int
    """The length of its surname; 0 in a foreign name."""
    role: float
    frame: float
    margin: float = 0.0
    """How much likelier the clause is with it than without, as a logarithm."""


def lattice_names(text: str, words: Lexicon, roles: Roles) -> list[Name]:
    """The names in a normalized text by the likeliest reading of each clause."""
    found: list[Name] = []
    for match in CLAUSE.finditer(text):
        start, end = match.span()
        hypotheses = [*_hypotheses(text, start, end, words, roles)]
        if hypotheses:
            found += _best_names(match[0], start, hypotheses, words)
    return found


def _hypotheses(text: str, first: int, last: int, words: Lexicon, roles: Roles) -> Iterator[Name]:
    surnames, compounds = words.surnames, words.compounds
    for start in range(first, last - 1):
        if text[start] in NUMBERS and start and text[start - 1] in MASKS:
            continue
        surname = surnames.get(text[start])
        compound = compounds.get(text[start : start + 2])
        if surname is not None:
            yield from _of_surname(text, start, last, 1, surname, words, roles)
        if compound is not None:
            yield from _of_surname(text, start, last, 2, compound, words, roles)
        listed = roles.listed.get(start, 0.0)
        is_expected = listed or start == first
        if surname is None and is_expected and text[start] not in FUNCTION:
            yield from _of_surname(text, start, last, 1, ANY_SURNAME, words, roles)
        if listed or left(text, start):
            bonus = _FOREIGN_AFTER_ROLE if listed else _FOREIGN_FIRST
            yield from _foreign(text, start, last, bonus, listed, words)


def _of_surname(
    text: str, start: int, last: int, length: int, score: float, words: Lexicon, roles: Roles
) -> Iterator[Name]:
    begin = start + length
    if NOT_GIVEN.match(text, begin):
        return
    given = words.given
    first = given.get(text[begin : begin + 1], RARE_GIVEN)
    for end, own in ((begin + 1, first + ONE), (begin + 2, first + TWO)):
        if end > last or (end < len(text) and text[end] in MASKS):
            return
        if end == begin + 2:
            other = given.get(text[end - 1], RARE_GIVEN)
            own += max(other, _DOUBLED) if text[end - 1] == text[begin] else other
        base = PRIOR + score + own
        inner = _inner(text[start:end], words)
        if base + _MOST_CONTEXT <= inner:
            continue
        if text[start] in NICKNAMED and (end == start + 2 or text[begin] in words.surnames):
            continue
        role, frame = roles.at(text, start), right(text, end)
        context = max(role, left(text, start))
        if _is_other(text[start:end], words):
            context, role = min(context, 0.0), 0.0
        context -= FUNCTION_COST * sum(one in FUNCTION for one in text[begin:end])
        if not role and end - start == 3 and _PLACE.fullmatch(text[start:end]):
            context -= _PLACE_COST
        total = base + context + frame
        if score == ANY_SURNAME and not role and frame < FRAME:
            continue
        if total > inner:
            yield Name(start, end, total, length, role, frame)


def _is_other(name: str, words: Lexicon) -> bool:
    """Whether it is a verb or the like, or one with a function character after it."""
    if len(name) == 2:
        return name in words.others
    return len(name) == 3 and name[2] in FUNCTION and name[:2] in words.others


@lru_cache(maxsize=65536)
def _inner(name: str, words: Lexicon) -> float:
    """The likeliest reading of a name as words."""
    return words.word_score(name)


def _foreign(
    text: str, start: int, last: int, bonus: float, role: float, words: Lexicon
) -> Iterator[Name]:
    """The transliterated names that begin at a place, of parts of names and of single sounds."""
    best = {start: _FOREIGN_PRIOR + bonus}
    limit = min(start + _LONGEST_FOREIGN, last)
    for begin in range(start, limit):
        if (score := best.get(begin)) is None:
            continue
        if (syllable := words.syllables.get(text[begin])) is not None and text[begin] not in MASKS:
            best[begin + 1] = max(best.get(begin + 1, -99.0), score + syllable + _SYLLABLE)
        for end in range(begin + 2, min(begin + _LONGEST_PART, limit) + 1):
            if text[begin:end] in words.lists["foreign_parts"]:
                best[end] = max(best.get(end, -99.0), score + _PART)
    for end, score in best.items():
        if end > start + 1 and not _is_no_foreign_name(text, start, end, words):
            yield Name(start, end, score, 0, role, right(text, end))


def _is_no_foreign_name(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether it is a word, part of a masked name, or a form of address."""
    written = text[start:end]
    if end < len(text) and text[end] in MASKS:
        return True
    if end == start + 2 and (text[start] in NICKNAMED or text[end - 1] == "姓"):
        return True
    return words.words.get(written, UNKNOWN) > _WORD_OF_SYLLABLES


def _best_names(clause: str, first: int, hypotheses: list[Name], words: Lexicon) -> Iterator[Name]:
    """The names of the likeliest reading of a clause that begins at `first`, with their margins."""
    best, found = _best_reading(clause, first, hypotheses, words)
    for name in found:
        others = [one for one in hypotheses if one is not name]
        yield replace(name, margin=best - _best_reading(clause, first, others, words)[0])


def _best_reading(
    clause: str, first: int, hypotheses: list[Name], words: Lexicon
) -> tuple[float, list[Name]]:
    """The likeliest reading of a clause: its score, and the names in it."""
    by_end: dict[int, list[Name]] = defaultdict(list)
    for one in hypotheses:
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
