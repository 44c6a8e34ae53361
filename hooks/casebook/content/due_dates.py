"""Retention: which rule asks for what of a case, and from which day on.

All rules that match a case apply to it, whether they name its stage, its group or neither; none
wins by being more special. A rule matches by the case's current stage and by any of its groups.
Its day is the anniversary of the bulletin. Of several rules that ask for the same, the one whose
day comes first stands for all: what it asks for cannot be asked for twice.

A rule is done with for a case

- where it asks for 复核 or 隐去: as long as the case's `review_on` lies after today, for then an
  editor has looked at it and set the next day;
- where it asks for 撤回: once the case is withdrawn, and with it all other rules are.

Drafts are not published, so nothing is due for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date

from casebook.content.contents import Case, names_of
from casebook.content.retention_rule import Action, RetentionRule


@dataclass(frozen=True, slots=True)
class Due:
    """What a rule asks for of a case, and its day."""

    day: date
    rule: RetentionRule

    @property
    def action(self) -> Action:
        """What is asked for."""
        return self.rule.action


def due(rules: Iterable[RetentionRule], case: Case, today: date) -> tuple[Due, ...]:
    """What is asked for of a case and not done yet, each action once, the next day first.

    Days to come are among them; how far ahead to look is for the caller to say.
    """
    if case.is_draft or case.is_withdrawn:
        return ()
    first: dict[Action, Due] = {}
    for one in sorted(_open(rules, case, today), key=lambda one: one.day):
        first.setdefault(one.action, one)
    return tuple(first.values())


def anniversary(day: date, years: int) -> date:
    """The same day so many years later; the 28th where a year has no 29 February."""
    year = min(day.year + years, MAXYEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _open(rules: Iterable[RetentionRule], case: Case, today: date) -> Iterator[Due]:
    review_on, published = case.fields.review_on, case.bulletin.fields.published
    is_looked_after = review_on is not None and review_on > today
    for rule in rules:
        is_done = is_looked_after and rule.action is not Action.WITHDRAW
        if _matches(rule, case) and not is_done:
            yield Due(anniversary(published, rule.years), rule)


def _matches(rule: RetentionRule, case: Case) -> bool:
    names = {name for group in case.offences for name in names_of(group)}
    return case.stage in rule.stages and (rule.offence is None or rule.offence in names)
