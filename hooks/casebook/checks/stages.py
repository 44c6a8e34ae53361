"""Stages: the stage in the front matter is the furthest step that the texts state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from casebook.checks.prose import case_texts
from casebook.content.contents import Case, Content
from casebook.content.stage import Stage
from casebook.names.finding import Finding

_WORDS = {
    Stage.FILED: r"立案侦查|立案调查|受案|打掉|捣毁|摧毁|抓获|查获|端掉|落网|到案",
    Stage.CLEARED: r"侦破|破获|告破",
    Stage.DETAINED: r"刑事拘留|刑拘",
    Stage.MEASURES: r"刑事强制措施|强制措施|采取刑事措施|逮捕|批捕|取保候审|监视居住",
    Stage.TRANSFERRED: (
        r"移送(?:[^，。；\n]{0,12}?)起诉|移送(?:[^，。；\n]{0,6}?)检察(?:院|机关)|审查起诉|移诉"
    ),
    Stage.CHARGED: (
        r"提起公诉|被(?:依法)?起诉"
        r"|检察(?:院|机关)(?:已)?(?:依法)?(?:对[^，。；\n]{1,12}(?<![不予于免回未]))?起诉"
    ),
    Stage.FIRST_JUDGMENT: (
        r"一审(?:判决|宣判|判处|以)|判处|被判处|被判(?!断|定)|获刑|判刑|公开宣判|当庭宣判"
    ),
    Stage.FINAL_JUDGMENT: (
        r"判决(?:现?已)?(?:经)?(?:发生法律效力|生效)|终审(?:判决|裁定|宣判)|维持原判"
    ),
    Stage.PENALTY: (
        r"行政拘留|治安拘留|行政处罚|治安(?:管理)?处罚|处以?[^，。；\n]{0,8}罚款|给予警告"
    ),
}
"""The words that state a step."""
_PATTERNS = [(stage, re.compile(_WORDS[stage])) for stage in Stage]
_ANY_STAGE = re.compile(
    "|".join(_WORDS[stage] for stage in sorted(Stage, key=lambda stage: -stage.order))
)
"""All patterns. Each begins with a literal character and not with an alternation: that is fast."""


@cache
def _stage(words: str) -> Stage:
    """The furthest stage whose pattern matches these words."""
    return max((stage for stage, pattern in _PATTERNS if pattern.fullmatch(words)), key=_order)


def _order(stage: Stage) -> int:
    return stage.order


_PAUSE = re.compile(r"[，。；：！？\n]")
_NOT_YET = re.compile(
    r"(?:尚未|还未|仍未|暂未|未(?!成年)|没有|拟|不予?|无|解除|变更|撤销|准备|等待|有待|待|即将|将要|将会|计划|建议|可能|可以?|会|应当?"
    r"|是否|如果?|一旦|提请|报请|撤回|退回|免[于予]|无需|无须|最高|依照|应予?|要求|申请|曾因?|前科|此前因|面临)"
    r"(?:被|依法|予以|及时|尽快|批准|再|进行|给予|处以?|采取|作出|受到|于[^，。；\n]{1,8}|向[^，。；\n]{1,12}|对[^，。；\n]{1,12}"
    r"|因?[^，。；\n]{0,6}(?=\Z))*\Z"
    r"|将(?:依法|被|于[^，。；\n]{1,8}|予以|及时|尽快|择日|按[^，。；\n]{1,6})*\Z"
)
_AFTERWARDS = re.compile(r"之?前(?!科)|与否|条件|的?必要|的期限|阶段(?=的?规定)")
_DROPPED = re.compile(
    "不(?:予)?起诉|不再?提起公诉|撤回起诉|免[于予]起诉|撤案|撤销(?:了|本|该|此)?案件|不(?:予)?(?:批准)?逮捕"
    "|(?:解除|变更)(?:了|其)?(?:刑事)?(?:强制措施|取保候审|监视居住|拘留)"
)
"""The ends of a case without a judgment, which imply the steps before."""


class Statement(NamedTuple):
    """A step that a text states as taken, and its offset."""

    stage: Stage
    start: int
    words: str


def statements(words: str, offset: int = 0) -> Iterator[Statement]:
    """The steps that a text states as taken, not as denied or planned."""
    for match in _ANY_STAGE.finditer(words):
        before = words[max(0, match.start() - 24) : match.start()]
        clause = _PAUSE.split(before)[-1]
        if _NOT_YET.search(clause) or _AFTERWARDS.match(words, match.end()):
            continue
        yield Statement(_stage(match[0]), offset + match.start(), match[0])


def stage_is_the_furthest(content: Content, text: str) -> Iterator[Finding]:
    """The stage is the furthest step stated in title, summary, body and notes, and no further.

    Texts that state no step at all are not checked; nor is a later step whose note states none,
    for its source may be elsewhere.
    """
    if not isinstance(content, Case):
        return
    updates = content.fields.updates
    stages = (content.fields.stage, *(update.stage for update in updates))
    criminal = [stage for stage in stages if not stage.is_administrative]
    if not criminal:
        return
    claimed = max(criminal, key=_order)
    found = [one for start, words in case_texts(content, text) for one in statements(words, start)]
    steps = [one for one in found if not one.stage.is_administrative]
    if not found:
        return
    furthest = max(steps or found, key=lambda one: one.stage.order)
    if steps and not claimed.may_follow(furthest.stage):
        details = {"earlier": claimed.value, "expected": furthest.stage.value}
        yield _finding("wording-stage-behind", furthest.start, furthest.words, furthest, details)
        return
    if updates and not any(statements(updates[-1].note or "")):
        claimed = content.fields.stage
    may_end = claimed.order <= Stage.TRANSFERRED.order or "撤回起诉" in text
    if claimed.is_administrative or (may_end and is_dropped(content, text)):
        return
    if _is_ahead(claimed, steps):
        place = text.find(f"\n{claimed.value}\n") + 1
        details = {"expected": claimed.value}
        yield _finding("wording-stage-ahead", place, claimed.value, furthest, details)


def is_dropped(case: Case, text: str) -> bool:
    """Whether the texts of a case state that it ended without a charge or a judgment."""
    return any(_DROPPED.search(words) for _, words in case_texts(case, text))


def _finding(
    code: str, start: int, words: str, stated: Statement, details: Mapping[str, str]
) -> Finding:
    return Finding(code, start, start + len(words), {"found": stated.words, **details})


def _is_ahead(claimed: Stage, steps: list[Statement]) -> bool:
    """Whether no step stated is the one claimed, or follows it.

    Being filed or cleared is stated in too many ways to be checked.
    """
    if not steps:
        return True
    if claimed in (Stage.DETAINED, Stage.MEASURES):
        return all(one.stage is not claimed for one in steps)
    if claimed.order < Stage.DETAINED.order:
        return False
    return not any(one.stage.may_follow(claimed) for one in steps)


RULES = (stage_is_the_furthest,)
