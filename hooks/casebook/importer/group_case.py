"""Group case: a case as its offence group is read from it, its charges apart from its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from casebook.content.contents import Offence
from casebook.importer.bulletin_words import normalized
from casebook.law.charges import charges, plain

OF_SEVERAL = frozenset(("寻衅滋事罪", "非法经营罪", "非法利用信息网络罪", "诈骗罪", "敲诈勒索罪"))
"""Charges under which cases of several groups are prosecuted."""
HEAD = 160
"""Characters at the beginning of a text that usually state the offence."""
SHORT = 2
"""Names of charges of so many characters are common verbs: 洗钱, 盗窃."""
CHARGED = 9
"""The weight of a charge that is of few groups, in the text."""
_CHARGED_IN_TITLE, _CHARGED_VAGUELY = 16, 5
_LONGEST = 40
_MOST = 8000
"""Characters of a case that are read."""
_FRAUD = "(?:诈骗|电诈|网络诈骗|电信网络诈骗)(?!罪)"
_IN_PASSING = re.compile(
    "(?:用于|不乏|流入|上游|被用来)[^，。、]{0,10}(?:诈骗|赌博|刷量)[^，。]{0,4}"
    "|(?:为|给|向)[^，。、]{0,6}(?:诈骗、赌博|赌博、诈骗)(?:等)?(?:团伙|集团|分子|犯罪|人员|网站|平台)?"
    f"|(?:为(?!名|由|幌|借口|诱饵)|帮|帮助|给|向|替|受|供|卖给|提供给|转给|交给|协助)(?:[^，。、]{{0,8}}){_FRAUD}(?:团伙|集团|分子|犯罪"
    f"|窝点|人员|网站|平台|活动|公司|App)?"
    f"|涉诈(?:资金|网站|平台|账户|案)?|{_FRAUD}(?:资金|赃款|所得|引流|脚本|话术|等(?:违法)?犯罪|款)"
    "|非法利用信息网络(?=.*(?:赌博|卖淫|诈骗|谣言|水军))|(?:侦办|查办|办理|侦查)(?:的)?一起[^，。]{0,12}案件?(?:时|中|过程)"
)
"""Other offences that a text mentions in passing."""
_OF_FAULT = re.compile("(?:以|因|涉嫌|犯|构成|认定|罪名)[^。；\n]{0,40}$")
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


@dataclass(frozen=True, slots=True)
class GroupCase:
    """A case without its charges, which are read apart, and without words in passing."""

    heading: str
    text: str
    titled: tuple[str, ...]
    """The charges in its title, by their full names."""
    named: tuple[str, ...]
    """The charges in its text."""

    @classmethod
    def of(cls, title: str, text: str) -> GroupCase:
        """The case of a title, which may be empty, and a text."""
        body = _read(text)
        heading = _read(title) or _named_in(body)
        named = tuple(name for _, _, name in _charges_in(body, "罪|案"))
        titled = [
            one
            for one in _charges_in(heading, "罪|案|$")
            if not any(name != one[2] and name.endswith(one[2]) for name in named)
        ]
        return cls(_without(heading, titled), body, tuple(name for _, _, name in titled), named)

    def charged(self, offences: Sequence[Offence]) -> dict[str, int]:
        """The groups of the charges, each with its weight."""
        found: dict[str, int] = {}
        for weight, vague, names in (
            (_CHARGED_IN_TITLE, 0, self.titled),
            (CHARGED, _CHARGED_VAGUELY, self.named),
        ):
            for name in names:
                for offence in offences:
                    if name in _statutory(offence):
                        value = vague if name in OF_SEVERAL else weight
                        found[offence.slug] = max(found.get(offence.slug, 0), value)
        return found

    def is_of_no_group(self, offences: Sequence[Offence]) -> bool:
        """Whether the title names a charge that no group has."""
        known = {name for offence in offences for name in _statutory(offence)}
        return bool(self.titled) and known.isdisjoint(self.titled)


def _read(text: str) -> str:
    """A text without what it tells in passing."""
    plain_text = normalized(text[:_MOST])
    return _HELPS.sub(r"\1", _IN_PASSING.sub("", _SHAM.sub("诈骗", plain_text)))


def _named_in(text: str) -> str:
    """What a text without a title calls its case: 侦破一起网络赌博案."""
    match = _CASE_NAME.search(text[:HEAD])
    return match["name"] if match else ""


def _charges_in(text: str, ending: str) -> Iterator[tuple[int, int, str]]:
    """The charges that a text names before 罪 or 案, with start and end, by their full names."""
    at = 0
    for match in re.finditer(ending, text):
        before = text[max(0, match.start() - _LONGEST) : match.start()]
        if match[0] == "罪" and not _OF_FAULT.search(before):
            continue
        for start in range(max(at, match.start() - _LONGEST), match.start()):
            words = text[start : match.start()]
            name = _known().get(plain(words))
            if name and words[0] not in "、，”" and words.count("“") == words.count("”"):
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
        if charge and bare != "洗钱":
            found[bare] = next(iter(charge.charge.successors), charge.charge.name)
    return found


def _statutory(offence: Offence) -> frozenset[str]:
    """The full names of the charges of a group."""
    told = ((one.name, charges().find(one.name)) for one in offence.fields.charges)
    return frozenset(found.charge.name if found else name for name, found in told)


def _without(heading: str, found: Iterable[tuple[int, int, str]]) -> str:
    """A title without the charges in it; each end is kept as a mark."""
    for start, end, name in reversed(list(found)):
        if name in OF_SEVERAL:
            continue
        heading = heading[:start] + "□" + heading[end:]
    return heading
