"""The time of a law, at the precision of a date."""

from __future__ import annotations

from datetime import date

import pytest

from casebook.content.partial_date import PartialDate
from casebook.law.in_force import was_in_force

START, END = date(2013, 1, 1), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("since", "until", "day", "expected"),
    [
        (START, END, "2013-01-01", True),
        (START, END, "2012-12-31", False),
        (START, END, "2012", False),
        (START, END, "2025-12-31", True),
        (START, END, "2025-12", True),
        (START, END, "2025", True),
        (START, END, "2026", False),
        (START, END, "2026-01-01", False),
        (date(2025, 10, 15), None, "2025", True),
        (date(2025, 10, 15), None, "2025-09", False),
        (None, END, "1990", True),
        (None, None, "2024", True),
    ],
)
def test_was_in_force(since: date | None, until: date | None, day: str, expected: bool) -> None:
    assert was_in_force(since, until, PartialDate.parse(day)) is expected
