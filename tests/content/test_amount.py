"""Amounts: the number, the qualifier and the range behind what bulletins print."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.content import amount
from casebook.content.amount import Amount, Qualifier

from .steadily import steadily

EXACT, OVER, NEARLY, ABOUT, RANGE = (
    Qualifier.EXACT, Qualifier.OVER, Qualifier.NEARLY, Qualifier.ABOUT, Qualifier.RANGE,
)  # fmt: skip

WAN = 10_000
YI = 100_000_000

SINGLE = [
    # Arabic numerals
    ("5000元", 5000, EXACT),
    ("0元", 0, EXACT),
    ("0.5元", Decimal("0.5"), EXACT),
    ("13500元", 13_500, EXACT),
    ("1,200元", 1200, EXACT),
    ("1，200元", 1200, EXACT),
    ("1,234,567.89元", Decimal("1234567.89"), EXACT),
    ("500万元", 500 * WAN, EXACT),
    ("500 万元", 500 * WAN, EXACT),
    ("1.5亿元", 15 * YI // 10, EXACT),
    ("1亿2000万元", YI + 2000 * WAN, EXACT),
    ("1万2千元", 12_000, EXACT),
    ("3千元", 3000, EXACT),
    ("5百万元", 500 * WAN, EXACT),
    ("1.5千万元", 1500 * WAN, EXACT),
    ("999999999999999元", 999_999_999_999_999, EXACT),
    # Full-width numerals
    ("５００万元", 500 * WAN, EXACT),
    ("１．５亿元", 15 * YI // 10, EXACT),
    ("１，２００元", 1200, EXACT),
    # Chinese numerals
    ("十元", 10, EXACT),
    ("二十元", 20, EXACT),
    ("一百零五元", 105, EXACT),
    ("一千零五元", 1005, EXACT),
    ("一千零五十元", 1050, EXACT),
    ("一千一百一十一元", 1111, EXACT),
    ("两万元", 2 * WAN, EXACT),
    ("一万三千五百元", 13_500, EXACT),
    ("三百二十万元", 320 * WAN, EXACT),
    ("一亿二千万元", YI + 2000 * WAN, EXACT),
    ("九千九百九十九万元", 9999 * WAN, EXACT),
    ("零元", 0, EXACT),
    ("百万元", 100 * WAN, EXACT),
    ("一百一十元", 110, EXACT),
    ("一百十元", 110, EXACT),
    ("十万零一千元", 101_000, EXACT),
    ("一万零五元", 10_005, EXACT),
    ("一万〇五十元", 10_050, EXACT),
    ("三万五百元", 30_500, EXACT),
    ("一亿零五百万元", YI + 500 * WAN, EXACT),
    ("一千万零五百元", 1000 * WAN + 500, EXACT),
    ("一百零五万三千元", 1_053_000, EXACT),
    # Both kinds of numerals in one number
    ("12万零500元", 120_500, EXACT),
    ("12万500元", 120_500, EXACT),
    ("3万零5元", 30_005, EXACT),
    ("3万0005元", 30_005, EXACT),
    ("3万5千元", 35_000, EXACT),
    ("3千5百元", 3500, EXACT),
    ("1万2千3百元", 12_300, EXACT),
    ("1万2千零5元", 12_005, EXACT),
    ("1亿5万元", YI + 5 * WAN, EXACT),
    ("1万2000.5元", Decimal("12000.5"), EXACT),
    # Financial numerals
    ("伍佰万元", 500 * WAN, EXACT),
    ("壹仟贰佰圆", 1200, EXACT),
    ("壹万贰仟叁佰肆拾伍元", 12_345, EXACT),
    ("陆佰柒拾捌万玖仟元", 6_789_000, EXACT),
    ("壹億元", YI, EXACT),
    ("伍萬圆", 5 * WAN, EXACT),
    ("人民币伍万元整", 5 * WAN, EXACT),
    ("壹拾贰万零伍佰圆整", 120_500, EXACT),
    # 角 and 分 after 元
    ("5元6角", Decimal("5.6"), EXACT),
    ("9665元1角8分", Decimal("9665.18"), EXACT),
    ("12元零角5分", Decimal("12.05"), EXACT),
    ("3元5分", Decimal("3.05"), EXACT),
    ("伍元陆角整", Decimal("5.6"), EXACT),
    ("1万2000元5角", Decimal("12000.5"), EXACT),
    ("人民币9665元1角8分", Decimal("9665.18"), EXACT),
    # The currency written out
    ("人民币5万元", 5 * WAN, EXACT),
    ("5万元人民币", 5 * WAN, EXACT),
    ("人民币约5万元", 5 * WAN, ABOUT),
    # Words in front
    ("达800万元", 800 * WAN, EXACT),
    ("高达1.2亿元", 12 * YI // 10, EXACT),
    ("共45万元", 45 * WAN, EXACT),
    ("共计45万元", 45 * WAN, EXACT),
    ("合计45万元", 45 * WAN, EXACT),
    ("多达800万元", 800 * WAN, EXACT),
    ("超500万元", 500 * WAN, OVER),
    ("超过100万元", 100 * WAN, OVER),
    ("逾2亿元", 2 * YI, OVER),
    ("过亿元", YI, OVER),
    ("至少10万元", 10 * WAN, OVER),
    ("不低于10万元", 10 * WAN, OVER),
    ("近100万元", 100 * WAN, NEARLY),
    ("近百万元", 100 * WAN, NEARLY),
    ("将近10万元", 10 * WAN, NEARLY),
    ("接近10万元", 10 * WAN, NEARLY),
    ("不足1万元", WAN, NEARLY),
    ("不到10万元", 10 * WAN, NEARLY),
    ("最高5000元", 5000, NEARLY),
    ("约30万元", 30 * WAN, ABOUT),
    ("大约10万元", 10 * WAN, ABOUT),
    # Words behind
    ("30万元以上", 30 * WAN, OVER),
    ("5000元以下", 5000, NEARLY),
    ("5000元以内", 5000, NEARLY),
    ("30万元左右", 30 * WAN, ABOUT),
    ("100元上下", 100, ABOUT),
    ("10万元许", 10 * WAN, ABOUT),
    ("1万元不等", WAN, ABOUT),
    # A little more
    ("200余万元", 200 * WAN, OVER),
    ("500万余元", 500 * WAN, OVER),
    ("1000余元", 1000, OVER),
    ("1亿余元", YI, OVER),
    ("10多万元", 10 * WAN, OVER),
    ("100多元", 100, OVER),
    ("百余万元", 100 * WAN, OVER),
    ("贰佰余万圆", 200 * WAN, OVER),
    # An order of magnitude
    ("上亿元", YI, OVER),
    ("上千万元", 1000 * WAN, OVER),
    ("数百万元", 100 * WAN, OVER),
    ("数千元", 1000, OVER),
    ("数十亿元", 10 * YI, OVER),
    ("几万元", WAN, OVER),
    ("几十万元", 10 * WAN, OVER),
    ("十几万元", 10 * WAN, OVER),
    ("近万元", WAN, NEARLY),
    ("万余元", WAN, OVER),
    ("百余元", 100, OVER),
    ("千元左右", 1000, ABOUT),
    ("亿元以上", YI, OVER),
    ("十来万元", 10 * WAN, ABOUT),
    ("百来元", 100, ABOUT),
    # Several words: one bound said twice stays, two that disagree are an estimate
    ("超300余万元", 300 * WAN, OVER),
    ("超100万元以上", 100 * WAN, OVER),
    ("高达近5万元", 5 * WAN, NEARLY),
    ("近200余万元", 200 * WAN, ABOUT),
    ("约300余万元", 300 * WAN, ABOUT),
]

RANGES = [
    ("1000元至1200元", 1000, 1200),
    ("1000至1200元", 1000, 1200),
    ("1,000至1,200元", 1000, 1200),
    ("１０００元至１２００元", 1000, 1200),
    ("3至5万元", 3 * WAN, 5 * WAN),
    ("5000至1万元", 5000, WAN),
    ("3至5千万元", 3000 * WAN, 5000 * WAN),
    ("3万至5万元", 3 * WAN, 5 * WAN),
    ("3万元至5万元", 3 * WAN, 5 * WAN),
    ("1到3亿元", YI, 3 * YI),
    ("1万元到2万元", WAN, 2 * WAN),
    ("1千至2万元", 1000, 2 * WAN),
    ("1000元至1万元", 1000, WAN),
    ("5至8千元", 5000, 8000),
    ("500至2000万元", 500 * WAN, 2000 * WAN),
    ("0.5至1.5亿元", 5000 * WAN, 15_000 * WAN),
    ("3000-5000元", 3000, 5000),
    ("3000~5000元", 3000, 5000),
    ("3000～5000元", 3000, 5000),
    ("3000—5000元", 3000, 5000),
    ("3000–5000元", 3000, 5000),
    ("3000——5000元", 3000, 5000),
    ("一千至两千元", 1000, 2000),
    ("三万至五万元", 3 * WAN, 5 * WAN),
    ("1000元至1200元不等", 1000, 1200),
    ("约3万至5万元", 3 * WAN, 5 * WAN),
    # The unit is written once, behind the upper number
    ("三至五万元", 3 * WAN, 5 * WAN),
    ("十至二十万元", 10 * WAN, 20 * WAN),
    ("约3至5万元", 3 * WAN, 5 * WAN),
    ("超3至5万元", 3 * WAN, 5 * WAN),
    ("5至10余万元", 5 * WAN, 10 * WAN),
    # Two digits for one place
    ("两三万元", 2 * WAN, 3 * WAN),
    ("三五万元", 3 * WAN, 5 * WAN),
    ("三两万元", 2 * WAN, 3 * WAN),
    ("一二百元", 100, 200),
    ("七八百元", 700, 800),
    ("十七八万元", 17 * WAN, 18 * WAN),
    ("二三十万元", 20 * WAN, 30 * WAN),
    ("一万二三千元", 12_000, 13_000),
    ("约两三万元", 2 * WAN, 3 * WAN),
    ("两三千万元左右", 2000 * WAN, 3000 * WAN),
    ("五六百余元", 500, 600),
]


@pytest.mark.parametrize(("text", "yuan", "qualifier"), SINGLE)
def test_single(text, yuan, qualifier):
    assert Amount.parse(text) == Amount(text, Decimal(yuan), qualifier, None)


@pytest.mark.parametrize(("text", "yuan", "upper"), RANGES)
def test_range(text, yuan, upper):
    assert Amount.parse(text) == Amount(text, Decimal(yuan), Qualifier.RANGE, Decimal(upper))


REFUSED = """
500
500万
五百
500万人民币
元
圆
万
人民币
人民币元
100美元
100欧元
500万日元
500万港币
500万越南盾
$500
¥500
5000块
5角
5分
5元12角
5元6角7
5余元6角
5.5元6角
5元6角余
万元亿
亿亿元
万万元
1亿亿元
亿万元
1万亿元
十百元
百千元
十十元
一一元
一〇〇元
一四万元
九十八七元
百元
千元
万元
亿元
万元整
人民币万元
共计亿元
高达万元
3万5元
三万五元
1亿5元
三千五元
3千5元
一百五元
3万5余元
3万5.5元
1万零元
一千零元
零五元
3万12000元
1亿20000万元
1.2万3000元
一万百元
数5万元
几5元
上5万元
来万元
1..5元
1.2.3元
.5元
5.元
.元
1.1234567元
9999999999999999元
1.234,567元
12,34元
+5元
-5元
1e5元
1/2元
５０％元
٣元
元500
5元5元
100元，200元
100元和200元
7、8万元
50余台
五百台
余万元
多元
几元
数元
上元
约元
超
200余余万元
200余多万元
1余2万元
500万元余多
500万元钱
500万元以上左右
约500
数以万计元
半万元
不多
1200元至1000元
1000至1000元
1-2-3元
1至2至3元
至5元
5元至
至
元至元
3至5万
3至5台
"""


@pytest.mark.parametrize("text", [*REFUSED.split(), "", " ", "\n", "“ ”", "\u3000", "500\n万"])
def test_refused(text):
    with pytest.raises(ValueError, match=r"^not a"):
        Amount.parse(text)


def test_prints_as_it_was_written():
    assert str(Amount.parse("近200余万元")) == "近200余万元"


def test_frozen():
    with pytest.raises(FrozenInstanceError):
        Amount.parse("5元").yuan = Decimal(6)


def test_longer_text_is_refused_unread(monkeypatch):
    monkeypatch.setattr(amount, "MAX_LENGTH", 4)
    assert Amount.parse("500元").yuan == 500
    with pytest.raises(ValueError, match="not an amount of at most 4 characters"):
        Amount.parse("5000元")


MONEY_WORDS = """
0 1 5 12 200 . , ， ５ 零 〇 一 两 五 十 百 千 万 亿 余 多 几 数 上 元 圆 至 到 - ~ 超 超过 近
约 不到 至少 以上 左右 不等 人民币 美元 壹 佰 萬 台
"""
money_like = st.lists(st.sampled_from(MONEY_WORDS.split()), max_size=12).map("".join)


@steadily(500)
@given(st.text() | money_like)
def test_any_text_is_refused_or_an_amount(text):
    try:
        found = Amount.parse(text)
    except ValueError:
        return
    assert found.text == str(found) == text
    assert found.yuan >= 0
    assert found.yuan.is_finite()
    assert (found.qualifier is Qualifier.RANGE) == (found.upper is not None)
    assert found.upper is None or found.upper > found.yuan


numbers = st.one_of(
    st.integers(1, 10**9).map(Decimal),
    st.decimals(min_value="0.01", max_value=99_999, places=2),
)
SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": WAN, "百万": 100 * WAN, "亿": YI}
BEFORE = {
    "": EXACT, "达": EXACT, "共计": EXACT, "超": OVER, "超过": OVER, "逾": OVER, "不低于": OVER,
    "近": NEARLY, "不足": NEARLY, "约": ABOUT, "大约": ABOUT,
}  # fmt: skip
AFTER = {"": EXACT, "以上": OVER, "以下": NEARLY, "左右": ABOUT, "不等": ABOUT}


@steadily(300)
@given(
    number=numbers,
    scale=st.sampled_from(sorted(SCALES)),
    before=st.sampled_from(sorted(BEFORE)),
    after=st.sampled_from(sorted(AFTER)),
)
def test_number_times_scale(number, scale, before, after):
    text = f"{before}{number}{scale}元{after}"
    said = {BEFORE[before], AFTER[after]} - {EXACT}
    qualifier = said.pop() if len(said) == 1 else ABOUT if said else EXACT
    assert Amount.parse(text) == Amount(text, number * SCALES[scale], qualifier)


@steadily()
@given(low=st.integers(0, 10**8), more=st.integers(1, 10**6), scale=st.sampled_from(["", "万"]))
def test_range_shares_its_unit(low, more, scale):
    text = f"{low}至{low + more}{scale}元"
    expected = Amount(
        text,
        Decimal(low) * SCALES[scale],
        Qualifier.RANGE,
        Decimal(low + more) * SCALES[scale],
    )
    assert Amount.parse(text) == expected


@steadily()
@given(st.integers(1, 10**9))
def test_thousands_separators_do_not_matter(number):
    assert Amount.parse(f"{number:,}元").yuan == Amount.parse(f"{number}元").yuan == number
