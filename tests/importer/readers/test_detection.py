"""Detection: the content of a file tells its format, and refuses what has no reader."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casebook.importer.readers.detection import Format, format_of
from casebook.importer.readers.source import LIMITS, Refusal, UnreadableError

from .samples import FORMATS, sample
from .word_files import STRICT, archive, paragraph, relationships, word_file

OFFICE = "application/vnd.oasis.opendocument."
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal_of(data: bytes) -> Refusal:
    with pytest.raises(UnreadableError) as caught:
        format_of(data, LIMITS)
    return caught.value.refusal


def opened(target: str, content: bytes = b"<x/>") -> bytes:
    """An Office Open XML package with this main part."""
    return archive(
        {"_rels/.rels": relationships({"a": ("officeDocument", target)}), target: content}
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("01.docx", Format.DOCX),
        ("12.docx", Format.DOCX),
        ("16.doc", Format.DOC),
        ("19.rtf", Format.RTF),
        ("20.odt", Format.ODT),
        ("22.pdf", Format.PDF),
        ("23.html", Format.HTML),
        ("28.mhtml", Format.MAIL),
        ("32.ofd", Format.OFD),
        ("36.xlsx", Format.XLSX),
        ("39.txt", Format.TEXT),
        ("47.doc", Format.RTF),
    ],
)
def test_the_samples_are_recognized(name: str, expected: Format) -> None:
    assert format_of(sample(name).data, LIMITS) is expected


def test_an_encrypted_sample_is_refused() -> None:
    assert refusal_of(sample("42.docx").data) is Refusal.ENCRYPTED


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (word_file(paragraph("甲")), Format.DOCX),
        (word_file(paragraph("甲"), namespace=STRICT), Format.DOCX),
        (archive({"word/document.xml": b"<x/>"}), Format.DOCX),
        (opened("docs/main.xml", b"<w:document xmlns:w='urn:w'/>"), Format.DOCX),
        (opened("xl/workbook.xml"), Format.XLSX),
        (opened("tables/book.xml", b"<workbook/>"), Format.XLSX),
        (archive({"OFD.xml": b"<x/>", "Doc_0/Document.xml": b"<x/>"}), Format.OFD),
        (archive({"mimetype": f"{OFFICE}text".encode(), "content.xml": b"<x/>"}), Format.ODT),
        (archive({"content.xml": b"<o:body><office:text/></o:body>"}), Format.ODT),
    ],
)
def test_archives_are_recognized_by_their_parts(data: bytes, expected: Format) -> None:
    assert format_of(data, LIMITS) is expected


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (opened("ppt/presentation.xml", b"<presentation/>"), Refusal.FORM),
        (opened("xl/workbook.bin", b"\0"), Refusal.SHEET),
        (archive({"photo.jpg": b"\xff\xd8\xff"}), Refusal.FORM),
        (archive({"mimetype": b"application/epub+zip"}), Refusal.FORM),
        (
            archive({"mimetype": f"{OFFICE}spreadsheet".encode(), "content.xml": b"<x/>"}),
            Refusal.SHEET,
        ),
        (
            archive({"mimetype": f"{OFFICE}presentation".encode(), "content.xml": b"<x/>"}),
            Refusal.FORM,
        ),
        (archive({"mimetype": b"x", "encrypted-package": b"x"}), Refusal.ENCRYPTED),
        (word_file(paragraph("甲"))[:300], Refusal.BROKEN),
        (b"PK\x05\x06" + b"\0" * 18, Refusal.FORM),
        (COMPOUND, Refusal.BROKEN),
        (COMPOUND + b"\0" * 600, Refusal.BROKEN),
    ],
)  # fmt: skip
def test_archives_without_a_reader_are_refused(data: bytes, refusal: Refusal) -> None:
    assert refusal_of(data) is refusal


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"{\\rtf1 a}", Format.RTF),
        (b"\xef\xbb\xbf\r\n{\\rtf1 a}", Format.RTF),
        (b"%PDF-1.7\n", Format.PDF),
        (b"\0junk\n%PDF-1.4\n", Format.PDF),
        (b"<!DOCTYPE html><p>a", Format.HTML),
        (b"<HTML><body>a", Format.HTML),
        (b"\xef\xbb\xbf\n<html>a", Format.HTML),
        ("<html><p>通报".encode("utf-16"), Format.HTML),
        ("<html><p>通报".encode("utf-16-le"), Format.HTML),
        ("<html><title>通报".encode("gb18030"), Format.HTML),
        (b"<!-- saved from url=(0014)about:internet -->\r\n<html>a", Format.HTML),
        (b"<!--a--><!--b-->\n<!doctype html>", Format.HTML),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y"><html>', Format.HTML),
        ("<section><p>通报</p></section>\n".encode(), Format.HTML),
        ("<meta charset=gbk><p>通报".encode("gbk"), Format.HTML),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=x\n\n", Format.MAIL),
        (b"From: <Saved by Blink>\r\nSubject: a\r\nDate: b\r\nMIME-Version: 1.0\r\n", Format.MAIL),
        (b"From a@b Mon Jan 1\nReceived: x\n y\nMessage-ID: <z>\n\n", Format.MAIL),
        ("Subject: 通报\nFrom: a\nDate: b\n\n正文".encode("gbk"), Format.MAIL),
        ("某市公安局通报\n案例一\n".encode(), Format.TEXT),
        ("某市公安局通报\n案例一\n".encode("gbk"), Format.TEXT),
        ("某市公安局通报\n案例一\n".encode("utf-16"), Format.TEXT),
        ("某市公安局通报\n案例一\n".encode("utf-16-be"), Format.TEXT),
        ("# 通报\n\n<div>说明</div>\n\n正文".encode(), Format.TEXT),
        ("<b>通报</b>：案例一".encode(), Format.TEXT),
        ("日期: 3月\n来源: 某局\n".encode(), Format.TEXT),
        ("Subject: 只有一行".encode(), Format.TEXT),
        ("---\ntitle: 通报\n---\n正文".encode(), Format.TEXT),
        ("正文 <html> 之说".encode(), Format.TEXT),
    ],
)  # fmt: skip
def test_texts_are_recognized_by_their_beginning(data: bytes, expected: Format) -> None:
    assert format_of(data, LIMITS) is expected


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", Refusal.EMPTY),
        (b" \r\n\t", Refusal.EMPTY),
        (b"\xef\xbb\xbf", Refusal.EMPTY),
        (b"\0" * 40, Refusal.EMPTY),
        ("\ufeff\n ".encode("utf-16-le"), Refusal.EMPTY),
        (b"\x89PNG\r\n\x1a\n....", Refusal.SCANNED),
        (b"\xff\xd8\xff\xe0....", Refusal.SCANNED),
        (b"GIF89a....", Refusal.SCANNED),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Refusal.SCANNED),
        (b"II*\0....", Refusal.SCANNED),
        (b"MM\0*....", Refusal.SCANNED),
        (b"BM\x10\x20\0\0\0\0\0\0....", Refusal.SCANNED),
        (b"\0\0\0\x18ftypheic", Refusal.SCANNED),
        (b"b\x14#e....E-SafeNet\0\0\0LOCK", Refusal.ENCRYPTED),
        (b"%TSD-Header-###%", Refusal.ENCRYPTED),
        (b"Rar!\x1a\x07\0", Refusal.FORM),
        (b"7z\xbc\xaf\x27\x1c", Refusal.FORM),
        (b"\x1f\x8b\x08\0", Refusal.FORM),
        (b"MZ\x90\0\x03", Refusal.FORM),
        (b"\x7fELF\x02", Refusal.FORM),
        (b"%!PS-Adobe-3.0\n", Refusal.FORM),
        (b"abc\0\0\0\x01def", Refusal.FORM),
        (b"\xff\xfe\0\0a\0\0\0", Refusal.FORM),
        (b"\xfe\xff" + bytes(range(256)) * 4, Refusal.FORM),
        (b"\x01\x02\x03 text", Refusal.FORM),
        (b'<?xml version="1.0"?><rss/>', Refusal.FORM),
        (b"<w:wordDocument xmlns:w='urn:w'/>", Refusal.FORM),
        (b'<?mso-application progid="Word.Document"?><pkg:package/>', Refusal.FORM),
    ],
)
def test_files_without_a_reader_are_refused(data: bytes, refusal: Refusal) -> None:
    assert refusal_of(data) is refusal


def test_a_file_of_words_that_begin_with_bm_is_text() -> None:
    assert format_of(b"BM is a word, and more words follow", LIMITS) is Format.TEXT


@given(st.binary(max_size=300))
@example(COMPOUND + b"\xff" * 512)
@example(b"PK\x03\x04" + b"\0" * 40)
def test_any_bytes_have_a_format_or_a_refusal(data: bytes) -> None:
    with suppress(UnreadableError):
        assert format_of(data, LIMITS) in Format


@given(st.integers(0, 3000), st.integers(0, 60), st.binary(max_size=8))
def test_any_damage_of_a_compound_file_has_a_format_or_a_refusal(
    at: int, cut: int, put: bytes
) -> None:
    path = FORMATS / "42.docx"
    if not path.is_file():
        pytest.skip("the file 42.docx is kept outside of the project")
    whole = path.read_bytes()
    with suppress(UnreadableError):
        assert format_of(whole[:at] + put + whole[at + cut :], LIMITS) in Format
