"""OFD: the text that is printed on its pages (GB/T 33190), from its own XML.

An own reader, for ofdkit read 24 of 57 paragraphs in a trial.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace

from casebook.importer.document import Document, Note, Picture, tidy
from casebook.importer.readers.file_title import title_hints
from casebook.importer.readers.ofd_file import OfdDocument, Sheet
from casebook.importer.readers.ofd_objects import Placed
from casebook.importer.readers.ofd_page import OfdPage, ofd_page
from casebook.importer.readers.ofd_text import texts
from casebook.importer.readers.package import Package, child, children, local
from casebook.importer.readers.page_account import refuse_scans, unseen
from casebook.importer.readers.page_blocks import read_pages
from casebook.importer.readers.source import Refusal, Source, UnreadableError


def read(source: Source) -> Document:
    """The document of an OFD.

    Raises UnreadableError for a file that is incomplete, encrypted, a scan, or beyond the limits.
    """
    package = Package(source.data, source.limits)
    if any(name.lower().endswith("encryptions.xml") for name in package.names):
        raise UnreadableError(Refusal.ENCRYPTED)
    root = package.xml("OFD.xml")
    documents = [
        OfdDocument(package, place.text or "")
        for body in children(root, "DocBody")
        for place in children(body, "DocRoot")
    ]
    if sum(document.page_count for document in documents) > source.limits.pages:
        raise UnreadableError(Refusal.TOO_LONG)
    pages: list[OfdPage] = []
    pictures: list[Picture] = []
    notes: list[Note] = []
    for document in documents:
        for sheet in document.sheets():
            page = ofd_page(
                len(pages) + 1, sheet.size, sheet.objects, document.bold_fonts, source.limits
            )
            aside = (*page.page.aside, *_recurring(sheet, document))
            pages.append(replace(page, page=replace(page.page, aside=aside)))
            pictures += _pictures(page, document, package, len(pictures))
            if _has_graphics(sheet.objects) and Note.FORMULAS not in notes:
                notes.append(Note.FORMULAS)
    accounts = [page.account for page in pages]
    refuse_scans(accounts)
    blocks, checks = read_pages([page.page for page in pages])
    notes += checks
    if any(account.is_picture for account in accounts):
        notes.append(Note.PICTURES_ONLY)
    attachments = tuple(_attachments(documents))
    if attachments:
        notes.append(Note.ATTACHMENTS)
    comments = sum(document.comments for document in documents)
    title = child(root, "DocBody", "DocInfo", "Title")
    return Document(
        blocks,
        title_hints((title.text or "") if title is not None else ""),
        unseen(accounts, comments),
        tuple(notes),
        tuple(pictures),
        attachments,
    )


def _recurring(sheet: Sheet, document: OfdDocument) -> Iterator[str]:
    for printed in texts(sheet.recurring, document.bold_fonts):
        yield "".join(one.text for one in printed)


def _has_graphics(objects: list[Placed]) -> bool:
    return any(local(placed.element) == "CompositeObject" for placed in objects)


def _pictures(
    page: OfdPage, document: OfdDocument, package: Package, count: int
) -> Iterator[Picture]:
    """The pictures of a page; without the bytes of a scan, which takes the place of text."""
    for number, resource in enumerate(page.pictures, count + 1):
        name = document.media.get(resource, "")
        is_kept = package.has(name) and not page.account.is_picture
        shown = tidy(posixpath.basename(name)) or f"图{number}"
        yield Picture(shown, package.read(name) if is_kept else None, f"第{page.page.number}页")


def _attachments(documents: list[OfdDocument]) -> Iterator[str]:
    for document in documents:
        for name in document.attachments():
            yield tidy(posixpath.basename(name.replace("\\", "/"))) or "附件"
