"""The share pictures of links in chats: one of the site, one of each offence group.

Run `python -m tools.share_pictures` from the root after a change to a group's title or icon, or to
the template beside this file, and commit what changed: the builds only copy the pictures.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from itertools import chain
from math import dist
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from PIL import Image
from tools.pictures import has_font, replace_all, steady_browser

from casebook.content.files import Folders
from casebook.content.loader import load
from casebook.pages.share_picture import HEIGHT, SITE_PICTURE, WIDTH

ROOT = Path(__file__).parents[1]
TARGET = (ROOT / "docs" / SITE_PICTURE).parent
SIZE = (WIDTH, HEIGHT)
COLOURS = 48
"""Flat colours and the antialiasing of letters; more only make the file larger."""

FONT = "Noto Sans CJK SC"
NO_FONT = f"没有找到字体“{FONT}”。请先安装思源黑体（Noto Sans CJK，SIL OFL 许可），再重新运行。"
BROKEN = "有的类型页读不出来，请先运行 casebook check 并改正。"


def pages() -> Iterator[tuple[str, str]]:
    """The name of each picture and its HTML."""
    library, _ = load(Folders(cases=ROOT / "cases", docs=ROOT / "docs", root=ROOT))
    if any(uri.startswith("offences/") for uri in library.broken):
        sys.exit(BROKEN)
    theme = Path(str(find_spec("material").origin)).parent / "templates"
    loader = FileSystemLoader([Path(__file__).parent, theme, ROOT / "docs"])
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    template = environment.get_template("share_picture.html")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    site_name = re.search(r"^site_name: *(.+)$", config, re.MULTILINE)[1]
    pictures = [("site", site_name, None)]
    pictures += [(group.slug, group.title, group.fields.icon) for group in library.offences]
    for name, title, icon in pictures:
        yield name, template.render(site_name=site_name, title=title, icon=icon)


def reduced(screenshot: bytes) -> bytes:
    """The picture as a palette PNG of its most frequent colours, unchanged."""
    picture = Image.open(BytesIO(screenshot)).convert("RGB")
    found = sorted(picture.getcolors(maxcolors=SIZE[0] * SIZE[1]), reverse=True)
    palette = [colour for _, colour in found[:COLOURS]]
    nearest = {
        colour: min(range(len(palette)), key=lambda n: dist(palette[n], colour))
        for _, colour in found
    }
    pixels = zip(*[iter(picture.tobytes())] * 3, strict=True)
    small = Image.frombytes("P", SIZE, bytes(nearest[pixel] for pixel in pixels))
    small.putpalette(bytes(chain(*palette)))
    file = BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


def main() -> None:
    """Renders all pictures, and removes those of former groups."""
    if not has_font(FONT):
        sys.exit(NO_FONT)
    with steady_browser() as browser:
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        pictures = {}
        for name, html in pages():
            page.set_content(html)
            pictures[name] = reduced(page.screenshot())
    replace_all(TARGET, pictures)


if __name__ == "__main__":
    main()
