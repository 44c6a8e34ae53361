"""The charges and acts of a case as its page, the tables and the search tell them."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.content.contents import Case
from casebook.schema import fact_lines
from casebook.schema.fact import CaseContext, FactPart, PageFact
from casebook.schema.facts import FACTS

from ..sites.make import Content

FIRST = "2024-09-01-shanxi/01"
BY_KEY = {fact.key: fact for fact in FACTS}


@pytest.fixture
def content(tmp_path: Path) -> Content:
    made = Content(tmp_path)
    made.page("index.md", "首页", summary="这里是首页。")
    made.offence("posters", "网络水军", charges=[("非法经营罪", "illegal-business")])
    made.offence("fraud", "电信网络诈骗", charges=[("诈骗罪", "fraud")], order=2)
    return made


def context(content: Content, **fields: object) -> CaseContext:
    content.case(FIRST, **fields)
    (case,) = content.library().cases
    assert isinstance(case, Case)
    return CaseContext(case)


def test_only_charges_of_its_own_groups_are_links(content: Content) -> None:
    found = context(content, charge=["诈骗罪", "非法经营罪", "敲诈勒索罪"])
    assert list(fact_lines.charges(found)) == [
        PageFact(
            "涉嫌罪名",
            (
                FactPart("诈骗罪"),
                FactPart("、"),
                FactPart("非法经营罪", "offences/posters/illegal-business/"),
                FactPart("、"),
                FactPart("敲诈勒索罪"),
            ),
        )
    ]
    assert list(BY_KEY["charges"].cells(found)) == ["诈骗罪、非法经营罪、敲诈勒索罪"]


def test_a_judged_case_has_charges(content: Content) -> None:
    found = context(content, charge="敲诈勒索罪", stage="判决生效")
    assert list(fact_lines.charges(found)) == [PageFact("罪名", (FactPart("敲诈勒索罪"),))]


def test_a_case_without_charge_or_act(content: Content) -> None:
    found = context(content)
    assert (list(fact_lines.charges(found)), list(fact_lines.acts(found))) == ([], [])
    assert [*BY_KEY["charges"].cells(found), *BY_KEY["acts"].cells(found)] == [None, None]


def test_acts_and_kinds_of_penalty_are_told_apart(content: Content) -> None:
    found = context(content, stage="行政处罚", act=["散布谣言", "行政拘留", "罚款"])
    assert list(fact_lines.acts(found)) == [
        PageFact("违法行为", (FactPart("散布谣言"),)),
        PageFact("处罚种类", (FactPart("行政拘留、罚款"),)),
    ]
    assert list(BY_KEY["acts"].cells(found)) == ["散布谣言、行政拘留、罚款"]


def test_the_search_knows_a_charge_by_all_its_names(content: Content) -> None:
    found = context(content, date="2015", charge=["掩饰、隐瞒犯罪所得罪", "非法获取公民个人信息罪"])
    search = BY_KEY["charges"].search
    assert list(search["text"](found)) == ["掩饰、隐瞒犯罪所得罪", "非法获取公民个人信息罪"]
    assert set(search["unseen"](found)) == {
        "掩饰、隐瞒犯罪所得、犯罪所得收益罪",
        "掩隐罪",
        "侵犯公民个人信息罪",
    }
