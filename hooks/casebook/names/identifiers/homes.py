"""Homes: addresses of persons down to the building or the door. Seats of firms are no homes."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.names.finding import Finding
from casebook.names.identifiers.masking import hidden_match, hidden_span

_NUMBER = (
    "(?:[A-Za-z]?[0-9]{1,5}[A-Za-z]?|[〇零一二三四五六七八九十百]{1,5}|[A-Za-z甲乙丙丁东西南北])"
)
_DASHED = "[A-Za-z]?[0-9]{1,3}[—–-][0-9]{1,2}[—–-][0-9]{1,4}(?![0-9—–-])"
_LEVEL = f"#?{_NUMBER} ?(?P<unit>号大?院|号楼|号|栋楼?|幢楼?|#楼?|座|单元|弄|层|楼|室|户|门|排|组|队|社|房)"
_ANY_LEVEL = _LEVEL.replace("?P<unit>", "?:")
_LAST = "(?:[0-9]{3,4}(?![0-9A-Za-z.余多万个名元年人])|[〇零一二三四五六七八九]{3,4}(?![〇零一二三四五六七八九十百千万]))"
_DOOR = re.compile(
    f"(?<![0-9A-Za-z〇零一二三四五六七八九十百.-])(?:{_ANY_LEVEL}(?:[内第附 —–-]{{0,2}}{_ANY_LEVEL}){{0,5}}(?:[ —–-]{{0,2}}(?:{_DASHED}|{_LAST}|[0-9]{{1,2}}[—–-][0-9]{{3,4}}(?![0-9])))?|{_DASHED})"
)
"""Building, entrance and door: numbers with their units."""
_LEVELS = re.compile(_LEVEL)
_IS_DASHED = re.compile("[0-9]+[—–-][0-9]+")
_NO_DOOR = re.compile(
    " ?(?:线|码|文|段店|令|嫌|召|公[告司]|发布|通[知报]|晚|上午|下午|[前以之]|建|织|系统|起|被告|车间|仓库|台风|机组|店铺?|馆|厅)"
)
_BUILDINGS = frozenset(
    ("号楼", "号院", "号大院", "栋", "栋楼", "幢", "幢楼", "#", "#楼", "单元", "室", "弄", "户")
)
_HOUSES = frozenset(("号楼", "栋", "栋楼", "幢", "幢楼", "#", "#楼", "座"))
_ENTRANCES = frozenset(("单元", "室", "门", "户"))
_GROUPS = frozenset(("组", "队", "社"))
_FLOORS = frozenset(("层", "楼"))
_PLAIN = frozenset(("号", "号院", "号大院", "弄"))
_SECTION = re.compile(
    f"[”」』’\"']?(?:内|的|(?<=[区园寓院村苑])里)?(?:第?(?:{_NUMBER}|[ⅠⅡⅢⅣ]|I{{1,3}})(?:期|区)|[东西南北中][区苑院]|地下室|(?:地下)?车库|储藏室|平房区?)?(?:第|的)?\\Z"
)
_ESTATE = re.compile(
    "(?P<core>.*?)(?:小区|社区|家园|花园|公寓|家属[院楼区]|宿舍[楼区]?|新村|住宅[楼区]?|佳苑|新苑|花苑|名邸|华府|华庭|雅居|庄园|公馆|[嘉名]园|[名新]城|府邸|名[都门]|(?<=[一-鿿]{2})[城郡邸墅轩阁湖]|天下|国际|山庄|别墅|(?:大|小|四合|干)院|[苑里湾郡庭府园])\\Z"
)
_CLOSED = re.compile("(?:小区|家园|花园|公寓|家属[院楼区]|宿舍[楼区]?|新村|苑)\\Z")
"""Estates whose houses have plain numbers."""
_STREET = re.compile("(?P<core>.*?)(?:大街|大道|[路街巷道弄里]|胡同)\\Z")
_VILLAGE = re.compile("(?P<core>.*?)(?:村|庄|屯|寨|堡|村委会?|大队|嘎查)\\Z")
_NO_HOME = re.compile(
    "(?:商|科技|影视|美食|电子|服装|汽配|建材|家居|物流|大学|古|县|文化|购物|灯饰|茶|数码|商贸|五金|双创|创新)城\\Z|(?:科技|产业|工业|创业|物流|软件|孵化|商务|公|校|陵|儿|乐|植物|动物|果|菜)园|医院|法院|检察院|学院(?![街路])|法庭|政府|大学|学校|中学|小学|校区|宾馆|酒店|大厦|写字楼|办公楼|综合楼|商场|市场|广场|中心|园区|厂区|车站|机场|监狱|看守所|地铁|公交|航站楼|教学楼|宫|寺|(?<!公)馆|库"
)
_NO_NAME = re.compile(
    "(?:该|本|此|各|这[个栋]?|那[个栋]?|一[个栋]|两个|某|涉案|居民|高档|封闭|上述|多个|为|老旧|所在|所住|居住|的|个|进|入|[东西南北])?"
)
_MASKED = re.compile("某|[×*＊○□]|(?<![A-Za-z])[A-Zx]{1,3}\\Z")
_BEFORE = re.compile("[一-鿿0-9A-Za-z×*＊“”‘’「」『』]{0,12}\\Z")
_LEAD_IN = re.compile(
    ".*(?:位于|[居住][所处](?:为|是)?|(?:地址|住址|房产|[他她其]家)(?:为|是)?|宿舍[为是]|(?:收货|暂住)[地处](?:为|是)?|租[下了]|买下|进入|[闯冲]进|敲开|民警|家住|住在|住址|[在于住到至从赴往])"
)
_LIVING = re.compile(
    "(?:家住|现住址?|住址|居住地址?|户籍地址?|户籍所在地|户口所在地|家庭(?:住址|地址)|经常居住地|暂住(?:地址?|处)?|现?居住?(?:[在于]|(?=[一-鿿]{2,6}[路街巷弄]))|[独同群寄旅定]居(?:[在于])?|家在|落脚点?|(?:藏[身匿]|躲藏?|窝藏|安家)(?:之?处)?|收[货件]地址|(?<![入居])住(?![院宿处所址宅建房户民]))"
    r"[:：为是在于 ]{0,2}(?P<place>[一-鿿0-9A-Za-z#() （）·—–-]{0,40})\Z"
)
_NO_PLACE = re.compile("[的在将被后时]")
_LIVED_IN = re.compile(
    "[^。；\n]{0,20}?(?:住所|住处|住宅|住家|[其他她]家(?![庭属人长])|家中|家里|家门|暂住|租住|自住|租房)"
)
_HOME_BEFORE = re.compile(
    "(?:住所|住处|住宅|其家|家中|家里)[^，。；\\n]{0,3}[(（，]?[^，。；\\n]{0,20}\\Z"
)
_FIRMS = "公司|企业|单位|店|工作室|厂|协会|网吧|酒店|宾馆|旅馆|民宿|商行|超市|银行|营业[厅部]|仓库|公安局|派出所|分局|支队|大队|检察院|法院|政府|委员会|居委会|医院|学校|学院|大学|机房|会所|门市|商铺|基地"
_SEATED = re.compile(
    f"(?:{_FIRMS})[^，。；\\n]{{0,8}}(?:位于|设在|设于|坐落|地处|搬[到至]|地址|住所地?|注册)[^，。；\\n]{{0,30}}\\Z|(?:注册|办公|营业|经营|活动|单位|公司|通信|联系|报名|领取)(?:地址|地点|场所|地)[^，。；\\n]{{0,30}}\\Z"
)
_FIRM_AFTER = re.compile(f"[内的里之]{{0,2}}[一-鿿]{{0,6}}?(?:{_FIRMS})")
_DOOR_PLATE = re.compile(
    f"门牌号?(?:码)?(?:[:：为是系]{{1,2}}\\s?(?P<place>{_ANY_LEVEL}(?:{_ANY_LEVEL}){{0,3}}[0-9]{{0,4}}|[0-9][0-9-]{{0,12}}[号室]?)|[:：为是系]{{0,2}}\\s?(?P<street>(?![为是系号码])[一-鿿]{{1,12}}(?:[路街巷道弄里村庄]|胡同){_ANY_LEVEL}(?:[一-鿿]{{0,4}}{_ANY_LEVEL})?|[0-9]{{1,4}}(?:-[0-9]{{1,4}}){{1,3}}))(?![余多]?[个块万张])"
)
_NAMED_GROUP = re.compile(
    "(?:家[住在]|[现暂]?住[在于址]?|户籍(?:地|地址)?)[:：为是]?(?P<place>[一-鿿]{2,16}村(?!民?某)[一-鿿]{1,3}[组队社])(?![一-鿿])"
)
_LODGING = re.compile("(?:酒店|宾馆|旅馆|民宿|医院|招待所)[0-9A-Za-z]{0,3}\\Z")
"""Where guests stay, in a room that is no home."""


def homes(text: str) -> Iterator[Finding]:
    """A text has no home address down to the building."""
    for match in _DOOR.finditer(text):
        if not _NO_DOOR.match(text, match.end()):
            start = _address_start(text, match)
            if start < match.start():
                yield hidden_span("home-address", text, start, match.end())
    if "门牌" in text:
        for match in _DOOR_PLATE.finditer(text):
            yield hidden_match("home-address", match, match.lastgroup or 0)
    if "村" in text:
        for match in _NAMED_GROUP.finditer(text):
            if not re.search(f"某|{_NUMBER}[组队社]", match["place"]):
                yield hidden_match("home-address", match, "place")


def _address_start(text: str, door: re.Match[str]) -> int:
    """Where the address that ends with a door begins; the start of the door if it is no home."""
    start, end = door.span()
    edge = start - 1 if text[start - 1 : start] == " " else start
    words = _BEFORE.search(text, max(0, edge - 12), edge)
    name = words[0] if words else ""
    name = name[lead.end() :] if (lead := _LEAD_IN.match(name)) else name
    units = ["#楼" if one[0].startswith("#") else one["unit"] for one in _LEVELS.finditer(door[0])]
    is_dashed = bool(_IS_DASHED.search(door[0]))
    living = _LIVING.search(text, max(0, start - 50), start)
    if living and living["place"] and not _NO_PLACE.search(living["place"]):
        is_door = is_dashed or any(unit not in _FLOORS for unit in units)
        return (
            living.start("place")
            if is_door and not _is_masked(name) and not _LODGING.search(name)
            else start
        )
    is_lived_in = bool(
        _LIVED_IN.match(text, end) or _HOME_BEFORE.search(text, max(0, start - 40), start)
    )
    if not _is_home(_SECTION.sub("", name).lstrip("“‘「『"), units, is_dashed, is_lived_in):
        return start
    is_seat = _SEATED.search(text, max(0, start - 50), start) or _FIRM_AFTER.match(text, end)
    return start if is_seat and not is_lived_in else edge - len(name)


def _is_masked(name: str) -> bool:
    """Whether the name before a door is masked or none, whatever stands before the name."""
    name = _SECTION.sub("", name).lstrip("“‘「『")
    match = _ESTATE.match(name) or _STREET.match(name) or _VILLAGE.match(name)
    core = match["core"][-2:] if match else name[-4:]
    return bool(_NO_NAME.fullmatch(core) or _MASKED.search(core))


def _is_home(name: str, units: list[str], is_dashed: bool, is_lived_in: bool) -> bool:
    """Whether a name and the units of the door after it are those of a home."""
    if _is_masked(name):
        return False
    kinds = set(units)
    if _VILLAGE.match(name) and kinds & _GROUPS:
        return True
    is_number = bool(units) and units[0] in _PLAIN
    if (_STREET.match(name) or _VILLAGE.match(name)) and is_number:
        is_court = units[0] != "号" and name.endswith(("巷", "胡同"))
        return len(units) > 1 or is_dashed or is_lived_in or is_court
    if _NO_HOME.search(name) and not is_lived_in:
        return False
    if _ESTATE.match(name):
        is_plain = kinds & {"号", "室"} and _CLOSED.search(name)
        return bool(is_dashed or kinds & _BUILDINGS or is_plain or kinds & {"排", "座"})
    return bool(kinds & _HOUSES and (kinds & _ENTRANCES or is_lived_in))
