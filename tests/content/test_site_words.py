"""The list of a site's words: one a line, and what is no word."""

from __future__ import annotations

import pytest

from casebook.content.site_words import parse_words


def test_a_word_a_line_and_comments() -> None:
    text = "# 不是姓名的词\n雷霆\n\n  马可波罗  \nCobalt Strike\r\n雷霆\n"
    assert parse_words(text, "cases/words.txt") == (
        frozenset({"雷霆", "马可波罗", "Cobalt Strike"}),
        [],
    )


@pytest.mark.parametrize("line", ["雷", "雷霆，护网", "雷霆#注", "13812345678", "-雷霆", "雷" * 31])
def test_a_line_that_is_no_word(line: str) -> None:
    words, problems = parse_words(f"雷霆\n{line}\n", "cases/words.txt")
    assert words == {"雷霆"}
    assert [(one.line, one.column, one.code) for one in problems] == [(2, 1, "site-word")]
