"""Suggestions: typing errors find the value that was meant, other words find none."""

# ruff: noqa: E501 - a table keeps its lines, so that it can be compared

from __future__ import annotations

import pytest

from casebook.content.model import BulletinFields, CaseFields
from casebook.content.similarity import edits, similar
from casebook.places.gazetteer import gazetteer

GROUPS = [
    "侵犯公民个人信息",
    "公民个人信息",
    "侵犯个人信息",
    "网络开盒",
    "网络谣言",
    "谣言",
    "网上造谣",
    "虚假信息",
    "网络水军",
    "水军",
    "刷量控评",
    "有偿删帖",
    "网络黑客",
    "黑客",
    "网络攻击",
    "黑客攻击",
    "破坏计算机信息系统",
    "网络赌博",
    "网上赌博",
    "跨境赌博",
    "网络涉黄",
    "网络色情",
    "网络黑灰产",
    "黑灰产业",
    "帮助信息网络犯罪活动",
    "电信网络诈骗",
    "电信诈骗",
    "网络诈骗",
    "网络暴力",
    "网络侮辱",
    "网络诽谤",
    "偷拍偷窥",
    "偷拍",
    "偷窥",
    "平台责任",
    "网络平台责任",
    "网络安全管理义务",
]
CHARGES = [
    "诈骗罪",
    "侮辱罪",
    "诽谤罪",
    "赌博罪",
    "开设赌场罪",
    "寻衅滋事罪",
    "非法经营罪",
    "侵犯公民个人信息罪",
    "非法利用信息网络罪",
    "帮助信息网络犯罪活动罪",
    "掩饰、隐瞒犯罪所得罪",
    "编造、故意传播虚假信息罪",
    "破坏计算机信息系统罪",
    "妨害信用卡管理罪",
    "拒不履行信息网络安全管理义务罪",
]
CASE, BULLETIN = tuple(CaseFields.model_fields), tuple(BulletinFields.model_fields)
CITIES, PROVINCES = gazetteer().city_names, gazetteer().province_names
STAGES = [
    "立案侦查",
    "侦破",
    "刑事拘留",
    "采取刑事强制措施",
    "移送起诉",
    "提起公诉",
    "一审判决",
    "判决生效",
    "行政处罚",
]

TYPOS = (
    (GROUPS, "网络谣盐 网络水均 网路水军 网络赌搏 网络暴立 网络黑客攻击 电信网路诈骗 电信网诈骗 侵犯公民个人信 "
     "侵犯公明个人信息 侵犯公民人个信息 网络黑恢产 网络色请 偷怕偷窥 平台责仁 网络平台责 破坏计算机系统 刷量空评 "
     "有偿删贴 水军网络 跨境堵博 帮助信息网络犯罪 谣言网络",
     "网络谣言 网络水军 网络水军 网络赌博 网络暴力 黑客攻击 电信网络诈骗 电信网络诈骗 侵犯公民个人信息 "
     "侵犯公民个人信息 侵犯公民个人信息 网络黑灰产 网络色情 偷拍偷窥 平台责任 网络平台责任 破坏计算机信息系统 刷量控评 "
     "有偿删帖 网络水军 跨境赌博 帮助信息网络犯罪活动 网络谣言"),
    (CHARGES, "诈骗 侵犯公民个人信息 侵犯个人信息罪 非法经营 寻衅兹事罪 开设赌厂罪 诽膀罪 破坏计算机系统罪 "
     "非法利用信息网路罪 掩饰隐瞒犯罪所得罪 编造故意传播虚假信息罪",
     "诈骗罪 侵犯公民个人信息罪 侵犯公民个人信息罪 非法经营罪 寻衅滋事罪 开设赌场罪 诽谤罪 破坏计算机信息系统罪 "
     "非法利用信息网络罪 掩饰、隐瞒犯罪所得罪 编造、故意传播虚假信息罪"),
    (CASE, "titel tittle Title ＴＩＴＬＥ sumary summery ofence offense offences charges amout amount-label figure agancy "
     "distict staus peopel reviewon update provice",
     "title title title title summary summary offence offence offence charge amount amount_label figures agency "
     "district status people review_on updates province"),
    (BULLETIN, "publised publihser sourceurl campain expect", "published publisher source_url campaign expected"),
    (CITIES, "太原 大同 太元市 长治 呂梁市 忻洲市 原太市", "太原市 大同市 太原市 长治市 吕梁市 忻州市 太原市"),
    (PROVINCES, "山西 内蒙古", "山西省 内蒙古自治区"),
    (STAGES, "刑拘 移诉 侦破。", "刑事拘留 移送起诉 侦破"),
)  # fmt: skip
OTHERS = (
    (GROUPS, "网络敲诈 网络敲诈勒索 敲诈勒索 不履行网络安全保护义务 网络传销 网络盗窃 非法集资 保险诈骗 侵犯著作权 假冒商标 "
     "网络贩毒 贩卖毒品 网上贩枪 考试作弊 故意杀人 职务侵占 挪用资金 走私 危险驾驶 网络借贷 套路贷 软暴力催收 非法拘禁 "
     "绑架 抢劫 盗窃 虚假诉讼 妨害公务 窝藏包庇 行贿 偷越国境 洗钱 其他 未知 案件"),
    (CHARGES, "敲诈勒索罪 盗窃罪 抢劫罪 故意杀人罪 贪污罪 受贿罪 洗钱罪 合同诈骗罪 信用卡诈骗罪 集资诈骗罪 侵犯著作权罪 "
     "职务侵占罪 虚假广告罪 强迫交易罪 催收非法债务罪 走私罪 危险驾驶罪 妨害公务罪 伪证罪"),
    (CASE, "author tags layout name url time keywords image weight slug id number 标签"),
    (CITIES, "小店区 西安高新区 两江新区 纽约 清徐县 平遥县 莱芜市 浦东 雄安新区"),
    (PROVINCES, "北平 华北 关东州"),
    (STAGES, "行拘 罚款 未知 抓获 取保候审"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("allowed", "written", "meant"),
    [
        (allowed, *pair)
        for allowed, written, meant in TYPOS
        for pair in zip(written.split(), meant.split(), strict=True)
    ],
)
def test_a_typing_error_finds_what_was_meant(allowed, written, meant):
    assert meant in similar(written, allowed)[:3]


@pytest.mark.parametrize(
    ("allowed", "written"),
    [(allowed, written) for allowed, words in OTHERS for written in words.split()],
)
def test_another_word_finds_nothing(allowed, written):
    assert similar(written, allowed) == []


def test_the_most_similar_comes_first_and_then_the_order_given():
    assert similar("甲乙丙丁", ["甲乙丙", "甲乙丙丁戊", "甲乙丙丁", "戊乙丙丁"]) == [
        "甲乙丙丁", "甲乙丙丁戊", "甲乙丙", "戊乙丙丁",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("", "", 0), ("甲", "", 1), ("", "甲乙", 2), ("甲乙", "乙甲", 1), ("甲乙丙", "甲丙", 1),
        ("网络敲诈", "网络诈骗", 2), ("kitten", "sitting", 3), ("甲乙丙", "丁戊己", 3),
    ],
)  # fmt: skip
def test_edits(one, other, number):
    assert edits(one, other) == edits(other, one) == number
