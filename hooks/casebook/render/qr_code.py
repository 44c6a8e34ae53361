"""QR codes of page addresses, for print."""

from __future__ import annotations

import segno
from markupsafe import Markup

MASK = 3
"""The mask pattern. Evaluating all eight takes three times as long, measured, and any of them can
be read."""

BORDER = 4
"""The quiet zone required by ISO/IEC 18004, in modules."""


def qr_code(address: str, title: str) -> Markup:
    """The QR code of an address as inline SVG, black on white, with an accessible title.

    Error correction level Q: a quarter of the print may be damaged (level M is 15 %, Q 25 %).
    """
    code = segno.make(address, error="q", boost_error=False, micro=False, mask=MASK)
    svg = code.svg_inline(border=BORDER, omitsize=True, light="#fff", title=title, svgclass="qr")
    return Markup(svg)
