"""Addresses of Markdown files."""

from __future__ import annotations

import pytest

from casebook.pages.page import address_of


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("events/index.md", "events/"),
        ("events/2024-09-day.md", "events/2024-09-day/"),
        ("reindex.md", "reindex/"),
        ("a.md/b.md", "a.md/b/"),
        ("cases/2024-09-01-shanxi/01.md", "cases/2024-09-01-shanxi/01/"),
    ],
)
def test_the_address_of_a_file(uri, address):
    assert address_of(uri) == address
