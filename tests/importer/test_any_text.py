"""Any text at all: nothing that an editor throws at the importer makes it raise or lose words."""

# ruff: noqa: E501 - texts stay in one piece

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.content.front_matter import parse
from casebook.importer.drafts import drafts_of
from casebook.importer.extract import facts_of
from casebook.importer.facts_json import as_json

from .documents import document
from .labels import OWN, offences

GROUPS = offences()

PIECES = [
    *("案例一：", "案例二", "1、", "2.", "（一）", "一、", "①", "◆", "**", "\n", "。", "，", "：", "“", "”", " "),
    *("2024年4月", "今年6月", "同月", "近日", "2024年2月31日", "0年0月", "太原", "晋源区", "鼓楼区", "公安局", "省公安厅"),
    *("抓获", "犯罪嫌疑人", "李某", "王某某等", "3人", "亿元", "1.5亿元", "数十万元", "999999999999999万元", "元", "获利"),
    *("涉案金额", "移送起诉", "行政拘留", "谣言", "水军案", "其中", "这两起案件均已", "以来", "---", "title: 甲", "# "),
]  # fmt: skip

texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(texts, st.dictionaries(st.sampled_from(["title", "date", "url"]), st.text(max_size=30)))
def test_any_text_becomes_drafts_that_can_be_read(text: str, hints: dict[str, str]) -> None:
    facts = facts_of(document(*text.split("\n"), **hints), GROUPS)
    as_json(facts)
    for draft in drafts_of(facts).values():
        front, problems = parse(draft.text(), "x.md")
        codes = {problem.code for problem in problems}
        assert front is not None or codes == {"control-character"}, (draft.text(), codes)


def test_bulletins_cut_anywhere_are_read() -> None:
    chance = random.Random(5)
    for path in sorted(OWN.glob("*.txt"))[:12]:
        text = path.read_text(encoding="utf-8")
        for _ in range(6):
            start, end = sorted(chance.sample(range(len(text)), 2))
            facts_of(document(*text[start:end].split("\n")), GROUPS)


def test_a_long_line_takes_no_longer_than_it_should() -> None:
    for piece in ("某", "1", "二", "公安", "，", "2024年", "“", "案例一", "元至"):
        for start in ("", "案例一：警方抓获"):
            facts_of(document(start + piece * 300), GROUPS)
