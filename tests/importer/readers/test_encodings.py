"""Encodings: every one that bulletins come in, with and without a mark or a declaration."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.importer.readers.encodings import decoded
from casebook.importer.readers.source import Refusal, UnreadableError

TEXT = "某市公安局通报典型案例\n\n案例一：李某编造停水消息案\n2024年5月，某市公安机关查明此事。\n"
TRADITIONAL = "某市警方通報典型案例，李某編造停水消息，警方查明此事。"


@pytest.mark.parametrize("text", [TEXT, "警方通报", "公安局查明", "plain text 2024", "1、2"])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"],
)
def test_an_encoding_is_recognized_without_a_declaration(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("gb18030", "gb2312"),
        ("gb18030", "GBK"),
        ("gb18030", "iso-8859-1"),
        ("gb18030", "utf-8"),
        ("gb18030", "no-such-code"),
        ("gb18030", "rot13"),
        ("utf-8", "gb2312"),
        ("utf-8", "us-ascii"),
        ("hz", "hz-gb-2312"),
        ("utf-16-le", "unicode"),
    ],
)
def test_a_declaration_counts_only_if_it_is_true(encoding: str, declared: str) -> None:
    assert decoded(TEXT.encode(encoding), declared) == TEXT


def test_a_declaration_decides_where_several_encodings_are_possible() -> None:
    assert decoded("模".encode("gb18030"), "gb2312") == "模"


def test_big5_is_read_if_it_is_declared() -> None:
    assert decoded(TRADITIONAL.encode("big5"), "big5") == TRADITIONAL


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="gb2312">',
        '<META http-equiv=Content-Type content="text/html; charset=gbk">',
        '<?xml version="1.0" encoding="GB2312"?>',
    ],
)
def test_a_page_declares_its_encoding(head: str) -> None:
    assert decoded(f"{head}模".encode("gb18030")) == f"{head}模"


def test_a_cut_file_is_read_with_a_sign_for_what_is_damaged() -> None:
    assert decoded(TEXT.encode()[:-2]) == TEXT[:-2] + "\ufffd"


def test_a_long_text_may_have_a_damaged_character() -> None:
    data = (TEXT * 20).encode("gb18030")
    assert decoded(data[:40] + b"\xff" + data[40:]).count("\ufffd") == 1


@pytest.mark.parametrize("data", [b"\xff\xff\xff\xff", bytes(range(128, 256))])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError) as refusal:
        decoded(data)
    assert refusal.value.refusal is Refusal.ENCODING


@given(st.binary(max_size=300), st.sampled_from(["", "gbk", "utf-16", "latin1", "big5", "hz"]))
def test_any_bytes_are_decoded_or_refused(data: bytes, declared: str) -> None:
    with suppress(UnreadableError):
        assert isinstance(decoded(data, declared), str)
