"""Files beside the pages: one that has not changed since is not read again."""

from __future__ import annotations

import os
from pathlib import Path

from .sites import copy_sound_site, problems_of

DAY = 86_400


def write(path: Path, content: str, changed: int) -> None:
    """Writes into the same file, so that size and time alone tell its states apart."""
    path.write_text(content, encoding="utf-8")
    os.utime(path, (changed, changed))


def test_a_file_is_read_again_when_its_stamp_changes(tmp_path: Path) -> None:
    copy_sound_site(tmp_path)
    path = tmp_path / "docs/list.txt"
    write(path, "13800138000", DAY)
    first = problems_of(tmp_path)
    assert [(problem.path, problem.code) for problem in first] == [
        ("docs/list.txt", "mobile-number")
    ]
    write(path, "1380013800x", DAY)
    assert problems_of(tmp_path) == first, "size and time are the same: it was not read"
    write(path, "1380013800x", 2 * DAY)
    assert problems_of(tmp_path) == ()
    write(path, "13800138000，", 2 * DAY)
    assert problems_of(tmp_path) == first
