"""Money: the sum that a case is about, and those that are not it."""

from __future__ import annotations

import pytest

from casebook.importer.money import money_of, yuan_of


@pytest.mark.parametrize(
    ("text", "printed", "label", "yuan"),
    [
        ("涉案金额超500万元。", "超500万元", "涉案金额", 5_000_000),
        ("涉案资金达1.5亿元。", "1.5亿元", "涉案资金", 150_000_000),
        ("获利累计200余万元。", "200余万元", "获利", 2_000_000),
        ("非法获利近200万元。", "近200万元", "非法获利", 2_000_000),
        ("涉案金额上亿元。", "上亿元", "涉案金额", 100_000_000),
        ("涉案资金流水10亿余元。", "10亿余元", "涉案资金", 1_000_000_000),
        ("骗取资金10万至30万元。", "10万至30万元", "被骗金额", 300_000),
        ("涉案金额2,600余万元。", "2,600余万元", "涉案金额", 26_000_000),
        ("王女士被骗走12万元。", "12万元", "被骗金额", 120_000),
        ("卡内38.6万元随即被转走。", "38.6万元", "被骗金额", 386_000),
        ("非法获利20余万元，涉案金额1000余万元。", "1000余万元", "涉案金额", 10_000_000),
        ("先后骗得3万元，累计诈骗50万元。", "50万元", "被骗金额", 500_000),
        ("对方要求转账100万元，民警成功劝阻。", "100万元", "被骗金额", 1_000_000),
    ],
)
def test_the_sum_of_a_case(text: str, printed: str, label: str, yuan: int) -> None:
    found = money_of(text)
    assert found is not None
    money = found.value
    assert (money.amount.text, money.label, yuan_of(money.amount)) == (printed, label, yuan)


@pytest.mark.parametrize(
    "text",
    [
        "查扣涉案财产2亿元。",
        "冻结资金900余万元。",
        "为群众挽回损失600余万元。",
        "止付930余万元。",
        "处罚款5000元。",
        "并处罚金3万元。",
        "以800元至950元不等的价格出售。",
        "每条收费20元。",
        "每起敲诈金额在5万至15万元不等。",
        "个人分别获利数百元至数千元。",
        "售价每套500元。",
        "奖励举报人1000元。",
        "成功避免群众损失80万元。",
        "共有2100余条个人信息。",
        "赔偿1000美元。",
        "警方查明此事。",
    ],
)
def test_sums_that_are_not_the_case(text: str) -> None:
    assert money_of(text) is None
