"""People mentions: every number of people that a text writes, whoever they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.importer.written_numbers import HAN_COUNT, whole_number


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of people in a text; `count` is None if it is only an order of magnitude."""

    start: int
    end: int
    count: int | None
    is_exact: bool
    """False for 60余名, whose count is the 60 at least, and for 一名, which often is an article."""


_INDEFINITE = (
    "地|市|县|区|省|镇|乡|村|旗|平台|论坛|网(?![上络购恋友])|公司|企业|集团|单位|部门|机构|局|APP|App|软件|"
    "短视频|直播|社交|电商|微信|QQ|高校|学校|中学|小学|大学|学院|医院|银行|酒店|商场|商|店|小区|快递|物业|"
    "科技|文化|传媒|自媒体|品牌|群(?!发)|种|个|些|项|款|类|日|天|月|次|时"
)
_FIRM = (
    "粮油|餐饮|服装|健康管理|美容|医疗|贸易|物流|食品|家居|珠宝|建材|汽修|汽车|加油站|药[店房]|制造|"
    "五金|果蔬|火锅|烧烤|奶茶|超市|宾馆|旅馆|旅行社|民宿|景区|职业|"
    "(?:(?!某|成立|注册|经营|任|的|将|在|为|以|从|向|被|开设|入职|利用|通过|购买|系|是|与|和)[一-鿿]){1,10}"
    "有限(?:责任)?公司"
)
"""What follows 某 in the name of a firm, as 某粮油店."""
MASKED = (
    "[一-鿿](?<![在对将为有该是由被给把到等的了至因以用自系某个])某"
    f"(?!{_INDEFINITE}|{_FIRM})(?:某|[甲乙丙丁戊己](?![一-鿿]?公司))?(?:[一-鿿](?=等))?"
)
"""A masked name, as 李某, 王某某 and 张某甲."""
_PAIRED = "夫妻|夫妇|兄弟|姐妹|姐弟|兄妹|父子|母子|父女|母女|情侣|师徒"
_COUNTED = re.compile(
    r"(?<![第前每均第0-9.〇零○一二两三四五六七八九十百千万])"
    r"(?P<about>超过|超|逾|近|将近|约|大约|上|数|几|至少|不少于|多达)?\s?"
    rf"(?P<n>[0-9]{{1,3}}(?:，[0-9]{{3}})+(?![0-9])|[0-9]+(?:\.[0-9]+)?万?|{HAN_COUNT}+万?)\s?"
    r"(?P<more>[余多来几]万?)?\s?(?:名|个人|人|位)"
    r"(?!次|民|均(?=[价量摊地产衡每])|份|工|气|像|脸|格|头|口|为|称|单|义|额|片|牌|誉|册|机|间|一[组机卡]|[以之]?上限)"
)
_COUPLE = re.compile(
    f"一家(?P<family>[三四五六七3-7])口|(?:{_PAIRED})(?:俩|档)(?!等)|夫妇(?![二两三等])|(?<!{HAN_COUNT})(?P<pair>俩|仨)(?!月)|一男一女"
)


def mentions(plain: str) -> Iterator[Mention]:
    """Every number of people of a normalized text, in its order."""
    found = [_mention(match) for match in _COUNTED.finditer(plain)]
    taken = {place for one in found for place in range(one.start, one.end)}
    for match in _COUPLE.finditer(plain):
        if match.start() not in taken:
            family = whole_number(match["family"]) if match["family"] else None
            count = family or (3 if match["pair"] == "仨" else 2)
            found.append(Mention(match.start(), match.end(), count, is_exact=True))
    yield from sorted(found, key=lambda one: one.start)


def _mention(match: re.Match[str]) -> Mention:
    number, more = match["n"], match["more"]
    is_han = re.match(HAN_COUNT, number) is not None
    is_pair = is_han and len(number) > 1 and not re.search("[十百千拾佰仟廿卅]", number)
    count = None if is_pair else whole_number(number)
    is_rough = bool(more or (match["about"] and match["about"] not in ("多达",)))
    if is_rough and (is_han or more != "余"):
        count = None
    is_exact = not is_rough and number != "一"
    return Mention(match.start("n"), match.end(), count or None, is_exact)
