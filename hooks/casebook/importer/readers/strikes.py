"""Strikes: rules through the middle of text, which is live text in a PDF or an OFD all the same."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from casebook.importer.readers.glyphs import Glyph, Rule

_LOWEST, _HIGHEST = 0.12, 0.62
"""Between which heights over the baseline a strike stands, in sizes of the font."""
_THICKEST = 0.3
"""In sizes of the font; what is thicker is a coloured ground."""

_Spans = list[tuple[float, float]]


def parted_by_strikes(
    glyphs: Iterable[Glyph], rules: Iterable[Rule]
) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs that are not struck, and those with a rule through their middle.

    In place of each struck glyph one without text is kept, which leaves no gap. An underline, the
    border of a cell and a coloured ground are no strikes.
    """
    by_height = _spans(rules)
    kept: list[Glyph] = []
    struck: list[Glyph] = []
    for glyph in glyphs:
        if by_height and _is_struck(glyph, by_height):
            struck.append(glyph)
            glyph = replace(glyph, text="")
        kept.append(glyph)
    return kept, struck


def _spans(rules: Iterable[Rule]) -> dict[int, list[tuple[float, _Spans]]]:
    """The horizontal rules by the height of their middle in half points, and their thickness.

    Those that overlap are joined: a drawing may have tens of thousands.
    """
    found: dict[tuple[int, int], _Spans] = defaultdict(list)
    for rule in rules:
        if rule.is_horizontal:
            thickness = round(2 * (rule.bottom - rule.top))
            found[round(rule.top + rule.bottom), thickness].append((rule.left, rule.right))
    by_height: dict[int, list[tuple[float, _Spans]]] = defaultdict(list)
    for (height, thickness), spans in found.items():
        by_height[height].append((thickness / 2, _joined(spans)))
    return by_height


def _joined(spans: _Spans) -> _Spans:
    joined: _Spans = []
    for left, right in sorted(spans):
        if joined and left <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(right, joined[-1][1])
        else:
            joined.append((left, right))
    return joined


def _is_struck(glyph: Glyph, by_height: dict[int, list[tuple[float, _Spans]]]) -> bool:
    first = round(2 * (glyph.baseline - _HIGHEST * glyph.size))
    last = round(2 * (glyph.baseline - _LOWEST * glyph.size))
    middle = (glyph.left + glyph.right) / 2
    return any(
        thickness <= _THICKEST * glyph.size and _covers(spans, middle, 0.2 * glyph.size)
        for height in range(first, last + 1)
        for thickness, spans in by_height.get(height, ())
    )


def _covers(spans: _Spans, middle: float, near: float) -> bool:
    at = bisect_right(spans, (middle + near, float("inf"))) - 1
    return at >= 0 and spans[at][1] >= middle - near
