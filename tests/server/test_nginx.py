"""A made-up site, served by the real nginx with the configuration that we write for it."""

from __future__ import annotations

import gzip
import ssl
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from shutil import which
from typing import Any
from urllib.parse import urlsplit

import brotli
import pytest

from casebook.build.precompress import precompress
from casebook.build.route_plan import finished_routes
from casebook.config.site_config import SiteConfig
from casebook.deploy.nginx_config import Server
from casebook.outputs.headers import common_headers
from casebook.outputs.registry import all_outputs

from . import nginx

needs_nginx = pytest.mark.skipif(nginx.find() is None, reason=nginx.MISSING)
pytestmark = needs_nginx

FOLDER = "/anli/"
SECURE = SiteConfig(name="", description="", address="https://www.example.gov.cn/anli/")
LONG = "".join(f"第{number}段：冒充客服退款，先打电话，再要验证码。\n" for number in range(200))
VERSION = "0123456789ab"
STYLES, SCRIPT = f"assets/{VERSION}/casebook.css", f"assets/{VERSION}/js/share.js"
SHARD, PICTURE = f"search/{VERSION}/grams/0.bin", "assets/share/site.png"
FILES = {
    "index.html": f"<!doctype html><p>首页 {LONG}",
    "404.html": "<!doctype html><p>没有这个页面",
    "cases/index.html": "<!doctype html><p>案例",
    "新址/index.html": "<!doctype html><p>汉字",
    STYLES: f"/* {LONG} */",
    SCRIPT: f"// {LONG}",
    SHARD: "\x01\x02",
    PICTURE: "\x89PNG",
    "search/index.json": '{"version": "0123456789ab"}',
    "api/v1/cases.json": f'"{LONG}"',
    "feed.xml": f"<feed>{LONG}</feed>",
    "cities/taiyuan/feed.json": f'"{LONG}"',
    "cases.csv": LONG,
    "_headers": "/*\n",
    "_redirects": "",
    ".nojekyll": "",
    ".well-known/security.txt": "Contact: https://www.example.gov.cn/\n",
    "empty/.keep": "",
}
MOVED = (("cases/old/", "cases/"), ("旧址/", "新址/"))

NO_CACHE = "no-cache"
FOR_EVER = "public, max-age=31536000, immutable"
MINUTES = "public, max-age=300"


@dataclass(frozen=True)
class Answer:
    """What came back, as it came."""

    status: int
    headers: dict[str, str]
    body: bytes


Ask = Callable[..., Answer]


def asking(address: str) -> Ask:
    """Asks a host, with the folder put before each path."""
    parts = urlsplit(address)
    context = ssl._create_unverified_context()  # the certificate is the test's own

    def ask(path: str, method: str = "GET", *, below: str = FOLDER, **headers: str) -> Answer:
        connection: Any = (
            HTTPSConnection(parts.netloc, timeout=10, context=context)
            if parts.scheme == "https"
            else HTTPConnection(parts.netloc, timeout=10)
        )
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, below + path, headers=named)
            found = connection.getresponse()
            said = found.getheaders()
            names = [name for name, _ in said]
            assert len(names) == len(set(names)), names
            return Answer(found.status, dict(said), found.read())
        finally:
            connection.close()

    return ask


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site, packed, in a folder whose name must be written with care."""
    folder = tmp_path_factory.mktemp("server") / 'the "site" 网站; \\x'
    for address, text in FILES.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    precompress(folder, finished_routes(all_outputs()))
    return folder


@pytest.fixture(scope="module")
def ask(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    work = tmp_path_factory.mktemp("nginx")
    with nginx.serving(work, site, SECURE, MOVED) as address:
        yield asking(address)


@pytest.fixture(scope="module")
def ask_root(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """A host that has the site for itself, and whose address nobody knows."""
    work = tmp_path_factory.mktemp("nginx-root")
    with nginx.serving(work, site, SiteConfig("", "", ""), MOVED) as address:
        found = asking(address)
        yield lambda path, *arguments, **headers: found(path, *arguments, below="/", **headers)


@pytest.mark.parametrize(
    ("path", "kind", "cache", "is_for_everybody"),
    [
        ("", "text/html; charset=utf-8", NO_CACHE, False),
        ("cases/", "text/html; charset=utf-8", NO_CACHE, False),
        (STYLES, "text/css; charset=utf-8", FOR_EVER, False),
        (SCRIPT, "text/javascript; charset=utf-8", FOR_EVER, False),
        (SHARD, "application/octet-stream", FOR_EVER, False),
        (PICTURE, "image/png", "public, max-age=86400", True),
        ("search/index.json", "application/json; charset=utf-8", NO_CACHE, False),
        ("api/v1/cases.json", "application/json; charset=utf-8", MINUTES, True),
        ("feed.xml", "application/atom+xml; charset=utf-8", MINUTES, True),
        ("cities/taiyuan/feed.json", "application/feed+json; charset=utf-8", MINUTES, True),
        ("cases.csv", "text/csv; charset=utf-8", MINUTES, True),
    ],
)
@pytest.mark.parametrize("accepted", ["identity", "gzip", "br"])
def test_what_is_said_of_each_kind(ask, path, kind, cache, is_for_everybody, accepted):
    answer = ask(path, Accept_Encoding=accepted)
    shared = {
        "Content-Type": kind,
        "Cache-Control": cache,
        "Cross-Origin-Resource-Policy": "cross-origin" if is_for_everybody else "same-origin",
        **({"Access-Control-Allow-Origin": "*"} if is_for_everybody else {}),
        **common_headers(is_secure=True),
    }
    own = {name: answer.headers.get(name) for name in shared}
    assert (answer.status, own) == (200, shared)
    assert ("Access-Control-Allow-Origin" in answer.headers) == is_for_everybody
    assert answer.headers["Server"] == "nginx"


def test_a_site_without_an_address_promises_no_encryption(ask_root):
    headers = ask_root("").headers
    assert {**headers, **common_headers(is_secure=False)} == headers
    assert "Strict-Transport-Security" not in headers
    assert "upgrade-insecure-requests" not in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["", STYLES, "api/v1/cases.json", "feed.xml", "cities/taiyuan/feed.json"]
)
def test_packed_files_are_sent_as_they_lie_there(ask, site, path):
    file = site / (path or "index.html")
    plain = file.read_bytes()
    sent = ask(path, Accept_Encoding="gzip")
    assert (sent.headers["Content-Encoding"], sent.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert sent.body == file.with_name(f"{file.name}.gz").read_bytes()
    assert gzip.decompress(sent.body) == plain
    assert ask(path).body == plain


@pytest.mark.skipif(not nginx.is_complete(), reason=nginx.NO_BROTLI)
def test_brotli_comes_first_where_both_are_read(ask, site):
    sent = ask("", Accept_Encoding="gzip, deflate, br")
    assert (sent.headers["Content-Encoding"], sent.headers["Vary"]) == ("br", "Accept-Encoding")
    assert sent.body == (site / "index.html.br").read_bytes()
    assert brotli.decompress(sent.body) == (site / "index.html").read_bytes()


def test_what_was_not_packed_is_packed_on_the_way(ask, site):
    path = site / "late.csv"
    path.write_text(LONG, encoding="utf-8")
    sent = ask("late.csv", Accept_Encoding="gzip")
    assert sent.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(sent.body) == path.read_bytes()


@pytest.mark.parametrize("accepted", ["identity", "gzip", "br"])
def test_who_has_it_already_is_told_so(ask, accepted):
    first = ask("", Accept_Encoding=accepted)
    again = ask("", Accept_Encoding=accepted, If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["Cache-Control"] == NO_CACHE
    assert ask("", Accept_Encoding=accepted, If_None_Match='"other"').status == 200


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("cases", "/anli/cases/"),
        ("cases/old/", "/anli/cases/"),
        ("cases/old", "/anli/cases/"),
        ("cases/old/?from=qr", "/anli/cases/?from=qr"),
        ("%E6%97%A7%E5%9D%80/", "/anli/%E6%96%B0%E5%9D%80/"),
    ],
)
def test_addresses_that_lead_on(ask, path, target):
    answer = ask(path)
    assert (answer.status, answer.headers["Location"]) == (301, target)
    assert answer.headers["Cache-Control"] == NO_CACHE
    assert "Content-Security-Policy" in answer.headers


def test_a_target_with_han_characters_is_there(ask):
    assert ask("%E6%96%B0%E5%9D%80/").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "nothing/",
        "nothing.css",
        f"assets/{VERSION}/gone.js",
        "empty/",
        "empty/.keep",
        ".nojekyll",
        ".git/config",
        ".git/feed.xml",
        "_headers",
        "index.html.gz",
        "index.html.br",
        "%2e%2e/nginx.conf",
        "..%2fnginx.conf",
    ],
)
def test_what_is_not_there_for_readers(ask, path):
    answer = ask(path)
    if path.startswith(("%2e", "..")):  # leaves the site, so that not even its own page answers
        assert answer.status in {400, 404}
        return
    assert (answer.status, answer.body.decode()) == (404, FILES["404.html"])
    assert answer.headers["Cache-Control"] == NO_CACHE
    said = common_headers(is_secure=True)
    assert {name: answer.headers.get(name) for name in said} == said


def test_well_known_addresses_are_no_hidden_files(ask):
    assert ask(".well-known/security.txt").body.decode() == FILES[".well-known/security.txt"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"])
@pytest.mark.parametrize("path", ["", STYLES, "nothing/"])
def test_nothing_can_be_sent(ask, method, path):
    answer = ask(path, method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert answer.headers["Cache-Control"] == NO_CACHE


def test_a_head_is_the_head_of_the_same_answer(ask):
    head, whole = ask("", "HEAD"), ask("")
    assert (head.status, head.body) == (200, b"")
    assert head.headers | {"Date": ""} == whole.headers | {"Date": ""}


def test_the_host_outside_the_folder_has_nothing(ask):
    answer = ask("", below="/")
    assert (answer.status, answer.body.decode()) == (404, FILES["404.html"])


def test_a_site_may_have_the_host_for_itself(ask_root):
    assert ask_root("").body.decode() == FILES["index.html"]
    assert ask_root("cases").headers["Location"] == "/cases/"
    assert ask_root("cases/old/").headers["Location"] == "/cases/"
    assert ask_root(STYLES).headers["Cache-Control"] == FOR_EVER
    assert ask_root("feed.xml").headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    missing = ask_root("nothing")
    assert (missing.status, missing.body.decode()) == (404, FILES["404.html"])


@pytest.mark.skipif(not which("openssl"), reason="没有 openssl，做不出测试用的证书。")
def test_with_a_certificate_it_encrypts(site, tmp_path):
    certificate, key = tmp_path / "the certificate.pem", tmp_path / "key.pem"
    make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    make += ["-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", key, "-out", certificate]
    subprocess.run(make, check=True, capture_output=True)
    server = Server(site, certificate=certificate, key=key)
    with nginx.serving(tmp_path, site, SiteConfig("", "", ""), server=server) as address:
        answer = asking(address)("", below="/")
    assert (answer.status, answer.body.decode()) == (200, FILES["index.html"])
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
