"""Symbols of Word: characters of fonts of pictures."""

from __future__ import annotations

import pytest

from casebook.importer.readers.word_symbols import symbol


@pytest.mark.parametrize(
    ("font", "code", "expected"),
    [
        ("Wingdings", 0xF0FE, "☑"),
        ("Wingdings", 0xFE, "☑"),
        ("Wingdings", 0xF0A8, "□"),
        ("wingdings 2", 0xF052, "☑"),
        ("Wingdings", 0xF08A, "⑩"),
        ("Symbol", 0xF061, "α"),
        ("Symbol", 0xF033, "3"),
        ("Webdings", 0xF041, ""),
        ("宋体", 0x2460, "①"),
        ("宋体", 0xF041, ""),
        ("宋体", 0xD800, ""),
        ("宋体", 0x110000, ""),
        ("宋体", 7, ""),
    ],
)
def test_a_symbol_is_the_character_that_is_seen(font: str, code: int, expected: str) -> None:
    assert symbol(font, code) == expected
