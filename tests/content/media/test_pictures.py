"""Pictures: every place in a file that can hold a text, of every format, and what is refused."""

from __future__ import annotations

import io
import struct
import zlib
from hashlib import md5

import pytest
from PIL import Image

from casebook.content.media import entries
from casebook.content.media.entries import unpacked
from casebook.content.media.kinds import UnreadableError
from casebook.content.media.reading import texts_of

from .files import (
    NUMBER,
    blocks,
    chunk,
    dataset,
    gif,
    jpeg,
    packet,
    png,
    profile,
    resource,
    saved,
    segment,
    tiff,
    webp,
)

TEXT = f"tel {NUMBER}"
RAW = TEXT.encode()
WIDE = TEXT.encode("utf-16-le")
ENDS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}

XMP = packet(f"<dc:description>{TEXT}</dc:description>")
JPEG_XMP = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32
PHOTOSHOP = b"Photoshop 3.0\0"
DESCRIPTION = tiff((0x010E, 2, RAW + b"\0"))
MLUC = struct.pack(">II4sII", 1, 12, b"zhCN", 2 * len(TEXT), 28) + TEXT.encode("utf-16-be")

WITH_TEXT = {
    "png tEXt": ("png", png(chunk("tEXt", b"Title\0" + RAW))),
    "png tEXt, key": ("png", png(chunk("tEXt", RAW + b"\0x"))),
    "png zTXt": ("png", png(chunk("zTXt", b"Title\0\0" + zlib.compress(RAW)))),
    "png iTXt": ("png", png(chunk("iTXt", b"Title\0\0\0\0\0" + RAW))),
    "png iTXt, XMP": ("png", png(chunk("iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP))),
    "png eXIf": ("png", png(chunk("eXIf", DESCRIPTION))),
    "png iCCP": ("png", png(chunk("iCCP", RAW + b"\0\0" + zlib.compress(profile(b"text", b"x"))))),
    "png iTXt, language": ("png", png(chunk("iTXt", b"Title\0\0\0" + RAW + b"\0\0x"))),
    "png iTXt, translated key": ("png", png(chunk("iTXt", b"Title\0\0\0en\0" + RAW + b"\0x"))),
    "jpg COM": ("jpg", jpeg(segment(0xFE, RAW))),
    "jpg COM, the first of two": ("jpg", jpeg(segment(0xFE, RAW), segment(0xFE, b"x"))),
    "jpg XMP": ("jpg", jpeg(segment(0xE1, JPEG_XMP + XMP))),
    "jpg XMP, comment": ("jpg", jpeg(segment(0xE1, JPEG_XMP + packet(f"<!-- {TEXT} -->")))),
    "jpg XMP, instruction": ("jpg", jpeg(segment(0xE1, JPEG_XMP + packet(f"<?a {TEXT}?>")))),
    "jpg Exif": ("jpg", jpeg(segment(0xE1, b"Exif\0\0" + DESCRIPTION))),
    "jpg Exif, copyright": (
        "jpg",
        jpeg(segment(0xE1, b"Exif\0\0" + tiff((0x8298, 2, RAW + b"\0")))),
    ),
    "jpg Exif, XPComment": ("jpg", jpeg(segment(0xE1, b"Exif\0\0" + tiff((0x9C9C, 1, WIDE))))),
    "jpg Exif, no field": ("jpg", jpeg(segment(0xE1, b"Exif\0\0" + tiff() + RAW))),
    "jpg Exif, UserComment": (
        "jpg",
        jpeg(segment(0xE1, b"Exif\0\0" + tiff((0x9286, 7, b"ASCII\0\0\0" + RAW)))),
    ),
    "jpg Exif, in UTF-16": ("jpg", jpeg(segment(0xE1, b"Exif\0\0" + tiff() + WIDE))),
    "jpg profile": ("jpg", jpeg(segment(0xE2, b"ICC_PROFILE\0\1\1" + profile(b"mluc", MLUC)))),
    "gif comment": ("gif", gif(b"!\xfe" + blocks(RAW))),
    "gif XMP": (
        "gif",
        gif(b"!\xff\x0bXMP DataXMP" + XMP + b"\1" + bytes(range(255, -1, -1)) + b"\0"),
    ),
    "webp EXIF": ("webp", webp(("EXIF", DESCRIPTION))),
    "webp XMP": ("webp", webp(("XMP ", XMP))),
    "webp ICCP": ("webp", webp(("ICCP", profile(b"text", RAW)))),
}


@pytest.mark.parametrize("place", WITH_TEXT)
def test_a_text_in_a_picture_is_found(place: str) -> None:
    ending, content = WITH_TEXT[place]
    found = texts_of(f"a.{ending}", content)
    assert any(TEXT in text for text in found.texts), found
    assert found.metadata == ()


GPS = struct.pack("<HHHI4sI", 1, 1, 2, 2, b"N\0\0\0", 0)


def pointing(tag: int, below: bytes) -> bytes:
    """An Exif block whose only field leads to a directory behind it."""
    return tiff((tag, 4, struct.pack("<I", 26))) + below


WITH_METADATA = {
    "place": [
        ("jpg", jpeg(segment(0xE1, b"Exif\0\0" + pointing(0x8825, GPS)))),
        ("webp", webp(("EXIF", pointing(0x8825, GPS)))),
        ("png", png(chunk("eXIf", pointing(0x8825, GPS)))),
        ("jpg", jpeg(segment(0xE1, JPEG_XMP + packet("<a exif:GPSLatitude='37,52N'/>")))),
        ("png", png(chunk("tEXt", b"Location\0Taiyuan"))),
    ],
    "owner": [
        ("jpg", jpeg(segment(0xE1, b"Exif\0\0" + tiff((0x013B, 2, b"Li Yangli\0"))))),
        ("jpg", jpeg(segment(0xE1, b"Exif\0\0" + tiff((0xA435, 2, b"1234567\0"))))),
        ("webp", webp(("XMP ", packet("<dc:creator><li>Li Yangli</li></dc:creator>")))),
        ("png", png(chunk("tEXt", b"Author\0Li Yangli"))),
    ],
    "camera": [
        (
            "jpg",
            jpeg(
                segment(
                    0xE1,
                    b"Exif\0\0"
                    + pointing(0x8769, struct.pack("<HHHI4sI", 1, 0x927C, 7, 4, b"ABCD", 0)),
                )
            ),
        ),
    ],
    "preview": [
        (
            "jpg",
            jpeg(segment(0xE1, b"Exif\0\0" + tiff(following=14) + tiff((0x0103, 3, b"\6\0"))[8:])),
        ),
        ("jpg", jpeg(segment(0xE0, b"JFXX\0\x10"))),
        ("jpg", jpeg(segment(0xE2, b"MPF\0"))),
        ("webp", webp(("XMP ", packet("<xmpGImg:image>aaaa</xmpGImg:image>")))),
    ],
    "remainder": [
        (ENDS[format], saved(format) + b"x") for format in ("PNG", "JPEG", "GIF", "WEBP")
    ],
    "description": [
        ("png", png(chunk("iTXt", b"Title\0\0\0\0\0" + "合影".encode()))),
        ("png", png(chunk("tEXt", b"Title\0" + "合影".encode("gb18030")))),
        ("jpg", jpeg(segment(0xFE, "合影".encode()))),
        ("gif", gif(b"!\xfe" + blocks("合影".encode()))),
        ("webp", webp(("XMP ", packet("<dc:title>合影</dc:title>")))),
        ("jpg", jpeg(segment(0xE1, b"Exif\0\0" + tiff((0x9C9B, 1, "合影".encode("utf-16-le")))))),
    ],
}


@pytest.mark.parametrize(
    ("sort", "ending", "content"),
    [(sort, *picture) for sort, pictures in WITH_METADATA.items() for picture in pictures],
)
def test_metadata_that_must_not_be_published(sort: str, ending: str, content: bytes) -> None:
    assert texts_of(f"a.{ending}", content).metadata == (sort,)


HARMLESS = {
    "png": [
        saved("PNG"),
        png(chunk("tEXt", b"Software\0" + "画图".encode()), chunk("pHYs", bytes(9))),
        saved("PNG") + bytes(8),
    ],
    "jpg": [
        saved("JPEG", progressive=True, dpi=(72, 72)),
        jpeg(segment(0xE1, b"Exif\0\0" + tiff((0x0112, 3, b"\1\0"), (0x0131, 2, b"GIMP\0")))),
        jpeg(segment(0xEE, b"Adobe\0\x64\0\0\0\0\0")),
        jpeg(segment(0xEC, b"Ducky\0\1\0\4\0\0\0\x3c\0\0")),
        jpeg(segment(0xED, PHOTOSHOP + resource(0x0404, b"") + resource(0x0425, md5().digest()))),
        jpeg(segment(0xE1, JPEG_XMP + packet("<xmp:CreatorTool>画图</xmp:CreatorTool>"))),
    ],
    "gif": [saved("GIF"), saved("GIF", loop=0)],
    "webp": [saved("WEBP"), saved("WEBP", lossless=True)],
}


@pytest.mark.parametrize(
    ("ending", "content"),
    [(ending, content) for ending, contents in HARMLESS.items() for content in contents],
)
def test_a_picture_without_personal_metadata(ending: str, content: bytes) -> None:
    assert texts_of(f"a.{ending}", content).metadata == ()


@pytest.mark.parametrize("format", ["PNG", "GIF", "WEBP"])
def test_frames_are_read(format: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    file = io.BytesIO()
    frames[0].save(file, format=format, save_all=True, append_images=frames[1:])
    assert texts_of(f"a.{ENDS[format]}", file.getvalue()).texts == ()


LOOP = tiff(following=8)
OVERLAPPING = b"II*\0" + struct.pack("<IH", 8, 9) + struct.pack("<HHII", 0x010E, 2, 99, 8) * 9
REFUSED = {
    "a png named jpg": ("jpg", saved("PNG"), "file-kind-mismatch", "JPEG"),
    "no picture": ("png", b"PK\3\4", "image-broken", ""),
    "another format of Pillow": ("png", saved("BMP"), "image-broken", ""),
    "an unknown chunk": ("png", png(chunk("abCd", b"x")), "image-unread", "abCd"),
    "an unknown segment": ("jpg", jpeg(segment(0xEB, b"JP")), "image-unread", "APP11"),
    "text in a part of a number": ("png", png(chunk("gAMA", RAW)), "image-unread", "gAMA"),
    "text in a loop": (
        "gif", gif(b"!\xff\x0bNETSCAPE2.0" + blocks(RAW)), "image-unread", "NETSCAPE2.0"),
    "packed text without a mark": (
        "png", png(chunk("iTXt", b"Title\0\1\0\0\0" + zlib.compress(RAW))), "image-unread", "tEXt"),
    "a raw profile": (
        "png", png(chunk("tEXt", b"Raw profile type exif\0\nexif\n9\n" + RAW.hex().encode())),
        "image-unread", "tEXt"),
    "XMP in pieces": (
        "jpg", jpeg(segment(0xE1, EXTENDED + struct.pack(">II", len(XMP), 0) + XMP)),
        "image-unread", "APP1"),
    "a profile in pieces": (
        "jpg", jpeg(segment(0xE2, b"ICC_PROFILE\0\1\2" + profile(b"text", RAW))),
        "image-unread", "ICC"),
    "a comment in UTF-16": (
        "jpg", jpeg(segment(0xE1, b"Exif\0\0" + tiff((0x9286, 7, b"UNICODE\0" + WIDE)))),
        "image-unread", "Exif"),
    "resources": ("jpg", jpeg(segment(0xED, PHOTOSHOP + resource(0x041E, RAW))), "image-unread",
                  "APP13"),
    "IPTC": (
        "jpg", jpeg(segment(0xED, PHOTOSHOP + resource(0x0404, dataset(90, b"Taiyuan")))),
        "image-unread", "APP13"),
    "a text of Photoshop's export": (
        "jpg", jpeg(segment(0xEC, b"Ducky\0\2\0\x22\0\0\0\x0f" + WIDE)), "image-unread", "APP12"),
    "a text to be drawn": ("gif", gif(b"!\1" + blocks(bytes(12) + RAW)), "image-unread", "01"),
    "an unknown use of a segment": ("jpg", jpeg(segment(0xE1, b"x")), "image-unread", "APP1"),
    "an unknown application": ("gif", gif(b"!\xff\x0bABCDEFGH1.0" + blocks(b"x")), "image-unread",
                               "ABCDEFGH1.0"),
    "an unknown extension": ("gif", gif(b"!\x42" + blocks(b"x")), "image-unread", "42"),
    "an unknown chunk of WebP": ("webp", webp(("ABCD", b"x")), "image-unread", "ABCD"),
    "Exif of no order": ("webp", webp(("EXIF", b"abcdefgh")), "image-unread", "Exif"),
    "Exif of no such place": (
        "webp", webp(("EXIF", pointing(0x8769, b""))), "image-unread", "Exif"),
    "Exif that goes in circles": ("webp", webp(("EXIF", LOOP)), "image-unread", "Exif"),
    "XMP that is no XML": ("webp", webp(("XMP ", b"<a>")), "image-unread", "XMP"),
    "XMP with entities": (
        "webp", webp(("XMP ", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')), "image-unread", "XMP"),
    "Exif of values over values": (
        "webp", webp(("EXIF", OVERLAPPING)), "image-unread", "Exif"),
    "half a profile": ("webp", webp(("ICCP", b"x")), "image-unread", "ICC"),
}  # fmt: skip


@pytest.mark.parametrize("flaw", REFUSED)
def test_what_cannot_be_read_is_refused(flaw: str) -> None:
    ending, content, code, found = REFUSED[flaw]
    with pytest.raises(UnreadableError) as refused:
        texts_of(f"a.{ending}", content)
    assert (refused.value.code, refused.value.found) == (code, found)


BOMB = "PIL.Image.MAX_IMAGE_PIXELS"


def test_what_is_unpacked_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MOST_UNPACKED", 8)
    whole = zlib.compress(bytes(8))
    assert unpacked(b"a\0\0" + whole) == b"a\0" + bytes(8)
    for data in (zlib.compress(bytes(9)), whole[:-1], whole + b"x", b"x"):
        with pytest.raises(UnreadableError) as refused:
            unpacked(b"a\0\0" + data)
        assert (refused.value.code, refused.value.found) == ("image-unread", "zlib")


@pytest.mark.parametrize("limit", ["casebook.content.media.pictures.MOST_PIXELS", BOMB])
def test_pixels_have_a_limit(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours, and half of that at which the library refuses to open a picture."""
    file = io.BytesIO()
    Image.new("L", (8, 8)).save(file, "PNG")
    monkeypatch.setattr(limit, 32 if limit == BOMB else 64)
    assert texts_of("a.png", file.getvalue()).texts == ()
    monkeypatch.setattr(limit, 31 if limit == BOMB else 63)
    with pytest.raises(UnreadableError) as refused:
        texts_of("a.png", file.getvalue())
    assert refused.value.code == "image-large"


@pytest.mark.parametrize("format", ENDS)
def test_every_shortened_picture_is_refused(format: str) -> None:
    whole = saved(format)
    for length in range(0, len(whole), 7):
        with pytest.raises(UnreadableError):
            texts_of(f"a.{ENDS[format]}", whole[:length])
