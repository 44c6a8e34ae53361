"""Radicals become the characters that are meant, and nothing else changes."""

from __future__ import annotations

from unicodedata import name

import pytest

from casebook.content.radicals import RADICALS, without_radicals


@pytest.mark.parametrize(
    ("copied", "meant"),
    [
        ("犯罪嫌疑⼈的银⾏账⼾", "犯罪嫌疑人的银行账户"),
        ("公⺠个⼈信息⻅附件", "公民个人信息见附件"),
        ("⻓治市⻋辆⻔⼾⽹站", "长治市车辆门户网站"),
        ("⾒⾧⾞⾨", "见长车门"),
        ("⼀⼆⼗⽇⽉", "一二十日月"),
    ],
)
def test_radicals_become_simplified_characters(copied, meant):
    assert without_radicals(copied) == meant


def test_every_kangxi_radical_has_a_character():
    assert {chr(code) for code in range(0x2F00, 0x2FD6)} <= RADICALS.keys()


def test_every_radical_of_the_supplement_but_the_mark_of_repetition_has_a_character():
    without = [
        chr(code)
        for code in range(0x2E80, 0x2EF4)
        if name(chr(code), "") and chr(code) not in RADICALS
    ]
    assert without == ["⺀"]


def test_a_radical_becomes_one_character_that_is_no_radical():
    assert all(len(one) == 1 and one not in RADICALS for one in RADICALS.values())


@pytest.mark.parametrize("text", ["㬵", "１２３ＡＢ％", "戶口", "①㎡⑴", "金\uf90a", "ﬁ", "亻讠钅"])
def test_nothing_else_is_normalized(text):
    assert without_radicals(text) == text
