"""Sight: where the text of a PDF page can be seen, by drawing the page with and without it.

White, covered, clipped and transparent text, text of hidden layers and outside of the page, and
what recognition puts under a scan, leave the same picture without it. No list of such tricks would
be complete.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from casebook.importer.readers.page_rules import Box

_LONGEST_SIDE = 842.0, 2400.0
"""Between how many pixels the longer side of a page is drawn; A4 has one a point."""
_FAINTEST = 12
"""Of 255 steps between white and black, by how many a seen character changes the picture."""


class Sight:
    """What text changes in the picture of a page."""

    def __init__(self, page: pypdfium2.PdfPage, texts: Sequence[Any]) -> None:
        longest = max(page.get_width(), page.get_height(), 1.0)
        self._scale = min(max(1.0, _LONGEST_SIDE[0] / longest), _LONGEST_SIDE[1] / longest)
        with_text = _drawn(page, self._scale)
        for text in texts:
            pdfium.FPDFPageObj_SetIsActive(text, False)
        self._ground = _drawn(page, self._scale)
        for text in texts:
            pdfium.FPDFPageObj_SetIsActive(text, True)
        self._changed = ImageChops.difference(with_text, self._ground)

    def shows(self, ink: Box) -> bool:
        """Whether something of the ink of a character can be seen."""
        return _levels(self._changed, self._pixels(ink))[1] >= _FAINTEST

    def could_show(self, ink: Box, grey: float) -> bool:
        """Whether ink in a grey would be seen on its ground, were there a font to draw it."""
        darkest, lightest = _levels(self._ground, self._pixels(ink))
        return lightest >= darkest and max(grey - darkest, lightest - grey) >= _FAINTEST

    def _pixels(self, ink: Box) -> tuple[int, int, int, int]:
        left, top, right, bottom = (side * self._scale for side in ink)
        # The edge of the ink is left out, where the ink of the next character may begin.
        across, down = 0.1 * (right - left), 0.1 * (bottom - top)
        width, height = self._ground.size
        first, upper = int(left + across), int(top + down)
        return (
            max(first, 0),
            max(upper, 0),
            min(max(int(right - across) + 1, first + 1), width),
            min(max(int(bottom - down) + 1, upper + 1), height),
        )


def _levels(image: Image.Image, pixels: tuple[int, int, int, int]) -> tuple[float, float]:
    """The darkest and the lightest grey of a part; of none, where nothing is ever seen."""
    left, top, right, bottom = pixels
    if left >= right or top >= bottom:
        return 255.0, 0.0
    darkest, lightest = image.crop(pixels).getextrema()
    return float(darkest), float(lightest)  # type: ignore[arg-type]  # a picture in grey


def _drawn(page: pypdfium2.PdfPage, scale: float) -> Image.Image:
    bitmap = page.render(
        scale=scale, grayscale=True, may_draw_forms=False, draw_annots=False, fill_color=(255,) * 4
    )
    image: Image.Image = bitmap.to_pil().convert("L").copy()
    return image
