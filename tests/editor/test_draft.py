"""Drafts: the text of a file from its values, notes and body, and files that nobody replaces."""

# ruff: noqa: E501 - a message stays in one piece, so that it can be searched for

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.content.front_matter import parse
from casebook.content.model import BulletinFields, CaseFields
from casebook.editor.draft import Draft
from casebook.editor.draft_folder import OccupiedError, write
from casebook.editor.draft_notes import open_fields


def test_keys_stand_in_the_order_of_the_field_tables() -> None:
    draft = Draft(
        BulletinFields,
        {"province": "山西省", "title": "通报", "omitted": [{"number": "2", "reason": "不宜公开"}]},
        "\n导语。\n\n",
        {"province": ["请核对"], "published": ["没有日期"]},
    )
    assert draft.text() == (
        "---\ntitle: 通报\npublisher:\n# 没有日期\npublished:\nexpected:\n# 请核对\nprovince: 山西省\n"
        "omitted:\n- number: 2\n  reason: 不宜公开\n---\n\n导语。\n"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2024-04", "2024-04"),
        ("12", "12"),
        ("NO", "NO"),
        ("甲: 乙", "'甲: 乙'"),
        ("[甲]", "'[甲]'"),
        ("“甲”", "“甲”"),
        ("# 甲", "'# 甲'"),
        ("null", "'null'"),
        ("~", "'~'"),
    ],
)
def test_values_are_written_as_an_editor_would(value: str, written: str) -> None:
    assert f"\ntitle: {written}\n" in Draft(BulletinFields, {"title": value}, "").text()


@given(st.text(alphabet=st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40))
def test_any_value_is_read_back_as_it_was(value: str) -> None:
    document, problems = parse(Draft(CaseFields, {"title": value}, "正文").text(), "x.md")
    assert problems == []
    assert document is not None
    assert document.values["title"] == value


def test_required_fields_without_a_value_are_open() -> None:
    assert open_fields(BulletinFields, {"title": "通报", "province": None}) == {
        "publisher": ["没有发布单位：请补上"],
        "published": ["没有发布日期：请写完整日期，如 2025-02-10"],
        "expected": ["没有案例数：请写通报宣布的起数"],
        "province": ["看不出省份：请写正式名称；来自多个省份时写“全国”"],
    }


def test_files_are_written_with_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "甲" / "乙"
    assert write(folder, {"01.md": "一\n"}) == [folder / "01.md"]
    assert (folder / "01.md").read_bytes() == "一\n".encode()


def test_files_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / "01.md").symlink_to(tmp_path / "nowhere.md")
    with pytest.raises(OccupiedError) as refusal:
        write(tmp_path, {"01.md": "一", "02.md": "二"})
    assert refusal.value.paths == [tmp_path / "01.md"]
    assert not (tmp_path / "02.md").exists()
