"""Steps: the table, its names, and what follows from it."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from casebook.law.proceedings.stage import STATED, Stage
from casebook.law.proceedings.steps import Notice, Track, step_named, step_names, steps

SHARED = Path(__file__).parents[4] / "shared" / "data" / "stages.tsv"


def test_each_name_means_one_step() -> None:
    names = [name for one in steps().values() for name in (one.key, one.name, *one.aliases)]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert all(step_named(name) for name in names)


def test_each_stage_has_a_step_and_only_a_platform_has_none() -> None:
    assert {one.stage for one in steps().values() if one.stage} == set(STATED)
    assert [one.key for one in steps().values() if one.stage is None] == ["account-closed"]


def test_the_track_is_that_of_the_stage() -> None:
    for one in steps().values():
        is_administrative = one.track is Track.ADMINISTRATIVE
        assert one.stage is None or one.stage.is_administrative == is_administrative, one.key


def test_what_becomes_of_the_notice_follows_from_the_stage() -> None:
    for one in steps().values():
        if one.stage is not None:
            assert (one.notice is Notice.REPLACED) == one.stage.is_ended, one.key
            assert (one.notice is Notice.ENDS) == one.stage.is_judged, one.key


def test_the_names_of_a_track() -> None:
    assert [*step_names(is_administrative=True)] == [
        "行政拘留", "罚款", "警告", "没收", "责令停产停业", "吊销许可证件", "责令改正", "批评教育",
        "行政处罚",
    ]  # fmt: skip
    assert {"取保候审", "不批准逮捕", "酌定不起诉"} < {*step_names(is_administrative=False)}


def test_one_of_minors() -> None:
    assert [one.name for one in steps().values() if one.is_of_minor] == ["附条件不起诉"]


@pytest.mark.parametrize(
    ("name", "later", "may"),
    [
        ("发回重审", Stage.CHARGED, True),
        ("一审判决", Stage.CHARGED, False),
        ("取保候审", Stage.TRANSFERRED, True),
        ("取保候审", Stage.CLEARED, False),
    ],
)
def test_what_may_follow_a_step(name: str, later: Stage, may: bool) -> None:
    step = step_named(name)
    assert step is not None
    assert step.may_go_on_to(later) is may


def test_the_table_is_that_of_the_source() -> None:
    if not SHARED.exists():
        pytest.skip("the table of stages with its sources is not here")
    text = SHARED.read_text("utf-8").splitlines()
    rows = csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        one = steps()[row["key"]]
        assert (one.track, one.notice) == (row["track"], row["presumption_notice"]), one.key
        assert one.stage == row["existing_stage"] or not row["existing_stage"], one.key
        assert one.basis in (row["legal_basis"], ""), one.key
