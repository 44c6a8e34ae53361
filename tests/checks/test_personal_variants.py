"""Numbers, accounts, homes and origins are found in any writing; what is like them is passed."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.names.personal_data import personal_data

from .personal_variants import LIKE_THEM, VARIANTS

MARKED = [(codes, sentence) for codes, sentences in VARIANTS.items() for sentence in sentences]

WORDINGS = [
    line.replace("⏎", "\n").split("\t")
    for line in (Path(__file__).parent / "personal_wordings.tsv").read_text("utf-8").splitlines()
]
"""The codes that are found in a sentence, or none, and the sentence with what is found in ‹›."""


def codes_in(text: str) -> list[str]:
    return [one.code for one in personal_data(text) if not one.code.startswith("name-")]


@pytest.mark.parametrize(("codes", "sentence"), MARKED)
def test_every_writing_is_found(codes: str, sentence: str) -> None:
    assert set(codes_in(sentence)) & set(codes.split())


@pytest.mark.parametrize(("codes", "sentence"), WORDINGS)
def test_every_wording_is_found_in_its_place(codes: str, sentence: str) -> None:
    text = sentence.replace("‹", "").replace("›", "")
    found = [one for one in personal_data(text) if not one.code.startswith("name-")]
    assert (" ".join(sorted({one.code for one in found})) or "none") == codes
    marked = text
    for one in sorted(found, key=lambda one: -one.start):
        marked = f"{marked[: one.start]}‹{marked[one.start : one.end]}›{marked[one.end :]}"
    assert marked == sentence


@pytest.mark.parametrize("sentence", LIKE_THEM)
def test_what_is_like_them_is_passed(sentence: str) -> None:
    assert codes_in(sentence) == []


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("电话１３８００１３８０００。", "mobile-number", "１３８００１３８０００"),
        ("电话138\u200b0013\u200b8000。", "mobile-number", "138\u200b0013\u200b8000"),
        ("电话139&ZeroWidthSpace;34567821。", "mobile-number", "139&ZeroWidthSpace;34567821"),
        ("电话&#49;3934567821。", "mobile-number", "&#49;3934567821"),
        ("某\n市，**微信号**abc_123。", "chat-account", "abc_123"),
        ("①13934567821。", "mobile-number", "13934567821"),
        ("另一13934567821的机主", "mobile-number", "13934567821"),
        ("手机号幺三九三四五六七八二幺。", "mobile-number", "幺三九三四五六七八二幺"),
        ("家住样例小\u200b区3号楼。", "home-address", "样例小\u200b区3号楼"),
        ("手机号139****7821、中间四位是3456。", "mobile-number", "139****7821、中间四位是3456"),
        ("王某，山西太原人，无业。", "native-place", "山西太原人"),
        ("（2024）晋01刑初123号", "reference-number", "（2024）晋01刑初123号"),
        ("公（网）受案字〔2024〕123号", "reference-number", "公（网）受案字〔2024〕123号"),
        ("网名“样例”。", "chat-account", "样例"),
    ],
)
def test_the_place_is_that_in_the_source(text: str, code: str, found: str) -> None:
    assert [(one.code, text[one.start : one.end]) for one in personal_data(text)] == [(code, found)]


def test_findings_do_not_overlap() -> None:
    text = (
        "微信号13800138000，银行卡号6222020000000001230，邮箱a@example.com，IMEI：860123045678900。"
    )
    assert [(one.code, text[one.start : one.end]) for one in personal_data(text)] == [
        ("mobile-number", "13800138000"),
        ("bank-card", "6222020000000001230"),
        ("device-number", "860123045678900"),
        ("email-address", "a@example.com"),
    ]
