"""A made-up corpus with two offence groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..sites.make import Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    made = Content(tmp_path)
    made.page("index.md", "首页", summary="这里是首页。")
    made.offence(
        "posters",
        "网络水军",
        charges=[("非法经营罪", "illegal-business"), ("诈骗罪", "fraud")],
        order=2,
        body="## 这是什么\n\n收钱发帖。\n\n## 防范提示\n\n- 本类型的提示。\n",
    )
    made.offence("hacking", "网络黑客", charges=[("破坏系统罪", "damage")], order=1)
    return made
