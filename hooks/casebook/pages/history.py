"""History: what happened to the published cases, each step with its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casebook.content.library import Case
from casebook.content.stage import Stage


class Step(StrEnum):
    """What can happen to a case after it was written."""

    PUBLISHED = "published"
    UPDATED = "updated"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One step of one case."""

    step: Step
    day: date
    """An update without a day has the first one it can mean, never before the bulletin."""
    case: Case
    number: int = 1
    """Which step of its kind it is, from 1 in the order of the file; files only ever grow."""
    note: str = ""
    """What the editor wrote of it; a withdrawal's reason."""
    stage: Stage | None = None
    """The stage an update led to."""
    source_url: str | None = None

    @property
    def key(self) -> str:
        """What tells this event from all others, for ever."""
        return f"cases/{self.case.id}/#{self.step}-{self.number}"


def history(cases: Iterable[Case]) -> tuple[Event, ...]:
    """What happened to cases, newest first; of a withdrawn case only that it was withdrawn."""
    events = [event for case in cases for event in _events(case)]
    return tuple(sorted(events, key=lambda one: (-one.day.toordinal(), one.case.id, one.key)))


def _events(case: Case) -> Iterator[Event]:
    fields, published = case.fields, case.bulletin.fields.published
    if case.is_withdrawn and fields.withdrawn:
        yield Event(Step.WITHDRAWN, fields.withdrawn.date, case, note=fields.withdrawn.reason)
        return
    yield Event(Step.PUBLISHED, published, case)
    for number, update in enumerate(fields.updates, 1):
        day = max(update.date.first_day, published)
        note, source = update.note or "", update.source_url
        yield Event(Step.UPDATED, day, case, number, note, update.stage, source)
    for number, correction in enumerate(fields.corrections, 1):
        yield Event(Step.CORRECTED, correction.date, case, number, correction.note)
