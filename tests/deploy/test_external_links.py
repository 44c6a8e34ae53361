"""The links that lead out of a built site: which there are, and what became of them."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.cli import main
from casebook.deploy import external_links as module
from casebook.deploy.external_links import (
    CheckedLink,
    Link,
    LinkState,
    check_links,
    exemptions,
    external_links,
    state_of,
)
from casebook.deploy.http_client import PrivateAddressError, pool, reason
from casebook.texts.messages import MESSAGES

from ..checks.sites import DATONG, library_of, problems_of, sound
from ..sites.answering import Host, Said, answering


def write(folder: Path, pages: dict[str, str]) -> Path:
    for path, html in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"<!doctype html>{html}", encoding="utf-8")
    return folder


def test_every_link_out_is_found_once(tmp_path):
    site = write(
        tmp_path,
        {
            "index.html": '<link rel="canonical" href="https://own.cn/anli/">'
            '<link rel="icon" href="https://cdn.cn/a.svg"><a href="https://own.cn/anli/x/">x</a>'
            '<a href=" https://b.cn/ ">b</a><a href="https://own.cn/">the host</a>',
            "x/index.html": '<a href="https://b.cn/#one">b</a><a href="https://b.cn/#two">b</a>'
            '<a href="https://a.cn/?q=1&amp;r=2">a</a><a rel="edit" href="https://git.cn/x">edit</a>'
            '<a href="../">home</a><a href="tel:110">110</a><a href="mailto:a@b.cn">mail</a>'
            '<a>none</a><area href="http://c.cn/"><a href="https://">nothing</a>',
            "404.html": '<a href="https://b.cn/">b</a>',
        },
    )
    assert external_links(site) == (
        Link("http://c.cn/", ("x/",)),
        Link("https://a.cn/?q=1&r=2", ("x/",)),
        Link("https://b.cn/", ("404.html", "", "x/")),
        Link("https://own.cn/", ("",)),
    )


def test_a_site_without_an_address_calls_nothing_its_own(tmp_path):
    site = write(tmp_path, {"index.html": '<a href="https://a.cn/">a</a>'})
    assert external_links(site) == (Link("https://a.cn/", ("",)),)


def test_the_links_of_the_real_site(addressed):
    found = {link.address: link.pages for link in external_links(addressed.folder)}
    assert "tips/" in found["https://www.12377.cn"]
    assert all(pages for pages in found.values())
    assert not [address for address in found if address.startswith("https://www.example.gov.cn")]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    with answering(write(tmp_path / "host", {"fine.html": "fine", "404.html": "gone"})) as found:
        yield found


HEAD, GET = "HEAD", "GET"


def page(title: str, *paragraphs: str, coding: str = "utf-8") -> Said:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return Said(200, body=f"<!doctype html><title>{title}</title>{body}".encode(coding))


GONE, MIGRATED = "网页上写着“该内容已被发布者删除”", "网页上写着“该公众号已迁移”"


@pytest.mark.parametrize(
    ("says", "state", "detail"),
    [
        ([Said(200)], LinkState.FINE, ""),
        ([Said(204)], LinkState.FINE, ""),
        ([Said(405, method=HEAD), Said(200, method=GET)], LinkState.FINE, ""),
        ([Said(404, method=HEAD), Said(200, method=GET)], LinkState.FINE, ""),
        ([Said(503), Said(500), Said(200)], LinkState.FINE, ""),
        ([Said(302, "/site/fine.html")], LinkState.FINE, ""),
        ([Said(301, "/site/fine.html")], LinkState.MOVED, "{host}fine.html"),
        ([Said(308, "/site/further")], LinkState.MOVED, "{host}fine.html"),
        ([Said(301, "/site/passing")], LinkState.MOVED, "{host}passing"),
        ([Said(302, "/site/further")], LinkState.FINE, ""),
        ([Said(404)], LinkState.DEAD, "主机回答 404"),
        ([Said(410)], LinkState.DEAD, "主机回答 410"),
        ([Said(301, "/site/none.html")], LinkState.DEAD, "主机回答 404"),
        ([Said(403)], LinkState.UNREACHABLE, "主机回答 403"),
        ([Said(503)], LinkState.UNREACHABLE, "主机回答 503"),
        ([Said(302, "/site/asked")], LinkState.UNREACHABLE, "转来转去没有尽头"),
        ([Said(302, "ftp://a.cn/")], LinkState.UNREACHABLE, "不是网址"),
        ([Said(302, "https:///")], LinkState.UNREACHABLE, "不是网址"),
        ([page("通报", "该公众号发布了一篇通报。")], LinkState.FINE, ""),
        ([page("公众平台", "该内容已被发布者删除")], LinkState.DEAD, GONE),
        ([page("公众平台", "该内容已被发布者删除", coding="gb18030")], LinkState.DEAD, GONE),
        ([page("公众平台", "该公众号已迁移")], LinkState.UNREACHABLE, MIGRATED),
        ([Said(301, "/site/deleted")], LinkState.DEAD, GONE),
    ],
)
def test_what_became_of_a_link(says, state, detail, host):
    host.says["/site/asked"] = says
    host.says["/site/further"] = [Said(301, "/site/fine.html")]
    host.says["/site/deleted"] = [page("公众平台", "该内容已被发布者删除")]
    host.says["/site/passing"] = [Said(307, "/site/fine.html")]
    found = state_of(f"{host.address}asked", pool(pause=0.01))
    assert found == (state, detail.format(host=host.address))


def test_nobody_there():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        assert state_of(address, pool(pause=0.01)) == (LinkState.UNREACHABLE, "连接不上")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_machines_of_the_house_are_not_asked(name, host):
    address = host.address.replace("127.0.0.1", name)
    found = state_of(f"{address}fine.html", pool(pause=0.01, private=False))
    assert found == (LinkState.UNREACHABLE, reason(PrivateAddressError()))
    assert host.asked == []


def test_a_redirect_into_the_house_is_not_followed(host, monkeypatch):
    """The first host is taken for a public one, as a stranger's would be."""
    monkeypatch.setattr(module, "_answer", lambda here, _: stranger(here, host))
    with answering(Path()) as inner:
        host.says["to"] = [Said(302, inner.address)]
        found = state_of("https://stranger.invalid/", pool(pause=0.01, private=False))
        assert found == (LinkState.UNREACHABLE, "这个网址指向内部网络的机器，没有访问")
        assert inner.asked == []


REAL_ANSWER = module._answer


def stranger(here: str, host: Host) -> tuple[int, str, tuple[str, bool]]:
    if here.startswith("https://stranger.invalid/"):
        return 302, host.says["to"][0].location, ("", False)
    return REAL_ANSWER(here, pool(pause=0.01, private=False))


def test_links_keep_their_order_and_their_exemptions(host):
    host.says["/site/dead"] = [Said(404)]
    links = [Link(f"{host.address}{name}", ("",)) for name in ("dead", "fine.html")]
    found = check_links(links, {links[0].address: "理由"}, pool(pause=0.01))
    assert found == (
        CheckedLink(links[0], LinkState.DEAD, "主机回答 404", "理由"),
        CheckedLink(links[1], LinkState.FINE),
    )
    assert [one.is_failure for one in found] == [False, False]
    (counted,) = check_links(links[:1], {}, pool(pause=0.01))
    assert counted.is_failure


# Exemptions and the command


ALLOWED = """\
---
title: 关于
summary: 本站发布什么、不发布什么，人名怎样隐去，数字怎样看，发现错误怎么办。
allow:
  - code: link-unreachable
    text: {address}
    reason: 只对国内网络开放
---

一段文字。
"""


def test_an_exemption_is_known_and_never_unused(project):
    page = project / "docs/about.md"
    page.write_text(ALLOWED.format(address="https://a.cn/x"), encoding="utf-8")
    assert problems_of(project) == ()
    assert exemptions(library_of(project)) == {"https://a.cn/x": "只对国内网络开放"}


def test_an_exemption_may_stand_in_a_case(project):
    path = f"{DATONG}/01.md"
    allow = "[{code: link-unreachable, text: 'https://a.cn/y', reason: 只对国内网络开放}]"
    (project / path).write_text(sound(path, allow=allow), encoding="utf-8")
    assert problems_of(project) == ()
    assert exemptions(library_of(project)) == {"https://a.cn/y": "只对国内网络开放"}


@pytest.fixture
def reached(host, project, monkeypatch):
    """A site whose links lead to this machine, which the command may ask for once."""
    patient = pool(pause=0.01)
    monkeypatch.setattr("casebook.commands.links.pool", lambda private: patient)
    for name, says in (
        ("dead", Said(404)),
        ("moved", Said(301, "/site/fine.html")),
        ("busy", Said(503)),
        ("closed", Said(404)),
    ):
        host.says[f"/site/{name}"] = [says]
    names = ("fine.html", "dead", "moved", "busy", "closed")
    links = "".join(f'<a href="{host.address}{name}">x</a>' for name in names)
    pages = {f"{name}index.html": links for name in ("", "a/", "b/", "c/")}
    write(project / "site", pages)
    page = project / "docs/about.md"
    page.write_text(ALLOWED.format(address=f"{host.address}closed"), encoding="utf-8")
    return host.address


def test_the_report(reached, capsys):
    assert main(["links", "site"]) == 1
    pages = "所在页面：a/、b/、c/等 4 页"
    assert capsys.readouterr() == (
        "\n".join(
            (
                "站外链接 5 个，能打开 1 个。",
                "",
                "打不开的链接 1 个：",
                "",
                f"- 站外链接“{reached}dead”打不开：主机回答 404。{pages}",
                "",
                "已永久搬家的链接 1 个，请换成新网址：",
                "",
                f"- {reached}moved → {reached}fine.html。{pages}",
                "",
                "这次没有查成的链接 1 个，请用浏览器看一看：",
                "",
                f"- {reached}busy：主机回答 503。{pages}",
                "",
                MESSAGES["link-unreachable"].hint,
                "",
                "已在文件里放行（allow）的链接 1 个：",
                "",
                f"- {reached}closed（打不开），理由：只对国内网络开放",
                "",
            )
        ),
        "",
    )


def test_the_report_for_an_issue(reached, capsys):
    assert main(["links", "site", "--format", "markdown"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["## 站外链接", "", "站外链接 5 个，能打开 1 个。"]
    assert (
        f"- 站外链接“`{reached}dead`”打不开：主机回答 404。所在页面：`a/`、`b/`、`c/`等 4 页"
        in lines
    )


def test_the_report_as_json(reached, capsys):
    assert main(["links", "site", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found[1] == {
        "address": f"{reached}closed",
        "state": "dead",
        "detail": "主机回答 404",
        "pages": ["a/", "b/", "c/", ""],
        "exemption": "只对国内网络开放",
    }
    assert [one["state"] for one in found] == ["unreachable", "dead", "dead", "fine", "moved"]


def test_nothing_dead_is_no_failure(host, project, monkeypatch, capsys):
    monkeypatch.setattr("casebook.commands.links.pool", lambda private: pool(pause=0.01))
    write(project / "site", {"index.html": f'<a href="{host.address}fine.html">x</a>'})
    assert main(["links", "site"]) == 0
    assert capsys.readouterr() == ("站外链接 1 个，能打开 1 个。\n", "")


def test_the_command_asks_no_machine_of_the_house(host, project, capsys):
    write(project / "site", {"index.html": f'<a href="{host.address}fine.html">x</a>'})
    assert main(["links", "site"]) == 0
    assert "这个网址指向内部网络的机器，没有访问" in capsys.readouterr().out
    assert host.asked == []


def test_a_folder_without_a_site_is_refused(project, capsys):
    assert main(["links", "docs"]) == 2
    assert capsys.readouterr() == (
        "",
        "docs 里没有网站。请先运行 casebook build，再写上网站的文件夹，如 site。\n",
    )
