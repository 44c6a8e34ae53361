"""What hosts of static sites are told."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from casebook.build.route_plan import finished_routes
from casebook.config.site_config import SiteConfig
from casebook.outputs.headers import common_headers
from casebook.outputs.hosts import files
from casebook.outputs.registry import all_outputs

from ..sites.building import ADDRESS, BuiltSite

ALL = "".join(f"  {name}: {value}\n" for name, value in common_headers(is_secure=True).items())
FOR_EVER = (
    "  Cache-Control: public, max-age=31536000, immutable\n"
    "  Cross-Origin-Resource-Policy: same-origin\n"
)


def data(cache: str) -> str:
    return (
        f"  Cache-Control: public, max-age={cache}\n"
        "  Access-Control-Allow-Origin: *\n"
        "  Cross-Origin-Resource-Policy: cross-origin\n"
    )


def told(address: str, *redirects: tuple[str, str]) -> dict[str, str]:
    """The files of a site that has moved pages and nothing else."""
    context: Any = SimpleNamespace(
        site_config=SiteConfig("", "", address),
        site=SimpleNamespace(redirects=redirects),
        routes=finished_routes(all_outputs()),
    )
    return {name: content.decode() for name, content in files(context)}


def test_a_site_with_a_host_for_itself():
    blocks = {
        "/*": ALL,
        "/search/:version/cases/*": FOR_EVER,
        "/search/:version/cases.bin": FOR_EVER,
        "/search/:version/grams/*": FOR_EVER,
        "/search/:version/pinyin/*": FOR_EVER,
        "/api/*.json": data("300"),
        "/cases.csv": data("300"),
        "/cases.xlsx": data("300"),
        "/feed.xml": data("300"),
        "/*/feed.xml": data("300"),
        "/feed.json": data("300"),
        "/*/feed.json": data("300"),
        "/sitemap.xml": data("300"),
        "/sitemap-*.xml": data("300"),
        "/assets/:version/*.css": FOR_EVER,
        "/assets/:version/*.js": FOR_EVER,
        "/assets/share/*": data("86400"),
    }
    expected = "\n".join(f"{pattern}\n{said}" for pattern, said in blocks.items())
    assert told("https://anli.example.gov.cn/", ("cases/old/", "cases/new/")) == {
        "_headers": expected,
        "_redirects": "/cases/old/ /cases/new/ 301\n",
        ".nojekyll": "",
    }


def test_a_site_in_a_sub_folder_says_where_its_files_belong():
    found = told("https://www.example.gov.cn/专栏/an%20li/", ("旧 址/", ""))
    folder = "/%E4%B8%93%E6%A0%8F/an%20li/"
    head = f"# 网站在子目录 {folder} 下：请把本文件移到所发布文件夹的最上层。\n"
    assert found["_redirects"] == f"{head}{folder}%E6%97%A7%20%E5%9D%80/ {folder} 301\n"
    assert found["_headers"].startswith(f"{head}\n{folder}*\n  Content-Security-Policy: ")


def test_limits_of_hosts_are_kept():
    """Cloudflare Pages: a hundred rules, lines of 2,000 characters, one asterisk to a pattern."""
    lines = told("https://anli.example.gov.cn/")["_headers"].splitlines()
    patterns = [line for line in lines if line and not line.startswith(" ")]
    assert len(patterns) < 100
    assert max(map(len, lines)) < 2000
    assert [pattern for pattern in patterns if pattern.count("*") > 1] == []


def test_a_built_site_has_them(addressed: BuiltSite):
    expected = told(ADDRESS)
    assert (addressed.folder / "_headers").read_text(encoding="utf-8") == expected["_headers"]
    assert (addressed.folder / "_redirects").exists()
    assert (addressed.folder / ".nojekyll").read_bytes() == b""
