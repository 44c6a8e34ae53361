"""Which copied files get the line breaks of Unix, and what becomes of them."""

from __future__ import annotations

import pytest

from casebook.content.line_breaks import is_text, with_unix_line_breaks


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("assets/js/share.js", True),
        ("favicon.SVG", True),
        ("a.b.txt", True),
        ("robots.json", True),
        ("a.png", False),
        ("a.pdf", False),
        ("a.ics", False),
        ("a.vcf", False),
        ("LICENSE", False),
    ],
)
def test_what_counts_bytes_or_asks_for_crlf_is_no_text(name: str, expected: bool) -> None:
    assert is_text(name) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a\r\nb\r\n\r\n", b"a\nb\n\n"),
        (b"a\nb\n", b"a\nb\n"),
        (b"a\rb\r\n", b"a\rb\n"),
        ("甲\r\n".encode("utf-16"), "甲\r\n".encode("utf-16")),
    ],
)
def test_only_whole_line_breaks_of_windows_are_replaced(content: bytes, expected: bytes) -> None:
    assert with_unix_line_breaks(content) == expected
