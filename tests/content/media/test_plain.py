"""Plain files: what their lines and strings are, and what is refused."""

from __future__ import annotations

import pytest

from casebook.content import json_depth
from casebook.content.media import reading
from casebook.content.media.kinds import KINDS, UnreadableError, kind_of
from casebook.content.media.reading import texts_of
from casebook.content.problem import Mark


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        ("a.txt", "甲\r\n\n乙", ("甲", "乙")),
        ("a.TXT", "\ufeff甲", ("甲",)),
        ("a.csv", "甲,乙\n1,2\n", ("甲,乙", "1,2")),
        ("a.ics", "SUMMARY:活\r\n 动\r\nEND", ("SUMMARY:活动", "END")),
        ("a.vtt", "WEBVTT\n\n<b>甲</b>乙\n", ("WEBVTT", "<b>甲</b>乙", "甲乙")),
        ("a.srt", "1\n{\\an8}甲\n", ("1", "{\\an8}甲", "甲")),
        ("a.json", '{"甲": [1, 2.5, null, "乙", {"丙": true}]}', ("丙", "甲", "1", "2.5", "乙")),
        ("a.json", '{"甲": 1, "甲": 2}', ("甲", "1", "甲", "2")),
        ("a.js", "a = '\\u7532\\x31\\u{4e59}';", ("a = '\\u7532\\x31\\u{4e59}';", "a = '甲1乙';")),
        ("a.css", "a::after{content:'\\7532 \\4e59'}", ("a::after{content:'\\7532 \\4e59'}",
                                                       "a::after{content:'甲乙'}")),
        ("a.txt", "", ()),
    ],
)  # fmt: skip
def test_the_texts_of_a_file(name: str, content: str, texts: tuple[str, ...]) -> None:
    found = texts_of(name, content.encode()).texts
    assert sorted(found) == sorted(texts)


@pytest.mark.parametrize(
    ("name", "content", "code", "found", "mark"),
    [
        ("a.pdf", b"%PDF", "file-kind-unknown", ".pdf", Mark(1, 1)),
        ("a/b.tar.GZ", b"", "file-kind-unknown", ".GZ", Mark(1, 1)),
        ("a.b/c", b"", "file-kind-unknown", "c", Mark(1, 1)),
        (".txt", b"", "file-kind-unknown", ".txt", Mark(1, 1)),
        ("a.txt", b"PK\3\4", "file-kind-mismatch", "TXT", Mark(1, 1)),
        ("a.csv", b"\x89PNG", "file-kind-mismatch", "CSV", Mark(1, 1)),
        ("a.txt", b"a\nb\xff", "file-encoding", "", Mark(2, 2)),
        ("a.txt", "甲".encode("utf-16"), "file-encoding", "", Mark(1, 1)),
        ("a.js", b"a\nb\0", "control-character", "U+0000", Mark(2, 2)),
        ("a.json", b'{"a": 1', "file-malformed", "JSON", Mark(1, 8)),
        ("a.json", b"[[", "file-malformed", "JSON", Mark(1, 3)),
    ],
)
def test_what_is_refused(name: str, content: bytes, code: str, found: str, mark: Mark) -> None:
    with pytest.raises(UnreadableError) as refused:
        texts_of(name, content)
    error = refused.value
    assert (error.code, error.found, error.mark) == (code, found, mark)


def test_a_file_has_a_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 3)
    assert texts_of("a.txt", b"abc").texts == ("abc",)
    with pytest.raises(UnreadableError) as refused:
        texts_of("a.txt", b"abcd")
    assert (refused.value.code, refused.value.found) == ("attachment-large", "0")


def test_json_has_a_largest_depth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_depth, "MAX_DEPTH", 3)
    assert texts_of("a.json", b'{"a": [{"b": "[[[["}]}').texts == ("a", "b", "[[[[")
    with pytest.raises(UnreadableError) as refused:
        texts_of("a.json", b'{"a": [{"b": []}]}')
    assert (refused.value.code, refused.value.found) == ("file-malformed", "JSON")


def test_kinds_are_found_by_their_endings() -> None:
    for ending, kind in KINDS.items():
        assert ending == ending.lower()
        assert kind_of(f"a/b{ending.upper()}") is kind
    assert kind_of("a.html") is None
