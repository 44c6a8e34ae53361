"""`casebook verify`: what it prints of a copy, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from casebook.build.manifest import ADDRESS, read_manifest, write_manifest
from casebook.cli import main

from ..sites.answering import Host, Said, answering

OWN = (
    "注意：清单取自被核对的网站本身，只能看出文件齐不齐、有没有损坏；"
    "能改网站的人也能改清单。要防篡改，请用 --manifest 指明另行保存的清单。"
)
UNSEEN = "注意：通过网络看不出网站上有没有清单以外的文件；要查，请在主机上核对文件夹。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A published copy; the trusted manifest lies beside it."""
    site = tmp_path / "site"
    (site / "about").mkdir(parents=True)
    (site / "index.html").write_bytes(b"home")
    (site / "about/index.html").write_bytes(b"about")
    (site / "_headers").write_bytes(b"")
    write_manifest(site)
    (tmp_path / "trusted.json").write_bytes((site / ADDRESS).read_bytes())
    return site


@pytest.fixture
def host(folder: Path) -> Iterator[Host]:
    with answering(folder) as found:
        yield found


def digest(folder: Path) -> str:
    return read_manifest((folder / ADDRESS).read_bytes()).digest


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out.splitlines()


def test_a_sound_folder(folder, capsys):
    assert main(["verify", str(folder)]) == 0
    assert lines(capsys) == [
        f"{folder}：清单上 3 个文件，相同 3 个，有问题 0 个。",
        f"清单的总指纹：{digest(folder)}",
        OWN,
    ]


def test_a_folder_that_differs(folder, capsys):
    (folder / "about/index.html").write_bytes(b"changed")
    (folder / "index.html").unlink()
    (folder / "new\n.html").touch()
    trusted = str(folder.parent / "trusted.json")
    assert main(["verify", str(folder), "--manifest", trusted]) == 1
    assert lines(capsys) == [
        f"{folder}：清单上 4 个文件，相同 2 个，有问题 3 个。",
        "  about/index.html：内容与清单不同",
        "  index.html：缺少",
        "  new\ufffd.html：清单上没有",
        f"清单的总指纹：{digest(folder)}",
    ]


def test_a_sound_site(folder, host, capsys):
    host.says["/site/_headers"] = [Said(404)]
    assert main(["verify", host.address]) == 0
    assert lines(capsys) == [
        f"{host.address}：清单上 3 个文件，相同 2 个，有问题 0 个。",
        f"清单的总指纹：{digest(folder)}",
        "只给主机用、不对外提供、没有核对的文件 1 个：_headers。",
        OWN,
        UNSEEN,
    ]


def test_a_site_with_a_changed_byte(folder, host, capsys):
    (folder / "about/index.html").write_bytes(b"abouT")
    assert main(["verify", host.address]) == 1
    assert lines(capsys)[:2] == [
        f"{host.address}：清单上 3 个文件，相同 2 个，有问题 1 个。",
        "  about/index.html：内容与清单不同",
    ]


def test_whoever_changes_a_page_and_its_manifest_is_found_by_a_trusted_one(folder, host, capsys):
    (folder / "about/index.html").write_bytes(b"forged")
    write_manifest(folder)
    assert main(["verify", host.address]) == 0
    trusted = str(folder.parent / "trusted.json")
    capsys.readouterr()
    assert main(["verify", host.address, "--manifest", trusted]) == 1
    assert lines(capsys)[1:3] == [
        "  about/index.html：内容与清单不同",
        "  manifest.json：内容与清单不同",
    ]


def test_markdown_holds_what_came_from_the_web_as_code(folder, host, capsys):
    host.says["/site/about/"] = [Said(302, "https://x.invalid/`<b>`@all")]
    assert main(["verify", host.address, "--format", "markdown"]) == 1
    assert lines(capsys) == [
        "## 网站核对",
        "",
        f"`{host.address}`：清单上 3 个文件，相同 2 个，有问题 1 个。",
        "",
        "- `about/index.html`：转到了别处：``https://x.invalid/`<b>`@all``",
        "",
        f"- 清单的总指纹：{digest(folder)}",
        f"- {OWN}",
        f"- {UNSEEN}",
    ]


def test_as_json(folder, host, capsys):
    (folder / "index.html").unlink()
    assert main(["verify", host.address, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "target": host.address,
        "digest": digest(folder),
        "files": 3,
        "same": 2,
        "differences": [{"path": "index.html", "flaw": "missing", "detail": ""}],
        "unserved": [],
        "sees_extra": False,
    }


# What cannot be carried out


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["verify", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.removesuffix("\n")


@pytest.mark.parametrize("target", ["nowhere", "ftp://a.cn/", "https://", "https:///x", "mailto:a"])
def test_what_is_no_copy_is_refused(target, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert refusal(capsys, target) == (
        f"“{target}”既不是文件夹，也不是网址。"
        "网址请写全，如 https://www.example.gov.cn/anli/；文件夹请检查名称。"
    )


HELP = "请确认这是网站首页的网址或文件夹；手上有可信的清单时，用 --manifest 指明。"


def test_a_copy_without_a_manifest_is_refused(folder, host, capsys):
    (folder / ADDRESS).unlink()
    own = folder / ADDRESS
    assert refusal(capsys, str(folder)) == f"{own} 没有取到文件清单（没有这个文件）。{HELP}"
    assert refusal(capsys, host.address) == (
        f"{host.address}manifest.json 没有取到文件清单（主机回答 404）。{HELP}"
    )


def test_a_trusted_manifest_that_is_not_there(folder, capsys):
    missing = str(folder / "missing.json")
    assert refusal(capsys, str(folder), "--manifest", missing) == (
        f"{missing} 打不开：文件不存在，或是一个失效的快捷方式。"
    )


def listing(path: str) -> bytes:
    """A manifest that agrees with itself and names one empty file."""
    fingerprint = sha256(b"").hexdigest()
    whole = sha256(f"{fingerprint}  {path}\n".encode()).hexdigest()
    entry = {"path": path, "size": 0, "sha256": fingerprint}
    return json.dumps({"format": 1, "digest": whole, "files": [entry]}).encode()


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (b"<html>", "它不是 JSON"),
        (b"{}", "它不是文件清单，或格式版本不认识"),
        (listing("../secret"), "里面的路径“../secret”指向网站以外"),
        (listing("/etc/passwd"), "里面的路径“/etc/passwd”指向网站以外"),
        (listing("https://x.invalid/a"), "里面的路径“https://x.invalid/a”指向网站以外"),
        (listing("//x.invalid/a"), "里面的路径“//x.invalid/a”指向网站以外"),
        (listing("\x1b[2J"), "里面的路径“\ufffd[2J”指向网站以外"),
        (listing("a").replace(b': 0,', b': -1,'), "“a”的大小或指纹写得不对"),
        (listing("a").replace(b'"a"', b'"b"'), "总指纹与列出的文件对不上，清单被改动过或不完整"),
    ],
)  # fmt: skip
def test_a_hostile_manifest_is_refused_and_nothing_is_asked(content, flaw, folder, host, capsys):
    (folder / ADDRESS).write_bytes(content)
    end = f"不能用：{flaw}。请换一份可信的清单，用 --manifest 指明。"
    assert refusal(capsys, host.address) == f"文件清单 {host.address}manifest.json {end}"
    assert host.asked == ["GET /site/manifest.json"]
    assert refusal(capsys, str(folder)) == f"文件清单 {folder / ADDRESS} {end}"
    trusted = str(folder / ADDRESS)
    assert refusal(capsys, host.address, "--manifest", trusted) == f"文件清单 {trusted} {end}"
    assert host.asked == ["GET /site/manifest.json"]


def test_an_address_that_leads_away_is_not_followed(host, capsys):
    host.says["/site/manifest.json"] = [Said(301, "https://x.invalid/manifest.json")]
    assert refusal(capsys, host.address) == (
        "这个网址转到了别处：https://x.invalid/manifest.json。"
        "请先弄清那里是不是本站，再用那里的网址核对。"
    )
