"""`casebook addresses` compares a finished site with the ledger and records what is new."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.cli import main
from casebook.content.url_ledger import ledger_text

LEDGER = "cases/addresses.txt"


@pytest.fixture
def site(project: Path) -> Path:
    """A finished site of two pages beside the project."""
    folder = project / "site"
    for page in ("about", "tips"):
        (folder / page).mkdir(parents=True)
        (folder / page / "index.html").touch()
    (folder / "manifest.json").touch()
    return folder


def test_new_addresses_are_shown_and_nothing_is_written(project, site, capsys):
    assert main(["addresses"]) == 0
    assert capsys.readouterr().out == "+ about/\n+ tips/\n"
    assert not (project / LEDGER).exists()


def test_new_addresses_join_the_ledger(project, site, capsys):
    (project / LEDGER).write_text(ledger_text(["about/"]), encoding="utf-8")
    assert main(["addresses", "--record"]) == 0
    assert capsys.readouterr().out == f"+ tips/\n已在 {LEDGER} 里登记 1 个网址。\n"
    assert (project / LEDGER).read_text(encoding="utf-8") == ledger_text(["about/", "tips/"])
    assert main(["addresses", "--record"]) == 0
    assert capsys.readouterr().out == "没有新的网址。\n"


def test_a_lost_address_is_named_and_stays_in_the_ledger(project, site, capsys):
    (project / LEDGER).write_text(ledger_text(["about/", "old/"]), encoding="utf-8")
    assert main(["addresses", "--site-dir", str(site), "--record"]) == 1
    assert capsys.readouterr().out == (
        "+ tips/\n"
        "cases/addresses.txt:4:1: 网址“old/”发布过，这次却没有了。案例或通报移动了，在新文件的"
        "曾用编号（aliases）里写旧编号；手写的页面移动了，在旧地址（moved_from）里写原来的；"
        "案例不再公开，把状态（status）写成 withdrawn，不要删去文件。\n"
        "已在 cases/addresses.txt 里登记 1 个网址。\n"
    )
    assert (project / LEDGER).read_text(encoding="utf-8") == ledger_text(
        ["about/", "old/", "tips/"]
    )


def test_without_a_finished_site_there_is_nothing_to_compare(project, capsys):
    (project / "site").mkdir()
    assert main(["addresses"]) == 2
    assert capsys.readouterr().err == (
        f"{project / 'site'} 里没有网站。请先运行 casebook build，再写上网站的文件夹，如 site。\n"
    )


def test_a_ledger_that_cannot_be_read_is_left_as_it_is(project, site, capsys):
    (project / LEDGER).write_text("about/\n<<<<<<< HEAD\n", encoding="utf-8")
    assert main(["addresses", "--record"]) == 2
    assert capsys.readouterr().err.startswith("cases/addresses.txt:2:1: “<<<<<<< HEAD”不是网址。")
    assert (project / LEDGER).read_text(encoding="utf-8") == "about/\n<<<<<<< HEAD\n"
