"""The sitemap names every page that may be found and when it changed; robots.txt names it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from casebook.outputs import robots, sitemap

from ..sites.make import Content
from .contexts import ADDRESS, context, small_content

FIRST, SECOND, THIRD = (f"2024-09-01-shanxi/{number:02}" for number in (1, 2, 3))
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

WHOLE = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{ADDRESS}</loc></url>
<url><loc>{ADDRESS}news/</loc><lastmod>2024-03-01</lastmod></url>
<url><loc>{ADDRESS}%E6%B4%BB%E5%8A%A8/a%26b/</loc></url>
<url><loc>{ADDRESS}cases/{SECOND}/</loc><lastmod>2024-12-24</lastmod></url>
<url><loc>{ADDRESS}cases/{FIRST}/</loc><lastmod>2024-09-01</lastmod></url>
<url><loc>{ADDRESS}cases/2024-09-01-shanxi/</loc><lastmod>2025-01-02</lastmod></url>
<url><loc>{ADDRESS}cases/bulletins/</loc><lastmod>2025-01-02</lastmod></url>
<url><loc>{ADDRESS}cases/</loc><lastmod>2025-01-02</lastmod></url>
<url><loc>{ADDRESS}cities/</loc><lastmod>2024-12-24</lastmod></url>
<url><loc>{ADDRESS}offences/</loc><lastmod>2024-12-24</lastmod></url>
<url><loc>{ADDRESS}dates/</loc><lastmod>2024-12-24</lastmod></url>
<url><loc>{ADDRESS}stages/</loc><lastmod>2024-12-24</lastmod></url>
<url><loc>{ADDRESS}cities/chongqing/</loc><lastmod>2024-12-24</lastmod></url>
<url><loc>{ADDRESS}offences/hacking/</loc></url>
<url><loc>{ADDRESS}offences/posters/</loc><lastmod>2024-12-24</lastmod></url>
<url><loc>{ADDRESS}dates/2024/</loc><lastmod>2024-12-24</lastmod></url>
<url><loc>{ADDRESS}dates/2024/06/</loc><lastmod>2024-12-24</lastmod></url>
<url><loc>{ADDRESS}dates/2024/05/</loc><lastmod>2024-09-01</lastmod></url>
<url><loc>{ADDRESS}stages/detained/</loc><lastmod>2024-12-24</lastmod></url>
<url><loc>{ADDRESS}statistics/</loc></url>
<url><loc>{ADDRESS}quiz/</loc></url>
<url><loc>{ADDRESS}posters/</loc></url>
<url><loc>{ADDRESS}search/</loc></url>
<url><loc>{ADDRESS}corrections/</loc></url>
<url><loc>{ADDRESS}sitemap/</loc></url>
</urlset>
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A corrected case that has moved, one as it was, a withdrawn one and a draft."""
    made = small_content(tmp_path)
    made.page("活动/a&b.md", "一页")
    made.page("news.md", "一则消息", site_published="2024-03-01 09:00")
    made.case(FIRST, city="重庆市")
    made.case(
        SECOND,
        city="重庆市",
        date="2024-06",
        aliases=["2023-01-01-shanxi/02"],
        corrections=[{"date": "2024-12-24", "note": "已改正。"}],
    )
    withdrawn = {"date": "2025-01-02", "reason": "事实有误"}
    made.case(THIRD, city="重庆市", status="withdrawn", withdrawn=withdrawn)
    made.case("2024-09-01-shanxi/04", status="draft")
    made.bulletin("2024-09-01-shanxi", province="重庆市")
    return made


def addresses(text: bytes) -> list[str | None]:
    return [found.text for found in ElementTree.fromstring(text).iter(f"{NAMESPACE}loc")]


def test_every_page_that_may_be_found_and_when_its_content_changed(content):
    assert [(name, text.decode()) for name, text in sitemap.files(context(content))] == [
        ("sitemap.xml", WHOLE)
    ]


def test_every_address_stands_once(content):
    ((_, text),) = sitemap.files(context(content))
    found = addresses(text)
    assert len(found) == len(set(found)) == WHOLE.count("<url>")


def test_a_site_that_knows_no_address_has_none(content):
    assert list(sitemap.files(context(content, address=""))) == []


def test_more_pages_than_a_file_may_hold_stand_in_parts(content):
    of = context(content)
    assert sitemap.MAX_URLS == 50_000
    ((_, whole),) = sitemap.files(of)
    made = dict(sitemap.files(of, max_urls=10))
    assert list(made) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert (
        made["sitemap.xml"].decode()
        == f"""\
<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{ADDRESS}sitemap-1.xml</loc><lastmod>2025-01-02</lastmod></sitemap>
<sitemap><loc>{ADDRESS}sitemap-2.xml</loc><lastmod>2024-12-24</lastmod></sitemap>
<sitemap><loc>{ADDRESS}sitemap-3.xml</loc></sitemap>
</sitemapindex>
"""
    )
    parts = [made[f"sitemap-{number}.xml"] for number in (1, 2, 3)]
    assert [address for part in parts for address in addresses(part)] == addresses(whole)
    assert list(map(len, map(addresses, parts))) == [10, 10, WHOLE.count("<url>") - 20]


def test_as_many_pages_as_a_file_may_hold_need_no_parts(content):
    most = WHOLE.count("<url>")
    assert [name for name, _ in sitemap.files(context(content), most)] == ["sitemap.xml"]
    assert len(list(sitemap.files(context(content), most - 1))) == 3


def test_all_pages_of_a_list_change_together(tmp_path):
    content = small_content(tmp_path)
    for number in range(1, 52):
        content.case(f"2024-09-01-shanxi/{number:02}")
    content.case(FIRST, corrections=[{"date": "2024-12-24", "note": "已改正。"}])
    ((_, text),) = sitemap.files(context(content))
    days = {
        str(url.findtext(f"{NAMESPACE}loc")).removeprefix(ADDRESS): url.findtext(
            f"{NAMESPACE}lastmod"
        )
        for url in ElementTree.fromstring(text)
    }
    lists = ("cases/", "cases/2024-09-01-shanxi/", "cities/taiyuan/", "offences/posters/")
    found = {address: day for address, day in days.items() if address.startswith(lists)}
    further = [f"{address}page/2/" for address in lists]
    assert {found[address] for address in (*lists, *further)} == {"2024-12-24"}
    assert found["cases/2024-09-01-shanxi/51/"] == "2024-09-01"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", "User-agent: *\nDisallow:\n"),
        (ADDRESS, f"User-agent: *\nDisallow:\n\nSitemap: {ADDRESS}sitemap.xml\n"),
    ],
)
def test_robots_may_read_everything(content, address, expected):
    found = [(name, text.decode()) for name, text in robots.files(context(content, address))]
    assert found == [("robots.txt", expected)]
