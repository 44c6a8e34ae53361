"""What `check` answers to all former names and zones of the tables."""

# ruff: noqa: E501 - a message stays in one piece, so that it can be searched for

from __future__ import annotations

import pytest

from casebook.content.problem import Problem
from casebook.names.personal_data import personal_data
from casebook.places.gazetteer import gazetteer
from casebook.places.history import FormerPlace, history
from casebook.places.zones import zones

from .answers import answers, case, kind_of, of_former, of_zone, places_named, report

COUNTED = {
    ("former, before", "accepted"): 593,
    ("former, before", "city-uncertain"): 4,
    ("former, before", "district-uncertain"): 35,
    ("former, year of change", "accepted"): 593,
    ("former, year of change", "city-uncertain"): 4,
    ("former, year of change", "district-uncertain"): 35,
    ("former, later", "city-former"): 71,
    ("former, later", "district-former"): 560,
    ("former, later", "accepted"): 1,
    ("zone (checked), as city", "city-zone"): 306,
    ("zone (checked), as district", "district-zone"): 306,
    ("zone (unchecked), as city", "city-zone"): 221,
    ("zone (unchecked), as city", "city-district"): 1,  # 两江新区, a district today
    ("zone (unchecked), as district", "district-zone-unchecked"): 221,
    ("zone (unchecked), as district", "accepted"): 1,
}
"""The two accepted later are valid names of today: 儋州市 as a city, 两江新区 as a district."""

UNRESOLVED = {
    ("昌都地区", "盐井县"),
    ("昌都地区", "碧土县"),
    ("昌都地区", "妥坝县"),
    ("昌都地区", "生达县"),
    ("阿里地区", "隆格尔县"),
    ("达川地区", "达川市"),
    ("南宁市", "市郊区"),
    ("柳州市", "市郊区"),
}
"""The former names of which no source tells where they went, or sources contradict each other."""

UNKNOWN = {"city-unknown", "district-unknown", "district-elsewhere"}


def test_every_name_gets_an_answer_of_a_known_kind() -> None:
    assert dict(report()) == COUNTED


def test_every_former_name_resolves_or_is_listed_as_unresolved() -> None:
    resolved = {(one.city, one.name) for one in history().places if one.today}
    all_names = {(one.city, one.name) for one in history().places}
    assert all_names - resolved == UNRESOLVED


def _is_of(name: str, province: str) -> bool:
    """Whether a place of that name is in the province."""
    china = gazetteer()
    home = china.province(province)
    assert home is not None
    cities = (home, *china.cities_of(home))
    districts = (one.name for city in cities for one in china.districts_of(city))
    return name in {*(one.name for one in cities), *districts} or name in RETIRED.get(province, ())


RETIRED = {"重庆市": ("江北区", "渝北区")}
"""Former names with a slug."""


def _strangers(problems: list[Problem], province: str) -> set[str]:
    """The places of other provinces that the problems name."""
    named = {name for one in problems for name in places_named(f"{one.message}{one.hint}")}
    return {name for name in named if not _is_of(name, province)}


@pytest.mark.parametrize("later", [-1, 0, 1])
def test_no_former_name_is_answered_with_a_place_of_another_province(later: int) -> None:
    for place in history().places:
        problems = of_former(place, place.until.year + later)
        assert not UNKNOWN & {one.code for one in problems}, place
        assert _strangers(problems, place.province) - _own_words(place) == set(), place


def _own_words(place: FormerPlace) -> set[str]:
    """The names in the table's own texts on a place, which another place may have today."""
    return {place.name, *places_named(place.became), *places_named(f"“{place.name}”")}


def test_no_zone_is_answered_with_a_place_of_another_province() -> None:
    for zone in zones().zones:
        cities = {city.name for city in zone.cities}
        for name, use, problems in of_zone(zone):
            assert not UNKNOWN & {one.code for one in problems}, (name, use)
            for problem in problems:
                named = places_named(f"{problem.message}{problem.hint}".replace(f"“{name}”", ""))
                assert cities <= named, (name, use)
                assert {one for one in named if gazetteer().city(one)} == cities, (name, use)


@pytest.mark.parametrize(
    ("where", "day", "told"),
    [
        (("山西省", "长治市", "城区"), "2019", "区县“城区”已于2018年并入潞州区，本案的日期 2019 在这以后。请写“潞州区”。"),
        (("山西省", "太原市", "城区"), "2019", "太原市没有“城区”。可选：小店区、迎泽区、杏花岭区、尖草坪区、万柏林区、晋源区、清徐县、阳曲县、娄烦县、古交市。"),
        (("山东省", "莱芜市", None), "2020", "“莱芜市”已于2018年撤销，原辖区现属济南市莱芜区、钢城区，本案的日期 2020 在这以后。请把城市（city）写成“济南市”，区县（district）在莱芜区、钢城区中选一个，不能确定的不写。"),
        (("山东省", "莱芜市", "莱城区"), "2020", "“莱芜市”已于2018年撤销，原辖区现属济南市莱芜区、钢城区，本案的日期 2020 在这以后。请把城市（city）写成“济南市”，区县（district）在莱芜区、钢城区中选一个，不能确定的不写。区县“莱城区”已于2018年更名为济南市莱芜区，本案的日期 2020 在这以后。请把城市（city）写成“济南市”，区县（district）写成“莱芜区”。"),
        (("安徽省", "巢湖市", None), "2020", "“巢湖市”已于2011年撤销，原辖区现属合肥市、芜湖市、马鞍山市，本案的日期 2020 在这以后。请核对通报：是现在的巢湖市的，把城市（city）写成“合肥市”，区县（district）写成“巢湖市”；不是的，在城市（city）写合肥市、芜湖市、马鞍山市中的一个。"),
        (("安徽省", "巢湖市", None), "2010", "“巢湖市”已于2011年撤销，原辖区现属合肥市、芜湖市、马鞍山市，看不出本案在其中哪一个市。本案先归入安徽省；通报写明区县的，请加上区县（district）。"),
        (("陕西省", "西安高新区", None), "2024", "“西安高新区”可能是西安市的高新技术产业开发区（未经核实），不在地级行政区名录里。请在城市（city）写“西安市”，在区县（district）写它所在的区县，通报没有写明区县的不写。"),
        (("陕西省", "西安市", "高新区"), "2024", "“高新区”可能是西安市的高新技术产业开发区（未经核实），不在区县名录里。页面照写这个名称，本案只归入西安市。请在城市（city）写“西安市”，在区县（district）写它所在的区县，通报没有写明区县的不写。"),
        (("江苏省", "苏州市", "工业园区"), "2024", "“工业园区”是苏州市的工业园区，不是行政区划。请在城市（city）写“苏州市”，在区县（district）写它所在的区县，通报没有写明区县的不写。"),
        (("陕西省", "咸阳市", "西咸新区"), "2024", "“西咸新区”可能是西安市、咸阳市的国家级新区（未经核实），不在区县名录里。页面照写这个名称，本案只归入咸阳市。请核对当地有没有同名的区县；没有的，在城市（city）写西安市、咸阳市中的一个，在区县（district）写它所在的区县，通报没有写明区县的不写。"),
        (("重庆市", "重庆市", "江北区"), "2026-03", "区县“江北区”已于2025年11月并入两江新区，本案的日期 2026-03 在这以后。请写“两江新区”。"),
        (("山东省", "济宁市", "市中区"), "2020", "区县“市中区”已于2013年并入任城区（去向未经核实），本案的日期 2020 在这以后。请查明去向，在区县（district）写济宁市现在的区县，不能确定的不写。"),
        (("四川省", "达川地区", "达县"), "1998", ""),
        (("山东省", "济南市", "莱城区"), "2017", ""),
        (("山东省", "济南市", "莱城区"), "2018-12", ""),
        (("湖北省", "襄阳市", "襄阳区"), "2008", ""),
        (("重庆市", "重庆市", "江北区"), "2026-01-20", ""),
        (("天津市", "天津市", "滨海新区"), "2024", ""),
        (("海南省", "三沙市", "西沙区"), "2024", ""),
    ],
)  # fmt: skip
def test_answers(where: tuple[str, str, str | None], day: str, told: str) -> None:
    assert "".join(f"{one.message}{one.hint}" for one in answers(*where, day)) == told


def test_no_former_name_is_taken_for_a_person() -> None:
    for place in history().places:
        text = (
            f"{place.city or place.province}{place.name}公安机关查明，有人在{place.name}编造消息。"
        )
        assert list(personal_data(text)) == [], place


def test_a_name_that_came_later_than_its_bulletin_is_told() -> None:
    where = ("重庆市", "重庆市", "两江新区", "2024")
    assert kind_of(answers(*where, published="2024-05-01")) == "district-not-yet"
    assert answers(*where, published="2025-12-01") == []


@pytest.mark.parametrize(
    ("where", "day", "cities", "district"),
    [
        (("山西省", "长治市", "城区"), "2017", ["长治市"], "潞州区"),
        (("山东省", "莱芜市", None), "2017", ["济南市"], None),
        (("山东省", "莱芜市", "莱城区"), "2017", ["济南市"], "莱芜区"),
        (("山东省", "莱芜市", "钢城区"), "2017", ["济南市"], "钢城区"),
        (("安徽省", "巢湖市", None), "2010", ["安徽省"], None),
        (("安徽省", "巢湖市", "无为县"), "2010", ["芜湖市"], "无为市"),
        (("安徽省", "安庆市", "枞阳县"), "2014", ["铜陵市"], "枞阳县"),
        (("海南省", "琼山市", None), "2001", ["海口市"], "琼山区"),
        (("湖北省", "襄樊市", "樊城区"), "2008", ["襄阳市"], "樊城区"),
        (("安徽省", "六安地区", "六安市"), "1998", ["六安市"], None),
        (("宁夏回族自治区", "银川市", "新城区"), "2001", ["银川市"], None),
        (("浙江省", "杭州市", "下城区"), "2020", ["杭州市"], None),
        (("西藏自治区", "昌都地区", "盐井县"), "1998", ["昌都市"], None),
        (("全国", "[莱芜市, 济南市]", None), "2017", ["济南市"], None),
    ],
)
def test_filed(
    where: tuple[str, str, str | None], day: str, cities: list[str], district: str | None
) -> None:
    found = case(*where, day)
    assert not isinstance(found, list)
    assert [place.name for place in found.places] == cities
    assert (found.district.name if found.district else None) == district
    printed = where[1].strip("[]").split(", ")
    assert list(found.place_names) == printed
