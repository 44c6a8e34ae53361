"""GitHub's Markdown: whatever a text says, it is shown and does nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from casebook.editor.github_markdown import block, plain, table

READER = MarkdownIt("commonmark").enable("table")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王某某等人涉嫌“刷单”案（一）", "王某某等人涉嫌“刷单”案（一）"),
        ("净网2024 专项行动", "净网2024 专项行动"),
        ("", ""),
        ("a|b", "`a｜b`"),
        ("<img src=x>", "`<img src=x>`"),
        ("找@somebody", "`找@somebody`"),
        ("见https://example.com/", "`见https://example.com/`"),
        ("#12", "`#12`"),
        ("GH-12", "`GH-12`"),
        ("- 甲", "`- 甲`"),
        ("一`二``三", "```一`二``三```"),
        ("`一", "`` `一 ``"),
        ("一\n二\t三", "一 二 三"),
        ("一\u202e二\u200b\x07", "一二"),
        ("**甲**", "`**甲**`"),
        ("甲\\", "`甲\\`"),
        ("&amp;", "`&amp;`"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def cells(markdown: str) -> list[str]:
    """What the cells of the first table show, and only if it is all that is there."""
    tokens = READER.parse(markdown)
    assert [tokens[0].type, tokens[-1].type] == ["table_open", "table_close"]
    inline = [token for token in tokens if token.type == "inline"]
    children = [child for token in inline for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "code_inline"}
    return ["".join(child.content for child in token.children or ()) for token in inline]


TEXTS = st.text(alphabet="一二a1 |`\\<>@#&*_[]()!~:/-.\n\r\t", max_size=12)


@given(TEXTS, TEXTS)
def test_no_text_leaves_its_cell(first: str, second: str) -> None:
    shown = cells("\n".join(table(("甲", "乙"), [(plain(first), plain(second))])))
    expected = [" ".join(text.split()).replace("|", "｜") for text in (first, second)]
    assert shown == ["甲", "乙", *expected]


@given(st.lists(TEXTS.map(lambda text: " ".join(text.split())), min_size=1, max_size=4))
def test_no_line_leaves_its_block(lines: list[str]) -> None:
    (token,) = READER.parse("\n".join(block(lines)))
    assert (token.type, token.info) == ("fence", "text")
    assert token.content == "".join(f"{line}\n" for line in lines)
