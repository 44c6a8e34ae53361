"""Charges of a bulletin: each one that it names for the case, in its order."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.content.contents import Offence
from casebook.content.library import Library
from casebook.importer.charges import charges_of
from casebook.importer.extracted_value import Extracted

from ..content.small_site import SmallSite
from .tables import rows

BULLETIN = "2024-09-12-taiyuan"


@pytest.fixture
def group(tmp_path: Path) -> Extracted[Offence]:
    site = SmallSite(tmp_path)
    site.bulletin(BULLETIN)
    site.case(f"{BULLETIN}/01")
    entry = "{{name: {}, slug: {}, article: 第一条}}"
    charges = (("诈骗罪", "a"), ("侵犯公民个人信息罪", "b"), ("自定罪", "c"))
    site.offence("testing", charges=f"[{', '.join(entry.format(*one) for one in charges)}]")
    (found,) = site.library().offences
    return Extracted(found, "")


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("", "警方侦破此案。", ()),
        ("", "王某涉嫌诈骗罪。", ("诈骗罪",)),
        ("", "王某涉嫌敲诈勒索罪、诈骗罪。", ("敲诈勒索罪", "诈骗罪")),
        (
            "",
            "王某涉嫌帮信罪、掩饰隐瞒犯罪所得罪。",
            ("帮助信息网络犯罪活动罪", "掩饰、隐瞒犯罪所得罪"),
        ),
        ("", "王某涉嫌贩卖、运输毒品罪。", ("贩卖、运输毒品罪",)),
        ("", "王某涉嫌自定罪。", ("自定罪",)),
        ("王某侵犯公民个人信息案", "王某涉嫌诈骗罪。", ("侵犯公民个人信息罪", "诈骗罪")),
        ("王某诈骗案", "王某被抓获。", ("诈骗罪",)),
        ("为赌博集团诈骗案", "王某被抓获。", ()),
        ("", "王某因信用卡诈骗案被抓获。", ()),
        ("", "王某曾因犯盗窃罪被判刑，此次涉嫌诈骗罪。", ("诈骗罪",)),
        ("", "出借银行卡可能构成帮助信息网络犯罪活动罪。", ()),
        ("", "检察机关认为不构成诈骗罪。", ()),
        ("", "抓获盗窃罪犯一名。", ()),
    ],
)
def test_charges_of(
    group: Extracted[Offence], title: str, text: str, expected: tuple[str, ...]
) -> None:
    assert charges_of(title, text, group) == expected


def test_charges_without_a_group() -> None:
    assert charges_of("王某诈骗案", "王某涉嫌敲诈勒索罪。", None) == ("敲诈勒索罪",)


@pytest.mark.parametrize(
    "row", rows("charges.tsv"), ids=lambda row: f"{row['title']} {row['text']}"
)
def test_the_charges_of_a_case(row: dict[str, str], library: Library) -> None:
    (group,) = (one for one in library.offences if one.slug == row["group"])
    found = charges_of(row["title"], row["text"], Extracted(group, ""))
    assert ";".join(found) == row["charges"]
