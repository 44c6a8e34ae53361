"""History: what happened to the published cases, each step with its day."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casebook.content.contents import Case
from casebook.content.partial_date import PartialDate
from casebook.content.stage import Stage


class EventKind(StrEnum):
    """What can happen to a case after it was written."""

    PUBLISHED = "published"
    UPDATED = "updated"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One step of one case."""

    step: EventKind
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
    written: PartialDate | None = None
    """The date of an update as the file has it, where `day` may be more than is known."""
    first_id: str = ""
    """The id the case began with; empty where that is the one it has."""

    @property
    def key(self) -> str:
        """What tells this event from all others, for ever; it stays when a file moves."""
        return f"cases/{self.first_id or self.case.id}/#{self.step}-{self.number}"


def history(cases: Iterable[Case], with_replaced: bool = False) -> tuple[Event, ...]:
    """What happened to cases, newest first; of a withdrawn case only that it was withdrawn.

    `with_replaced` adds the days and keys of what a withdrawn case went through before, and no
    word of it: for those who must say of each step they told that it is told no more.
    """
    listed = tuple(cases)
    taken = {alias for case in listed for alias in case.fields.aliases}
    events = [
        event
        for case in listed
        for event in _events(case, _first_id(case, taken))
        if with_replaced or event.step is EventKind.WITHDRAWN or not case.is_withdrawn
    ]
    return tuple(sorted(events, key=_newest_first))


def _newest_first(event: Event) -> tuple[int, int, str, str]:
    """By the day on which what is told became so: of a withdrawn case, its withdrawal."""
    case, withdrawn = event.case, event.case.fields.withdrawn
    told = max(event.day, withdrawn.date) if case.is_withdrawn and withdrawn else event.day
    return (-told.toordinal(), -event.day.toordinal(), case.id, event.key)


def _first_id(case: Case, taken: Container[str]) -> str:
    """The first of its former ids, for editors add to the end; its folder may have moved, too.

    `taken` are the former ids that cases name themselves; no other case inherits one of these.
    """
    own, folders = case.fields.aliases, case.bulletin.fields.aliases
    number = case.id.removeprefix(case.bulletin.id)
    inherited = [f"{folder}{number}" for folder in folders if f"{folder}{number}" not in taken]
    # What lies in a former folder of the bulletin is older than what lies in today's.
    oldest = [one for folder in folders for one in own if one.startswith(f"{folder}/")]
    return next(iter((*oldest, *own, *inherited)), "")


def _events(case: Case, first_id: str) -> Iterator[Event]:
    fields, published, is_told = case.fields, case.bulletin.fields.published, not case.is_withdrawn
    if fields.withdrawn and not is_told:
        day, reason = fields.withdrawn.date, fields.withdrawn.reason
        yield Event(EventKind.WITHDRAWN, day, case, note=reason, first_id=first_id)
    yield Event(EventKind.PUBLISHED, published, case, first_id=first_id)
    for number, update in enumerate(fields.updates, 1):
        yield Event(
            EventKind.UPDATED,
            max(update.date.first_day, published),
            case,
            number,
            note=(update.note or "") if is_told else "",
            stage=update.stage if is_told else None,
            source_url=update.source_url if is_told else None,
            written=update.date if is_told else None,
            first_id=first_id,
        )
    for number, correction in enumerate(fields.corrections, 1):
        note = correction.note if is_told else ""
        yield Event(EventKind.CORRECTED, correction.date, case, number, note, first_id=first_id)
