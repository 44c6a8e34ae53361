"""The gazetteer: places found by official name, on a small country and on the real one."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from casebook.places.gazetteer import Gazetteer, Level, Place, gazetteer

MEI = Place("100000", "梅省", Level.PROVINCE, "mei")
LAN = Place("100100", "兰市", Level.CITY, "lan", MEI)
LAN_OLD = Place("100101", "城区", Level.DISTRICT, "chengqu", LAN)
LAN_EAST = Place("100102", "东县", Level.DISTRICT, "dong", LAN)
ZHU = Place("100200", "竹市", Level.CITY, "zhu", MEI)
ZHU_OLD = Place("100201", "城区", Level.DISTRICT, "chengqu", ZHU)
JU = Place("200000", "菊市", Level.PROVINCE, "ju")
JU_WEST = Place("200101", "西区", Level.DISTRICT, "xi", JU)
SMALL = Gazetteer([MEI, LAN, LAN_OLD, LAN_EAST, ZHU, ZHU_OLD, JU, JU_WEST])


def test_provinces():
    assert SMALL.province_names == ("梅省", "菊市")
    assert SMALL.province("梅省") is MEI
    assert SMALL.province("菊市") is JU


def test_cities():
    assert SMALL.city_names == ("兰市", "竹市", "菊市")
    assert SMALL.city("竹市") is ZHU
    assert SMALL.cities_of(MEI) == (LAN, ZHU)


def test_a_municipality_is_its_own_city():
    assert SMALL.city("菊市") is JU
    assert SMALL.cities_of(JU) == ()
    assert SMALL.districts_of(JU) == (JU_WEST,)
    assert SMALL.district(JU, "西区") is JU_WEST


def test_a_province_with_cities_is_no_city():
    assert SMALL.city("梅省") is None
    assert SMALL.districts_of(MEI) == ()


def test_districts_of_one_name_are_told_apart_by_city():
    assert SMALL.district(LAN, "城区") is LAN_OLD
    assert SMALL.district(ZHU, "城区") is ZHU_OLD
    assert SMALL.districts_of(LAN) == (LAN_OLD, LAN_EAST)


def test_province_of_a_place():
    assert [place.province for place in (MEI, LAN, LAN_OLD, JU, JU_WEST)] == [MEI, MEI, MEI, JU, JU]


@pytest.mark.parametrize("name", ["", "兰", "兰市 ", "梅", "城区", "无名市"])
def test_unknown_names(name):
    assert SMALL.province(name) is None
    assert SMALL.city(name) is None
    assert SMALL.district(LAN, name) is (LAN_OLD if name == "城区" else None)


def test_a_district_elsewhere_is_unknown():
    assert SMALL.district(ZHU, "东县") is None
    assert SMALL.district(LAN_OLD, "东县") is None


def test_nothing_at_all():
    nowhere = Gazetteer([])
    assert (nowhere.province_names, nowhere.city_names) == ((), ())
    assert nowhere.cities_of(MEI) == nowhere.districts_of(LAN) == ()


def test_places_are_frozen():
    with pytest.raises(FrozenInstanceError):
        LAN.name = "桂市"


def test_the_country_is_read_once():
    assert gazetteer() is gazetteer()


@pytest.mark.parametrize(
    ("name", "code", "level", "slug", "province"),
    [
        ("太原市", "140100", Level.CITY, "taiyuan", "山西省"),
        ("重庆市", "500000", Level.PROVINCE, "chongqing", "重庆市"),
        ("北京市", "110000", Level.PROVINCE, "beijing", "北京市"),
        ("济源市", "419001", Level.CITY, "jiyuan", "河南省"),
        ("东莞市", "441900", Level.CITY, "dongguan", "广东省"),
        ("吉林市", "220200", Level.CITY, "jilin-jilin", "吉林省"),
        ("香港特别行政区", "810000", Level.PROVINCE, "xianggang", "香港特别行政区"),
    ],
)
def test_city(name, code, level, slug, province):
    city = gazetteer().city(name)
    assert (city.code, city.name, city.level, city.slug) == (code, name, level, slug)
    assert city.province is gazetteer().province(province)


@pytest.mark.parametrize(
    ("city", "district", "code"),
    [
        ("太原市", "晋源区", "140110"),
        ("长治市", "长子县", "140428"),
        ("重庆市", "万州区", "500101"),
        ("重庆市", "城口县", "500229"),
        ("大同市", "平城区", "140213"),
    ],
)
def test_district(city, district, code):
    found = gazetteer().district(gazetteer().city(city), district)
    assert (found.code, found.name, found.level) == (code, district, Level.DISTRICT)
    assert found.parent is gazetteer().city(city)


@pytest.mark.parametrize(
    "name", ["太原", "山西", "山西省", "晋源区", "全省", "全国", "Taiyuan", ""]
)
def test_no_city(name):
    assert gazetteer().city(name) is None


@pytest.mark.parametrize("name", ["山西", "太原市", "全国", "内蒙古", ""])
def test_no_province(name):
    assert gazetteer().province(name) is None


def test_no_district():
    taiyuan, chongqing = gazetteer().city("太原市"), gazetteer().city("重庆市")
    assert gazetteer().district(taiyuan, "平城区") is None
    assert gazetteer().district(taiyuan, "万州区") is None
    assert gazetteer().district(chongqing, "晋源区") is None
    assert gazetteer().district(taiyuan, "") is None


SHANXI = "太原市 大同市 阳泉市 长治市 晋城市 朔州市 晋中市 运城市 忻州市 临汾市 吕梁市"


def test_cities_of_shanxi_in_the_order_of_their_codes():
    cities = gazetteer().cities_of(gazetteer().province("山西省"))
    assert [city.name for city in cities] == SHANXI.split()


@pytest.mark.parametrize("name", ["北京市", "天津市", "上海市", "重庆市"])
def test_municipalities_have_districts_and_no_cities(name):
    municipality = gazetteer().province(name)
    assert gazetteer().city(name) is municipality
    assert gazetteer().cities_of(municipality) == ()
    assert len(gazetteer().districts_of(municipality)) >= 16


def test_every_city_is_found_under_its_province():
    for name in gazetteer().city_names:
        city = gazetteer().city(name)
        assert city.name == name
        assert city is city.province or city in gazetteer().cities_of(city.province)
        for district in gazetteer().districts_of(city):
            assert gazetteer().district(city, district.name) is district
            assert district.province is city.province


def test_counts():
    assert len(gazetteer().province_names) == 34
    assert (
        len(gazetteer().city_names) == 333 + 33 + 7
    )  # 7: municipalities, Taiwan, Hong Kong, Macau
