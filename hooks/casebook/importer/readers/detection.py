"""Detection: the format of a file by its content, never by its name."""

from __future__ import annotations

import re
from enum import StrEnum
from io import BytesIO

from casebook.importer.readers.package import Package, local
from casebook.importer.readers.source import Limits, Refusal, UnreadableError


class Format(StrEnum):
    """A format with a reader."""

    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    PDF = "pdf"
    OFD = "ofd"
    HTML = "html"
    MAIL = "mail"
    XLSX = "xlsx"
    TEXT = "text"
    """Plain text and Markdown."""


def format_of(data: bytes, limits: Limits) -> Format:
    """The format of a file; what only looks like text is TEXT.

    Raises UnreadableError for an empty or encrypted file, a picture, an archive that is broken
    or beyond the limits, and every format without a reader.
    """
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        raise UnreadableError(Refusal.EMPTY)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_archive(Package(data, limits))
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _of_compound(data)
    for pattern, refusal in _REFUSED:
        if pattern.match(data):
            raise UnreadableError(refusal)
    if data.lstrip(_BLANK).startswith(rb"{\rtf"):
        return Format.RTF
    if re.search(rb"%PDF-\d", data[:1024]):
        return Format.PDF
    return _of_text(data)


_BLANK = b"\xef\xbb\xbf \t\r\n"

_REFUSED = tuple(
    (re.compile(pattern, re.DOTALL), refusal)
    for pattern, refusal in (
        (rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|II\*\0|MM\0\*|BM....\0\0\0\0", Refusal.SCANNED),
        (rb"....ftyp(?:hei|hev|mif|avif)", Refusal.SCANNED),
        # What office-wide encryption puts before a file: E-SafeNet and TSD.
        (rb".{0,40}E-SafeNet|%TSD-Header", Refusal.ENCRYPTED),
        (rb"Rar!\x1a|7z\xbc\xaf|\x1f\x8b|MZ.{0,64}\0|\x7fELF|%!PS-Adobe", Refusal.FORM),
    )
)
"""How pictures, encrypted files and files without a reader begin."""


def _of_archive(package: Package) -> Format:
    names = {name.lower() for name in package.names}
    if "encrypted-package" in names:
        raise UnreadableError(Refusal.ENCRYPTED)
    if "ofd.xml" in names:
        return Format.OFD
    if "content.xml" in names:
        return _of_open_document(package)
    main = _main_part(package)
    if main.startswith("word/"):
        return Format.DOCX
    if main.startswith("xl/"):
        return _of_workbook(main)
    kind = local(package.xml(main)) if package.has(main) and main.endswith(".xml") else ""
    if kind == "document":
        return Format.DOCX
    if kind == "workbook":
        return Format.XLSX
    raise UnreadableError(Refusal.FORM)


def _main_part(package: Package) -> str:
    """The main part of an Office Open XML package; if it is not stated, by its usual folder."""
    for one in package.relationships("").values():
        if one.kind == "officeDocument" and not one.is_external:
            return one.target.lower() if package.has(one.target) else ""
    usual = ("word/document.xml", "xl/workbook.xml", "xl/workbook.bin")
    return next((name for name in usual if package.has(name)), "")


def _of_workbook(main: str) -> Format:
    if main.endswith(".bin"):
        raise UnreadableError(Refusal.SHEET)
    return Format.XLSX


def _of_open_document(package: Package) -> Format:
    kind = package.read("mimetype") if package.has("mimetype") else b""
    content = kind or package.read("content.xml")
    if re.search(rb"opendocument\.text|<office:text\b", content):
        return Format.ODT
    if re.search(rb"opendocument\.spreadsheet|<office:spreadsheet\b", content):
        raise UnreadableError(Refusal.SHEET)
    raise UnreadableError(Refusal.FORM)


def _of_compound(data: bytes) -> Format:
    """The format of a file in the compound format of Microsoft: .doc, .xls, encrypted .docx."""
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            streams = {"/".join(path).lower() for path in file.listdir()}
    except Exception as error:  # A damaged file raises any of a dozen kinds in the library.
        raise UnreadableError(Refusal.BROKEN) from error
    if streams & {"encryptedpackage", "encryptioninfo"}:
        raise UnreadableError(Refusal.ENCRYPTED)
    if "worddocument" in streams:
        return Format.DOC
    if streams & {"workbook", "book"}:
        raise UnreadableError(Refusal.SHEET)
    raise UnreadableError(Refusal.FORM)


_HEAD_BYTES = 1 << 16
_BEFORE_MARKUP = re.compile(r"(?:[\s\ufeff]+|<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->)*", re.DOTALL)
_WORD_MARKUP = re.compile(r"<(?:\w+:)?(?:wordDocument|package)\b")
"""Word files of a single XML file, which some programs name .doc."""
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body|meta|title|base|link)\b", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"<(?:p|div|section|article|main|table|span|h[1-6]|ul|ol|font|center|style|script|br|img|a|b)\b",
    re.IGNORECASE,
)
_HEADER = re.compile(r"([!-9;-~]+):[^\n]*\n?(?:[ \t][^\n]*\n?)*")


def _of_text(data: bytes) -> Format:
    encoding = _wide_encoding(data)
    head = data[:_HEAD_BYTES].decode(encoding or "latin-1", "replace")
    if not encoding:
        head = head.removeprefix("ï»¿")
    before = _BEFORE_MARKUP.match(head)
    markup = head[before.end() if before else 0 :]
    if _WORD_MARKUP.match(markup):
        raise UnreadableError(Refusal.FORM)
    if _PAGE.match(markup) or re.match(r"<[^>]*>[^<]{0,200}<html\b", markup, re.IGNORECASE):
        return Format.HTML
    if _FRAGMENT.match(markup) and data.rstrip(b" \t\r\n\0").endswith(b">"):
        return Format.HTML
    if _is_mail(head):
        return Format.MAIL
    if head.lstrip().startswith("<?xml") or (not encoding and _is_binary(data)):
        raise UnreadableError(Refusal.FORM)
    return Format.TEXT


def _is_mail(head: str) -> bool:
    """Whether a text begins with the headers of a message, as e-mail and MHTML do."""
    head = re.sub(r"\A\s*(?:From [^\n]*\n)?", "", head).replace("\r\n", "\n")
    names, position = set(), 0
    while found := _HEADER.match(head, position):
        names.add(found[1].lower())
        position = found.end()
    is_sent = {"from", "subject"} <= names and bool(names & {"date", "to", "received"})
    return is_sent or bool(names & {"mime-version", "message-id"})


def _wide_encoding(data: bytes) -> str:
    """The UTF-16 encoding of a text, by its mark or its characters; empty for any other."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return ""
    sample = data[:4096]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16" if _usual(sample, "utf-16") > 0.5 else ""
    if b"\0" in sample:
        for encoding in ("utf-16-le", "utf-16-be"):
            if _usual(sample, encoding) > 0.9:
                return encoding
    return ""


def _usual(sample: bytes, encoding: str) -> float:
    """The share of characters that Chinese texts have."""
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    return len(_USUAL.findall(text)) / max(len(text), 1)


_USUAL = re.compile(r"[\t\n\r -~\ufeff\u2010-\u2027\u2460-\u24ff\u3000-\u9fff\uff00-\uff9f]")


def _is_binary(data: bytes) -> bool:
    controls = re.findall(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]", data[:_HEAD_BYTES])
    return b"\0" in data or len(controls) > len(data[:_HEAD_BYTES]) // 100
