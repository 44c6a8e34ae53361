"""Which addresses of a finished site must answer for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.build.lasting_addresses import addresses_of

LASTING = {
    "about/index.html": "about/",
    "cases/2024-09-01-shanxi/01/index.html": "cases/2024-09-01-shanxi/01/",
    "events/公园/index.html": "events/公园/",
    "feed.xml": "feed.xml",
    "cities/taiyuan/feed.json": "cities/taiyuan/feed.json",
    "api/v1/cases/2024-09-01-shanxi/01.json": "api/v1/cases/2024-09-01-shanxi/01.json",
    "cases.csv": "cases.csv",
    "cases.xlsx": "cases.xlsx",
    "robots.txt": "robots.txt",
    "search/index.json": "search/index.json",
    "search/index.html": "search/",
}

PASSING = [
    "files/list.csv",
    "MP_verify_x.txt",
    "events/a?b/index.html",
    "404.html",
    "manifest.json",
    "sitemap.xml",
    "sitemap-2.xml",
    "cases/page/2/index.html",
    "cities/taiyuan/page/12/index.html",
    "assets/0123456789ab/casebook.css",
    "assets/0123456789ab/js/share.js",
    "search/0123456789ab/cases/0.json",
    "assets/share/site.png",
    "assets/favicon.svg",
    "cases/2024-09-01-shanxi/hall.jpg",
    "index.html.br",
    "feed.xml.gz",
    "_headers",
    ".nojekyll",
]


def site_of(folder: Path, files: list[str]) -> Path:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def test_pages_and_data_last(tmp_path):
    assert list(addresses_of(site_of(tmp_path, list(LASTING)))) == sorted(LASTING.values())


@pytest.mark.parametrize("name", PASSING)
def test_what_a_site_has_for_a_while_only(tmp_path, name):
    assert addresses_of(site_of(tmp_path, [name, "about/index.html"])) == ("about/",)


def test_the_home_page_is_no_address_of_its_own(tmp_path):
    assert addresses_of(site_of(tmp_path, ["index.html"])) == ()
