"""The tables of this package: tab-separated, with comment lines before the header."""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from importlib.resources import files


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of the package, by column."""
    text = files("casebook.places").joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def day_of(written: str) -> date:
    """The first day of a year or month: 2018, 2025-11."""
    year, _, month = written.partition("-")
    return date(int(year), int(month or 1), 1)


def last_day_of(written: str) -> date:
    """The last day of a year or month."""
    first = day_of(written)
    month = first.month if "-" in written else 12
    return first.replace(month=month, day=monthrange(first.year, month)[1])
