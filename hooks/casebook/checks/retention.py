"""Rules on the retention rules in the page of corrections, and on what they require of cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casebook.content.contents import names_of
from casebook.content.due_dates import Due, all_due, anniversary
from casebook.content.library import Library
from casebook.content.name_resolution import group_advice
from casebook.content.problem import Problem
from casebook.content.retention_rule import Action, RetentionRule
from casebook.texts import problems as texts

MAX_REVIEW_YEARS = 3
"""Maximum years until the next review; a later day is a typing error, and puts off a rule."""


def offences_are_known(library: Library, today: date) -> Iterator[Problem]:
    """The `offence` of a retention rule is the title or an alias of an offence group."""
    # A broken page may be that of the group.
    if library.corrections is None or any(uri.startswith("offences/") for uri in library.broken):
        return
    groups = {name: group for group in library.offences for name in names_of(group)}
    for position, rule in enumerate(library.corrections.fields.retention):
        if rule.offence is not None and rule.offence not in groups:
            yield library.corrections.document.problem(
                "offence-unknown",
                ("retention", position, "offence"),
                found=rule.offence,
                nearest=group_advice(rule.offence, groups),
            )


def every_rule_counts(library: Library, today: date) -> Iterator[Problem]:
    """No retention rule is without effect, because another requires the same and not later."""
    if library.corrections is None:
        return
    document, rules = library.corrections.document, library.corrections.fields.retention
    for position, rule in enumerate(rules):
        # Of two equal rules the second is reported.
        others = (
            number
            for number, other in enumerate(rules)
            if number != position
            and _covers(library, other, rule)
            and (number < position or not _covers(library, rule, other))
        )
        if (first := next(others, None)) is not None:
            line = document.marks["retention", first].line
            yield document.problem(
                "retention-idle", ("retention", position), first=line, found=rule.action.value
            )


def _covers(library: Library, wide: RetentionRule, narrow: RetentionRule) -> bool:
    """Whether a rule requires the same action as another for all its cases, and not later."""
    return (
        wide.action is narrow.action
        and wide.years <= narrow.years
        and wide.stages >= narrow.stages
        and (wide.offence is None or _is_same_group(library, wide.offence, narrow.offence))
    )


def _is_same_group(library: Library, name: str, other: str | None) -> bool:
    if other is None:
        return False
    group = library.offence(name)
    return name == other or (group is not None and group is library.offence(other))


def nothing_is_due(library: Library, today: date) -> Iterator[Problem]:
    """No action that a retention rule requires of a published case is due.

    After `enforce_after_days` a withdrawal or masking that is due stops an official build.
    """
    if library.corrections is None:
        return
    most = library.corrections.fields.enforce_after_days
    for case, one in all_due(library, today, today):
        yield case.problem(
            _code(one, (today - one.day).days > most),
            due=one.day,
            action=one.action.value,
            rule=one.rule.text_for(case.stage),
            expected=texts.table("DUTIES")[one.action],
            most=most,
        )


def _code(one: Due, is_long_overdue: bool) -> str:
    if one.action is Action.REVIEW:
        return "retention-review"
    return "retention-overdue" if is_long_overdue else "retention-due"


def review_in_time(library: Library, today: date) -> Iterator[Problem]:
    """The `review_on` of a case is after today, but not by more than MAX_REVIEW_YEARS.

    A withdrawn case is not reviewed.
    """
    latest = anniversary(today, MAX_REVIEW_YEARS)
    for case in library.cases:
        day = case.fields.review_on
        if day is None or case.is_withdrawn:
            continue
        if day <= today:
            yield case.problem("review-due", ("review_on",), found=day)
        elif day > latest:
            yield case.problem(
                "review-far", ("review_on",), found=day, expected=latest, most=MAX_REVIEW_YEARS
            )


OF_LIBRARY = (offences_are_known, every_rule_counts, nothing_is_due, review_in_time)
