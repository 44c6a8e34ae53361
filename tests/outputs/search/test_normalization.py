"""A folded text is what a query is compared with; the browser's side is in tests/browser."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.content.radicals import RADICALS
from casebook.outputs.search.normalization import EDGE, normalize

from ...content.steadily import steadily

ROOT = Path(__file__).parents[3]

FOLDED = [
    ("", ""),
    ("网络水军", "网络水军"),
    # Spaces and punctuation
    (" 水　军\n案 ", "水军案"),
    ("王某某（男），“刷量·控评”！", "王某某男刷量控评"),
    ("……", ""),
    # Compatibility forms and capitals
    ("ＡＰＰ", "#app#"),
    ("ﬁ", "#fi#"),
    ("㈠", "一"),
    ("①", "#1#"),
    ("Ⅳ", "#iv#"),
    ("ｶ", "カ"),
    ("É", "é"),
    ("e\u0301", "#e#"),
    ("İ", "#i#"),
    # Numbers
    ("500万元", "#500#万元"),
    ("4,860元", "#4860#元"),
    ("４，８６０元", "#4860#元"),
    ("1,234,567.89元", "#1234567.89#元"),
    ("3.6亿", "#3.6#亿"),
    ("共3.", "共#3#"),
    ("共3,", "共#3#"),
    (".5", "#5#"),
    ("3..5", "#3##5#"),
    ("3．6", "#3.6#"),
    ("一.二,三", "一二三"),
    # Latin words
    ("用AI洗文", "用#ai#洗文"),
    ("v2.0", "#v##2.0#"),
    ("a.b", "#a##b#"),
    # What looks like an edge is none
    ("#水#", "水"),
    # Rare characters
    ("𠮷野家", "𠮷野家"),
    ("㐀〇々", "㐀〇々"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_folding(text, expected):
    assert normalize(text) == expected


TOKEN = re.compile(r"#(?:[a-z]+|[0-9]+(?:\.[0-9]+)*)#")

texts = st.text() | st.text("甲乙一亿，。 “”#.,aZ09１Ｂ①ﬁ")
wordless = texts.filter(lambda text: EDGE not in normalize(text))


@steadily(500)
@given(text=texts)
def test_only_letters_and_digits_are_left_and_edges_around_the_latin_ones(text):
    between = TOKEN.sub("", normalize(text))
    assert {unicodedata.category(character)[0] for character in between} <= {"L", "N"}
    assert not re.search("[a-z0-9]", between)


@steadily(500)
@given(text=texts)
def test_what_is_folded_again_changes_in_its_edges_only(text):
    assert normalize(normalize(text)).replace(EDGE, "") == normalize(text).replace(EDGE, "")


def test_common_characters_stay_what_they_are():
    common = "".join(map(chr, range(0x4E00, 0x9FA6)))
    assert normalize(common) == common == unicodedata.normalize("NFKC", common).lower()


@steadily()
@given(one=wordless, other=wordless)
def test_where_there_are_no_words_each_character_is_folded_by_itself(one, other):
    assert (
        normalize(one + other)
        == normalize(one) + normalize(other)
        == normalize(normalize(one + other))
    )


@steadily()
@given(text=st.text("甲乙，。." + "".join(map(chr, range(0x20, 0x7F)))))
def test_full_width_characters_are_the_same(text):
    wide = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert normalize(wide) == normalize(text)


def test_radicals_of_pdfs_are_the_characters_they_look_like():
    assert normalize("银行账⼾，⼈⺠") == normalize("银行账户，人民")


def test_the_browser_has_the_same_radicals():
    script = (ROOT / "docs/assets/js/search/normalize.js").read_text(encoding="utf-8")
    pairs = "".join(re.findall('"([^"]+)"', re.search(r"const RADICALS =([^;]+);", script)[1]))
    known = (map(chr, (int(code, 16) for code in pair.split("-"))) for pair in pairs.split())
    assert dict(map(tuple, known)) == {
        radical: character
        for radical, character in RADICALS.items()
        if unicodedata.normalize("NFKC", radical) != character
    }
