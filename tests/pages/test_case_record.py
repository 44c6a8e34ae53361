"""Records: what programs are told of cases, and what they are not."""

from __future__ import annotations

import pytest

from casebook.config.site_config import SiteConfig
from casebook.content.amount import Amount
from casebook.outputs.api.case_serializer import CaseSerializer
from casebook.outputs.api.list_serializer import NEWEST, ListSerializer
from casebook.pages.paragraphs import paragraphs
from casebook.pages.site import plan_site
from casebook.schema import case_record, list_records, part_records
from casebook.texts.catalog import entries

from ..sites.make import Content

FIRST, SECOND, THIRD = (f"2024-09-01-shanxi/{number:02}" for number in (1, 2, 3))
FORMER = "2023-01-01-shanxi/09"
ADDRESS = "https://www.example.gov.cn/anli/"
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "事实有误"}}
SUMMARY = "有人涉嫌在网上有偿点赞和评论，公安机关查明后依法办理了此案。"


def recorder(content: Content, address: str = "", with_drafts: bool = False) -> CaseSerializer:
    library = content.library()
    site = plan_site(library, with_drafts)
    return CaseSerializer(library, site, SiteConfig("站名", "", address).absolute(""))


def recorded(content: Content, case_id: str = FIRST) -> dict[str, object]:
    """The whole record of a case, as JSON has it."""
    found = recorder(content)
    (case,) = (case for case in found.site.cases if case.id == case_id)
    return {**found.short_record(case).model_dump(mode="json"), "text": list(paragraphs(case.body))}


def test_every_key_of_a_full_case(content):
    content.bulletin(
        source_kind="转载",
        medium="某网站",
        reposted_from="某报",
        source_title="某地通报",
        source_url="https://example.org/tongbao",
        title="某地典型案例通报",
    )
    content.case(
        FIRST,
        "## 案情\n\n据通报，有人**有偿**发帖。\n\n## 办理情况\n\n- 已立案。\n",
        title="某某等人涉嫌有偿发帖案",
        date="2024-05-06",
        district="晋源区",
        offence=["网络水军", "网络黑客"],
        charge="非法经营罪",
        agency="某地公安分局",
        step="刑事拘留",
        people={"count": "3", "at": "侦破"},
        amount={"text": "300余万至500万元", "at": "刑事拘留"},
        victims={"count": "30", "loss": "120余万元"},
        prosecutor="某市人民检察院",
        court="某市人民法院",
        amount_label="获利",
        site_published="2024-10-08 10:30",
        figures={"扣押设备": "50余台"},
        related=[THIRD],
        also_in=[{"bulletin": "2024-10-01-shanxi", "number": 4}],
        updates=[{"date": "2024-10", "stage": "移送起诉", "note": "移送检察院。"},
                 {"date": "2024-11-03", "stage": "提起公诉", "source_url": "https://example.org/b"}],
        corrections=[{"date": "2024-10-09", "note": "改正了日期。"}],
        aliases=[FORMER],
    )  # fmt: skip
    content.case(THIRD)
    content.case("2024-10-01-shanxi/01")
    content.bulletin("2024-10-01-shanxi", omitted=[{"number": "4", "reason": "已在别处发布"}])
    shanxi = {"code": "140000", "name": "山西省", "slug": "shanxi"}
    detained = {"slug": "detained", "name": "刑事拘留"}
    transferred = {"slug": "transferred", "name": "移送起诉"}
    charged = {"slug": "charged", "name": "提起公诉"}
    assert recorded(content) == {
        "status": "published",
        "id": FIRST,
        "number": 1,
        "address": f"cases/{FIRST}/",
        "url": None,
        "title": "某某等人涉嫌有偿发帖案",
        "date": "2024-05-06",
        "date_precision": "day",
        "province": shanxi,
        "cities": [{"code": "140100", "name": "太原市", "slug": "taiyuan", "printed": "太原市"}],
        "district": {
            "code": "140110",
            "name": "晋源区",
            "slug": "jinyuan",
            "printed": "晋源区",
        },
        "offences": [
            {"slug": "posters", "title": "网络水军"},
            {"slug": "hacking", "title": "网络黑客"},
        ],
        "charge": "非法经营罪",
        "charges": [{"name": "非法经营罪", "article": "第二百二十五条"}],
        "acts": [],
        "agency": "某地公安分局",
        "kind": "案例",
        "stage": charged,
        "step": None,
        "is_judged": False,
        "steps": [
            {
                "date": "2024-09-01",
                "stage": detained,
                "step": {"key": "detained", "name": "刑事拘留"},
                "note": None,
                "source_url": None,
            },
            {
                "date": "2024-10",
                "stage": transferred,
                "step": None,
                "note": "移送检察院。",
                "source_url": None,
            },
            {
                "date": "2024-11-03",
                "stage": charged,
                "step": None,
                "note": None,
                "source_url": "https://example.org/b",
            },
        ],
        "people": 3,
        "people_at": {"slug": "cleared", "name": "侦破"},
        "amount": {
            "label": "获利",
            "text": "300余万至500万元",
            "qualifier": "range",
            "yuan": 3_000_000.0,
            "upper": 5_000_000.0,
            "at": detained,
        },
        "victims": 30,
        "loss": {
            "text": "120余万元",
            "qualifier": "over",
            "yuan": 1_200_000.0,
            "upper": None,
        },
        "prosecutor": "某市人民检察院",
        "court": "某市人民法院",
        "sentence": None,
        "outcome": None,
        "figures": {"扣押设备": "50余台"},
        "summary": SUMMARY,
        "published": "2024-09-01",
        "bulletin": {
            "id": "2024-09-01-shanxi",
            "title": "某地典型案例通报",
            "publisher": "某地公安机关",
            "published": "2024-09-01",
            "source": "某网站2024年9月1日转载的某报报道（本站依据的是转载的文本）",
            "source_kind": "转载",
            "medium": "某网站",
            "reposted_from": "某报",
            "site_published": None,
            "source_title": "某地通报",
            "source_url": "https://example.org/tongbao",
        },
        "site_published": "2024-10-08T10:30:00+08:00",
        "related": [THIRD],
        "also_in": [{"bulletin": "2024-10-01-shanxi", "number": 4}],
        "corrections": [{"date": "2024-10-09", "note": "改正了日期。"}],
        "aliases": [FORMER],
        "modified": "2024-11-03",
        "text": ["案情", "据通报，有人有偿发帖。", "办理情况", "已立案。"],
    }


def test_what_a_case_does_not_say_is_nothing(content):
    content.case(FIRST)
    said = recorded(content)
    empty = {key: value for key, value in said.items() if value in (None, [], {})}
    assert empty == {
        "url": None,
        "district": None,
        "charge": None,
        "charges": [],
        "acts": [],
        "agency": None,
        "step": None,
        "people": None,
        "people_at": None,
        "amount": None,
        "victims": None,
        "loss": None,
        "prosecutor": None,
        "court": None,
        "sentence": None,
        "outcome": None,
        "figures": {},
        "site_published": None,
        "related": [],
        "also_in": [],
        "corrections": [],
        "aliases": [],
        "modified": None,
    }


@pytest.mark.parametrize(
    ("written", "precision"), [("2024", "year"), ("2024-05", "month"), ("2024-05-06", "day")]
)
def test_a_date_is_as_precise_as_the_bulletin(content, written, precision):
    content.case(FIRST, date=written)
    said = recorded(content)
    assert (said["date"], said["date_precision"]) == (written, precision)


def test_an_administrative_case_counts_nobody(content):
    content.case(FIRST, stage="行政处罚", people="3", title="有偿刷量控评第一案")
    content.case(SECOND, people="3")
    assert [recorded(content, one)["people"] for one in (FIRST, SECOND)] == [None, 3]


def test_only_a_judgment_in_force_finds_guilt(content):
    content.case(FIRST, stage="一审判决")
    content.case(SECOND, stage="判决生效")
    assert [recorded(content, one)["is_judged"] for one in (FIRST, SECOND)] == [False, True]


def test_charges_are_in_the_order_of_the_bulletin_with_their_articles(content):
    content.case(FIRST, charge=["敲诈勒索罪", "破坏系统罪", "掩饰隐瞒犯罪所得罪"])
    found = recorded(content)
    assert found["charge"] == "敲诈勒索罪"
    assert found["charges"] == [
        {"name": "敲诈勒索罪", "article": "第二百七十四条"},
        {"name": "破坏系统罪", "article": "第一条"},
        {"name": "掩饰、隐瞒犯罪所得罪", "article": "第三百一十二条"},
    ]


def test_acts_have_a_permanent_id(content):
    content.case(FIRST, stage="行政处罚", act=["编造网络谣言", "行政拘留"])
    assert recorded(content)["acts"] == [
        {"id": "rumor", "name": "编造网络谣言"},
        {"id": "penalty-detention", "name": "行政拘留"},
    ]


def test_a_case_of_a_whole_province_has_no_city(content):
    content.case(FIRST, city="全省")
    said = recorded(content)
    assert (said["province"]["name"], said["cities"]) == ("山西省", [])


def test_relatives_point_both_ways_and_never_to_what_is_not_shown(content):
    content.case(FIRST, related=[SECOND, THIRD])
    content.case(SECOND)
    content.case(THIRD, **WITHDRAWN)
    assert recorded(content)["related"] == [SECOND]
    assert recorded(content, SECOND)["related"] == [FIRST]


def test_a_withdrawn_case_says_when_and_why(content):
    content.case(FIRST, aliases=[FORMER], agency="某地公安分局", **WITHDRAWN)
    found = recorder(content, ADDRESS)
    (case,) = found.site.withdrawn
    assert found.withdrawn_record(case).model_dump(mode="json") == {
        "status": "withdrawn",
        "id": FIRST,
        "number": 1,
        "bulletin": "2024-09-01-shanxi",
        "address": f"cases/{FIRST}/",
        "url": f"{ADDRESS}cases/{FIRST}/",
        "date": "2025-01-02",
        "reason": "事实有误",
    }


def test_a_former_id_leads_on_and_that_of_its_bulletin_too(content):
    content.case(FIRST, aliases=[FORMER])
    content.bulletin(aliases=["2024-08-31-shanxi"])
    found = recorder(content)
    here = {"moved_to": FIRST, "address": f"cases/{FIRST}/", "url": None}
    assert [one.model_dump(mode="json") for one in found.moved_records] == [
        {"status": "moved", "id": former, **here} for former in (FORMER, "2024-08-31-shanxi/01")
    ]
    assert recorded(content)["aliases"] == [FORMER, "2024-08-31-shanxi/01"]


def test_drafts_are_nowhere_even_in_a_preview(content):
    content.case(FIRST, related=[SECOND])
    content.case(SECOND, status="draft", aliases=[FORMER], city="大同市")
    content.case("2024-10-01-shanxi/01", status="draft")
    registrar = ListSerializer(recorder(content, with_drafts=True))
    lists = [registrar.empty_list(), registrar.recent(), registrar.bulletins(), registrar.cities()]
    said = "".join(one.model_dump_json() for one in lists)
    assert [word for word in (SECOND, "2024-10-01-shanxi", "datong") if word in said] == []
    assert FIRST in said
    assert list(recorder(content, with_drafts=True).moved_records) == []


def test_bulletins_name_their_cases_by_number(content):
    content.case(SECOND)
    content.case(FIRST, date="2023")
    content.case(THIRD, **WITHDRAWN)
    content.bulletin(omitted=[{"number": "4", "reason": "与他案重复"}], campaign="净网2024")
    (bulletin,) = ListSerializer(recorder(content, ADDRESS)).bulletins().bulletins
    assert bulletin.model_dump(mode="json") == {
        "id": "2024-09-01-shanxi",
        "title": "2024-09-01-shanxi涉网典型案例通报",
        "publisher": "某地公安机关",
        "published": "2024-09-01",
        "source": "某地公安机关2024年9月1日通报",
        "source_kind": "通报",
        "medium": None,
        "reposted_from": None,
        "site_published": None,
        "source_title": None,
        "source_url": None,
        "address": "cases/2024-09-01-shanxi/",
        "url": f"{ADDRESS}cases/2024-09-01-shanxi/",
        "province": "山西省",
        "campaign": "净网2024",
        "expected": 4,
        "omitted": [{"number": 4, "reason": "与他案重复"}],
        "cases": [FIRST, SECOND],
        "withdrawn": [THIRD],
    }


def test_places_are_counted_at_every_level(content):
    content.case(FIRST, district="晋源区")
    content.case(SECOND, city=["太原市", "大同市"])
    content.case(THIRD, city="全省")
    found = ListSerializer(recorder(content)).cities()
    assert [(one.name, one.count) for one in found.provinces] == [("山西省", 3)]
    assert [
        (one.name, one.count, one.province.name, [(below.name, below.count, below.address)
                                                  for below in one.districts])
        for one in found.cities
    ] == [
        ("太原市", 2, "山西省", [("晋源区", 1, "cities/taiyuan/jinyuan/")]),
        ("大同市", 1, "山西省", []),
    ]  # fmt: skip


def test_a_municipality_is_a_city_in_itself(content):
    content.case("2024-09-01-chongqing/01", city="重庆市", province="重庆市")
    (city,) = ListSerializer(recorder(content)).cities().cities
    assert (city.code, city.province.code, city.districts) == ("500000", "500000", ())


def test_groups_have_charges_laws_and_counts(content):
    law = {"name": "某法", "article": "第一条", "text": "大意。", "as_of": "2026-07-17"}
    content.offence("fraud", "网络诈骗", [("诈骗罪二", "zhapian")], order=3, laws=[law])
    content.case(FIRST, offence="网络诈骗")
    *_, group = ListSerializer(recorder(content)).offences().offences
    assert group.model_dump(mode="json") == {
        "slug": "fraud",
        "title": "网络诈骗",
        "address": "offences/fraud/",
        "url": None,
        "summary": "网络诈骗是这组测试文件里的一个类型，这里只作一句简单的说明。",
        "charges": [{"slug": "zhapian", "name": "诈骗罪二", "article": "第一条"}],
        "laws": [{**law, "version": None, "in_force_from": None, "in_force_until": None}],
        "count": 1,
    }


def test_the_newest_are_those_published_last(content):
    for day in range(1, 12):
        for number in (1, 2):
            content.case(f"2024-09-{day:02}-shanxi/{number:02}", date=f"20{23 - day:02}")
    ids = [case.id for case in ListSerializer(recorder(content)).recent().cases]
    assert ids == [
        f"2024-09-{day:02}-shanxi/{number:02}" for day in range(11, 1, -1) for number in (1, 2)
    ]
    assert len(ids) == NEWEST


def models() -> set[type[part_records.ApiModel]]:
    found: set[type[part_records.ApiModel]] = set()
    waiting = [part_records.ApiModel]
    while waiting:
        below = waiting.pop().__subclasses__()
        found |= {model for model in below if not model.__name__.startswith("_")}
        waiting += below
    return found


def test_every_key_is_explained_in_chinese():
    assert {case_record.CaseRecord, list_records.Index} <= models()
    unexplained = [
        (model.__name__, key)
        for model in models()
        for key, field in model.model_fields.items()
        if not (field.title and field.description) or field.title.isascii()
    ]
    assert unexplained == []
    explained = {model.model_config["title"] for model in models()}
    assert len(explained) == len(models())


def test_only_keys_that_there_are_are_explained():
    keys = {model.__name__: set(model.model_fields) for model in models()}
    explained = {
        name: set(about.get("fields", {})) for name, about in entries("records.yml").items()
    }
    assert explained.keys() <= keys.keys()
    assert {name: own - keys[name] for name, own in explained.items()} == {
        name: set() for name in explained
    }
    assert {word for about in entries("records.yml").values() for word in about} == {
        *("title", "description", "fields")
    }


def test_no_amount_looks_like_a_telephone():
    """A whole number of eleven digits would stop the last inspection."""
    amount = Amount.parse("138.1亿元")
    said = part_records.AmountRecord(
        label="流水",
        text=amount.text,
        qualifier=amount.qualifier,
        yuan=amount.yuan,
        upper=None,
        at=None,
    )
    assert '"yuan":13810000000.0' in said.model_dump_json()
