"""Pinyin: the pairs of the texts by their sound, and words by their letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from casebook.outputs.search.pinyin import characters_of, sounds_of, spelled

from ...content.steadily import steadily

PAIRS = {
    "水军": [1, 5],
    "水均": [1, 2, 3],
    "睡军": [1, 9],
    "水中": [7],
    "重庆": [1],
    "长治": [1],
    "绿色": [1],
    "女子": [1],
}


def test_pairs_by_their_sound_the_most_frequent_first():
    assert sounds_of(PAIRS) == {
        "chong": {"qing": ["重庆"]},
        "lv": {"se": ["绿色"]},
        "nv": {"zi": ["女子"]},
        "shui": {"jun": ["水均", "水军", "睡军"], "zhong": ["水中"]},
        "zhang": {"zhi": ["长治"]},
    }


def test_first_syllables_stand_in_order_however_the_grams_come():
    backwards = dict(reversed(PAIRS.items()))
    assert list(sounds_of(backwards)) == ["chong", "lv", "nv", "shui", "zhang"]
    assert sounds_of(backwards) == sounds_of(PAIRS)


characters = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
phrases = st.sampled_from(sorted(PHRASES_DICT))
pairs = (
    st.text(characters, min_size=2, max_size=2)
    | phrases.map(lambda phrase: phrase[:2])
    | phrases.map(lambda phrase: phrase[-2:])
)


@steadily(500)
@given(pair=pairs)
def test_a_pair_sounds_as_the_library_says(pair):
    found = sounds_of({pair: [1]})
    first, second = lazy_pinyin(pair, errors=list)
    assert found == ({first: {second: [pair]}} if f"{first}{second}".isascii() else {})


@pytest.mark.parametrize(
    "gram", ["水", "水#", "#5", "5#", "a水", "々水", "カタ", "𠮷\U0002a6d6", "水\U0002a6d6"]
)
def test_what_has_no_sound_is_not_among_them(gram):
    assert sounds_of({gram: [1]}) == {}


@pytest.mark.parametrize(
    ("syllables", "expected"),
    [
        ([], {}),
        (["nve", "lve"], {"lve": "掠略锊", "nve": "虐疟"}),
        (["nv", "xx", "水"], {"nv": "女恧钕衄"}),
    ],
)
def test_the_common_characters_of_syllables(syllables, expected):
    assert characters_of(syllables) == expected


def test_common_characters_sound_as_the_library_says():
    syllables = ["a", "de", "lv", "nve", "shei", "yi", "zhuang"]
    for syllable, found in characters_of(syllables).items():
        assert {lazy_pinyin(character)[0] for character in found} == {syllable}


def test_a_character_has_its_usual_sound_alone():
    found = characters_of(["chong", "zhong", "chang", "zhang"])
    assert [syllable for syllable, characters in found.items() if "重" in characters] == ["zhong"]
    assert [syllable for syllable, characters in found.items() if "长" in characters] == ["zhang"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], []),
        (["重庆"], [("重庆", "chongqing", "cq")]),
        (["长治"], [("长治", "zhangzhi", "zz")]),
        (["绿色", "女"], [("女", "nv", "n"), ("绿色", "lvse", "ls")]),
        (["水军", "水军"], [("水军", "shuijun", "sj")]),
        (["App", "AI洗文", "2024年", "水军、黑客", "2024", ""], []),
    ],
)
def test_words_spelled_out(words, expected):
    assert spelled(words, {}) == expected


def test_a_place_is_spelled_as_its_people_say():
    places = {"长治": "changzhi", "太原": "taiyuan"}
    assert spelled(["长治", "长治市"], places) == [
        ("太原", "taiyuan", "ty"),
        ("长治", "changzhi", "cz"),
        ("长治市", "zhangzhishi", "zzs"),
    ]
