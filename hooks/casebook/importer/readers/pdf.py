"""PDF: the text that is printed on its pages, by pdfium.

Text without ink, as under a scan, is not read: recognition errs in numbers and names, and nobody
sees it. pdfium with an own layout read 123 of 123 paragraphs in a trial, pymupdf4llm 94.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

from casebook.importer.document import Document, Note, tidy
from casebook.importer.readers.file_title import title_hints
from casebook.importer.readers.page_account import refuse_scans, unseen
from casebook.importer.readers.page_blocks import read_pages
from casebook.importer.readers.pdf_annotations import annotations_of
from casebook.importer.readers.pdf_page import PdfPage, pdf_page
from casebook.importer.readers.pdf_pictures import Pictures
from casebook.importer.readers.source import Limits, Refusal, Source, UnreadableError

_ONE_AT_A_TIME = Lock()
"""pdfium keeps its state for a whole process."""


@dataclass(slots=True)
class _Pages:
    """What the pages of a file hold."""

    pictures: Pictures
    read: list[PdfPage] = field(default_factory=list)
    comments: int = 0


def read(source: Source) -> Document:
    """The document of a PDF.

    Raises UnreadableError for a file that is incomplete, needs a password, is a scan, has fonts
    without Unicode, or takes more pages, characters or time than the limits allow.
    """
    if _is_cut(source.data):
        raise UnreadableError(Refusal.BROKEN)
    with _ONE_AT_A_TIME:
        file = _opened(source.data)
        try:
            return _document(file, source.limits)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(Refusal.BROKEN) from error
        finally:
            file.close()


def _is_cut(data: bytes) -> bool:
    """Whether the end of a file is missing: pdfium would show the pages that are left."""
    end = data.rfind(b"%%EOF")
    return end < 0 or re.search(rb"\d\s+\d+\s+obj\b", data[end:]) is not None


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise UnreadableError(Refusal.ENCRYPTED if is_locked else Refusal.BROKEN) from error


def _document(file: pypdfium2.PdfDocument, limits: Limits) -> Document:
    pages = _pages(file, limits)
    accounts = [one.account for one in pages.read]
    refuse_scans(accounts)
    blocks, notes = read_pages([one.page for one in pages.read])
    if any(account.is_picture for account in accounts):
        notes = (*notes, Note.PICTURES_ONLY)
    attachments = _attachments(file)
    if attachments:
        notes = (*notes, Note.ATTACHMENTS)
    return Document(
        blocks,
        title_hints(file.get_metadata_value("Title")),
        unseen(accounts, pages.comments),
        notes,
        tuple(pages.pictures.found),
        attachments,
    )


def _pages(file: pypdfium2.PdfDocument, limits: Limits) -> _Pages:
    if len(file) > limits.pages:
        raise UnreadableError(Refusal.TOO_LONG)
    if file.get_formtype() != pdfium.FORMTYPE_NONE:
        file.init_forms()  # draws fields that are filled and not drawn yet
    pages = _Pages(Pictures(limits))
    end = time.monotonic() + limits.seconds
    for number in range(len(file)):
        page = file[number]
        try:
            found = annotations_of(page)
            pages.comments += found.comments
            if found.are_shown:
                pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
                page.close()
                page = file[number]
            read_page = pdf_page(page, number + 1, limits)
            pages.pictures.add(page, read_page)
        finally:
            page.close()
        pages.read.append(read_page)
        if time.monotonic() > end:
            raise UnreadableError(Refusal.TOO_LONG)
    return pages


def _attachments(file: pypdfium2.PdfDocument) -> tuple[str, ...]:
    names = (file.get_attachment(number).get_name() for number in range(file.count_attachments()))
    return tuple(tidy(PurePosixPath(name.replace("\\", "/")).name) or "附件" for name in names)
