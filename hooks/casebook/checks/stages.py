"""Stages: the stage in the front matter is the furthest step that the texts state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casebook.checks.prose import case_texts
from casebook.content.contents import Case, Content
from casebook.names.finding import Finding
from casebook.proceedings.stage import Stage
from casebook.proceedings.statements import Statement, furthest, statements
from casebook.proceedings.steps import Track

_HALTED = frozenset({"arrest-refused", "dropped"})


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
    found = [one for start, words in case_texts(content, text) for one in statements(words, start)]
    steps = [one for one in found if one.step.track is Track.CRIMINAL]
    last = furthest(steps) or furthest(found)
    if not criminal or not last:
        return
    claimed = criminal[-1]
    if steps and (code := _behind(claimed, criminal, last)) and last.stage:
        details = {"earlier": claimed.value, "expected": last.stage.value}
        yield _finding(code, last.start, last.words, last, details)
        return
    if updates and not any(statements(updates[-1].note or "")):
        claimed = content.fields.stage
    if not claimed.is_administrative and _is_ahead(claimed, steps):
        place = text.find(f"\n{claimed.value}\n") + 1
        details = {"expected": claimed.value}
        yield _finding("wording-stage-ahead", place, claimed.value, last, details)


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


def _behind(claimed: Stage, stages: list[Stage], last: Statement) -> str:
    """The code of a step stated beyond the one claimed; empty where there is none.

    A file may tell of an end without a verdict in its text and keep the stage before.
    """
    if last.is_weak or last.stage is None:
        return ""
    if last.stage.is_ended:
        return "" if last.stage in stages else "wording-stage-ended"
    return "" if claimed.may_follow(last.stage) else "wording-stage-behind"


def _is_ahead(claimed: Stage, steps: list[Statement]) -> bool:
    """Whether no step stated is the one claimed, or follows it.

    Being filed or cleared is stated in too many ways to be checked. A case that ended without a
    verdict, or whose suspects were not arrested, may keep the stage before.
    """
    stated = {one.stage for one in steps if one.stage and not one.is_weak}
    if not steps or claimed in (Stage.FILED, Stage.CLEARED):
        return not steps
    if claimed.is_ended or claimed is Stage.ARREST_REFUSED:
        return claimed not in stated
    if any(stage.is_ended or stage is Stage.ARREST_REFUSED for stage in stated):
        return claimed in (Stage.FIRST_JUDGMENT, Stage.FINAL_JUDGMENT) and claimed not in stated
    if claimed in (Stage.DETAINED, Stage.MEASURES):
        return claimed not in stated
    return not any(stage.may_follow(claimed) for stage in stated)


RULES = (stage_is_the_furthest,)
