"""What built pages and files advertise to programs: feeds, the interface, the sitemap."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import feedparser
import pytest

from ..sites.building import ADDRESS, ORIGIN, SITE_NAME, BuiltSite, Html, every

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
EVERYWHERE = [
    ("alternate", "application/atom+xml", SITE_NAME, "feed.xml"),
    ("alternate", "application/feed+json", SITE_NAME, "feed.json"),
]
DESCRIPTION = ("service-desc", "application/json", None, "api/v1/openapi.json")


def advertised(page: Html) -> list[tuple[str, str, str | None, str]]:
    """The rel, type, title and address of what a page offers beside itself."""
    return [
        (
            " ".join(link["rel"]),
            str(link["type"]),
            link.get("title"),
            page.leads_to(str(link["href"])).removeprefix(ORIGIN),
        )
        for link in page.soup.find_all("link", rel=["alternate", "service-desc"])
    ]


def of_folder(folder: str, title: str) -> list[tuple[str, str, str | None, str]]:
    return [
        (rel, kind, f"{SITE_NAME}：{title}", f"{folder}{name}") for rel, kind, _, name in EVERYWHERE
    ]


def test_every_page_offers_the_feeds_of_the_site_and_the_interface(site):
    def wrong(page: Html) -> object:
        found = advertised(page)
        return found if [*found[:2], found[-1]] != [*EVERYWHERE, DESCRIPTION] else None

    every(site.own_pages, wrong)


def test_lists_of_places_and_groups_offer_their_own_feeds_too(site):
    own = {page.address: found for page in site.own_pages if (found := advertised(page)[2:-1])}
    assert own["cities/shanxi/"] == of_folder("cities/shanxi/", "山西省")
    assert own["cities/linfen/"] == of_folder("cities/linfen/", "临汾市")
    assert own["offences/online-vice/"] == of_folder("offences/online-vice/", "网络涉黄")
    lists = {
        address
        for address in site.pages
        if re.fullmatch(r"(?:cities|offences)/[^/]+/(?:page/[0-9]+/)?", address)
    }
    assert set(own) == lists


def test_what_a_page_offers_is_there_and_is_what_it_says(site):
    offered = {one for page in site.own_pages for one in advertised(page)}
    wrong = []
    for rel, kind, title, address in sorted(offered, key=str):
        content = (site.folder / address).read_bytes()
        if kind == "application/atom+xml":
            parsed = feedparser.parse(content)
            is_right = not parsed.bozo and parsed.feed.title == title
        elif rel == "alternate":
            is_right = json.loads(content)["title"] == title
        else:
            is_right = json.loads(content)["openapi"].startswith("3.1")
        if not is_right:
            wrong.append(address)
    assert wrong == []


def test_links_of_feeds_lead_to_pages_and_to_places_in_them(site, addressed):
    for built, base in ((site, ORIGIN), (addressed, ADDRESS)):
        for path in built.folder.rglob("feed.json"):
            folder = path.parent.relative_to(built.folder).as_posix().removeprefix(".")
            feed = json.loads(path.read_text(encoding="utf-8"))
            here = Html(f"{folder}/" if folder else "", "")
            for href in (feed["home_page_url"], *(item["url"] for item in feed["items"])):
                address, _, anchor = here.leads_to(href, base).removeprefix(base).partition("#")
                assert not anchor or anchor in built.page(address).ids, (path, href)
                assert address in built.pages, (path, href)


def test_the_sitemap_has_every_page_but_those_that_refuse_to_be_found(addressed):
    root = ElementTree.parse(addressed.folder / "sitemap.xml").getroot()
    found = {str(url.text).removeprefix(ADDRESS) for url in root.iter(f"{SITEMAP}loc")}
    assert found == {
        page.address for page in addressed.own_pages if "noindex" not in page.meta.get("robots", [])
    }


def test_a_site_that_knows_no_address_has_no_sitemap(site):
    assert not (site.folder / "sitemap.xml").exists()


@pytest.mark.parametrize("which", ["site", "addressed"])
def test_links_of_llms_txt_lead_somewhere(which, request):
    built: BuiltSite = request.getfixturevalue(which)
    text = (built.folder / "llms.txt").read_text(encoding="utf-8")
    links = [link.removeprefix(ADDRESS) for link in re.findall(r"\]\(([^)]*)\)", text)]
    assert len(links) > 30
    assert [link for link in links if not built.file_at(ORIGIN + link).is_file()] == []
