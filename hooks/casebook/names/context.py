"""Context: what before and after a place in a text speaks for a person being named there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from casebook.names.lexicon import Lexicon

_OPENING = re.compile(r"[:： “‘\"'（(\[「『《|]{1,2}\Z")
_SUFFIX = re.compile("[一-鿿][人员者手师长商友客徒犯户](?:名叫|叫|为|是|系)?\\Z")
"""The end of many words for persons, listed or not."""
_RULING = re.compile(
    "抓获|[将对被把向由与和及给从找以跟到]|联系|冒充|假借|诬陷|传唤|锁定|指向|其中|经查|目前|随后|叫|系|名|伙同|根据"
    "|破获|打掉|劝投|民警|冒用|针对|点名|的|期间|其间|后来|此后|之后|当[天晚日]|由于|因为|于是|[后时了让]"
)
"""Words before the person that they rule, and words before the subject of a sentence."""
_FRAME_RIGHT = re.compile(
    "等(?:人|[0-9一二三四五六七八九十多几两]+余?[名人个])|[（(]?因?涉嫌|一案|因[涉犯]|[二三四五六七八九十两0-9]+人[，、。被]"
    "|(?:被?依法)?(?:抓获|传唤|刑事拘留|刑拘|行政拘留|逮捕|带回|到案|落网|归案|投案|自首|供述|潜逃|在逃|移送)"
)
"""What follows persons only: further persons, a suspicion, a measure."""
_RIGHT = re.compile(
    r"[、，（(”’\"')」』》\]。：:；;|？！\s]|\Z|[的系称在与和于因被已将对为以等从先每没不也曾仍说]"
    "|通过|名下|告诉|交代|当场"
)
_THING_RIGHT = re.compile(
    "街道|社区|古?镇|[省市县乡村庄路河]|大街|高速|公司|集团|超市|牌|药|酒|茶|汤|海报|快递|学院|相机|主播|出行|糖|球鞋|金店"
)
"""What follows the names of places, firms and goods."""
_THING_COST = 3.0
FRAME = 2.5
"""The weight of what follows persons only."""
_BEFORE = 9
"""Characters before a place that are looked at."""


@dataclass(frozen=True, slots=True)
class Context:
    """A normalized text, with the places in it before which something speaks for a name."""

    text: str
    listed: dict[int, float]
    """The places right after a listed word for a person, with its weight."""
    ruled: frozenset[int]
    """The places right after a word that rules a person, or comes before the subject."""
    occupations: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, text: str, words: Lexicon) -> Context:
        """The context of all places in a text."""
        listed: dict[int, float] = {}
        for match in _roles(words).finditer(text):
            weight = CHARGED if match["charged"] else _ROLE
            for end in (match.end(), match.end("link")):
                listed[end] = max(listed.get(end, 0.0), weight)
        ruled = frozenset(match.end() for match in _RULING.finditer(text))
        return cls(text, listed, ruled, words.occupations)

    def role(self, start: int) -> float:
        """The weight of the word for a person before a place; 0 where there is none."""
        if weight := self.listed.get(start):
            return weight
        before = self.text[max(0, start - _BEFORE) : start]
        if opening := _OPENING.search(before):
            before = before[: opening.start()]
        if any(before[-length:] in self.occupations for length in (2, 3, 4, 5)):
            return _OCCUPATION
        return _SUFFIXED if _SUFFIX.search(before) else 0.0

    def is_likely(self, start: int) -> bool:
        """Whether a clause begins at a place, or a word before it rules a person."""
        return start in self.ruled or not (start and "一" <= self.text[start - 1] <= "鿿")

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


@lru_cache(maxsize=2)
def _roles(words: Lexicon) -> re.Pattern[str]:
    charged, others = (
        "|".join(sorted(words.lists[name], key=len, reverse=True)) for name in ("charged", "roles")
    )
    return re.compile(
        rf"(?<![一-鿿]某)(?:(?P<charged>{charged})|(?:{others}))"
        r"(?P<link>为|是|叫|系|名叫|分别为|分别是|即)?[:： “‘\"'（(\[「『《|]{0,2}"
    )
