"""Partial dates: what is read, what is printed, and the order of mixed precisions."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.content.partial_date import PartialDate

from .steadily import steadily

READ = [
    ("2024", PartialDate(2024), "2024年", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-04", PartialDate(2024, 4), "2024年4月", date(2024, 4, 1), date(2024, 4, 30)),
    ("2024-12", PartialDate(2024, 12), "2024年12月", date(2024, 12, 1), date(2024, 12, 31)),
    ("2024-04-09", PartialDate(2024, 4, 9), "2024年4月9日", date(2024, 4, 9), date(2024, 4, 9)),
    ("2024-11-30", PartialDate(2024, 11, 30), "2024年11月30日", *[date(2024, 11, 30)] * 2),
    ("2024-02", PartialDate(2024, 2), "2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-02", PartialDate(2023, 2), "2023年2月", date(2023, 2, 1), date(2023, 2, 28)),
    ("2000-02", PartialDate(2000, 2), "2000年2月", date(2000, 2, 1), date(2000, 2, 29)),
    ("1900-02", PartialDate(1900, 2), "1900年2月", date(1900, 2, 1), date(1900, 2, 28)),
    ("2024-02-29", PartialDate(2024, 2, 29), "2024年2月29日", date(2024, 2, 29), date(2024, 2, 29)),
    ("0001", PartialDate(1), "1年", date(1, 1, 1), date(1, 12, 31)),
    ("9999-12-31", PartialDate(9999, 12, 31), "9999年12月31日", date.max, date.max),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "chinese", "first", "last"), READ)
def test_read(text, expected, chinese, first, last):
    found = PartialDate.parse(text)
    assert found == expected
    assert hash(found) == hash(expected)
    assert str(found) == text
    assert found.chinese == chinese
    assert (found.first_day, found.last_day) == (first, last)


REFUSED = """
2024-4
2024-4-9
2024-04-9
2024-4-09
24
24-04
224-04
20240409
202404
2024-00
2024-13
2024-04-00
2024-04-31
2024-02-30
2023-02-29
1900-02-29
0000
0000-01
0000-01-01
10000
２０２４
２０２４-０４
2024-０4
٢٠٢٤
2024-04-09T00:00
2024-04-09 00:00
2024-04-09-01
2024/04/09
2024.04.09
2024年4月
2024-
2024-04-
-2024
+2024
2024–04
2024－04
二〇二四
2024-W15
2024-100
去年
"""


@pytest.mark.parametrize(
    "text", [*REFUSED.strip().split("\n"), "", " ", "2024 ", " 2024", "2024\n", "2024-04\n", "\t"]
)
def test_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the calendar's own message may stand here
        PartialDate.parse(text)


def test_order_puts_the_less_precise_first():
    texts = ["2025", "2024-04-09", "2024", "2024-04", "2024-01-01", "2024-01", "2023-12-31"]
    found = [str(date) for date in sorted(map(PartialDate.parse, texts))]
    assert found == [
        "2023-12-31", "2024", "2024-01", "2024-01-01", "2024-04", "2024-04-09", "2025",
    ]  # fmt: skip


def test_comparisons_agree():
    year, month, day = PartialDate(2024), PartialDate(2024, 1), PartialDate(2024, 1, 1)
    assert year < month < day
    assert day > month > year
    assert year <= PartialDate(2024) <= month
    assert day >= PartialDate(2024, 1, 1) >= month
    assert not year < PartialDate(2024)
    assert year != month


def test_frozen():
    with pytest.raises(FrozenInstanceError):
        PartialDate(2024).year = 2025


def at_some_precision(day: date, precision: int) -> PartialDate:
    return PartialDate(*(day.year, day.month, day.day)[:precision])


def precision(found: PartialDate) -> int:
    return sum(part is not None for part in (found.year, found.month, found.day))


valid_dates = st.builds(at_some_precision, st.dates(), st.integers(1, 3))
date_like = st.from_regex(r"\A[0-9]{4}(-[0-9]{1,2}){0,2}\s?\Z")


@steadily()
@given(valid_dates)
def test_every_date_is_read_as_it_is_printed(found):
    assert PartialDate.parse(str(found)) == found
    assert found.first_day <= found.last_day


@steadily()
@given(st.lists(valid_dates, max_size=20))
def test_order_is_by_first_day_then_precision(dates):
    def key(found):
        return (found.first_day, precision(found))

    assert sorted(dates) == sorted(dates, key=key)


@steadily()
@given(st.text() | st.text("0123456789-") | date_like)
def test_any_text_is_refused_or_kept(text):
    try:
        found = PartialDate.parse(text)
    except ValueError:
        return
    assert str(found) == text
