"""The rules on the rules of retention, at their edges."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.content.stage import Stage

from .sites import report

PAGE = "docs/corrections.md"


def page(*rules: str) -> dict[str, str]:
    """A page of corrections whose rules begin on line 4, without a text."""
    lines = "".join(f"  - {{{rule}}}\n" for rule in rules)
    return {PAGE: f"---\ntitle: 更正与撤回\nretention:\n{lines}---\n"}


def idle(line: int, first: int, action: str) -> str:
    return (
        f"{PAGE}:{line}:5: 这条规则不起作用：第 {first} 行的规则管着同样的案例，也是“{action}”，"
        "而且不比它晚。同一种处理，最早到期的算数：请删去其中一条，或改正 stage、offence、years。"
    )


@pytest.mark.parametrize(
    "rules",
    [
        ("stage: 侦破, years: 1, action: 复核", "stage: 侦破, years: 1, action: 隐去"),
        ("stage: 全部, years: 5, action: 撤回", "stage: 行政处罚, years: 4, action: 撤回"),
        (
            "stage: [侦破, 刑事拘留], years: 1, action: 复核",
            "stage: [刑事拘留, 移送起诉], years: 2, action: 复核",
        ),
        (
            "stage: 侦破, offence: 网络谣言, years: 1, action: 复核",
            "stage: 侦破, offence: 侵公, years: 1, action: 复核",
            "stage: 侦破, years: 2, action: 复核",
        ),
    ],
    ids=["another action", "earlier", "stages of its own", "groups"],
)
def test_sound(rules: tuple[str, ...], tmp_path: Path) -> None:
    assert report(tmp_path, page(*rules)) == []


def test_of_two_that_say_the_same_the_second_is_idle(tmp_path: Path) -> None:
    rule = "stage: 侦破, years: 1, action: 复核"
    assert report(tmp_path, page(rule, rule)) == [idle(5, 4, "复核")]


def test_a_later_day_makes_idle_wherever_it_stands(tmp_path: Path) -> None:
    rules = ("stage: 侦破, years: 2, action: 隐去", "stage: 全部, years: 1, action: 隐去")
    assert report(tmp_path, page(*rules)) == [idle(4, 5, "隐去")]


def test_all_stages_by_name_are_all(tmp_path: Path) -> None:
    named = ", ".join(Stage)
    rules = (f"stage: [{named}], years: 1, action: 撤回", "stage: 全部, years: 1, action: 撤回")
    assert report(tmp_path, page(*rules)) == [idle(5, 4, "撤回")]


def test_a_group_is_the_same_by_all_its_names(tmp_path: Path) -> None:
    rules = (
        "stage: 侦破, offence: 侵公, years: 1, action: 复核",
        "stage: 侦破, offence: 侵犯公民个人信息, years: 1, action: 复核",
    )
    assert report(tmp_path, page(*rules)) == [idle(5, 4, "复核")]


def test_an_unknown_group_may_be_that_of_a_page_that_cannot_be_read(tmp_path: Path) -> None:
    files = page("stage: 侦破, offence: 网络赌博, years: 1, action: 复核")
    unknown = f"{PAGE}:4:26: 没有“网络赌博”这个类型。最接近的写法：“网络谣言”。"
    assert report(tmp_path / "whole", files) == [unknown]
    broken = {**files, "docs/offences/gambling.md": "---\ntitle: 网络赌博\n"}
    found = report(tmp_path / "broken", broken)
    assert [line for line in found if line.startswith(PAGE)] == []
    assert found
