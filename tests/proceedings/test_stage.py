"""Stages: their words and which may follow which."""

from __future__ import annotations

from itertools import product

import pytest

from casebook.proceedings.stage import Stage


def test_the_words_of_bulletins():
    assert [stage.value for stage in Stage] == [
        "立案侦查",
        "侦破",
        "刑事拘留",
        "采取刑事强制措施",
        "移送起诉",
        "提起公诉",
        "一审判决",
        "判决生效",
        "行政处罚",
    ]


def test_only_a_penalty_is_administrative():
    assert [stage for stage in Stage if stage.is_administrative] == [Stage.PENALTY]


def test_only_a_judgment_in_force_is_judged():
    assert [stage for stage in Stage if stage.is_judged] == [Stage.FINAL_JUDGMENT]


@pytest.mark.parametrize("stage", Stage)
def test_a_stage_may_follow_itself(stage):
    assert stage.may_follow(stage)


@pytest.mark.parametrize("stage", Stage)
def test_a_penalty_may_stand_before_and_after_any(stage):
    assert Stage.PENALTY.may_follow(stage)
    assert stage.may_follow(Stage.PENALTY)


def test_backwards_is_refused():
    order = [stage for stage in Stage if not stage.is_administrative]
    equal = {Stage.DETAINED, Stage.MEASURES}
    for earlier, later in product(order, order):
        forwards = order.index(earlier) <= order.index(later) or {earlier, later} == equal
        assert later.may_follow(earlier) is forwards, (earlier, later)
