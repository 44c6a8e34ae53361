"""The browser that the tests drive: where it is, and how a machine without one gets it.

`python -m tests.browser.chromium --install` installs what is missing: with apt where we may,
else the build that Playwright brings. A font for Chinese text belongs to it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

SETTING = "CASEBOOK_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
BROWSER_PACKAGE = "chromium"
FONT_PACKAGE = "fonts-noto-cjk"

WANTS_BROWSER = "没有浏览器，网页的测试要用真的浏览器"
WANTS_FONT = "没有中文字体，页面上的汉字要显示得出来"
READY = "浏览器和中文字体都在。"
NO_BROWSER = (
    "没有装上浏览器：apt-get 和 playwright 都没有成功。请手工安装 Chromium 或 Chrome，"
    f"或把 {SETTING} 设为它的路径，再重新运行。"
)
NO_FONT = f"提醒：没有中文字体，页面上的汉字会显示成方框。请安装 {FONT_PACKAGE}。"

Command = tuple[str, ...]


@dataclass(frozen=True)
class Machine:
    """What there is, and the beginning of an apt-get command that may install; empty if none."""

    has_browser: bool
    has_font: bool
    apt: Command = ()


@dataclass(frozen=True)
class Step:
    """Something to install: what people are told, and commands of which all must succeed."""

    notice: str
    commands: tuple[Command, ...]


def flags() -> list[str]:
    """What to start it with: it asks nobody for anything; its sandbox refuses to work for root."""
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else [*FLAGS]


def find() -> str | None:
    """The browser to start: the one that is set, else the first one installed that runs."""
    return next(_running(), None)


def _running() -> Iterator[str]:
    if setting := os.environ.get(SETTING):
        yield setting
        return
    for name in NAMES:
        # Ubuntu's chromium-browser may be a script that only says how to install it.
        if (path := shutil.which(name)) and _succeeds(path, "--version"):
            yield path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if Path(path).exists() and _succeeds(path, "--version"):
        yield path


def missing_parts(machine: Machine) -> list[list[Step]]:
    """What to install; of each part the ways to do so, of which the first that works is enough."""
    parts = []
    if not machine.has_browser:
        parts.append(
            [*_with_apt(WANTS_BROWSER, BROWSER_PACKAGE, machine.apt), _with_playwright(machine)]
        )
    if not machine.has_font:
        parts.append(_with_apt(WANTS_FONT, FONT_PACKAGE, machine.apt))
    return parts


def _with_apt(why: str, package: str, apt: Command) -> list[Step]:
    if not apt:
        return []
    install = (*apt, "install", "-y", "--no-install-recommends", package)
    return [Step(f"{why}，正在用 apt-get 安装 {package}……", ((*apt, "update"), install))]


def _with_playwright(machine: Machine) -> Step:
    # The libraries that its browser needs come from apt as well.
    dependencies = ("--with-deps",) if machine.apt else ()
    command = (sys.executable, "-m", "playwright", "install", *dependencies, "chromium")
    return Step(f"{WANTS_BROWSER}，正在用 playwright 下载 chromium……", (command,))


def this_machine() -> Machine:
    return Machine(has_browser=find() is not None, has_font=_has_font(), apt=_apt())


def _apt() -> Command:
    if not shutil.which("apt-get"):
        return ()
    command = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get")
    if os.geteuid() == 0:
        return command
    if shutil.which("sudo") and _succeeds("sudo", "-n", "true"):
        return ("sudo", "-n", *command)
    return ()


def _has_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)
    return bool(listed.stdout.strip())


def _succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _carry_out(step: Step) -> bool:
    print(step.notice, flush=True)
    return all(
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0
        for command in step.commands
    )


def install() -> int:
    """Installs what is missing and says so; gives the exit code."""
    parts = missing_parts(this_machine())
    for ways in parts:
        any(_carry_out(step) for step in ways)
    now = this_machine() if parts else Machine(has_browser=True, has_font=True)
    if not now.has_browser:
        print(NO_BROWSER, file=sys.stderr)
        return 1
    print(READY if now.has_font else NO_FONT)
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--install"]:
        sys.exit(install())
    print(find() or "没有找到浏览器。")
