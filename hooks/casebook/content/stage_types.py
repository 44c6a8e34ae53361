"""The types of front matter fields on proceedings: stages and steps."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated

from pydantic import PlainValidator

from casebook.content.field_types import flaw, not_in_list, text
from casebook.content.json_shapes import OneOf
from casebook.content.memoize import memoized
from casebook.content.problem import nearest, suggestion
from casebook.law.proceedings.stage import STATED, Stage
from casebook.law.proceedings.statements import step_of
from casebook.law.proceedings.steps import Step, Track, step_named, steps
from casebook.texts import problems as texts


def _stage(value: object) -> Stage:
    written = text(value)
    if written in _STAGES:
        return _STAGES[written]
    step = step_named(written) or step_of(written) or step_named(without_measure(written))
    if step is None or step.stage is None:
        raise not_in_list(written, tuple(_STAGES), [*filter(_is_alike(written), _STAGES)])
    if step.name == step.stage.value:
        raise flaw("stage-named", found=written, expected=step.stage.value)
    key = "act" if step.track is Track.ADMINISTRATIVE else "step"
    raise flaw("stage-finer", found=written, expected=step.stage.value, key=key, finer=step.name)


def _is_alike(written: str) -> Callable[[str], bool]:
    """Whether a stage denies something as well as what was written, which is not its opposite."""
    is_denied, is_open = bool(re.search("[不无免]", written)), "未" in written
    return lambda stage: not is_open and bool(re.search("[不无]", stage)) is is_denied


_MEASURE = re.compile(
    r"(?<=..)[0-9一二两三四五六七八九十百千万]+(?:余|多)?(?:[年月日天元]|个月|万元).*$"
)


def without_measure(written: str) -> str:
    """A penalty without its length or sum, as 罚款 of 罚款500元."""
    return _MEASURE.sub("", written)


_STAGES = {stage.value: stage for stage in STATED}


_stage_of = memoized(_stage)


def _step(value: object) -> Step:
    written = text(value)
    step = step_named(written)
    if step is None or step.stage is None:
        names = [one.name for one in steps().values() if one.stage]
        meant = step_of(written)
        choices = texts.CHOICES.format(values="、".join(names))
        near = nearest(written, names, choices)
        close = suggestion([meant.name]) if meant and meant.stage else near
        raise flaw("step-unknown", found=written, nearest=close)
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
