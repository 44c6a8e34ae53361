"""Real bulletins: what is found in them is what they give away, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from casebook.names.personal_data import personal_data

BULLETINS = Path(__file__).parents[2].parent / "shared" / "bulletins"
ADDRESS = re.compile(r"https?://[!-~]+")

FOUND = {
    "2024-09-12-taiyuan.txt": {"王某飞": 4, "李某刚": 1},
    "2025-02-10-shanxi.txt": {},
    "sample-01.txt": {"赖某华": 2, "柯某锋": 3, "杨某翔": 2, "郑某领": 1, "梁某海": 3},
    "sample-03.txt": {"迟某伟": 1},
    "sample-08.txt": {},
    "sample-11.txt": {},
}
"""The masked names that keep their last character, and how often each is found.

李某刚 is no such name: 李某 only just (刚) ordered, which the rules cannot tell.
"""
REPORTERS = {
    "2024-09-12-taiyuan.txt": ["周启铭", "吴一帆", "郑文静", "林帆", "何建文"],
    "sample-11.txt": ["陈立诚"],
}
"""The names of those who wrote or photographed, which stand in full."""


@pytest.fixture(params=sorted(FOUND))
def bulletin(request: pytest.FixtureRequest) -> Path:
    path = BULLETINS / str(request.param)
    if not path.is_file():
        pytest.skip(f"the raw texts of bulletins are not here: {path}")
    return path


def test_nothing_but_telling_masks_and_reporters_is_found(bulletin: Path) -> None:
    text = ADDRESS.sub(lambda match: "\ufffc" * len(match[0]), bulletin.read_text(encoding="utf-8"))
    found = [(one.code, text[one.start : one.end]) for one in personal_data(text)]
    telling = [name for code, name in found if code == "name-telling"]
    named = [name for code, name in found if code in ("name-unmasked", "name-uncertain")]
    assert Counter(telling) == FOUND[bulletin.name]
    assert named == REPORTERS.get(bulletin.name, [])
    assert len(found) == len(telling) + len(named)


def test_every_text_is_listed() -> None:
    if not BULLETINS.is_dir():
        pytest.skip(f"the raw texts of bulletins are not here: {BULLETINS}")
    assert {path.name for path in BULLETINS.glob("*.txt")} == set(FOUND)
