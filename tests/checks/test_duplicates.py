"""Which cases of two bulletins are shown to an editor as perhaps one; all of them made up."""

# ruff: noqa: E501 - a pair of cases stays in one piece

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from casebook.checks.duplicates import same_case_suspected
from casebook.content.files import Folders
from casebook.content.loader import load

from .sites import DATONG, TAIYUAN, TODAY, copy_sound_site, library_of, sound

ROOT = Path(__file__).parents[2]
FIRST, OTHER = f"{TAIYUAN}/01.md", f"{DATONG}/01.md"

ONE = {"title": "付某等人涉嫌侵犯公民个人信息案", "people": "8", "amount": "1.5亿元"}


def suspected(root: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """Where the rule warns in the sound site with these files, and the reasons it gives."""
    copy_sound_site(root)
    for path, text in files.items():
        (root / path).write_text(text, encoding="utf-8")
    return [
        (problem.path, problem.message.partition("：")[2].rstrip("。"))
        for problem in same_case_suspected(library_of(root), TODAY)
    ]


def pair(here: dict[str, str], there: dict[str, str]) -> dict[str, str]:
    """A case of each of two bulletins; the later one lies in Taiyuan too unless it says else."""
    body = "犯罪嫌疑人到案。"
    return {
        FIRST: sound(FIRST, body, **{"date": "2024-03", **here}),
        OTHER: sound(OTHER, body, **{"city": "太原市", "charge": None, **there}),
    }


@pytest.mark.parametrize(
    ("here", "there", "reasons"),
    [
        (ONE, ONE, "都有姓付的人、人数都是 8、金额都是1.5亿元"),
        (ONE, {"title": "付某某等人涉嫌买卖账号案", "people": "8"}, "都有姓付的人、人数都是 8"),
        (ONE, {"title": "付某甲、王某涉嫌买卖账号案", "amount": "1.5亿元"}, "都有姓付的人、金额都是1.5亿元"),
        ({**ONE, "title": "王某涉嫌买卖账号案"}, {"title": "王某某涉嫌买卖账号案", "amount": "1.5亿元"},
         "都有姓王的人、金额都是1.5亿元"),
        (ONE, {**ONE, "title": "李某涉嫌买卖账号案"}, "人数都是 8、金额都是1.5亿元"),
        ({"title": "付某等人涉嫌买卖账号案", "people": "8", "district": "小店区"},
         {"title": "付某等人涉嫌买卖账号案", "people": "8"}, "都有姓付的人、人数都是 8"),
        ({"title": "付某等人涉嫌买卖账号案", "figures": "{扣押手机: 86部, 查获信息: 2100余条}"},
         {"title": "付某等人涉嫌买卖账号案", "figures": "{手机: 86部, 信息: 2100条}"},
         "都有姓付的人、数据里都有 2100、86"),
        ({**ONE, "date": "2024-02-01"}, {**ONE, "date": "2024-05-01"}, "都有姓付的人、人数都是 8、金额都是1.5亿元"),
        ({**ONE, "date": "2024"}, {**ONE, "date": "2024-05"}, "都有姓付的人、人数都是 8、金额都是1.5亿元"),
        ({**ONE, "city": "[太原市, 大同市]"}, ONE, "都有姓付的人、人数都是 8、金额都是1.5亿元"),
        ({**ONE, "offence": "[网络谣言, 侵犯公民个人信息]"}, ONE, "都有姓付的人、人数都是 8、金额都是1.5亿元"),
        ({"title": "付某涉嫌买卖账号案", "summary": "付某涉嫌在网上开店，成批收买实名账号，再转手卖给外地的买家从中牟利。"},
         {"title": "付某某涉嫌买卖账号案", "summary": "付某某涉嫌在网上开店，成批收买实名账号，转手卖给外地买家牟利。"},
         "都有姓付的人、摘要的说法相近"),
    ],
)  # fmt: skip
def test_the_same_case(here, there, reasons, tmp_path):
    assert suspected(tmp_path, pair(here, there)) == [(OTHER, reasons)]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        # Nothing but place, time and offence
        ({}, {}),
        ({"title": "付某涉嫌买卖账号案"}, {"title": "董某涉嫌买卖账号案"}),
        ({"people": "8"}, {"people": "8"}),
        ({"amount": "1.5亿元"}, {"amount": "1.5亿元"}),
        # A frequent surname, a small number
        ({"title": "王某涉嫌买卖账号案", "people": "8"}, {"title": "王某涉嫌倒卖信息案", "people": "8"}),
        ({"title": "付某涉嫌买卖账号案", "people": "3"}, {"title": "付某涉嫌倒卖信息案", "people": "3"}),
        ({"title": "付某涉嫌买卖账号案", "people": "1"}, {"title": "付某涉嫌倒卖信息案", "people": "1"}),
        ({**ONE, "people": "8"}, {"title": "付某涉嫌倒卖信息案", "people": "9"}),
        ({"title": "王某涉嫌买卖账号案", "amount": "上亿元"}, {"title": "王某涉嫌倒卖信息案", "amount": "上亿元"}),
        # Elsewhere, long after, something else
        (ONE, {**ONE, "city": "大同市"}),
        ({**ONE, "district": "小店区"}, {**ONE, "district": "晋源区"}),
        ({**ONE, "date": "2024-01"}, {**ONE, "date": "2024-05-30"}),
        ({**ONE, "date": "2023-05"}, {**ONE, "date": "2024-05"}),
        ({**ONE, "offence": "网络谣言"}, ONE),
        # Linked, or gone
        ({**ONE, "related": "2024-06-01-datong/01"}, ONE),
        (ONE, {**ONE, "related": "2024-05-01-taiyuan/01"}),
        (ONE, {**ONE, "also_in": "[{bulletin: 2024-05-01-taiyuan, number: 1}]"}),
        ({**ONE, "status": "withdrawn", "withdrawn": "{date: 2024-06-02, reason: 核对中}"}, ONE),
        (ONE, {**ONE, "status": "withdrawn", "withdrawn": "{date: 2024-06-02, reason: 核对中}"}),
    ],
)  # fmt: skip
def test_not_the_same_case(here, there, tmp_path):
    assert suspected(tmp_path, pair(here, there)) == []


def test_cases_of_one_bulletin_are_two(tmp_path):
    second = f"{TAIYUAN}/02.md"
    files = {FIRST: sound(FIRST, **ONE), second: sound(second, offence="侵犯公民个人信息", **ONE)}
    assert suspected(tmp_path, files) == []


def real_cases_without_links(root: Path) -> Folders:
    for name in ("cases", "docs"):
        shutil.copytree(ROOT / name, root / name)
    for file in (root / "cases").rglob("*.md"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = "".join(line for line in lines if not line.startswith("related:"))
        file.write_text(kept, encoding="utf-8")
    return Folders(cases=root / "cases", docs=root / "docs", root=root)


def test_the_one_pair_of_the_real_cases(tmp_path):
    library, problems = load(real_cases_without_links(tmp_path))
    assert problems == []
    assert [str(problem) for problem in same_case_suspected(library, TODAY)] == [
        "cases/2025-02-10-shanxi/04.md:2:8: 与 cases/2024-09-12-taiyuan/04.md 可能是同一案件："
        "都有姓付的人、人数都是 8。请对照两份通报。疑似的，在相关案例（related）里写明 2024-09-12-taiyuan/04；"
        "能确定的，改用另见通报（also_in）；确定不是同一案件的，在放行（allow）里写明 2024-09-12-taiyuan/04。"
        "[duplicate-suspected]"
    ]


def refuted(other: str) -> str:
    """What of a file says that its case is not another one."""
    return f"[{{code: duplicate-suspected, text: {other}, reason: 两地警方分别侦办}}]"


@pytest.mark.parametrize("path", [FIRST, OTHER])
def test_an_editor_who_knows_better_says_so_in_either_file(path, tmp_path):
    other = {FIRST: OTHER, OTHER: FIRST}[path].removeprefix("cases/").removesuffix(".md")
    allow = {"allow": refuted(other)}
    files = pair({**ONE, **allow}, ONE) if path == FIRST else pair(ONE, {**ONE, **allow})
    assert suspected(tmp_path, files) == []


def test_an_allowance_without_suspicion_is_told(tmp_path):
    allow = refuted("2024-06-01-datong/01")
    assert suspected(tmp_path, {FIRST: sound(FIRST, allow=allow)}) == [(FIRST, "")]
