"""What the configuration says of the site's name and place."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.config.mkdocs_yml import read_mkdocs_yml
from casebook.config.site_config import SiteConfig, site_url_problems

ROOT = Path(__file__).parents[2]


def said(folder: Path, text: str) -> SiteConfig:
    config = folder / "mkdocs.yml"
    config.write_text(text, encoding="utf-8")
    return SiteConfig.of(read_mkdocs_yml(config, "mkdocs.yml"))


def test_the_projects_own(monkeypatch):
    monkeypatch.setenv("CASEBOOK_SITE_URL", "https://www.example.gov.cn/anli")
    found = SiteConfig.of(read_mkdocs_yml(ROOT / "mkdocs.yml", "mkdocs.yml"))
    assert (found.name, found.address) == (
        "网络违法犯罪典型案例",
        "https://www.example.gov.cn/anli/",
    )
    assert found.folder == "/anli/"


@pytest.mark.parametrize(
    ("address", "below", "whole"),
    [
        ("https://a.cn/anli/", "cases/", "https://a.cn/anli/cases/"),
        ("https://a.cn/anli/", "", "https://a.cn/anli/"),
        ("https://a.cn/", "assets/share/site.png", "https://a.cn/assets/share/site.png"),
        ("", "cases/", None),
    ],
)
def test_an_address_is_whole_where_the_site_knows_its_own(address, below, whole):
    assert SiteConfig("", "", address).absolute(below) == whole


@pytest.mark.parametrize(
    "text",
    ["a: [", "- a\n", "site_description: 2024-13-45\n", "a: !!int x\n"],
)
def test_what_cannot_be_read_is_left_to_the_generator(tmp_path, text):
    assert said(tmp_path, text) == SiteConfig("", "", "")


@pytest.mark.parametrize(
    "address", ["", "https://a.cn/", "http://127.0.0.1:8000/anli/", "https://例子.中国/案例/"]
)
def test_addresses_of_sites(address):
    assert list(site_url_problems(SiteConfig("", "", address), "mkdocs.yml")) == []


@pytest.mark.parametrize(
    "address",
    ["a.cn/", "ftp://a.cn/", "https://[bad/", "https://a.cn/a?x/", "https://a.cn/#x/",
     "https://a.cn/a$b/", "https://u@a.cn/", 'https://a.cn/"/', "https:///",
     "https://a.cn:99999/", "https://a.cn:0/", "https://a.cn:/", "https://:80/", "https://a.cn/\x07/"],
)  # fmt: skip
def test_what_is_no_address_of_a_site(address):
    (problem,) = site_url_problems(SiteConfig("", "", address), "mkdocs.yml")
    assert str(problem) == (
        f"mkdocs.yml:1:1: 网站的网址“{address}”不能用（“site_url”）。请写以 https:// 开头、"
        "到网站所在文件夹为止的网址，不带问号、井号和空格，如 https://www.example.gov.cn/anli/；"
        "检查环境变量 CASEBOOK_SITE_URL。"
    )
