"""History: the dated events of the published cases."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casebook.content.contents import Case
from casebook.content.partial_date import PartialDate
from casebook.law.proceedings.stage import Stage


class EventKind(StrEnum):
    """The kinds of events in the history of a case."""

    PUBLISHED = "published"
    UPDATED = "updated"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One event of one case."""

    kind: EventKind
    day: date
    """For an update without a day, the earliest possible one, never before the bulletin."""
    case: Case
    number: int = 1
    """Its number among those of its kind, from 1 in file order; editors only append."""
    note: str = ""
    """The editor's note; of a withdrawal, the reason."""
    stage: Stage | None = None
    """The stage an update led to."""
    source_url: str | None = None
    written: PartialDate | None = None
    """The date of an update as written in the file; `day` may be more precise than it."""
    first_id: str = ""
    """The first id of the case; empty if the id never changed."""

    @property
    def key(self) -> str:
        """A permanent unique key of the event, stable when the file moves."""
        return f"cases/{self.first_id or self.case.id}/#{self.kind}-{self.number}"


def history(cases: Iterable[Case], with_replaced: bool = False) -> tuple[Event, ...]:
    """The events of cases, newest first; of a withdrawn case only the withdrawal.

    `with_replaced` adds the earlier events of withdrawn cases without their notes: feeds must
    replace every entry they once contained.
    """
    listed = tuple(cases)
    taken = {alias for case in listed for alias in case.fields.aliases}
    events = [
        event
        for case in listed
        for event in _events(case, _first_id(case, taken))
        if with_replaced or event.kind is EventKind.WITHDRAWN or not case.is_withdrawn
    ]
    return tuple(sorted(events, key=_newest_first))


def _newest_first(event: Event) -> tuple[int, int, str, str]:
    """The sort key: the day the current text of the event dates from, newest first.

    For any event of a withdrawn case that is the day of the withdrawal.
    """
    case, withdrawn = event.case, event.case.fields.withdrawn
    changed = max(event.day, withdrawn.date) if case.is_withdrawn and withdrawn else event.day
    return (-changed.toordinal(), -event.day.toordinal(), case.id, event.key)


def _first_id(case: Case, taken: Container[str]) -> str:
    """The oldest alias of a case: editors append aliases, and its bulletin may have moved, too.

    `taken` are the aliases that cases declare themselves; no other case inherits one of these.
    """
    own, folders = case.fields.aliases, case.bulletin.fields.aliases
    number = case.id.removeprefix(case.bulletin.id)
    inherited = [f"{folder}{number}" for folder in folders if f"{folder}{number}" not in taken]
    # An alias in an old folder of the bulletin is older than one in the current folder.
    oldest = [one for folder in folders for one in own if one.startswith(f"{folder}/")]
    return next(iter((*oldest, *own, *inherited)), "")


def _events(case: Case, first_id: str) -> Iterator[Event]:
    fields, published, is_shown = case.fields, case.bulletin.fields.published, not case.is_withdrawn
    if fields.withdrawn and not is_shown:
        day, reason = fields.withdrawn.date, fields.withdrawn.reason
        yield Event(EventKind.WITHDRAWN, day, case, note=reason, first_id=first_id)
    yield Event(EventKind.PUBLISHED, published, case, first_id=first_id)
    for number, update in enumerate(fields.updates, 1):
        yield Event(
            EventKind.UPDATED,
            max(update.date.first_day, published),
            case,
            number,
            note=(update.note or "") if is_shown else "",
            stage=update.stage if is_shown else None,
            source_url=update.source_url if is_shown else None,
            written=update.date if is_shown else None,
            first_id=first_id,
        )
    for number, correction in enumerate(fields.corrections, 1):
        note = correction.note if is_shown else ""
        yield Event(EventKind.CORRECTED, correction.date, case, number, note, first_id=first_id)
