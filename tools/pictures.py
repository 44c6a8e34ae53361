"""Pictures: reproducible screenshots, and the folder that contains them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tests.browser import chromium

STEADY = ("--disable-lcd-text", "--font-render-hinting=none", "--force-color-profile=srgb")
"""Chromium flags for the same fonts and colours on every machine."""
NO_BROWSER = "没有找到 Chromium。请先安装，或者用环境变量 CASEBOOK_CHROMIUM 写明它的位置。"


def has_font(family: str) -> bool:
    """Whether a font family is installed."""
    if not (lister := shutil.which("fc-list")):
        return False
    listed = subprocess.run([lister, ":", "family"], capture_output=True, text=True, check=True)
    return family in re.split(r"[,\n]", listed.stdout)


@contextmanager
def steady_browser() -> Iterator[Browser]:
    """Yields a Chromium with reproducible rendering; exits if none is installed."""
    if not (path := chromium.find()):
        sys.exit(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=[*chromium.flags(), *STEADY]
        )
        yield browser
        browser.close()


def replace_all(folder: Path, pictures: Mapping[str, bytes]) -> None:
    """Writes PNG files by name, and removes all others from the folder."""
    folder.mkdir(exist_ok=True)
    for stray in folder.glob("*.png"):
        if stray.stem not in pictures:
            stray.unlink()
    for name, content in pictures.items():
        (folder / f"{name}.png").write_bytes(content)
        print(f"{name}.png：{len(content) / 1000:.0f} KB")
