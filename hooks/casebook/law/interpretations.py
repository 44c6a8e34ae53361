"""Judicial interpretations of the Criminal Law: title, number, date, and articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from casebook.law.articles import overlap
from casebook.law.in_force import Period, was_in_force
from casebook.texts.tables import rows


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A document that interprets articles of the Criminal Law."""

    title: str
    number: str
    since: date
    kind: str
    """施行 if it is in force since that day, 印发 if only the day of its issue is known."""
    articles: str


@cache
def interpretations() -> tuple[Interpretation, ...]:
    """All known ones, loaded once from the package's table."""
    return tuple(_interpretation(row) for row in rows(__package__, "interpretations.tsv"))


def _interpretation(row: dict[str, str]) -> Interpretation:
    since = date.fromisoformat(row["since"])
    title = row["title"].replace("《", "〈").replace("》", "〉")  # it is printed in 《》
    return Interpretation(title, row["number"], since, row["kind"], row["articles"])


def interpretations_of(article: str, period: Period) -> tuple[Interpretation, ...]:
    """Those on an article of the Criminal Law that were in force on a day of that date."""
    return tuple(
        one
        for one in interpretations()
        if was_in_force(one.since, None, period) and overlap(one.articles, article)
    )
