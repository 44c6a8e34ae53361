"""Reading the tables of the package: tab-separated, with a header row and lines of comments."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this package by column."""
    text = files("casebook.law").joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def day(text: str) -> date | None:
    """The date of a cell; None for an empty one."""
    return date.fromisoformat(text) if text else None


def listed(text: str) -> tuple[str, ...]:
    """The values of a cell, which are separated by ；."""
    return tuple(one for one in text.split("；") if one)
