"""A case of 2017 in 长治市城区, from its file to the site: shown as printed, filed under 潞州区."""

# ruff: noqa: E501 - a case and its line stay in one piece

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.build.site_build import write_site
from casebook.outputs.api.case_serializer import CaseSerializer
from casebook.outputs.search.document import search_document
from casebook.outputs.tables import files as table_files
from casebook.pages.site import plan_site
from casebook.schema.fact import CaseContext
from casebook.schema.fact_lines import places

from ..build.plans import plan_of
from ..outputs.contexts import context, small_content
from ..sites.make import Content

FORMER, TODAY = "2018-01-05-shanxi/01", "2024-09-01-shanxi/01"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Two cases of the same district, before and after the change."""
    made = small_content(tmp_path)
    made.case(FORMER, date="2017-05", city="长治市", district="城区")
    made.case(TODAY, date="2024-05", city="长治市", district="潞州区")
    return made


def test_the_library_files_it_under_todays_district(content: Content) -> None:
    former, today = (content.library().case(one) for one in (FORMER, TODAY))
    assert former is not None
    assert today is not None
    assert former.district is today.district
    assert (former.fields.district, former.place_names) == ("城区", ("长治市",))


def test_one_term_has_both_cases(content: Content) -> None:
    site = plan_site(content.library())
    terms = {term.address: [case.id for case in term.cases] for term in site.places.walk()}
    assert terms["cities/changzhi/luzhou/"] == [TODAY, FORMER]
    assert [address for address in terms if address.startswith("cities/changzhi/")] == [
        "cities/changzhi/",
        "cities/changzhi/luzhou/",
    ]


def test_both_names_are_searched(content: Content) -> None:
    case = content.library().case(FORMER)
    assert case is not None
    found = search_document(case)
    assert found.facts == ("2017年5月", "长治市", "城区", "网络水军", "刑事拘留")
    assert found.unseen == ("山西省长治市城区", "山西省长治市潞州区")


def test_the_interface_has_both_names(content: Content) -> None:
    library = content.library()
    serializer = CaseSerializer(library, plan_site(library), "")
    case = library.case(FORMER)
    assert case is not None
    record = serializer.short_record(case).model_dump(mode="json")
    assert record["district"] == {
        "code": "140403", "name": "潞州区", "slug": "luzhou", "printed": "城区",
    }  # fmt: skip
    assert record["cities"] == [
        {"code": "140400", "name": "长治市", "slug": "changzhi", "printed": "长治市"}
    ]


def test_tables_have_the_printed_name(content: Content) -> None:
    made = dict(table_files(context(content)))
    (text,) = (value.decode("utf-8-sig") for name, value in made.items() if name.endswith(".csv"))
    assert "长治市,140400,城区," in text
    assert "长治市,140400,潞州区," in text


def test_pages_show_the_printed_name_and_todays(content: Content, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    write_site(plan_of(content), folder, "site", None)
    page = (folder / "cases" / FORMER / "index.html").read_text("utf-8")
    assert '<a href="../../../cities/changzhi/luzhou/">城区</a><span>（今潞州区）</span>' in page
    term = (folder / "cities/changzhi/luzhou/index.html").read_text("utf-8")
    assert f"{FORMER}/" in term
    assert f"{TODAY}/" in term


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        ({"city": "长治市", "district": "潞州区"}, "山西省长治市潞州区"),
        ({"city": "长治市", "district": "城区"}, "山西省长治市城区（今潞州区）"),
        ({"city": "莱芜市", "province": "山东省"}, "山东省莱芜市（今属济南市）"),
        ({"city": "莱芜市", "province": "山东省", "district": "莱城区"}, "山东省莱芜市莱城区（今济南市莱芜区）"),
        ({"city": "安庆市", "province": "安徽省", "district": "枞阳县"}, "安徽省安庆市枞阳县（今铜陵市枞阳县）"),
        ({"city": "巢湖市", "province": "安徽省"}, "安徽省巢湖市"),
        ({"city": "重庆市", "province": "重庆市", "district": "江北区"}, "重庆市江北区（今两江新区）"),
        ({"city": "杭州市", "province": "浙江省", "district": "下城区"}, "浙江省杭州市下城区"),
        ({"city": "[莱芜市, 太原市]"}, "山东省莱芜市（今属济南市）；山西省太原市"),
        ({"city": "全省"}, "山西省"),
    ],
)  # fmt: skip
def test_the_line_of_places(tmp_path: Path, fields: dict[str, str], parts: str) -> None:
    made = small_content(tmp_path)
    if fields["city"].startswith("["):
        made.bulletin("2018-01-05-shanxi", province="全国")
        fields = fields | {"city": fields["city"].strip("[]").split(", ")}  # type: ignore[dict-item]
    made.case(FORMER, date="2011" if "巢湖市" in fields["city"] else "2014", **fields)
    case = made.library().case(FORMER)
    assert case is not None
    (line,) = places(CaseContext(case))
    assert "".join(part.text for part in line.parts) == parts
