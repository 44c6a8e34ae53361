"""Hypotheses: the names that could be in a clause, each with the score of being written there.

A surname and one or two characters are scored by how often they are written in names, and by the
context; so are the sounds and parts of foreign names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import log

from casebook.names.context import FRAME, MOST_CONTEXT, MOST_UNLISTED, Context
from casebook.names.lexicon import UNKNOWN, Lexicon

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
_NO_WORD = -99.0
_PLACE = re.compile(
    "[一-鿿](?P<home>家)?[一-鿿]?[庄湾沟岭村屯寨堡坡店营坪坝桥楼镇塔集省市区县街路]"
)
"""A name of a village or a street, whose first character is often a surname."""
_PLACE_COST, _HOME_COST = 3.0, 8.0
"""Of a place, and of one that is named as a family's home, as 贾家庄."""
NICKNAMED = frozenset("小老阿")
"""Characters before a surname or a given name in forms of address, which tell no full name."""
FUNCTION_COST = 4.0
NOT_GIVEN = re.compile(
    "当[日时场天月年]|先生|女士|老师|同志|小姐|某|姓|氏(?:集团|家族|企业|公司|兄弟|父子|[之的])|警官|同学|大爷|大妈|阿姨|师傅|老板|总|老伯|奶奶|爷爷"
    "|经理|会计|律师|医生|教授|主任|院长|局长|处长|科长|所长|队长|书记|校长|厂长"
)
_FOREIGN_PRIOR, _SYLLABLE, _LONGEST_FOREIGN = PRIOR - 2.0, 0.9, 8
_PART, _LONGEST_PART = -6.5, 5
"""The score and the length of a part of a name that is listed."""
_FOREIGN_AFTER_ROLE, _FOREIGN_FIRST = 5.0, 0.5
_WORD_OF_SYLLABLES = -15.0
"""The score above which a word of such characters is read as a word."""


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
    """How much likelier the clause is with it than without, as a logarithm; 0 in a hypothesis."""


def hypotheses(context: Context, first: int, last: int) -> Iterator[Name]:
    """The names that could be in a clause, but for those that read as words more likely."""
    text, listed = context.text, context.listed
    for bare in _bare_names(context, first, last):
        after_first = bare.start + bare.surname + 1
        before = text[max(0, bare.start - 1) : bare.start]
        is_numbered = text[bare.start] in NUMBERS and before in MASKS
        is_thing = before == "某"  # as in 某江大桥
        if not (is_numbered or is_thing) and MASKS.isdisjoint(text[after_first : bare.end + 1]):
            yield from _in_context(context, bare)
    for match in context.words.sounds.finditer(text, first, last):
        start = match.start()
        weight = listed.get(start, 0.0)
        if weight or context.is_likely(start):
            bonus = _FOREIGN_AFTER_ROLE if weight else _FOREIGN_FIRST
            yield from _foreign(context, start, last, bonus, weight)


def _bare_names(context: Context, first: int, last: int) -> Iterator[Name]:
    """Surnames and one or two characters after them, scored without their context.

    What no context could make likelier than the same characters as words is left out by the scores
    of characters and of pairs alone: the whole takes a third of the time, measured.
    """
    text, listed, words = context.text, context.listed, context.words
    get, given = words.words.get, words.given.get
    for start, length, score in _surnames_in(context, first, last):
        begin = start + length
        if begin >= last:
            continue
        bound = MOST_CONTEXT if start in listed else MOST_UNLISTED
        base = PRIOR + score + given(text[begin], RARE_GIVEN)
        as_words = get(text[start], UNKNOWN) + get(text[begin], UNKNOWN)
        if length == 2:
            as_words += get(text[start + 1], UNKNOWN)
        if base + ONE + bound > as_words:
            as_words = max(as_words, get(text[start : begin + 1], _NO_WORD))
            if base + ONE + bound > as_words:
                yield Name(start, begin + 1, base + ONE, length, 0.0, 0.0)
        if begin + 1 < last:
            other = given(text[begin + 1], RARE_GIVEN)
            base += TWO + (max(other, _DOUBLED) if text[begin + 1] == text[begin] else other)
            if base + bound > as_words + get(text[begin + 1], UNKNOWN):
                yield Name(start, begin + 2, base, length, 0.0, 0.0)


def _surnames_in(context: Context, first: int, last: int) -> Iterator[tuple[int, int, float]]:
    """The surnames in a clause: start, length and score; any character where a name is expected."""
    text, listed, words = context.text, context.listed, context.words
    surnames, compounds = words.surnames, words.compounds
    for match in words.surname_pattern.finditer(text, first, last):
        yield match.start(), 1, surnames[match[0]]
    for start in (first, *(place for place in listed if first < place < last)):
        if text[start] not in surnames and text[start] not in FUNCTION:
            yield start, 1, ANY_SURNAME
    for match in words.compound_starts.finditer(text, first, last):
        start = match.start()
        if (score := compounds.get(text[start : start + 2])) is not None:
            yield start, 2, score


def _in_context(context: Context, bare: Name) -> Iterator[Name]:
    """A name with its context, where it is likelier than the same characters as words."""
    text, words, start, end = context.text, context.words, bare.start, bare.end
    begin, written = start + bare.surname, text[start:end]
    inner, frame, before = _as_words(written, words), context.after(end), context.before(start)
    bound = MOST_CONTEXT if start in context.listed else MOST_UNLISTED
    if bare.score + bound - FRAME + frame <= inner or _is_address(text, start, end, begin, words):
        return
    role = context.role(start)
    weight = max(role, before) - _cost(text, start, begin, end, role)
    if _is_other(written, words):
        weight, role = min(weight, 0.0), 0.0
    is_expected = text[start] in words.surnames or bare.surname > 1 or role or frame >= FRAME
    if is_expected and (total := bare.score + weight + frame) > inner:
        yield replace(bare, score=total, role=role, frame=frame)


def _is_address(text: str, start: int, end: int, begin: int, words: Lexicon) -> bool:
    """Whether it is a form of address, as 张先生 or 小李."""
    if NOT_GIVEN.match(text, begin):
        return True
    return text[start] in NICKNAMED and (end == start + 2 or text[begin] in words.surnames)


def _cost(text: str, start: int, begin: int, end: int, role: float) -> float:
    """What speaks against a name: function characters in it, or that it is like a village's."""
    cost = FUNCTION_COST * sum(one in FUNCTION for one in text[begin:end])
    if not role and (place := _PLACE.fullmatch(text, start, end)):
        cost += _HOME_COST if place["home"] else _PLACE_COST
    return cost


def _is_other(name: str, words: Lexicon) -> bool:
    """Whether it is a verb or the like, or one with a function character after it."""
    if len(name) == 2:
        return name in words.others
    return len(name) == 3 and name[2] in FUNCTION and name[:2] in words.others


def _as_words(name: str, words: Lexicon) -> float:
    """The score of the likeliest reading of two to four characters as words."""
    if len(name) > 3:
        return words.word_score(name)
    get = words.words.get
    first, second = get(name[0], UNKNOWN), get(name[1], UNKNOWN)
    both = max(first + second, get(name[:2], _NO_WORD))
    if len(name) == 2:
        return both
    third = get(name[2], UNKNOWN)
    return max(both + third, first + get(name[1:], _NO_WORD), get(name, _NO_WORD))


def _foreign(context: Context, start: int, last: int, bonus: float, role: float) -> Iterator[Name]:
    """The transliterated names that begin at a place, of parts of names and of single sounds."""
    text, words = context.text, context.words
    best = {start: _FOREIGN_PRIOR + bonus}
    limit = min(start + _LONGEST_FOREIGN, last)
    for begin in range(start, limit):
        if (score := best.get(begin)) is None:
            continue
        if (syllable := words.syllables.get(text[begin])) is not None and text[begin] not in MASKS:
            best[begin + 1] = max(best.get(begin + 1, _NO_WORD), score + syllable + _SYLLABLE)
        for end in range(begin + 2, min(begin + _LONGEST_PART, limit) + 1):
            if text[begin:end] in words.lists["foreign_parts"]:
                best[end] = max(best.get(end, _NO_WORD), score + _PART)
    for end, score in best.items():
        if end > start + 1 and not _is_no_foreign_name(text, start, end, words):
            yield Name(start, end, score, 0, role, context.after(end))


def _is_no_foreign_name(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether it is a word, part of a masked name, or a form of address."""
    written = text[start:end]
    if (end < len(text) and text[end] in MASKS) or NOT_GIVEN.match(text, start + 1):
        return True
    if end == start + 2 and (text[start] in NICKNAMED or text[end - 1] == "姓"):
        return True
    return words.words.get(written, UNKNOWN) > _WORD_OF_SYLLABLES
