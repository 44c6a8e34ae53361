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
_NOT_YET = re.compile(
    r"(?:尚未|还未|仍未|暂未|从未|未(?!成年)|没有|并非|拟|不予?|无|解除|变更(?![为成])|撤销|准备|等待|有待|待|即将|将要|将会|计划|建议|可能|可以?"
    r"|会|应当?|是否|如果?|若|一旦|提请|报请|撤回|退回|免[于予]|无需|无须|最高|最低|依照|应予?|要求|申请|请求|希望|曾因?|前科|此前因|面临"
    r"|避免|防止|拒绝|符合|适用|量刑|或者?)"
    r"(?:被|依法|予以|及时|尽快|批准|再|进行|给予|处以?|采取|作出|受到|于[^，。；\n]{1,8}|向[^，。；\n]{1,12}|对[^，。；\n]{1,12}"
    r"|因?[^，。；\n]{0,6}(?=\Z))*\Z"
    r"|将(?:依法|被|于[^，。；\n]{1,8}|予以|及时|尽快|择日|按[^，。；\n]{1,6}|面临|受到|对[^，。；\n]{1,12}|继续|进一步)*\Z"
    r"|曾(?:经)?(?:因|于|两次|多次|先后|被)[^，。；\n]*\Z|前科[^，。；\n]*\Z"
)
_PRIOR = re.compile(r"(?:曾(?:经)?因|前科|劣迹|[累再]犯|此前因|早年因)")
_RELEASED = re.compile(r"[^。；\n]{0,40}?(?:刑满释放|释放后|出狱|[缓假]刑考验期|执行完毕)")
_AFTERWARDS = re.compile(
    r"之?前(?!科)|与否|条件|的?必要|的期限|阶段(?=的?规定)|标准|[^，。；\n]{0,10}以[下上](?:有期|拘役|管制|罚金|罚款|的)"
    r"|[^，。；\n]{0,8}以[下上](?:[，。；\n]|\Z)|的?(?:案件|情形|可能|风险|后果)"
)
_CHANGED = re.compile(r"(?:变更|改|转)(?:强制措施)?[为成]\Z")
_HEARD = re.compile(r"[择定][日期](?:公开)?宣判")
"""A case whose judgment is announced for later has been heard."""


class Statement(NamedTuple):
    """A step that a text states as taken, its offset and its words."""

    step: Step
    start: int
    words: str
    weight: int
    """STRONG, WEAK as of 抓获, or FAINT as of 查明."""
    is_change: bool = False
    """Whether it takes the place of the coercive measure before."""

    @property
    def stage(self) -> Stage | None:
        """The stage of the step; None where it is none."""
        return self.step.stage


def statements(words: str, offset: int = 0) -> Iterator[Statement]:
    """The steps that a text states as taken, in its order; `offset` is added to their offsets."""
    for match in _ANY.finditer(words):
        before = words[max(0, match.start() - _BEFORE) : match.start()]
        clause = _PAUSE.split(before)[-1]
        if _is_stated(words, match, clause):
            key, weight = _key(match[0])
            place, is_change = offset + match.start(), _CHANGED.search(clause) is not None
            yield Statement(steps()[key], place, match[0], weight, is_change)


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
    be revoked and one beside it are taken in the order of the text.
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
    steps_of_both = (one.step, current.step)
    if all(map(_is_decision, steps_of_both)) and any(map(_is_revocable, steps_of_both)):
        return not (current.step.key == "acquitted" and one.step.order < _JUDGMENT)
    if one.step.order == current.step.order == _MEASURES:
        return one.is_change or one.step is current.step
    return one.step.order >= current.step.order


def _are_measures(one: Statement, current: Statement) -> bool:
    return one.step.order == current.step.order == _MEASURES


def _is_decision(step: Step) -> bool:
    """Whether it is a decision of a prosecutor or court, or one to drop a case."""
    return step.track is Track.CRIMINAL and step.order >= _DECISIONS


def _is_revocable(step: Step) -> bool:
    """Whether it is a decision after which the proceedings may still go on or back."""
    return (step.stage is not None and step.stage.is_ended) or step.key in ("remanded", "retrial")


_ONLY_CLEARED, _MEASURES, _DECISIONS, _JUDGMENT = 3, 4, 8, 10
"""Orders of criminal steps: the last without a measure, those of measures, the first decision of a
prosecutor on a charge, and the first judgment."""


@cache
def step_of(words: str) -> Step | None:
    """The step that a few words alone state, as 依法逮捕; None where they state none."""
    found = furthest(statements(words))
    return found.step if found else None
