"""Which copied files get the line breaks of Unix, and what becomes of them."""

from __future__ import annotations

import pytest

from casebook.content.line_breaks import with_unix_line_breaks


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("assets/js/share.js", b"a\r\nb\r\n\r\n", b"a\nb\n\n"),
        ("favicon.SVG", b"a\nb\n", b"a\nb\n"),
        ("a.b.txt", b"a\rb\r\n", b"a\rb\n"),
        ("list.csv", b"a\r\n", b"a\n"),
        ("a.ics", b"a\r\n", b"a\r\n"),
        ("a.png", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n"),
        ("a.pdf", b"a\r\n", b"a\r\n"),
        ("LICENSE", b"a\r\n", b"a\r\n"),
        ("a.txt", "甲\r\n".encode("utf-16"), "甲\r\n".encode("utf-16")),
    ],
)
def test_only_whole_line_breaks_of_windows_are_replaced_in_texts(
    name: str, content: bytes, expected: bytes
) -> None:
    assert with_unix_line_breaks(name, content) == expected
