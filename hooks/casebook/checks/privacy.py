"""Rules on persons: names are masked, and administrative cases show nobody.

Sources: 法释〔2016〕19号 for masking, 治安管理处罚法 (2026) article 136 for sealed records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.checks.finding import Finding
from casebook.content.library import Case, Content

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程魏苏吕丁任"
    "沈姚卢姜崔钟谭陆汪范廖石金韦贾夏付邹熊白孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    "向汤温牛巩荆岳于"
)
"""Frequent surnames; a rule that names persons reads no further than these."""

_ROLE = "犯罪嫌疑人|违法嫌疑人|嫌疑人|被告人|被害人|受害人|法定代表人|法人代表|违法行为人"
_SEVERAL = "等人|等[0-9一二三四五六七八九十]+余?[人名]"
_AFTER_NAME = rf"{_SEVERAL}|[、，。；（）]|及其|[和与被因在]|涉嫌|\s|\Z"
_WORDS = (
    "于|向|万|任|高|金|成|何|曾|付[款费钱]|陈[述列]|钱[款财物包]|余[额款]|许[诺可多]|马上|严[重格]|程序"
    "|黄金|白天|温州|石家"
)
"""Words that begin like a surname and a given name."""
_NO_NAMES = "高[管校层中]|黄金|金融|温州|石家"
"""The few of them that 等 can follow."""
_FORM_OF_ADDRESS = "女士|先生|老师|同学|某"
_OF_NO_PERSON = (
    "公司|网站|网络|平台|小区|社区|地区|高校|大学|中学|小学|学校|医院|银行|酒店|商[户场店铺]|店铺|工厂|制造"
    "|企业|机构|部门|论坛|软件|出租|App|[种些段]|人发|(?:[店厂村镇县市地日月年晚人事群号]|直播间)(?=[，。、；的里内在])"
)
"""What makes of 某 no person but a place, a firm or a day."""

_ROLE_NAME = re.compile(
    rf"(?P<role>{_ROLE})[:：]?(?:(?!{_NO_NAMES})[{SURNAMES}](?!{_FORM_OF_ADDRESS})[一-鿿]{{1,2}}?(?={_SEVERAL})"
    rf"|(?!{_WORDS})[{SURNAMES}](?!{_FORM_OF_ADDRESS})[一-鿿]{{1,2}}?(?={_AFTER_NAME}))"
)
_TITLE_NAME = re.compile(rf"(?!{_NO_NAMES})[{SURNAMES}](?!某)[一-鿿]{{1,2}}(?={_SEVERAL}|涉嫌)")
_TELLING = re.compile(
    rf"(?P<name>[{SURNAMES}]某(?!{_OF_NO_PERSON})(?P<last>[一-鿿]))(?={_SEVERAL}|涉嫌|[、，。；（）])"
)
_KEPT_BY_RULE = frozenset("某甲乙丙丁戊己庚辛壬癸等和与及在被将的后称处家说均")
_MASKED = re.compile(rf"[{SURNAMES}]某(?!{_OF_NO_PERSON})某?")
_ABOUT_PERSON = re.compile(r"[0-9]{1,3}岁|(?<=[，（、])[男女](?=[，）、。])")


def names_masked(content: Content, text: str) -> Iterator[Finding]:
    """A name after a role word or at the head of a title is written as surname and 某, no more."""
    if isinstance(content, Case) and (match := _TITLE_NAME.match(content.title)):
        start = text.find(content.title)
        yield Finding("name-unmasked-title", start, start + match.end())
    for match in _ROLE_NAME.finditer(text):
        yield Finding("name-unmasked", *match.span(), {"role": match["role"]})
    for match in _TELLING.finditer(text):
        if match["last"] not in _KEPT_BY_RULE:
            yield Finding("name-telling", *match.span(), {"masked": match["name"][:2] + "某"})


def administrative_cases_show_nobody(content: Content, text: str) -> Iterator[Finding]:
    """A case of an administrative penalty names no person, not even masked, and no age."""
    if isinstance(content, Case) and content.stage.is_administrative:
        for pattern in (_MASKED, _ABOUT_PERSON):
            for match in pattern.finditer(text):
                yield Finding("administrative-person", *match.span(), {"found": match[0]})


RULES = (names_masked, administrative_cases_show_nobody)
