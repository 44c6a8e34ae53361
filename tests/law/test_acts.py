"""Unlawful acts: by name, and with the texts that covered them at a time."""

from __future__ import annotations

import pytest

from casebook.content.partial_date import PartialDate
from casebook.law.acts import acts
from casebook.law.articles import references
from casebook.law.charges import plain


def test_names_are_unique() -> None:
    owners: dict[str, set[str]] = {}
    for act in acts().acts:
        for name in (act.id, act.name, *act.aliases):
            owners.setdefault(plain(name), set()).add(act.id)
    assert {name: of for name, of in owners.items() if len(of) > 1} == {}


def test_every_text_is_whole_and_follows_the_one_before() -> None:
    wrong = [
        act.id
        for act in acts().acts
        for text, later in zip(act.texts, (*act.texts[1:], None), strict=True)
        if not references(text.article)
        or not text.penalty
        or "同上" in text.penalty
        or "同左" in text.penalty
        or (later is None) != (text.in_force_until is None)
        or (later and text.in_force_until and (later.in_force_from - text.in_force_until).days != 1)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "id"),
    [("散布谣言", "rumor"), ("rumor", "rumor"), ("散布谣言、谎报险情、疫情、灾情、警情", "rumor"),
     ("偷拍", "privacy"), ("不履行网络安全保护义务", "ns-duty"), ("代实名", "cards"),
     ("翻墙", "vpn"), ("刷单炒信", "fake-reviews")],
)  # fmt: skip
def test_find(name: str, id: str) -> None:
    found = acts().find(name)
    assert found is not None
    assert found.id == id


def test_other_names_are_passed_on() -> None:
    passed = {"行政拘留": "penalty-detention"}
    assert acts().resolve("行政拘留", passed.get) == "penalty-detention"
    assert acts().resolve("散布谣言", passed.get) is acts().find("rumor")
    assert acts().resolve("诈骗罪", passed.get) is None


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("散布谣言", "2012", []),
        ("散布谣言", "2024-10", [("2012年修正文本", "第二十五条第一项")]),
        ("散布谣言", "2026", [("2025年修订文本", "第二十九条第一项")]),
        ("窃取或者非法获取个人信息", "2025", []),
        (
            "刷单炒信",
            "2025",
            [
                ("2019年修正文本", "第二十条"),
                ("2025年修订文本", "第二十五条"),
            ],
        ),
        ("刷单炒信", "2025-10-14", [("2019年修正文本", "第二十条")]),
        ("刷单炒信", "2025-10-15", [("2025年修订文本", "第二十五条")]),
    ],
)
def test_texts_at(name: str, day: str, expected: list[tuple[str, str]]) -> None:
    act = acts().find(name)
    assert act is not None
    found = act.texts_at(PartialDate.parse(day))
    assert [(text.version, text.article) for text in found] == expected


def test_acts_of_groups() -> None:
    assert acts().of_groups(["telecom-fraud", "economic-crime"])[0] == "诈骗"
    assert "组织、领导传销活动；胁迫、诱骗他人参加传销" in acts().of_groups(["economic-crime"])
    assert acts().of_groups(["exam-cheating"]) == ()
