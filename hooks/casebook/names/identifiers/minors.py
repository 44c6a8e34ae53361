"""Minors: a child or teenager who can be recognized by the name of the school."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.names.finding import Finding

_NUMERAL = "[0-9一二三四五六七八九十]"
_SCHOOL = re.compile(
    f"(?:小学(?!生)|中学(?!生)|初中(?!生)|高中(?!生)|幼儿园|附中|附小|学校|外国语(?!学校)|书院|学堂|卫校|艺校|体校|职高|职中|中专|技校|{_NUMERAL}中(?![国心央间全队年旬等]|学(?!生))|{_NUMERAL}外(?=读|初|高|学生|校)|{_NUMERAL}小(?=学生|[一二三四五六]年))(?:校|分校|学校|[东西南北新老]校区?)?"
    f"(?: ?(?:[初高小大中][0-9一二三四五六]?|{_NUMERAL}{{1,2}} ?年级)?(?:第|[（(])? ?{_NUMERAL}{{1,4}} ?[）)]? ?班| ?[大中小]班| ?{_NUMERAL} ?年级| ?[初高][一二三])?"
)
_NAME = re.compile("[一-鿿0-9×*]{0,14}\\Z")
_LEAD_IN = re.compile(
    ".*(?:就读|来自|考入|转入|升入|同学|毕业|位于|一[名所个家]|[在于系是到为从和与及至将对读上被进的]|[名岁男女]|送[往到]?)"
)
_PLACE = re.compile(".*[省市县区旗镇乡州盟](?=.)")
_PLACE_BEFORE = re.compile(".*[省市县区旗镇乡州盟]")
_NO_NAME = re.compile(
    "(?:[各该本所有多其这那两几此等的大中小初高乡县市区镇村某×*]|一[名所个]|职业|公办|民办|寄宿|乡村|城市|农村|私立|公立|重点|普通|当地|附近|校园|辖区|部分|全[市县区省]|家长|学生|老师|通过|离开|前往|返回|回到|走出|进入|联系|通知|要求)*"
)
_CHILD = re.compile(
    f"未成年|(?<![0-9])(?:[3-9]|1[0-7]|[三四五六七八九]|十[一二三四五六七]?)(?:周)?岁|20[01][0-9]年?[0-9月日]{{0,6}}出?生|男孩|女孩|男童|女童|儿童|孩子|小学生|初中生|高中生|中学生|学生|学子|男生|女生|{_NUMERAL}[）)]?班|年级|就读|在读|上学|读书|念书|初[一二三]|高[一二三]|女儿|儿子|[大中小]班|幼儿(?!园)|少年|少女"
)
_PERSON = re.compile(
    "某(?!公司|平台|网|商|店|[省市县区镇乡村州旗路街地]|企|科技|品牌|站|院|学校|[中小大]学|高校|项目|银行|酒店|小区|社区|群|软件|游戏|[Aa]|论坛|直播|单位|部门|机构|工作室|[楼号月日年])|(?<![0-9])[0-9]{1,2}(?:周)?岁|男孩|女孩|男童|女童|男生|女生|儿子|女儿|受害|被害|被[骗打殴欺侵拍辱]|[一二两三该其]名?(?:未成年|学生|小学生|中学生|儿童|孩子)|小[一-鿿](?=[（(，在被的因遭系]|就读)|小[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔崔毛邱秦史顾侯邵孟段钱汤尹黎易乔贺龚雨](?!区|学)|其[子女孙妹弟]|少年|少女|化名"
)
_STRONG = re.compile("(?<![0-9])[0-9]{1,2}(?:周)?岁|受害|被害|就读|在读|被[骗打殴欺侵拍辱]")
_STAFF = re.compile("的?(?:教师|老师|副?校长|保安|教职工|职工|食堂|教务|班主任)")
_PUBLIC = re.compile("宣讲|宣传|讲座|开展|组织|走进|举办|师生|课堂|志愿|开学第一课|全体|招生")
_ENROLLED = re.compile("就读|在读|上学|学生|年级|班|读书|念书")
_ONE_OF_A_PLACE = re.compile(
    "(?<![某各全本该多外])[市县区](?:职业)?(?:中专|高中|职高|职中|卫校|艺校|体校|技校)"
)
"""Schools of which a place has few."""


def minors(text: str) -> Iterator[Finding]:
    """A text has no minor together with the name of a school."""
    for match in _SCHOOL.finditer(text):
        start, end = _school_start(text, match), match.end()
        if start is None or _STAFF.match(text, end):
            continue
        before, after = _around(text, start, end)
        around = f"{before}\n{text[match.start() + 2 : end]}{after}"
        if not (_CHILD.search(around) and _PERSON.search(f"{before}\n{after}")):
            continue
        if not _PUBLIC.search(around) or _STRONG.search(around):
            yield Finding("minor-identified", start, end)


def _school_start(text: str, school: re.Match[str]) -> int | None:
    """Where the name of a school begins; None if the words before do not name it."""
    words = _NAME.search(text, max(0, school.start() - 14), school.start())
    name = words[0] if words else ""
    name = name[lead.end() :] if (lead := _LEAD_IN.match(name)) else name
    is_numbered = bool(re.match(_NUMERAL, school[0]))
    place = (_PLACE_BEFORE if is_numbered else _PLACE).match(name)
    name = name[place.end() :] if place else name
    is_local = bool(
        place and _ONE_OF_A_PLACE.search(text, school.start() - len(name) - 2, school.end())
    )
    if re.search("[某×*]", name) or (_NO_NAME.fullmatch(name) and not (is_numbered or is_local)):
        return None
    return school.start() - len(name)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence before and after a span; with the one before it where a pupil is spoken of."""
    sentences = re.split("[。；！？\n]", text[max(0, start - 80) : start])
    after = re.split("[。；！？\n]", text[end : end + 60])[0]
    is_told = len(sentences) > 1 and _ENROLLED.search(sentences[-1] + after)
    return "，".join(sentences[-2:] if is_told else sentences[-1:]), after
