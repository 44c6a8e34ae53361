"""Escapes of Markdown: what the site shows of a paragraph is what the source has."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.content.markdown import parse
from casebook.importer.markdown_escapes import escaped


def shown(text: str) -> str:
    """The text of the page of this paragraph, in which nothing is markup."""
    opening, inline, closing = parse(escaped(text))
    assert (opening.type, inline.type, closing.type) == (
        "paragraph_open",
        "inline",
        "paragraph_close",
    )
    pieces = inline.children or []
    assert {piece.type for piece in pieces} <= {"text", "text_special"}
    return "".join(piece.content for piece in pieces)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("李**和王**被抓获", r"李\*\*和王\*\*被抓获"),
        ("1. 钱某", r"1\. 钱某"),
        ("2025) 年", r"2025\) 年"),
        ("# 净网 #", r"\# 净网 #"),
        ("- 查获手机", r"\- 查获手机"),
        ("a&lt;b", r"a&amp;lt;b"),
        ("<script>", r"\<script\>"),
        ("[甲](乙)", r"\[甲\](乙)"),
        ("2025年1月9日，警方破案。", "2025年1月9日，警方破案。"),
    ],
)
def test_marks_are_escaped(text: str, written: str) -> None:
    assert escaped(text) == written
    assert shown(text) == text


@settings(max_examples=400, deadline=None)
@given(
    st.text("王*_`#-+=>|~[](){}!<>&;\\.:：1 2某“”http://w.cn@", min_size=1, max_size=40).filter(
        lambda text: text == " ".join(text.split())
    )
)
def test_any_paragraph_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == text
