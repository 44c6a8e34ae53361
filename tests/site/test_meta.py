"""What inspections, shared links and search engines read of the published cases.

Every test looks at two builds: one that does not know its own address, and one that does.
"""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin

import pytest

from ..corpus.facts import BULLETINS, FACTS
from ..sites.building import (
    ADDRESS,
    ORIGIN,
    SITE_NAME,
    BuiltSite,
    Html,
    every,
    is_inside,
    text_of,
)
from ..sites.qr_codes import picture, read
from .test_real_site import EMPTIED

COLUMNS = {
    "典型案例": {"cases", "cities", "dates", "stages", "statistics"},
    "防范知识": {"offences", "quiz", "posters", "tips"},
    "宣传活动": {"events"},
    "网站信息": {
        *("about", "accessibility", "corrections", "data", "privacy", "rights", "sitemap"),
        "verify",
    },
}
"""The first part of an address by the type of its column."""

ARTICLE = re.compile(r"cases/[0-9]{4}-.*|events/.+")
CHARGE = re.compile(r"offences/[^/]+/[^/]+/")
EMPTY = {f"cities/{slug}/" for slug in ("yangquan", "jinzhong", "linfen", "lvliang")} | EMPTIED
"""Lists without a case: inspections fail columns that are empty."""
NEITHER = {"", "search/", "404.html"} | EMPTY


@pytest.fixture(scope="session", params=["site", "addressed"])
def either(request: pytest.FixtureRequest) -> BuiltSite:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, BuiltSite)
    return found


def short_title(page: Html) -> str:
    """The title without the site's name; the home page has that name alone."""
    return page.title.removesuffix(f" - {SITE_NAME}")


def is_article(page: Html) -> bool:
    return bool(ARTICLE.fullmatch(page.address))


def articles(site: BuiltSite) -> list[Html]:
    return [page for page in site.pages.values() if is_article(page)]


def only(page: Html, name: str) -> str:
    (value,) = page.meta[name]
    return value


# 《政府网站发展指引》


def test_every_page_names_the_site(either):
    every([*either.pages.values()], lambda page: page.meta["SiteName"] != [SITE_NAME])


def test_every_page_names_the_domain_where_it_is_known(site, addressed):
    every([*site.pages.values()], lambda page: page.meta.get("SiteDomain"))
    domain = ["www.example.gov.cn"]
    every([*addressed.pages.values()], lambda page: page.meta["SiteDomain"] != domain)


def test_no_page_makes_up_a_code_for_the_site(either):
    every([*either.pages.values()], lambda page: page.meta.get("SiteIDCode"))


def test_each_page_is_a_column_or_an_article_or_neither(either):
    kinds = {
        page.address: ("ColumnName" in page.meta, "ArticleTitle" in page.meta)
        for page in either.pages.values()
    }
    neither = {address for address, kind in kinds.items() if kind == (False, False)}
    assert neither == NEITHER
    told = {address for address, kind in kinds.items() if kind == (False, True)}
    assert told == {page.address for page in articles(either)}
    assert len(told) == len(FACTS) + len(BULLETINS) + 3
    assert (True, True) not in kinds.values()


def test_a_column_says_its_name_description_keywords_and_type(either):
    type_of = {first: name for name, firsts in COLUMNS.items() for first in firsts}
    for page in either.pages.values():
        if is_article(page) or page.address in NEITHER:
            continue
        kind = type_of[page.address.split("/")[0]]
        if page.address == "offences/" or CHARGE.fullmatch(page.address):
            kind = "典型案例"
        assert only(page, "ColumnName") == short_title(page), page.address
        assert only(page, "ColumnDescription") == page.description, page.address
        assert only(page, "ColumnType") == kind, page.address
        assert all(word.strip() for word in only(page, "ColumnKeywords").split(",")), page.address


@pytest.mark.parametrize(
    ("address", "keywords"),
    [
        ("cities/taiyuan/", "太原市"),
        ("dates/2024/06/", "2024年6月"),
        ("stages/penalty/", "行政处罚"),
        ("offences/personal-info/qinfan-gongmin-geren-xinxi/", "侵犯公民个人信息罪"),
        ("statistics/", "统计"),
    ],
)
def test_the_keywords_of_a_list(either, address, keywords):
    assert only(either.page(address), "ColumnKeywords") == keywords


@pytest.mark.parametrize("path", ["offences/{}/", "quiz/{}/", "posters/{}/a3/"])
def test_the_keywords_of_a_group_are_its_other_names(either, library, path):
    for group in library.offences:
        page = either.page(path.format(group.slug))
        expected = ",".join(group.fields.aliases) or short_title(page)
        assert only(page, "ColumnKeywords") == expected


SOURCES = {
    "2024-09-12-taiyuan": "媒体对太原市公安局通报的报道",
    "2025-02-10-shanxi": "一个微信公众号转载的公安部网安局报道",
}


def test_a_case_and_its_bulletin_say_what_they_are_taken_from(either):
    for bulletin in BULLETINS:
        cases = [facts.id for facts in FACTS if facts.id.startswith(f"{bulletin.id}/")]
        assert len(cases) == bulletin.expected
        for address in (f"cases/{bulletin.id}/", *(f"cases/{case}/" for case in cases)):
            page = either.page(address)
            assert only(page, "ArticleTitle") == page.heading
            assert only(page, "ContentSource") == SOURCES[bulletin.id]


def test_an_event_says_where_it_was_reported(either):
    events = [either.page(address) for address in sorted(either.below("events/"))]
    assert len(events) == 3
    for page in events:
        assert only(page, "ArticleTitle") == page.heading
        assert only(page, "ContentSource") == (
            "当地媒体报道，与《我市通报涉网违法典型案例》载于同一份文本，没有写明媒体名称和见报日期"
        )


def test_no_time_of_publication_is_made_up(either):
    """The site is a demonstration: nobody knows when its texts were published."""
    assert articles(either)
    every(
        articles(either),
        lambda page: page.meta.get("PubDate") or page.meta.get("article:published_time"),
    )


def test_a_case_names_its_groups_charge_and_places_as_keywords(either):
    for facts in FACTS:
        words = only(either.page(f"cases/{facts.id}/"), "Keywords").split(",")
        expected = {*facts.offence, *facts.cities}
        expected |= {word for word in (facts.charge, facts.district) if word}
        assert set(words) == expected
        assert words[: len(facts.offence)] == [*facts.offence]


def test_the_description_of_a_case_is_its_summary(either, library):
    found = {case.id: either.page(f"cases/{case.id}/").description for case in library.cases}
    assert found == {case.id: case.fields.summary for case in library.cases}
    assert len(found) == len(FACTS)


# Shared links


def test_a_shared_link_shows_title_summary_and_picture(either):
    for page in either.own_pages:
        title = SITE_NAME if page.address == "" else short_title(page)
        picture = only(page, "og:image")
        expected = {
            "og:type": "article" if is_article(page) else "website",
            "og:site_name": SITE_NAME,
            "og:locale": "zh_CN",
            "og:title": title,
            "og:description": page.description,
            "og:image": picture,
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": f"{SITE_NAME}：案例、法律、防范提示",
            "twitter:card": "summary_large_image",
            "twitter:title": title,
            "twitter:description": page.description,
            "twitter:image": picture,
        }
        found = {
            name: values
            for name, values in page.meta.items()
            if name.startswith(("og:", "twitter:")) and name != "og:url"
        }
        assert found == {name: [value] for name, value in expected.items()}, page.address
        if is_article(page):
            assert page.meta["Image"] == [picture]


def test_the_picture_of_a_shared_link_is_a_file_of_the_site(site, addressed):
    for page in site.own_pages:
        assert site.file_at(page.leads_to(only(page, "og:image"))).is_file(), page.address
    for page in addressed.own_pages:
        picture = only(page, "og:image")
        assert picture.startswith(ADDRESS), page.address
        assert (addressed.folder / picture.removeprefix(ADDRESS)).is_file(), page.address


def test_pages_of_a_group_and_its_cases_show_the_picture_of_the_group(addressed, library):
    pictures = f"{ADDRESS}assets/share/"
    expected = {page.address: f"{pictures}site.png" for page in addressed.own_pages}
    for group in library.offences:
        own = f"{pictures}{group.slug}.png"
        paths = ("offences/{}/", "quiz/{}/", "posters/{}/a3/", "posters/{}/a4/")
        expected |= {path.format(group.slug): own for path in paths}
    for case in library.cases:
        expected[f"cases/{case.id}/"] = f"{pictures}{case.offences[0].slug}.png"
    assert {page.address: only(page, "og:image") for page in addressed.own_pages} == expected


# Addresses


def canonical(page: Html) -> list[str]:
    return [str(link["href"]) for link in page.soup.find_all("link", rel="canonical")]


def test_a_page_names_its_own_address_where_the_site_knows_it(addressed):
    for page in addressed.own_pages:
        target = "cities/taiyuan/" if page.address in EMPTIED else page.address
        own = f"{ADDRESS}{target}"
        assert canonical(page) == [own]
        assert page.meta["og:url"] == [own]
        assert page.meta.get("Url") == ([own] if is_article(page) else None)
    lost = addressed.page("404.html")
    assert (canonical(lost), lost.meta.get("og:url")) == ([], None)


def test_links_stay_relative_where_the_site_knows_its_address(addressed):
    every(
        addressed.own_pages,
        lambda page: [
            address
            for tag, address in page.addresses()
            if tag.get("rel") != ["canonical"] and address.startswith(("/", ADDRESS))
        ],
    )


def test_the_page_for_dead_links_works_below_the_folder_of_the_site(addressed):
    """A server shows it at any address, so its links are the only ones that begin at the root."""
    page = addressed.page("404.html")
    inside = [address for _, address in page.addresses() if is_inside(address)]
    inside.remove("#main")
    assert inside
    assert [address for address in inside if not address.startswith("/anli/")] == []
    paths = {urldefrag(address).url.removeprefix("/anli/") for address in inside}
    assert [path for path in paths if not addressed.file_at(urljoin(ORIGIN, path)).is_file()] == []


def test_a_site_that_does_not_know_its_address_makes_none_up(site):
    every([*site.pages.values()], canonical)
    every([*site.pages.values()], lambda page: page.meta.get("og:url") or page.meta.get("Url"))


def test_the_code_of_a_page_leads_to_it_and_that_of_a_poster_to_its_group(addressed):
    seen = set()
    for page in addressed.pages.values():
        codes = {read(picture(str(svg))).text for svg in page.soup.select("svg.qr")}
        first, *rest = page.address.split("/")
        target = f"offences/{rest[0]}/" if first == "posters" and rest[0] else page.address
        assert codes <= {f"{ADDRESS}{target}"}, page.address
        if codes:
            seen.add(page.address)
    expected = {f"cases/{facts.id}/" for facts in FACTS}
    expected |= addressed.below("posters/")
    expected |= {f"cases/{bulletin.id}/" for bulletin in BULLETINS}
    expected |= {f"offences/{page.split('/')[1]}/" for page in addressed.below("posters/")}
    assert expected <= seen


def test_without_an_address_there_is_no_code(site):
    every([*site.pages.values()], lambda page: page.soup.select("svg.qr, .qr-dialog"))


# Linked data


def trail_of(page: Html) -> list[tuple[str, str]]:
    """The visible way to a page: names and addresses below the site, the page itself last."""
    (trail,) = page.soup.find_all("nav", attrs={"aria-label": "当前位置"})
    steps = [
        (text_of(link), page.leads_to(str(link["href"])).removeprefix(ORIGIN))
        for link in trail.find_all("a")
    ]
    (here,) = trail.find_all(attrs={"aria-current": "page"})
    return [*steps, (text_of(here), page.address)]


def below_the_site(page: Html, address: str) -> str:
    """The address below the site that an address in linked data means."""
    whole = urljoin(f"{ADDRESS}{page.address}", address)
    assert whole.startswith(ADDRESS)
    return urldefrag(whole).url.removeprefix(ADDRESS)


def test_linked_data_tells_the_way_that_the_page_shows(either):
    for page in either.own_pages:
        if page.address == "":
            assert page.linked_data == []
            continue
        way = page.linked_data[0]
        assert (set(way), way["@type"]) == ({"@type", "itemListElement"}, "BreadcrumbList")
        steps = way["itemListElement"]
        assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)]
        found = [(step["name"], below_the_site(page, step["item"])) for step in steps]
        assert found == trail_of(page), page.address
        assert {address for _, address in found} <= set(either.pages)


BASIS = {
    "2024-09-12-taiyuan": {
        "@type": "NewsArticle",
        "headline": "我市通报涉网违法典型案例",
        "isBasedOn": {
            "@type": "CreativeWork",
            "publisher": {"@type": "Organization", "name": "太原市公安局"},
        },
    },
    "2025-02-10-shanxi": {
        "@type": "Article",
        "headline": "山西公安“净网2024”专项行动打击网络违法犯罪10起典型案例",
        "datePublished": "2025-02-10",
        "isBasedOn": {
            "@type": "CreativeWork",
            "publisher": {"@type": "Organization", "name": "公安部网安局"},
        },
    },
}


def test_linked_data_of_an_article_says_what_its_meta_tags_say(either):
    for page in either.own_pages:
        nodes = page.linked_data[1:]
        assert len(nodes) == is_article(page), page.address
        for news in nodes:
            assert news.pop("@type") == "NewsArticle"
            assert below_the_site(page, news.pop("mainEntityOfPage")) == page.address
            assert news.pop("image") == [only(page, "og:image")]
            keywords = page.meta.get("Keywords")
            assert news.pop("keywords", None) == (keywords and keywords[0].split(","))
            expected = {
                "headline": short_title(page),
                "description": page.description,
                "inLanguage": "zh-CN",
                "isAccessibleForFree": True,
            }
            if page.address.startswith("cases/"):
                expected["isBasedOn"] = BASIS[page.address.split("/")[1]]
            if modified := page.meta.get("article:modified_time"):
                expected["dateModified"] = only(page, "article:modified_time")
                assert modified == ["2026-11-30"], page.address  # the day of the corrections
            assert news == expected, page.address


def test_addresses_in_linked_data_are_whole_where_the_site_knows_its_own(addressed):
    def relative(page: Html) -> list[str]:
        found = [step["item"] for node in page.linked_data[:1] for step in node["itemListElement"]]
        found += [node["mainEntityOfPage"] for node in page.linked_data[1:]]
        return [address for address in found if not address.startswith(ADDRESS)]

    every([*addressed.pages.values()], relative)


def test_the_page_for_dead_links_has_no_linked_data(either):
    assert either.page("404.html").linked_data == []
