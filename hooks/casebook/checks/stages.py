"""Stages: the stage in the front matter is the furthest step that the texts state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from casebook.checks.prose import case_texts
from casebook.content.contents import Case, Content
from casebook.law.proceedings.stage import Stage
from casebook.law.proceedings.statements import FAINT, STRONG, Statement, furthest, statements
from casebook.law.proceedings.steps import Track
from casebook.names.finding import Finding

_OF_MEASURES = re.compile(r"(?:解除|变更)(?:了|其)?(?:刑事)?(?:强制措施|取保候审|监视居住|拘留)")
_LIFTED = {
    Stage.DETAINED: _OF_MEASURES,
    Stage.MEASURES: _OF_MEASURES,
    Stage.CHARGED: re.compile("撤回起诉"),
}
_HALTED = frozenset({"arrest-refused", "dropped"})


def stage_is_the_furthest(content: Content, text: str) -> Iterator[Finding]:
    """The stage is the furthest step stated in title, summary, body and notes, and no further.

    Texts that state no step at all are not checked; nor is a later step whose note states none,
    for its source may be elsewhere.
    """
    if not isinstance(content, Case):
        return
    updates = content.fields.updates
    criminal = [stage for stage in content.stages if not stage.is_administrative]
    texts = case_texts(content, text)
    found = [
        one for start, words in texts for one in statements(words, start) if one.weight > FAINT
    ]
    steps = [one for one in found if one.step.track is Track.CRIMINAL]
    last = furthest(steps) or furthest(found)
    if not criminal or not last:
        return
    claimed = criminal[-1]
    is_in_body = last.start >= texts[-1][0]
    if steps and (code := _behind(claimed, criminal, last, is_in_body)) and last.stage:
        details = {"earlier": claimed.value, "expected": last.stage.value}
        yield _finding(code, last.start, last.words, last, details)
        return
    if updates and not any(statements(updates[-1].note or "")):
        claimed = content.fields.stage
    is_lifted = _is_lifted(claimed, texts)
    if not claimed.is_administrative and not is_lifted and _is_ahead(claimed, steps):
        place = text.find(f"\n{claimed.value}\n") + 1
        details = {"expected": claimed.value}
        yield _finding("wording-stage-ahead", place, claimed.value, last, details)


def _is_lifted(claimed: Stage, texts: Iterable[tuple[int, str]]) -> bool:
    """Whether a text states that the measure or charge claimed was lifted, and so was one."""
    pattern = _LIFTED.get(claimed)
    return pattern is not None and any(pattern.search(words) for _, words in texts)


def is_dropped(case: Case, text: str) -> bool:
    """Whether the texts of a case state that it ended without a charge or a judgment."""
    return any(
        one.step.key in _HALTED or (one.stage is not None and one.stage.is_ended)
        for _, words in case_texts(case, text)
        for one in statements(words)
    )


def _finding(
    code: str, start: int, words: str, stated: Statement, details: Mapping[str, str]
) -> Finding:
    return Finding(code, start, start + len(words), {"found": stated.words, **details})


def _behind(claimed: Stage, stages: list[Stage], last: Statement, is_in_body: bool) -> str:
    """The code of a step stated beyond the one claimed; empty where there is none.

    An end without a verdict may be that of one of several persons where a body tells of it.
    """
    if last.stage is None:
        return ""
    if last.stage.is_ended:
        return "" if is_in_body or last.stage in stages else "wording-stage-ended"
    is_behind = last.weight is STRONG and not claimed.may_follow(last.stage)
    return "wording-stage-behind" if is_behind else ""


def _is_ahead(claimed: Stage, steps: list[Statement]) -> bool:
    """Whether no step stated is the one claimed, or follows it.

    Being filed or cleared is stated in too many ways to be checked. A case that ended without a
    verdict, or whose suspects were not arrested, may keep the stage before.
    """
    stated = {one.stage for one in steps if one.stage and one.weight is STRONG}
    if not steps or claimed in (Stage.FILED, Stage.CLEARED):
        return not steps
    if claimed.is_ended or claimed is Stage.ARREST_REFUSED:
        return claimed not in stated
    is_halted = any(stage.is_ended or stage is Stage.ARREST_REFUSED for stage in stated)
    if is_halted and not claimed.is_before_court:
        return False
    if claimed in (Stage.DETAINED, Stage.MEASURES):
        return claimed not in stated
    beyond = stated - {Stage.DROPPED, Stage.NOT_CHARGED}  # which need no charge before them
    return not any(stage.may_follow(claimed) for stage in beyond)


RULES = (stage_is_the_furthest,)
