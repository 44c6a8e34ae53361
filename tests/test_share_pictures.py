"""The pictures of shared links: one of the site, one of every group, in the size chats want."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from casebook.config.organisation import Organisation
from casebook.config.site_config import SiteConfig
from casebook.pages.share_picture import HEIGHT, SITE_PICTURE, WIDTH, picture_of
from casebook.render.templates import SiteContext, template_environment

DOCS = Path(__file__).parents[1] / "docs"
PICTURES = sorted((DOCS / SITE_PICTURE).parent.iterdir())
MOST_BYTES = 60_000
"""Chats give up on pictures that come slowly."""

ANEW = "run: python -m tools.share_pictures"

each_picture = pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)


def chunks(png: bytes) -> set[str]:
    """The kinds of the chunks a PNG consists of."""
    found, at = set(), 8
    while at < len(png):
        found.add(png[at + 4 : at + 8].decode("ascii"))
        at += 12 + int.from_bytes(png[at : at + 4])
    return found


def test_every_group_has_a_picture_of_its_own_and_none_is_left_over(library):
    expected = {f"{group.slug}.png" for group in library.offences} | {Path(SITE_PICTURE).name}
    assert {path.name for path in PICTURES} == expected, ANEW


@each_picture
def test_size(path):
    with Image.open(path) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (WIDTH, HEIGHT))
    assert path.stat().st_size < MOST_BYTES


@each_picture
def test_a_picture_carries_nothing_but_the_picture(path):
    assert chunks(path.read_bytes()) == {"IHDR", "PLTE", "IDAT", "IEND"}, ANEW


@each_picture
def test_the_square_that_chats_cut_out_holds_icon_and_title(path):
    with Image.open(path) as picture:
        beside = (WIDTH - HEIGHT) // 2
        for left in (0, WIDTH - beside):
            colours = picture.crop((left, 0, left + beside, 480)).getcolors()
            assert len(colours) == 1, "the title is too long for tools/share_picture.html"


def test_pages_say_the_size(library):
    env = template_environment([], SiteContext(SiteConfig("", "", ""), Organisation()))
    assert env.globals["picture_size"] == (WIDTH, HEIGHT)


def test_a_group_without_a_picture_has_that_of_the_site(library):
    group = library.offences[0]
    assert picture_of(group, library.files) == f"assets/share/{group.slug}.png"
    assert picture_of(group, {}) == SITE_PICTURE


def test_the_icon_of_the_site_is_only_a_drawing():
    text = (DOCS / "assets/favicon.svg").read_text(encoding="utf-8")
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(text).iter()}
    assert tags == {"svg", "rect", "path"}
    assert not re.search(r"href|url\(|style|\bon\w+=|<[!?]", text)
    assert len(text.encode()) <= 800
