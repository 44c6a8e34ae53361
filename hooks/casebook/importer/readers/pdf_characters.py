"""Characters of a PDF page: each with its place as shown, its direction and its font."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from casebook.importer.readers.glyphs import UNKNOWN, has_bold_name, is_wide, named
from casebook.importer.readers.page_rules import Box, Point, box_of
from casebook.importer.readers.page_turns import Printed
from casebook.importer.readers.pdf_objects import Matrix, mapped


@dataclass(frozen=True, slots=True)
class Character:
    """A character of a PDF, seen or not."""

    printed: Printed
    ink: Box
    font: Font


@dataclass(frozen=True, slots=True)
class Font:
    """The font of a piece of text, and how it is drawn."""

    key: int
    """The same for all text in one font."""
    is_bold: bool
    is_drawn: bool
    """Whether it leaves ink by itself; text recognition puts text without ink under a scan."""
    is_embedded: bool
    """Whether the file has it; a machine may not have the others, and draws nothing then."""
    grey: float
    """Its colour from 0, black, to 255, white."""


class Characters:
    """The characters that a page has itself, in their order in the file, spaces among them."""

    def __init__(self, text_page: Any, count: int, shown: Matrix) -> None:
        self._text_page = text_page
        self._count = count
        self._shown = shown
        self._fonts: dict[int, Font] = {}

    def __iter__(self) -> Iterator[Character]:
        high = ""
        for number in range(self._count):
            code = pdfium.FPDFText_GetUnicode(self._text_page, number)
            is_added = pdfium.FPDFText_IsGenerated(self._text_page, number) == 1
            if is_added or code in _NO_CHARACTER:
                continue
            if 0xD800 <= code < 0xDC00:
                high = chr(code)
                continue
            yield self._character(number, high, code)
            high = ""

    def _character(self, number: int, high: str, code: int) -> Character:
        origin = self._origin(number)
        size = pdfium.FPDFText_GetFontSize(self._text_page, number)
        a, b, c, d = self._matrix(number)
        across = self._turned(size * a, size * b)
        height = math.hypot(*self._turned(size * c, size * d))
        is_sized = _SMALLEST < height < _LARGEST and math.hypot(*across) < _LARGEST
        text = UNKNOWN if self._is_unmapped(number) else _joined(high, code)
        font = self._font(number)
        printed = Printed(
            named(text),
            origin,
            self._width(number, text, origin, across) if is_sized else 1.0,
            height if is_sized else 1.0,
            math.degrees(math.atan2(across[1], across[0])) if is_sized else 0.0,
            font.is_bold,
        )
        if not is_sized:
            font = replace(font, is_drawn=False)
        return Character(printed, self._ink(number, printed), font)

    def _is_unmapped(self, number: int) -> bool:
        return bool(pdfium.FPDFText_HasUnicodeMapError(self._text_page, number) == 1)

    def _origin(self, number: int) -> Point:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text_page, number, x, y)
        return mapped(self._shown, (x.value, y.value))

    def _matrix(self, number: int) -> tuple[float, float, float, float]:
        matrix = pdfium.FS_MATRIX()
        if not pdfium.FPDFText_GetMatrix(self._text_page, number, matrix):
            return 1.0, 0.0, 0.0, 1.0
        return matrix.a, matrix.b, matrix.c, matrix.d

    def _turned(self, x: float, y: float) -> Point:
        a, b, c, d, _, _ = self._shown
        return a * x + c * y, b * x + d * y

    def _width(self, number: int, text: str, origin: Point, across: Point) -> float:
        """The width of a square for Chinese; what is around the ink says too little there."""
        length = math.hypot(*across)
        if is_wide(text) or not length:
            return length
        loose = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._text_page, number, loose)
        corners = (
            mapped(self._shown, (x, y))
            for x in (loose.left, loose.right)
            for y in (loose.bottom, loose.top)
        )
        return max(
            ((x - origin[0]) * across[0] + (y - origin[1]) * across[1]) / length for x, y in corners
        )

    def _ink(self, number: int, printed: Printed) -> Box:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._text_page, number, left, right, bottom, top)
        corners = (left.value, bottom.value), (right.value, top.value)
        box = box_of([mapped(self._shown, corner) for corner in corners])
        if box[2] - box[0] > 0 or box[3] - box[1] > 0:
            return box
        x, y = printed.origin  # the machine has no such font
        return x, y - 0.7 * printed.size, x + printed.width, y

    def _font(self, number: int) -> Font:
        text = pdfium.FPDFText_GetTextObject(self._text_page, number)
        key = ctypes.cast(text, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            self._fonts[key] = _font(text)
        return self._fonts[key]


_NO_CHARACTER = frozenset((0x0, 0x2, 0xA, 0xD, 0xFFFE, 0xFFFF))
_SMALLEST, _LARGEST = 0.1, 2_000.0
"""Points; text of another size cannot be read by anybody."""
_HEAVY = 600
_OUTLINED = (
    pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
    pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP,
)
"""How word processors print a font bold that has no bold face."""
_WITHOUT_INK = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


def _joined(high: str, code: int) -> str:
    units = high + chr(code)
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _font(text: Any) -> Font:
    if not text:
        return Font(0, False, True, True, 0.0)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
    font = pdfium.FPDFTextObj_GetFont(text)
    name = ctypes.create_string_buffer(256)
    if font:
        pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    is_heavy = bool(font) and pdfium.FPDFFont_GetWeight(font) >= _HEAVY
    is_bold = is_heavy or has_bold_name(name.value.decode("utf-8", "replace"))
    grey, alpha = _colour(text)
    return Font(
        ctypes.cast(font, ctypes.c_void_p).value or 0,
        is_bold or mode in _OUTLINED,
        mode not in _WITHOUT_INK and alpha > 0,
        # A font without a name is drawn by the file itself.
        not name.value or pdfium.FPDFFont_GetIsEmbedded(font) == 1,
        grey,
    )


def _colour(text: Any) -> tuple[float, int]:
    """The grey of a text and its alpha."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(text, red, green, blue, alpha):
        return 0.0, 255
    return 0.299 * red.value + 0.587 * green.value + 0.114 * blue.value, int(alpha.value)
