"""The rules on provinces, cities and districts, each at its edges."""

# ruff: noqa: E501 - a line of a report stays in one piece, so that it can be searched for

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.content.problem import Severity

from .sites import DATONG, problems_of, report, sound

INDEX, CASE = f"{DATONG}/index.md", f"{DATONG}/01.md"


def of_bulletin(province: str, /, **case: str | None) -> dict[str, str]:
    """A bulletin of that province whose one case has these places."""
    return {INDEX: sound(INDEX, province=province), CASE: sound(CASE, **case)}


@pytest.mark.parametrize(
    ("province", "case"),
    [
        ("山西省", {"city": "太原市"}),
        ("山西省", {"city": "[太原市, 大同市]"}),
        ("山西省", {"city": "全省"}),
        ("山西省", {"city": "太原市", "district": "古交市"}),
        ("山西省", {"city": "西安市", "province": "陕西省"}),
        ("山西省", {"city": "全省", "province": "陕西省"}),
        ("陕西省", {"city": "西安市"}),
        ("全国", {"city": "西安市"}),
        ("全国", {"city": "[西安市, 太原市]"}),
        ("全国", {"city": "全省", "province": "陕西省"}),
        ("全国", {"city": "西安市", "province": "陕西省", "district": "雁塔区"}),
        ("全国", {"city": "西安市", "district": "雁塔区"}),
        ("重庆市", {"city": "重庆市"}),
        ("重庆市", {"city": "重庆市", "district": "渝中区"}),
        ("新疆维吾尔自治区", {"city": "伊犁哈萨克自治州"}),
        ("广东省", {"city": "东莞市"}),
    ],
)
def test_places_that_hold(province: str, case: dict[str, str], tmp_path: Path) -> None:
    assert report(tmp_path, of_bulletin(province, **case)) == []


@pytest.mark.parametrize(
    ("province", "city", "line"),
    [
        ("山西省", "太远市", "“city”写的“太远市”不是地级行政区的正式名称。最接近的写法：“太原市”。县级名称请写在 district；全省性案件写“全省”。"),
        ("山西省", "芜湖", "“city”写的“芜湖”不是地级行政区的正式名称。县级名称请写在 district；全省性案件写“全省”。"),
        ("安徽省", "芜湖", "“city”写的“芜湖”不是地级行政区的正式名称。最接近的写法：“芜湖市”。县级名称请写在 district；全省性案件写“全省”。"),
        ("全国", "芜湖", "“city”写的“芜湖”不是地级行政区的正式名称。最接近的写法：“芜湖市”。县级名称请写在 district；全省性案件写“全省”。"),
        ("山西省", "襄垣县", "“襄垣县”是长治市的区县，不是地级行政区。请在城市（city）写“长治市”，在区县（district）写“襄垣县”。"),
        ("山西省", "城区", "“城区”是阳泉市、晋城市、大同市、长治市的区县，不是地级行政区。请在城市（city）写阳泉市、晋城市、大同市、长治市中的一个，在区县（district）写“城区”。"),
        ("江西省", "昆山市", "“city”写的“昆山市”不是地级行政区的正式名称。县级名称请写在 district；全省性案件写“全省”。"),
        ("全国", "昆山市", "“昆山市”是苏州市的区县，不是地级行政区。请在城市（city）写“苏州市”，在区县（district）写“昆山市”。"),
        ("北京市", "北京", "“city”写的“北京”不是地级行政区的正式名称。最接近的写法：“北京市”。县级名称请写在 district；全省性案件写“全省”。"),
    ],
)  # fmt: skip
def test_what_is_suggested_is_in_the_province(
    province: str, city: str, line: str, tmp_path: Path
) -> None:
    assert report(tmp_path, of_bulletin(province, city=city)) == [f"{CASE}:4:7: {line}"]


@pytest.mark.parametrize(
    ("province", "case", "lines"),
    [
        pytest.param(
            "山西省",
            {"city": "西安市"},
            [
                f"{CASE}:4:7: 西安市不在山西省，它属于陕西省，山西与陕西容易混淆。请改正城市或通报的省份；确是外省案件时，把省份（province）写成“陕西省”。"
            ],
            id="Shaanxi city, Shanxi bulletin",
        ),
        pytest.param(
            "陕西省",
            {"city": "大同市"},
            [
                f"{CASE}:4:7: 大同市不在陕西省，它属于山西省，山西与陕西容易混淆。请改正城市或通报的省份；确是外省案件时，把省份（province）写成“山西省”。"
            ],
            id="Shanxi city, Shaanxi bulletin",
        ),
        pytest.param(
            "山西省",
            {"city": "北京市"},
            [
                f"{CASE}:4:7: 北京市不在山西省，它属于北京市。请改正城市；确在外省时，把省份（province）写成“北京市”。"
            ],
            id="municipality",
        ),
        pytest.param(
            "山西省",
            {"city": "[太原市, 石家庄市, 西安市]"},
            [
                f"{CASE}:4:13: 石家庄市不在山西省，它属于河北省。请改正城市；确在外省时，把省份（province）写成“河北省”。",
                f"{CASE}:4:19: 西安市不在山西省，它属于陕西省，山西与陕西容易混淆。请改正城市或通报的省份；确是外省案件时，把省份（province）写成“陕西省”。",
            ],
            id="every city of a list",
        ),
        pytest.param(
            "全国",
            {"city": "全省"},
            [
                f"{CASE}:4:7: 通报的案例来自多个省份，本案写的是“全省”，看不出是哪个省。请加上省份（province）。"
            ],
            id="province of a province-wide case",
        ),
        pytest.param(
            "全国",
            {"city": "西安市", "province": "全国"},
            [f"{CASE}:9:11: 案例的省份（province）不能写“全国”。请写具体省份。"],
            id="nationwide case in a nationwide bulletin",
        ),
        pytest.param(
            "山西省",
            {"city": "[大同市, 全省]"},
            [f"{CASE}:4:7: 城市（city）里，“全省”不能与城市并列。请只写“全省”，或只写城市。"],
            id="province and city",
        ),
        pytest.param(
            "山西省",
            {"city": "太原"},
            [
                f"{CASE}:4:7: 城市（city）写的“太原”不是地级行政区的正式名称。最接近的写法：“太原市”。县级名称请写在区县（district）；全省性案件写“全省”。"
            ],
            id="short name",
        ),
    ],
)
def test_places_that_do_not_hold(
    province: str, case: dict[str, str], lines: list[str], tmp_path: Path
) -> None:
    assert report(tmp_path, of_bulletin(province, **case)) == lines


def test_a_county_level_name_as_city_is_sent_to_district(tmp_path: Path) -> None:
    (line,) = report(tmp_path, of_bulletin("山西省", city="古交市"))
    assert (
        line
        == f"{CASE}:4:7: “古交市”是太原市的区县，不是地级行政区。请在城市（city）写“太原市”，在区县（district）写“古交市”。"
    )


@pytest.mark.parametrize(
    ("case", "message"),
    [
        (
            {"city": "太原市", "district": "平城区"},
            "“平城区”不属于太原市，它属于大同市。请改正城市或区县。",
        ),
        ({"city": "太原市", "district": "晋原区"}, "太原市没有“晋原区”。最接近的写法：“晋源区”。"),
        (
            {"city": "太原市", "district": "南城街道"},
            "太原市没有“南城街道”。可选：小店区、迎泽区、杏花岭区、尖草坪区、万柏林区、晋源区、清徐县、阳曲县、娄烦县、古交市。",
        ),
        (
            {"city": "东莞市", "province": "广东省", "district": "南城街道"},
            "东莞市没有“南城街道”。请删去区县（district）。",
        ),
        (
            {"city": "[太原市, 大同市]", "district": "晋源区"},
            "写了区县（district），城市（city）却不是一个城市。请删去区县（district），或只写一个城市。",
        ),
        (
            {"city": "全省", "district": "晋源区"},
            "写了区县（district），城市（city）却不是一个城市。请删去区县（district），或只写一个城市。",
        ),
    ],
)
def test_districts(case: dict[str, str], message: str, tmp_path: Path) -> None:
    line = 10 if "province" in case else 9
    files = of_bulletin("山西省", **case)
    assert report(tmp_path, files) == [f"{CASE}:{line}:11: {message}"]


def test_a_province_said_twice_is_a_warning(tmp_path: Path) -> None:
    report(tmp_path, of_bulletin("山西省", province="山西省"))
    (problem,) = problems_of(tmp_path)
    assert str(problem) == f"{CASE}:9:11: 案例的省份（province）与通报的相同。请删去这一行。"
    assert problem.severity is Severity.WARNING
