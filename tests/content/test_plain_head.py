"""Plain heads: what is read without YAML is what YAML reads, and all else is left to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.content.front_matter import INVISIBLE
from casebook.content.plain_head import plain_values
from casebook.content.yaml_tree import MOST, Tree

from .steadily import steadily

PLAIN = {
    "title: 王某某等人涉嫌诈骗案": {"title": "王某某等人涉嫌诈骗案"},
    "title: “引号”开头: no": None,
    "date: 2024-04-09\ncity: 太原市": {"date": "2024-04-09", "city": "太原市"},
    "offence: [网络谣言, 网络水军]": {"offence": ["网络谣言", "网络水军"]},
    "figures: {扣押设备: 50余台, 手机: 2部}": {"figures": {"扣押设备": "50余台", "手机": "2部"}},
    "figures:\n  扣押设备: 50余台\n  手机: 2部\nstage: 侦破": {
        "figures": {"扣押设备": "50余台", "手机": "2部"},
        "stage": "侦破",
    },
    "aliases:\n  - 水军\n  - 网络黑产": {"aliases": ["水军", "网络黑产"]},
    "updates:\n  - {date: 2024-05, stage: 侦破}\n  - {date: 2025, stage: 一审判决}": {
        "updates": [{"date": "2024-05", "stage": "侦破"}, {"date": "2025", "stage": "一审判决"}]
    },
    "synonyms:\n  - [帮信罪, 帮信]": {"synonyms": [["帮信罪", "帮信"]]},
    "source_url: https://example.gov.cn/a?b=1": {"source_url": "https://example.gov.cn/a?b=1"},
    "note: 两 个 词 a:b": {"note": "两 个 词 a:b"},
    "empty:\ntitle: 甲": {"empty": None, "title": "甲"},
    "map:\n  a:\n  b: 1": {"map": {"a": None, "b": "1"}},
    "007: 1.10\nNO: yes": {"007": "1.10", "NO": "yes"},
}


@pytest.mark.parametrize(("head", "values"), PLAIN.items())
def test_a_plain_head_is_read_as_yaml_reads_it(head: str, values: object) -> None:
    assert plain_values(head.split("\n")) == values
    if values is not None:
        assert of_yaml(head.split("\n")) == values


@pytest.mark.parametrize(
    "head",
    [
        "",
        "# 注释\na: 1",
        "a: 1 # 注释",
        "a: '1'",
        'a: "1"',
        "a: 1\na: 2",
        "a:\n  b: 1\n  b: 2",
        "a: {b: 1, b: 2}",
        "a: null",
        "a: [null]",
        "a: ~",
        "a: &x 1",
        "a: *x",
        "a: !t 1",
        "a: |\n  甲",
        "a: 甲\n  乙",
        "a: 甲\n  b: 乙",
        "a:\n  - 甲\n  b: 乙",
        "a:\n  b: 乙\n  - 甲",
        "a:\n  b:\n    c: 1",
        "a:\n- 甲",
        "a:\n  -",
        "a: []",
        "a: [甲,乙]",
        "a: [https://example.gov.cn]",
        "a：1",
        "a:1",
        "...",
        "- 甲",
        " a: 1",
        "\ta: 1",
        "a: 1\n\nb: 2",
        f"a: {'甲' * MOST}",
        "\n".join(f"a{number}: 1" for number in range(MOST + 1)),
    ],
)
def test_what_goes_beyond_is_left_to_yaml(head: str) -> None:
    assert plain_values(head.split("\n") if head else []) is None


def of_yaml(lines: list[str]) -> object:
    tree = Tree("x.md")
    tree.read(lines)
    assert tree.problems == []
    return tree.root


NASTY = [
    "a", "标题", "甲", "2024-01", "null", "Nullo", "~", "https://x.y/z?a=1", "a:b", "“引", "（",
    "，", "《书》", "a,b", "a, b", "x#y", "x -y", "-", "?", "! ", "&", "*", "'", '"', "|", "\xa0",
    "\u3000", "...", "0x1", "yes", "=", "<<", "𠮷", "a  b", "\\", "@", ": ", " #",
]  # fmt: skip
WORDS = st.lists(st.sampled_from(NASTY), max_size=3).map("".join)
ROWS = st.lists(WORDS, max_size=3).map(", ".join).map("[{}]".format)
PAIRS = st.lists(st.tuples(WORDS, WORDS).map(": ".join), max_size=3).map(", ".join)
VALUES = WORDS | ROWS | PAIRS.map("{{{}}}".format) | st.just("")
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", "", "  ", "  - ", "- ", "    "]),
    st.sampled_from(["a: ", "b: ", "c: ", "d:", "标题: ", ""]),
    VALUES,
)


@steadily(3000)
@given(st.lists(LINES, max_size=5))
def test_whatever_is_plain_is_what_yaml_reads(lines: list[str]) -> None:
    values = plain_values(lines)
    if values is not None and not INVISIBLE.search("\n".join(lines)):
        found = of_yaml(lines)
        assert found == values
        assert list(found) == list(values)
