"""Paragraphs of pages: lines are joined where the setting says so, over columns and pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.importer.document import Block, Role
from casebook.importer.readers.glyphs import Glyph, Page
from casebook.importer.readers.page_blocks import read_pages
from casebook.importer.readers.page_paragraphs import cell_paragraphs, joined
from tests.importer.readers.test_page_lines import printed

WIDTH, HEIGHT, LEFT, SIZE = 400.0, 600.0, 50.0, 10.0
FULL = 30
"""Characters of a full line."""
STORY = "经查赵某某通过木马程序窃取快递面单信息并对外出售专案组辗转两省四市抓获犯罪嫌疑人"


def line(characters: int, ends: str = "") -> str:
    """A line of text of a length, with an ending."""
    text = (STORY * 3)[: characters - len(ends)]
    return text + ends


def page(number: int, *texts: tuple[float, str], top: float = 100.0, step: float = 16.0,
         size: float = SIZE) -> Page:  # fmt: skip
    """A page of lines, each with its indentation in characters."""
    glyphs: list[Glyph] = []
    for at, (indentation, text) in enumerate(texts):
        glyphs += printed(text, LEFT + indentation * size, top + step * at, size)
    return Page(number, WIDTH, HEIGHT, tuple(glyphs))


def texts(*pages: Page) -> list[str]:
    return [block.text for block in read_pages(pages)[0]]


def test_full_lines_go_on_and_an_indentation_begins_a_paragraph():
    assert texts(
        page(
            1,
            (2, line(28)), (0, line(FULL)), (0, line(8, "。")),
            (2, line(28)), (0, line(5, "。")),
            (2, line(9, "。")),
        )
    ) == [
        line(28) + line(FULL) + line(8, "。"),
        line(28) + line(5, "。"),
        line(9, "。"),
    ]  # fmt: skip


def test_a_wider_distance_begins_a_paragraph():
    first = page(1, (0, line(FULL)), (0, line(FULL, "。")))
    second = page(1, (0, line(FULL)), (0, line(7, "。")), top=160.0)
    both = Page(1, WIDTH, HEIGHT, first.glyphs + second.glyphs)
    assert texts(both) == [line(FULL) + line(FULL, "。"), line(FULL) + line(7, "。")]


def test_a_paragraph_goes_on_over_a_page():
    pages = (
        page(1, (2, line(28)), (0, line(FULL)), (2, line(28)), (0, line(FULL))),
        page(2, (0, line(FULL)), (0, line(6, "。"))),
    )
    assert texts(*pages) == [
        line(28) + line(FULL),
        line(28) + line(FULL) + line(FULL) + line(6, "。"),
    ]


def test_a_running_head_and_page_numbers_come_once_and_part_no_paragraph():
    def numbered(number: int, *body: tuple[float, str]) -> Page:
        running = page(number, *body)
        head = printed("某市公安局简报", 150, 40)
        foot = printed(f"— {number} —", 180, 570)
        return Page(number, WIDTH, HEIGHT, (*head, *running.glyphs, *foot))

    blocks, _ = read_pages(
        [
            numbered(1, (2, line(28)), (0, line(FULL)), (2, line(28)), (0, line(FULL))),
            numbered(2, (0, line(6, "。"))),
        ]
    )
    assert [(block.role, block.text, block.at) for block in blocks] == [
        (Role.HEADER, "某市公安局简报", "第1页页眉"),
        (Role.PARAGRAPH, line(28) + line(FULL), "第1页第1段"),
        (Role.PARAGRAPH, line(28) + line(FULL) + line(6, "。"), "第1页第2段"),
        (Role.FOOTER, "— 1 —", "第1页页脚"),
    ]


def test_headings_of_cases_at_the_top_of_pages_are_no_running_heads():
    pages = [page(number, (0, f"案例{number}"), (0, line(9, "。")), top=60.0) for number in (1, 2)]
    assert texts(*pages) == ["案例1", line(9, "。"), "案例2", line(9, "。")]


def test_a_sentence_that_comes_back_at_the_top_of_pages_is_text():
    pages = [page(number, (0, line(9, "。")), top=60.0) for number in (1, 2)]
    assert texts(*pages) == [line(9, "。"), line(9, "。")]


def test_a_number_within_the_page_is_text():
    assert texts(page(1, (0, line(9, "。")), (0, "12"), top=300.0)) == [line(9, "。"), "12"]


def test_a_signature_at_the_right_does_not_go_on():
    assert texts(
        page(1, (2, line(28)), (0, line(4, "。")), (22, "平遥县公安局网安"), (0, "附件"))
    ) == [line(28) + line(4, "。"), "平遥县公安局网安", "附件"]


def test_a_title_over_two_lines_in_the_middle_is_one():
    title = printed("关于公布打击网络犯罪", 110, 60, 18.0) + printed("案例的通报", 155, 84, 18.0)
    body = page(1, (2, line(28)), (0, line(9, "。")), top=130.0)
    blocks, _ = read_pages([Page(1, WIDTH, HEIGHT, (*title, *body.glyphs))])
    assert [(block.role, block.text) for block in blocks] == [
        (Role.TITLE, "关于公布打击网络犯罪案例的通报"),
        (Role.PARAGRAPH, line(28) + line(9, "。")),
    ]


def test_an_item_with_a_hanging_indentation_is_one_paragraph():
    assert texts(
        page(1, (2, "1." + line(27)), (3, line(27)), (3, line(6, "。")), (2, "2.手机九部。"))
    ) == ["1." + line(27) + line(27) + line(6, "。"), "2.手机九部。"]


def test_a_number_that_moved_to_the_next_line_does_not_part_a_sentence():
    assert texts(page(1, (0, line(FULL)), (0, line(26)), (0, "1380013800元" + line(20, "。")))) == [
        line(FULL) + line(26) + "1380013800元" + line(20, "。")
    ]


def test_the_left_column_is_read_before_the_right_one():
    glyphs: list[Glyph] = []
    for number in range(6):
        glyphs += printed(line(14), 50, 100 + 16 * number)
        glyphs += printed(line(14, "。" if number == 5 else ""), 210, 100 + 16 * number)
    assert texts(Page(1, WIDTH, HEIGHT, tuple(glyphs))) == [line(14) * 11 + line(14, "。")]


def test_a_footnote_follows_the_paragraph_that_it_interrupts():
    first = page(1, (2, line(28)), (0, line(FULL)), (2, line(28)), (0, line(FULL)))
    note = printed("①据某市统计。", LEFT, 500, 8.0)
    second = page(2, (0, line(6, "。")), (2, line(9, "。")))
    blocks, _ = read_pages([Page(1, WIDTH, HEIGHT, (*first.glyphs, *note)), second])
    assert [(block.role, block.text) for block in blocks] == [
        (Role.PARAGRAPH, line(28) + line(FULL)),
        (Role.PARAGRAPH, line(28) + line(FULL) + line(6, "。")),
        (Role.FOOTNOTE, "①据某市统计。"),
        (Role.PARAGRAPH, line(9, "。")),
    ]


@pytest.mark.parametrize(
    ("text", "more", "whole"),
    [
        ("案例", "一", "案例一"),
        ("Windows", "Server", "Windows Server"),
        ("网址http://www.exam", "ple.com", "网址http://www.example.com"),
        ("电话138", "0013", "电话1380013"),
    ],
)
def test_pieces_are_joined_with_a_space_only_between_latin_words(text, more, whole):
    assert joined(text, more) == whole


def test_lines_that_fill_a_cell_go_on_and_others_do_not():
    def cell(*rows: str) -> list[str]:
        from casebook.importer.readers.page_lines import lines
        from casebook.importer.readers.page_lines import rows as rows_of

        glyphs = [
            one for number, text in enumerate(rows) for one in printed(text, 0, 20.0 + 14 * number)
        ]
        return cell_paragraphs([one for row in rows_of(glyphs) for one in lines(row, None)], 50.0)

    assert cell("钱某帮助信", "息案") == ["钱某帮助信息案"]
    assert cell("甲市", "乙市") == ["甲市", "乙市"]
    assert cell("钱某帮助信", "2.手机") == ["钱某帮助信", "2.手机"]


@given(
    st.lists(
        st.tuples(st.floats(0, 25), st.integers(1, 30), st.sampled_from(["", "。"])), max_size=25
    ),
    st.lists(st.integers(3, 40), max_size=25),
)
def test_every_line_comes_out_once(shapes, steps):
    glyphs: list[Glyph] = []
    top = 100.0
    for number, (indentation, length, end) in enumerate(shapes):
        glyphs += printed(line(length, end), LEFT + 10 * indentation, top)
        top += steps[number] + 10 if number < len(steps) else 16
    blocks: tuple[Block, ...] = read_pages([Page(1, WIDTH, HEIGHT, tuple(glyphs))])[0]
    given_ones = sorted(glyph.text for glyph in glyphs)
    assert sorted("".join(block.text for block in blocks).replace(" ", "")) == given_ones
