"""Recovery: the entries of a head that are valid by themselves, with their positions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casebook.content import recovery
from casebook.content.file_cache import FileCache
from casebook.content.files import Folders
from casebook.content.loader import load
from casebook.content.problem import Mark
from casebook.content.recovery import recovered

from ..checks.sites import TAIYUAN, copy_sound_site, sound


def test_every_entry_is_read_by_itself() -> None:
    text = "---\ntitle: [甲\ncity：乙\nstage: 侦破\nlist:\n  - 丙\n# 丁\nstage: 戊\n---\n\n正文。\n"
    found = recovered(text, "x.md")
    assert dict(found.values) == {"city": "乙", "stage": "侦破", "list": ["丙"]}
    assert dict(found.marks) == {
        ("city",): Mark(3, 6), ("stage",): Mark(4, 8),
        ("list",): Mark(6, 3), ("list", 0): Mark(6, 5),
    }  # fmt: skip
    assert found.unread == ((Mark(2, 1), "title: [甲"), (Mark(8, 1), "stage: 戊"))
    assert (found.body, found.body_line) == ("正文。\n", 11)
    assert list(found.comments) == [(7, "# 丁")]


@pytest.mark.parametrize(
    ("text", "values", "body", "line"),
    [
        ("---\nstage: 侦破\n\n正文。", {"stage": "侦破"}, "正文。", 4),
        ("stage: 侦破\n---\n正文。", {"stage": "侦破"}, "正文。", 3),
        ("\n\n---\nstage: 侦破\n---\n正文。", {"stage": "侦破"}, "正文。", 6),
        ("---\nstage: 侦破", {"stage": "侦破"}, "", 2),
        ("---\n---", {}, "", 2),
        ("", {}, "", 1),
    ],
)
def test_where_a_head_ends(text: str, values: dict[str, str], body: str, line: int) -> None:
    found = recovered(text, "x.md")
    assert (dict(found.values), found.body, found.body_line) == (values, body, line)


def test_a_text_without_head_is_unread() -> None:
    found = recovered("警方通报：\n抓获两人。", "x.md")
    assert (dict(found.values), found.body) == ({}, "")
    assert found.unread == ((Mark(1, 1), "警方通报：\n抓获两人。"),)


def test_entries_beyond_the_limit_are_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "MAX_ENTRIES", 2)
    found = recovered("---\na: 1\nb: 2\nc: 3\n*\n---\n", "x.md")
    assert dict(found.values) == {"a": "1", "b": "2"}
    assert found.unread == ((Mark(4, 1), "c: 3\n*"),)


def test_a_broken_file_that_did_not_change_is_the_same_content(tmp_path: Path) -> None:
    copy_sound_site(tmp_path)
    broken, unresolved = f"{TAIYUAN}/02.md", "cases/2024-07-01-yangquan/01.md"
    (tmp_path / unresolved).parent.mkdir()
    for path, text in ((broken, sound(broken, date="去年")), (unresolved, sound(broken))):
        (tmp_path / path).write_text(text, encoding="utf-8")
    for path in tmp_path.rglob("*.md"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    folders = Folders(cases=tmp_path / "cases", docs=tmp_path / "docs", root=tmp_path)
    cache = FileCache()
    first, second = (load(folders, cache=cache)[0].partial for _ in range(2))
    assert [one.uri for one in first] == [broken, unresolved]
    assert [one is other for one, other in zip(first, second, strict=True)] == [True, True]
