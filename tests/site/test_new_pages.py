"""Statistics, stages, quiz, posters, site map and the frame of every page of the published cases.

As in test_real_site.py, counts are worked out from the table of facts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest
from bs4 import Tag

from ..corpus.facts import BULLETINS, FACTS, Facts
from ..sites.building import ORIGIN, Html, every, text_of
from .test_real_site import CITIES, EMPTIED, GROUPS, each_case, newest_first, section_items

STAGES = {
    "侦破": "cleared",
    "刑事拘留": "detained",
    "采取刑事强制措施": "measures",
    "移送起诉": "transferred",
    "行政处罚": "penalty",
}
"""The stages of the published cases in the order of a case's way."""


def counted(values_of: Callable[[Facts], Iterable[str]]) -> Counter[str]:
    return Counter(value for facts in FACTS for value in values_of(facts))


def links_of(page: Html, within: Tag) -> set[str]:
    """The addresses below the site that the links of an element lead to."""
    found = {page.leads_to(str(a["href"])) for a in within.find_all("a", href=True)}
    return {url.partition("#")[0].removeprefix(ORIGIN) for url in found if url.startswith(ORIGIN)}


# Stages


def test_stage_pages(site):
    assert {facts.stage for facts in FACTS} == set(STAGES)
    assert site.below("stages/") == {f"stages/{slug}/" for slug in STAGES.values()}


@pytest.mark.parametrize("stage", STAGES)
def test_the_list_of_a_stage(site, stage):
    page = site.page(f"stages/{STAGES[stage]}/")
    assert page.case_ids == newest_first(lambda facts: facts.stage == stage)
    assert page.heading == f"办理阶段为“{stage}”的案例"
    assert "案例里各阶段的人数和金额不能相加" in text_of(page.article)


def test_every_stage_is_offered_with_its_count_in_the_order_of_a_cases_way(site):
    counts = counted(lambda facts: [facts.stage])
    tiles = [text_of(link) for link in site.page("stages/").article.select(".tiles a")]
    assert tiles == [f"{stage} {counts[stage]}起" for stage in STAGES]
    for stage, slug in STAGES.items():
        assert site.page("stages/").link(f"{stage} {counts[stage]}起") == f"stages/{slug}/"


# Statistics

MONTHS = counted(lambda facts: [facts.date[:7]])

Row = tuple[str, str, int]
"""Title, address of the list and count."""

CHARTS: dict[str, list[Row]] = {
    "months": [
        (f"{month[:4]}年{int(month[5:])}月", f"dates/{month.replace('-', '/')}/", MONTHS[month])
        for month in sorted(MONTHS, reverse=True)
    ],
    "cities": sorted(
        (
            (city, f"cities/{CITIES[city]}/", count)
            for city, count in counted(lambda facts: facts.cities).items()
        ),
        key=lambda row: (-row[2], [*CITIES].index(row[0])),
    ),
    "groups": sorted(
        (
            (group, f"offences/{GROUPS[group]}/", count)
            for group, count in counted(lambda facts: facts.offence).items()
        ),
        key=lambda row: -row[2],
    ),
    "stages": [
        (stage, f"stages/{slug}/", sum(facts.stage == stage for facts in FACTS))
        for stage, slug in STAGES.items()
    ],
}


def chart_rows(site, chart: str) -> list[Row]:
    page = site.page("statistics/")
    (section,) = page.article.select(f'section[aria-labelledby="{chart}"]')
    found = []
    for row in section.select("tbody tr"):
        address = page.leads_to(str(row.th.a["href"])).removeprefix(ORIGIN)
        found.append((text_of(row.th), address, int(text_of(row.td).removesuffix("起"))))
    return found


@pytest.mark.parametrize("chart", CHARTS)
def test_the_statistics_say_what_the_bulletins_say(site, library, chart):
    found = chart_rows(site, chart)
    if chart == "groups":  # equal ones stand in the order of the groups, which is no fact
        assert sorted(found) == sorted(CHARTS[chart])
        place = {group.title: number for number, group in enumerate(library.offences)}
        assert found == sorted(found, key=lambda row: (-row[2], place[row[0]]))
    else:
        assert found == CHARTS[chart]


@pytest.mark.parametrize("chart", CHARTS)
def test_every_row_leads_to_a_list_of_as_many_cases(site, chart):
    for title, address, count in chart_rows(site, chart):
        assert len(site.page(address).case_ids) == count, title


@pytest.mark.parametrize("chart", CHARTS)
def test_a_bar_is_as_long_as_its_share_of_the_longest(site, chart):
    (section,) = site.page("statistics/").article.select(f'section[aria-labelledby="{chart}"]')
    widths = [str(bar["width"]) for bar in section.select("tbody rect")]
    counts = [count for *_, count in chart_rows(site, chart)]
    assert widths == [f"{100 * count / max(counts):.1f}" for count in counts]


def test_the_statistics_name_what_they_count_and_what_they_leave_out(site):
    page = site.page("statistics/")
    notes = {
        section["aria-labelledby"]: [text_of(item) for item in section.select(".chart__notes li")]
        for section in page.article.select(".chart")
    }
    several = sum(len(facts.offence) > 1 for facts in FACTS)
    assert notes == {
        "months": [
            "每起案例计一次。",
            "全部案例都写明了月份，没有漏计。",
            "没有案例的月份不列出。",
        ],
        "cities": [
            "全部案例都写明了城市，没有漏计。",
            "每起案例计一次。",
            "没有案例的城市不列出。",
        ],
        "groups": [
            f"有{several}起案例属于不止一个类型，在每个类型各计一次，所以各行相加会重复计算。",
            "分类为本站编辑口径，不代表定性。",
            "没有案例的类型不列出。",
        ],
        "stages": [
            "每起案例计一次。",
            "以本站已知的最新阶段为准。",
            "没有案例的阶段不列出。",
        ],
    }
    said = text_of(page.article)
    assert f"本站共发布{len(FACTS)}起案例" in said
    assert "不是人数，也不是金额" in said


def test_the_statistics_never_add_people_or_money_up(site):
    page = site.page("statistics/")
    cells = [text_of(cell) for cell in page.article.select("td")]
    assert [cell for cell in cells if not cell.endswith("起")] == []
    assert not page.article.select("tfoot")


# The facts of a case


def facts_of(page: Html) -> dict[str, str]:
    (panel,) = page.article.select('section[aria-labelledby="facts"]')
    found = [(text_of(row.dt), text_of(row.dd)) for row in panel.select("dl > div")]
    assert len(dict(found)) == len(found)
    return dict(found)


def people_of(facts: Facts) -> str | None:
    """The number of people as it is shown, with its stage where that is not the case's."""
    at = f"（{facts.people_at}时）" if facts.people_at else ""
    return f"{facts.people}人{at}" if facts.people else None


@each_case
def test_the_facts_of_a_case_stand_in_one_panel(site, library, facts):
    panel = facts_of(site.page(f"cases/{facts.id}/"))
    case = library.case(facts.id)
    bulletin, number = facts.id.split("/")
    title = next(one.title for one in library.bulletins if one.id == bulletin)
    year, month, *day = facts.date.split("-")
    date = f"{year}年{int(month)}月" + "".join(f"{int(part)}日" for part in day)
    expected = {
        "发现或侦破": date,
        "地区": "山西省" + "".join(facts.cities),
        "类型": "、".join(facts.offence),
        "涉嫌罪名": facts.charge,
        "违法行为": facts.act and facts.act.split("、")[0],
        "处罚种类": facts.act and facts.act.split("、")[1],
        "办案单位": case.fields.agency,
        "办理阶段": facts.stage,
        "通报人数": people_of(facts),
        case.fields.amount_label: facts.amount,
        "通报": f"{title}，第{int(number)}起",
    }
    figures = {name: text for name, text in panel.items() if name not in expected}
    assert set(figures.values()) == facts.figures
    assert {name: text for name, text in panel.items() if name in expected} == {
        name: text for name, text in expected.items() if text
    }


# Quiz


def test_every_group_has_cards(site, library):
    assert site.below("quiz/") == {f"quiz/{slug}/" for slug in GROUPS.values()}
    for group in library.offences:
        label = f"{group.title} {len(group.fields.quiz)}题"
        assert site.page("quiz/").link(label) == f"quiz/{group.slug}/"


@pytest.mark.parametrize("slug", GROUPS.values())
def test_the_cards_of_a_group(site, library, slug):
    page = site.page(f"quiz/{slug}/")
    (group,) = (one for one in library.offences if one.slug == slug)
    cards = page.article.select("fieldset")
    assert len(cards) == len(group.fields.quiz) > 0
    for number, (element, card) in enumerate(zip(cards, group.fields.quiz, strict=True), 1):
        assert text_of(element.legend) == f"第{number}题，共{len(cards)}题{card.question}"
        radios = element.find_all("input", type="radio")
        assert [text_of(label) for label in element.find_all("label")] == [*card.options]
        labels = [label["for"] for label in element.find_all("label")]
        assert labels == [radio["id"] for radio in radios]
        assert {radio["name"] for radio in radios} == {f"q{number}"}
        right = [radio["id"] for radio in radios if radio.has_attr("data-right")]
        assert right == [f"q{number}-{card.options.index(card.answer) + 1}"]
        assert not element.find_all("input", checked=True)
        back = text_of(element.select_one(".card__back"))
        assert back == f"答案：{card.answer} {card.why}"
    assert page.article.select_one("[data-total]")["data-total"] == str(len(cards))


def test_a_chain_leads_through_the_cards_of_all_groups_and_back(site):
    here, met = "quiz/personal-info/", []
    while here not in met:
        met.append(here)
        here = site.page(here).link("下一组")
    assert (here, set(met)) == (met[0], site.below("quiz/"))


def test_a_case_leads_to_the_cards_of_its_group(site):
    for facts in FACTS:
        group = facts.offence[0]
        page = site.page(f"cases/{facts.id}/")
        assert page.link(f"{group}翻翻卡") == f"quiz/{GROUPS[group]}/"


# Posters


def test_every_group_has_two_posters(site):
    expected = {f"posters/{slug}/{size}/" for slug in GROUPS.values() for size in ("a3", "a4")}
    assert site.below("posters/") == expected
    page = site.page("posters/")
    assert links_of(page, page.article) - {""} == expected


@pytest.mark.parametrize("group", GROUPS)
def test_a_poster_says_what_its_group_advises(site, group):
    slug = GROUPS[group]
    advice = section_items(site.page(f"offences/{slug}/").article, "防范提示")
    assert advice
    for size in ("a3", "a4"):
        page = site.page(f"posters/{slug}/{size}/")
        (poster,) = page.article.select(".poster")
        assert page.heading == group
        items = [text_of(item) for item in poster.select(".poster__advice li")]
        assert items == [text_of(item) for item in advice]
        assert "110" in text_of(poster.select_one(".poster__call"))
        assert text_of(poster.select_one(".poster__owner")) == "演示网站，不是政府网站"
        assert f"paper--{size}" in page.soup.body["class"]
        assert f"用{size.upper()}纸打印" in text_of(page.article)


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_leads_to_its_cards_and_posters(site, group):
    slug = GROUPS[group]
    page = site.page(f"offences/{slug}/")
    expected = {f"quiz/{slug}/", f"posters/{slug}/a3/", f"posters/{slug}/a4/"}
    assert expected <= links_of(page, page.article)


EMPTY = {f"cities/{slug}/" for slug in ("yangquan", "jinzhong", "linfen", "lvliang")} | EMPTIED
"""Lists without a case: they answer, and nothing leads to them."""


# Site map


def test_the_site_map_leads_to_every_page_directly_or_through_a_list(site):
    page = site.page("sitemap/")
    named = links_of(page, page.article)
    through = {
        address
        for list_address in named - {""}  # the home page is no list, and leads to nearly all
        for address in links_of(site.page(list_address), site.page(list_address).article)
    }
    missing = {page.address for page in site.own_pages} - named - through - {"sitemap/"}
    assert missing == EMPTY
    assert named <= set(site.pages)


def test_the_site_map_names_every_list_with_its_count(site):
    page = site.page("sitemap/")
    lists = {f"cases/{bulletin.id}/" for bulletin in BULLETINS}
    for kind in ("cities/", "dates/", "stages/", "offences/"):
        lists |= site.below(kind)
    assert links_of(page, page.article) & lists == lists - EMPTY
    for item in page.article.select(".branches li"):
        address = page.leads_to(str(item.a["href"])).removeprefix(ORIGIN)
        told = item.find("small", recursive=False)
        count = int(text_of(told).removesuffix("起")) if told else 0
        assert len(site.page(address).case_ids) == count, address
        assert told or address.startswith("offences/"), address


def test_nothing_leads_to_a_list_without_a_case(site):
    assert {address for address in EMPTY if site.page(address).case_ids} == set()
    every([*site.pages.values()], lambda page: links_of(page, page.soup) & EMPTY - {page.address})


def test_a_group_without_a_case_counts_none(site):
    groups = {f"offences/{slug}/" for slug in GROUPS.values()}
    empty = {address for address in groups if not site.page(address).case_ids}
    assert empty
    for home in ("", "offences/"):
        page = site.page(home)
        cards = {
            page.leads_to(str(card["href"])).removeprefix(ORIGIN): text_of(card)
            for card in page.article.select(".cards a")
        }
        assert empty <= set(cards)
        assert [address for address in empty if "0起" in cards[address]] == []
    every([site.page(address) for address in empty], lambda page: "0起" in text_of(page.article))


def test_every_page_leads_to_the_site_map(site):
    every(
        [*site.pages.values()],
        lambda page: "sitemap/" not in links_of(page, page.soup.select_one("footer.foot")),
    )


# The frame of every page


def test_while_nobody_answers_for_the_site_every_page_says_so(site):
    notice = "演示网站，不是政府网站。本站没有主办单位，不代表任何机关。"

    def wrong(page: Html) -> list[str]:
        (foot,) = page.soup.select("footer.foot")
        said = [text_of(part) for part in foot.select(".foot__demo")]
        return said if said != [notice] or foot.select("dl") else []

    every([*site.pages.values()], wrong)


def test_the_column_that_a_page_belongs_to_is_marked(site):
    for page in site.own_pages:
        first = page.address.split("/")[0]
        (columns,) = page.soup.select("nav.columns")
        marked = {
            page.leads_to(str(link["href"])).removeprefix(ORIGIN): link["aria-current"]
            for link in columns.select("a[aria-current]")
        }
        offered = links_of(page, columns)
        is_column = f"{first}/" in offered or page.address == ""
        column = f"{first}/" if page.address else ""
        state = "page" if page.address in offered else "true"
        assert marked == ({column: state} if is_column else {}), page.address


def test_no_page_has_styles_scripts_or_handlers_in_it(site):
    """A strict policy for content, as portals set it, allows none of them."""

    def inline(page: Html) -> list[str]:
        found = [str(tag) for tag in page.soup.find_all("style")]
        found += [str(tag) for tag in page.soup.find_all(style=True)]
        found += [
            tag.get_text()
            for tag in page.soup.find_all("script")
            if tag.get("type") != "application/ld+json" and (not tag.get("src") or tag.string)
        ]
        found += [
            f"{tag.name} {name}"
            for tag in page.soup.find_all(True)
            for name, value in tag.attrs.items()
            if name.lower().startswith("on") or "javascript:" in str(value).lower()
        ]
        return found

    every([*site.pages.values()], inline)


READING = ("read-aloud.js", "share.js")


WRITTEN = ("tips", "about", "events", "rights", "privacy", "accessibility")


def scripts_of_kind(page: Html) -> tuple[str, ...]:
    first, *rest = page.address.split("/")
    is_bulletin_or_case = first == "cases" and rest[0][:1].isdigit()
    is_group = first == "offences" and len(rest) == 2 and rest[0]
    if is_bulletin_or_case or is_group or first in WRITTEN:
        return READING
    if first == "quiz" and rest[0]:
        return ("quiz.js",)
    if first == "verify":
        return ("verify.js", *READING)
    return ("search.js",) if first == "search" else ()


def test_a_page_loads_the_scripts_of_its_kind_and_no_others(site):
    for page in site.pages.values():
        scripts = [tag for tag in page.soup.find_all("script") if tag.has_attr("src")]
        names = [page.leads_to(str(tag["src"])).rpartition("/")[2] for tag in scripts]
        assert names == ["preferences.js", *scripts_of_kind(page)], page.address
        assert [tag.get("type") for tag in scripts[1:]] == ["module"] * (len(scripts) - 1)
        assert scripts[0].find_parent("head")


def test_the_kinds_of_pages_by_their_scripts(site):
    """So that the rule above cannot slip to a page of another kind."""
    kinds = Counter(scripts_of_kind(page) for page in site.pages.values())
    written = len(site.below("events/")) + len(WRITTEN)
    assert kinds[READING] == len(FACTS) + len(BULLETINS) + len(GROUPS) + written
    assert kinds[("quiz.js",)] == len(GROUPS)
    assert kinds[("search.js",)] == kinds[("verify.js", *READING)] == 1


def test_what_needs_a_script_is_hidden_until_one_runs(site):
    """Without scripts a form can be sent and emptied, and a closed dialog shows nothing."""

    def shown(page: Html) -> list[str]:
        return [
            str(button)
            for button in page.soup.find_all("button")
            if button.get("type") not in ("submit", "reset")
            and not any(tag.has_attr("hidden") for tag in (button, *button.parents))
            and not ((dialog := button.find_parent("dialog")) and not dialog.has_attr("open"))
        ]

    every([*site.pages.values()], shown)


def test_every_page_has_the_reading_aids_and_they_wait_for_the_script(site):
    def wrong(page: Html) -> object:
        aids = page.soup.select("header.top button[data-preference]")
        kinds = [button["data-preference"] for button in aids]
        return kinds != ["size", "contrast"] or [tag for tag in aids if not tag.has_attr("hidden")]

    every([*site.pages.values()], wrong)


def test_every_page_can_be_searched_from_without_a_script(site):
    def wrong(page: Html) -> list[str]:
        forms = page.soup.find_all("form", role="search")
        assert forms
        return [
            str(form)
            for form in forms
            if page.leads_to(str(form["action"])) != f"{ORIGIN}search/"
            or form.get("method", "get") != "get"
            or [field["name"] for field in form.find_all("input")] != ["q"]
        ]

    every([*site.pages.values()], wrong)
