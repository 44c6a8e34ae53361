"""Glyphs: characters at their places on a page, and the straight rules printed with them.

Lengths are in points; tops and baselines are measured from the top of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

from casebook.content.radicals import without_radicals


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character."""

    left: float
    right: float
    baseline: float
    size: float
    """The size of its font."""
    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line or a thin rectangle, along the page or down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_horizontal(self) -> bool:
        """Whether it runs along the lines of text."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed on a page."""

    number: int
    """From 1, through all parts of a file."""
    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    rules: tuple[Rule, ...] = ()
    aside: tuple[str, ...] = ()
    """Texts that stand on no line of the page: a watermark, or a note along its edge."""


UNKNOWN = "□"
"""Stands for a printed character that a font does not name."""

_BULLETS = str.maketrans(
    "\uf0b7\uf06c\uf06e\uf075\uf0a7\uf0d8\uf0fc\uf0a8\uf0b2\uf076", "•●■◆▪➢✓◇□❖"
)
"""The bullets of Symbol and Wingdings that word processors write."""
_UNNAMED = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff\x00-\x08\x0e-\x1f]")
_BOLD = re.compile(
    "bold|black|heavy|(?<!ya)(?<!micro)(?<!zen)(?<!zen )hei(?!.*light)|黑体|小标宋|xiaobiaosong",
    re.IGNORECASE,
)
"""Fonts that stand out; of the family of 黑体 not those that running text on screens is set in."""
_WIDE = "WFA"
"""Widths of East Asia that fill a square; ambiguous ones do in Chinese fonts."""


def named(text: str) -> str:
    """The text of a font as Chinese text: no radicals, bullets as such, □ for unnamed signs."""
    return _UNNAMED.sub(UNKNOWN, without_radicals(text).translate(_BULLETS))


def has_bold_name(font: str) -> bool:
    """Whether a font by its name stands out from running text, as bold ones and 黑体 do."""
    return _BOLD.search(font) is not None and "雅黑" not in font


def is_wide(text: str) -> bool:
    """Whether a character fills a square, as Chinese ones do."""
    return text[:1] > "\xff" and east_asian_width(text[0]) in _WIDE


def printed_once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The glyphs without those printed again at the same place to look bold or shadowed.

    A glyph of another order between them does not matter; the first of each place is kept.
    """
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        step = max(glyph.size / 4, 0.1)
        across, down = int(glyph.left // step), int(glyph.baseline // step)
        near = (
            other
            for x in (across - 1, across, across + 1)
            for y in (down - 1, down, down + 1)
            for other in seen.get((glyph.text, x, y), ())
        )
        if glyph.text.strip() and any(_is_same_place(glyph, other) for other in near):
            continue
        seen.setdefault((glyph.text, across, down), []).append(glyph)
        yield glyph


def _is_same_place(one: Glyph, other: Glyph) -> bool:
    near = 0.15 * one.size
    return (
        abs(one.left - other.left) <= near
        and abs(one.baseline - other.baseline) <= near
        and abs(one.size - other.size) <= near
    )


def usual_size(glyphs: Iterable[Glyph]) -> float:
    """The size of most characters, rounded to half points; 0 if there are none."""
    sizes = Counter(round(glyph.size * 2) / 2 for glyph in glyphs if glyph.text.strip())
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
