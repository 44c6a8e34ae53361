"""The site of the published cases, held against the table of facts.

What a list must hold is worked out from the facts and never from the library, so that a slip in
the code that makes the lists cannot repeat itself here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urlsplit
from urllib.request import urlopen

import pytest
from bs4 import Tag

from ..corpus.facts import BULLETINS, FACTS, Facts
from ..sites.building import ORIGIN, SITE_NAME, Html, case_id, every, is_inside, text_of
from ..sites.serving import serving

each_case = pytest.mark.parametrize("facts", FACTS, ids=lambda facts: facts.id)

CITIES = {
    "太原市": "taiyuan",
    "大同市": "datong",
    "阳泉市": "yangquan",
    "长治市": "changzhi",
    "晋城市": "jincheng",
    "朔州市": "shuozhou",
    "晋中市": "jinzhong",
    "运城市": "yuncheng",
    "忻州市": "xinzhou",
    "临汾市": "linfen",
    "吕梁市": "lvliang",
}
EMPTIED = {"cities/taiyuan/jinyuan/", "cities/taiyuan/wanbailin/"}
"""Lists that were published once and hold no case any more: they lead to the list of the city."""
GROUPS = {
    "侵犯公民个人信息": "personal-info",
    "网络谣言": "online-rumor",
    "网络水军": "paid-posters",
    "网络黑客": "hacking",
    "网络赌博": "online-gambling",
    "网络涉黄": "online-vice",
    "网络黑灰产": "cyber-underground",
    "电信网络诈骗": "telecom-fraud",
    "网络暴力": "online-abuse",
    "偷拍偷窥": "covert-filming",
    "网络与数据安全责任": "platform-duty",
    "网络敲诈勒索": "online-extortion",
    "涉网经济犯罪": "economic-crime",
    "网上侵权假冒": "ip-counterfeit",
    "其他涉网犯罪": "other-online",
}
FORMER_TITLES = {"网络色情": "online-vice", "平台责任": "platform-duty"}
DUTIES = ["不履行网络安全保护义务", "不履行数据安全保护义务", "不履行个人信息保护义务"]
ADMINISTRATIVE = "2025-02-10-shanxi/09"
REPORTING = "https://cyberpolice.mps.gov.cn"
OUTSIDE_LINKS = {"cyberpolice.mps.gov.cn", "www.12377.cn", "getsimnum.caict.ac.cn"}
TELEPHONES = {"tel:110", "tel:96110", "tel:12377", "tel:12321"}
FRONT_MATTER = re.compile(
    r"^\s*(?:---+\s*$|(?:- )?(?:title|date|city|province|district|offence|charge|agency|stage"
    r"|people|amount|amount_label|figures|summary|related|also_in|updates|corrections|status|withdrawn"
    r"|review_on|aliases|publisher|published|expected|omitted|campaign|source_title|source_url"
    r"|order|icon|charges|laws|quiz|question|options|answer|why|source):)",
    re.MULTILINE,
)


def newest_first(belongs: Callable[[Facts], bool]) -> list[str]:
    """The ids of the cases that belong, in the order of a list."""
    by_id = sorted((facts for facts in FACTS if belongs(facts)), key=lambda facts: facts.id)
    return [facts.id for facts in sorted(by_id, key=lambda facts: facts.date, reverse=True)]


def bulletin_of(facts: Facts) -> str:
    return facts.id.partition("/")[0]


# Which pages there are


def test_case_and_bulletin_pages(site):
    bulletins = {f"cases/{bulletin.id}/" for bulletin in BULLETINS}
    pages = bulletins | {f"cases/{facts.id}/" for facts in FACTS}
    assert site.below("cases/") == pages | {"cases/bulletins/"}
    assert (len(FACTS), len(bulletins)) == (16, 2)


def test_place_pages(site):
    slugs = {"shanxi", *CITIES.values()}
    assert site.below("cities/") == {f"cities/{slug}/" for slug in slugs} | EMPTIED


def test_date_pages(site):
    dates = {date.replace("-", "/") for facts in FACTS for date in (facts.date[:4], facts.date[:7])}
    assert site.below("dates/") == {f"dates/{date}/" for date in dates}


def test_offence_pages(site):
    groups = {f"offences/{slug}/" for slug in GROUPS.values()}
    charges = {(facts.offence[0], facts.charge) for facts in FACTS if facts.charge}
    addresses = {site.page(f"offences/{GROUPS[group]}/").link(charge) for group, charge in charges}
    assert len(addresses) == len(charges)
    assert site.below("offences/") == groups | addresses


# Lists


def test_the_list_of_all_cases(site):
    assert site.page("cases/").case_ids == newest_first(lambda facts: True)


@pytest.mark.parametrize("bulletin", BULLETINS, ids=lambda bulletin: bulletin.id)
def test_the_list_of_a_bulletin_is_by_number(site, bulletin):
    expected = sorted(facts.id for facts in FACTS if bulletin_of(facts) == bulletin.id)
    assert site.page(f"cases/{bulletin.id}/").case_ids == expected


def test_the_list_of_the_province(site):
    assert site.page("cities/shanxi/").case_ids == newest_first(lambda facts: True)


@pytest.mark.parametrize("city", CITIES)
def test_the_list_of_a_city(site, city):
    page = site.page(f"cities/{CITIES[city]}/")
    assert page.case_ids == newest_first(lambda facts: city in facts.cities)
    assert city in page.heading


@pytest.mark.parametrize("address", sorted(EMPTIED))
def test_an_emptied_list_leads_to_the_list_of_the_city(site, address):
    page = site.page(address)
    assert page.link("太原市") == "cities/taiyuan/"


@pytest.mark.parametrize("group", GROUPS)
def test_the_list_of_an_offence_group(site, group):
    page = site.page(f"offences/{GROUPS[group]}/")
    assert page.case_ids == newest_first(lambda facts: group in facts.offence)
    assert page.heading == group


@pytest.mark.parametrize("charge", sorted({facts.charge for facts in FACTS if facts.charge}))
def test_the_list_of_a_charge(site, charge):
    cases = newest_first(lambda facts: facts.charge == charge)
    group = next(facts.offence[0] for facts in FACTS if facts.charge == charge)
    page = site.page(site.page(f"offences/{GROUPS[group]}/").link(charge))
    assert page.case_ids == cases
    assert charge in page.heading


@pytest.mark.parametrize("date", sorted({facts.date[:n] for facts in FACTS for n in (4, 7)}))
def test_the_list_of_a_year_or_month(site, date):
    page = site.page(f"dates/{date.replace('-', '/')}/")
    assert page.case_ids == newest_first(lambda facts: facts.date[: len(date)] == date)


@pytest.mark.parametrize("city", CITIES)
def test_every_city_is_offered_with_its_count(site, city):
    count = len(newest_first(lambda facts: city in facts.cities))
    for address in ("cities/", "cities/shanxi/", ""):
        page = site.page(address)
        if count:
            assert page.link(f"{city} {count}起") == f"cities/{CITIES[city]}/"
        else:
            assert city not in text_of(page.article)


def test_a_city_without_cases_says_so(site):
    empty = {city for city in CITIES if not any(city in facts.cities for facts in FACTS)}
    assert len(empty) == 4
    saying = {
        city
        for city, slug in CITIES.items()
        if f"目前没有发布{city}的案例" in text_of(site.page(f"cities/{slug}/").article)
    }
    assert saying == empty


@pytest.mark.parametrize("group", GROUPS)
def test_every_offence_group_is_offered_with_its_count(site, group):
    count = len(newest_first(lambda facts: group in facts.offence))
    for address in ("offences/", ""):
        name = f"{group} {count}起" if count else group
        assert site.page(address).link(name) == f"offences/{GROUPS[group]}/"


def test_a_group_without_cases_says_so(site):
    empty = {group for group in GROUPS if not any(group in facts.offence for facts in FACTS)}
    assert empty
    saying = {
        group
        for group, slug in GROUPS.items()
        if "目前没有发布这一类型的案例" in text_of(site.page(f"offences/{slug}/").article)
    }
    assert saying == empty


def test_every_year_and_month_is_offered_with_its_count(site):
    for address in ("dates/", ""):
        months = Counter(facts.date[:7] for facts in FACTS)
        for date, count in months.items():
            year, month = date.split("-")
            label = f"{year}年{int(month)}月 {count}起"
            assert site.page(address).link(label) == f"dates/{year}/{month}/"


# Case pages


@each_case
def test_a_case_shows_its_facts_with_the_way_to_their_lists(site, facts):
    page = site.page(f"cases/{facts.id}/")
    text = text_of(page.article)
    shown = [facts.stage, *facts.figures, *facts.agency, *([facts.amount] if facts.amount else [])]
    assert [words for words in shown if words not in text] == []
    links = {
        urlsplit(page.leads_to(str(link["href"]))).path
        for link in page.article.find_all("a", href=True)
        if link.find_parent("nav") is None
    }
    date = facts.date[:7].replace("-", "/")
    lists = [f"/dates/{date}/", "/cities/shanxi/", f"/cases/{bulletin_of(facts)}/"]
    lists += [f"/cities/{CITIES[city]}/" for city in facts.cities]
    lists += [f"/offences/{GROUPS[group]}/" for group in facts.offence]
    assert [address for address in lists if address not in links] == []


def own_text(site, case: str) -> str:
    """What a case's page says of the case itself, without the lists of others."""
    page = Html(f"cases/{case}/", site.page(f"cases/{case}/").source)
    for link in page.article.find_all("a", href=True):
        if case_id(page.leads_to(str(link["href"]))):
            (link.find_parent("li") or link).decompose()
    return text_of(page.article) + page.title + page.description


@each_case
def test_what_must_never_be_printed_is_not_on_the_page(site, facts):
    text = own_text(site, facts.id)
    assert [pattern for pattern in facts.never if re.search(pattern, text)] == []


@each_case
def test_a_case_without_judgment_says_so(site, facts):
    text = text_of(site.page(f"cases/{facts.id}/").article)
    is_administrative = facts.id == ADMINISTRATIVE
    assert ("未经人民法院依法判决，对任何人都不得确定有罪" in text) != is_administrative
    assert ("本案为行政案件" in text) == is_administrative


@each_case
def test_people_are_shown_where_the_bulletin_counts_them(site, facts):
    shown = re.findall(r"通报人数 ?([0-9]+)人", text_of(site.page(f"cases/{facts.id}/").article))
    assert shown == ([str(facts.people)] if facts.people else [])


def test_the_administrative_case_shows_nobody(site):
    own = own_text(site, ADMINISTRATIVE)
    assert "网上寻娃" in own
    assert re.findall(r"[一-鿿]某|[0-9一二两三四五六七八九十]+名?人|[0-9]+岁", own) == []


@pytest.mark.parametrize("bulletin", BULLETINS, ids=lambda bulletin: bulletin.id)
def test_a_chain_leads_through_each_bulletin(site, bulletin):
    expected = sorted(facts.id for facts in FACTS if bulletin_of(facts) == bulletin.id)
    assert follow(site, expected[0], "next") == expected
    assert follow(site, expected[-1], "prev") == expected[::-1]


def follow(site, case: str, rel: str) -> list[str]:
    """The cases met on the way from one to the next, or to the one before."""
    met = [case]
    while links := site.page(f"cases/{met[-1]}/").article.find_all("a", rel=rel):
        (link,) = links
        found = case_id(site.page(f"cases/{met[-1]}/").leads_to(link["href"]))
        assert found
        assert found not in met
        met.append(found)
    return met


def test_named_relations_show_on_both_pages(site):
    one, other = "2024-09-12-taiyuan/04", "2025-02-10-shanxi/04"
    for here, there in ((one, other), (other, one)):
        section = site.page(f"cases/{here}/").article.find(id="related").find_parent("section")
        link = section.find("a", href=True)
        assert case_id(site.page(f"cases/{here}/").leads_to(link["href"])) == there


@each_case
def test_the_advice_of_the_main_group_stands_on_the_case(site, facts):
    article = site.page(f"cases/{facts.id}/").article
    group = site.page(f"offences/{GROUPS[facts.offence[0]]}/").article
    advice = [text_of(item) for item in section_items(group, "防范提示")]
    assert advice
    assert [text_of(item) for item in section_items(article, "防范提示")] == advice


def section_items(article: Tag, heading: str) -> list[Tag]:
    """The list items under a heading, up to the next."""
    (start,) = (tag for tag in article.find_all("h2") if text_of(tag) == heading)
    found = []
    for sibling in start.find_next_siblings():
        if sibling.name == "h2" or sibling.find("h2"):
            break
        if sibling.name in ("ul", "ol"):
            found += sibling.find_all("li")
    return found


# Every page


def breadcrumbs(page: Html) -> list[Tag]:
    return page.soup.find_all("nav", attrs={"aria-label": "当前位置"})


def test_breadcrumbs(site):
    for page in site.own_pages:
        if page.address == "":
            continue
        (trail,) = breadcrumbs(page)
        links = [page.leads_to(a["href"]).removeprefix(ORIGIN) for a in trail.find_all("a")]
        assert links[0] == "", page.address
        assert set(links) <= set(site.pages), page.address
        if page.address.startswith("cases/"):
            assert [*links[1:], page.address] == [
                "/".join(page.address.split("/")[:depth]) + "/"
                for depth in range(1, page.address.count("/") + 1)
            ]
        (here,) = trail.find_all(attrs={"aria-current": "page"})
        assert f"{text_of(here)} - {SITE_NAME}" == page.title
        # The heading of a poster is printed, where its size is no news.
        assert re.sub(r"展板（A[34]）$", "", text_of(here)) == page.heading


def test_the_language_is_chinese(site):
    every([*site.pages.values()], lambda page: not page.soup.html["lang"].startswith("zh"))


def test_one_heading_of_the_first_level(site):
    every([*site.pages.values()], lambda page: len(page.soup.find_all("h1")) != 1)


def test_titles_differ(site):
    counted = Counter(page.title for page in site.pages.values())
    assert [title for title, times in counted.items() if times > 1] == []
    every(site.own_pages, lambda page: not page.title.endswith(SITE_NAME))


def test_every_page_is_described(site):
    every([*site.pages.values()], lambda page: len(page.description) < 8)


def test_no_id_stands_twice(site):
    every(
        [*site.pages.values()],
        lambda page: [name for name, times in Counter(page.ids).items() if times > 1],
    )


def test_every_link_says_where_it_leads(site):
    def silent(link: Tag) -> bool:
        pictures = [str(image.get("alt", "")) for image in link.find_all("img")]
        said = [text_of(link), str(link.get("aria-label", "")), *pictures]
        return not any(text.strip() for text in said)

    every(
        [*site.pages.values()],
        lambda page: [str(a) for a in page.soup.find_all("a", href=True) if silent(a)],
    )


def test_no_front_matter_is_printed(site):
    every([*site.pages.values()], lambda page: FRONT_MATTER.findall(page.soup.body.get_text()))


def test_no_template_or_python_value_is_printed(site):
    leak = re.compile(r"\{\{|\{%|\bNone\b|\bundefined\b|Place\(|Key\(|<built-in|object at 0x")
    every([*site.pages.values()], lambda page: leak.findall(page.article.get_text()))


# Links and requests


def test_links_inside_lead_to_a_file_and_a_place_in_it(site):
    def dead(page: Html) -> Iterator[str]:
        for _, address in page.addresses():
            if not is_inside(address):
                continue
            url, fragment = urldefrag(page.leads_to(address))
            path = site.file_at(url)
            target = path.relative_to(site.folder).as_posix().removesuffix("index.html")
            if not path.is_file() or (fragment and unquote(fragment) not in site.pages[target].ids):
                yield address

    every([*site.pages.values()], lambda page: [*dead(page)])


def test_links_inside_are_relative(site):
    every(
        site.own_pages,
        lambda page: [address for _, address in page.addresses() if address.startswith("/")],
    )


def test_the_page_for_dead_links_offers_ways_on(site):
    page = site.page("404.html")
    found = {page.leads_to(str(a["href"])).removeprefix(ORIGIN) for a in page.article.find_all("a")}
    assert found == {"", "cases/", "sitemap/"}
    (form,) = page.article.find_all("form")
    assert page.leads_to(form["action"]) == f"{ORIGIN}search/"
    columns = page.soup.find("nav", attrs={"aria-label": "栏目"})
    offered = {page.leads_to(str(a["href"])).removeprefix(ORIGIN) for a in columns.find_all("a")}
    assert {"cases/", "cities/", "offences/", "dates/"} <= offered


def test_only_links_of_official_channels_lead_outside(site):
    def foreign(page: Html) -> Iterator[str]:
        for tag, address in page.addresses():
            is_link = tag.name == "a" and address == tag.get("href")
            parts = urlsplit(address)
            is_channel = parts.scheme == "https" and parts.hostname in OUTSIDE_LINKS
            if not is_inside(address) and not (
                is_link and (is_channel or address in TELEPHONES)
            ):  # fmt: skip
                yield address

    every([*site.pages.values()], lambda page: [*foreign(page)])


@each_case
def test_a_case_offers_every_channel(site, facts):
    article = site.page(f"cases/{facts.id}/").article
    offered = {str(a["href"]) for a in article.select(".channels a")}
    assert offered == TELEPHONES | {REPORTING}


HOST = re.compile(r"(?:https?:|[\"'`(\s=])//(?!www\.w3\.org/)[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.I)
CSS_REQUEST = re.compile(r"(?:url\(\s*|@import\s+)[\"']?([^\"')\s;]+)", re.I)


VOCABULARY = "https://schema.org"


def test_scripts_and_styles_of_pages_name_no_foreign_host(site):
    """Linked data names its vocabulary, which no browser ever asks for, and nothing else."""

    def foreign(page: Html) -> list[str]:
        data = page.soup.find_all("script", type="application/ld+json")
        texts = [str(value) for tag in page.soup.find_all(True) for name, value in tag.attrs.items()
                 if name == "style" or name.startswith("on")]  # fmt: skip
        texts += [tag.get_text() for tag in page.soup.find_all(["script", "style"])
                  if tag not in data]  # fmt: skip
        texts += [tag.get_text().replace(f'"@context": "{VOCABULARY}"', "", 1) for tag in data]
        return [found for text in texts for found in HOST.findall(text)]

    every([*site.pages.values()], foreign)


def test_scripts_name_no_foreign_host(site):
    scripts = [*site.folder.rglob("*.js")]
    assert scripts
    named = {
        script.name: found
        for script in scripts
        if (found := HOST.findall(script.read_text(encoding="utf-8")))
    }
    assert named == {}


def test_style_sheets_ask_for_nothing_outside(site):
    sheets = [*site.folder.rglob("*.css")]
    assert sheets
    requests = {
        found
        for sheet in sheets
        for found in CSS_REQUEST.findall(sheet.read_text(encoding="utf-8"))
        if not found.startswith(("data:", "#"))
    }
    assert [address for address in requests if not is_inside(address)] == []


def test_a_page_asks_for_the_style_sheet_scripts_and_the_icon_alone(site):
    """The texts of the published cases have no images; what else a page loads would be a slip."""
    assets = {f"{site.assets}casebook.css", "assets/favicon.svg"}
    scripts = site.folder.glob(f"{site.assets}js/**/*.js")
    assets |= {path.relative_to(site.folder).as_posix() for path in scripts}

    offered = [[rel] for rel in ("canonical", "prev", "next", "alternate", "service-desc")]

    def others(page: Html) -> list[str]:
        asked = [str(tag["src"]) for tag in page.soup.find_all(src=True)]
        asked += [
            str(tag["href"]) for tag in page.soup.find_all("link") if tag["rel"] not in offered
        ]
        asked += [str(tag) for tag in page.soup.find_all(["iframe", "object", "embed", "base"])]
        return [one for one in asked if page.leads_to(one).removeprefix(ORIGIN) not in assets]

    every([*site.pages.values()], others)


# Search


def test_what_is_searched(site):
    assert [entry["id"] for entry in site.searched] == newest_first(lambda facts: True)
    page = site.page("search/")
    (results,) = page.soup.select("#results")
    assert page.leads_to(results["data-root"]) == ORIGIN


def plain(text: str) -> str:
    return re.sub(r"[\s#*>-]|\]\([^)]*\)|\[|!", "", text)


def test_a_case_is_found_by_its_title_its_text_and_its_facts(site):
    entries = {entry["id"]: entry for entry in site.searched}
    for facts in FACTS:
        page, entry = site.page(f"cases/{facts.id}/"), entries[facts.id]
        assert (entry["title"], entry["summary"]) == (page.heading, page.description)
        words = plain(" ".join([*entry["facts"], *entry["text"]]))
        text = page.article.select_one(".text")
        advice = text.find("h2", string="防范提示")
        own = [*advice.find_previous_siblings()][::-1]
        assert own
        assert [part for part in map(text_of, own) if plain(part) not in words] == []
        shown = [facts.stage, *facts.cities, *facts.offence, *facts.figures]
        shown += [part for part in (facts.district, facts.charge, facts.amount) if part]
        assert [part for part in shown if plain(part) not in words] == []


def test_the_administrative_case_is_searched_without_anybody(site):
    (entry,) = (entry for entry in site.searched if entry["id"] == ADMINISTRATIVE)
    text = json.dumps(entry, ensure_ascii=False)
    assert re.findall(r"[一-鿿]某|[0-9一二两三四五六七八九十]+名?人|[0-9]+岁", text) == []


# Below a sub-folder


@pytest.fixture
def subfolder(site) -> Iterator[str]:
    """The address of the site, served below a folder of another site."""
    with serving(site.folder, "/a/b/") as address:
        yield address


def test_every_page_is_reached_from_home_in_a_subfolder(site, subfolder):
    seen: dict[str, int] = {}
    waiting = [subfolder]
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        try:
            with urlopen(url, timeout=10) as answer:
                seen[url] = answer.status
                is_page = answer.headers.get_content_type() == "text/html"
                text = answer.read().decode("utf-8") if is_page else ""
        except HTTPError as error:
            seen[url] = error.code
            continue
        page = Html(url.removeprefix(subfolder), text)
        for _, address in page.addresses() if is_page else ():
            if is_inside(address):
                waiting.append(urldefrag(page.leads_to(address, base=subfolder)).url)
    assert [url for url, status in seen.items() if status != 200] == []
    assert [url for url in seen if not url.startswith(subfolder)] == []
    reached = {url.removeprefix(subfolder) for url in seen}
    unlisted = {
        f"cities/{slug}/" for slug in ("yangquan", "jinzhong", "linfen", "lvliang")
    } | EMPTIED
    assert {page.address for page in site.own_pages} - reached == unlisted


def test_the_page_of_corrections_prints_the_retention_rules(site):
    (section,) = site.page("corrections/").soup.find_all(attrs={"aria-labelledby": "retention"})
    assert [text_of(one) for one in section.find_all(["h2", "li", "p"])] == [
        "各个阶段保留多久",
        "立案侦查、侦破、刑事拘留、采取刑事强制措施、移送起诉、提起公诉、一审判决：通报发布满1年，重新核对。",
        "行政处罚：通报发布满1年，重新核对。",
        "判决生效：通报发布满3年，隐去其中关于人的内容。",
        "所有阶段：通报发布满5年，撤回全文。",
        "应当撤回或者隐去的，宽限30天。",
    ]


def test_former_titles_and_duties_are_names_of_groups(library):
    assert {name: library.offence(name).slug for name in FORMER_TITLES} == FORMER_TITLES
    assert {library.offence(name).slug for name in DUTIES} == {"platform-duty"}


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_tells_the_law_in_force_first(library, group):
    laws = library.offence(group).fields.laws
    former = [law.in_force_until is not None for law in laws]
    assert laws
    assert former == sorted(former)
