"""Groups: classifies a case into an offence group by its charge, title, bulletin and text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from casebook.content.contents import Offence, names_of
from casebook.importer.bulletin_words import normalized
from casebook.importer.extracted_value import Extracted
from casebook.law.charges import charges, plain

_TABLE = tomllib.loads(
    files("casebook.importer").joinpath("group_words.toml").read_text(encoding="utf-8")
)
_DATA = _TABLE.pop("data")
_AMBIGUOUS = frozenset(("贷款诈骗", "引流", "虚假信息"))
"""Names of groups that are read in their context only."""
_FRAUD = "(?:诈骗|电诈|网络诈骗|电信网络诈骗)"
_IN_PASSING = re.compile(
    "(?:用于|不乏|流入|上游|被用来)[^，。、]{0,10}(?:诈骗|赌博|刷量)[^，。]{0,4}"
    "|(?:为|给|向)[^，。、]{0,6}(?:诈骗、赌博|赌博、诈骗)(?:等)?(?:团伙|集团|分子|犯罪|人员|网站|平台)?"
    f"|(?:为(?!名|由|幌|借口|诱饵)|帮|帮助|给|向|替|受|供|卖给|提供给|转给|交给|协助)(?:[^，。、]{{0,8}}){_FRAUD}(?:团伙|集团|分子|犯罪"
    f"|窝点|人员|网站|平台|活动|公司|App)?"
    f"|涉诈(?:资金|网站|平台|账户|案)?|{_FRAUD}(?:资金|赃款|所得|引流|脚本|话术|等(?:违法)?犯罪|款)"
    "|非法利用信息网络(?=.*(?:赌博|卖淫|诈骗|谣言|水军))|(?:侦办|查办|办理|侦查)(?:的)?一起[^，。]{0,12}案件?(?:时|中|过程)"
)
"""Other offences that a text mentions in passing."""
_OTHER = re.compile(
    "走私|假冒|假药|毒品|枪支|生产、销售|醉酒|驾驶|伤害|杀人|抢劫|强奸|贪污|受贿|行贿|放火|故意毁坏|交通肇事"
)
"""Words of titles that no word of a text outweighs."""
_DUTY = re.compile(
    "(?:未|不)(?:落实|履行|采取|制定|建立|明确|按规定|依法)[^。]{0,60}(?:等级保护|网络安全|数据安全|"
    "保护义务|防护|安全保护|技术措施|责任|制度|日志)[^。]*。?"
    "(?:[^。]*。){0,3}[^。]*(?:处罚|警告|罚款|责令)"
)
"""A penalty for the failure to secure a network or data."""
_FIRM = re.compile("公司|平台|网站|企业|单位|医院|学校|酒店|运营者|机构|中心")
_OF_FAULT = re.compile("(?:以|因|涉嫌|犯|构成)[^。；\n]{0,40}$")
_IN_TITLE, _OF_TOPIC, _IN_HEAD, _IN_TEXT, _MOST_USUAL = 10, 6, 3, 1, 3
_CHARGED_IN_TITLE, _CHARGED, _CHARGED_VAGUELY, _OF_DUTY = 14, 9, 5, 10
_LEAST, _CLEAR, _TOLD_TWICE = 3, 4, 8
_SHORT = 2
"""Names of charges of so many characters are common verbs: 洗钱, 盗窃."""
_LONGEST = 40
_MOST = 8000
"""Characters of a case that are read."""
_HEAD = 160
"""Characters at the beginning of a text that usually state the offence."""
_OF_SEVERAL = frozenset(("寻衅滋事罪", "非法经营罪", "非法利用信息网络罪", "诈骗罪", "敲诈勒索罪"))
"""Charges under which cases of several groups are prosecuted."""


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
    them the text. It is uncertain where another group is close.
    """
    case = _Case.of(title or "", text)
    offences = list(offences)
    told = {one.slug: _told(case, one, topic) for one in offences}
    scores = {one.slug: told[one.slug] + _usual_in(case, one) for one in offences}
    if not any(scores.values()) or case.is_of_no_group(offences):
        return None
    # 招嫖诈骗案 is fraud: of two groups in a title the last one counts.
    best = max(offences, key=lambda one: (scores[one.slug], _last_named(one, case.heading)))
    is_named = _last_named(best, case.heading) > -1 or best.slug in case.charged(offences)
    if _OTHER.search(case.heading) and not is_named and best is not topic:
        return None
    others = [one for one in offences if one is not best]
    is_clear = told[best.slug] >= max((told[one.slug] for one in others), default=0) + _CLEAR
    if not case.heading and best is not topic and best.slug not in case.charged(offences):
        is_clear = is_clear and told[best.slug] >= _TOLD_TWICE
    is_clear = is_clear and scores[best.slug] >= _LEAST
    is_only = all(_last_named(one, case.heading) == -1 for one in others)
    return Extracted(best, case.heading or case.text[:_HEAD], is_clear and is_only)


@dataclass(frozen=True, slots=True)
class _Case:
    """A case as it is read: without charges, which are read apart, and words in passing."""

    heading: str
    text: str
    titled: tuple[str, ...]
    """The charges in its title, by their full names."""
    named: tuple[str, ...]
    """The charges in its text."""

    @classmethod
    def of(cls, title: str, text: str) -> _Case:
        body = _read(text)
        heading = _read(title) or _named_in(body)
        titled = [*_charges_in(heading, "罪|案|$")]
        named = [*_charges_in(body, "罪|案")]
        return cls(
            _without(heading, titled),
            body,
            tuple(name for _, _, name in titled),
            tuple(name for _, _, name in named),
        )

    def charged(self, offences: Sequence[Offence]) -> dict[str, int]:
        """The groups of the charges, each with its weight."""
        found: dict[str, int] = {}
        for weight, vague, names in (
            (_CHARGED_IN_TITLE, 0, self.titled),
            (_CHARGED, _CHARGED_VAGUELY, self.named),
        ):
            for name in names:
                for offence in offences:
                    if name in _statutory(offence):
                        value = vague if name in _OF_SEVERAL else weight
                        found[offence.slug] = max(found.get(offence.slug, 0), value)
        return found

    def is_of_no_group(self, offences: Sequence[Offence]) -> bool:
        """Whether the title names a charge that no group has."""
        known = {name for offence in offences for name in _statutory(offence)}
        return bool(self.titled) and known.isdisjoint(self.titled)


_SHAM = re.compile("(?<=虚假)贷款诈骗|(?<=网络)贷款诈骗|(?<=网上)贷款诈骗|(?<=冒充)贷款诈骗")
"""Fraud by the offer of a loan, which is no fraud for a loan (贷款诈骗罪)."""
_CASE_NAME = re.compile(
    "(?:侦破|破获|侦办|查处|查获|打掉|公布)(?:了|的)?(?:一起|1起)?(?P<name>[^，。；“”]{2,30}?案)(?!件?(?:时|中|过程))"
)


_HELPS = re.compile(
    "((?:赌博|博彩|网赌|色情|招嫖)[^，。；]{0,14}?)(?:国内|境内)?"
    "(?:(?:洗钱|引流|跑分|推广|支付结算|吸粉)[和、及]?)+"
)
"""Help for gambling or vice, which is filed under these."""


def _read(text: str) -> str:
    """A text without what it tells in passing."""
    plain_text = normalized(text[:_MOST])
    return _HELPS.sub(r"\1", _IN_PASSING.sub("", _SHAM.sub("诈骗", plain_text)))


def _named_in(text: str) -> str:
    """What a text without a title calls its case: 侦破一起网络赌博案."""
    match = _CASE_NAME.search(text[:_HEAD])
    return match["name"] if match else ""


def _charges_in(text: str, ending: str) -> Iterator[tuple[int, int, str]]:
    """The charges that a text names before 罪 or 案, with start and end, by their full names."""
    at = 0
    for match in re.finditer(ending, text):
        before = text[max(0, match.start() - _LONGEST) : match.start()]
        if match[0] == "罪" and not _OF_FAULT.search(before):
            continue
        for start in range(max(at, match.start() - _LONGEST), match.start()):
            name = _known().get(plain(text[start : match.start()]))
            if name and text[start] not in "、，":
                yield start, match.start(), name
                at = match.end()
                break


@cache
def _known() -> dict[str, str]:
    """The full names of charges by all plain names without 罪 that are no common verbs."""
    found = {}
    for spelling, name in charges().spellings.items():
        charge = charges().find(name)
        bare = spelling.removesuffix("罪")
        if charge and (len(bare) > _SHORT or bare not in ("洗钱",)):
            found[bare] = next(iter(charge.charge.successors), charge.charge.name)
    return found


def _statutory(offence: Offence) -> frozenset[str]:
    """The full names of the charges of a group."""
    told = ((one.name, charges().find(one.name)) for one in offence.fields.charges)
    return frozenset(found.charge.name if found else name for name, found in told)


def _without(heading: str, found: Iterable[tuple[int, int, str]]) -> str:
    """A title without the charges in it; each end is kept as a mark."""
    for start, end, name in reversed(list(found)):
        if name in _OF_SEVERAL:
            continue
        heading = heading[:start] + "□" + heading[end:]
    return heading


def _last_named(offence: Offence, heading: str) -> int:
    """The end index of the last mention of the group in a title; -1 if there is none."""
    return max((match.end() for match in _telling(offence).finditer(heading)), default=-1)


def _told(case: _Case, offence: Offence, topic: Offence | None) -> int:
    """The score of a group by its charges, the title, the topic and the words that tell it."""
    telling = _telling(offence)
    score = case.charged([offence]).get(offence.slug, 0)
    score += _IN_TITLE if telling.search(case.heading) else 0
    score += _OF_TOPIC if offence is topic else 0
    score += _IN_HEAD * min(2, len(telling.findall(case.text[:_HEAD])))
    score += _IN_TEXT * min(4, len(telling.findall(case.text)))
    if offence.slug == _DUTY_GROUP and _DUTY.search(case.text) and _FIRM.search(case.text):
        score += _OF_DUTY
    return score


def _usual_in(case: _Case, offence: Offence) -> int:
    return min(_MOST_USUAL, len(_usual(offence).findall(case.text)))


_DUTY_GROUP = "platform-duty"


def _telling(offence: Offence) -> re.Pattern[str]:
    """What tells a group: its words, and its names and charges that are no common verbs."""
    charged = (charge.name.removesuffix("罪") for charge in offence.fields.charges)
    long = (name for name in charged if len(name) > _SHORT)
    names = (re.escape(name) for name in (*names_of(offence), *long) if name not in _AMBIGUOUS)
    return _pattern(*_words(offence.slug, "telling"), *names)


def _usual(offence: Offence) -> re.Pattern[str]:
    return _pattern(*_words(offence.slug, "usual"))


def _words(slug: str, kind: str) -> list[str]:
    words: list[str] = _TABLE.get(slug, {}).get(kind, [])
    return words


@cache
def _pattern(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words).replace("DATA", _DATA) or "(?!)")
