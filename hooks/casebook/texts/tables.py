"""The tables of the packages: tab-separated, with a header row and lines of comments."""

from __future__ import annotations

import csv
from calendar import monthrange
from datetime import date
from importlib.resources import files


def rows(package: str, name: str) -> list[dict[str, str]]:
    """The rows of a table of a package by column."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def listed(text: str) -> tuple[str, ...]:
    """The values of a cell, which are separated by ； or ;."""
    return tuple(filter(None, text.replace("；", ";").split(";")))


def day(text: str) -> date | None:
    """The date of a cell; None for an empty one."""
    return date.fromisoformat(text) if text else None


def first_day(text: str) -> date:
    """The first day of the year or month of a cell: 2018, 2025-11."""
    year, _, month = text.partition("-")
    return date(int(year), int(month or 1), 1)


def last_day(text: str) -> date:
    """The last day of the year or month of a cell."""
    first = first_day(text)
    month = first.month if "-" in text else 12
    return first.replace(month=month, day=monthrange(first.year, month)[1])
