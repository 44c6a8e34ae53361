"""Reading: from the bytes of a file to its document, by the reader of its format."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from casebook.importer.document import Document
from casebook.importer.readers.detection import Format, format_of
from casebook.importer.readers.source import LIMITS, Limits, Refusal, Source, UnreadableError

_READERS = {
    Format.DOCX: "docx",
    Format.DOC: "doc",
    Format.RTF: "rtf",
    Format.ODT: "odt",
    Format.PDF: "pdf",
    Format.OFD: "ofd",
    Format.HTML: "html",
    Format.MAIL: "mail",
    Format.XLSX: "xlsx",
    Format.TEXT: "text",
}
"""The module of each format in this package; loaded when the first such file is read."""


def read(data: bytes, limits: Limits = LIMITS) -> Document:
    """The document of a file of any known format, recognized by its content.

    Raises UnreadableError for a file that is unknown, broken, encrypted, without text, or beyond
    the limits.
    """
    if len(data) > limits.file_bytes:
        raise UnreadableError(Refusal.TOO_LARGE)
    module = import_module(f"casebook.importer.readers.{_READERS[format_of(data, limits)]}")
    within = replace(limits, nested_files=limits.nested_files - 1)
    document: Document = module.read(Source(data, limits, lambda part: _read_part(part, within)))
    if len(document.blocks) > limits.blocks:
        raise UnreadableError(Refusal.TOO_LONG)
    if not document.blocks and not document.pictures:
        raise UnreadableError(Refusal.EMPTY)
    return document


def _read_part(data: bytes, limits: Limits) -> Document:
    if limits.nested_files < 0:
        raise UnreadableError(Refusal.TOO_LONG)
    return read(data, limits)
