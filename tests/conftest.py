"""Fixtures that every part of the tests shares."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loading import load

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def library() -> Library:
    """The published cases."""
    found, problems = load(Folders(cases=ROOT / "cases", docs=ROOT / "docs", root=ROOT))
    assert problems == []
    return found
