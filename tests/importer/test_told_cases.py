"""Told cases: the date, the suspects and the sum of whole cases, and of single sentences."""

from __future__ import annotations

from itertools import chain

import pytest

from casebook.content.partial_date import PartialDate
from casebook.importer.dates import found_on
from casebook.importer.extracted_value import Extracted
from casebook.importer.money import Money, money_of, yuan_of
from casebook.importer.people import Suspects, suspects_of

from .tables import rows

Row = dict[str, str]


def marked(value: object, found: Extracted[object]) -> str:
    """A value as in the tables, with a question mark where an editor must check it."""
    return f"{value}{'' if found.is_certain else '?'}"


def date_in(row: Row) -> str:
    found = found_on(row["text"], PartialDate.parse(row["published"]), None)
    return marked(found.value, found) if found else ""


def people_in(row: Row) -> str:
    found: Extracted[Suspects] | None = suspects_of(row["text"])
    if found is None:
        return ""
    part = f"/{found.value.handled}" if found.value.handled else ""
    return marked(f"{found.value.caught}{part}", found)


def sum_in(row: Row) -> tuple[str, str]:
    found: Extracted[Money] | None = money_of(row["text"])
    return (marked(yuan_of(found.value.amount), found), found.value.label) if found else ("", "")


@pytest.mark.parametrize("row", rows("told-cases.tsv"), ids=lambda row: row["text"][:12])
def test_a_whole_case(row: Row) -> None:
    found = date_in(row), people_in(row), *sum_in(row)
    assert found == (row["date"], row["people"], row["yuan"], row["label"])


@pytest.mark.parametrize("row", rows("dates.tsv"), ids=lambda row: row["text"][:12])
def test_the_date_of_a_sentence(row: Row) -> None:
    assert date_in(row) == row["date"]


@pytest.mark.parametrize("row", rows("people.tsv"), ids=lambda row: row["text"][:12])
def test_the_suspects_of_a_sentence(row: Row) -> None:
    assert people_in(row) == row["people"]


@pytest.mark.parametrize("row", rows("money.tsv"), ids=lambda row: row["text"][:12])
def test_the_sum_of_a_sentence(row: Row) -> None:
    assert sum_in(row) == (row["yuan"], row["label"])


def test_the_tables_hold_every_kind() -> None:
    told = list(chain(*(rows(f"{name}.tsv") for name in ("dates", "people", "money"))))
    assert len(told) + len(rows("told-cases.tsv")) > 400
