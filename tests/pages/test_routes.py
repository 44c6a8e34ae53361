"""Routes: lookups by path, and which addresses must be answered for ever."""

from __future__ import annotations

import pytest

from casebook.build.route_plan import finished_routes
from casebook.outputs.registry import all_outputs
from casebook.pages.routes import Route, RouteKind, RouteTable, is_text

ROUTES = finished_routes(all_outputs())

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
    "index.html",
]


def test_pages_and_data_last():
    assert list(ROUTES.lasting(LASTING)) == sorted(LASTING.values())


@pytest.mark.parametrize("path", PASSING)
def test_what_a_site_has_for_a_while_only(path):
    assert ROUTES.lasting([path, "about/index.html"]) == ("about/",)


def test_a_single_file_is_preferred_to_a_pattern():
    pattern = Route("api/*.json", RouteKind.OUTPUT, "api", "application/json")
    file = Route("api/one.json", RouteKind.COPY, "docs/api/one.json", "application/json")
    table = RouteTable((pattern, file))
    assert table.of("api/one.json") is file
    assert table.of("api/v1/two.json") is pattern
    assert table.of("api/two.txt") is None
    assert list(table.collisions()) == [(file, pattern)]


@pytest.mark.parametrize(
    ("path", "fits"),
    [("search/0123456789ab/cases.bin", True), ("search/0123456789AB/cases.bin", False),
     ("search/x/cases.bin", False)],
)  # fmt: skip
def test_a_hash_is_twelve_digits(path, fits):
    table = RouteTable((Route("search/:version/cases.bin", RouteKind.OUTPUT, "", "text/plain"),))
    assert (table.of(path) is not None) is fits


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [("text/html", True), ("application/atom+xml", True), ("application/json", True),
     ("image/svg+xml", True), ("image/png", False), ("application/octet-stream", False)],
)  # fmt: skip
def test_which_media_types_are_text(media_type, expected):
    assert is_text(media_type) is expected
