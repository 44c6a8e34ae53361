"""Guilt: before a judgment is in force no text calls a person guilty.

Source: 刑事诉讼法 article 12.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from casebook.content.contents import Bulletin, Case, Content
from casebook.law.proceedings.stage import Stage
from casebook.names.finding import Finding

SUSPECT, OFFENDER = "犯罪嫌疑人", "违法行为人"

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_MASK = r"[一-鿿]某(?!公司|网|平台|小区|地|市|县|区|镇|村|店|单位|学校|银行|些|个|种|项|一)"
_NUMBER = "[0-9〇一二两三四五六七八九十百千余多几数]"
_CAUGHT = "抓获|抓住|抓到|擒获|拘留|逮捕|控制|锁定|查获|缉拿|揪出|制服|押解|讯问|审讯"


def _words(kind: str) -> list[tuple[str, str]]:
    """The words of a kind, longest first, as parts of a pattern, with what to write instead."""
    table: dict[str, str] = _TABLE[kind]
    contexts: dict[str, str] = _TABLE["contexts"]
    law = _TABLE["parts"]["law"]
    found = [
        (word.replace("<law>", law) + contexts.get(word, ""), right)
        for word, right in table.items()
    ]
    return sorted(found, key=lambda item: -len(item[0]))


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


_PERSONS = _pattern([word + beside for word, beside in _TABLE["persons"].items()])
_WARNED = _pattern(_TABLE["warned"]["words"].split())
_STATED = {
    kind: (
        re.compile("|".join(f"(?:{word})" for word, _ in _words(kind))),
        [(re.compile(word), right) for word, right in _words(kind)],
    )
    for kind in ("deeds", "slogans", "fates", "neutral")
}
_CONVICT = re.compile(
    r"犯(?<=[一-鿿]{2}犯)(?<![侵冒触进再初共同累防违干明未既偶惯主从首案逃囚战凶嫌罪涉不重能敢会预无难故复轻疑]犯)"
    r"(?<!(?:现行|教唆|帮助|实行|预备|未遂|中止|既遂|过失|故意|结果|行为|危险|身份|政治)犯)"
    rf"(?={_MASK}|[已被均都等、，。；：！？”（）\n]|\Z|落网|到案|归案|{_NUMBER}+[名人])"
)
"""The end of a word such as 诈骗犯, in the place of a person."""
_CONSTITUTED = re.compile(
    r"(?:构成|触犯)了?(?P<charge>[一-鿿、“”]{2,24}?罪(?<!犯罪)(?![犯行名责证嫌人案])"
    r"|[一-鿿]{0,12}?犯罪(?!嫌疑|要件|线索|构成|团伙|集团|链))"
)
_COMMITTED = re.compile(
    r"犯(?<![侵触防违冒嫌罪共再初预重累主从首惯案逃疑]犯)(?![罪人规前本])"
    r"(?P<rest>[下了有]?(?P<charge>[一-鿿、]{2,24}?罪))(?<!犯罪)(?![犯行恶证嫌])"
)
_OPEN = re.compile(
    r"(?:不|未|没有|是否|涉嫌|可能|如果?|若|一旦|能否|或者?|凡|只要|曾|不足以|难以|规定|依照|根据)[^，。；\n]{0,16}\Z"
)
_OF_LAW = re.compile(rf"的(?!{_MASK})|[，,]?(?:应当?|将|要)?依法追究|与否|的?标准")
_OF_COURT = re.compile(r"(?:法院|检察院|检察机关|检方|起诉书)[^。；\n]{0,40}\Z")

_PAUSE = re.compile(r"[。！？；\n]")
_GENERAL = re.compile(
    r"(?:打击|严惩|惩治|惩处|整治|震慑|警惕|谨防|慎防|防范|提防|小心|当心|严防|防止|避免|以免|以防|远离|识破|识别|揭露|遏制"
    r"|不给|不让|别让|莫让|让(?=[^，。；\n]{0,6}\Z)|切莫|切勿|不要|请勿|否则|斗争|提醒|警示|提示|检举|举报|规定)(?!了)"
)
_HABIT = re.compile(
    r"往往|常|通常|经常|一般|惯用|会|可能|善于|多(?:以|为|用|是|利用|通过|采用|冒充)"
    r"|的?(?:惯用|常用|常见)?(?:手法|手段|套路|伎俩|话术|骗术|可乘之机)"
)
_SAID = re.compile(
    r"(?:编造|捏造|谎称|造谣|散布|虚构|谣传|发布|转发|声称|自称|称|骂|诬|以为|误认|怀疑|疑似|所谓)[^，。；\n]{0,16}\Z"
)
_CERTAIN_AFTER = re.compile(
    rf"{_MASK}|[一-鿿]{{1,2}}某某|[（、，]{_MASK}|{_NUMBER}+[名人个]|等{_NUMBER}"
    rf"|(?:当场|成功|全部|依法|先后)?(?:{_CAUGHT}|刑拘|带回|移送)"
    r"|(?![终必早迟])[一-鿿]{0,4}(?:被(?:抓|捕|控制|查获|刑|依法|警方|公安|民警|当场|判)|(?<!将)(?:落网|到案|归案))"
)
_CERTAIN_BEFORE = re.compile(
    rf"(?:(?:{_CAUGHT})(?:了|到)?[一-鿿]{{0,6}}"
    rf"|(?:该|这名|那名|这个|那个|这伙|那伙|这群|涉案|本案|上述)的?"
    rf"|{_NUMBER}+余?[名个伙位人](?:的)?[一-鿿]{{0,4}}|为首的[一-鿿]{{0,4}}"
    rf"|(?:某[某甲乙丙丁]?(?:等(?:{_NUMBER}+[名人])?)?人?|其|他|她|[此该]人|嫌疑人)"
    rf"(?:(?:就|正|才|便|确)?[是系为]|这|那)?(?:{_NUMBER}?[名个])?)\Z"
)
_SOMEBODY = re.compile(
    rf"{_MASK}|嫌疑人|当事人|行为人|等人|[他她](?!人)|其(?=将|必|终|也|已|受|因|难|最|行为|不法)|此人|该(?:男|女|人|团伙)"
    rf"|{_NUMBER}+余?[名人](?!民)|[二两三]人"
)


def presumption_of_innocence(content: Content, text: str) -> Iterator[Finding]:
    """Before a judgment is in force no case and no bulletin's lead calls a person guilty."""
    if not isinstance(content, Case | Bulletin) or _is_judged(content):
        return
    if is_administrative(content):
        yield from _convicts(text, OFFENDER)
    else:
        yield from _convicts(text, SUSPECT)
        yield from _warned(text)
    yield from _statements(text)
    if not (isinstance(content, Case) and content.stage is Stage.FIRST_JUDGMENT):
        yield from _crimes(text)


def _convicts(text: str, right: str) -> Iterator[Finding]:
    """The nouns that call a person guilty, but for general ones."""
    for match in _PERSONS.finditer(text):
        if not _is_general(text, *match.span()):
            yield finding("wording-guilt", text, *match.span(), right)
    for match in _CONVICT.finditer(text) if "犯" in text else ():
        start = match.start() - 2
        if not _PERSONS.match(text, match.start() - 1) and not _is_general(
            text, start, match.end()
        ):
            yield finding("wording-guilt", text, start, match.end(), right)


def _warned(text: str) -> Iterator[Finding]:
    """The nouns of warnings, where they are of a certain person."""
    for match in _WARNED.finditer(text):
        if _is_certain(text, *match.span()) and not _SAID.search(_before(text, match.start())):
            yield finding("wording-guilt", text, *match.span(), SUSPECT)


def _statements(text: str) -> Iterator[Finding]:
    """The words that state guilt without naming a person."""
    for kind, (pattern, words) in _STATED.items():
        for match in pattern.finditer(text):
            before = _before(text, match.start())
            if kind == "slogans" and _GENERAL.search(before):
                continue
            if kind == "fates" and (not _SOMEBODY.search(before) or _OPEN.search(before)):
                continue
            if match[0].startswith("犯罪事实") and _OF_COURT.search(before):
                continue
            right = next(right for word, right in words if word.match(text, match.start()))
            code = "wording-neutral" if kind == "neutral" else "wording-guilt"
            yield finding(code, text, *match.span(), right)


def _crimes(text: str) -> Iterator[Finding]:
    """The crimes that a text states as committed."""
    for match in _COMMITTED.finditer(text):
        right = f"涉嫌{match['charge'].lstrip('下了有')}"
        yield finding("wording-guilt", text, *match.span(), right)
    for match in _CONSTITUTED.finditer(text):
        before = _before(text, match.start())
        is_open = _OPEN.search(before) or _OF_LAW.match(text, match.end())
        if not is_open and not _OF_COURT.search(before):
            yield finding("wording-guilt", text, *match.span(), f"涉嫌{match['charge']}")


def _is_general(text: str, start: int, end: int) -> bool:
    """Whether a noun is of nobody in particular: of a warning, of habits, or of what was said."""
    before = _before(text, start)
    if _SAID.search(before):
        return True
    if _is_certain(text, start, end):
        return False
    return _GENERAL.search(before) is not None or _HABIT.match(text, end) is not None


def _is_certain(text: str, start: int, end: int) -> bool:
    """Whether a noun is of a person who is named, counted or caught."""
    before = _before(text, start)
    is_caught = _CERTAIN_BEFORE.search(before) and not _HABIT.match(text, end)
    return bool(is_caught) or _CERTAIN_AFTER.match(text, end) is not None


def _before(text: str, start: int) -> str:
    """The sentence before a word."""
    return _PAUSE.split(text[max(0, start - _FARTHEST) : start])[-1]


_FARTHEST = 80
"""Characters of a sentence before a word that are read."""


def finding(code: str, text: str, start: int, end: int, right: str) -> Finding:
    """The finding of a word, with what to write instead."""
    return Finding(code, start, end, {"found": text[start:end], "expected": right})


def _is_judged(content: Case | Bulletin) -> bool:
    return isinstance(content, Case) and content.stage.is_judged


def is_administrative(content: Case | Bulletin) -> bool:
    """Whether all stages of a case are administrative."""
    return isinstance(content, Case) and all(one.is_administrative for one in content.stages)


RULES = (presumption_of_innocence,)
