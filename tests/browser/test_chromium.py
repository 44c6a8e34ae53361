"""Which browser the tests take, and what is done on a machine without one."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from . import chromium
from .chromium import SETTING, Machine, missing_parts

ROOT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get")
SUDO = ("sudo", "-n", *ROOT)
PLAYWRIGHT = f"{sys.executable} -m playwright install"


def commands(machine: Machine) -> list[list[list[str]]]:
    """Of every missing part the ways, and of every way the commands as one would type them."""
    return [
        [[" ".join(command) for command in step.commands] for step in ways]
        for ways in missing_parts(machine)
    ]


def with_apt(apt: tuple[str, ...], package: str) -> list[str]:
    start = " ".join(apt)
    return [f"{start} update", f"{start} install -y --no-install-recommends {package}"]


def test_a_machine_that_has_both_needs_nothing():
    assert commands(Machine(has_browser=True, has_font=True, apt=ROOT)) == []


@pytest.mark.parametrize("apt", [ROOT, SUDO])
def test_apt_comes_first_where_it_is_allowed(apt):
    assert commands(Machine(has_browser=False, has_font=False, apt=apt)) == [
        [with_apt(apt, "chromium"), [f"{PLAYWRIGHT} --with-deps chromium"]],
        [with_apt(apt, "fonts-noto-cjk")],
    ]


def test_a_missing_font_alone_brings_no_browser():
    assert commands(Machine(has_browser=True, has_font=False, apt=SUDO)) == [
        [with_apt(SUDO, "fonts-noto-cjk")]
    ]


def test_without_apt_playwright_brings_the_browser_and_nobody_the_font():
    machine = Machine(has_browser=False, has_font=False)
    assert commands(machine) == [[[f"{PLAYWRIGHT} chromium"]], []]


def test_of_everything_it_is_said_before_why_it_is_installed():
    parts = missing_parts(Machine(has_browser=False, has_font=False, apt=ROOT))
    assert [[step.notice for step in ways] for ways in parts] == [
        [
            "没有浏览器，网页的测试要用真的浏览器，正在用 apt-get 安装 chromium……",
            "没有浏览器，网页的测试要用真的浏览器，正在用 playwright 下载 chromium……",
        ],
        ["没有中文字体，页面上的汉字要显示得出来，正在用 apt-get 安装 fonts-noto-cjk……"],
    ]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    monkeypatch.delenv(SETTING, raising=False)
    return tmp_path


def program(folder: Path, name: str, *, works: bool = True) -> str:
    path = folder / name
    path.write_text(f"#!/bin/sh\nexit {0 if works else 1}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_the_browser_that_is_set_is_taken(programs, monkeypatch):
    program(programs, "chromium")
    monkeypatch.setenv(SETTING, "elsewhere/chrome")
    assert chromium.find() == "elsewhere/chrome"


def test_a_script_that_only_says_how_to_install_is_no_browser(programs):
    program(programs, "chromium-browser", works=False)
    chrome = program(programs, "google-chrome")
    assert chromium.find() == chrome


def test_there_may_be_no_browser(programs):
    # Playwright allows one browser a thread, and other tests may have one in this.
    with ThreadPoolExecutor() as threads:
        assert threads.submit(chromium.find).result() is None


@pytest.mark.parametrize(
    ("works", "code", "said"),
    [
        (True, 0, chromium.READY),
        (False, 1, chromium.NO_BROWSER),
    ],
)
def test_installing_tells_how_it_ended(works, code, said, monkeypatch, capsys):
    machines = iter([Machine(False, False), Machine(has_browser=works, has_font=works)])
    monkeypatch.setattr(chromium, "this_machine", lambda: next(machines))
    monkeypatch.setattr(chromium, "_carry_out", lambda step: works)
    assert chromium.install() == code
    output = capsys.readouterr()
    assert (output.out + output.err).strip() == said


def test_a_missing_font_is_only_a_warning(monkeypatch, capsys):
    monkeypatch.setattr(chromium, "this_machine", lambda: Machine(True, False))
    assert chromium.install() == 0
    assert capsys.readouterr().out.strip() == chromium.NO_FONT
