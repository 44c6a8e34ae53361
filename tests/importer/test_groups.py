"""Groups: the offence group of a case by its charge, title, bulletin and text."""

from __future__ import annotations

import pytest

from casebook.content.library import Library
from casebook.importer.groups import group_of, topic_of

from .tables import rows


@pytest.mark.parametrize("row", rows("groups.tsv"), ids=lambda row: f"{row['title']} {row['text']}")
def test_the_group_of_a_case(row: dict[str, str], library: Library) -> None:
    topic = topic_of(row["bulletin"], library.offences) if row["bulletin"] else None
    found = group_of(row["title"] or None, row["text"], topic, library.offences)
    assert (found.value.slug if found else "") == row["group"]
    if found and row["certain"] != "any":
        assert found.is_certain is (row["certain"] == "yes")
