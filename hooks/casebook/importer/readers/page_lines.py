"""Lines of a page: glyphs on one baseline, parted at wide gaps and at the gutter of two columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from casebook.importer.readers.glyphs import Glyph, is_wide

Row = list[Glyph]
"""Glyphs on about one baseline from left to right, over all columns; blanks among them."""


@dataclass(frozen=True, slots=True)
class Line:
    """Text that is read in one go."""

    left: float
    right: float
    baseline: float
    size: float
    text: str
    is_bold: bool
    """Whether all of it is bold."""


def rows(glyphs: Iterable[Glyph]) -> list[Row]:
    """The rows of a page from the top; without marks of notes and signs of pronunciation."""
    found: list[Row] = []
    for glyph in sorted(glyphs, key=lambda one: one.baseline):
        last = found[-1][-1] if found else None
        if last is not None and _is_near(glyph, last):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    found = [_closed_up(row) for row in found]
    found = [row for row in found if any(glyph.text.strip() for glyph in row)]
    return [_with_exponents(row) for row in _without_readings(found)]


def is_overprinted(row: Row) -> bool:
    """Whether two texts are printed over each other, so that the order of their characters is lost.

    This is how text boxes end up that do not fit.
    """
    shown = [glyph for glyph in row if glyph.text.strip()]
    over = sum(
        other.left < glyph.left + 0.5 * min(glyph.right - glyph.left, other.right - other.left)
        for glyph, other in pairwise(shown)
    )
    return over >= _FEWEST_OVER


_FEWEST_OVER = 4


def lines(row: Row, gutter: float | None) -> list[Line]:
    """The lines of a row from left to right.

    A gap wider than two characters parts two lines, and so does the gutter, the left edge of the
    right column, where nothing is printed across it.
    """
    parts: list[Row] = []
    last: Glyph | None = None
    for glyph in row:
        if not glyph.text.strip():
            if parts:
                parts[-1].append(glyph)
            continue
        if last is None or _is_apart(last, glyph) or _is_cut(last, glyph, gutter):
            parts.append([])
        parts[-1].append(glyph)
        last = glyph
    return [_line(part) for part in parts]


_APART = 2.2
"""In sizes of the font; two full-width spaces are still within a line."""
_CLOSING = "，。、；：！？）”’』》】〕"
_MARKS = re.compile(r"[0-9ivx*†‡①-⑳\[\]〔〕［］]")
_TONE = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
_READINGS = re.compile(r"[a-zA-Zà-ɏ̀-ͯ\u3040-\u30ff\u3105-\u312f\s·'ˊˇˋ˙1-5]+")


def _is_near(one: Glyph, other: Glyph) -> bool:
    return abs(one.baseline - other.baseline) < 0.45 * max(one.size, other.size)


def _is_apart(last: Glyph, glyph: Glyph) -> bool:
    return glyph.left - last.right > _APART * max(last.size, glyph.size)


def _is_cut(last: Glyph, glyph: Glyph, gutter: float | None) -> bool:
    if gutter is None or not last.left < gutter - 1 <= glyph.left:
        return False
    # A full stop at the end of a line may hang into the gutter.
    gap = 0.2 if last.text in _CLOSING else 0.8
    return glyph.left - last.right >= gap * glyph.size


def _closed_up(row: Row) -> Row:
    """A row from left to right; what was struck leaves no gap, but fills its line all the same."""
    closed: Row = []
    for glyph in sorted(row, key=lambda one: one.left):
        if glyph.text:
            closed.append(glyph)
        elif closed and glyph.left - closed[-1].right <= _APART * glyph.size:
            closed[-1] = replace(closed[-1], right=max(closed[-1].right, glyph.right))
    return closed


def _without_readings(page: Sequence[Row]) -> list[Row]:
    found: list[Row] = []
    reading: Row | None = None
    for number, row in enumerate(page, 1):
        if number < len(page) and _is_reading(row, page[number]):
            reading = row
            continue
        found.append(_under(row, reading) if reading else row)
        reading = None
    return found


def _is_reading(row: Row, below: Row) -> bool:
    """Whether a row is pinyin or another guide to the characters right below it."""
    text = "".join(glyph.text for glyph in row)
    size, size_below = median(one.size for one in row), median(one.size for one in below)
    return (
        (size <= 0.65 * size_below or _TONE.search(text) is not None)
        and below[0].baseline - row[0].baseline < 1.6 * size_below
        and row[0].left >= below[0].left - size_below
        and row[-1].right <= below[-1].right + size_below
        and any(is_wide(glyph.text) for glyph in below)
        and _READINGS.fullmatch(text) is not None
    )


def _under(row: Row, reading: Row) -> Row:
    """A row without the gaps that a guide wider than its character makes."""
    wide: list[Glyph] = []
    for number, glyph in enumerate(row, 1):
        over = [one.right for one in reading if glyph.left - glyph.size <= one.left < glyph.right]
        if over and number < len(row) and max(over) <= row[number].left + glyph.size:
            glyph = replace(glyph, right=max(glyph.right, row[number].left))
        wide.append(glyph)
    return wide


def _with_exponents(row: Row) -> Row:
    """The row with m² as such, and without the raised marks of notes behind words."""
    if len(row) < 4:
        return row
    size = median(glyph.size for glyph in row)
    base = median(glyph.baseline for glyph in row if glyph.size > 0.9 * size)
    kept: Row = []
    for glyph in row:
        is_raised = glyph.size < 0.9 * size and glyph.baseline < base - 0.2 * size
        if not is_raised or not kept or not _MARKS.fullmatch(glyph.text):
            kept.append(glyph)
        elif glyph.text in "23" and kept[-1].text == "m":
            power = {"2": "²", "3": "³"}[glyph.text]
            kept.append(Glyph(glyph.left, glyph.right, base, size, power, glyph.is_bold))
        else:
            kept[-1] = replace(kept[-1], right=max(kept[-1].right, glyph.right))
    return kept


def _line(glyphs: Sequence[Glyph]) -> Line:
    shown = [glyph for glyph in glyphs if glyph.text.strip()]
    usual = _usual_gap(shown)
    text = shown[0].text
    last, is_blank = shown[0], False
    for glyph in glyphs[1:]:
        if not glyph.text.strip():
            is_blank = True
            continue
        if _has_space(last, glyph, is_blank, usual):
            text += " "
        text += glyph.text
        last, is_blank = glyph, False
    return Line(
        shown[0].left,
        max(glyph.right for glyph in shown),
        shown[0].baseline,
        max(glyph.size for glyph in shown),
        text,
        all(glyph.is_bold for glyph in shown),
    )


def _usual_gap(glyphs: Sequence[Glyph]) -> float:
    """How far the characters of a line are spread, as 通 报 in a letterhead; in sizes."""
    gaps = [(b.left - a.right) / max(a.size, b.size) for a, b in pairwise(glyphs)]
    return max(median(gaps), 0.0) if len(gaps) > 2 else 0.0


def _has_space(last: Glyph, glyph: Glyph, is_blank: bool, usual: float) -> bool:
    gap = (glyph.left - last.right) / max(last.size, glyph.size)
    if is_wide(last.text) or is_wide(glyph.text):
        return gap - usual >= (0.35 if is_blank else 0.6)
    return gap - usual > (0.1 if is_blank else 0.25)
