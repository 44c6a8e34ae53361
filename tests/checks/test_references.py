"""The rules on what one file says of another, each at its edges."""

# ruff: noqa: E501 - a line of a report stays in one piece, so that it can be searched for

from __future__ import annotations

from pathlib import Path

import pytest

from .sites import DATONG, TAIYUAN, report, sound

INDEX, FIRST, SECOND = f"{TAIYUAN}/index.md", f"{TAIYUAN}/01.md", f"{TAIYUAN}/02.md"
OTHER_INDEX, OTHER = f"{DATONG}/index.md", f"{DATONG}/01.md"
WITHDRAWAL = "{date: 2024-07-01, reason: 核对中}"

# related


@pytest.mark.parametrize(
    "target",
    [
        pytest.param(sound(FIRST), id="published"),
        pytest.param(sound(FIRST, status="draft"), id="draft"),
        pytest.param(sound(FIRST, status="withdrawn", withdrawn=WITHDRAWAL), id="withdrawn"),
        pytest.param(sound(FIRST, related="2024-05-01-taiyuan/02"), id="relates back"),
    ],
)
def test_related_cases_that_exist(target: str, tmp_path: Path) -> None:
    files = {FIRST: target, SECOND: sound(SECOND, related="2024-05-01-taiyuan/01")}
    assert report(tmp_path, files) == []


def test_a_related_case_that_cannot_be_read_exists(tmp_path: Path) -> None:
    files = {
        FIRST: sound(FIRST, stage=None),
        SECOND: sound(SECOND, related="2024-05-01-taiyuan/01"),
    }
    assert report(tmp_path, files) == [f"{FIRST}:1:1: 缺少必填的办理阶段（stage）。请补上这一行。"]


def test_related_wants_the_present_id(tmp_path: Path) -> None:
    files = {
        FIRST: sound(FIRST, aliases="1999-01-01-taiyuan/07"),
        SECOND: sound(SECOND, related="1999-01-01-taiyuan/07"),
    }
    assert report(tmp_path, files) == [
        f"{SECOND}:8:10: 相关案例（related）指向的“1999-01-01-taiyuan/07”不存在。"
        "最接近的写法：“2024-05-01-taiyuan/01”。请照 cases 里的文件夹名和文件名写。"
    ]


def test_each_related_id_is_looked_at(tmp_path: Path) -> None:
    ids = "[2024-05-01-taiyuan/01, 2024-05-01-taiyuan/02, 1888-12-31-haikou/99]"
    assert report(tmp_path, {SECOND: sound(SECOND, related=ids)}) == [
        f"{SECOND}:8:34: 相关案例（related）指向了本案自己。请删去这一项。",
        f"{SECOND}:8:57: 相关案例（related 第3项）指向的“1888-12-31-haikou/99”不存在。请照 cases 里的文件夹名和文件名写。",
    ]


def test_no_case_is_offered_itself(tmp_path: Path) -> None:
    (line,) = report(tmp_path, {SECOND: sound(SECOND, related="2024-05-01-taiyuan/03")})
    assert "“2024-05-01-taiyuan/01”" in line
    assert "“2024-05-01-taiyuan/02”" not in line


# also_in


def also_in(bulletin: str, number: int) -> str:
    return f"[{{bulletin: {bulletin}, number: {number}}}]"


def test_also_in_an_omitted_number(tmp_path: Path) -> None:
    files = {
        OTHER_INDEX: sound(
            OTHER_INDEX, expected="2", omitted="[{number: 2, reason: 与太原通报同案}]"
        ),
        SECOND: sound(SECOND, also_in=also_in("2024-06-01-datong", 2)),
    }
    assert report(tmp_path, files) == []


def test_also_in_a_bulletin_that_cannot_be_read(tmp_path: Path) -> None:
    files = {
        OTHER_INDEX: sound(OTHER_INDEX, publisher=None),
        SECOND: sound(SECOND, also_in=also_in("2024-06-01-datong", 2)),
    }
    assert report(tmp_path, files) == [
        f"{OTHER_INDEX}:1:1: 缺少必填的发布单位（publisher）。请补上这一行。"
    ]


@pytest.mark.parametrize(
    ("bulletin", "number", "line"),
    [
        (
            "2024-05-01-taiyuan",
            1,
            f"{SECOND}:8:11: 另见通报（also_in）指向了本案所在的通报。请删去这一项。",
        ),
        (
            "2024-06-02-datong",
            1,
            f"{SECOND}:8:22: 另见通报·通报（also_in 第1项 bulletin）指向的“2024-06-02-datong”不存在。最接近的写法：“2024-06-01-datong”。请照 cases 里的文件夹名和文件名写。",
        ),
        (
            "2024-06-01-datong",
            2,
            f"{SECOND}:8:49: 通报 2024-06-01-datong 只有 1 起案例，没有第 2 起。请核对编号。",
        ),
        (
            "2024-06-01-datong",
            1,
            f"{SECOND}:8:11: 同一案件在通报 2024-06-01-datong 里还有文件 {OTHER}，会计算两次。请只留一个文件，在另一通报的不发布的案例（omitted）里写明该编号；不能确定是同一案件时，改用相关案例（related）。",
        ),
    ],
)
def test_also_in_that_does_not_hold(bulletin: str, number: int, line: str, tmp_path: Path) -> None:
    files = {SECOND: sound(SECOND, also_in=also_in(bulletin, number))}
    assert report(tmp_path, files) == [line]


# aliases


def test_an_alias_of_one_case(tmp_path: Path) -> None:
    files = {SECOND: sound(SECOND, aliases="[2023-01-01-taiyuan/05, 2023-01-01-taiyuan/06]")}
    assert report(tmp_path, files) == []


def test_an_alias_that_is_the_id_of_a_case_that_cannot_be_read(tmp_path: Path) -> None:
    files = {
        FIRST: sound(FIRST, stage=None),
        SECOND: sound(SECOND, aliases="2024-05-01-taiyuan/01"),
    }
    assert report(tmp_path, files) == [
        f"{FIRST}:1:1: 缺少必填的办理阶段（stage）。请补上这一行。",
        f"{SECOND}:8:10: 曾用编号“2024-05-01-taiyuan/01”现在是 {FIRST} 的编号。编号不能重复使用，请改正其中之一。",
    ]


def test_an_alias_of_three_cases_is_reported_at_the_later_two(tmp_path: Path) -> None:
    alias = "2023-01-01-taiyuan/05"
    files = {path: sound(path, aliases=alias) for path in (FIRST, SECOND, OTHER)}
    wrong = f"曾用编号“{alias}”在 {FIRST} 里也写了。一个曾用编号只能属于一个案例。"
    assert report(tmp_path, files) == [f"{SECOND}:8:10: {wrong}", f"{OTHER}:9:10: {wrong}"]


# offence and charge


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"offence": "侵公"}, id="alias of the group"),
        pytest.param({"offence": "[网络谣言, 侵犯公民个人信息]"}, id="second group"),
        pytest.param({"charge": None}, id="no charge stated"),
    ],
)
def test_charges_that_hold(changes: dict[str, str | None], tmp_path: Path) -> None:
    assert report(tmp_path, {OTHER: sound(OTHER, **changes)}) == []


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"offence": "网络谣言"},
            f"{OTHER}:6:9: “侵犯公民个人信息罪”（刑法第二百五十三条之一）属于类型“侵犯公民个人信息”，本案的类型里没有它。请在类型（offence）里加上“侵犯公民个人信息”，或改正罪名。",
        ),
        (
            {"charge": "偷窃罪"},
            f"{OTHER}:6:9: 刑法和类型页里都没有“偷窃罪”这个罪名。最接近的写法：“盗窃罪”。通报确有此罪名时，请先写进 docs/offences/ 中相应类型页的罪名（charges）。",
        ),
        (
            {"offence": "[网络谣言, 侵犯个人信息]"},
            f"{OTHER}:5:17: 本站没有“侵犯个人信息”这一类型。最接近的写法：“侵犯公民个人信息”。",
        ),
        (
            {"offence": "盗窃"},
            f"{OTHER}:5:10: 本站没有“盗窃”这一类型。请从现有的类型里选；都不合适的，请联系维护人员。可选：网络谣言、侵犯公民个人信息。",
        ),
    ],
)
def test_charges_that_do_not_hold(changes: dict[str, str], line: str, tmp_path: Path) -> None:
    assert report(tmp_path, {OTHER: sound(OTHER, **changes)}) == [line]


def test_an_offence_page_that_cannot_be_read_is_reported_once(tmp_path: Path) -> None:
    page = "docs/offences/personal-info.md"
    assert report(tmp_path, {page: sound(page, icon=None)}) == [
        f"{page}:1:1: 缺少必填的图标（icon）。请补上这一行。"
    ]


def test_beside_an_offence_page_that_cannot_be_read_other_rules_go_on(tmp_path: Path) -> None:
    page = "docs/offences/personal-info.md"
    files = {page: sound(page, icon=None), SECOND: sound(SECOND, related="2024-05-01-taiyuan/02")}
    assert report(tmp_path, files) == [
        f"{SECOND}:8:10: 相关案例（related）指向了本案自己。请删去这一项。",
        f"{page}:1:1: 缺少必填的图标（icon）。请补上这一行。",
    ]


@pytest.mark.parametrize(
    ("changes", "claim", "place"),
    [
        ({"title": "侵公"}, "侵公", "2:8"),
        ({"aliases": "[造谣, 侵犯公民个人信息]"}, "侵犯公民个人信息", "6:15"),
        (
            {"charges": "[{name: 侵犯公民个人信息罪, slug: other, article: 第一条}]"},
            "侵犯公民个人信息罪",
            "6:18",
        ),
        (
            {"charges": "[{name: 某罪, slug: personal-info, article: 第一条}]"},
            "personal-info",
            "6:28",
        ),
    ],
    ids=["alias as title", "title as alias", "charge", "address of a charge"],
)
def test_no_name_leads_to_two_groups(
    changes: dict[str, str], claim: str, place: str, tmp_path: Path
) -> None:
    page = "docs/offences/zero.md"
    text = "---\n" + "".join(
        f"{key}: {value}\n"
        for key, value in {
            "title": "网络水军",
            "order": "3",
            "icon": "material/account",
            "summary": "有偿发帖、删帖、刷量，操纵网上的评价和舆论。",
            **changes,
        }.items()
    )
    assert report(tmp_path, {page: f"{text}---\n\n收钱发帖。\n"}) == [
        f"{page}:{place}: “{claim}”在 docs/offences/personal-info.md 里已经用过。名称、别称、罪名和罪名网址在各类型之间不能重复。"
    ]
