"""Statements: the steps that a text of a bulletin states as taken.

A step that is denied, planned, asked for, merely possible, or part of a person's past is no
statement. The phrases are those of `phrases.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from casebook.law.proceedings.stage import Stage
from casebook.law.proceedings.steps import Step, Track, steps

_TABLE = tomllib.loads(
    files("casebook.law.proceedings").joinpath("phrases.toml").read_text(encoding="utf-8")
)
STRONG, WEAK, FAINT = 2, 1, 0
"""The weight of words: WEAK ones count where no strong ones do, FAINT ones where no others do."""

_ENDED_RETRIAL = {"retrial-ended": "final"}
_PATTERNS = [
    (_ENDED_RETRIAL.get(key, key), weight, words)
    for weight, kind in ((STRONG, "steps"), (WEAK, "weak"), (FAINT, "faint"))
    for key, words in _TABLE[kind].items()
]
_ANY = re.compile("|".join(words for _, _, words in _PATTERNS))
_COMPILED = [(key, weight, re.compile(words)) for key, weight, words in _PATTERNS]

_PAUSE = re.compile(r"[，。；：！？\n]")
_BETWEEN = (
    r"(?:被|依法|予以|及时|尽快|批准|再|进行|进一步|给予|处以?|采取|作出|受到|判处|可以?|会|能|还|要|将|任何"
    r"|于[^，。；\n]{1,8}|向[^，。；\n]{1,12}|对[^，。；\n]{1,12})*\Z"
)
"""What may be between the words that deny or defer a step and those that state it."""
_NOT_YET = re.compile(
    r"(?:未(?!成年)|拟|不(?:予|得|能|会|再|执行)?|无[需须法]?|解除|变更(?!(?:强制措施)?[为成])|撤销|准备|等待|有待|待|即将"
    r"|计划|(?<!量刑)建议|研究|可能|可以?|(?<![协商学社工公员大议机])会|应[当予]?|如果?|若|不排除|提请|报请|撤回|退回|免[于予]"
    r"|最高(?!人民|法|检)|最低|要求|申请|请求|希望|避免|防止|拒绝|符合|适用|依照|或者?|轻则|重则|曾|面临)"
    + _BETWEEN
    + r"|(?:尚未|还未|仍未|暂未|从未|没有|并非|是否|一旦|正研究|撤销(?:此前|先前|原))"
    r"[^，。；\n]{0,6}?"
    + _BETWEEN
    + r"|将(?:依法|从[严重快]|被|于[^，。；\n]{1,8}|予以|及时|尽快|择日|按[^，。；\n]{1,6}"
    r"|面临|受到|对[^，。；\n]{1,12}|把[^，。；\n]{1,8}|会|继续|进一步)*\Z"
    r"|以[上下]的?\Z"
    r"|曾(?:经)?(?:因|于|在|两次|多次|先后|被)[^，。；\n]*\Z|前科[^，。；\n]*\Z"
)
_PRIOR = re.compile(r"(?:曾(?:经)?因|前科|劣迹|[累再]犯|此前因|早年因)")
_RELEASED = re.compile(
    r"[^。；\n]{0,40}?(?:刑满释放|释放后|出狱|[缓假]刑考验期限?[内中间期]*，?(?:其?又|其?再|仍|届?满)|执行完毕)"
)
_AFTERWARDS = re.compile(
    r"(?:措施)?的?(?:期限)?[届期]满|之?前(?!科)|[^，。；\n]{0,16}量刑建议|[^，。；\n]{0,4}(?:予以|被)撤销|与否|条件|的?必要|的期限|阶段(?=的?规定)|标准|[^，。；\n]{0,10}以[下上](?:有期|拘役|管制|罚金|罚款|的)"
    r"|[^，。；\n]{0,8}以[下上](?:[，。；\n]|\Z)|的?(?:案件|情形|可能|风险|后果)"
)
_CHANGED = re.compile(r"(?:变更|改|转)(?:强制措施)?[为成]\Z")
_HEARD = re.compile(r"[择定][日期](?:公开)?宣判|速裁程序")
"""A case whose judgment is announced for later has been heard, as one in a fast-track procedure."""
_HYPOTHETICAL = re.compile(
    r"(?:^|[，。；：\n])(?!对|将|其中)[^，。；：\n已]*的，(?!.*(?:已|现|目前|均|被))[^，。；\n]*\Z"
    r"|(?:下一步|接下来|(?:警方?|警|官|检察官|公安机关)(?:提示|提醒|呼吁))(?!.*已)[^。；\n]*\Z"
)
"""What comes before words of the law on whoever does something, and before plans."""
_TAKEN_BACK = re.compile(r"撤回(?:公诉|起诉)")


class Statement(NamedTuple):
    """A step that a text states as taken, its offset and its words."""

    step: Step
    start: int
    words: str
    weight: int
    """STRONG, WEAK as of 抓获, or FAINT as of 查明."""
    is_change: bool = False
    """Whether it takes the place of the coercive measure before, or follows a charge taken back."""

    @property
    def stage(self) -> Stage | None:
        """The stage of the step; None where it is none."""
        return self.step.stage


def statements(words: str, offset: int = 0) -> Iterator[Statement]:
    """The steps that a text states as taken, in its order; `offset` is added to their offsets."""
    for match in _ANY.finditer(words):
        before = words[max(0, match.start() - _BEFORE) : match.start()]
        clause = _PAUSE.split(before)[-1]
        if not _HYPOTHETICAL.search(before) and _is_stated(words, match, clause):
            key, weight = _key(match[0])
            is_change = _CHANGED.search(clause) or _TAKEN_BACK.search(words, 0, match.start())
            yield Statement(steps()[key], offset + match.start(), match[0], weight, bool(is_change))


@lru_cache(maxsize=4096)
def _key(words: str) -> tuple[str, int]:
    """The key and weight of the first pattern that matches these words as a whole."""
    return next((key, weight) for key, weight, pattern in _COMPILED if pattern.fullmatch(words))


def _is_stated(words: str, match: re.Match[str], clause: str) -> bool:
    if _PRIOR.search(clause) or _RELEASED.match(words, match.end()):
        return False
    is_future = _NOT_YET.search(clause) and not _HEARD.fullmatch(match[0])
    return not is_future and not _AFTERWARDS.match(words, match.end())


_BEFORE = 40
"""Characters of a clause before a word that are read."""


def furthest(found: Iterable[Statement]) -> Statement | None:
    """The statement of the step at which the proceedings are; None where nothing is stated.

    A criminal step precedes what is administrative, unless only a clearing is stated. Several kinds
    of coercive measures are those in general. From the decision on a charge on, a decision that may
    be revoked and one beside it are taken in the order of the text, but a charge that was not
    taken back precedes the end of the proceedings against others.
    """
    current: Statement | None = None
    for one in found:
        if current is None or _replaces(one, current):
            current = one
        elif _are_measures(one, current):
            current = current._replace(step=steps()["measures"])
    return current


def is_mixed(found: Iterable[Statement]) -> bool:
    """Whether the text states different decisions, of several persons or one after another."""
    decisions = {one.step.stage for one in found if _is_decision(one.step)}
    return len(decisions) > 1 and any(stage and stage.is_ended for stage in decisions)


def _replaces(one: Statement, current: Statement) -> bool:
    if one.weight != current.weight:
        return one.weight > current.weight
    tracks = (one.step.track, current.step.track)
    if Track.PLATFORM in tracks:
        return one.step.track is not Track.PLATFORM
    if one.step.track is not current.step.track:
        is_criminal = one.step.track is Track.CRIMINAL
        criminal = one if is_criminal else current
        return is_criminal == (criminal.step.order > _ONLY_CLEARED)
    if current.step.key == "arrested" and one.step.key == "arrest-refused":
        return False
    steps_of_both = (one.step, current.step)
    if one.step.stage in _OF_OTHERS and _is_tried(current.step):
        return one.is_change
    if all(map(_is_decision, steps_of_both)) and any(map(_is_revocable, steps_of_both)):
        return not (current.step.key == "acquitted" and one.step.order < _JUDGMENT)
    if one.is_change and one.step.order == _MEASURES and current.step.order <= _ARREST:
        return True
    if one.step.order == current.step.order == _MEASURES:
        return one.is_change or one.step is current.step
    return one.step.order >= current.step.order


def _are_measures(one: Statement, current: Statement) -> bool:
    return one.step.order == current.step.order == _MEASURES


def _is_decision(step: Step) -> bool:
    """Whether it is a decision of a prosecutor or court, or one to drop a case."""
    return step.track is Track.CRIMINAL and step.order >= _DECISIONS


def _is_tried(step: Step) -> bool:
    """Whether it is a step of a charged case, which ends otherwise only for others."""
    return _is_decision(step) and not _is_revocable(step)


_OF_OTHERS = (Stage.NOT_CHARGED, Stage.DROPPED)
"""Stages that beside a charge are those of other persons, unless it was taken back."""


def _is_revocable(step: Step) -> bool:
    """Whether it is a decision after which the proceedings may still go on or back."""
    return (step.stage is not None and step.stage.is_ended) or step.key in ("remanded", "retrial")


_ONLY_CLEARED, _MEASURES, _ARREST, _DECISIONS, _JUDGMENT = 3, 4, 6, 8, 10
"""Orders of criminal steps: the last without a measure, those of measures, an arrest, the first
decision of a prosecutor on a charge, and the first judgment."""


@cache
def step_of(words: str) -> Step | None:
    """The step that a few words alone state, as 依法逮捕; None where they state none."""
    found = furthest(statements(words))
    return found.step if found else None
