"""Picture copies: the pixels of a picture without anything else, or the reason for none."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from casebook.content.media.pictures import entries_of
from casebook.importer import picture_copies
from casebook.importer.document import Picture
from casebook.importer.picture_copies import PictureCopies, Skipped, copies
from casebook.texts import commands as texts

WORDS = "钱某13800000000"
FORM, LARGE = "格式不支持或图片已损坏", "像素太多，或图片总量太大"
RED, BLUE = (200, 30, 30), (30, 30, 200)


def drawing(mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> Image.Image:
    """A drawing whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, RED)
    ImageDraw.Draw(image).rectangle((size[0] // 2, 0, *size), BLUE)
    return image.quantize(4) if mode == "P" else image.convert(mode)


def saved(image: Image.Image, format: str, **settings: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format, **settings)
    return stream.getvalue()


def copied(data: bytes | None) -> PictureCopies:
    return copies([Picture("image7.bin", data, "第5段")])


def copy_of(data: bytes) -> tuple[str, Image.Image]:
    """The name and the pixels of the only copy."""
    ((name, made),) = copied(data).files.items()
    image = Image.open(io.BytesIO(made))
    image.load()
    return name, image


def skipped(data: bytes | None) -> str:
    """Why there is no copy."""
    found = copied(data)
    assert (found.files, found.places) == ({}, {})
    (said,) = found.skipped
    return said.removeprefix("image7.bin（第5段，").removesuffix("）")


def is_alike(image: Image.Image, x: int, y: int, colour: tuple[int, int, int]) -> bool:
    found = image.convert("RGB").getpixel((x, y))
    assert isinstance(found, tuple)
    return all(abs(one - other) < 25 for one, other in zip(found, colour, strict=True))


@pytest.mark.parametrize(
    ("format", "mode", "name"),
    [
        ("JPEG", "RGB", "图1.jpg"),
        ("JPEG", "L", "图1.jpg"),
        ("JPEG", "CMYK", "图1.jpg"),
        ("PNG", "RGB", "图1.png"),
        ("PNG", "RGBA", "图1.png"),
        ("PNG", "P", "图1.png"),
        ("PNG", "LA", "图1.png"),
        ("PNG", "1", "图1.png"),
        ("GIF", "P", "图1.png"),
        ("BMP", "RGB", "图1.png"),
        ("TIFF", "RGB", "图1.png"),
        ("TIFF", "CMYK", "图1.png"),
        ("WEBP", "RGB", "图1.png"),
    ],
)
def test_the_formats_of_documents(format: str, mode: str, name: str) -> None:
    found, image = copy_of(saved(drawing(mode), format))
    assert (found, image.size) == (name, (60, 40))
    expected = drawing(mode).convert("RGB")
    for x in (5, 55):
        pixel = expected.getpixel((x, 20))
        assert isinstance(pixel, tuple)
        assert is_alike(image, x, 20, pixel)  # type: ignore[arg-type]


def test_copies_are_numbered_as_the_pictures_are() -> None:
    pictures = [
        Picture("../../x.png", saved(drawing(), "PNG"), "第1段"),
        Picture("image2.emf", b"\x01\x00\x00\x00", "第2段"),
        Picture("x.png", saved(drawing(), "JPEG"), "第3段"),
        Picture("logo.png", None, "第3段"),
    ]
    found = copies(pictures, first=4)
    assert list(found.files) == ["图4.png", "图6.jpg"]
    assert found.places == {"图4.png": "第1段", "图6.jpg": "第3段"}
    assert found.skipped == (
        "image2.emf（第2段，格式不支持或图片已损坏）",
        "logo.png（第3段，原稿里没有这张图片，只有它的地址）",
    )


def test_a_jpeg_loses_its_metadata() -> None:
    exif = Image.Exif()
    exif[0x010E] = WORDS
    exif.get_ifd(0x8825)[2] = (30.0, 15.0, 0.0)
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{WORDS}</x:xmpmeta>".encode()
    data = saved(drawing(), "JPEG", exif=exif, xmp=xmp, comment=WORDS.encode(), dpi=(72, 72))
    assert WORDS.encode() in data
    (made,) = copied(data + WORDS.encode()).files.values()
    assert WORDS.encode() not in made
    assert entries_of("JPEG", made) == []


CHUNKS = (b"IHDR", b"tEXt", b"iTXt", b"eXIf", b"pHYs")


def test_a_png_loses_its_metadata() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Qian")
    info.add_itxt("XML:com.adobe.xmp", WORDS)
    data = saved(drawing(), "PNG", pnginfo=info, exif=Image.Exif(), dpi=(72, 72))
    assert b"Qian" in data
    (made,) = copied(data).files.values()
    assert [one for one in CHUNKS if one in made] == [b"IHDR"]


def test_a_turned_photograph_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the top is at the right
    _, image = copy_of(saved(drawing(), "JPEG", exif=exif))
    assert image.size == (40, 60)
    assert is_alike(image, 20, 5, RED)
    assert is_alike(image, 20, 55, BLUE)


def test_colours_are_those_of_a_screen() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    name, image = copy_of(saved(drawing(), "PNG", icc_profile=lab))
    assert (name, "icc_profile" in image.info) == ("图1.png", False)
    assert is_alike(image, 5, 20, RED)


def test_a_broken_colour_profile_is_left_out() -> None:
    _, image = copy_of(saved(drawing(), "PNG", icc_profile=WORDS.encode()))
    assert is_alike(image, 5, 20, RED)


def test_what_is_clear_stays_clear() -> None:
    image = drawing("RGBA")
    image.putpixel((0, 0), (0, 0, 0, 0))
    _, found = copy_of(saved(image, "PNG"))
    assert found.getpixel((0, 0)) == (0, 0, 0, 0)
    _, found = copy_of(saved(drawing("P"), "GIF", transparency=0))
    assert found.mode == "RGBA"


def test_sixteen_bits_become_eight() -> None:
    _, image = copy_of(saved(Image.new("I;16", (4, 4), 40_000), "PNG"))
    assert image.getpixel((0, 0)) == 156


def test_the_first_frame_of_a_moving_picture() -> None:
    other = Image.new("P", (60, 40), 3)
    data = saved(drawing("P"), "GIF", save_all=True, append_images=[other])
    _, image = copy_of(data)
    assert getattr(image, "n_frames", 1) == 1
    assert is_alike(image, 5, 20, RED)


def test_a_photograph_becomes_a_jpeg_whatever_it_was() -> None:
    photograph = Image.effect_noise((400, 300), 50).convert("RGB")
    assert copy_of(saved(photograph, "PNG"))[0] == "图1.jpg"
    assert copy_of(saved(photograph, "BMP"))[0] == "图1.jpg"
    assert copy_of(saved(photograph.convert("RGBA"), "PNG"))[0] == "图1.jpg"


def test_a_jpeg_with_too_many_pixels_is_reduced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_copies, "MOST_PIXELS", 10_000)
    reduced = {(100, 100): (100, 100), (150, 100): (75, 50), (600, 400): (75, 50)}
    for size, expected in reduced.items():
        name, image = copy_of(saved(drawing(size=size), "JPEG"))
        assert (name, image.size) == ("图1.jpg", expected)
        assert is_alike(image, 5, 20, RED)


def test_other_pictures_with_too_many_pixels_are_not_copied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(picture_copies, "MOST_PIXELS", 2_399)
    assert skipped(saved(drawing(), "PNG")) == LARGE
    monkeypatch.setattr(picture_copies, "MOST_PIXELS_SHOWN", 2_399)
    assert skipped(saved(drawing(), "JPEG")) == LARGE


def test_pictures_that_are_too_many_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_copies, "MOST_PIXELS_IN_ALL", 5_000)
    one = Picture("a.png", saved(drawing(), "PNG"), "第1段")
    small = Picture("b.png", saved(drawing(size=(10, 10)), "PNG"), "第2段")
    found = copies([one, one, one, small])
    assert list(found.files) == ["图1.png", "图2.png", "图4.png"]
    assert found.skipped == (f"a.png（第1段，{LARGE}）",)
    broken = Picture("c.png", saved(drawing(), "PNG")[:-40], "第3段")
    assert copies([broken, broken, one]).skipped == (
        f"c.png（第3段，{FORM}）",
        f"c.png（第3段，{FORM}）",
        f"a.png（第1段，{LARGE}）",
    )


def test_a_jpeg_that_is_drawn_over_again_and_again_is_not_copied() -> None:
    data = saved(drawing(), "JPEG", progressive=True)
    assert list(copied(data).files) == ["图1.jpg"]
    assert skipped(data + b"\xff\xda" * 20) == FORM


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xd7\xcd\xc6\x9a" + bytes(40),
        saved(drawing(), "PNG")[:60],
        saved(drawing(size=(300, 300)), "JPEG")[:700],
        saved(Image.new("F", (4, 4)), "TIFF"),
        saved(drawing(), "ICO"),
    ],
)
def test_what_is_no_picture_of_pixels(data: bytes) -> None:
    assert skipped(data) == FORM


@pytest.mark.parametrize("width", [70_000, 4_000_000])
def test_a_picture_that_claims_to_be_huge_is_not_decoded(width: int) -> None:
    data = bytearray(saved(drawing(), "BMP"))
    data[18:26] = width.to_bytes(4, "little") + (70_000).to_bytes(4, "little")
    assert skipped(bytes(data)) == LARGE


SAMPLES = [
    saved(drawing(), "JPEG", progressive=True),
    saved(drawing(), "PNG"),
    saved(drawing("P"), "GIF"),
    saved(drawing(), "BMP"),
    saved(drawing(), "TIFF"),
    saved(drawing(), "WEBP"),
]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(SAMPLES), st.integers(0, 2000), st.binary(max_size=8))
def test_any_damage_leaves_a_copy_or_a_reason(sample: bytes, place: int, other: bytes) -> None:
    place %= len(sample)
    found = copied(sample[:place] + other + sample[place + len(other) :])
    assert len(found.files) + len(found.skipped) == 1
    for name, data in found.files.items():
        assert entries_of({"jpg": "JPEG", "png": "PNG"}[name[-3:]], data) == []


def test_every_reason_has_words() -> None:
    assert {one.value for one in Skipped} == texts.table("PICTURE_REASONS").keys()
