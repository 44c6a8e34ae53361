"""A made-up corpus with two offence groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...sites.make import Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    made = Content(tmp_path)
    made.page("index.md", "首页", summary="这里是首页。")
    made.offence("posters", "网络水军", charges=[("非法经营罪", "illegal-business")])
    made.offence("hacking", "网络黑客", order=2)
    return made
