"""A copy of a site, in a folder or on the web, is compared with a manifest file by file."""

from __future__ import annotations

import gzip
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.build.manifest import ADDRESS, write_manifest
from casebook.deploy import published_site, verification
from casebook.deploy.http_client import pool
from casebook.deploy.published_site import NotVerifiedError, PublishedSite, find_site
from casebook.deploy.verification import Expected, compare_folder, compare_web, read_expected

from ..sites.answering import Host, Said, answering

FILES = {
    "index.html": b"<h1>home</h1>",
    "cases/2024-09-01-shanxi/01/index.html": b"a case",
    "404.html": b"nothing here",
    "data.json": b'{"n": 1}',
    "地图.svg": b"<svg/>",
    "myindex.html": b"no index of a folder",
    ".nojekyll": b"",
    "_headers": b"/*\n",
}
CASE = "cases/2024-09-01-shanxi/01/index.html"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A published copy of a small site; its hosts keep the files to themselves that are theirs."""
    site = tmp_path / "site"
    for path, content in FILES.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    write_manifest(site)
    return site


@pytest.fixture
def trusted(folder: Path) -> Expected:
    return read_expected((folder / ADDRESS).read_bytes(), is_own=False)


@pytest.fixture
def host(folder: Path) -> Iterator[Host]:
    with answering(folder) as found:
        yield found


def flaws(found: verification.Comparison) -> list[tuple[str, str, str]]:
    return [(one.path, one.flaw.value, one.detail) for one in found.differences]


# Folders


def test_a_folder_as_it_was_built(folder, trusted):
    found = compare_folder(folder, trusted)
    assert (flaws(found), found.same, found.unserved) == ([], 9, ())


def test_what_differs_in_a_folder(folder, trusted):
    (folder / "data.json").write_bytes(b'{"n": 2}')
    (folder / "地图.svg").unlink()
    (folder / "evil.js").touch()
    (folder / ADDRESS).write_bytes(b"{}")
    found = compare_folder(folder, trusted)
    assert flaws(found) == [
        ("data.json", "changed", ""),
        ("evil.js", "extra", ""),
        ("manifest.json", "changed", ""),
        ("地图.svg", "missing", ""),
    ]
    assert (found.same, found.sees_extra) == (6, True)


def test_a_folder_is_not_asked_for_a_manifest_that_it_brought_itself(folder):
    own = read_expected((folder / ADDRESS).read_bytes(), is_own=True)
    found = compare_folder(folder, own)
    assert (flaws(found), found.same) == ([], 8)


# The web


def on(host: Host, asked: Expected) -> verification.Comparison:
    return compare_web(PublishedSite(host.address, pool(pause=0.01)), asked)


def test_a_site_as_it_was_built(host, trusted):
    found = on(host, trusted)
    assert (flaws(found), found.same, found.unserved, found.sees_extra) == ([], 9, (), False)
    paths = ["", "cases/2024-09-01-shanxi/01/", "404.html", "data.json", "%E5%9C%B0%E5%9B%BE.svg"]
    paths += ["myindex.html", ".nojekyll", "_headers", "manifest.json"]
    assert sorted(host.asked) == sorted(f"GET /site/{path}" for path in paths)


@pytest.mark.parametrize(
    ("says", "flaw"),
    [
        ([Said(body=b"another case")], (CASE, "changed", "")),
        ([Said(body=b"A case")], (CASE, "changed", "")),
        ([Said(body=b"a cas")], (CASE, "changed", "")),
        ([Said(body=b"a case" * 100_000)], (CASE, "changed", "")),
        ([Said(404)], (CASE, "missing", "")),
        ([Said(404, body=b"a case")], (CASE, "missing", "")),
        ([Said(410)], (CASE, "missing", "")),
        ([Said(403)], (CASE, "unreachable", "主机回答 403")),
        ([Said(500)], (CASE, "unreachable", "主机回答 500")),
        ([Said(breaks_off=True)], (CASE, "unreachable", "连接中断")),
        ([Said(302, "/site/")], (CASE, "elsewhere", "{host}")),
        ([Said(301, "https://x.invalid/")], (CASE, "elsewhere", "https://x.invalid/")),
    ],
)
def test_what_differs_on_the_web(says, flaw, host, trusted):
    host.says["/site/cases/2024-09-01-shanxi/01/"] = says
    found = on(host, trusted)
    path, kind, detail = flaw
    assert flaws(found) == [(path, kind, detail.format(host=host.address))]
    assert found.same == 8


@pytest.mark.parametrize(
    "says",
    [
        [Said(503), Said(body=b"a case")],
        [Said(500), Said(502), Said(429), Said(body=b"a case")],
        [Said(body=b"a c", breaks_off=True), Said(body=b"a case")],
        [Said(301, "/site/cases/2024-09-01-shanxi/01"), Said(body=b"a case")],
        [Said(301, "/site/cases/2024-09-01-shanxi/01/index.html")],
    ],
)
def test_what_is_only_a_detour(says, host, trusted):
    host.says["/site/cases/2024-09-01-shanxi/01/"] = says
    host.says["/site/cases/2024-09-01-shanxi/01"] = [Said(body=b"a case")]
    assert flaws(on(host, trusted)) == []


def test_a_page_for_dead_links_may_come_with_its_own_status(host, trusted):
    host.says["/site/404.html"] = [Said(404, body=FILES["404.html"])]
    assert flaws(on(host, trusted)) == []
    host.says["/site/404.html"] = [Said(404, body=b"of the host")]
    assert flaws(on(host, trusted)) == [("404.html", "changed", "")]


def test_packed_copies_may_be_kept_by_the_host_and_must_not_differ(folder, host):
    for name in ("index.html.br", "index.html.gz"):
        (folder / name).write_bytes(name.encode())
    write_manifest(folder)
    asked = read_expected((folder / ADDRESS).read_bytes(), is_own=True)
    host.says["/site/index.html.br"] = [Said(status=404)]
    host.says["/site/index.html.gz"] = [Said(body=b"another")]
    found = on(host, asked)
    assert flaws(found) == [("index.html.gz", "changed", "")]
    assert "index.html.br" in found.unserved


def test_what_a_host_packs_is_unpacked_and_what_was_packed_is_not(folder, host):
    packed = gzip.compress(b"a case", mtime=0)
    (folder / "cases/a.html.gz").write_bytes(packed)
    write_manifest(folder)
    host.says["/site/cases/a.html.gz"] = [Said(body=packed, coding="gzip")]
    host.says["/site/cases/2024-09-01-shanxi/01/"] = [Said(body=packed, coding="gzip")]
    asked = read_expected((folder / ADDRESS).read_bytes(), is_own=True)
    assert flaws(on(host, asked)) == []
    host.says["/site/data.json"] = [Said(body=b"not packed", coding="gzip")]
    assert flaws(on(host, asked)) == [("data.json", "unreachable", "回答读不懂")]


@pytest.mark.parametrize("status", [403, 404])
def test_files_for_hosts_may_stay_with_them(status, host, trusted):
    host.says["/site/_headers"] = host.says["/site/.nojekyll"] = [Said(status)]
    found = on(host, trusted)
    assert (flaws(found), found.unserved, found.same) == ([], (".nojekyll", "_headers"), 7)


def test_a_changed_file_for_hosts_is_told(host, trusted):
    host.says["/site/_headers"] = [Said(body=b"")]
    assert flaws(on(host, trusted)) == [("_headers", "changed", "")]


def test_a_site_without_its_manifest_differs_from_a_trusted_one(folder, host, trusted):
    (folder / ADDRESS).unlink()
    assert flaws(on(host, trusted)) == [(ADDRESS, "missing", "")]


def test_a_host_that_is_gone_is_not_asked_for_ever(host, trusted, monkeypatch):
    monkeypatch.setattr(verification, "MOST_UNREACHABLE", 3)
    for path in ("", "404.html", "data.json", "myindex.html", "_headers"):
        host.says[f"/site/{path}"] = [Said(500)]
    with pytest.raises(NotVerifiedError) as refusal:
        on(host, trusted)
    assert str(refusal.value) == (
        f"{host.address} 有 3 个文件取不回来（主机回答 500），核对中断。请过一会儿再试。"
    )


@pytest.mark.parametrize(
    ("asked", "location", "is_same"),
    [
        ("http://a.cn/x/", "https://a.cn/x/", True),
        ("https://a.cn/x/", "https://www.a.cn/x/", True),
        ("https://a.cn/x/", "https://a.cn/x", True),
        ("https://a.cn/404.html", "https://a.cn/404", True),
        ("https://a.cn/x/", "http://a.cn/x/", False),
        ("https://a.cn/x/", "https://b.cn/x/", False),
        ("https://a.cn/x/", "https://a.cn/y/", False),
        ("https://a.cn/x/", "https://a.cn/", False),
    ],
)
def test_which_redirects_mean_the_same(asked, location, is_same):
    assert published_site._is_same_file(asked, location) == is_same


MOVED = b"# a comment of 3 words\n\n/site/cases/2024-09-01-shanxi/01/ /site/data.json 301\n"


@pytest.mark.parametrize(
    ("rules", "location", "is_expected"),
    [
        (MOVED, "/site/data.json", True),
        (MOVED, "/site/404.html", False),
        (MOVED, "https://x.invalid/site/data.json", False),
        (MOVED + b"\n", "/site/data.json", False),  # not what the manifest names
        (b"", "/site/data.json", False),
    ],
)
def test_redirects_of_former_addresses_are_expected(rules, location, is_expected, folder, host):
    (folder / "_redirects").write_bytes(MOVED)
    write_manifest(folder)
    host.says["/site/cases/2024-09-01-shanxi/01/"] = [Said(301, location)]
    found = on(host, read_expected((folder / ADDRESS).read_bytes(), is_own=False, redirects=rules))
    assert (flaws(found) == []) == is_expected


# The way to a site


@pytest.mark.parametrize("written", ["", "?from=x#y"])
def test_a_site_is_reached_at_its_folder(written, host):
    site, answer = find_site(host.address.removesuffix("/") + written, pool(pause=0.01))
    assert (site.address, answer.status) == (host.address, 200)


def test_a_site_that_has_moved_is_asked_where_it_is(folder, host):
    shutil.copytree(folder, folder / "new")
    host.says["/site/manifest.json"] = [Said(301, "/site/new/manifest.json")]
    with pytest.raises(NotVerifiedError) as refusal:
        find_site(host.address, pool(pause=0.01))
    assert str(refusal.value) == (
        f"这个网址转到了别处：{host.address}new/manifest.json。"
        "请先弄清那里是不是本站，再用那里的网址核对。"
    )


def test_nobody_at_home():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        with pytest.raises(NotVerifiedError) as refusal:
            find_site(address, pool(pause=0.01))
    assert str(refusal.value) == f"连不上 {address}：连接不上。请检查网址和网络。"
