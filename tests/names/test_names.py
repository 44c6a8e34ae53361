"""The rules on persons judge enough of the invented sentences right, and are quiet elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from . import gate, sets
from .accepted import FALSE_ALARMS
from .figures import (
    administrative_figures,
    alarm_figures,
    mask_figures,
    name_figures,
    negative_figures,
    other_figures,
    unmasking_figures,
)
from .generate import SETS, rows
from .unmasking import unmasked

LEAST: dict[str, dict[str, float]] = {
    "names": {"weighted": 0.98, "plain": 0.94},
    "masks": {"tell": 0.96, "ok": 0.96, "nobody": 0.98},
    "administrative": {"anybody": 0.97, "nobody": 0.97},
    "others": {
        "phone/alarm": 0.98, "handle/alarm": 0.98, "home/alarm": 0.9, "minor/alarm": 0.75,
        "native/alarm": 0.85, "landline/alarm": 0.85, "identity/alarm": 0.97, "card/alarm": 0.97,
        "email/alarm": 0.9, "imei/alarm": 0.9, "mac/alarm": 0.9, "coordinate/alarm": 0.9,
        "vin/alarm": 0.9, "plate/alarm": 0.9, "delivery/alarm": 0.9, "case-number/alarm": 0.9,
        "document/alarm": 0.9, "ip/alarm": 0.9, "pass": 0.98,
    },
    "negatives": {"quiet": 0.98},
    "unmasking": {"caught": 0.97},
}  # fmt: skip
"""The least share of rows that are judged right."""
LEAST_OF_GIVEN = {"masks": {"ok": 0.99}, "negatives": {"quiet": 0.99}}
"""Of the given sets, whose masks are not followed by words like given names as ours are."""

MOST_FALSE_ALARMS = 1.2
"""Per 10,000 characters of bulletins."""
SHOWN = 12
"""How many rows that are judged wrong a failed test shows."""

READERS = {"own": sets.own, "given": sets.given}

Judged = dict[str, tuple[float, list[str]]]
"""The share of rows that are judged right, and those that are not."""


def names(table: list[sets.Row]) -> Judged:
    figures = name_figures(table)
    wrong = figures.plain.wrong
    return {"weighted": (figures.weighted, wrong), "plain": (figures.plain.value, wrong)}


def masks(table: list[sets.Row]) -> Judged:
    return {key: (one.value, one.wrong) for key, one in mask_figures(table).items()}


def administrative(table: list[sets.Row]) -> Judged:
    return {key: (one.value, one.wrong) for key, one in administrative_figures(table).items()}


def others(table: list[sets.Row]) -> Judged:
    return {key: (one.value, one.wrong) for key, one in other_figures(table).items()}


def negatives(table: list[sets.Row]) -> Judged:
    share = negative_figures(table)
    return {"quiet": (share.value, share.wrong)}


JUDGES: dict[str, tuple[str, Callable[[list[sets.Row]], Judged]]] = {
    "names": ("names", names),
    "masks": ("masks", masks),
    "administrative": ("masks", administrative),
    "others": ("others", others),
    "negatives": ("negatives", negatives),
}


def too_low(judged: Judged, least: Mapping[str, float]) -> dict[str, str]:
    """The shares below their least, with the first rows that are judged wrong."""
    return {
        key: f"{judged[key][0]:.3f} < {bound}: {judged[key][1][:SHOWN]}"
        for key, bound in least.items()
        if judged[key][0] < bound
    }


@pytest.mark.parametrize("name", JUDGES)
def test_own_sets_are_judged_right(name: str) -> None:
    table, judge = JUDGES[name]
    assert too_low(judge(sets.own(table)), LEAST[name]) == {}


@pytest.mark.parametrize("name", JUDGES)
def test_given_sets_are_judged_right(name: str) -> None:
    table, judge = JUDGES[name]
    given = sets.given(table)
    if given is None:
        pytest.skip(f"另外的句子不在此处 / the other sets are not here: {sets.SHARED}")
    judged = judge(given)
    bounds = LEAST[name] | LEAST_OF_GIVEN.get(name, {})
    least = {key: bound for key, bound in bounds.items() if key in judged}
    assert least
    assert too_low(judged, least) == {}


@pytest.fixture(scope="module")
def bulletins() -> dict[str, str]:
    texts = sets.bulletins()
    if texts is None:
        pytest.skip(f"通报原文不在此处 / the raw texts of bulletins are not here: {sets.SHARED}")
    return texts


def named_alarms(texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """The alarms that `FALSE_ALARMS` names in some texts."""
    return {(source, found) for source, found in FALSE_ALARMS if source in texts}


def test_false_alarms_in_bulletins_are_few_and_named(bulletins: dict[str, str]) -> None:
    figures = alarm_figures(bulletins)
    assert {(one.source, one.found) for one in figures.false} == named_alarms(bulletins)
    assert figures.rate <= MOST_FALSE_ALARMS


def test_false_alarms_in_our_own_texts_are_named() -> None:
    texts = gate.own_texts()
    alarms = alarm_figures(texts).alarms
    assert {(one.source, one.found) for one in alarms} == named_alarms(texts)


def test_names_in_the_place_of_masks_are_caught(bulletins: dict[str, str]) -> None:
    share = unmasking_figures(bulletins, draws=2)
    judged = {"caught": (share.value, share.wrong)}
    assert share.total > 100
    assert too_low(judged, LEAST["unmasking"]) == {}


def test_every_reason_is_given() -> None:
    assert [key for key, reason in FALSE_ALARMS.items() if not reason] == []


@pytest.mark.parametrize("name", SETS)
def test_sets_are_what_the_generator_writes(name: str) -> None:
    assert (sets.OWN / f"{name}_own.tsv").read_text(encoding="utf-8") == rows(name), (
        "Write the sets anew: python -m tests.names.generate"
    )


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize(("name", "column"), [("names", "name"), ("masks", "mask")])
def test_names_are_where_the_sets_state(kind: str, name: str, column: str) -> None:
    table = READERS[kind](name)
    if table is None:
        pytest.skip(f"另外的句子不在此处 / the other sets are not here: {sets.SHARED}")
    elsewhere = [
        row for row in table if not row["sentence"].startswith(row[column], int(row["start"]))
    ]
    assert elsewhere == []


def test_sets_are_large_and_varied() -> None:
    table = sets.own("names")
    assert len(table) > 2500
    assert len({row["frame"] for row in table}) > 100
    assert len(sets.own("negatives")) > 1500
    others = sets.own("others")
    assert sum(row["label"] == "pass" for row in others) > 180


def test_values_are_kept_on_one_line() -> None:
    value = "王\u200b建\n国\t\\n"
    kept = "王\\u200b建\\n国\\t\\\\n"
    assert (sets.escaped(value), sets.unescaped(kept)) == (kept, value)


def test_each_mask_is_replaced_once() -> None:
    text = "犯罪嫌疑人李某刚对王某甲、欧阳某某说，江苏某公司已停业。"
    found = list(unmasked("样例", text, draws=1))
    assert [one.mask for one in found] == ["李某", "王某甲", "欧阳某某"]
    for one in found:
        assert one.text == re.sub(re.escape(one.mask), one.name, text, count=1)
        assert one.text[one.start :].startswith(one.name)
