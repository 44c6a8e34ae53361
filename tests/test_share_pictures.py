"""The pictures of shared links: one of the site, one of every group, in the size chats want."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from casebook.pages.share_picture import HEIGHT, SITE_PICTURE, WIDTH, picture_of

DOCS = Path(__file__).parents[1] / "docs"
PICTURES = sorted((DOCS / SITE_PICTURE).parent.iterdir())
MOST_BYTES = 60_000
"""Chats give up on pictures that come slowly."""


def test_every_group_has_a_picture_of_its_own_and_none_is_left_over(library):
    expected = {f"{group.slug}.png" for group in library.offences} | {Path(SITE_PICTURE).name}
    assert {path.name for path in PICTURES} == expected


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_size(path):
    with Image.open(path) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (WIDTH, HEIGHT))
        assert picture.info == {}
    assert path.stat().st_size < MOST_BYTES


def test_pages_say_the_size(library):
    head = (DOCS.parent / "overrides/partials/casebook/head.html").read_text(encoding="utf-8")
    assert f'og:image:width" content="{WIDTH}"' in head
    assert f'og:image:height" content="{HEIGHT}"' in head


def test_a_group_without_a_picture_has_that_of_the_site(library):
    group = library.offences[0]
    assert picture_of(group, library.files) == f"assets/share/{group.slug}.png"
    assert picture_of(group, {}) == SITE_PICTURE


def test_the_icon_of_the_site_is_only_a_drawing():
    icon = ElementTree.parse(DOCS / "assets/favicon.svg").getroot()
    assert {element.tag.rpartition("}")[2] for element in icon.iter()} == {"svg", "rect", "path"}
    assert not [name for element in icon.iter() for name in element.attrib if "href" in name]
