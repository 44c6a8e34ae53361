"""Pictures: a browser that draws them the same every time, and a folder that holds just these."""

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
"""What makes letters and colours the same on every machine."""
NO_BROWSER = "没有找到 Chromium。请先安装，或者用环境变量 CASEBOOK_CHROMIUM 写明它的位置。"


def has_font(family: str) -> bool:
    """Whether the system knows a family of fonts."""
    if not (lister := shutil.which("fc-list")):
        return False
    listed = subprocess.run([lister, ":", "family"], capture_output=True, text=True, check=True)
    return family in re.split(r"[,\n]", listed.stdout)


@contextmanager
def steady_browser() -> Iterator[Browser]:
    """A Chromium that draws the same bytes again; ends the program where there is none."""
    if not (path := chromium.find()):
        sys.exit(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=[*chromium.flags(), *STEADY]
        )
        yield browser
        browser.close()


def replace_all(folder: Path, pictures: Mapping[str, bytes]) -> None:
    """Writes pictures by name and removes those of the folder that are no longer drawn."""
    folder.mkdir(exist_ok=True)
    for stray in folder.glob("*.png"):
        if stray.stem not in pictures:
            stray.unlink()
    for name, content in pictures.items():
        (folder / f"{name}.png").write_bytes(content)
        print(f"{name}.png：{len(content) / 1000:.0f} KB")
