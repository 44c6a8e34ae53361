"""Unmasked names of persons, and masks that keep more than the surname.

Source for masking: 法释〔2016〕19号.
"""

# ruff: noqa: E501 - a word list stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.checks.finding import Finding
from casebook.checks.personal.surnames import (
    COMPOUND_SURNAMES,
    FURTHER_SURNAMES,
    ORDINARY,
    PLAIN_SURNAMES,
    SURNAMES,
)

SEVERAL = "等人|等[0-9一二三四五六七八九十]+余?[人名]"
_ROLE = (
    "犯罪嫌疑人|违法嫌疑人|嫌疑人|被告人|被害人|受害人|受害者|被害者|法定代表人|法人代表|违法行为人|行为人"
    "|团伙头目|团伙成员|头目|主犯|从犯|主谋|罪犯|实际控制人|本名|真名|真实姓名|当事人|涉案人员|报案人|报警人|举报人"
)
_LOOSE_ROLE = "犯罪分子|店主|网民|网友|博主|用户|主播|群主|事主|居民|村民|市民|股东|男子|女子|黑客"
_SURNAME = f"(?:{COMPOUND_SURNAMES}|[{SURNAMES}{FURTHER_SURNAMES}])"
_NO_GIVEN = "某在因于以被向对为有是将从与和及其不也都并就让把使到得地的之所则但而或等后前时已曾还又再均即会要须应我你他她它们这那此"
_GIVEN = f"(?:(?![{_NO_GIVEN}])[一-鿿])"
_VERBS = (
    "通过|利用|伙同|雇[佣用]|非法|违法|使用|组织|编造|发布|成立|先后|多次|经营|出售|购买|贩卖|提供|冒充|收购|制作|搭建|开发|注册"
    "|租[用赁]|招募|联系|到案|落网|归案|自首|投案|供述|交代|明知|涉嫌|纠集|指使|介绍|传播|转发|散布|散播|虚构|捏造|窃取|盗取|侵入|入侵"
    "|破坏|出租|获取|攻击|诈骗|勾结|担任|负责|开设|创建|建立|运营|操[控纵]|在[逃网境]|为[了谋牟博吸寻]|以[非每高低虚“]|将[其自上公个账]"
    "|向[他上境对警公其]|从[中事境他上]|对[其外公]|因[涉编发散]|被[抓依刑采判行骗警公]|于[20-9当同近去今]|[以为将向从在于对把系]"
)
_AFTER = (
    f'{SEVERAL}|[、，。；（）(),;：:“”"]|及其|[和与被因在]|涉嫌|\\s|\\Z|[0-9]|今年|现年|\\ufffc'
)
_FORM_OF_ADDRESS = "女士|先生|老师|同学|某|同志|小姐|女孩|男孩|警官"
_NAME_END = f"(?={_AFTER}|{_VERBS})"
_MASKED_BEFORE = f"(?=(?P<masked>(?:{_SURNAME}某[某甲乙丙丁]?[、和与及]){{0,8}}))(?P=masked)"
_ROLES = re.compile(f"{_ROLE}|{_LOOSE_ROLE}")
_LOOSE = frozenset(_LOOSE_ROLE.split("|"))
_NAME_AFTER = re.compile(
    rf"(?:姓名)?[:： ]{{0,2}}{_MASKED_BEFORE}"
    rf"(?P<name>(?P<surname>{_SURNAME})(?!{_FORM_OF_ADDRESS}){_GIVEN}{{1,2}}?){_NAME_END}"
)
_WITH_POINT = re.compile(
    rf"[:： ]?(?P<name>(?P<surname>[一-鿿])[一-鿿]{{1,6}}[·•][一-鿿]{{2,8}}?){_NAME_END}"
)
_DETAILS = re.compile("[（(，,](?:[男女][，,、）)]|(?:现年|今年)?[1-9][0-9]岁)")
_NAME_BEFORE = re.compile(
    rf"(?P<name>(?P<surname>{_SURNAME})(?!{_FORM_OF_ADDRESS}){_GIVEN}{{1,2}})\Z"
)
_STRICT_END = "[、，。；（）(),“”：:]|今年|现年|等人|涉嫌|发布|编造|通过|利用|转发|非法|因|被|以|为"
_LOOSE_END = re.compile(_STRICT_END)
_EXCLUDED_WHOLLY = frozenset("于向时成强水年计关易项司沙花")
_NOT_A_PERSON = (
    "公司|网站|网络|平台|小区|社区|地区|高校|大学|中学|小学|学校|医院|银行|酒店|商[户场店铺]|店铺|工厂|制造"
    "|企业|机构|部门|论坛|软件|出租|App|[种些段]|人发|(?:[店厂村镇县市地日月年晚人事群号]|直播间)(?=[，。、；的里内在])"
)
"""Words after 某 that make it a place, a firm or a day and no person."""
_TAIL = re.compile(
    rf"某(?!{_NOT_A_PERSON})(?P<last>[一-鿿])(?={SEVERAL}|[、，。；（）]|{_VERBS}|安装|下线|下单|和|与)"
)
_MASK_CHARACTER = re.compile("某(?![某、，。；和等及与被的公网科平地处])")
"""A 某 that may be followed by an unmasked character of a name."""
_MASKABLE = frozenset(SURNAMES + FURTHER_SURNAMES)
_ENDS_STRICTLY = re.compile(f"{SEVERAL}|涉嫌|[、，。；（）]")
_ALLOWED_AFTER_MASK = frozenset("某甲乙丙丁戊己庚辛壬癸等和与及在被将的后称处家说均" + _NO_GIVEN)
_GIVEN_NAMES = frozenset(
    "伟芳娜秀英敏静丽磊洋勇艳杰娟涛霞平桂飞华锋翔海领军鹏辉玲燕红梅建斌浩宇轩博婷雪琳晨凯波宁龙亮健俊峰鑫帅林倩颖莉丹萍兰凤琴云洁荣"
    "彬松柏阳东南良祥瑞泽豪琪瑶悦欣怡雯晶莹菲薇蕾璐娇媛慧珍玉淑惠蓉香月莲春梦佳嘉子豪睿哲铭昊旭航超"
)
MASKED = re.compile(rf"(?:{COMPOUND_SURNAMES}|[{SURNAMES}])某(?!{_NOT_A_PERSON})某?")
_TITLE_NAME = re.compile(rf"(?P<surname>{_SURNAME})(?!某){_GIVEN}{{1,2}}(?={SEVERAL}|涉嫌)")


def names(text: str) -> Iterator[Finding]:
    """No full name follows a role or precedes sex and age; a mask keeps the surname only."""
    ends = set()
    for role in _ROLES.finditer(text):
        for finding in _name_after(role, text):
            ends.add(finding.end)
            yield finding
    is_described = "岁" in text or "男" in text or "女" in text
    for details in _DETAILS.finditer(text) if is_described else ():
        place = details.start()
        match = _NAME_BEFORE.search(text, max(0, place - 4), place)
        if match and place not in ends and not _is_word(match):
            yield Finding("name-described", *match.span(), {"masked": masked(match)})
    for mask in _MASK_CHARACTER.finditer(text):
        yield from _partial_mask(text, mask.start())


def _name_after(role: re.Match[str], text: str) -> Iterator[Finding]:
    """The name that follows a role, after any masked names."""
    if match := _NAME_AFTER.match(text, role.end()):
        is_name = _is_certain(match) if role[0] in _LOOSE else not _is_word(match)
    else:
        match = _WITH_POINT.match(text, role.end())
        is_name = match is not None and role[0] not in _LOOSE
    if match and is_name:
        found = {"role": role[0], "masked": masked(match)}
        yield Finding("name-unmasked", role.start(), match.end(), found)


def name_at_head(title: str) -> re.Match[str] | None:
    """The name at the start of a title, before 等人 or 涉嫌; None where there is none."""
    match = _TITLE_NAME.match(title)
    return match if match and not _is_word(match) else None


def masked(match: re.Match[str]) -> str:
    """The surname of a matched name, and one 某 for each character of the given name."""
    name = match.groupdict().get("name") or match[0]
    if "·" in name or "•" in name:
        return f"{name[0]}某某"
    return match["surname"] + "某" * (len(name) - len(match["surname"]))


def _is_word(match: re.Match[str]) -> bool:
    """Whether a matched name is the beginning of an ordinary word."""
    name = match.groupdict().get("name") or match[0]
    if len(match["surname"]) > 1:
        return False
    if name[0] in _EXCLUDED_WHOLLY:
        return True
    is_pair = name[:2] in ORDINARY
    return is_pair and (len(name) == 2 or name[0] not in PLAIN_SURNAMES)


def _is_certain(match: re.Match[str]) -> bool:
    """Whether a name is certain after a role that ordinary words may follow, too."""
    name = match["name"]
    is_known = name[0] in PLAIN_SURNAMES or len(match["surname"]) > 1
    follows = _LOOSE_END.match(match.string, match.end())
    return is_known and len(name) > 2 and name[:2] not in ORDINARY and follows is not None


def _partial_mask(text: str, place: int) -> Iterator[Finding]:
    """The finding of a 某 between a surname and a character that should be masked, too."""
    is_compound = text[max(0, place - 2) : place] in _COMPOUNDS
    surname = text[max(0, place - 1) : place]
    if (surname not in _MASKABLE and not is_compound) or not (match := _TAIL.match(text, place)):
        return
    start = place - 1 - is_compound
    last = match["last"]
    is_certain = _ENDS_STRICTLY.match(text, match.end()) and (is_compound or surname in SURNAMES)
    if last not in _ALLOWED_AFTER_MASK and (is_certain or last in _GIVEN_NAMES):
        yield Finding(
            "name-telling", start, match.end(), {"masked": text[start : place + 1] + "某"}
        )


_COMPOUNDS = frozenset(COMPOUND_SURNAMES.split("|"))
