"""Notes of drafts: which are known, and where they must be gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.checks.notes import NOTE
from casebook.editor import draft_notes

from .sites import DATONG, TAIYUAN, copy_sound_site, problems_of, sound

CASE, INDEX, OTHER = f"{TAIYUAN}/02.md", f"{TAIYUAN}/index.md", f"{DATONG}/01.md"


def left(root: Path, files: dict[str, str]) -> list[tuple[str, int, int]]:
    """The notes that are reported in the sound site with these files."""
    copy_sound_site(root)
    for path, text in files.items():
        (root / path).write_text(text, encoding="utf-8")
    found = [one for one in problems_of(root) if one.code == "note-left"]
    return [(one.path, one.line, one.column) for one in found]


def with_note(path: str, note: str, **changes: str) -> str:
    return sound(path, None, **changes).replace("\ntitle", f"\n{note}\ntitle", 1)


NOTES = (
    draft_notes.UNCERTAIN, draft_notes.SUMMARY, draft_notes.COUNT, draft_notes.OPEN_ELSE,
    *(note for notes in draft_notes.OPEN.values() for note in notes.values()),
)  # fmt: skip


@pytest.mark.parametrize("note", NOTES)
def test_every_note_of_a_draft_is_known(note: str, tmp_path: Path) -> None:
    assert NOTE.search(note)
    assert left(tmp_path, {CASE: with_note(CASE, f"# {note}")}) == [(CASE, 2, 1)]


@pytest.mark.parametrize("note", ["#请核对", "  #  请核对，取自原文", "# 标题请核对"])
def test_a_note_in_another_form(note: str, tmp_path: Path) -> None:
    assert left(tmp_path, {CASE: with_note(CASE, note)}) == [(CASE, 2, note.index("#") + 1)]


@pytest.mark.parametrize("note", ["# 标题由编辑拟定", "# 请勿改动网址", "#"])
def test_another_comment(note: str, tmp_path: Path) -> None:
    assert left(tmp_path, {CASE: with_note(CASE, note)}) == []


def test_a_draft_keeps_its_notes(tmp_path: Path) -> None:
    assert left(tmp_path, {CASE: with_note(CASE, "# 请补上", status="draft")}) == []


def test_a_withdrawn_case_has_none(tmp_path: Path) -> None:
    gone = "{date: 2024-07-01, reason: 核对中}"
    case = with_note(CASE, "# 请补上", status="withdrawn", withdrawn=gone)
    assert left(tmp_path, {CASE: case}) == [(CASE, 2, 1)]


def test_a_bulletin_is_published_with_its_first_case(tmp_path: Path) -> None:
    index = with_note(f"{DATONG}/index.md", "# 请补上")
    draft = sound(OTHER, status="draft")
    broken = sound(OTHER, stage=None)
    path = f"{DATONG}/index.md"
    assert left(tmp_path / "one", {path: index}) == [(path, 2, 1)]
    assert left(tmp_path / "two", {path: index, OTHER: draft}) == []
    assert left(tmp_path / "three", {path: index, OTHER: broken}) == []
