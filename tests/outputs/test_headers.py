"""What answers of the site forbid and allow, and that no page needs more."""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from html.parser import HTMLParser
from itertools import combinations

import pytest

from casebook.build.route_plan import finished_routes
from casebook.outputs.headers import cached_routes, common_headers, headers_for
from casebook.outputs.registry import all_outputs
from casebook.render.content_policy import content_policy

from ..sites.building import BuiltSite, every

EXECUTED = {"", "module", "importmap", "text/javascript", "application/javascript"}
"""The types of script elements that are code; all others are data."""

CODE_ATTRIBUTE = re.compile(r"on[a-z]+|style")


class InlineCode(HTMLParser):
    """What of a page a policy would have to name: scripts and styles by their hashes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = ""
        """The element that is code, while its text goes on."""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        own = {name: (value or "").strip().lower() for name, value in attributes}
        is_script = tag == "script" and "src" not in own and own.get("type", "") in EXECUTED
        self.inside = tag if tag == "style" or is_script else ""
        self.found += [f"{tag} {name}" for name in own if CODE_ATTRIBUTE.fullmatch(name)]
        self.found += [value for value in own.values() if value.startswith("javascript:")]

    def handle_data(self, text: str) -> None:
        if self.inside:
            digest = base64.b64encode(sha256(text.encode()).digest()).decode()
            self.found.append(f"{self.inside} 'sha256-{digest}'")

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""


def test_inline_code_is_seen():
    """Shows that the test of all pages can fail."""
    html = """<p style="color:red" onclick="go()" data-on="x"><style>p{}</style>
    <script>alert(1)</script><script type="module">go()</script><script src="a.js"></script>
    <script type="application/ld+json">{}</script><a href="javascript:go()">去</a>"""
    assert InlineCode(html).found == [
        "p style",
        "p onclick",
        "style 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='",
        "script 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
        "script 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='",
        "javascript:go()",
    ]


def test_no_page_has_inline_code(addressed: BuiltSite):
    """The policy names no hashes: put scripts into docs/assets/js/ and styles into styles/."""
    every(list(addressed.pages.values()), lambda page: InlineCode(page.source).found)


def test_every_page_says_the_policy_before_all_else(addressed: BuiltSite):
    said = content_policy().replace("'", "&#39;")
    start = f'<head>\n<meta http-equiv="Content-Security-Policy" content="{said}">\n'
    assert "404.html" in addressed.pages
    every(list(addressed.pages.values()), lambda page: page.source.count(start) != 1)


def test_the_policy_of_a_page():
    assert content_policy() == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


@pytest.mark.parametrize("secure", [False, True])
def test_what_every_answer_says(secure):
    headers = common_headers(secure)
    features = headers.pop("Permissions-Policy").split(", ")
    assert features.pop() == "clipboard-write=(self)"
    assert all(re.fullmatch(r"[a-z-]+=\(\)", feature) for feature in features)
    assert {"camera=()", "geolocation=()", "microphone=()"} < set(features)
    assert len(set(features)) == len(features)
    upgrade = "; upgrade-insecure-requests" if secure else ""
    expected = {
        "Content-Security-Policy": f"{content_policy()}; frame-ancestors 'self'{upgrade}",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if secure:
        expected["Strict-Transport-Security"] = "max-age=31536000"
    assert headers == expected


HEXADECIMAL = "0123456789ab"

CACHED = {
    "": None,
    "404.html": None,
    "cases/": None,
    "search/": None,
    "search/index.json": None,
    "manifest.json": None,
    "assets/favicon.svg": None,
    f"assets/{HEXADECIMAL}/casebook.css": "public, max-age=31536000, immutable",
    f"assets/{HEXADECIMAL}/js/search/search.js": "public, max-age=31536000, immutable",
    f"search/{HEXADECIMAL}/cases/0.json": "public, max-age=31536000, immutable",
    f"search/{HEXADECIMAL}/cases.bin": "public, max-age=31536000, immutable",
    f"search/{HEXADECIMAL}/grams/1.bin": "public, max-age=31536000, immutable",
    "assets/js/share.js": None,
    "assets/0123456789AB/share.js": None,
    "assets/0123456789abc/share.js": None,
    "feed.xml": "public, max-age=300",
    "feed.json": "public, max-age=300",
    "cities/taiyuan/feed.json": "public, max-age=300",
    "cities/taiyuan/otherfeed.json": None,
    "sitemap.xml": "public, max-age=300",
    "api/v1/cases.json": "public, max-age=300",
    "cases.csv": "public, max-age=300",
    "cases.xlsx": "public, max-age=300",
    "assets/share/site.png": "public, max-age=86400",
}


ROUTES = [*cached_routes(finished_routes(all_outputs()).declared)]


@pytest.mark.parametrize("address", CACHED, ids=lambda address: address or "home")
def test_how_long_each_may_be_kept(address):
    fitting = [route for route in ROUTES if re.fullmatch(route.expression, address)]
    assert [headers_for(route.caching)["Cache-Control"] for route in fitting] == [
        one for one in [CACHED[address]] if one
    ]


def test_no_file_of_a_site_fits_two_patterns(addressed: BuiltSite):
    """As hosts read them, where any folder fits `:version`: they would send both values."""
    hosts = [
        (one.path, re.escape(one.path).replace(r"\*", ".*").replace(":version", "[^/]+"))
        for one in ROUTES
    ]
    files = [path for path in addressed.folder.rglob("*") if path.is_file()]
    addresses = [path.relative_to(addressed.folder).as_posix() for path in files]
    addresses += [address for address in CACHED if CACHED[address]]
    twice = [
        (address, one, other)
        for address in addresses
        for (one, first), (other, second) in combinations(hosts, 2)
        if re.fullmatch(first, address) and re.fullmatch(second, address)
    ]
    assert len(files) > 100
    assert twice == []
    headers_of_all = common_headers(is_secure=True).keys()
    assert not any(headers_of_all & headers_for(route.caching).keys() for route in ROUTES)
