"""Stages: their words and which may follow which."""

from __future__ import annotations

from itertools import product

import pytest

from casebook.law.proceedings.stage import STATED, Stage

ORDER = [
    Stage.FILED,
    Stage.CLEARED,
    Stage.DETAINED,
    Stage.MEASURES,
    Stage.TRANSFERRED,
    Stage.CHARGED,
    Stage.FIRST_JUDGMENT,
    Stage.FINAL_JUDGMENT,
]


def test_the_words_of_bulletins():
    assert [stage.value for stage in STATED] == [
        "立案侦查",
        "侦破",
        "刑事拘留",
        "采取刑事强制措施",
        "不批准逮捕",
        "移送起诉",
        "提起公诉",
        "一审判决",
        "判决生效",
        "再审",
        "撤销案件",
        "不起诉",
        "判决无罪",
        "行政处罚",
        "批评教育",
    ]


def test_a_notice_has_no_stage_that_a_file_may_state():
    assert set(Stage) - set(STATED) == {Stage.NOTICE}


def test_only_penalties_and_warnings_are_administrative():
    administrative = [stage for stage in Stage if stage.is_administrative]
    assert administrative == [Stage.PENALTY, Stage.EDUCATED]


def test_only_a_judgment_in_force_is_judged():
    assert [stage for stage in Stage if stage.is_judged] == [Stage.FINAL_JUDGMENT]


def test_the_ends_without_a_verdict():
    ended = [stage for stage in Stage if stage.is_ended]
    assert ended == [Stage.DROPPED, Stage.NOT_CHARGED, Stage.ACQUITTED]


@pytest.mark.parametrize("stage", STATED)
def test_a_stage_may_follow_itself(stage):
    assert stage.may_follow(stage)


@pytest.mark.parametrize("stage", STATED)
def test_a_penalty_may_stand_before_and_after_any(stage):
    assert Stage.PENALTY.may_follow(stage)
    assert stage.may_follow(Stage.PENALTY)


def test_backwards_is_refused():
    equal = {Stage.DETAINED, Stage.MEASURES}
    for earlier, later in product(ORDER, ORDER):
        forwards = ORDER.index(earlier) <= ORDER.index(later) or {earlier, later} == equal
        assert later.may_follow(earlier) is forwards, (earlier, later)


@pytest.mark.parametrize(
    ("earlier", "later", "may"),
    [
        (Stage.MEASURES, Stage.ARREST_REFUSED, True),
        (Stage.ARREST_REFUSED, Stage.MEASURES, True),
        (Stage.ARREST_REFUSED, Stage.TRANSFERRED, True),
        (Stage.TRANSFERRED, Stage.ARREST_REFUSED, False),
        (Stage.MEASURES, Stage.DROPPED, True),
        (Stage.DROPPED, Stage.FILED, True),
        (Stage.DROPPED, Stage.TRANSFERRED, False),
        (Stage.TRANSFERRED, Stage.NOT_CHARGED, True),
        (Stage.NOT_CHARGED, Stage.CHARGED, True),
        (Stage.NOT_CHARGED, Stage.FIRST_JUDGMENT, False),
        (Stage.CHARGED, Stage.NOT_CHARGED, True),
        (Stage.FIRST_JUDGMENT, Stage.DROPPED, False),
        (Stage.FIRST_JUDGMENT, Stage.ACQUITTED, True),
        (Stage.ACQUITTED, Stage.FINAL_JUDGMENT, True),
        (Stage.ACQUITTED, Stage.CHARGED, False),
        (Stage.FINAL_JUDGMENT, Stage.RETRIAL, True),
        (Stage.RETRIAL, Stage.ACQUITTED, True),
        (Stage.RETRIAL, Stage.CHARGED, False),
    ],
)
def test_steps_back_and_ends(earlier, later, may):
    assert later.may_follow(earlier) is may
