"""Due dates: which retention rules require which action for a case, and from which day on.

All rules that match a case apply to it, whether they name its stage, its group or neither; a more
specific rule has no priority. A rule matches by the case's current stage and by any of its groups.
Its day is the anniversary of the bulletin. Of several rules with the same action, only the one
with the first day counts.

A rule is fulfilled for a case

- with the action 复核: once the case has a `review_on`, which is the day of the next review;
- with the action 隐去: as long as the case's `review_on` is after today, for then an editor has
  reviewed it and set the next day; on that day it is due again;
- with the action 撤回: once the case is withdrawn, which fulfils all other rules, too.

Drafts are not published, so nothing is due for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date

from casebook.content.contents import Case, names_of
from casebook.content.library import Library
from casebook.content.retention_rule import Action, RetentionRule


@dataclass(frozen=True, slots=True)
class Due:
    """A rule that applies to a case, and the day on which its action is due."""

    day: date
    rule: RetentionRule

    @property
    def action(self) -> Action:
        """The action that is due."""
        return self.rule.action


def all_due(library: Library, until: date, today: date) -> Iterator[tuple[Case, Due]]:
    """The actions required and not fulfilled whose day is not after `until`, with their cases.

    The cases are in the order of the site; there is nothing without a valid page of corrections.
    """
    rules = library.corrections.fields.retention if library.corrections else ()
    for case in library.cases:
        for one in due(rules, case, today):
            if one.day <= until:
                yield case, one


def due(rules: Iterable[RetentionRule], case: Case, today: date) -> tuple[Due, ...]:
    """The actions required for a case and not fulfilled, each once, sorted by day.

    Future days are included; the caller limits how far ahead they are.
    """
    if case.is_draft or case.is_withdrawn:
        return ()
    first: dict[Action, Due] = {}
    for one in sorted(_open(rules, case, today), key=lambda one: one.day):
        first.setdefault(one.action, one)
    return tuple(first.values())


def anniversary(day: date, years: int) -> date:
    """The same day some years later; 28 February where the year has no 29 February."""
    year = min(day.year + years, MAXYEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _open(rules: Iterable[RetentionRule], case: Case, today: date) -> Iterator[Due]:
    review_on, published = case.fields.review_on, case.bulletin.fields.published
    for rule in rules:
        if not _matches(rule, case):
            continue
        day = anniversary(published, rule.years)
        if rule.action is Action.WITHDRAW or review_on is None:
            yield Due(day, rule)
        elif rule.action is Action.MASK and review_on <= today:
            yield Due(max(day, review_on), rule)


def _matches(rule: RetentionRule, case: Case) -> bool:
    if not rule.applies_at(case.stage):
        return False
    return rule.offence is None or any(rule.offence in names_of(group) for group in case.offences)
