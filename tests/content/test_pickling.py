"""Pickling: a library can be kept in a file and comes back as it was."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from casebook.content.contents import Content
from casebook.content.library import Library
from casebook.content.places import gazetteer

from .small_site import SEARCH, small_site, written


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A small library with something in every field that is no plain text."""
    site = small_site(tmp_path)
    site.bulletin("2024-09-12-taiyuan", expected="2")
    site.case(
        "2024-09-12-taiyuan/02",
        title="李某某测试案",
        district="晋源区",
        amount="1至2万元",
        figures="{扣押设备: 50余台}",
        updates="[{date: 2025-01, stage: 一审判决}]",
        corrections="[{date: 2025-02-01, note: 改了}]",
        review_on="2026-01-01",
    )
    site.write("docs/search.md", written(SEARCH, {"synonyms": "[[甲乙, 丙丁]]"}, "正文。\n"))
    site.write("docs/about.md", written({"title": "关于"}, {"moved_from": "[old/]"}, "正文。\n"))
    site.write("cases/addresses.txt", "feed.xml\n")
    return site.library()


def parts(content: Content) -> object:
    document = content.document
    marks = dict(document.marks), dict(document.keys)
    return type(content), content.uri, content.fields, document, marks


def test_a_library_comes_back_as_it_was(library: Library) -> None:
    back = pickle.loads(pickle.dumps(library))
    assert [*map(parts, back.contents)] == [*map(parts, library.contents)]
    assert (back.files, back.broken, back.ledger) == (library.files, library.broken, library.ledger)
    assert back.drafts == library.drafts


def test_what_hangs_together_still_does(library: Library) -> None:
    back = pickle.loads(pickle.dumps(library))
    for case, before in zip(back.cases, library.cases, strict=True):
        assert case.bulletin is back.bulletin(before.bulletin.id)
        assert case.offences[0] is back.offences[0]
        assert back.case(case.id) is case


def test_a_place_comes_back_as_the_one_of_the_gazetteer(library: Library) -> None:
    back = pickle.loads(pickle.dumps(library))
    taiyuan = gazetteer().city("太原市")
    assert taiyuan is not None
    assert [case.places for case in back.cases] == [(taiyuan,), (taiyuan,)]
    assert all(case.places[0] is taiyuan for case in back.cases)
    assert {case.district for case in back.cases} == {None, gazetteer().district(taiyuan, "晋源区")}


def test_what_comes_back_is_still_frozen(library: Library) -> None:
    back = pickle.loads(pickle.dumps(library))
    with pytest.raises(TypeError):
        back.cases[0].document.values["title"] = "甲"
    with pytest.raises(TypeError):
        next(case for case in back.cases if case.fields.figures).fields.figures["甲"] = "乙"
