"""Evidence on a date: whether it says when the police acted, or when something else was done."""

from __future__ import annotations

import re
from enum import IntEnum

from casebook.importer.date_mentions import Mention


class Told(IntEnum):
    """What a text tells of a date, from the least to the most to go by."""

    NOTHING = 0
    """A period, a later step, a publication, or something beside the case."""
    DEED = 1
    """What a suspect or victim did on that day."""
    DEED_AND_POLICE = 2
    """A deed that a police act follows, which may be of another day."""
    POLICE = 3
    """A report to the police, or what they did."""


_UNIT = (
    "(?<!冒充)(?<!自称)(?<!假冒)(?<!伪装)(?:公安|警方|警察|民警|网警|网安|刑警|辅警|派出所|分局|"
    "专案组|[支大总]队|反诈中心|市局|县局|区局|专班)"
)
_ACT = (
    "被抓|抓[了]?(?=[0-9一二两三四五六七八九十]+[名人])|押回|带走|一锅端|端掉|动手|关停|清理|侦破|破获|破案|告破|打掉|捣毁|摧毁|端掉|铲除|斩断|抓获|抓捕|缉捕|擒获|落网|归案|到案|投案|自首|"
    "查获|查处|查明|查实|查封|立案|侦办|侦查|接警|出警|收网|刑拘|刑事拘留|行政拘留|强制措施|传唤|专案|"
    "巡查|摸排|排查|研判|工作中?发现|线索|接报|受理|"
    "(?:接|收)到?[^，。]{0,16}(?:报警|报案|举报|线索|指令|反映|预警|警情|移交|推送|求助|投诉|转递|通报|移送|报告)"
)
_ACTS = re.compile(_ACT)
_POLICE = re.compile(f"{_UNIT}|{_ACT}")
_REPORTED = re.compile(
    "(?:报警|报案|报了警|报了案|(?<!平台)(?<!网站)举报(?!线索|奖)|向[^，。]{0,12}(?:公安|警方|民警|派出所|分局)[^，。]{0,6}(?:求助|反映|举报))"
    "(?!的|人|后[，。]|电话|材料|记录)|接报|(?:报警|报案)后，?[^，。]{0,12}(?:民警|警方|公安|分局|派出所)"
)
_NOTICED = re.compile("投诉|反映|求助|察觉|发现")
_REPORTED_AT_ONCE = re.compile(
    "[^，。；]{0,8}?(?:接到?[^，。；]{0,6}(?:报警|报案|举报)|接报|报警|报案)(?!以来)"
)
_DEED = re.compile(
    "[一-鿿]某(?!地|市|县|区|旗|州|局|分局|派|支|大队|网|公安|公司|平|科|小区|企|学|村|单|店|镇|乡|街)"
    "|女士|先生|受害人|被害人|事主|市民|居民|村民|网民|网友|有人|一名|一男子|一女子|学生|老人|家长|"
    "嫌疑人|行为人|团伙|该公司|不法"
    "|注册|成立|购买|通过|为谋|为牟|为了?吸引|开设|非法获取|利用|伙同|结识|加入|入职|出于|编造|发布|传播|散布|"
    "发帖|转发|组建|搭建|招募|冒充|自称|被骗|损失|转账|汇款|拍摄|上传|收购|出售|贩卖|实施|从事|策划|纠集|雇"
)
_PASSIVE = re.compile(
    "[，]?(?:(?:犯罪|违法)?嫌疑人)?[一-鿿]某{1,2}[甲乙丙]?(?:等[^，。]{0,4}人)?"
    "(?:(?:再次|再度|又)?因(?:涉嫌|[^，。被]{0,16}(?=被))[^，。被]{0,24})?(?:，)?(?:被|在[^，。被]{0,16}被|主动|迫于[^，。]{0,8}|到)[^，。]{0,16}?"
    "(?:抓|拘留|刑拘|强制措施|传唤|控制|投案|自首|到案|归案|落网|立案|查获)"
)
_TAKEN = re.compile(f"[，]?(?:将|把|对)[^，。]{{0,20}}(?:{_ACT})")
_LATER_STEP = re.compile(
    "判决|宣判|判处|一审|二审|终审|公诉|起诉|批准逮捕|批捕|检察|法院|审查起诉|移送(?!线索|的)|开庭|审理|生效|集中返赃|返还"
)
_ANNOUNCED = re.compile(
    "通报|公布|发布会|(?<!中)获悉|[会报]中获悉|介绍|披露|曝光|部署|召开|启动(?!专案|侦查|调查|核查)|"
    "施行|实施(?=[，。]|以来)|颁布|修订|开展[^，。]{0,12}(?:专项|行动|宣传|活动)"
)
_SINCE = re.compile(
    "[^，。；]{0,2}?(?:以来|(?<![一两几二三四五六七八九十0-9])起(?!诉|获|底)|开始|至今|之?前(?=[，])|间(?=[，]))|[^，。；]{0,10}?期间"
)
_ASIDE_BEFORE = re.compile(
    "(?:系|是|为|属|(?:系|是|为|视频|图片|照片|画面|内容|事件|旧闻)[^，。]{0,4}发生于|(?:拍摄|发布|来源|源|注册|成立|建立|创建|制作|始|(?<!发)生|毕业|摄|形成|上传|流传|入职|刊登)于|"
    "曾[^，。]{0,4}|早在|截[至止]到?|截止|生效|修订|名为|题为)$"
)
_DONE_BY = re.compile("由|被")
_OBJECT_BEFORE = re.compile("[将把用对以了过的](?!年)$")
_ASIDE_AFTER = re.compile(
    "的(?!一|某|当|上午|下午|凌晨|晚|行动|集中|专项|收网|抓捕|统一)|[一-鿿]{0,8}(?:旧事|旧闻|旧视频|旧照)|《"
)
_TOLD_BEFORE = re.compile(
    "(?:报警|报案|反映|举报|求助|线索|供述|交代|交待|查明|发现|核实|供认)[^。；]{0,14}?(?P<how>称|说|，|：)"
)
_INQUIRY = re.compile(
    "(?:法院|检察院|检察机关|公安机关|警方|民警)?(?:经|据|现已|现)[^，。]{0,10}?(?:查明|审理|审查|审讯|讯问|核实|核查|调查|查实|了解|供述|交代|交待|供认|查)[^，。]{0,4}[，：]"
)
_PREVIOUS = re.compile("曾|前科|刑满|释放后|劣迹|累犯")
_SENTENCE = re.compile("[。；！？\n]")


def told_of(plain: str, mention: Mention, end: int) -> Told:
    """What a normalized text tells of a date until `end`, where the next one begins."""
    before = _sentence_before(plain, mention.start)
    after = plain[mention.end : end]
    if is_aside(plain, mention):
        return Told.NOTHING
    told = _told(after)
    if timed := _TIMED.search(before):
        return Told.DEED if timed["of"] == "案发" else Told.POLICE
    if _by_unit(before, after):
        told = Told.POLICE
    if _PREVIOUS.search(re.split("[，：]", before)[-1]):
        return Told.NOTHING
    if is_period(plain, mention):
        if mention.until is None or told is not Told.POLICE:
            if _REPORTED_AT_ONCE.match(after):
                return Told.POLICE
            is_report = told is Told.POLICE and mention.written.month and mention.until is None
            return Told.DEED_AND_POLICE if is_report else Told.NOTHING
        return told
    if _INQUIRY.match(before):
        return told if told is Told.POLICE and _acts(after) else Told.NOTHING
    reported = _TOLD_BEFORE.search(before)
    if reported and not (told is Told.POLICE and reported["how"] == "，"):
        return min(told, Told.DEED)
    return told


def _told(after: str) -> Told:
    clause = re.split("[，：]", after.lstrip("，"), maxsplit=1)[0]
    police, deed = _POLICE.search(after), _DEED.search(after)
    announced, later = _ANNOUNCED.search(clause), _LATER_STEP.search(after)
    if _REPORTED.search(after):
        return Told.POLICE
    if announced and not _acts(clause):
        return Told.DEED_AND_POLICE if _acts(after[len(clause) + 1 :]) else Told.NOTHING
    if later and not (police and police.start() < later.start() and _acts(after)):
        is_first = deed is None or later.start() < deed.start()
        is_of_police = later[0].startswith(("移送", "审查起诉")) or police is not None
        return Told.NOTHING if is_first and not is_of_police else Told.DEED
    if _PASSIVE.match(after) or _TAKEN.match(after):
        return Told.POLICE
    if police is None:
        return Told.DEED_AND_POLICE if _NOTICED.search(after) else Told.DEED
    return Told.DEED_AND_POLICE if deed and deed.start() < police.start() else Told.POLICE


def _by_unit(before: str, after: str) -> bool:
    """Whether a date follows the unit that acted: 某分局5月9日将其抓获."""
    clause = re.split("[，：]", before)[-1]
    first = re.split("[，：]", after)[0]
    is_told = _acts(after) or _NOTICED.search(first)
    return bool(_UNIT_LAST.search(clause) and is_told and not _ANNOUNCED.search(first))


_UNIT_LAST = re.compile(f"{_UNIT}[^，。对将]{{0,6}}$")
_TIMED = re.compile("(?P<of>[一-鿿]{0,2})时间(?:为|是|：)?$")


def _acts(text: str) -> bool:
    """Whether a text names an act of the police, not only a unit."""
    return bool(_ACTS.search(text))


def is_aside(plain: str, mention: Mention) -> bool:
    """Whether a date only describes a thing, as 2019年的视频, or a day up to which is counted."""
    before = plain[max(0, mention.start - 8) : mention.start]
    if _TIMED.search(before):
        return False
    if mention.written.month is None and _OBJECT_BEFORE.search(before):
        return True
    if _DONE_BY.match(plain, mention.end):
        return False
    return bool(_ASIDE_BEFORE.search(before) or _ASIDE_AFTER.match(plain, mention.end))


def is_period(plain: str, mention: Mention) -> bool:
    """Whether a date begins a period, as 2021年以来 and 2023年5月至8月."""
    before = plain[max(0, mention.start - 1) : mention.start]
    since = _SINCE.match(plain, mention.end)
    is_day = mention.written.day is not None and since is not None and since[0].endswith("期间")
    return bool(mention.until or (since and not is_day) or before in ("自", "从"))


def is_police_act(after: str) -> bool:
    """Whether the text after 近日 tells what the police did."""
    return _told(after) >= Told.DEED_AND_POLICE


def _sentence_before(plain: str, place: int) -> str:
    """The text of a sentence before a place, as far as it can tell of it."""
    return _SENTENCE.split(plain[max(0, place - _FAR) : place])[-1]


def sentence_end(plain: str, place: int) -> int:
    """The offset of the end of the sentence at a place, or of what can tell of it."""
    end = _SENTENCE.search(plain, place, place + _FAR)
    return end.start() if end else min(len(plain), place + _FAR)


_FAR = 200
"""Characters of a sentence beyond which nothing tells of a date."""
