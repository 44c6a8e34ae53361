"""Mentions of a person, by whatever word: for texts in which nobody may be recognized.

Source: 治安管理处罚法 (2026) article 136 for sealed records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.names.hypotheses import FUNCTION
from casebook.names.lexicon import UNKNOWN, Lexicon
from casebook.names.masks import NO_CHARACTER, hides_thing, stands_alone, surname_before

_SIGNED = re.compile(r"某+|[×＊*○〇□■●△▲]+|[xX]{2,}")
_TITLED = re.compile(
    r"先生|女士|小姐|老师|师傅|老板|大姐|大哥|姓(?=[男女网青村居市老中司妇学员务无少夫业嫌]|某(?!氏))|[（(](?:男|女)[，、,]?"
)
_NICKNAME = re.compile("[小老阿](?P<surname>[一-鿿])")
_QUOTED = re.compile(
    '(?:网民|网友|网名|用户名?|昵称|账号|博主|主播)[:：为叫是名]*[“「"](?P<name>[^”」"\\n]{1,20})[”」"]'
)
_AGED = re.compile(
    r"(?<![0-9])(?<![不未]满)[0-9]{1,3}(?:周)?岁(?!以|的?未成年人)"
    r"|(?<![不未]满)(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3}(?:周)?岁(?!以)"
    r"|[5-9０0][05]后|[一二两三几多0-9]+名?(?:[男女][子性孩童生])"
    r"|(?<=[，（、(])[男女](?=[，）、。)])|出生于?[0-9]{4}年|[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:出)?生(?![产效活])"
)
_DESCRIBED = re.compile(
    "[男女][子孩童生青性](?!生殖|别)|男青年|女青年|小伙子?|大妈|大爷|大叔|阿姨|宝妈"
    "|[男女](?:网[民友]|主播|司机)|夫妻|夫妇|情侣|[兄姐]弟俩?|姐妹|父子|母女|(?<![其吉])[他她](?![们人国乡山律])"
    "|[此该]人(?!员|民|数|口)|老太|老汉|妇女|姑娘|[五六七八九]旬"
    "|其?(?:妻子|丈夫|儿子|女儿|母亲|父亲|女友|男友|前夫|前妻|表[哥弟姐妹])|[一-鿿]{2}籍(?![贯地])|户籍地?|籍贯|原籍"
    "|(?<=[省市县区旗州])人(?=[，。、；）)]|$)|[@＠][^\\s，。；]{2,20}"
)
_HAS_JOB = re.compile(
    "[一二两三四五六七八九十0-9]{1,3}[名位]|系|身为|某|涉事|职业[:：为是]{1,2}"
    "|(?:^|(?<=[，。；：\\n]))(?=[一-鿿]{2,5}(?:将|把|被|因|编造|上传|散布|传播|拍摄|造谣|谎称))"
)
"""Words after which a job may be told."""
_JOB_WITHIN, _LONGEST_JOB = 8, 5


def person_mentions(text: str, words: Lexicon) -> Iterator[tuple[int, int]]:
    """The spans in a normalized text that mention a person: masked, titled, aged, or by a job."""
    for match in _SIGNED.finditer(text):
        start = surname_before(text, match.start(), words)
        if start is not None and _is_person(text, start, match, words):
            yield start, match.end()
    for match in _TITLED.finditer(text):
        start = surname_before(text, match.start(), words)
        if start is not None and stands_alone(text, start, match.start(), words):
            yield start, match.end()
    for match in _NICKNAME.finditer(text):
        if _is_nickname(match[0], text, match.start(), words):
            yield match.span()
    for match in _QUOTED.finditer(text):
        yield match.span("name")
    for pattern in (_AGED, _DESCRIBED):
        for match in pattern.finditer(text):
            yield match.span()
    for match in _HAS_JOB.finditer(text):
        if job := _job_after(text, match.end(), words):
            yield job


def _is_nickname(written: str, text: str, start: int, words: Lexicon) -> bool:
    """Whether 小, 老 or 阿 and a character are a person's, and no word or parts of words."""
    if written in words.lists["no_nicknames"] or not stands_alone(text, start, start + 2, words):
        return False
    if written in words.words and written[0] != "阿":
        return words.surnames.get(written[1], UNKNOWN) > _FREQUENT_SURNAME
    return written[0] == "阿" or written[1] in words.surnames


_FREQUENT_SURNAME = -6.5


def _is_person(text: str, start: int, sign: re.Match[str], words: Lexicon) -> bool:
    if sign[0][0] != "某":
        return True
    is_thing = hides_thing(text, start, sign.end())
    if sign.start() - start > 1 or sign[0] != "某":
        is_thing = is_thing and text[start] in NO_CHARACTER
        return text[start] not in FUNCTION - {"曾"} and not is_thing
    if not stands_alone(text, start, sign.start(), words):
        return False
    is_ordinary = text[start] in FUNCTION or words.words.get(text[start], UNKNOWN) > _ORDINARY
    return not (is_ordinary and is_thing)


_ORDINARY = -7.0
"""The score above which a character is more often a word by itself than a surname."""


def _job_after(text: str, first: int, words: Lexicon) -> tuple[int, int] | None:
    """The span of a word for a person's work in the phrase after a place, or None."""
    for start in range(first, min(first + _JOB_WITHIN, len(text) - 1)):
        if not "一" <= text[start] <= "鿿":
            return None
        for end in range(min(start + _LONGEST_JOB, len(text)), start + 1, -1):
            word = text[start:end]
            if word in words.lists["neutral"]:
                return None
            if word in words.occupations or word in words.lists["roles"]:
                return start, end
    return None
