"""Context: what before and after a place in a text speaks for a person being named there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from casebook.names.lexicon import Lexicon

_LINK = re.compile(
    r"(?:为|是|叫|系|名叫|分别为|分别是|即)?(?P<opening>[:： “‘\"'（(\[「『《|]{0,2})"
)
_OPENING = re.compile(r"[:： “‘\"'（(\[「『《|]{1,2}\Z")
_SUFFIX = re.compile("[一-鿿][人员者手师长商友客徒犯户](?:名叫|叫|为|是|系)?\\Z")
"""The end of many words for persons, listed or not."""
_FRAME_RIGHT = re.compile(
    "等(?:人|[0-9一二三四五六七八九十多几两]+余?[名人个])|[（(]?因?涉嫌|一案|因[涉犯]|[二三四五六七八九十两0-9]+人[，、。被]"
    "|(?:被?依法)?(?:抓获|传唤|刑事拘留|刑拘|行政拘留|逮捕|带回|被(?:骗|盗|害|抓|捕|判)|到案|落网|归案|投案|自首|供述|潜逃|在逃|移送)"
)
"""What follows persons only: further persons, a suspicion, a measure."""
_RIGHT = re.compile(
    r"[、，（(”’\"')」』》\]。：:；;|？！\s]|\Z|[的系称在与和于因被已将对为以等从先每没不也曾仍说]"
    "|通过|名下|告诉|交代|当场"
)
_THING_RIGHT = re.compile(
    "街道|社区|古?镇|[省市区县乡村庄路街巷河湾沟岭屯寨堡坪坝苑庙]|新区|派出所|防线|时代|门店"
    "|小学|中学|大学|学校|幼儿园|医院|大街|高速"
    "|公司|集团|超市|牌|药|酒|茶|汤|海报|快递|学院|相机|主播|出行|糖|球鞋|金店"
)
"""What follows the names of places, firms and goods."""
_THING_COST = 3.0
FRAME = 2.5
"""The weight of what follows persons only."""
_BEFORE = 9
"""Characters before a place that are looked at."""


@dataclass(frozen=True)
class Context:
    """A normalized text or a part of it, and what in it speaks for names at its places."""

    text: str
    words: Lexicon = field(repr=False)

    @cached_property
    def listed(self) -> dict[int, float]:
        """The places right after a listed word for a person, with its weight."""
        found: dict[int, float] = {}
        text, roles = self.text, _roles(self.words)
        for match in roles.last_characters.finditer(text):
            end = match.end()
            if text[max(0, end - 2) : end] not in roles.endings:
                continue
            weights = [
                weight
                for size in range(2, roles.longest + 1)
                if (weight := roles.weights.get(text[max(0, end - size) : end]))
                and text[max(0, end - size - 1) : end - size] != "某"  # as in 李某母亲
            ]
            if weights:
                link = _LINK.match(text, end)
                for place in (end, *(link.span("opening") if link else ())):
                    found[place] = max(found.get(place, 0.0), *weights)
        return found

    def role(self, start: int) -> float:
        """The weight of the word for a person before a place; 0 where there is none."""
        if weight := self.listed.get(start):
            return weight
        before = self.text[max(0, start - _BEFORE) : start]
        if opening := _OPENING.search(before):
            before = before[: opening.start()]
        if any(before[-length:] in self.words.occupations for length in (2, 3, 4, 5)):
            return _OCCUPATION
        return _SUFFIXED if _SUFFIX.search(before) else 0.0

    def is_likely(self, start: int) -> bool:
        """Whether a clause begins at a place, or a word before it rules a person."""
        before = self.text[max(0, start - 2) : start]
        if not before or not "一" <= before[-1] <= "鿿":
            return True
        return not self.words.lists["ruling"].isdisjoint((before[-1], before))

    def before(self, start: int) -> float:
        """The weight of what is before a place but for words for persons."""
        return _LIKELY if self.is_likely(start) else 0.0

    def after(self, end: int) -> float:
        """The weight of what follows a name that ends at a place."""
        if _FRAME_RIGHT.match(self.text, end):
            return FRAME
        if _THING_RIGHT.match(self.text, end):
            return -_THING_COST
        return _BOUNDARY if _RIGHT.match(self.text, end) else 0.0


CHARGED, _ROLE, _OCCUPATION, _SUFFIXED = 5.5, 4.0, 3.0, 1.5
"""The weights of roles in procedures, of other listed words for persons, of occupations of the
lexicon, and of words with the suffix of one."""
_LIKELY, _BOUNDARY = 1.5, 1.0
MOST_CONTEXT, MOST_UNLISTED = CHARGED + FRAME, _OCCUPATION + FRAME
"""The most that a context can weigh, and the most without a listed word for a person."""


@dataclass(frozen=True, slots=True)
class _Roles:
    """The listed words for persons."""

    weights: dict[str, float]
    endings: frozenset[str]
    """Their last two characters."""
    longest: int
    last_characters: re.Pattern[str]


@lru_cache(maxsize=2)
def _roles(words: Lexicon) -> _Roles:
    weights = dict.fromkeys(words.lists["roles"], _ROLE)
    weights |= dict.fromkeys(words.lists["charged"], CHARGED)
    last = "".join({word[-1] for word in weights})
    endings = frozenset(word[-2:] for word in weights)
    return _Roles(weights, endings, max(map(len, weights)), re.compile(f"[{last}]"))
