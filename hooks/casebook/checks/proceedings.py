"""Rules on what the front matter tells of the proceedings beside their stage."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.content.contents import Case, Content
from casebook.content.problem import Problem
from casebook.content.yaml_tree import Location
from casebook.law.proceedings.stage import Stage
from casebook.law.proceedings.steps import Step, steps
from casebook.texts import problems as texts

_SENT = frozenset({Stage.TRANSFERRED, Stage.ARREST_REFUSED, Stage.NOT_CHARGED})
_JUDGED = frozenset({Stage.FIRST_JUDGMENT, Stage.FINAL_JUDGMENT, Stage.RETRIAL})
_FROM = {
    "prosecutor": lambda stage: stage in _SENT or stage.is_before_court,
    "court": lambda stage: stage.is_before_court,
    "sentence": lambda stage: stage in _JUDGED,
    "outcome": lambda stage: stage in _JUDGED or stage.is_ended or stage.is_administrative,
}
"""The fields that a case has from certain stages on."""

_OF_SUSPECTS = (
    "step", "charge", "act", "people", "prosecutor", "court", "sentence", "outcome", "updates"
)  # fmt: skip
"""The fields of proceedings, which a notice does not have."""


def step_is_of_its_stage(content: Content) -> Iterator[Problem]:
    """A step belongs to the stage beside it."""
    if not isinstance(content, Case):
        return
    fields = content.fields
    yield from _misplaced(content, fields.step, fields.stage, ("step",))
    for position, update in enumerate(fields.updates):
        yield from _misplaced(content, update.step, update.stage, ("updates", position, "step"))


def _misplaced(case: Case, step: Step | None, stage: Stage, place: Location) -> Iterator[Problem]:
    if step is not None and step.stage is not stage and step.stage and not case.is_notice:
        values = {"found": step.name, "expected": step.stage.value, "earlier": stage.value}
        yield case.problem("step-elsewhere", place, **values)


def figures_told_by_now(content: Content) -> Iterator[Problem]:
    """The stage at which a figure was told is not after the current stage of its case."""
    if not isinstance(content, Case) or content.is_notice:
        return
    for key, told in (("people", content.fields.people), ("amount", content.fields.amount)):
        if told and told.at and not content.stage.may_follow(told.at):
            values = {"found": told.at.value, "expected": content.stage.value}
            yield content.problem("told-later", (key, "at"), **values)


def no_result_before_its_stage(content: Content) -> Iterator[Problem]:
    """Prosecutor, court, sentence and outcome are told from the stage on at which there is one."""
    if not isinstance(content, Case) or content.is_notice:
        return
    for key, is_due in _FROM.items():
        is_due_now = any(map(is_due, content.stages)) or (
            key == "prosecutor" and _is_arrest(content)
        )
        if getattr(content.fields, key) and not is_due_now:
            values = {"found": content.stage.value, "expected": texts.table("FIELD_FROM")[key]}
            yield content.problem("field-early", (key,), **values)


def _is_arrest(case: Case) -> bool:
    """Whether a step is one on which the prosecutor decides before the case is sent there."""
    stated = (case.fields.step, *(update.step for update in case.fields.updates))
    return any(step and step.key in ("arrest-requested", "arrested") for step in stated)


def penalties_are_of_their_stage(content: Content) -> Iterator[Problem]:
    """A case that ended with education has no penalty, and one with a penalty not only that."""
    if not isinstance(content, Case) or content.is_notice or not content.is_ever_administrative:
        return
    kinds = {n: steps()[one.id] for n, one in enumerate(content.acts) if one.act is None}
    if set(content.stages).isdisjoint(kind.stage for kind in kinds.values()):
        for position, kind in kinds.items():
            yield from _misplaced(content, kind, content.stage, ("act", position))


def notices_have_no_proceedings(content: Content) -> Iterator[Problem]:
    """A notice has no suspect, and so nothing of proceedings."""
    if isinstance(content, Case) and content.is_notice:
        for key in _OF_SUSPECTS:
            if getattr(content.fields, key):
                yield content.document.key_problem("notice-field", (key,))


OF_CONTENT = (
    step_is_of_its_stage,
    figures_told_by_now,
    no_result_before_its_stage,
    notices_have_no_proceedings,
    penalties_are_of_their_stage,
)
