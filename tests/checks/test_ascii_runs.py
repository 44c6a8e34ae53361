"""Stretches: what tells that a text holds no long number hides none from those who look for it."""

from __future__ import annotations

import pytest

from casebook.names.identifiers.ascii_runs import longest_ascii_run
from casebook.names.personal_data import personal_data

TITLE = "王某某测试案"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("甲", 0),
        ("甲123乙", 0),
        ("甲1234乙", 0),
        ("甲12345乙", 5),
        ("甲1 2-3乙wxid_12", 7),
        (f"{TITLE}\n2024-04-09日", 0),
        (f"{TITLE}\n2024-04-09\n太原市", 0),
        (f"{TITLE}\n2024-04\n太原市", 0),
        (f"{TITLE}\n2024-04\n太原市2024-04-09", 10),
        (f"{TITLE}\n2024-04-09 10:00\n太原市", 16),
        (f"{TITLE}2024-04-09\n太原市", 10),
        ("2024-04-09\n太原市", 10),
        ("账号：\n2024-04-09\n", 10),
        ("卡号\n2024-04-09\n", 10),
    ],
)
def test_the_longest(text: str, length: int) -> None:
    assert longest_ascii_run(text) == length


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"{TITLE}\n2024-04-09\n太原市", []),
        ("银行卡号：\n2024-04-09\n", ["document-number"]),
        ("抖音号：\n2024-04-09\n", ["chat-account"]),
        (f"{TITLE}\n2024-04-09\nQQ12345", ["chat-account"]),
        ("粤B·1234挂", ["vehicle-plate"]),
        ("粤B1234挂", ["vehicle-plate"]),
        ("登录1.1.1.1", ["ip-address"]),
        ("登录::1", []),
        ("电话1 3 8 1 2 3 4 5 6 7 8", ["mobile-number"]),
        ("电话13812345678", ["mobile-number"]),
    ],
)
def test_short_ones_are_found_too(text: str, codes: list[str]) -> None:
    assert [finding.code for finding in personal_data(text)] == codes
