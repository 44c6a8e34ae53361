"""Objects of a PDF page: its texts, straight rules and pictures, within forms too."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from casebook.importer.readers.glyphs import Rule
from casebook.importer.readers.page_rules import Box, Point, box_of, is_thin, rules_of
from casebook.importer.readers.source import Limits, Refusal, UnreadableError

Matrix = tuple[float, float, float, float, float, float]
"""As in a PDF: x' = a·x + c·y + e and y' = b·x + d·y + f."""


def times(one: Matrix, other: Matrix) -> Matrix:
    """What maps by one matrix and then by another."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def mapped(matrix: Matrix, point: Point) -> Point:
    """A point mapped by a matrix."""
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture and the box it stands in."""

    handle: Any
    box: Box


@dataclass(slots=True)
class PageObjects:
    """The objects of a page by their kind, at their places as shown."""

    texts: list[Any] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[PlacedPicture] = field(default_factory=list)
    shapes: int = 0
    """Drawn paths, straight or not."""


def page_objects(page: Any, shown: Matrix, limits: Limits) -> PageObjects:
    """All objects of a page; `shown` maps its coordinates to those of the page as shown.

    Raises UnreadableError for more objects than a page has characters, or forms within too many.
    """
    found = PageObjects()
    left = limits.page_characters
    pieces = limits.page_characters * 5
    waiting = [(one, shown, 0) for one in _children(page, None, left)]
    while waiting:
        handle, matrix, depth = waiting.pop()
        left -= 1
        if left < 0 or pieces < 0 or depth > limits.depth:
            raise UnreadableError(Refusal.TOO_LONG)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found.texts.append(handle)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.shapes += 1
            pieces -= max(pdfium.FPDFPath_CountSegments(handle), 0)
            if pieces >= 0 and _is_inked(handle):
                found.rules += _rules(handle, times(_matrix(handle), matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = box_of([mapped(times(_matrix(handle), matrix), corner) for corner in _SQUARE])
            found.pictures.append(PlacedPicture(handle, box))
            if is_thin(box):
                found.rules.append(Rule(*box))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = times(_matrix(handle), matrix)
            waiting += [(one, inner, depth + 1) for one in _children(page, handle, left)]
    found.pictures.reverse()
    return found


_SQUARE = (0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)


def _children(page: Any, form: Any, most: int) -> Iterator[Any]:
    if form is None:
        count, child = pdfium.FPDFPage_CountObjects(page), pdfium.FPDFPage_GetObject
        parent = page
    else:
        count, child = pdfium.FPDFFormObj_CountObjects(form), pdfium.FPDFFormObj_GetObject
        parent = form
    if count > most:
        raise UnreadableError(Refusal.TOO_LONG)
    for number in range(max(count, 0)):
        handle = child(parent, number)
        if handle:
            yield handle


def _matrix(handle: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, matrix):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _is_inked(path: Any) -> bool:
    """Whether a path is drawn in a colour other than white."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(
        (stroke.value and _is_colour(path, pdfium.FPDFPageObj_GetStrokeColor))
        or (fill.value and _is_colour(path, pdfium.FPDFPageObj_GetFillColor))
    )


def _is_colour(path: Any, colour: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour(path, red, green, blue, alpha):
        return True
    return alpha.value > 8 and min(red.value, green.value, blue.value) < 250


def _rules(path: Any, matrix: Matrix) -> Iterator[Rule]:
    """The straight lines of a path along and down the page, and its thin rectangles."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
    pen = max(width.value * scale, 0.0) if stroke.value else None
    for points in _outlines(path, matrix):
        yield from rules_of(points, pen)


def _outlines(path: Any, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each closed or open part of a path."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(mapped(matrix, (x.value, y.value)))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points
