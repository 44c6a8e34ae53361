"""QR codes: what the picture in the page says when it is read."""

from __future__ import annotations

from itertools import product

import pytest
import zxingcpp
from bs4 import BeautifulSoup

from casebook.render.qr_code import BORDER, qr_code

from ..sites.qr_codes import PIXELS, dark_modules, picture, read, size

ADDRESS = "https://www.example.gov.cn/anli/cases/2024-09-12-taiyuan/01/"


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS,
        "https://a.cn/",
        f"https://www.example.gov.cn/anli/{'offences/' * 12}",
        "https://www.example.gov.cn/案例/",
    ],
)
def test_the_picture_leads_to_the_address(address):
    found = read(picture(qr_code(address, "本页")))
    assert (found.text, found.format) == (address, zxingcpp.BarcodeFormat.QRCode)


def test_a_stain_over_a_part_of_the_code_does_not_matter():
    svg = qr_code(ADDRESS, "本页")
    stained = picture(svg)
    middle, reach = size(svg) * PIXELS // 2, size(svg) * PIXELS // 9
    stained.paste(128, (middle - reach, middle - reach, middle + reach, middle + reach))
    found = read(stained)
    assert (found.text, found.ec_level) == (ADDRESS, "Q")


def test_an_address_of_a_case_is_a_code_of_version_five():
    """Version n has 17 + 4n modules a side; what is larger cannot be scanned from small prints."""
    svg = qr_code(ADDRESS, "本页")
    version, rest = divmod(size(svg) - 2 * BORDER - 17, 4)
    assert (version, rest) == (5, 0)


def test_the_margin_is_white_and_as_wide_as_the_standard_asks():
    svg = qr_code(ADDRESS, "本页")
    side, modules = size(svg), dark_modules(svg)
    columns, rows = zip(*modules, strict=True)
    assert BORDER == 4
    assert {min(columns), min(rows)} == {BORDER}
    assert {max(columns), max(rows)} == {side - BORDER - 1}
    (ground,) = BeautifulSoup(svg, "html.parser").select("path:not(.qrline)")
    assert (ground["fill"], ground["d"]) == ("#fff", f"M0 0h{side}v{side}h-{side}z")


def test_the_three_finders_stand_in_their_corners():
    svg = qr_code(ADDRESS, "本页")
    side, modules = size(svg), dark_modules(svg)
    near, far = BORDER, side - BORDER - 7
    corners = {
        (x, y)
        for x, y in product((near, far), repeat=2)
        if all((x + step, y) in modules and (x, y + step) in modules for step in range(7))
    }
    assert corners == {(near, near), (near, far), (far, near)}


def test_the_picture_has_a_title_and_grows_with_its_place():
    svg = BeautifulSoup(qr_code(ADDRESS, "“本页”的<二维码> & 地址"), "html.parser").svg
    assert svg.title.get_text() == "“本页”的<二维码> & 地址"
    assert svg["class"] == ["qr"]
    assert not {"width", "height", "style"} & set(svg.attrs)


def test_the_same_address_gives_the_same_picture_and_another_another():
    assert qr_code(ADDRESS, "本页") == qr_code(ADDRESS, "本页")
    assert dark_modules(qr_code(ADDRESS, "本页")) != dark_modules(qr_code(f"{ADDRESS}?", "本页"))
