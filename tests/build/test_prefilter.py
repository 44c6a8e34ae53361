"""The pre-filter: it finds every text that the precise extraction finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.build.prefilter import chunk_lines, chunks, quick_texts
from casebook.build.text_extraction import blocks, texts_of_markup

from ..content.steadily import steadily

PARTS = (
    *("甲", "乙丙", " ", "\n", ">\n", "<", ">", "=", '"', "'", "&lt;", "&gt;", "&#34;", "&amp;lt;"),
    *("<p>", "</p>", "</p>\n", "<b>", "</b>", "</b>\n", "<br>\n<i>", '<p class="a">\n'),
    *(' title="', " alt='", ' title="丁">\n', " title=戊", '<a href="mailto:a@example.com">'),
    *(
        '<a title="庚">',
        '<p alt="辛&quot;">',
        '<img alt="a>b">',
        '<p title="壬\n',
        "<p\ntitle='癸'>",
    ),
    *("<!--", "-->", "<![CDATA[", "]]>", "<style>", "</style>", "<SCRIPT>", "<script", "</script>"),
    *('<script type="application/ld+json">', '{"己": ["庚", 1]}', "<?xml?>\n", "<!doctype html>\n"),
)
pages = st.lists(st.sampled_from(PARTS), max_size=14).map("".join)


def read_closely(content: str) -> set[str]:
    return {text for block in blocks(content) for text in texts_of_markup(block)}


def read_at_once(content: str) -> set[str]:
    return quick_texts([line for chunk in chunks(content.encode()) for line in chunk_lines(chunk)])


@steadily(800)
@given(content=pages)
def test_every_extracted_text_is_found(content: str) -> None:
    assert read_closely(content) - read_at_once(content) <= {">"}


@pytest.mark.parametrize(
    "content",
    [
        '他写 title="甲\n<p title="乙">丙</p>',
        '<p title="甲>乙\n<p title="丙">丁</p>',
        "<p>犯罪嫌疑人甲<script>1</script>",
        "<p>犯罪嫌疑人甲",
    ],
)
def test_what_a_reader_of_the_whole_could_take_for_another_thing(content: str) -> None:
    assert read_closely(content) <= read_at_once(content)


def test_a_line_is_read_as_it_stands_in_its_page() -> None:
    page = '<h1 title="题">甲<b>乙</b></h1>\n<p>丙\n丁</p>\n'
    assert read_at_once(page) == {"甲乙", "丙\n丁", "题"}


def test_pages_share_their_sheets() -> None:
    one, other = (set(chunks(f"<p>一</p>\n<p>{text}</p>\n<p>二</p>\n".encode())) for text in "甲乙")
    assert len(one & other) == len(one) - 1
