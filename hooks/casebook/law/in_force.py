"""The time of a law: whether a text was in force on one of the days that a date may mean."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class Period(Protocol):
    """A date that may be known to the year or month only."""

    @property
    def first_day(self) -> date:
        """The earliest day it can mean."""

    @property
    def last_day(self) -> date:
        """The latest day it can mean."""


def was_in_force(since: date | None, until: date | None, period: Period) -> bool:
    """Whether a text in force on these days, both included, was so on a day of the period; a text
    without a day on one side is taken to be in force on that side."""
    return (since is None or since <= period.last_day) and (
        until is None or period.first_day <= until
    )
