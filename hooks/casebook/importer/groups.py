"""Groups: classifies a case into an offence group by its charge, title, bulletin and text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from casebook.content.contents import Offence, names_of
from casebook.importer.bulletin_words import normalized
from casebook.importer.extracted_value import Extracted, sentence_at
from casebook.importer.group_case import CHARGED, HEAD, OF_SEVERAL, SHORT, GroupCase

_TABLE = tomllib.loads(
    files("casebook.importer").joinpath("group_words.toml").read_text(encoding="utf-8")
)
_DATA = _TABLE.pop("data")
_AMBIGUOUS = frozenset(("贷款诈骗", "引流", "虚假信息"))
"""Names of groups that are read in their context only."""
_OTHER = re.compile(
    "走私|假冒|假药|毒品|枪支|生产、销售|醉酒|驾驶|伤害|杀人|抢劫|强奸|贪污|受贿|行贿|放火|故意毁坏|交通肇事"
)
"""Words of titles that no word of a text outweighs."""
_DUTY_GROUP = "platform-duty"
_FIRM = re.compile(
    "公司|平台|网站|企业|单位|医院|[小中大]学|学[校院]|幼儿园|公众号|小程序|银行|协会|局(?=网站|系统|因|未|的)|酒店|宾馆|网吧|运营者|机构|中心|物业|工作室|App|店"
)
_REPRIMAND = re.compile(
    "(?:责令|限期)[^。；]{0,16}(?:改正|整改|停业|暂停|关停)|警告|罚款|通报批评|行政处罚|从业禁止"
)
_LACK = re.compile(
    "未(?!成年)[^。，；]{0,24}(?:落实|履行|采取|制定|建立|明确|开展|保护|防护|评估|备案|修复|处置|整改|加密|脱敏|留存|发现|核验|审核|登记|报告|停止|措施|制度)"
    "|(?:不|未)(?:核验|审核|登记|查验|落实|履行|采取|制定|建立|明确|按规定|依法|经[^，。；]{0,8}(?:评估|审查|备案|同意))"
    "|(?:日志|记录)[^，。；]{0,12}(?:仅|只|不足|少于|缺失|没有)|裸奔|弱口令|空口令|明文|暴露|疏于|形同虚设|放任|长期不|拒不|拒绝"
    "|(?:被|遭)[^，。；]{0,8}(?:植入|篡改|控制|入侵|攻击|侵入)|(?:无|没有|未设)[^，。；]{0,4}(?:密码|口令|防护|权限|措施)|公开访问|未授权访问|漏洞|隐患|缺陷|泄露|外泄|超范围|过度收集|违规收集|强制收集"
)
"""What a firm failed to do, or what befell it for that."""
_CULPRITS = re.compile(
    "嫌疑人|刑事拘留|刑拘|逮捕|抓获|取保候审|团伙|移送[^，。；]{0,6}起诉|提起公诉|判处|行政拘留|有期徒刑"
)
_IN_TITLE, _OF_TOPIC, _IN_HEAD, _IN_TEXT, _MOST_USUAL, _OF_DUTY = 10, 6, 3, 1, 3, 18
_LEAST, _CLEAR, _TOLD_TWICE = 3, 4, 8


def topic_of(announcement: str, offences: Iterable[Offence]) -> Offence | None:
    """The only group that a bulletin announces; None if it names none or several."""
    text = normalized(announcement)
    named = [offence for offence in offences if _telling(offence).search(text)]
    return named[0] if len(named) == 1 else None


def group_of(
    title: str | None, text: str, topic: Offence | None, offences: Iterable[Offence]
) -> Extracted[Offence] | None:
    """The group with the highest score; None if no word of the case tells one.

    A charge outweighs the words of the title, the title the topic of the bulletin, and each of
    them the text; a firm that is reprimanded for what it failed to do outweighs them all. It is
    uncertain where another group is close, and where a single word tells it.
    """
    case = GroupCase.of(title or "", text)
    offences = list(offences)
    told = {one.slug: _score_of(case, one, topic) for one in offences}
    if not any(score.total for score in told.values()) or _is_of_no_group(case, offences):
        return None
    # 招嫖诈骗案 is fraud: of two groups in a title the last one counts.
    best = max(offences, key=lambda one: (told[one.slug].total, told[one.slug].last_in_title))
    score = told[best.slug]
    is_charged = best.slug in case.charged(offences)
    is_named = score.last_in_title > -1 or is_charged
    if _OTHER.search(case.heading) and not is_named and best is not topic:
        return None
    others = [told[one.slug] for one in offences if one is not best]
    is_clear = score.total >= _LEAST and score.is_told_apart_from(others)
    if not case.heading and best is not topic and not is_charged:
        is_clear = is_clear and score.told >= _TOLD_TWICE
    return Extracted(best, title or sentence_at(text, 0), is_clear)


def _is_of_no_group(case: GroupCase, offences: Sequence[Offence]) -> bool:
    """Whether the title names a charge that no group has, and no group has a word for."""
    words = "\n".join(case.titled)
    is_worded = any(_telling(offence).search(words) for offence in offences)
    return case.is_of_no_group(offences) and not is_worded


@dataclass(frozen=True, slots=True)
class _Score:
    """What tells a group: each kind of evidence with its weight."""

    charged: int
    titled: int
    topical: int
    dutiful: int
    """By a firm that is reprimanded for what it failed to do."""
    worded: int
    """By the telling words of the text."""
    usual: int
    """By words of the text that are said of other groups as well."""
    words: int
    """Different telling words of title and text."""
    last_in_title: int
    """The end index of the last mention in the title; -1 if there is none."""

    @property
    def told(self) -> int:
        """The weight of what is said of no other group."""
        return self.charged + self.titled + self.topical + self.dutiful + self.worded

    @property
    def total(self) -> int:
        """The weight of all evidence."""
        return self.told + self.usual

    @property
    def _kinds(self) -> int:
        kinds = (self.charged, self.charged >= CHARGED, self.topical, self.dutiful, self.usual)
        return self.words + sum(kind > 0 for kind in kinds)

    def is_told_apart_from(self, others: Iterable[_Score]) -> bool:
        """Whether more than one word tells the group, and far more than any other."""
        others = list(others)
        if self._kinds < 2 or any(one.last_in_title > -1 for one in others):
            return bool(self.dutiful)
        if not (self.charged or self.topical) and any(one.in_text > self.in_text for one in others):
            return False
        return self.told >= max((one.told for one in others), default=0) + _CLEAR

    @property
    def in_text(self) -> int:
        """The weight of the words of the text."""
        return self.worded + self.usual + self.dutiful


def _score_of(case: GroupCase, offence: Offence, topic: Offence | None) -> _Score:
    telling = _telling(offence)
    in_title = [*telling.finditer(case.heading)]
    in_text = telling.findall(case.text)
    in_head = telling.findall(case.text[:HEAD])
    return _Score(
        charged=case.charged([offence]).get(offence.slug, 0),
        titled=_IN_TITLE if in_title else 0,
        topical=_OF_TOPIC if offence is topic else 0,
        dutiful=_OF_DUTY if offence.slug == _DUTY_GROUP and _is_reprimanded(case.text) else 0,
        worded=_IN_HEAD * min(2, len(in_head)) + _IN_TEXT * min(4, len(in_text)),
        usual=min(_MOST_USUAL, len(_usual(offence).findall(case.text))),
        words=len({*in_text, *(match[0] for match in in_title)}),
        last_in_title=max((match.end() for match in in_title), default=-1),
    )


def _is_reprimanded(text: str) -> bool:
    """Whether a firm is reprimanded for what it failed to do, and nobody is caught."""
    needed = (_FIRM, _REPRIMAND, _LACK)
    return all(one.search(text) for one in needed) and not _CULPRITS.search(text)


@lru_cache(maxsize=64)
def _telling(offence: Offence) -> re.Pattern[str]:
    """What tells a group: its words, and its names and charges that are no common verbs."""
    return _pattern(*_words(offence.slug, "telling"), *map(re.escape, _names(offence)))


def _names(offence: Offence) -> Iterator[str]:
    """The names of a group, and those of its charges that are of no other and no verbs."""
    yield from (name for name in names_of(offence) if name not in _AMBIGUOUS)
    for charge in offence.fields.charges:
        bare = charge.name.removesuffix("罪")
        if len(bare) > SHORT and bare not in _AMBIGUOUS and charge.name not in OF_SEVERAL:
            yield bare


def _usual(offence: Offence) -> re.Pattern[str]:
    return _pattern(*_words(offence.slug, "usual"))


def _words(slug: str, kind: str) -> list[str]:
    words: list[str] = _TABLE.get(slug, {}).get(kind, [])
    return words


@cache
def _pattern(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words).replace("DATA", _DATA) or "(?!)")
