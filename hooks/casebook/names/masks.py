"""Masks: names in which a sign replaces a character, and those that tell more than the surname.

Source: 法释〔2016〕19号 keeps the surname and writes 某 for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from casebook.names.context import Context
from casebook.names.hypotheses import FUNCTION, NOT_GIVEN, NUMBERS, ONE, PRIOR, RARE_GIVEN
from casebook.names.lexicon import UNKNOWN, Lexicon

_SIGN = r"(?:[某×＊*○〇□■●△▲]|[xX](?![a-z]))"
_TELLING = re.compile(rf"(?P<sign>某某|{_SIGN}|[A-Z])(?P<last>[一-鿿])(?!{_SIGN})")
_IN_BRACKETS = re.compile(rf"{_SIGN}[（(](?P<last>[一-鿿])[）)]")
_GIVEN_FIRST = re.compile("(?P<given>[一-鿿])某(?![某甲乙丙丁戊己庚辛壬癸])")
_NUMBERED = NUMBERS | {"某"}
"""What may follow the sign: a further one, or a number of the person."""
_SEXES = "男女"
THING = re.compile(
    "公司|企业|集团|网站|网络|平台|小区|社区|地区|高校|大学|中学|小学|学[校院]|医院|银行|酒店|宾馆|商[户场店铺家行]|店铺|超市"
    "|工[厂程地]|制造|机构|部门|单位|论坛|软件|应用|直播间|贴吧|短?视频|社交|科技|文化|传媒|信息|物流|快递|电商|游戏|[种些段款]|App|APP"
    "|[局院所队站处部厅]|大桥|[店厂村镇县市区地日月年群号路街](?![一-鿿]?[，。；])|[一二三四五六七八九十]{1,2}[级期号]"
)
"""What follows 某 where it hides a firm, a place or a day."""
_ONE_THING = frozenset("店厂村镇县市区地日月年群号路街")
_NEVER_GIVEN = _ONE_THING - frozenset("月群路")
"""Single characters for a firm, a place or a day, and those of them that end no given name."""
NO_CHARACTER = FUNCTION | frozenset(
    "和在后因以于由是有向对从为但而则让给使来去系即先才遂天一二三四五只其竟原仍处家将"
)
"""Characters that follow a mask as the beginning of the next word."""
_COUNTED = re.compile("[二三四五六七八九十两]人|[二三四五六]名|一(?![，。、])|(?<=某)国")
_MASKED = 8.0
"""How much likelier a surname is before 某 than elsewhere."""
_AHEAD = 10
_BIAS, _BIAS_AFTER_TWO = 1.0, -2.0
"""Towards finding, after one sign and after two, which rarely keep a character."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A masked name at a span of a normalized text, and how to write it."""

    start: int
    end: int
    masked: str


def telling_masks(context: Context) -> Iterator[Mask]:
    """The masked names in a text that keep a character of the given name."""
    text, words = context.text, context.words
    for match in _TELLING.finditer(text):
        start, last = surname_before(text, match.start(), words), match["last"]
        if start is None or last in _NUMBERED or hides_thing(text, start, match.end() - 1):
            continue
        is_doubtful = last in _ONE_THING or match["sign"] in "ABCDEFGHIJKLMNOPQRSTUVWYZ"
        if is_doubtful and not stands_alone(text, start, match.start(), words):
            continue
        bias = _BIAS if len(match["sign"]) == 1 else _BIAS_AFTER_TWO
        if _is_of_name(context, match.end() - 1, bias):
            yield Mask(start, match.end(), text[start : match.start()] + "某某")
    for match in _IN_BRACKETS.finditer(text):
        start = surname_before(text, match.start(), words)
        if start is not None and match["last"] not in (*_NUMBERED, *_SEXES):
            yield Mask(start, match.end(), text[start : match.start()] + "某某")
    if "某" in text:
        yield from _given_kept(context)


def hides_thing(text: str, start: int, place: int) -> bool:
    """Whether a sign before a place hides a firm, a place or a day: 某公司, or 于某日.

    `start` is that of the surname, which can be a preposition.
    """
    is_of_preposition = text[place : place + 1] in _NEVER_GIVEN and text[start] in NO_CHARACTER
    return is_of_preposition or bool(THING.match(text, place))


def _is_of_name(context: Context, place: int, bias: float) -> bool:
    """Whether a character belongs to the name before it rather than to the words after it."""
    text, words = context.text, context.words
    following = _run(_HAN, text, place, place + _AHEAD)
    if _COUNTED.match(text, place):
        return False
    with_name = words.given.get(following[0], RARE_GIVEN) + words.word_score(following[1:])
    with_name += context.after(place + 1) - (4.0 if following[0] in NO_CHARACTER else 0.0)
    return with_name - words.word_score(following) + bias > 0


def _given_kept(context: Context) -> Iterator[Mask]:
    """The masks of the last character only: 王建某."""
    text, words = context.text, context.words
    for match in _GIVEN_FIRST.finditer(text):
        given = match["given"]
        start = surname_before(text, match.start(), words)
        if start is None or given in FUNCTION or NOT_GIVEN.match(text, match.start()):
            continue
        if text[match.end() - 3 : match.end() - 1] in words.compounds:
            continue
        if not stands_alone(text, start, match.start(), words):
            continue
        surname = text[start : match.start()]
        scores = words.surnames if len(surname) == 1 else words.compounds
        around = max(context.role(start), context.before(start)) + 2.0
        thing = 6.0 if THING.match(text, match.end()) else 0.0
        score = PRIOR + scores[surname] + words.given.get(given, RARE_GIVEN) + ONE + around
        # The character before 某 can be a surname itself, and the one before it a word.
        alone = words.words.get(surname, UNKNOWN) + PRIOR + words.surnames.get(given, UNKNOWN)
        if score - thing > max(words.word_score(surname + given), alone + _MASKED):
            yield Mask(start, match.end(), surname + "某某")


def surname_before(text: str, place: int, words: Lexicon) -> int | None:
    """Where the surname begins that ends at a place; None where there is none."""
    if text[max(0, place - 2) : place] in words.compounds:
        return place - 2
    is_of_place = text[max(0, place - 2) : place] in ("小区", "社区", "地区", "城区")
    is_surname = place and text[place - 1] in words.surnames and not is_of_place
    return place - 1 if is_surname else None


def stands_alone(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether no word of the likeliest division of the clause reaches across the ends of a span."""
    first = start - len(_run(_HAN_BEFORE, text, max(0, start - _AHEAD), start))
    last = end + len(_run(_HAN, text, end, end + _AHEAD))
    return all(
        start <= first + begin and first + stop <= end
        for begin, stop in _division(text[first:last], words)
        if start < first + stop and first + begin < end
    )


@lru_cache(maxsize=4096)
def _division(clause: str, words: Lexicon) -> list[tuple[int, int]]:
    return words.division(clause)


_HAN = re.compile("[一-鿿]*")
_HAN_BEFORE = re.compile(r"[一-鿿]*\Z")


def _run(pattern: re.Pattern[str], text: str, start: int, end: int) -> str:
    """The Han characters at the beginning or end of a part of a text."""
    match = pattern.search(text, start, min(end, len(text)))
    return match[0] if match else ""
