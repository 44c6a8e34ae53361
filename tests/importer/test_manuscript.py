"""Manuscripts: every encoding and form that a bulletin comes in, and what cannot be read."""

# ruff: noqa: E501 - texts stay in one piece

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.importer.line import Line, rejoined
from casebook.importer.manuscript import UnreadableBulletinError, decoded, read

TEXT = "某市公安局通报典型案例\n\n案例一：李某编造停水消息案\n2024年5月，某市公安机关查明此事。\n"
LINES = [
    "某市公安局通报典型案例",
    "案例一：李某编造停水消息案",
    "2024年5月，某市公安机关查明此事。",
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, ending: str, tmp_path: Path) -> None:
    file = tmp_path / "通报.txt"
    file.write_bytes(TEXT.replace("\n", ending).encode(encoding))
    assert [line.text for line in read(file).lines] == LINES


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("通报.pdf", b"%PDF-1.7", "form"),
        ("通报.doc", b"\xd0\xcf\x11\xe0", "form"),
        ("通报", b"text", "form"),
        ("通报.txt", b"", "empty"),
        ("通报.txt", b"\n \n\t\n", "empty"),
        ("通报.txt", b"\xff\xff\xff\xff", "encoding"),
        ("通报.docx", b"no archive", "empty"),
        ("通报.html", b"<html><body></body></html>", "empty"),
    ],
)
def test_what_cannot_be_read(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(UnreadableBulletinError) as refusal:
        read(file)
    assert refusal.value.code == code


def test_front_matter_and_source_are_hints(tmp_path: Path) -> None:
    file = tmp_path / "通报.md"
    file.write_text(
        "# source: https://www.example.gov.cn/1.html\n---\ntitle: 通报题目\ndate: 2024-05-06\n---\n\n正文。\n",
        encoding="utf-8",
    )
    manuscript = read(file)
    assert manuscript.lines == (Line("正文。"),)
    assert manuscript.hints == {
        "url": "https://www.example.gov.cn/1.html",
        "title": "通报题目",
        "date": "2024-05-06",
    }


def test_markup_is_taken_off_and_emphasis_kept_in_mind(tmp_path: Path) -> None:
    file = tmp_path / "通报.md"
    file.write_text(
        "# 题目\n\n![图](https://www.example.gov.cn/a.jpg)\n\n**1、李某案**\n\n**案例1：**某日，[警方](x)查明。\n\n　　缩进一段。\n",
        encoding="utf-8",
    )
    assert read(file).lines == (
        Line("题目", is_bold=True),
        Line("1、李某案", is_bold=True),
        Line("案例1：某日，警方查明。"),
        Line("缩进一段。"),
    )


def joined(*texts: str) -> list[str]:
    return [line.text for line in rejoined([Line(text) for text in texts])]


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (
            ["同月，某区网安侦破李某非", "法获取数据案。"],
            ["同月，某区网安侦破李某非法获取数据案。"],
        ),
        (["截至案发，3家", "公司获利200余万元。"], ["截至案发，3家公司获利200余万元。"]),
        (["为维护秩序，", "2024年5月，警方出动。"], ["为维护秩序，2024年5月，警方出动。"]),
        (["第一段结束。", "第二段。"], ["第一段结束。", "第二段。"]),
        (
            ["李某编造谣言，引发恐慌案", "经查，此事不实。"],
            ["李某编造谣言，引发恐慌案", "经查，此事不实。"],
        ),
        (["短标题", "正文从这里开始。"], ["短标题", "正文从这里开始。"]),
        (["他说，没有", "案例二：李某案"], ["他说，没有", "案例二：李某案"]),
        (["他说，没有", "2024年6月，警方查明。"], ["他说，没有", "2024年6月，警方查明。"]),
    ],
)
def test_broken_lines_are_joined_and_others_are_not(texts: list[str], whole: list[str]) -> None:
    assert joined(*texts) == whole


def test_bold_lines_are_never_joined() -> None:
    lines = [Line("甲，乙", is_bold=True), Line("丙")]
    assert rejoined(lines) == lines


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with suppress(UnreadableBulletinError):
        assert isinstance(decoded(data), str)
