"""Cases grouped by place, offence, date and stage."""

from __future__ import annotations

from casebook.law.proceedings.stage import STATED
from casebook.pages.taxonomies import TAXONOMIES
from casebook.pages.taxonomy import Term, build_tree
from casebook.schema.term_keys import Key, stage_key

ROOT = Key("root/", "全部")
HIGH, LOW = Key("root/high/", "上", (1,)), Key("root/low/", "下", (2,))
INNER = Key("root/high/inner/", "内", (1,))

BY_KIND = {taxonomy.kind: taxonomy for taxonomy in TAXONOMIES}
PLACE, OFFENCE, DATE, STAGE = (BY_KIND[kind] for kind in ("place", "offence", "date", "stage"))


def numbers(term: Term) -> list[str]:
    return [case.id.rpartition("/")[2] for case in term.cases]


def counts(term: Term) -> dict[str, int]:
    """The number of cases of every term below, by address."""
    return {found.address: found.count for found in term.walk() if found is not term}


def term_at(root: Term, address: str) -> Term:
    return next(term for term in root.walk() if term.address == address)


# Growing


def test_a_taxonomy_without_cases_is_its_root():
    term = build_tree(ROOT, (), lambda case: [])
    assert (term.address, term.title, term.count, term.children) == ("root/", "全部", 0, ())


def test_a_term_holds_the_cases_of_its_children_in_the_given_order(content):
    for number in ("01", "02", "03"):
        content.case(f"2024-09-01-shanxi/{number}")
    cases = content.library().cases
    paths = {"01": [(HIGH, INNER)], "02": [(HIGH,)], "03": [(LOW,)]}
    root = build_tree(ROOT, cases, lambda case: paths[case.id[-2:]])
    assert numbers(root) == ["01", "02", "03"]
    assert numbers(term_at(root, "root/high/")) == ["01", "02"]
    assert numbers(term_at(root, "root/high/inner/")) == ["01"]
    assert numbers(term_at(root, "root/low/")) == ["03"]


def test_a_case_that_reaches_a_term_twice_counts_once(content):
    content.case("2024-09-01-shanxi/01")
    root = build_tree(ROOT, content.library().cases, lambda case: [(HIGH, INNER), (HIGH,), (LOW,)])
    assert root.count == 1
    assert counts(root) == {"root/high/": 1, "root/high/inner/": 1, "root/low/": 1}


def test_children_stand_by_their_order_and_not_as_they_came(content):
    content.case("2024-09-01-shanxi/01")
    root = build_tree(ROOT, content.library().cases, lambda case: [(LOW,), (HIGH,)])
    assert [child.key for child in root.children] == [HIGH, LOW]


def test_seeds_are_terms_without_cases():
    root = build_tree(ROOT, (), lambda case: [], seeds=[(HIGH, INNER)])
    assert counts(root) == {"root/high/": 0, "root/high/inner/": 0}


def test_the_trail_names_the_terms_above(content):
    content.case("2024-09-01-shanxi/01")
    root = build_tree(ROOT, content.library().cases, lambda case: [(HIGH, INNER)])
    assert root.ancestors == ()
    assert term_at(root, "root/high/inner/").ancestors == (ROOT, HIGH)


# Places


def test_every_city_of_a_province_in_use_is_there_by_code(content):
    content.case("2024-09-01-shanxi/01", city="大同市")
    library = content.library()
    (province,) = PLACE.tree(library, library.cases).children
    assert (province.title, province.address, province.count) == ("山西省", "cities/shanxi/", 1)
    assert [(city.title, city.count) for city in province.children] == [
        ("太原市", 0),
        ("大同市", 1),
        ("阳泉市", 0),
        ("长治市", 0),
        ("晋城市", 0),
        ("朔州市", 0),
        ("晋中市", 0),
        ("运城市", 0),
        ("忻州市", 0),
        ("临汾市", 0),
        ("吕梁市", 0),
    ]


def test_a_district_stands_below_its_city(content):
    content.case("2024-09-01-shanxi/01", district="晋源区")
    content.case("2024-09-01-shanxi/02")
    library = content.library()
    city = term_at(PLACE.tree(library, library.cases), "cities/taiyuan/")
    assert numbers(city) == ["01", "02"]
    (district,) = city.children
    assert (district.title, district.address) == ("晋源区", "cities/taiyuan/jinyuan/")
    assert numbers(district) == ["01"]
    assert [key.title for key in district.ancestors] == ["地区", "山西省", "太原市"]


def test_a_municipality_is_one_term(content):
    content.bulletin("2024-09-02-chongqing", province="重庆市")
    content.case("2024-09-02-chongqing/01", city="重庆市", district="渝中区")
    content.case("2024-09-02-chongqing/02", city="重庆市")
    library = content.library()
    root = PLACE.tree(library, library.cases)
    assert counts(root) == {"cities/chongqing/": 2, "cities/chongqing/yuzhong/": 1}


def test_a_province_wide_case_stands_in_its_province_alone(content):
    content.case("2024-09-01-shanxi/01", city="全省")
    library = content.library()
    found = counts(PLACE.tree(library, library.cases))
    assert found.pop("cities/shanxi/") == 1
    assert len(found) == 11
    assert set(found.values()) == {0}


def test_a_case_of_several_cities_counts_once_in_their_province(content):
    content.case("2024-09-01-shanxi/01", city=["太原市", "运城市"])
    library = content.library()
    root = PLACE.tree(library, library.cases)
    found = counts(root)
    assert root.count == found["cities/shanxi/"] == 1
    assert found["cities/taiyuan/"] == found["cities/yuncheng/"] == 1


def test_cities_of_two_provinces_bring_both_with_all_their_cities(content):
    content.bulletin("2024-09-03-quanguo", province="全国")
    content.case("2024-09-03-quanguo/01", city=["运城市", "西安市"])
    library = content.library()
    root = PLACE.tree(library, library.cases)
    assert [(province.title, province.count) for province in root.children] == [
        ("山西省", 1),
        ("陕西省", 1),
    ]
    assert [len(province.children) for province in root.children] == [11, 10]
    assert root.count == 1


# Offences


def test_every_group_is_there_in_its_own_order(content):
    content.case("2024-09-01-shanxi/01")
    library = content.library()
    root = OFFENCE.tree(library, library.cases)
    assert [(group.title, group.count) for group in root.children] == [
        ("网络黑客", 0),
        ("网络水军", 1),
    ]


def test_a_charge_stands_below_the_group_it_belongs_to(content):
    content.case("2024-09-01-shanxi/01", offence=["网络黑客", "网络水军"], charge="非法经营罪")
    content.case("2024-09-01-shanxi/02")
    library = content.library()
    assert counts(OFFENCE.tree(library, library.cases)) == {
        "offences/hacking/": 1,
        "offences/posters/": 2,
        "offences/posters/illegal-business/": 1,
    }


def test_a_case_stands_below_every_charge_of_its_groups(content):
    charges = ["破坏系统罪", "非法经营罪", "诈骗罪", "敲诈勒索罪"]
    content.case("2024-09-01-shanxi/01", offence=["网络黑客", "网络水军"], charge=charges)
    content.case("2024-09-01-shanxi/02", offence="网络黑客", charge=charges)
    library = content.library()
    assert counts(OFFENCE.tree(library, library.cases)) == {
        "offences/hacking/": 2,
        "offences/hacking/damage/": 2,
        "offences/posters/": 1,
        "offences/posters/fraud/": 1,
        "offences/posters/illegal-business/": 1,
    }


def test_charges_stand_as_on_the_page_of_their_group(content):
    content.case("2024-09-01-shanxi/01", charge="诈骗罪")
    content.case("2024-09-01-shanxi/02", charge="非法经营罪")
    library = content.library()
    posters = term_at(OFFENCE.tree(library, library.cases), "offences/posters/")
    assert [charge.title for charge in posters.children] == ["非法经营罪", "诈骗罪"]


# Dates


def test_years_and_months_stand_newest_first(content):
    for number, date in enumerate(("2023-12-31", "2024-01", "2024-10-02", "2024-09"), start=1):
        content.case(f"2025-01-01-shanxi/{number:02}", date=date)
    library = content.library()
    root = DATE.tree(library, library.cases)
    assert [(term.title, term.address) for term in root.walk()] == [
        ("时间", "dates/"),
        ("2024年", "dates/2024/"),
        ("2024年10月", "dates/2024/10/"),
        ("2024年9月", "dates/2024/09/"),
        ("2024年1月", "dates/2024/01/"),
        ("2023年", "dates/2023/"),
        ("2023年12月", "dates/2023/12/"),
    ]


def test_the_cases_of_a_year_stand_newest_first_and_those_of_no_month_last(content):
    dates = {"01": "2024", "02": "2024-03", "03": "2024-03-09", "04": "2024-11", "05": "2024-03"}
    for number, date in dates.items():
        content.case(f"2025-01-01-shanxi/{number}", date=date)
    library = content.library()
    root = DATE.tree(library, library.cases)
    assert numbers(term_at(root, "dates/2024/")) == ["04", "03", "02", "05", "01"]
    assert numbers(term_at(root, "dates/2024/03/")) == ["03", "02", "05"]


def test_a_case_known_by_year_only_is_in_no_month(content):
    content.case("2024-09-01-shanxi/01", date="2024")
    library = content.library()
    assert counts(DATE.tree(library, library.cases)) == {"dates/2024/": 1}


# Stages


def test_the_addresses_of_stages_stay_for_ever():
    assert {stage.value: stage_key(stage).address for stage in STATED} == {
        "立案侦查": "stages/filed/",
        "侦破": "stages/cleared/",
        "刑事拘留": "stages/detained/",
        "采取刑事强制措施": "stages/measures/",
        "不批准逮捕": "stages/arrest-refused/",
        "移送起诉": "stages/transferred/",
        "提起公诉": "stages/charged/",
        "一审判决": "stages/first-judgment/",
        "判决生效": "stages/final-judgment/",
        "再审": "stages/retrial/",
        "撤销案件": "stages/dropped/",
        "不起诉": "stages/not-charged/",
        "判决无罪": "stages/acquitted/",
        "行政处罚": "stages/penalty/",
        "批评教育": "stages/educated/",
    }


def test_stages_stand_in_the_order_of_a_cases_way(content):
    for number, stage in enumerate(reversed(STATED), 1):
        content.case(f"2024-09-01-shanxi/{number:02}", stage=stage.value)
    library = content.library()
    root = STAGE.tree(library, library.cases)
    assert [term.key.of for term in root.children] == [*STATED]
    assert [term.title for term in root.children] == [stage.value for stage in STATED]
    assert (root.address, root.title, root.count) == ("stages/", "办理阶段", 15)


def test_a_case_stands_at_its_latest_stage_alone(content):
    updates = [{"date": "2024-06", "stage": "移送起诉"}, {"date": "2024-07", "stage": "提起公诉"}]
    content.case("2024-09-01-shanxi/01", stage="刑事拘留", updates=updates)
    content.case("2024-09-01-shanxi/02", stage="刑事拘留")
    library = content.library()
    assert counts(STAGE.tree(library, library.cases)) == {
        "stages/detained/": 1,
        "stages/charged/": 1,
    }


def test_stages_without_cases_are_no_terms():
    assert STAGE.tree(None, ()).children == ()
