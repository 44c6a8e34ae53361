"""The synthetic corpus: the same for a seed, without a problem, and with everything promised."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.places.gazetteer import Level

from ..checks.sites import inspect
from .synthetic import FIRST_DAY, LAST_DAY, ROOT, STAGE_WEIGHTS, offence_groups, write

CASES = 300


def loaded(folder: Path) -> tuple[Library, list[str]]:
    """The library of a synthetic corpus, and every problem of reading and checking.

    Its cases are of many years, and those that are due for retention are no mistake.
    """
    folders = Folders(cases=folder, docs=ROOT / "docs", root=ROOT)
    library, problems = load(folders)
    problems += inspect(library, LAST_DAY, folders)
    return library, [str(one) for one in problems if not one.code.startswith("retention-")]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.md")}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write(folder, CASES)
    return folder


@pytest.fixture(scope="module")
def cases(corpus):
    return loaded(corpus)[0].cases


def test_the_same_seed_gives_the_same_bytes(corpus, tmp_path):
    write(tmp_path / "again", CASES)
    assert contents(tmp_path / "again") == contents(corpus)


def test_another_seed_gives_another_corpus(corpus, tmp_path):
    write(tmp_path / "other", CASES, seed=2)
    assert contents(tmp_path / "other") != contents(corpus)


def test_it_has_no_problem_and_as_many_cases_as_asked_for(corpus):
    library, problems = loaded(corpus)
    assert problems == []
    assert len(library.cases) == CASES


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_no_seed_has_a_problem(tmp_path, seed):
    write(tmp_path, CASES, seed)
    assert loaded(tmp_path)[1] == []


@pytest.mark.parametrize("number", [1, 5, 11])
def test_small_corpora_are_whole_too(tmp_path, number):
    write(tmp_path, number)
    library, problems = loaded(tmp_path)
    assert (len(library.cases), problems) == (number, [])


def test_dates_lie_in_their_years(cases):
    assert all(FIRST_DAY.year <= case.date.year for case in cases)
    assert all(case.bulletin.fields.published <= LAST_DAY for case in cases)
    assert {case.date.year for case in cases} == set(range(2019, 2027))
    assert {str(case.date).count("-") for case in cases} == {0, 1, 2}


def test_every_kind_of_place_is_there(cases):
    levels = Counter(place.level for case in cases for place in case.places)
    assert levels[Level.PROVINCE] > 0
    assert levels[Level.CITY] > 200
    assert any(len(case.places) > 1 for case in cases)
    assert any(case.fields.province for case in cases)
    assert 0.2 < sum(case.district is not None for case in cases) / CASES < 0.45


def test_every_offence_group_is_there_by_title_and_by_alias(cases):
    assert {group.slug for case in cases for group in case.offences} == {
        group.slug for group in offence_groups()
    }
    names = {name for case in cases for name in case.fields.offence}
    assert len(names) > 2 * len(offence_groups())
    assert any(len(case.offences) > 1 for case in cases)
    assert 0.3 < sum(bool(case.charges) for case in cases) / CASES < 0.6


def test_every_stage_is_there_and_administrative_cases_name_nobody(cases):
    assert {case.fields.stage for case in cases} == set(STAGE_WEIGHTS)
    administrative = [case for case in cases if case.stage.is_administrative]
    assert all("某" not in case.title + case.fields.summary + case.body for case in administrative)


def test_optional_fields_are_there(cases):
    for name in ("people", "amount", "agency", "figures", "related", "updates", "corrections"):
        assert any(getattr(case.fields, name) for case in cases), name
    assert not any(case.fields.also_in for case in cases)
    assert len({case.fields.amount.amount.qualifier for case in cases if case.fields.amount}) == 5
    assert any(case.is_withdrawn for case in cases)
    assert any(case.bulletin.fields.omitted for case in cases)


def test_texts_have_the_length_of_real_ones(cases):
    for case in cases:
        assert 20 <= len(case.fields.summary) <= 120
        assert 200 <= len(case.body) <= 600
        assert case.body.startswith("## 案情\n")
        assert "\n## 办理情况\n" in case.body


def test_bulletins_begin_with_their_date(cases):
    for bulletin in {case.bulletin for case in cases}:
        assert date.fromisoformat(bulletin.id[:10]) == bulletin.fields.published
