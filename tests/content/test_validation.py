"""The models: what each field takes, and the whole message at its place for what it does not."""

# ruff: noqa: E501 - a message stays in one piece, so that it can be searched for

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from casebook.content.case_parts import (
    AlsoIn,
    Correction,
    People,
    Sum,
    Update,
    Victims,
    Withdrawal,
)
from casebook.content.field_types import Status
from casebook.content.front_matter import parse
from casebook.content.model import BulletinFields, CaseFields, Omitted
from casebook.content.page_model import (
    Charge,
    CorrectionsFields,
    Law,
    OffenceFields,
    PageFields,
    QuizCard,
    SearchFields,
)
from casebook.content.partial_date import PartialDate
from casebook.content.validation import validate
from casebook.law.proceedings.stage import STATED, Stage

from .small_site import BULLETIN, CASE, OFFENCE, PAGE, SEARCH, SUMMARY, written
from .steadily import steadily

BASES = {
    CaseFields: CASE,
    BulletinFields: BULLETIN,
    OffenceFields: OFFENCE,
    PageFields: PAGE,
    SearchFields: SEARCH,
    CorrectionsFields: {"title": "更正与撤回"},
}

ID = "2025-02-10-shanxi"


def fields(model, **changes):
    """The model of a valid file with some keys changed, which must stay valid."""
    document, problems = parse(written(BASES[model], changes), "x.md")
    found, more = validate(document, model)
    assert [*problems, *more] == []
    return found


def refused(model, **changes):
    """The printed problems of a valid file with some keys changed for the worse."""
    document, problems = parse(written(BASES[model], changes), "x.md")
    assert problems == []
    found, problems = validate(document, model)
    assert found is None
    return [str(problem) for problem in problems]


def given_in(model):
    """The values that a file gave, without defaults."""
    return {key: getattr(model, key) for key in model.model_fields_set}


# What is taken


def test_smallest_case():
    case = fields(CaseFields)
    assert given_in(case) == {
        "title": "王某某测试案",
        "date": PartialDate(2024, 4),
        "city": ("太原市",),
        "offence": ("网络测试",),
        "stage": Stage.CLEARED,
        "summary": SUMMARY,
    }
    assert (case.status, case.amount_label, case.amount, case.people) == (
        Status.PUBLISHED, "涉案金额", None, None,
    )  # fmt: skip
    assert case.figures == {}
    assert case.related == case.also_in == case.updates == case.corrections == case.aliases == ()


def test_smallest_bulletin():
    assert given_in(fields(BulletinFields)) == {
        "title": "某地公布典型案例",
        "publisher": "某地公安局",
        "published": date(2024, 9, 12),
        "expected": 1,
        "province": "山西省",
    }


def test_smallest_offence():
    assert given_in(fields(OffenceFields)) == {
        "title": "网络测试",
        "order": 1,
        "icon": "material/test",
        "summary": SUMMARY,
    }


def test_smallest_page():
    assert given_in(fields(PageFields)) == {"title": "关于"}


def test_smallest_search_page():
    search = fields(SearchFields)
    assert given_in(search) == {"title": "检索"}
    assert (search.summary, search.synonyms) == (None, ())


TAKEN = [
    (CaseFields, "date", "2024", PartialDate(2024)),
    (CaseFields, "date", "'2024-04-09'", PartialDate(2024, 4, 9)),
    (CaseFields, "city", "太原市", ("太原市",)),
    (CaseFields, "city", "[太原市, 大同市]", ("太原市", "大同市")),
    (CaseFields, "city", "重庆市", ("重庆市",)),
    (CaseFields, "city", "济源市", ("济源市",)),
    (CaseFields, "city", "全省", ("全省",)),
    (CaseFields, "offence", "[甲, 乙]", ("甲", "乙")),
    (CaseFields, "related", f"{ID}/04", (f"{ID}/04",)),
    (CaseFields, "related", f"[{ID}/04, {ID}/05]", (f"{ID}/04", f"{ID}/05")),
    (CaseFields, "related", "[]", ()),
    (CaseFields, "aliases", f"{ID}/04", (f"{ID}/04",)),
    (CaseFields, "province", "河南省", "河南省"),
    (CaseFields, "people", "12", People(count="12")),
    (CaseFields, "people", "{count: 12, at: 刑事拘留}", People(count="12", at="刑事拘留")),
    (CaseFields, "people", "999999999", People(count="999999999")),
    (CaseFields, "amount", "超500万元", Sum(text="超500万元")),
    (CaseFields, "victims", "{count: 30, loss: 120余万元}", Victims(count="30", loss="120余万元")),
    (CaseFields, "amount_label", "获利", "获利"),
    (CaseFields, "figures", "{扣押设备: 50余台, 比例: NO}", {"扣押设备": "50余台", "比例": "NO"}),
    (CaseFields, "title", "  王某某  测试案 ", "王某某 测试案"),
    (CaseFields, "title", "一二三案", "一二三案"),
    (CaseFields, "title", "长" * 59 + "案", "长" * 59 + "案"),
    (CaseFields, "summary", "长" * 20, "长" * 20),
    (CaseFields, "summary", "长" * 120, "长" * 120),
    (CaseFields, "summary", ">\n  " + "长" * 20 + "\n  短", "长" * 20 + " 短"),
    (CaseFields, "district", "007", "007"),
    (CaseFields, "status", "draft", Status.DRAFT),
    (CaseFields, "review_on", "2026-01-31", date(2026, 1, 31)),
    (CaseFields, "also_in", f"[{{bulletin: {ID}, number: 4}}]",
     (AlsoIn(bulletin=ID, number="4"),)),
    (CaseFields, "updates", "[{date: 2025-01, stage: 一审判决, note: 甲}]",
     (Update(date="2025-01", stage="一审判决", note="甲"),)),
    (CaseFields, "corrections", "[{date: 2025-01-02, note: 甲}]",
     (Correction(date="2025-01-02", note="甲"),)),
    (BulletinFields, "province", "全国", "全国"),
    (BulletinFields, "campaign", "净网2024", "净网2024"),
    (BulletinFields, "source_url", "https://example.cn/a?b=1#c", "https://example.cn/a?b=1#c"),
    (BulletinFields, "omitted", "[{number: 2, reason: 甲}]", (Omitted(number="2", reason="甲"),)),
    (OffenceFields, "aliases", "甲", ("甲",)),
    (OffenceFields, "charges", "[{name: 甲罪, slug: jia-zui, article: 第一条}]",
     (Charge(name="甲罪", slug="jia-zui", article="第一条"),)),
    (OffenceFields, "laws", "[{name: 甲法, article: 第一条, text: 乙, as_of: 2026-01-01}]",
     (Law(name="甲法", article="第一条", text="乙", as_of="2026-01-01"),)),
    (PageFields, "date", "2024-09", PartialDate(2024, 9)),
    (SearchFields, "synonyms", "[]", ()),
    (SearchFields, "synonyms", "[[帮信罪, 帮信], [AI, 人工  智能, 掩饰、隐瞒]]",
     (("帮信罪", "帮信"), ("AI", "人工 智能", "掩饰、隐瞒"))),
    (SearchFields, "synonyms", f"\n  - [帮信, {'长' * 30}]\n  -\n    - 开盒\n    - 人肉",
     (("帮信", "长" * 30), ("开盒", "人肉"))),
]  # fmt: skip


@pytest.mark.parametrize(("model", "key", "text", "value"), TAKEN)
def test_taken(model, key, text, value):
    assert getattr(fields(model, **{key: text}), key) == value


@pytest.mark.parametrize("stage", STATED)
def test_every_stage_is_taken(stage):
    assert fields(CaseFields, stage=stage.value).stage is stage


def test_withdrawn_case():
    case = fields(CaseFields, status="withdrawn", withdrawn="{date: 2025-01-02, reason: 甲}")
    assert case.status is Status.WITHDRAWN
    assert case.withdrawn == Withdrawal(date="2025-01-02", reason="甲")


def test_models_are_frozen():
    case = fields(CaseFields, figures="{甲: 1}", updates="[{date: 2024, stage: 侦破}]")
    with pytest.raises(ValidationError):
        case.title = "李某某测试案"
    with pytest.raises(ValidationError):
        case.updates[0].note = "乙"
    with pytest.raises(TypeError):
        case.figures["乙"] = "2"
    with pytest.raises(TypeError):
        fields(CaseFields).figures["乙"] = "2"


# What is refused

STAGES = (
    "可选：立案侦查、侦破、刑事拘留、采取刑事强制措施、不批准逮捕、移送起诉、提起公诉、一审判决、"
    "判决生效、再审、撤销案件、不起诉、判决无罪、行政处罚、批评教育。"
)
STATUSES = "可选：published、draft、withdrawn。"
FULL = "请写到日：这里只有年和月，还缺几号，写成 2024-04-09 这样。"
FULL_OF_YEAR = "请写到日：这里只有年，还缺几月几号，写成 2024-04-09 这样。"
IMPOSSIBLE = "请对照通报核对：没有这个月份或这一天。"
DATES = "请写成 2024、2024-04 或 2024-04-09 这样，月和日用两位数字。"
COUNTS = "请写 1 以上的整数，只用半角数字，不加单位。"
AMOUNTS = "请照通报写，数字写全，并以“元”结尾，如 超500万元、1.5亿元、3万5千元；外币请写在其他数据（figures）里。"
WRITE_TEXT = "请直接写文字；内容含有“: ”、[ 或 { 时，用引号括起来。"
WRITE_LIST = "请每项一行，以“- ”开头。"
WRITE_MAPPING = "请每行写一个“名称: 内容”，比上一级缩进两格。"
WRITE_CASE_ID = "请写成“通报文件夹名/两位编号”，如 2025-02-10-shanxi/04。"
CITIES = "县级名称请写在区县（district）；全省性案件写“全省”。"
URL = "请写以 https:// 开头的完整网址。"
COPIED = "请从浏览器的地址栏重新复制以 https:// 开头的完整网址。"
ONLY_HTTP = (
    "请把开头改成 https://，在浏览器里试试能不能打开；来源只有 http 的，不写网址，只写来源的标题。"
)
SPARE = "请写上内容，或删去这一行。"

# The first five keys of a small case stand on lines 2 to 6, its summary on line 7; then the added.
REFUSED = [
    # missing-field
    (CaseFields, {"title": None}, ["1:1: 缺少必填的标题（title）。请补上这一行。"]),
    (BulletinFields, {"expected": None}, ["1:1: 缺少必填的案例数（expected）。请补上这一行。"]),
    (CaseFields, {"updates": "[{date: 2024}]"},
     ["8:11: 缺少必填的后续进展·办理阶段（updates 第1项 stage）。请补上这一行。"]),
    (OffenceFields, {"charges": "[{name: 甲罪}]"},
     ["6:11: 缺少必填的罪名·地址（charges 第1项 slug）。请补上这一行。",
      "6:11: 缺少必填的罪名·条文（charges 第1项 article）。请补上这一行。"]),
    # unknown-field
    (CaseFields, {"titel": "甲"}, ["8:1: 没有“titel”这一项。最接近的写法：“title”。"]),
    (CaseFields, {"金额": "甲"}, ["8:1: 没有“金额”这一项。最接近的写法：“amount”。"]),
    (CaseFields, {"offence": None, "offense": "网络测试"},
     ["1:1: 缺少必填的类型（offence）。请补上这一行。",
      "7:1: 没有“offense”这一项。最接近的写法：“offence”。"]),
    (CaseFields, {"updates": "[{date: 2024, stage: 侦破, 备注: 甲}]"},
     ["8:35: 没有“备注”这一项。可以写的有：日期（date）、办理阶段（stage）、办理步骤（step）、说明（note）、来源网址（source_url）。"]),
    (CaseFields, {"also_in": f"[{{bulletin: {ID}, number: 1, x: 1}}]"},
     ["8:52: 没有“x”这一项。可以写的有：通报（bulletin）、编号（number）。"]),
    (CaseFields, {"status": "withdrawn", "withdrawn": "{date: 2024-01-01, reason: 甲, 说明: 乙}"},
     ["9:42: 没有“说明”这一项。可以写的有：日期（date）、原因（reason）。"]),
    (OffenceFields, {"laws": "[{name: 甲, article: 乙, text: 丙, as_of: 2024-01-01, 链接: 丁}]"},
     ["6:58: 没有“链接”这一项。可以写的有：法律（name）、条文（article）、说明（text）、文本日期（as_of）、版本（version）、施行日期（in_force_from）、施行至（in_force_until）。"]),
    (BulletinFields, {"omitted": "[{number: 1, reason: 甲, 备注: 乙}]"},
     ["7:34: 没有“备注”这一项。可以写的有：编号（number）、原因（reason）。"]),
    (PageFields, {"作者": "甲"},
     ["3:1: 没有“作者”这一项。可以写的有：标题（title）、摘要（summary）、日期（date）、地点（place）、来源发布日期（published）、来源（source）、本站发布时间（site_published）、旧地址（moved_from）、放行（allow）。"]),
    # empty-value
    (CaseFields, {"title": ""}, [f"2:7: 标题（title）后面没有内容。{SPARE}"]),
    (CaseFields, {"title": "~"}, [f"2:8: 标题（title）后面没有内容。{SPARE}"]),
    (CaseFields, {"city": "[太原市, ~]"}, [f"4:13: 城市（city 第2项）后面没有内容。{SPARE}"]),
    (CaseFields, {"updates": "[{date: , stage: 侦破}]"},
     [f"8:18: 后续进展·日期（updates 第1项 date）后面没有内容。{SPARE}"]),
    (CaseFields, {"updates": "[~]"}, [f"8:11: 后续进展（updates 第1项）后面没有内容。{SPARE}"]),
    # not-text
    (CaseFields, {"title": "[甲]"}, [f"2:8: 标题（title）应是一段文字，却写成了列表。{WRITE_TEXT}"]),
    (CaseFields, {"title": "{甲: 乙}"},
     [f"2:8: 标题（title）应是一段文字，却写成了“名称: 内容”的几行。{WRITE_TEXT}"]),
    (CaseFields, {"date": "[2024]"}, [f"3:7: 发现或侦破日期（date）应是一段文字，却写成了列表。{WRITE_TEXT}"]),
    (CaseFields, {"people": "[1]"}, [f"8:9: 人数（people）应是一段文字，却写成了列表。{WRITE_TEXT}"]),
    (CaseFields, {"amount": "{甲: 1}"},
     ["8:9: 缺少必填的金额·金额（amount text）。请补上这一行。",
      "8:10: 没有“甲”这一项。可以写的有：所指阶段（at）、金额（text）。"]),
    (CaseFields, {"stage": "[侦破]"}, [f"6:8: 办理阶段（stage）应是一段文字，却写成了列表。{WRITE_TEXT}"]),
    (CaseFields, {"city": "[太原市, [大同市]]"},
     [f"4:13: 城市（city 第2项）应是一段文字，却写成了列表。{WRITE_TEXT}"]),
    (CaseFields, {"figures": "{设备: [1]}"},
     [f"8:15: 其他数据（figures 设备）应是一段文字，却写成了列表。{WRITE_TEXT}"]),
    (BulletinFields, {"source_url": "[甲]"},
     [f"7:13: 来源网址（source_url）应是一段文字，却写成了列表。{WRITE_TEXT}"]),
    # not-list
    (CaseFields, {"also_in": "甲"}, [f"8:10: 另见通报（also_in）应是列表。{WRITE_LIST}"]),
    (CaseFields, {"updates": "{date: 2024}"}, [f"8:10: 后续进展（updates）应是列表。{WRITE_LIST}"]),
    (CaseFields, {"city": "{甲: 乙}"}, [f"4:7: 城市（city）应是列表。{WRITE_LIST}"]),
    (OffenceFields, {"laws": "甲"}, [f"6:7: 法律（laws）应是列表。{WRITE_LIST}"]),
    # not-mapping
    (CaseFields, {"figures": "甲"}, [f"8:10: 其他数据（figures）应由几行“名称: 内容”组成。{WRITE_MAPPING}"]),
    (CaseFields, {"figures": "[甲]"}, [f"8:10: 其他数据（figures）应由几行“名称: 内容”组成。{WRITE_MAPPING}"]),
    (CaseFields, {"updates": "[甲]"}, [f"8:11: 后续进展（updates 第1项）应由几行“名称: 内容”组成。{WRITE_MAPPING}"]),
    (CaseFields, {"withdrawn": "甲"}, [f"8:12: 撤回（withdrawn）应由几行“名称: 内容”组成。{WRITE_MAPPING}"]),
    (CaseFields, {"withdrawn": "[甲]"}, [f"8:12: 撤回（withdrawn）应由几行“名称: 内容”组成。{WRITE_MAPPING}"]),
    # empty-list
    (CaseFields, {"city": "[]"}, ["4:7: 城市（city）是空的。请至少写一项。"]),
    (CaseFields, {"offence": "[]"}, ["5:10: 类型（offence）是空的。请至少写一项。"]),
    # repeated-value
    (CaseFields, {"city": "[太原市, 大同市, 太原市]"},
     ["4:7: 城市（city）里“太原市”写了两次。请只留一处。"]),
    (CaseFields, {"aliases": f"[{ID}/04, {ID}/04]"},
     [f"8:10: 曾用编号（aliases）里“{ID}/04”写了两次。请只留一处。"]),
    (OffenceFields, {"aliases": "[甲, ' 甲 ']"}, ["6:10: 别称（aliases）里“甲”写了两次。请只留一处。"]),
    # text-length
    (CaseFields, {"title": "甲案"}, ["2:8: 标题（title）有 2 个字。应为 4 至 60 个字。"]),
    (CaseFields, {"title": "长" * 60 + "案"}, ["2:8: 标题（title）有 61 个字。应为 4 至 60 个字。"]),
    (CaseFields, {"summary": "长" * 19}, ["7:10: 摘要（summary）有 19 个字。应为 20 至 120 个字。"]),
    (CaseFields, {"summary": "长" * 121}, ["7:10: 摘要（summary）有 121 个字。应为 20 至 120 个字。"]),
    (CaseFields, {"amount_label": "长" * 13},
     ["8:15: 金额名目（amount_label）有 13 个字。应为 1 至 12 个字。"]),
    (CaseFields, {"agency": "长" * 201}, ["8:9: 办案单位（agency）有 201 个字。应为 1 至 200 个字。"]),
    (CaseFields, {"agency": "''"}, ["8:9: 办案单位（agency）有 0 个字。应为 1 至 200 个字。"]),
    (CaseFields, {"agency": "'\u3000'"}, ["8:9: 办案单位（agency）有 0 个字。应为 1 至 200 个字。"]),
    (OffenceFields, {"laws": f"[{{name: 甲, article: 乙, text: {'长' * 401}, as_of: 2024-01-01}}]"},
     ["6:36: 法律·说明（laws 第1项 text）有 401 个字。应为 1 至 400 个字。"]),
    # title-ending
    (CaseFields, {"title": "王某某的事情"},
     ["2:8: 案例的标题“王某某的事情”没有以“案”结尾。请写成“……案”；要说明的写在后面的括号里，如“……案（网络水军）”。"]),
    # date, date-not-full
    (CaseFields, {"date": "2024-4"}, ["3:7: 发现或侦破日期（date）写的“2024-4”不是日期。请写成 2024-04。"]),
    (CaseFields, {"date": "2024-13"}, [f"3:7: 发现或侦破日期（date）写的“2024-13”不是日期。{IMPOSSIBLE}"]),
    (CaseFields, {"date": "２０２４"}, ["3:7: 发现或侦破日期（date）写的“２０２４”不是日期。请写成 2024。"]),
    (CaseFields, {"review_on": "明年"}, ["8:12: 复核日期（review_on）写的“明年”不是日期。请写成 2024-04-09 这样，年、月、日都要写，月和日用两位数字。"]),
    (BulletinFields, {"published": "2024-02-30"},
     [f"4:12: 发布日期（published）写的“2024-02-30”不是日期。{IMPOSSIBLE}"]),
    (BulletinFields, {"published": "2024-02"},
     [f"4:12: 发布日期（published）写的“2024-02”不是完整日期。{FULL}"]),
    (CaseFields, {"review_on": "2024"}, [f"8:12: 复核日期（review_on）写的“2024”不是完整日期。{FULL_OF_YEAR}"]),
    (CaseFields, {"corrections": "[{date: 2024, note: 甲}]"},
     [f"8:22: 更正·日期（corrections 第1项 date）写的“2024”不是完整日期。{FULL_OF_YEAR}"]),
    # amount
    (CaseFields, {"amount": "500万"}, [f"8:9: 金额（amount）写的“500万”读不出金额。{AMOUNTS}"]),
    (CaseFields, {"amount": "100美元"}, [f"8:9: 金额（amount）写的“100美元”读不出金额。{AMOUNTS}"]),
    # count
    (CaseFields, {"people": "0"}, [f"8:9: 人数（people）写的“0”不是人数或件数。{COUNTS}"]),
    (CaseFields, {"people": "12人"}, [f"8:9: 人数（people）写的“12人”不是人数或件数。{COUNTS}"]),
    (CaseFields, {"people": "１２"}, [f"8:9: 人数（people）写的“１２”不是人数或件数。{COUNTS}"]),
    (CaseFields, {"people": "1.5"}, [f"8:9: 人数（people）写的“1.5”不是人数或件数。{COUNTS}"]),
    (CaseFields, {"people": "-1"}, [f"8:9: 人数（people）写的“-1”不是人数或件数。{COUNTS}"]),
    (CaseFields, {"people": "十二"}, [f"8:9: 人数（people）写的“十二”不是人数或件数。{COUNTS}"]),
    (BulletinFields, {"expected": "012"}, [f"5:11: 案例数（expected）写的“012”不是人数或件数。{COUNTS}"]),
    # address
    (BulletinFields, {"source_url": "http://example.cn"},
     [f"7:13: 来源网址（source_url）写的“http://example.cn”以 http:// 开头，没有加密。{ONLY_HTTP}"]),
    (BulletinFields, {"source_url": "example.cn"},
     [f"7:13: 来源网址（source_url）写的“example.cn”不是网址。{URL}"]),
    (BulletinFields, {"source_url": "https://"},
     [f"7:13: 来源网址（source_url）写的“https://”不是网址。{URL}"]),
    (BulletinFields, {"source_url": "https://[::1"},
     [f"7:13: 来源网址（source_url）写的“https://[::1”不是网址。{URL}"]),
    (BulletinFields, {"source_url": "https://example.cn/a b"},
     [f"7:13: 来源网址（source_url）写的“https://example.cn/a b”里有空格、反斜杠或控制字符。{COPIED}"]),
    # province-unknown, city-unknown
    (BulletinFields, {"province": "山西"},
     ["6:11: 省份（province）写的“山西”不是省级行政区的正式名称。最接近的写法：“山西省”。"
      "请写全称，如 山西省、内蒙古自治区。"]),
    (BulletinFields, {"province": "无"},
     ["6:11: 省份（province）写的“无”不是省级行政区的正式名称。请写全称，如 山西省、内蒙古自治区。"]),
    (CaseFields, {"province": "太原市"},
     ["8:11: 省份（province）写的“太原市”不是省级行政区的正式名称。请写全称，如 山西省、内蒙古自治区。"]),
    (CaseFields, {"city": "[大同市, 太原]"},
     [f"4:13: 城市（city 第2项）写的“太原”不是地级行政区的正式名称。最接近的写法：“太原市”。{CITIES}"]),
    (CaseFields, {"city": "[太原市, 晋源区]"},
     ["4:13: “晋源区”是太原市的区县，不是地级行政区。"
      "请在城市（city）写“太原市”，在区县（district）写“晋源区”。"]),
    # not-in-list
    (CaseFields, {"stage": "刑事居留"},
     [f"6:8: 办理阶段（stage）写的“刑事居留”不在允许的范围内。最接近的写法：“刑事拘留”。{STAGES}"]),
    (CaseFields, {"stage": "查办"}, [f"6:8: 办理阶段（stage）写的“查办”不在允许的范围内。{STAGES}"]),
    (CaseFields, {"status": "Draft"},
     [f"8:9: 状态（status）写的“Draft”不在允许的范围内。最接近的写法：“draft”。{STATUSES}"]),
    (CaseFields, {"status": "草稿"}, [f"8:9: 状态（status）写的“草稿”不在允许的范围内。{STATUSES}"]),
    # case-id, bulletin-id, slug
    (CaseFields, {"related": f"[{ID}/04, {ID}/5]"},
     [f"8:33: 相关案例（related 第2项）写的“{ID}/5”不是案例编号。{WRITE_CASE_ID}"]),
    (CaseFields, {"aliases": f"[cases/{ID}/04.md]"},
     [f"8:11: 曾用编号（aliases 第1项）写的“cases/{ID}/04.md”不是案例编号。{WRITE_CASE_ID}"]),
    (CaseFields, {"also_in": "[{bulletin: 2025-2-10-shanxi, number: 1}]"},
     ["8:22: 另见通报·通报（also_in 第1项 bulletin）写的“2025-2-10-shanxi”不是通报的文件夹名。"
      "请写成 2025-02-10-shanxi 这样的文件夹名。"]),
    (OffenceFields, {"charges": "[{name: 甲罪, slug: 甲罪, article: 乙}]"},
     ["6:28: 罪名·地址（charges 第1项 slug）写的“甲罪”不能用作网址。只用小写字母、数字和连字符。"]),
    # quiz-answer and what else a card may lack
    (OffenceFields, {"quiz": "[{question: 甲, options: [乙丙, 丁], answer: 乙, why: 戊}]"},
     ["6:48: 答案“乙”不在选项里。最接近的写法：“乙丙”。答案要和其中一个选项一字不差。"]),
    (OffenceFields, {"quiz": "[{question: 甲, options: [乙, 丁], answer: 丙, why: 戊}]"},
     ["6:47: 答案“丙”不在选项里。答案要和其中一个选项一字不差。"]),
    (OffenceFields, {"quiz": "[{question: 甲, options: [乙, 乙], answer: 乙, why: 戊}]"},
     ["6:31: 翻翻卡·选项（quiz 第1项 options）里“乙”写了两次。请只留一处。"]),
    (OffenceFields, {"quiz": "[{question: 甲, options: [], answer: 乙, why: 戊}]"},
     ["6:31: 翻翻卡·选项（quiz 第1项 options）是空的。请至少写一项。"]),
    (OffenceFields, {"quiz": "[{question: 甲, options: [乙, 丁], answer: 乙}]"},
     ["6:8: 缺少必填的翻翻卡·解释（quiz 第1项 why）。请补上这一行。"]),
    (OffenceFields, {"quiz": "[{question: 甲, options: [乙, 丁], answer: 乙, why: 戊, 分数: 1}]"},
     ["6:58: 没有“分数”这一项。可以写的有：问题（question）、选项（options）、答案（answer）、解释（why）。"]),
    # synonyms
    (SearchFields, {"synonyms": "[[帮信罪, 帮信], [电诈]]"},
     ["3:23: 同义词（synonyms 第2项）的项数太少。请至少写 2 项，每项一行，以“- ”开头。"]),
    (SearchFields, {"synonyms": "[[]]"}, ["3:12: 同义词（synonyms 第1项）是空的。请至少写一项。"]),
    (SearchFields, {"synonyms": "[帮信罪, 帮信]"},
     [f"3:12: 同义词（synonyms 第1项）应是列表。{WRITE_LIST}", f"3:17: 同义词（synonyms 第2项）应是列表。{WRITE_LIST}"]),
    (SearchFields, {"synonyms": "帮信罪"}, [f"3:11: 同义词（synonyms）应是列表。{WRITE_LIST}"]),
    (SearchFields, {"synonyms": "[[帮信罪, ~]]"}, [f"3:18: 同义词（synonyms 第1项 第2项）后面没有内容。{SPARE}"]),
    (SearchFields, {"synonyms": "[[帮信罪, [帮信]]]"},
     [f"3:18: 同义词（synonyms 第1项 第2项）应是一段文字，却写成了列表。{WRITE_TEXT}"]),
    (SearchFields, {"synonyms": "[[帮信, 电诈, ' 帮信 ']]"},
     ["3:12: 同义词（synonyms 第1项）里“帮信”写了两次。请只留一处。"]),
    (SearchFields, {"synonyms": f"[[帮信罪, 帮], [开盒, {'长' * 31}]]"},
     ["3:18: 同义词（synonyms 第1项 第2项）有 1 个字。应为 2 至 30 个字。",
      "3:27: 同义词（synonyms 第2项 第2项）有 31 个字。应为 2 至 30 个字。"]),
    (SearchFields, {"synonyms": "[[帮信罪，帮信]]"},
     ["3:13: “帮信罪，帮信”里有全角逗号“，”。各项之间请用半角逗号加一个空格，如 [甲, 乙]。"]),
    (SearchFields, {"同义词": "甲"},
     ["3:1: 没有“同义词”这一项。最接近的写法：“synonyms”。"]),
    # Several at once
    (CaseFields, {"title": "[甲]", "date": "昨天", "people": ""},
     [f"8:8: 人数（people）后面没有内容。{SPARE}",
      f"2:8: 标题（title）应是一段文字，却写成了列表。{WRITE_TEXT}",
      f"3:7: 发现或侦破日期（date）写的“昨天”不是日期。{DATES}"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("model", "changes", "expected"),
    REFUSED,
    ids=[f"{model.__name__}-{'-'.join(changes)}" for model, changes, _ in REFUSED],
)
def test_refused(model, changes, expected):
    assert refused(model, **changes) == [f"x.md:{line}" for line in expected]


def test_a_card_with_one_option_is_not_called_empty():
    (problem,) = refused(OffenceFields, quiz="[{question: 甲, options: [乙], answer: 乙, why: 戊}]")
    assert problem == (
        "x.md:6:31: 翻翻卡·选项（quiz 第1项 options）的项数太少。请至少写 2 项，每项一行，以“- ”开头。"
    )


def test_a_misspelt_city_is_offered_first():
    assert "“太原市”" in refused(CaseFields, city="太源市")[0]


def test_one_value_is_named_without_a_position():
    """An editor who wrote no list is not told of `city[0]`."""
    assert refused(CaseFields, city="太原") == [
        f"x.md:4:7: 城市（city）写的“太原”不是地级行政区的正式名称。最接近的写法：“太原市”。{CITIES}"
    ]
    assert refused(CaseFields, related="甲") == [
        f"x.md:8:10: 相关案例（related）写的“甲”不是案例编号。{WRITE_CASE_ID}"
    ]


@pytest.mark.parametrize("label", ["长" * 21, ""])
def test_labels_of_figures_have_a_length(label):
    assert len(refused(CaseFields, figures=f"{{'{label}': 1}}")) == 1


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("people", "人数（people）"),
        ("charge", "罪名（charge）"),
        ("related", "相关案例（related）"),
        ("updates", "后续进展（updates）"),
        ("figures", "其他数据（figures）"),
        ("不知道", "“不知道”"),
    ],
)
def test_an_empty_value_that_is_not_needed_leaves_a_model(key, name):
    """The problem is reported all the same, and once."""
    document, _ = parse(written(CASE, {key: ""}), "x.md")
    found, problems = validate(document, CaseFields)
    assert found == fields(CaseFields)
    assert [str(problem) for problem in problems] == [
        f"x.md:8:{len(key) + 2}: {name}后面没有内容。{SPARE}"
    ]


# Any tree at all

KNOWN = sorted(
    {
        key
        for model in (*BASES, Update, AlsoIn, Charge, Law, Omitted, QuizCard)
        for key in model.model_fields
    }
)
WORDS = [
    "", "甲", "2024", "2024-04-09", "太原市", "全省", "山西省", "侦破", "withdrawn", "5万元", "12",
    "0", f"{ID}/04", ID, "https://example.cn", "王某某测试案", "网络测试", SUMMARY, "x" * 300, "NO",
]  # fmt: skip
texts = st.sampled_from(WORDS) | st.text(max_size=8)
keys = st.sampled_from(KNOWN) | st.text(max_size=6)
trees = st.recursive(
    st.none() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


def as_yaml(values: dict[str, object]) -> str:
    """JSON is YAML; one key a line."""
    lines = [
        f"{json.dumps(key, ensure_ascii=True)}: {json.dumps(value, ensure_ascii=True)}"
        for key, value in values.items()
    ]
    return "\n".join(["---", *lines, "---", ""])


@pytest.mark.parametrize("model", BASES)
@steadily(200)
@given(changes=st.dictionaries(keys, trees, max_size=5), is_whole=st.booleans())
def test_any_tree_is_a_model_or_problems(model, changes, is_whole):
    text = as_yaml({**(BASES[model] if is_whole else {}), **changes})
    document, _ = parse(text, "x.md")
    if document is None:
        return
    found, problems = validate(document, model)
    assert found is not None or problems
    assert len(set(problems)) == len(problems)
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@pytest.mark.parametrize("escape", ["\\x07", "\\0", "\\uFFFE", "\\u200B", "\\u202E", "\\x85"])
def test_what_nobody_sees_is_refused_however_it_is_written(escape):
    """YAML writes characters by their number too, and some of them no XML may hold."""
    document, _ = parse(f'---\ntitle: "甲{escape}乙"\n---\n', "x.md")
    assert document is not None
    _, problems = validate(document, PageFields)
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [
        ("control-character", 2, 8)
    ]
