"""Ways: from the mark of the root to a relative address, at every depth of the site."""

from __future__ import annotations

import pytest

from casebook.content.front_matter import INVISIBLE
from casebook.render.relative_urls import ROOT, from_root, path_to_root, resolve_root


@pytest.mark.parametrize(
    ("here", "target", "link"),
    [
        ("", "cases/", "./cases/"),
        ("", ".", "./"),
        ("about/", "cases/", "../cases/"),
        ("cases/2024-09-01-shanxi/01/", ".", "../../../"),
        ("cases/page/2/", "assets/a.css", "../../../assets/a.css"),
    ],
)
def test_a_way_from_any_depth(here: str, target: str, link: str) -> None:
    assert (
        resolve_root(f'<a href="{from_root(target)}">', path_to_root(here)) == f'<a href="{link}">'
    )


@pytest.mark.parametrize(
    "address", ["#cases", "/cases/", "https://a.cn/", "mailto:a@a.cn", "tel:110"]
)
def test_an_address_elsewhere_stays(address: str) -> None:
    assert from_root(address) == address


def test_no_content_can_hold_the_mark() -> None:
    assert INVISIBLE.search(ROOT)
