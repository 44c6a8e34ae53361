"""The ids of headings: slugs, unique in a text and never empty."""

from __future__ import annotations

import pytest

from casebook.content.headings import heading_ids, slug


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("案情", "案情"),
        ("一、“净网2025”", "一净网2025"),
        ("App  Store 与 VPN", "app-store-与-vpn"),
        ("A - B_c", "a---b_c"),
        ("Cafe\u0301", "café"),
        ("？", ""),
    ],
)
def test_the_id_of_a_heading(heading: str, expected: str) -> None:
    assert slug(heading) == expected


def test_the_ids_of_a_text() -> None:
    assert heading_ids("## 案情\n\n甲。\n\n### 案情\n\n```\n## 乙\n```\n") == {"案情", "案情_1"}
    assert heading_ids("没有小标题。\n") == set()
