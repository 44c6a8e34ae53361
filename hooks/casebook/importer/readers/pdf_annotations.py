"""Annotations of a PDF page: what they show is printed on it, what they say is counted."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from casebook.importer.document import characters


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the annotations of a page hold beside what they show."""

    comments: int = 0
    """Characters of comments, which open only on a click."""
    are_shown: bool = False
    """Whether some show something: a stamp, text in a box, a filled field, a strike."""


_SILENT = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
_PRINTED = (pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP)
"""Annotations whose contents are what they show."""


def annotations_of(page: pypdfium2.PdfPage) -> Annotations:
    """What the annotations of a page hold."""
    comments, are_shown = 0, False
    for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind in _SILENT:
                continue
            are_shown = True
            if kind not in _PRINTED:
                comments += characters([_contents(annotation)])
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return Annotations(comments, are_shown)


def _contents(annotation: Any) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
