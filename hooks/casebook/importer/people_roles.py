"""Roles of people: whether those that a text counts are suspects, by the words around them."""

from __future__ import annotations

import re
from enum import Enum

from casebook.importer.people_mentions import MASKED


class Role(Enum):
    """Who the counted people are."""

    CAUGHT = "caught"
    MEASURED = "measured"
    """Suspects against whom a measure was taken."""
    DOUBTFUL = "doubtful"
    """People who were caught, but are called employees, gamblers or the like."""
    GROUP = "group"
    """Suspects of whom no act of the police is told."""
    OTHER = "other"
    """Victims, the police, the public, suspects at large, and all of whom nothing is known."""


CATCHING = (
    "抓获|抓捕|捕获|擒获|缉捕|缉获|缉拿|抓到|抓住|查获|控制|到案|归案|落网|投案|自首|打掉|捣毁|"
    "带回|带离|一网打尽|一锅端|端掉|押回|带走|按住|被抓|抓了?(?=[0-9一二两三四五六七八九十])"
)
"""A pattern of the words for the arrest of a suspect."""
MEASURES = (
    "刑拘|刑事拘留|行政拘留|治安拘留|拘留|强制措施|刑事措施|逮捕|批捕|立案(?=侦查|调查|查处)|移送|起诉|公诉|判处|判刑|取保|"
    "处罚|警告|批评教育|训诫|罚款|查处|传唤|依法处理|打击处理|押解|监视居住"
)
"""A pattern of the measures that are taken against a suspect."""
SUSPECT = (
    "涉案(?=[0-9一二两三四五六七八九十])|嫌疑人|嫌疑人员|嫌犯|涉案人|涉案人员|犯罪分子|犯罪人员|犯罪成员|团伙成员|团伙骨干|违法人员|违法犯罪人员|行为人|被告人|被告|主犯|"
    "骨干|造谣者|造谣人员|散布者|黑客|黑中介|中介|内鬼|内应|卡农|卡商|号商|车手|操盘手|头目|组织者|不法人员|逃犯|案犯"
)
_VICTIM = "受害|被害|受骗|群众|事主|证人|伤者|死者|解救|失主"
_PUBLIC = (
    "刷手|水手|网民|网友|粉丝|用户|会员|学生|老人|居民|客户|民警|警力|警员|警务|干警|参赌|赌客|嫖|员工|兼职|公民|投手|主播|"
    "股东|家长|学员|患者|市民|村民|旅客|玩家|业主|车主|志愿|专家|观众|买家|消费者|商家|司机|求职|下线|代理(?!商)|记者|儿童|"
    "未成年|写手|账号|投资人|债主|借款人|顾客|乘客|店主|同学|同事|同伙"
)
_AMID = r"(?:人员|成员|共计|共|合计|累计|总计|多达|高达|达到|达|等|为|：|”|“|约|近|超|□|\s)*$"
_SUSPECT_LEFT = re.compile(f"(?:{SUSPECT})(?:{MASKED}[、及和]?)*{_AMID}")
_OTHER_LEFT = re.compile(f"(?:{_VICTIM}|{_PUBLIC})[^，。、将对把抓由]{{0,2}}?{_AMID}")
_SUSPECT_RIGHT = re.compile(f"(?:[^，。；]{{0,24}}?的)?[^，。；的被已]{{0,8}}?(?:{SUSPECT})")
_VICTIM_RIGHT = re.compile(f"[^，。；]{{0,6}}?(?:{_VICTIM})")
_PUBLIC_RIGHT = re.compile(f"(?:的)?“?[^，。；被已]{{0,6}}?(?:{_PUBLIC})")
_IS_SUSPECT_LEFT = re.compile(f"(?:{SUSPECT})(?:均|都)?(?:系|为|是)[^，。；]{{0,6}}$")
_CAUGHT_LEFT = re.compile(f"(?:{CATCHING}|抓了?(?=$))(?P<gap>[^0-9，。；]{{0,40}})$")
_MEASURED_LEFT = re.compile(f"(?:{MEASURES})(?P<gap>[^0-9，。；]{{0,20}})$")
_DONE = "(?:已经?|均|也|全部|悉数|都|先后|相继|陆续|依法|当场|主动|分别|同时|目前|现)*"
_CAUGHT_RIGHT = re.compile(f"[^，。；]{{0,30}}?(?:{CATCHING})")
_MEASURED_RIGHT = re.compile(f"[^，。；]{{0,30}}?(?:{MEASURES})")
_NEXT_CLAUSE = re.compile(
    f"[^，。；]{{0,24}}，{_DONE}(?:被[^，。；]{{0,8}}?)(?:{CATCHING}|{MEASURES})"
)
NAMED_LEFT = re.compile(f"(?:{MASKED}(?:、|和|及|与)?)+(?:等|共|这|一行)?$|为首的?$")
_GANG_RIGHT = re.compile(
    "(?:的)?(?:犯罪|作案|诈骗|盗窃|跑分|洗钱|水军|网络|黑客|跨境|□){0,3}(?:团伙|集团)"
)
_SUFFERED_RIGHT = re.compile("[^，。；]{0,8}?(?:报警|报案|被骗|受骗|上当|求助|受伤|死亡|损失|反映)")
_AT_LARGE_RIGHT = re.compile("[^，。；]{0,10}?(?:在逃|追捕|抓捕中|追逃|另案)")
_NEXT_COUNT = re.compile("，|、[^，。、]{0,10}?[0-9一二三四五六七八九十]+(?:名|人)")
_REFERRED = re.compile("(?:上述|以上|该|这)?")
"""What stands before a number of people who were named before: 3人共获利5万元."""
_ASIDE = re.compile("（[^（）]{0,16}）")
_LESSON = re.compile("批评教育|训诫|教育")
_PENALTY = re.compile("拘留|罚款|处罚|强制措施|刑拘")
_ACTED_ON = re.compile("(?:对|将|把|给予)[^，。；]{0,40}$")


def role_of(plain: str, start: int, end: int) -> Role:
    """Who the people counted at a place of a normalized text are."""
    before = _ASIDE.sub("", plain[max(0, start - 60) : start])
    left = re.split("[，。；：（\n]", before)[-1]
    left = re.split("[0-9一二三四五六七八九十]+(?:名|人)", left)[-1]
    right = re.split("[。；\n]", plain[end : end + 60])[0]
    clause = _NEXT_COUNT.split(right)[0]
    if _IS_SUSPECT_LEFT.search(left):
        return Role.GROUP
    if _SUFFERED_RIGHT.match(clause) or _AT_LARGE_RIGHT.match(clause):
        return Role.OTHER
    noun = "" if plain[end - 1] == "人" else clause  # 4人冒充记者 are no reporters
    if _VICTIM_RIGHT.match(noun):
        return Role.OTHER
    if _acted_on(left, clause):
        is_lesson = _LESSON.search(clause) and not _PENALTY.search(clause)
        return (
            Role.CAUGHT
            if _CAUGHT_RIGHT.match(clause)
            else Role.GROUP
            if is_lesson
            else Role.MEASURED
        )
    for known in (_by_left(left), _by_right(noun, right, clause)):
        if known is not None:
            return known
    is_group = (
        (not noun and _REFERRED.fullmatch(left) and re.search(MASKED, before))
        or _SUSPECT_LEFT.search(left)
        or _SUSPECT_RIGHT.match(noun)
        or NAMED_LEFT.search(left)
        or _GANG_RIGHT.match(clause)
    )
    is_led = NAMED_LEFT.search(left) is not None
    return Role.GROUP if is_group and (is_led or not _PUBLIC_RIGHT.match(noun)) else Role.OTHER


def may_be_suspects(plain: str, start: int, end: int) -> bool:
    """Whether nothing says that the people counted at a place are victims or the public."""
    left = re.split("[，。；、和及与]", plain[max(0, start - 20) : start])[-1]
    noun = "" if plain[end - 1] == "人" else re.split("[，。；、]", plain[end : end + 20])[0]
    return not re.search(f"{_VICTIM}|{_PUBLIC}", left + noun)


def _by_left(left: str) -> Role | None:
    """The role by a verb or a noun before the number."""
    is_other = _OTHER_LEFT.search(left) and not _SUSPECT_LEFT.search(left)
    if caught := _CAUGHT_LEFT.search(left):
        if re.search(_VICTIM, caught["gap"]):
            return Role.OTHER
        return Role.DOUBTFUL if is_other else Role.CAUGHT
    if is_other:
        return Role.OTHER
    if measured := _MEASURED_LEFT.search(left):
        return Role.OTHER if re.search(f"{_VICTIM}|{_PUBLIC}", measured["gap"]) else Role.MEASURED
    return None


def _by_right(noun: str, right: str, clause: str) -> Role | None:
    """The role by a verb after the number."""
    if _PUBLIC_RIGHT.match(noun):
        return None
    if _CAUGHT_RIGHT.match(clause):
        return Role.CAUGHT
    if _MEASURED_RIGHT.match(clause) or _NEXT_CLAUSE.match(right):
        return Role.MEASURED
    return None


def _acted_on(left: str, clause: str) -> bool:
    """Whether the police did something to the people counted, as 对3名网民予以处罚."""
    done = re.match(f"[^，。；]{{0,30}}?{_DONE}(?:{CATCHING}|{MEASURES})", clause)
    passive = re.match(
        f"[^，。；]{{0,6}}?{_DONE}被[^，。；]{{0,8}}?(?:{CATCHING}|{MEASURES})", clause
    )
    is_passive = passive and not re.search(_VICTIM, left[-8:])
    return bool(is_passive or (done and _ACTED_ON.search(left)))
