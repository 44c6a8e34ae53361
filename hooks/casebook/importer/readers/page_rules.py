"""Rules of pages: the straight lines and thin rectangles among what is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from casebook.importer.readers.glyphs import Rule

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points of the page as shown."""

_THICK = 6.0
"""Points up to which a long rectangle is a rule."""


def box_of(points: Sequence[Point]) -> Box:
    """The smallest box around points."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def is_thin(box: Box) -> bool:
    """Whether a box is long and thin, as a rule is."""
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) <= _THICK and max(width, height) >= max(2 * min(width, height), 2.0)


def rules_of(points: Sequence[Point], thickness: float | None) -> Iterator[Rule]:
    """The rules of an outline by its corners, drawn with a pen; filled if that has no thickness.

    A thin outline is one rule; of another the straight sides are, if there is a pen.
    """
    half = (thickness or 0.0) / 2
    box = box_of(points)
    if is_thin(box):
        yield _widened(box, half)
    elif thickness is not None:
        for pair in pairwise(points):
            side = box_of(pair)
            if is_thin(side):
                yield _widened(side, half)


def _widened(box: Box, half: float) -> Rule:
    left, top, right, bottom = box
    if right - left >= bottom - top:
        return Rule(left, top - half, right, bottom + half)
    return Rule(left - half, top, right + half, bottom)
