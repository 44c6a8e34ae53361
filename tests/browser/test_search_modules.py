"""The modules of the search, one by one, in a browser: what they make of what is put into them."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable
from itertools import accumulate
from random import Random
from typing import Any

import pytest

from casebook.content.library import Library
from casebook.outputs.search.document import search_document
from casebook.outputs.search.normalization import EDGE, normalize
from casebook.outputs.search.postings import ngram_key, posting_list
from casebook.pages.site import plan_site

from ..outputs.search.decoding import row_of

Call = Callable[..., Any]


@pytest.fixture
def call(open_page, addressed) -> Call:
    """Works out an expression in which `all` is everything the modules export, `given` the rest."""
    page = open_page("small/", html="")
    names = ["index", "postings", "pinyin", "query", "normalize"]

    def called(expression: str, given: Any = None) -> Any:
        # As JSON, for the driver takes half a minute over a hundred thousand values.
        script = f"""async ([names, written]) => {{
          const given = JSON.parse(written);
          const load = (name) => import(`../{addressed.assets}js/search/${{name}}.js`);
          const all = Object.assign({{}}, ...(await Promise.all(names.map(load))));
          return JSON.stringify({expression});
        }}"""
        return json.loads(page.evaluate(script, [names, json.dumps(given)]))

    return called


@pytest.fixture(scope="module")
def looked_through(library: Library) -> list[list[str]]:
    """All that is looked through of each published case."""
    return [list(search_document(case).texts) for case in plan_site(library).cases]


def unlike(called: Call, expression: str, expected: dict[Any, Any]) -> dict[Any, Any]:
    """What of a table comes out otherwise, worked out for all its rows in one go."""
    answers = called(f"given.map((one) => {expression})", list(expected))
    rows = zip(expected.items(), answers, strict=True)
    return {given: answer for (given, wanted), answer in rows if answer != wanted}


# Lists


def lists() -> list[list[int]]:
    """Short and long, dense and sparse."""
    random = Random(1)
    found = [[0], [1], [2**32 - 1], [0, 2**32 - 1], [*range(500)], [*range(0, 10**6, 9999)]]
    for _ in range(300):
        step = random.choice([1, 3, 40, 1000, 90_000])
        steps = [random.randint(1, step) for _ in range(random.choice([1, 2, 10, 200]))]
        found.append([first - 1 for first in accumulate(steps)])
    return found


def test_lists_are_read_as_they_were_written(call):
    written = dict(zip(Random(2).sample(range(2**48), 306), lists(), strict=True))
    packed = b"".join(posting_list(key, numbers) for key, numbers in written.items())
    read = call(
        """[...all.records(new Uint8Array(given))]
           .map(([key, packed]) => [key, [...all.numbers(packed)]])""",
        [*packed],
    )
    assert dict(read) == written


def test_an_empty_file_holds_no_lists(call):
    assert call("all.records(new Uint8Array()).size") == 0


def test_grams_have_the_same_keys(call):
    grams = ["甲", "甲乙", "#5", "5", "𠮷", "𠮷野", "野𠮷", "\U0010ffff\U0010fffe", "éé"]
    assert unlike(call, "all.ngramKey([...one])", {gram: ngram_key(gram) for gram in grams}) == {}


# Folding

KINDS = [
    "网络水军亿万〇々㐀𠮷",
    "0123456789",
    "．，.,",
    "abzABZ",
    "ａｂＺ０９％（）",
    "，。“”、……—— 　\n#'-",
    "①⑳Ⅳ㈠㎥½ﬁİßΣ",
    "⼈⼾⺠⻓⻔⺇⺀戶金\uf90a",
    "é\u0301\u0308ｶﾞ각\u1100\u1161",
    "😀\U0001f468\u200d\U0001f469\ufe0f\u200b\ufeff",
]


def strings(count: int) -> list[str]:
    """Made up of a few kinds of characters each, so that kinds meet."""
    random = Random(3)
    found = []
    for _ in range(count):
        kinds = random.choices(KINDS, k=random.randint(1, 4))
        found.append(
            "".join(random.choice(random.choice(kinds)) for _ in range(random.randint(0, 12)))
        )
    return found


def known_characters() -> list[str]:
    """Every character that this Python knows; a browser knows more."""
    every = map(chr, range(sys.maxunicode + 1))
    return [one for one in every if unicodedata.category(one) not in ("Cn", "Co", "Cs")]


def test_both_sides_fold_every_text_alike(call, looked_through):
    texts = [*{text for texts in looked_through for text in texts}, *strings(4000)]
    assert unlike(call, "all.normalize(one)", {text: normalize(text) for text in texts}) == {}


def test_both_sides_fold_every_character_alike(call):
    assert (
        unlike(call, "all.normalize(one)", {one: normalize(one) for one in known_characters()})
        == {}
    )


# Places in a text

PLACES = [
    (["水军"], "网络水军和水军", ["水军", "水军"]),
    (["水军"], "水“军”", ["水“军"]),
    (["水军", "军案"], "水军案", ["水军案"]),
    (["水军水"], "水军水军水", ["水军水军水"]),
    (["网络", "水军"], "网络水军", ["网络", "水军"]),
    (["水军", "网络水军"], "网络水军", ["网络水军"]),
    (["军", "水"], "水，军", ["水", "军"]),
    (["无"], "水军", []),
    ([""], "水军", []),
    ([], "水军", []),
    # Numbers and words
    (["#500#"], "1500和500和5000", ["500"]),
    (["500"], "1500和500", ["500", "500"]),
    (["#500#万"], "共５００万元，500 万", ["５００万", "500 万"]),
    (["#4860#元"], "共4,860元。", ["4,860元"]),
    (["486"], "4,860元", ["4,86"]),
    (["#3.6#亿"], "3.6亿，3，6亿", ["3.6亿"]),
    (["#ai#洗文"], "用AI“洗文”", ["AI“洗文"]),
    (["#app#"], "Ａpp和apps", ["Ａpp"]),
    # Radicals, as PDFs have them
    (["账户"], "银⾏账⼾和账戶", ["账⼾"]),
    (["人民"], "⼈⺠", ["⼈⺠"]),
    # One character that becomes several, or takes two units
    (["#fi#"], "ﬁ", ["ﬁ"]),
    (["#i#"], "ﬁ", []),
    (["i"], "ﬁ", ["ﬁ"]),
    (["𠮷野"], "在𠮷野家", ["𠮷野"]),
    (["野"], "𠮷野家", ["野"]),
]


def test_places_of_writings_in_a_text(call):
    found = call(
        """given.map(([writings, text]) => all.rangesOf(writings, all.normalizeWithPositions(text))
           .map(([start, end]) => text.slice(start, end)))""",
        [[writings, text] for writings, text, _ in PLACES],
    )
    assert [(*row[:2], one) for row, one in zip(PLACES, found, strict=True)] == PLACES


def test_places_stand_in_rising_order_and_apart(call):
    found = call(
        "all.rangesOf(given[0], all.normalizeWithPositions(given[1]))",
        [["军", "水", "案"], "案，水军。水"],
    )
    assert found == [[0, 1], [2, 3], [3, 4], [5, 6]]


def test_what_stands_at_a_place_folds_to_what_was_looked_for(call, looked_through):
    """Edges and points do not count, for they depend on what stands beside them."""
    random = Random(4)
    asked = []
    for text in [*strings(2000), *(texts[0] for texts in looked_through)]:
        folded = normalize(text)
        start = random.randrange(len(folded) + 1)
        if writing := folded[start : start + random.randint(1, 6)].strip(EDGE):
            asked.append((writing, text))
    wrong = call(
        """given.filter(([writing, text]) => {
          const plain = (folded) => folded.replace(/[#.]/g, "");
          const places = all.rangesOf([writing], all.normalizeWithPositions(text));
          const holds = ([start, end]) =>
            plain(all.normalize(text.slice(start, end))).includes(plain(writing));
          return !places.length || !places.every(holds);
        })""",
        asked,
    )
    assert wrong == []


def test_traditional_characters_become_those_of_the_texts(call):
    table = {
        "網絡水軍": "网络水軍",
        "网络": "网络",
        "ＡＰＰ网": "APP网",
        "𠮷網": "𠮷网",
        "⽹络账⼾": "网络账户",
        "": "",
    }
    assert unlike(call, 'all.simplifier(["網絡", "网络"])(one)', table) == {}
    assert call('all.simplifier(["", ""])("網")') == "網"


def test_writings_within_longer_words_have_no_edges_at_their_ends(call):
    table = {"#500#": "500", "#500#万": "500#万", "共#500#": "共#500", "水军": "水军"}
    assert unlike(call, "all.withoutEdges(one)", table) == {}


# Amounts


def ways(number: str, unit: str, tail: str = "") -> list[str]:
    after = [f"{number}{unit}余{tail}"] if unit and tail else []
    return [*(f"{number}{more}{unit}{tail}" for more in ("", "余", "多")), *after]


AMOUNTS = {
    "500万": [*ways("500", "万"), "5000000"],
    "500万元": [*ways("500", "万", "元"), *ways("5000000", "", "元")],
    "500余万元": [*ways("500", "万", "元"), *ways("5000000", "", "元")],
    "500万余元": [*ways("500", "万", "元"), *ways("5000000", "", "元")],
    "5000000元": [*ways("500", "万", "元"), *ways("5000000", "", "元")],
    "500w": [*ways("500", "万"), "5000000"],
    "5000万": [*ways("0.5", "亿"), *ways("5000", "万"), "50000000"],
    "3千万元": [*ways("0.3", "亿", "元"), *ways("3000", "万", "元"), *ways("30000000", "", "元")],
    "1亿": [*ways("1", "亿"), *ways("10000", "万"), "100000000"],
    "1亿5000万": [*ways("1.5", "亿"), *ways("15000", "万"), "150000000"],
    "3.6亿": [*ways("3.6", "亿"), *ways("36000", "万"), "360000000"],
    "1.1亿": [*ways("1.1", "亿"), *ways("11000", "万"), "110000000"],
    "1.5亿元人民币": [
        *ways("1.5", "亿", "元"),
        *ways("15000", "万", "元"),
        *ways("150000000", "", "元"),
    ],
    "0.07亿": [*ways("700", "万"), "7000000"],
    "1.005万": [*ways("1.005", "万"), "10050"],
    "500块": ways("500", "", "元"),
    # Bare numbers
    "4,860": ["4860"],
    "12000": [*ways("1.2", "万"), "12000"],
    "2024": ["2024"],
    "0": [],
    # What is counted
    "50台": ways("50", "", "台"),
    "2万条": [*ways("2", "万", "条"), *ways("20000", "", "条")],
    # Chinese numerals
    "十万": [*ways("10", "万"), "100000"],
    "两万": [*ways("2", "万"), "20000"],
    "五百多万": [*ways("500", "万"), "5000000"],
    "三百二十万": [*ways("320", "万"), "3200000"],
    "三百二十万元": [*ways("320", "万", "元"), *ways("3200000", "", "元")],
    "一万五千": [*ways("1.5", "万"), "15000"],
    "一百零五": ["105"],
    "两千两百万": [*ways("0.22", "亿"), *ways("2200", "万"), "22000000"],
    "一亿二千万": [*ways("1.2", "亿"), *ways("12000", "万"), "120000000"],
    # No numbers
    "": [],
    "水军": [],
    "万柏林": [],
    "五": [],
    "十": [],
    "3.6.1": [],
    "2024年": [],
    "-5": [],
}


def test_the_ways_to_write_a_number(call):
    assert unlike(call, "all.writingsOf(one)", AMOUNTS) == {}


# Queries

TERMS = {
    "city": [["shanxi", 0, "山西省", "山西"], ["taiyuan", 1, "太原市", "太原"]],
    "offence": [["posters", 0, "网络水军", "水军"]],
    "year": [["2024", 0, "2024年", "2024"], ["2024-05", 1, "2024年5月", "2024-05"]],
    "stage": [["detained", 0, "刑事拘留"]],
}
SYNONYMS = [["刑事拘留", "刑拘"], ["帮信罪", "帮信"], ["App", "手机软件"]]
MADE = f"all.vocabulary({TERMS}, {SYNONYMS})"
DETAINED = {"facet": "stage", "key": "detained", "title": "刑事拘留"}
TAIYUAN = {"facet": "city", "key": "taiyuan", "title": "太原市"}
POSTERS = {"facet": "offence", "key": "posters", "title": "网络水军"}
MAY = {"facet": "year", "key": "2024-05", "title": "2024年5月"}
YEAR = {"facet": "year", "key": "2024", "title": "2024年"}


def word(text: str, *writings: str, **more: Any) -> dict[str, Any]:
    return {
        "text": text, "writings": list(writings or [text]),
        "terms": [], "parts": [], "runs": [], "letters": "", **more,
    }  # fmt: skip


CITY, GROUP = word("太原", terms=[TAIYUAN]), word("网络水军", terms=[POSTERS])
SHORT_GROUP = word("水军", terms=[POSTERS])
PINYIN = word("shuijun", "#shuijun#", letters="shuijun")

QUERIES = {
    "": [],
    " ……，": [],
    "无名": [word("无名")],
    "太原 水军": [CITY, SHORT_GROUP],
    "太原　水军": [CITY, SHORT_GROUP],
    # Between quotation marks as it stands
    "“太原”水军": [word("太原", isQuoted=True), SHORT_GROUP],
    '水军 "太原 水军"': [word("太原 水军", "太原水军", isQuoted=True), SHORT_GROUP],
    "「刑拘」": [word("刑拘", isQuoted=True)],
    "‘刑拘’": [word("刑拘", isQuoted=True)],
    "“太原": [word("“太原", "太原", terms=[TAIYUAN])],
    "“”": [],
    # Parts
    "太原网络水军案": [word("太原网络水军案", parts=[CITY, GROUP])],
    "太原的案例": [word("太原的案例", parts=[CITY])],
    "太原2024年5月": [
        word(
            "太原2024年5月",
            "太原#2024#年#5#月",
            parts=[CITY, word("2024年5月", "#2024#年#5#月", terms=[MAY])],
        )
    ],
    "太原无名": [word("太原无名")],
    "的": [word("的")],
    # Synonyms
    "刑拘": [word("刑拘", "刑拘", "刑事拘留", terms=[DETAINED])],
    "刑事拘留": [word("刑事拘留", "刑事拘留", "刑拘", terms=[DETAINED])],
    "帮信": [word("帮信", "帮信", "帮信罪")],
    "水军罪": [word("水军罪", terms=[POSTERS])],
    "APP": [word("APP", "#app#", "手机软件", letters="app")],
    # Pinyin
    "shuijun": [PINYIN],
    "Xi'an": [word("Xi'an", "#xi##an#", letters="xi'an")],
    "太原shuijun": [word("太原shuijun", "太原#shuijun#", runs=[CITY, PINYIN])],
    # Radicals, as PDFs have them
    "账⼾": [word("账⼾", "账户")],
    "“⼈⺠”": [word("⼈⺠", "人民", isQuoted=True)],
    "⼾shuijun": [word("⼾shuijun", "户#shuijun#", runs=[word("户"), PINYIN])],
    "2024年5⽉6⽇": [word("2024年5⽉6⽇", "#2024#年#5#月#6#日")],
    # Dates and amounts
    "2024年": [word("2024年", "#2024#年", terms=[YEAR])],
    "2024-05": [word("2024-05", "#2024##05#", "#2024#年#5#月", terms=[MAY])],
    "2024/5": [word("2024/5", "#2024##5#", "#2024#年#5#月")],
    "20240506": [word("20240506", "#20240506#", "#2024#年#5#月#6#日")],
    "5月6号": [word("5月6号", "#5#月#6#号", "#5#月#6#日")],
    "1,2": [word("1,2", "#1##2#", "#12#")],
    "２０２４．５．６": [word("２０２４．５．６", "#2024.5.6#", "#2024#年#5#月#6#日")],
    "2024年13月": [word("2024年13月", "#2024#年#13#月")],
    "5万": [word("5万", "#5#万", "#5#余万", "#5#多万", "#50000#")],
}


def test_words_of_a_query(call):
    assert unlike(call, f"all.parse(one, {MADE})", QUERIES) == {}


def test_every_word_of_a_query_is_simplified(call):
    simplify = '(text) => text.replaceAll("網", "网")'
    found = call(f"all.parse(given, {MADE}, {simplify}).map((one) => one.text)", "“網絡” 網店")
    assert found == ["网絡", "网店"]


def test_names_and_what_they_mean(call):
    found = call(f"Object.fromEntries({MADE})")
    assert {*found} == {
        *("山西省", "山西", "太原市", "太原", "网络水军", "水军", "刑事拘留", "刑拘", "帮信罪"),
        *("帮信", "#app#", "手机软件", "#2024#年", "#2024#", "#2024#年#5#月", "#2024##05#"),
    }
    assert found["太原"] == {"name": "太原", "terms": [TAIYUAN], "synonyms": []}
    assert found["刑事拘留"] == {"name": "刑事拘留", "terms": [DETAINED], "synonyms": ["刑拘"]}
    assert found["#app#"] == {"name": "App", "terms": [], "synonyms": ["手机软件"]}


def test_a_name_of_two_terms_means_both(call):
    terms = {"city": [["a", 0, "吉林"]], "offence": [["b", 0, "乙", "吉林"]]}
    assert call(f"all.vocabulary({terms}, []).get('吉林').terms") == [
        {"facet": "city", "key": "a", "title": "吉林"},
        {"facet": "offence", "key": "b", "title": "乙"},
    ]


def test_terms_that_a_query_names(call):
    table = {
        "2024年5月": [MAY],
        "2024-05": [MAY],
        "202405": [MAY],
        "太原2024年5月": [MAY],
        "2024 水军 2024年5月": [YEAR, MAY],
        "2024年 2024": [YEAR],
        "2024/5": [MAY],
        "太原": [],
        "“2024年”": [YEAR],
        "": [],
    }
    expression = f"all.termsIn(all.parse(one, {MADE}), 'year', {MADE})"
    assert unlike(call, expression, table) == {}


# Pinyin

SYLLABLES = ["an", "jun", "lv", "nve", "shui", "xi", "xian", "xin"]

CUTS = {
    "shuijun": [["shui", "jun"]],
    "xian": [["xian"], ["xi", "an"]],
    "xi'an": [["xi", "an"]],
    "xi an": [["xi", "an"]],
    "'xian'": [["xian"], ["xi", "an"]],
    "nue": [["nve"]],
    "lv": [["lv"]],
    # An unfinished end
    "shuij": [["shui", "j"]],
    "xia": [["xia"], ["xi", "a"]],
    "shuijunx": [["shui", "jun", "x"]],
    # No syllables
    "q": [],
    "jshui": [],
    "shuijq": [],
}


def test_letters_are_cut_into_syllables(call):
    assert unlike(call, f"all.cuts(one, {SYLLABLES})", CUTS) == {}


PAIRS = {
    "shui": {"jun": ["水军", "睡军"], "jing": ["水晶"]},
    "jun": {"an": ["军案", "君安"]},
    "an": {"jian": ["案件"]},
}

WORDS = {
    ("shui", "jun"): ["水军", "睡军"],
    ("shui", "jun", "an"): ["水军案", "睡军案"],
    ("shui", "jun", "an", "jian"): ["水军案件", "睡军案件"],
    # An unfinished end
    ("shui", "j"): ["水军", "睡军", "水晶"],
    ("shui", "q"): [],
    ("shui",): [],
    (): [],
}


def test_syllables_are_joined_to_words_of_the_texts(call):
    expression = f"all.wordsOf(one, (first) => ({PAIRS})[first])"
    assert unlike(call, expression, WORDS) == {}


SPELLED = [
    ["水军", "shuijun", "sj"],
    ["水晶", "shuijing", "sj"],
    ["税金", "shuijin", "sj"],
    ["太原", "taiyuan", "ty"],
    ["睡军", "shuijun", "sj"],
]


def test_known_words_are_found_by_their_letters(call):
    so = {"shuijun": ["水军", "睡军"], "taiyuan": ["太原"], "shui": [], "sj": []}
    assert unlike(call, f"all.spelledSo(one, {SPELLED})", so) == {}
    initials = {"sj": ["水军", "水晶", "税金", "睡军"], "ty": ["太原"], "s": [], "shuijun": []}
    assert unlike(call, f"all.initialsOf(one, {SPELLED})", initials) == {}
    parts = {
        "taiyuanshuijing": ["太原", "水晶"],
        "taiyuan": ["太原"],
        "taiyuanq": [],
        "shuijintaiyuanshuijing": ["税金", "太原", "水晶"],
    }
    assert unlike(call, f"all.spelledParts(one, {SPELLED})", parts) == {}


def test_characters_have_their_syllables(call):
    characters = {"jun": "军君", "lv": "绿", "shui": "水睡"}
    table = {"水军": ["shui", "jun"], "绿": ["lv"], "水𠮷": None, "": []}
    assert unlike(call, f"all.syllablesOf(one, {characters})", table) == {}


# The index that was built


def test_any_part_of_any_text_is_found_wherever_it_stands(call, looked_through):
    row, random = row_of(looked_through), Random(5)
    asked: dict[str, list[int]] = {}
    while len(asked) < 600:
        start = random.randrange(len(row))
        part = row[start : start + random.randint(2, 9)]
        if len(part) > 1 and "\0" not in part:
            asked[part] = [at for at in range(len(row)) if row.startswith(part, at)]
    asked |= {"水军没有": [], "无此": [], "军水": [], "𠮷野": [], "": []}
    script = """(async () => {
      const index = await all.open("../search/");
      return Promise.all(given.map(async (one) => [...(await index.places(one))]));
    })()"""
    found = dict(zip(asked, call(f"await {script}", list(asked)), strict=True))
    assert {part: places for part, places in found.items() if places != asked[part]} == {}


def test_a_single_character_is_found_in_every_case_that_has_it(call, looked_through):
    folded = [row_of([texts]) for texts in looked_through]
    characters = sorted({*"".join(folded)} - {"\0"})
    expected = {
        one: [number for number, text in enumerate(folded) if one in text] for one in characters
    }
    found = call(
        """await (async () => {
          const index = await all.open("../search/");
          await index.ready;
          const cases = async (one) => [...index.casesAt(await index.places(one)).keys()];
          return Promise.all(given.map(cases));
        })()""",
        characters,
    )
    assert dict(zip(characters, found, strict=True)) == expected
