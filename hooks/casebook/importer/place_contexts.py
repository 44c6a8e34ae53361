"""Contexts of places: what the words around a name say of the place that it names."""

from __future__ import annotations

import re
from enum import Enum

_QUALIFIERS = (
    r"(?:省市县三?级?|市县(?:两级)?|市区|省市|区县|两级|三级|[两三四五][地市县省区]|各地|本地|当地|属地|辖区|城区|[省市县区州旗盟师]"
    r"|某[市县区旗地]|铁路|机场|港航|港口|港|航运|水上|海事|森林|矿区|油田|边境|互联网|金融|知识产权|公交|地铁|轨道交通"
    r"|(?:国家)?(?:经济|高新)?(?:技术)?(?:产业)?开发区?|高新区?|经开区?|示范区|综改示范区|综改区|新区|新城|度假区|园区|风景区"
    r"|(?:综合)?保税区|产业园区|管理区|自贸区|临空经济区|第[一二三四五六七八九十]+|市?中级|高级|基层|运输){0,6}"
)
_POLICE = (
    r"(?:公安(?!部)(?:局|厅|机关|分局|处)?|警方|警察|民警|网警|刑警|特警|交警|巡警|网安|刑侦|经侦|反诈|反电诈|警务|派出所|分局(?!长)|市局"
    r"|专案组|治安(?:总队|支队|大队)|边检|边境管理|海警|(?:海关)?缉私|国家?安(?:全局|全机关)"
    r"|局(?=网安|刑侦|经侦|民警|党委|[，。、\n接对依联侦破抓查打将根据]|\Z))"
)
_REGULATOR = r"(?:网信|通信管理局|通管局|市场监督?管?|文旅|文化执法|文化市场|版权局)"
_COURT = r"(?:人民检察院|检察院|检察机关|检方|人民法院|法院|中院|高院)"
_BUREAU = r"(?:(?![某被在将把与和向对联会])[一-鿿]){2,8}?(?:公安分局|分局(?!长)|公安处)"
UNIT = re.compile(
    rf"{_QUALIFIERS}(?:{_POLICE}(?:{_BUREAU})?"
    r"(?:网安(?:总队|支队|大队|部门)?|刑侦(?:总队|支队|大队)|反诈中心|[一-鿿]{2,8}?派出所)?"
    rf"|{_COURT}|{_REGULATOR}(?:办|部门|局)?|{_BUREAU})"
)
"""The rest of a unit's name after that of its place."""
_OF_COURT = re.compile(rf"{_QUALIFIERS}{_COURT}")
_TAIL = (
    r"(?:网安|刑侦|反诈|经侦|治安)?(?:总队|支队|大队|中队|部门|民警|中心)?"
    r"(?:的)?(?:大力|密切|积极|鼎力|有力|全力)?"
)
_HELPED = re.compile(
    _TAIL + r"(?:(?:配合|协助|支持|帮助|协作|指导|指挥|统一指挥|组织|统筹|部署|领导)下"
    r"|(?:推送|通报|移交|移送|转递|提供|下发|转来|转办|交办|下达)(?:的|来的|了)?(?!一起|[一二两三四五六七八九十0-9]+起)"
    r"[^，。；]{0,8}(?:线索|指令|协查|函)"
    r"|(?:配合|协助|支援)(?=[^，。；]{0,12}(?:警方|公安|网安|分局)))"
)
"""What comes after a unit that only helped, or led."""
_JOINED = re.compile(r"(?:会同|联合|协同)\Z")
_ASKED = re.compile(
    r"(?:会同|联合|协同|协调|商请|联系|通知|通报给?|移交给?|移送给?|转递给?|交由|函告|提请|报请|报送|与|和|同|跟)"
    r"(?:[^，。；]{0,6}[、和与])?\Z"
)
"""What comes before a unit that acted only beside another."""
_HANDED = re.compile(r"(?:移送|移交|报送)[至给]?\Z")
"""What comes before prosecutors who got a case."""
_TOLD_BY = re.compile(r"(?:接到?|收到|根据|依据|按照)[^，。；]{0,4}\Z")
_TELLS = re.compile(_TAIL + r"[^，。；]{0,10}?(?:线索|协查|指令|交办|来函|通报)")
_FAKED = re.compile(
    r"(?:冒充|假冒|自称|谎称|伪装成?|声称|仿冒|冒用|假扮|冒名|伪造|辱骂|侮辱|诽谤|抹黑|诋毁|殴打)(?:是|为|系|成|自己是|来自)?"
    r"[^，。；]{0,3}\Z"
)
_PAST = re.compile(r"曾(?!某)[^，。；]{0,14}\Z")
_ROAD = re.compile(
    r"(?:[东西南北中上下内外前后新老]|[一二三四五六七八九十])?(?:路(?!桥|演)|街|大街|大道|道(?=[0-9一二三四五六七八九十]|与|口)|巷|胡同"
    r"|高速|国道|立交|大桥|大厦|广场|新村|花园|小区)"
)
_FIRM = re.compile(
    r"[市省区县]?(?:(?![人等在被将与和开设立办利用仔])[^，。；、：\s]){0,12}?"
    r"(?:公司|集团|银行|分行|支行|大学|学院|中学|小学|学校|幼儿园|医院|企业|工厂|研究院|研究所|日报|晚报|早报|都市报|电视台|卫视|药业|证券)"
)
_SHOP = re.compile(
    r"[市省区县]?(?:(?![人等在被将与和开设立办利用])[^，。；、：\s]){0,10}?"
    r"(?:酒店|宾馆|饭店|商场|超市|网站|平台|网吧|门店|网店|药店|工作室|车站|机场|医美|机构)"
)
_NATIVE = re.compile(
    r"[市省区县州]?(?:籍|户籍|户口|口音|方言|老乡|人(?=[，。、；）：和及与\s]|\Z|[一-鿿]某))"
)
_OF_PERSON = re.compile(
    r"(?:户籍(?:地|所在地)?|籍贯|祖籍|原籍|老家|家住|现住|住址|住所地?|暂住|出生于|来自|毕业于|就读于|定居|居住|住)(?:在|为|系|是|于|：)?\Z"
)
_MOVED = re.compile(
    r"(?:赴|前往|逃往|逃至|逃到|潜逃至?|逃窜至?|窜至|流窜至?|转战|辗转|奔赴|押解|押回|从|来自|途经|赶到|赶赴|赶往|抵达|藏匿[于在]?|躲藏[于在]?"
    r"|躲[在至到]|往返|返回|发往|寄往|销往|飞抵|移居|偷渡[至到]?|出境至)[^，。；]{0,6}\Z"
)
_CAUGHT = re.compile(
    r"[^，。；]{0,16}?(?:抓获|落网|被抓|归案|抓捕|落脚|擒获|捉获|到案|抓回|查获|收网)"
)
_RUMOURED = re.compile(
    r"(?:编造|散布|谎称|造谣|传播|捏造|杜撰|虚构|谣传|声称|称|发布|转发|骗取|销售|贩卖|出售|购买|受害人|被害人)[^，。；]{0,8}\Z"
)
_SEVERAL = re.compile(
    r"[省市]?(?:等(?:[0-9一二两三四五六七八九十多]*个?)?(?:余个?)?(?:地|省|市|区|县|国)|[两三四五六七八九十多]个?(?:地|省|市)|各地|全国)"
)
_LISTED = re.compile(r"[省市区县]?(?:[、和及与]|以及)")
_ACTS = re.compile(
    r"[市省区县州]?(?:成功|依法|快速|迅速|全力|集中|严厉|一举|重拳|连续|及时|首次)*"
    r"(?:侦破|破获|查处|侦办|打掉|捣毁|摧毁|抓获|通报|公布|查获|处罚|端掉|铲除|侦结|斩断|打击|刑拘|行拘|拘留|发布|披露)"
)
_BEGINS = re.compile(r"(?:\A|[，。；：！？\n（(【「]|[年月日]|近日|日前|近期|由)\s*\Z")
_LOCATED = re.compile(r"(?:\A|[，。；：！？\n]|在|于|位于|[年月日]|近日|日前)\s*\Z")
_BEFORE = 24


class Role(Enum):
    """What a text says of a place."""

    POLICE = "police"
    """It names the police unit, or the regulator, that acted."""
    COURT = "court"
    """It names the prosecutors or the court that acted."""
    BESIDE = "beside"
    """It names a unit that acted beside another."""
    SITE = "site"
    """It names where something happened."""
    NONE = "none"
    """It names a road, a firm, where someone comes from or fled to, or a unit that only helped."""


def role_of(text: str, start: int, end: int, is_listed: bool = False) -> Role:
    """The role of the place that a text names from `start` to `end`.

    `is_listed` tells of the last place of a list, which begins at `start`: 云南、广西.
    """
    before = text[max(0, start - _BEFORE) : start]
    if _ROAD.match(text, end) or _FAKED.search(before) or _PAST.search(before):
        return Role.NONE
    if unit := UNIT.match(text, end):
        if _HANDED.search(before) and _OF_COURT.match(text, end):
            return Role.COURT
        if _is_helper(text, before, unit.end()):
            return Role.BESIDE if _JOINED.search(before) else Role.NONE
        return Role.COURT if _OF_COURT.match(text, end) else Role.POLICE
    if is_listed:
        return Role.NONE
    if _ACTS.match(text, end) and _BEGINS.search(before):
        return Role.POLICE
    if _NATIVE.match(text, end) or _OF_PERSON.search(before) or _FIRM.match(text, end):
        return Role.NONE
    if _SEVERAL.match(text, end) or _MOVED.search(before) or _RUMOURED.search(before):
        return Role.NONE
    if _CAUGHT.match(text, end) or _SHOP.match(text, end) or _is_first_of_list(text, end):
        return Role.NONE
    return Role.SITE if _LOCATED.search(before) else Role.NONE


def _is_first_of_list(text: str, end: int) -> bool:
    return (
        re.match(r"[省市区县]?、[一-鿿]{2,12}(?:、|等|[两三四五六七八九]地)", text[end : end + 20])
        is not None
    )


def _is_helper(text: str, before: str, end: int) -> bool:
    if _HELPED.match(text, end) or _ASKED.search(before):
        return True
    return _TOLD_BY.search(before) is not None and _TELLS.match(text, end) is not None


def is_listed(text: str, end: int, start: int) -> bool:
    """Whether two names stand beside each other in a list: 太原、大同."""
    return _LISTED.fullmatch(text, end, start) is not None


def is_bureau(text: str, end: int) -> bool:
    """Whether a name is that of a bureau of a district: 朝阳分局, 朝阳公安分局."""
    return re.match("(?:公安)?分局", text[end : end + 4]) is not None


def is_station(text: str, end: int) -> bool:
    """Whether a name is that of a police station, which is rarely called after a district."""
    return text.startswith("派出所", end)
