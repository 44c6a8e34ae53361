"""Patterns of bulletins: numbers, openings of cases, and text that is not part of a case."""

from __future__ import annotations

import re

from casebook.importer.written_numbers import whole_number

_PUNCTUATION = str.maketrans(
    ",:;?!()．０１２３４５６７８９％[]【】", "，：；？！（）.0123456789%【】【】"
)


def normalized(text: str) -> str:
    """The text with digits and punctuation of normalized width, at unchanged positions."""
    return text.translate(_PUNCTUATION)


HAN_NUMBER = "[一二三四五六七八九十百〇零]{1,5}"
NUMBER = rf"(?:[0-9]{{1,3}}|{HAN_NUMBER})"

TOTALS = re.compile(
    "(?:以来|期间|全年|截至|目前)[^。]{0,80}(?:共|累计|先后|已)?[^。]{0,16}(?:案件|"
    "刑事案|行政案)[0-9.余多万]*起"
    "|(?:侦破|破获|查处|侦办|办理)[^。]{0,24}案件?[0-9.]+[余多万]*起[^。]{0,40}抓获"
    "|(?:各市|各地|全省|全市|全国|各级)公安机关[^。]{0,40}(?:先后|共|累计|已)|从[^。]{2,8}看，"
    "|公安机关[^。]{0,60}(?:持续|高度重视|深入推进|统一部署|重拳)"
    "|^(?:今年以来|近年来|近期以来|去年以来|20[0-9]{2}年以来)[^。]*(?:全[国省市县区]|各地|部署|专项|行动)"
    "|(?:打掉|破获|侦破|捣毁)[^，。]{0,16}(?:团伙|窝点|案件)[0-9]{2,}[余多]?个?[，、][^。]{0,8}(?:抓获|刑拘)"
)
"""Totals and resolutions, which belong to the lead."""

_ANNOUNCES = re.compile(
    "(?:公布|通报|发布|选取|曝光|推出|公开)[^。]{0,40}(?:典型|案例)|典型案(?:例|件)|(?:予以|集中|现将[^。]{0,40})(?:公布|通报|发布|曝光|"
    "公示)|如下[：。]?$"
)

OUTCOME = re.compile(
    "抓获|归案|到案|被抓|落网|强制措施|刑拘|拘留|移送|移诉|起诉|判处|判决|处罚|打掉|捣毁|摧毁|批评教育|罚款|"
    "破案|告破|侦破|破获|批捕|逮捕|取保|训诫|立案|警告|责令|涉嫌[^，。]{2,20}罪"
)
_YEAR = (
    r"(?:20[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2})\s?年|[今去前同当本]年|近日|"
    r"日前|近期|同月"
)
_MONTH = r"[0-9]{1,2}\s?月"
OPENING = re.compile(
    r"(?:据悉，|其中，|针对[^，。]{2,20}，)?自?"
    rf"(?:(?P<since>(?P<year>{_YEAR})|{_MONTH})(?![^，。]{{0,6}}以来)|"
    rf"[一-鿿]{{2,14}}(?:公安|警方|网安|网警|分局|派出所|民警))"
)
"""The beginning of the first paragraph of a case without a marker."""


CLEARED = re.compile(
    "(?:^|(?<=[。；]))(?:如|其中，)?(?P<n>[一-鿿]{2,16}?(?:公安(?:机关|"
    "局)?(?:网安部门)?|警方)?(?:成功)?"
    "(?:侦破|打掉|破获|铲除|捣毁|摧毁|查处|侦办))"
)
"""The beginning of the sentences on one of several cases in a paragraph."""


def announces(text: str) -> bool:
    """Whether a paragraph presents the cases of a bulletin and is not one itself."""
    return _ANNOUNCES.search(normalized(text)) is not None


def number_in(text: str) -> int:
    """The number written as 12, 一百零五 or ①; 0 if there is none."""
    return whole_number(text) or 0
