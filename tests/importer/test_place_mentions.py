"""Places: names short and long, several places of one name, and whose case it is."""

from __future__ import annotations

from datetime import date

import pytest

from casebook.importer.place_mentions import is_place, mentions
from casebook.importer.whereabouts import home_of, publishing_unit, whereabouts_of
from casebook.places.gazetteer import gazetteer

TAIYUAN = gazetteer().city("太原市")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("浙江省台州市天台县公安局", ["天台县"]),
        ("山东省烟台市公安局蓬莱分局", ["蓬莱区"]),
        ("福建省武夷山市公安机关", ["武夷山市"]),
        ("安徽阜阳公安机关", ["阜阳市"]),
        ("云南红河金平县公安局", ["金平苗族瑶族傣族自治县"]),
        ("凉山州德昌县公安局", ["德昌县"]),
        ("内蒙古公安机关", ["内蒙古自治区"]),
        ("吉林公安机关", ["吉林省"]),
        ("吉林市公安局", ["吉林市"]),
        ("万柏林网安", ["万柏林区"]),
        ("他在东方某公司任职", []),
        ("阿里巴巴平台", []),
        ("编造“成都地震”的谣言", []),
        ("依据《上海市条例》", []),
        ("公安机关", []),
        ("和平年代", []),
    ],
)
def test_mentions(text: str, names: list[str]) -> None:
    assert [one.place.name for one in mentions(text)] == names


@pytest.mark.parametrize(
    ("text", "year", "names"),
    [
        ("长治市城区公安分局", 2017, ["长治市", "城区"]),
        ("长治市城区公安分局", 2020, ["长治市", "城区"]),
        ("长治市潞州区公安分局", 2020, ["长治市", "潞州区"]),
        ("山东省莱芜市莱城区公安分局", 2017, ["莱芜市", "莱城区"]),
        ("莱芜市公安局", 2017, ["山东省", "莱芜市"]),
        ("莱芜公安机关", 2017, ["山东省", "莱芜市"]),
        ("莱芜公安机关", 2024, ["济南市", "莱芜区"]),
        ("巢湖市公安局", 2009, ["安徽省", "巢湖市"]),
        ("巢湖市公安局", 2020, ["合肥市", "巢湖市"]),
        ("襄樊市樊城区公安局", 2008, ["襄樊市", "樊城区"]),
        ("襄樊警方", 2008, ["湖北省", "襄樊市"]),
        ("安徽省安庆市枞阳县公安局", 2014, ["安庆市", "枞阳县"]),
        ("安徽省铜陵市枞阳县公安局", 2020, ["铜陵市", "枞阳县"]),
        ("重庆市江北区公安分局", 2024, ["重庆市", "江北区"]),
        ("重庆市江北区公安分局", 2026, ["重庆市", "江北区"]),
        ("宁波市江北区公安分局", 2024, ["宁波市", "江北区"]),
        ("西安市新城区公安分局", 2001, ["西安市", "新城区"]),
        ("萝岗区公安分局", 2013, ["广州市", "萝岗区"]),
        ("大同经开区公安分局", 2024, ["山西省", "大同市"]),
        ("北戴河新区公安分局", 2024, ["河北省", "秦皇岛市"]),
        ("西安高新区公安分局", 2024, ["陕西省", "西安市"]),
    ],
)
def test_former_names_are_kept_as_printed_and_zones_are_their_city(
    text: str, year: int, names: list[str]
) -> None:
    (found,) = mentions(text, (), date(year, 6, 1))
    assert found.is_agency
    assert found.place.parent is not None
    assert [found.place.parent.name, found.place.name] == names


def test_no_part_of_a_zone_is_a_district() -> None:
    assert [one.place.name for one in mentions("河北雄安新区公安机关")] == ["河北省"]


def test_a_former_name_of_the_day_of_the_case() -> None:
    text = "2017年5月，长治市城区公安分局侦破一案。"
    where = whereabouts_of(None, text, None, date(2017, 5, 1)).value
    assert where.city is not None
    assert where.district is not None
    assert (where.city.name, where.district.name) == ("长治市", "城区")
    assert where.agency == "长治市城区公安分局"


def test_a_shared_name_is_decided_by_what_is_around() -> None:
    assert mentions("鼓楼区公安分局") == []
    fuzhou = gazetteer().city("福州市")
    assert fuzhou is not None
    assert [one.place.parent for one in mentions("鼓楼区公安分局", [fuzhou])] == [fuzhou]
    assert [one.place.parent for one in mentions("南京市鼓楼区公安分局")] == [
        gazetteer().city("南京市")
    ]


@pytest.mark.parametrize(
    ("text", "is_one"), [("云南", True), ("太原市", True), ("晋源区", False), ("云南人", False)]
)
def test_a_text_that_is_a_place(text: str, is_one: bool) -> None:
    assert is_place(text) is is_one


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        (None, "2024年，太原公安机关侦破一案。", ("山西省", "太原市", None)),
        (None, "福建公安机关查明，李某在福州市成立公司。", ("福建省", None, None)),
        (None, "上海市松江区公安机关接到求助。", ("上海市", "上海市", "松江区")),
        (None, "武夷山市公安机关接到报警。", ("福建省", "南平市", "武夷山市")),
        ("安徽阜阳李某诈骗案", "李某被抓获。", ("安徽省", "阜阳市", None)),
        (None, "李某编造“深圳停电”谣言，大同警方依法处罚。", ("山西省", "大同市", None)),
        (None, "在宁波警方的配合下，运城警方抓获李某。", ("山西省", "运城市", None)),
        (None, "丽水市公安局联合莲都分局捣毁窝点。", ("浙江省", "丽水市", None)),
        (None, "网安支队侦破一案。", ("山西省", "太原市", None)),
        (None, "晋源网安侦破一案。", ("山西省", "太原市", "晋源区")),
    ],
)
def test_whereabouts(title: str | None, text: str, names: tuple[str | None, ...]) -> None:
    where = whereabouts_of(title, text, TAIYUAN).value
    found = (where.province, where.city, where.district)
    assert tuple(place.name if place else None for place in found) == names


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("2024年，太原公安机关侦破一案。", "太原公安机关"),
        ("山东省烟台市公安局蓬莱分局接到报警。", "山东省烟台市公安局蓬莱分局"),
        ("晋源网安侦破一案。", "晋源网安"),
        ("2024年4月，网安支队侦破一案。", "网安支队"),
        ("李某被抓获。", None),
    ],
)
def test_the_agency_is_as_printed(text: str, agency: str | None) -> None:
    assert whereabouts_of(None, text, TAIYUAN).value.agency == agency


@pytest.mark.parametrize(
    ("head", "text", "home"),
    [
        ("山西公安公布典型案例", "", "山西省"),
        ("我市通报典型案例", "晋源区某公司。太原市某公司。", "太原市"),
        ("我省通报典型案例，甘肃某报报道", "", "甘肃省"),
        ("公安部公布典型案例", "太原公安机关侦破一案。", None),
    ],
)
def test_whose_bulletin_it_is(head: str, text: str, home: str | None) -> None:
    place = home_of(head, text)
    assert (place.name if place else None) == home


def test_the_publishing_unit() -> None:
    assert publishing_unit("近日，嘉鱼县公安局网安大队公布案例", None) == "嘉鱼县公安局"
    assert publishing_unit("市公安局举行活动", TAIYUAN) == "太原市公安局"
    assert publishing_unit("记者从省公安厅获悉", TAIYUAN) == "山西省公安厅"
    assert publishing_unit("有人公布了案例", TAIYUAN) is None
