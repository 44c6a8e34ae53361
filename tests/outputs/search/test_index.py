"""The index as a whole, read back from its files."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from opencc import OpenCC

from casebook.content.library import Library
from casebook.outputs.context import write_files
from casebook.outputs.search import search_files
from casebook.outputs.search.document import search_document
from casebook.outputs.search.normalization import normalize
from casebook.pages.page import SEARCH_INDEX
from casebook.pages.search import short_name
from casebook.pages.site import plan_site
from casebook.places.gazetteer import Place, gazetteer

from ...sites.building import digest, environment
from ...sites.make import ROOT, Content
from .decoding import gram_of, places_in, records, starts_of

FIRST, SECOND, THIRD = (f"2024-09-01-shanxi/{number:02}" for number in (1, 2, 3))
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "有误"}}
PAID_POSTS = "2024-09-12-taiyuan/03"

Index = dict[str, bytes]
"""Files by their address below the version's folder; the manifest by its whole address."""


def index_of(library: Library, with_drafts: bool = False) -> Index:
    files = search_files(plan_site(library, with_drafts), library)
    below = f"search/{json.loads(files[SEARCH_INDEX])['version']}/"
    return {address.removeprefix(below): content for address, content in files.items()}


def manifest_of(index: Index) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(index[SEARCH_INDEX])
    return found


def grams_of(index: Index) -> dict[str, list[int]]:
    """All grams of all files, with their places."""
    names = sorted(name for name in index if name.startswith("grams/"))
    listed = [record for name in names for record in records(index[name])]
    found = {gram_of(key): places for key, places in listed}
    assert len(found) == len(listed)
    return found


@pytest.fixture(scope="module")
def index(library: Library) -> Index:
    """The index of the published cases."""
    return index_of(library)


@pytest.fixture(scope="module")
def looked_through(library: Library) -> list[list[str]]:
    """The texts of the published cases, in the order of the index."""
    return [list(search_document(case).texts) for case in plan_site(library).cases]


# The published cases


def test_every_gram_of_the_cases_is_where_it_stands(index, looked_through):
    assert grams_of(index) == places_in(looked_through)


def test_a_known_title_stands_at_the_start_of_its_case(index, library):
    number = [case.id for case in plan_site(library).cases].index(PAID_POSTS)
    starts, title_ends = (places for _, places in records(index["cases.bin"])[:2])
    title = "#3#家公司涉嫌非法购买自媒体账号洗文获利案"
    grams = grams_of(index)
    start = starts[number]
    pairs = [title[at : at + 2] for at in range(len(title) - 1)]
    assert [pair for at, pair in enumerate(pairs, start) if at not in grams[pair]] == []
    assert title_ends[number] == start + len(title) + 1


def test_a_gram_lies_in_the_file_where_it_is_looked_for(index):
    count = manifest_of(index)["shards"]
    assert count == len([name for name in index if name.startswith("grams/")]) > 1
    for number in range(count):
        for key, _ in records(index[f"grams/{number}.bin"]):
            assert ((key & 0xFFFFFF) * 7919 + (key >> 24)) % count == number


def test_files_of_grams_have_about_one_size(index):
    sizes = [len(content) for name, content in index.items() if name.startswith("grams/")]
    assert max(sizes) < 2 * min(sizes)


def test_a_file_for_each_case_says_what_a_result_shows(index, library):
    cases = plan_site(library).cases
    names = {name for name in index if name.startswith("cases/")}
    assert names == {f"cases/{number}.json" for number in range(16)}
    assert [index[f"cases/{number}.json"] for number in range(16)] == [
        search_document(case).shown for case in cases
    ]
    assert manifest_of(index)["cases"] == 16


def test_every_pair_of_chinese_characters_is_found_by_its_sound(index):
    firsts = {name for name in index if name.startswith("pinyin/")}
    firsts -= {"pinyin/index.json", "pinyin/characters.json"}
    by_sound = {
        pair for name in firsts for pairs in json.loads(index[name]).values() for pair in pairs
    }
    assert {"水军", "太原", "刷量"} <= by_sound <= {*grams_of(index)}
    assert json.loads(index["pinyin/shui.json"])["jun"] == ["水军"]


def test_syllables_have_their_files(index):
    listed = json.loads(index["pinyin/index.json"])["syllables"]
    files = {name for name in index if name.startswith("pinyin/")}
    assert listed == sorted(listed)
    assert files == {f"pinyin/{one}.json" for one in [*listed, "index", "characters"]}


def hashes(index: Index) -> dict[str, str]:
    return {name: sha256(content).hexdigest() for name, content in index.items()}


IN_ANOTHER_PROCESS = """
import json
from hashlib import sha256
from pathlib import Path
from casebook.content.files import Folders
from casebook.content.loader import load
from casebook.pages.page import SEARCH_INDEX
from casebook.pages.site import plan_site
from casebook.outputs.search import search_files
root = Path()
library, _ = load(Folders(cases=root / "cases", docs=root / "docs", root=root))
files = search_files(plan_site(library), library)
print(json.dumps({name: sha256(content).hexdigest() for name, content in files.items()}))
"""


def test_the_same_cases_give_the_same_bytes_in_another_process(library):
    run = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS],
        cwd=ROOT,
        env=environment(PYTHONHASHSEED="1"),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert json.loads(run.stdout) == hashes(search_files(plan_site(library), library))


# A small site


def test_the_manifest_of_a_small_site(content):
    content.page("search.md", "检索", synonyms=[["刑事拘留", "刑拘"]])
    content.case(FIRST, date="2024-05-06", offence=["网络黑客", "网络水军"])
    content.case(SECOND, date="2023", city="大同市")
    index = index_of(content.library())
    version = manifest_of(index)["version"]
    assert len(version) == 12
    assert manifest_of(index) | {"traditional": None} == {
        "version": version,
        "cases": 2,
        "shards": 1,
        "terms": {
            "city": [
                ["shanxi", 0, "山西省", "山西"],
                ["taiyuan", 1, "太原市", "太原"],
                ["datong", 1, "大同市", "大同"],
            ],
            "offence": [["posters", 0, "网络水军"], ["hacking", 0, "网络黑客"]],
            "year": [
                ["2024", 0, "2024年", "2024"],
                ["2024-05", 1, "2024年5月", "2024-05"],
                ["2023", 0, "2023年", "2023"],
            ],
            "stage": [["detained", 0, "刑事拘留"]],
        },
        "synonyms": [["刑事拘留", "刑拘"]],
        "traditional": None,
    }
    texts = [list(search_document(case).texts) for case in plan_site(content.library()).cases]
    titles = [len(normalize(one[0])) + 1 for one in texts]
    starts = starts_of(texts)
    assert records(index["cases.bin"]) == [
        (0, starts),
        (1, [start + title for start, title in zip(starts, titles, strict=True)]),
        # 山西省, 太原市, 大同市; 网络水军, 网络黑客; 2024年, 2024年5月, 2023年; 刑事拘留
        (2, [0, 1]),
        (3, [0]),
        (4, [1]),
        (5, [0, 1]),
        (6, [0]),
        (7, [0]),
        (8, [0]),
        (9, [1]),
        (10, [0, 1]),
    ]


def provinces_and_cities() -> list[Place]:
    china = gazetteer()
    places = [*map(china.province, china.province_names), *map(china.city, china.city_names)]
    return [place for place in places if place]


def test_words_are_spelled_that_name_terms_or_the_same(content):
    content.page("search.md", "检索", synonyms=[["App", "手机软件"]])
    content.case(FIRST)
    words = json.loads(index_of(content.library())["pinyin/index.json"])["words"]
    assert ["长治", "changzhi", "cz"] in words
    names = {short_name(place) for place in provinces_and_cities()} - {"太原", "山西"}
    assert [one for one in words if one[0] not in names] == [
        ["刑事拘留", "xingshijuliu", "xsjl"],
        ["太原", "taiyuan", "ty"],
        ["太原市", "taiyuanshi", "tys"],
        ["山西", "shanxi", "sx"],
        ["山西省", "shanxisheng", "sxs"],
        ["手机软件", "shoujiruanjian", "sjrj"],
        ["网络水军", "wangluoshuijun", "wlsj"],
    ]


def test_files_are_written_as_they_are_made(content, tmp_path):
    content.case(FIRST)
    library = content.library()
    site = plan_site(library)
    write_files(search_files(site, library).items(), tmp_path / "site")
    assert digest(tmp_path / "site") == hashes(search_files(site, library))


def test_it_is_told_how_far_the_work_is(content):
    content.case(FIRST, "甲乙。\n")
    told: list[tuple[str, int]] = []

    def progress(items: Any, title: str) -> Iterator[Any]:
        told.append((title, len(items)))
        return iter(items)

    library = content.library()
    tracked = search_files(plan_site(library), library, progress)
    grams = len(grams_of(index_of(library)))
    assert told == [("正在为案例建立索引", 1), ("正在写入索引", grams)]
    assert tracked == search_files(plan_site(library), library)


@pytest.mark.parametrize(
    "change",
    [
        {"body": "## 案情\n\n这是另一种案情。\n"},
        {"title": "涉嫌有偿删帖第二种案"},
        {"date": "2024-06"},
        {"stage": "移送起诉"},
        # Only its order in two texts of one length.
        {"body": "乙甲。\n"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_version_changes_with_a_text(content, change):
    content.case(FIRST, "甲乙。\n")
    before = manifest_of(index_of(content.library()))["version"]
    assert manifest_of(index_of(content.library()))["version"] == before
    content.case(FIRST, **({"body": "甲乙。\n"} | change))
    assert manifest_of(index_of(content.library()))["version"] != before


# What is not published

MARK = "龘靐"
MARKED = {
    "body": f"案情里有{MARK}。\n",
    "title": f"涉嫌{MARK}案",
    "city": "大同市",
    "date": "2019-03",
    "agency": f"{MARK}网安",
    "summary": f"{MARK}涉嫌收钱在网上发帖和评论，公安机关查明后依法办理了此案。",
    "figures": {"网站": f"3个{MARK}"},
}


def found_in(index: Index) -> set[str]:
    """The traces of the marked case: its mark, id, city and year as text, and its grams."""
    traces = [MARK, *MARK, SECOND, "大同", "datong", "2019年"]
    # The names of all cities are spelled there, whether they have cases or not.
    files = [content for name, content in index.items() if name != "pinyin/index.json"]
    found = {one for one in traces for content in files if one.encode() in content}
    return found | {gram for gram in grams_of(index) if {*gram} & {*MARK, "同"}}


def test_the_traces_of_a_published_case_are_there(content):
    content.case(FIRST)
    content.case(SECOND, **MARKED)
    found = found_in(index_of(content.library()))
    assert found >= {MARK, *MARK, SECOND, "大同", "datong", "2019年", "嫌龘", "靐案", "同市"}


@pytest.mark.parametrize("status", [{"status": "draft"}, WITHDRAWN], ids=["draft", "withdrawn"])
def test_nothing_of_a_case_that_is_not_published(content, status):
    content.case(FIRST)
    content.case(SECOND, **MARKED, **status)
    index = index_of(content.library())
    assert (found_in(index), manifest_of(index)["cases"]) == (set(), 1)


def test_a_preview_finds_drafts_and_nothing_withdrawn(content):
    content.case(FIRST, status="draft")
    content.case(SECOND, **MARKED, **WITHDRAWN)
    index = index_of(content.library(), with_drafts=True)
    assert (found_in(index), manifest_of(index)["cases"]) == (set(), 1)
    assert json.loads(index["cases/0.json"])["id"] == FIRST


@pytest.mark.parametrize("status", [{"status": "draft"}, WITHDRAWN], ids=["draft", "withdrawn"])
def test_without_published_cases_there_is_an_index_of_nothing(content, status):
    content.case(FIRST, **status)
    index = index_of(content.library())
    version = manifest_of(index)["version"]
    assert manifest_of(index) == {
        "version": version,
        "cases": 0,
        "shards": 1,
        "terms": {"city": [], "offence": [], "year": [], "stage": []},
        "synonyms": [],
        "traditional": [[], []],
    }
    spelled = json.loads(index.pop("pinyin/index.json"))
    assert (spelled["syllables"], "刑事拘留" in str(spelled)) == ([], False)
    assert {name: content for name, content in index.items() if name != SEARCH_INDEX} == {
        "cases.bin": b"",
        "grams/0.bin": b"",
        "pinyin/characters.json": b"{}",
    }


# Traditional characters


def simplified(content: Content) -> dict[str, str]:
    traditional, simple = manifest_of(index_of(content.library()))["traditional"]
    return dict(zip(traditional, simple, strict=True))


def test_traditional_characters_lead_to_those_that_a_text_has(content):
    content.case(FIRST, "网络、里程和后来。\n")
    found = simplified(content)
    assert {one: found.get(one) for one in "網絡里裏裡後羅"} == {
        "網": "网",
        "絡": "络",
        "里": None,
        "裏": "里",
        "裡": "里",
        "後": "后",
        "羅": None,
    }


def test_each_character_is_simplified_by_itself(content):
    content.case(FIRST, "干净、网络、里程。\n")
    found = simplified(content)
    convert = OpenCC("t2s").convert
    assert found["乾"] == "干"  # which stays 乾 in the word 乾坤
    assert {one: convert(one) for one in found} == found


def test_a_traditional_character_of_a_text_is_looked_for_itself(content):
    content.case(FIRST, "网络，也写作網絡。\n")
    assert {*"網絡"} & {*simplified(content)} == set()
