"""Reading the QR codes of pages as a telephone would, from the lines of their pictures."""

from __future__ import annotations

import re

import zxingcpp
from bs4 import BeautifulSoup
from PIL import Image

PIXELS = 6
"""The sides of a module in the picture that is read."""

MOVE = re.compile(r"([Mmh]) ?(-?[0-9.]+)(?: (-?[0-9.]+))?")

Modules = set[tuple[int, int]]
"""Column and row of every dark module."""


def size(svg: str) -> int:
    """The sides of the whole picture in modules, which must be a square at the origin."""
    (box,) = re.findall(r'viewbox="0 0 ([0-9]+) ([0-9]+)"', svg, re.IGNORECASE)
    assert box[0] == box[1]
    return int(box[0])


def dark_modules(svg: str) -> Modules:
    """What the path draws: lines of modules, one row after another."""
    (path,) = BeautifulSoup(svg, "html.parser").select("path.qrline")
    x, y, found = 0.0, 0.0, set()
    for command, first, second in MOVE.findall(str(path["d"])):
        if command == "h":
            found |= {(int(x) + step, int(y)) for step in range(int(first))}
            x += int(first)
        elif command == "m":
            x, y = x + float(first), y + float(second)
        else:
            x, y = float(first), float(second)
    return found


def picture(svg: str) -> Image.Image:
    side = size(svg)
    image = Image.new("L", (side, side), 255)
    for place in dark_modules(svg):
        image.putpixel(place, 0)
    return image.resize((side * PIXELS, side * PIXELS), Image.Resampling.NEAREST)


def read(image: Image.Image) -> zxingcpp.Barcode:
    """The only code in a picture."""
    (found,) = zxingcpp.read_barcodes(image)
    return found
