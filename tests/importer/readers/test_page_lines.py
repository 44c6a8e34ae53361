"""Lines of pages: characters on a baseline, with the spaces that a person sees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casebook.importer.readers.glyphs import Glyph, is_wide
from casebook.importer.readers.page_columns import bands, gutter
from casebook.importer.readers.page_lines import is_overprinted, lines, rows


def printed(text: str, left: float = 0.0, baseline: float = 100.0, size: float = 10.0,
            step: float = 0.0, is_bold: bool = False) -> list[Glyph]:  # fmt: skip
    """Glyphs of a text one after another, `step` points apart."""
    glyphs = []
    for one in text:
        width = size if is_wide(one) or one == "\u3000" else size / 2
        glyphs.append(Glyph(left, left + width, baseline, size, one, is_bold))
        left += width + step
    return glyphs


def read(*glyphs: list[Glyph]) -> list[str]:
    whole = [glyph for some in glyphs for glyph in some]
    return [line.text for row in rows(whole) for line in lines(row, None)]


def test_rows_are_read_from_the_top_and_from_the_left():
    assert read(printed("下", 0, 120), printed("右", 40, 100), printed("左", 0, 101)) == [
        "左",
        "右",
        "下",
    ]


def test_justified_characters_are_one_word():
    assert read(printed("平遥县公安局", step=3.0)) == ["平遥县公安局"]


def test_a_letterhead_spread_over_the_page_is_one_word():
    assert read(printed("平遥县公安局", step=14.0)) == ["平遥县公安局"]


def test_a_full_width_space_is_a_space():
    assert read(printed("案例一\u3000赵某某")) == ["案例一 赵某某"]


def test_a_wide_gap_parts_two_lines():
    assert read(printed("甲", 0), printed("乙", 40)) == ["甲", "乙"]


def test_latin_words_are_parted_by_their_gaps():
    assert read(printed("QQ group", 0), printed("12", 70)) == ["QQ group", "12"]
    assert read(printed("QQ"), printed("group", 14)) == ["QQ group"]


def test_an_exponent_is_kept_and_the_mark_of_a_note_is_not():
    raised = printed("2", 40, 96, 6.0), printed("[1]", 73, 96, 6.0)
    row = printed("占地120m"), raised[0], printed("的窝点", 43), raised[1], printed("被毁", 82)
    assert read(*row) == ["占地120m²的窝点被毁"]


def test_a_small_number_at_the_beginning_is_a_label():
    assert read(printed("1.", 0, 96, 6.0), printed("银行卡十张", 10)) == ["1.银行卡十张"]


def test_pinyin_over_a_character_is_left_out():
    guide = printed("páng", 0, 90, 4.0)
    assert read(guide, printed("逄某某被抓获")) == ["逄某某被抓获"]


def test_a_small_line_of_latin_over_a_paragraph_is_read():
    assert read(printed("No.12", 0, 80, 6.0), printed("逄某某被抓获")) == ["No.12", "逄某某被抓获"]


def test_what_was_struck_leaves_no_gap():
    struck = [Glyph(20, 30, 100, 10, ""), Glyph(30, 40, 100, 10, "")]
    assert read(printed("金额"), struck, printed("三十万", 40)) == ["金额三十万"]


LEFT = "第一栏的文字应当先读完"
RIGHT = "第二栏的文字以后才读到"


def page_in_columns(count: int = 6) -> list[Glyph]:
    glyphs = []
    for number in range(count):
        glyphs += printed(LEFT, 0, 100 + 15 * number)
        glyphs += printed(RIGHT, 130, 100 + 15 * number)
    return glyphs


def test_texts_over_each_other_are_told():
    over = printed("第一段文字在此", 0, 100) + printed("第二段也在此处", 3, 101)
    assert [is_overprinted(row) for row in rows(over)] == [True]
    assert [is_overprinted(row) for row in rows(printed("第一段文字在此"))] == [False]


def test_the_gutter_is_the_left_edge_of_the_right_column():
    assert gutter(rows(page_in_columns())) == 130


def test_few_rows_are_no_columns():
    assert gutter(rows(page_in_columns(3))) is None


def test_running_text_has_no_gutter():
    glyphs = [one for number in range(9) for one in printed(LEFT * 2, 0, 100 + 15 * number)]
    assert gutter(rows(glyphs)) is None


def test_a_full_stop_that_hangs_into_the_gutter_does_not_join_the_columns():
    glyphs = printed(f"{LEFT}。", 0), printed(RIGHT, 123)
    row = rows([one for some in glyphs for one in some])[0]
    assert [line.text for line in lines(row, 123)] == [f"{LEFT}。", RIGHT]


def test_a_line_across_the_page_is_a_band_of_one_column():
    title = printed("一个跨过两栏的标题它从左边一直写到右边去", 25, 80)
    page = rows(title + page_in_columns())
    assert [(edge, len(band)) for edge, band in bands(page, 130)] == [(None, 1), (130, 6)]


@given(
    st.lists(
        st.builds(
            Glyph,
            st.floats(-1e4, 1e4),
            st.floats(-1e4, 1e4),
            st.floats(-1e4, 1e4),
            st.floats(0.1, 2e3),
            st.sampled_from(list("案例一。a1 \u3000")),
        ),
        max_size=40,
    )
)
def test_every_character_comes_out_but_raised_marks(glyphs):
    page = rows(glyphs)
    edge = gutter(page)
    read = [one for row in page for line in lines(row, edge) for one in line.text if one != " "]
    given_ones = [glyph.text for glyph in glyphs if glyph.text.strip()]
    lost = [one for one in given_ones if one not in "1a"]
    assert sorted(one for one in read if one not in "1a") == sorted(lost)
