"""Who answers for the site: the foot of every page, by what mkdocs.yml says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from ..conftest import BuildOnce
from ..sites.building import BuiltSite, Html, built, every, run_build, text_of
from ..sites.make import OFFICIAL, Content, copy_project, state_times

ADDRESS = "https://www.example.gov.cn/anli/"
CASE = "2024-09-01-shanxi/01"


def project(root: Path, values: Mapping[str, str]) -> Path:
    """A copy of the project with one case and these values filled in."""
    copy_project(root)
    state_times(root)
    content = Content(root)
    content.case(CASE)
    content.bulletin(site_published="2024-09-03 10:30")
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    for key, value in values.items():
        text, times = re.subn(rf"^(      {key}:).*$", rf"\1 {value}", text, flags=re.MULTILINE)
        assert times == 1, key
    config.write_text(text, encoding="utf-8")
    return root


MARK = {
    "mark_kind": "党政机关",
    "mark_picture": "assets/mark.png",
    "mark_url": "https://example.org/mark?id=1",
}
ARCHIVED = {"date": "2026-11-30", "note": "新网站见主办单位的门户。"}


@pytest.fixture(scope="session")
def official(build_once: BuildOnce) -> BuiltSite:
    """A government site with all it needs and may have, which is archived."""

    def made(root: Path) -> BuiltSite:
        own = project(root / "project", OFFICIAL | MARK | ARCHIVED)
        shutil.copy(own / "docs/assets/share/site.png", own / "docs/assets/mark.png")
        return built(root / "site", root=own, CASEBOOK_SITE_URL=ADDRESS)

    return build_once("official", made)


@pytest.fixture(scope="session")
def named(build_once: BuildOnce) -> BuiltSite:
    """A site of somebody who is no government body."""
    values = {"name": "某协会", "corrections": "mailto:a@example.org"}
    return build_once(
        "named", lambda root: built(root / "site", root=project(root / "project", values))
    )


def owner_of(page: Html) -> dict[str, str]:
    return {
        text_of(row.dt): text_of(row.dd) for row in page.soup.select("footer.foot .foot__owner div")
    }


# A government site


def test_the_foot_of_every_page_says_who_answers_for_the_site(official):
    expected = {
        "主办单位": OFFICIAL["name"],
        "联系方式": OFFICIAL["contact"],
        "网站标识码": OFFICIAL["site_code"],
        "ICP备案号": f"{OFFICIAL['icp']}（离开本站）",
        "公安机关备案号": f"{OFFICIAL['police_record']}（离开本站）",
    }
    assert "404.html" in official.pages
    every([*official.pages.values()], lambda page: owner_of(page) != expected)


def test_the_numbers_lead_to_the_registers(official):
    expected = [
        "https://beian.miit.gov.cn/",
        "https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000",
    ]
    every(
        [*official.pages.values()],
        lambda page: [a["href"] for a in page.soup.select(".foot__owner a")] != expected,
    )


def test_the_mark_is_a_picture_of_the_site_with_a_link(official):
    for page in official.pages.values():
        (link,) = page.soup.select(".foot__mark a")
        assert (link["href"], link.img["alt"]) == (MARK["mark_url"], "党政机关网站标识")
        assert urljoin("/a/b/c/", str(link.img["src"])).endswith("/assets/mark.png")
    assert (official.folder / "assets/mark.png").is_file()


def test_every_page_says_that_the_site_is_archived(official, named):
    text = "已归档 本站已于2026年11月30日归档，不再更新。新网站见主办单位的门户。"
    every(
        [*official.pages.values()],
        lambda page: [text_of(one) for one in page.soup.select(".strip--archived")] != [text],
    )
    every([*named.pages.values()], lambda page: page.soup.select(".strip--archived"))


def test_every_link_to_another_site_says_so(official, named):
    for built_site in (official, named):
        host = "www.example.gov.cn" if built_site is official else None
        for page in built_site.pages.values():
            for link in page.soup.select('a[href^="http"]'):
                leaves = [text_of(one) for one in link.select(".leaves")]
                if urlsplit(str(link["href"])).hostname == host:
                    assert (leaves, link.get("rel")) == ([], None), page.address
                else:
                    assert (leaves, "noopener" in link["rel"]) == (["（离开本站）"], True), link


def test_an_official_site_is_no_demonstration(official):
    every([*official.pages.values()], lambda page: "演示网站，不是" in page.soup.get_text())


def test_every_page_of_an_official_site_names_its_code_and_domain(official):
    expected = ([OFFICIAL["site_code"]], ["www.example.gov.cn"])
    every(
        [*official.pages.values()],
        lambda page: (page.meta["SiteIDCode"], page.meta["SiteDomain"]) != expected,
    )


def test_errors_are_told_to_the_address_that_is_given(official):
    for page in official.pages.values():
        (link,) = (a for a in page.soup.select(".foot__links a") if text_of(a) == "找错")
        assert link["href"] == OFFICIAL["corrections"]
    page = official.page(f"cases/{CASE}/")
    told = [a["href"] for a in page.article.find_all("a") if "本页有错" in text_of(a)]
    assert told == [OFFICIAL["corrections"]]


def test_linked_data_names_the_organisation_as_publisher(official):
    _, news = official.page(f"cases/{CASE}/").linked_data
    assert news["publisher"] == {"@type": "Organization", "name": OFFICIAL["name"]}


def test_articles_say_when_the_site_published_them(official):
    for address in (f"cases/{CASE}/", "cases/2024-09-01-shanxi/"):
        page = official.page(address)
        assert page.meta["PubDate"] == ["2024-09-03 10:30"]
        assert page.meta["article:published_time"] == ["2024-09-03T10:30:00+08:00"]
        assert page.linked_data[1]["datePublished"] == "2024-09-03T10:30:00+08:00"
        assert "2024年9月3日10:30" in text_of(page.article)
    event = official.page("events/2024-09-campus-day/")
    assert event.meta["PubDate"] == ["2024-09-13 09:00"]
    assert "本站发布时间：2024年9月13日09:00。" in text_of(event.article)


def test_posters_name_the_organisation(official):
    for address in official.below("posters/"):
        owner = official.page(address).article.select_one(".poster__owner")
        assert text_of(owner) == OFFICIAL["name"]


# Named, but not official


def test_a_site_of_somebody_else_names_them_and_stays_a_demonstration(named):
    def wrong(page: Html) -> object:
        said = [text_of(part) for part in page.soup.select(".foot__demo")]
        return owner_of(page) != {"主办单位": "某协会"} or said != ["演示网站，不是政府网站。"]

    every([*named.pages.values()], wrong)


def test_a_mailbox_for_errors_is_linked(named):
    (link,) = (a for a in named.page("").soup.select(".foot__links a") if text_of(a) == "找错")
    assert link["href"] == "mailto:a@example.org"


# Declared official, but not complete


@pytest.mark.parametrize(
    ("key", "title"),
    [("site_code", "网站标识码"), ("corrections", "找错地址")],
)
def test_an_official_site_with_something_missing_is_not_built(tmp_path, key, title):
    root = project(tmp_path / "project", OFFICIAL | {key: ""})
    run = run_build(tmp_path / "site", root=root, CASEBOOK_SITE_URL=ADDRESS)
    assert run.returncode == 1
    lines = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    line = lines.index("    organisation:") + 1
    assert run.stdout.splitlines() == [
        f"mkdocs.yml:{line}:5: 网站已声明为政府网站，却没有写{title}"
        f"（“extra.casebook.organisation.{key}”）。"
        "请在 mkdocs.yml 里补上；还没有时，先把政府网站（official）改为 false。"
    ]
    assert run.stderr.splitlines() == [
        "检查了 1 期通报、1 起案例：发现 1 个错误。",
        "没有生成网站，原有的网站保持不变。",
    ]
    assert not (tmp_path / "site").exists()


def test_an_official_site_that_does_not_say_where_it_stands_is_not_built(tmp_path):
    root = project(tmp_path / "project", OFFICIAL)
    run = run_build(tmp_path / "site", root=root)
    assert run.returncode == 1
    message = (
        "mkdocs.yml:1:1: 网站已声明为政府网站，却没有写网址（“site_url”）。"
        "请设置环境变量 CASEBOOK_SITE_URL，如 https://www.example.gov.cn/anli/。"
    )
    assert message in run.stdout + run.stderr
    assert not (tmp_path / "site").exists()


def verification(site: BuiltSite) -> str:
    """What the page 案例编号核验 says before the way to look up a case."""
    (section,) = site.page("verify/").article.find_all(class_="verify__site")
    return text_of(section)


def test_an_official_site_says_how_it_is_told_from_others(official):
    assert verification(official) == (
        "本站的网址 www.example.gov.cn 本站由某市公安局网络安全保卫支队主办，"
        "完整的网址是https://www.example.gov.cn/anli/。地址栏里https://后面、下一个斜杠前面的部分，"
        "和上面框里的差一个字母，就不是本站。"
    )


DEMONSTRATION = (
    "本站是演示网站 本站是演示网站，不是政府网站，不代表任何机关，本页只能核验案例编号。"
    "{where}下面的办法，也可以用来识别其他网站。"
)


def test_any_other_site_says_that_it_cannot_be_verified(named, site, addressed):
    nowhere = "本站也没有填写自己的网址，这里没有可以对照的网址。"
    known = "这个演示网站的网址是www.example.gov.cn。"
    assert verification(named) == DEMONSTRATION.format(where=nowhere)
    assert verification(site) == DEMONSTRATION.format(where=nowhere)
    assert verification(addressed) == DEMONSTRATION.format(where=known)
