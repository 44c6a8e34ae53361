"""The types of front matter fields on proceedings: stages and steps."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator

from casebook.content.field_types import flaw, not_in_list, text
from casebook.content.json_shapes import OneOf
from casebook.content.memoize import memoized
from casebook.content.problem import nearest
from casebook.law.proceedings.stage import STATED, Stage
from casebook.law.proceedings.statements import step_of
from casebook.law.proceedings.steps import Step, Track, step_named, steps
from casebook.texts import problems as texts


def _stage(value: object) -> Stage:
    written = text(value)
    if written in _STAGES:
        return _STAGES[written]
    step = step_named(written) or step_of(written)
    if step is None or step.stage is None:
        raise not_in_list(written, tuple(_STAGES))
    if step.name == step.stage.value:
        raise flaw("stage-named", found=written, expected=step.stage.value)
    key = "act" if step.track is Track.ADMINISTRATIVE else "step"
    raise flaw("stage-finer", found=written, expected=step.stage.value, key=key, finer=step.name)


_STAGES = {stage.value: stage for stage in STATED}


_stage_of = memoized(_stage)


def _step(value: object) -> Step:
    written = text(value)
    step = step_named(written)
    if step is None or step.stage is None:
        names = [one.name for one in steps().values() if one.stage]
        choices = texts.CHOICES.format(values="、".join(names))
        raise flaw("step-unknown", found=written, nearest=nearest(written, names, choices))
    return step


def _default_or_stage(value: object) -> Stage:
    """A stage; that of a notice only as the default of the field."""
    return value if isinstance(value, Stage) else _stage_of(value)


StageName = Annotated[
    Stage, PlainValidator(_default_or_stage), OneOf(lambda: tuple(stage.value for stage in STATED))
]
StepName = Annotated[
    Step,
    PlainValidator(memoized(_step)),
    OneOf(lambda: tuple(step.name for step in steps().values() if step.stage)),
]
