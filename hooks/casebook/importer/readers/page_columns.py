"""Columns: whether the text of a page runs in two of them, and where the right one begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from casebook.importer.readers.glyphs import Glyph
from casebook.importer.readers.page_lines import Row

_FEWEST = 4
"""Lines in each column of a page in two columns."""
_MIDDLE = 0.35, 0.65
"""Between which parts of the width the right column begins."""


def gutter(page: Sequence[Row]) -> float | None:
    """The left edge of the right column of a page in two columns of running text, if it is one."""
    printed = [[glyph for glyph in row if glyph.text.strip()] for row in page]
    printed = [row for row in printed if row]
    if not printed:
        return None
    left = min(row[0].left for row in printed)
    width = max(row[-1].right for row in printed) - left
    begin, support = _most_begun(printed, left + _MIDDLE[0] * width, left + _MIDDLE[1] * width)
    if support < _FEWEST or not _is_filled_on_the_left(printed, begin):
        return None
    long = sum(_width_from(row, begin) > 0.3 * width for row in printed)
    return begin if long >= 0.5 * support else None


def is_left_of(page: Sequence[Row], edge: float) -> bool:
    """Whether most rows end before an edge: the last page of a text in two columns."""
    return bool(page) and sum(row[-1].right <= edge + 1 for row in page) >= 0.8 * len(page)


def bands(page: Sequence[Row], edge: float | None) -> list[tuple[float | None, list[Row]]]:
    """The rows of a page parted into bands of one column and of two, each with its gutter."""
    if edge is None:
        return [(None, list(page))]
    found: list[tuple[float | None, list[Row]]] = []
    run: list[Row] = []
    for row in page:
        if any(_crosses(glyph, edge) for glyph in row):
            found += [*_in_columns(run, edge), (None, [row])]
            run = []
        else:
            run.append(row)
    return _joined([*found, *_in_columns(run, edge)])


def _in_columns(run: list[Row], edge: float) -> list[tuple[float | None, list[Row]]]:
    """Rows that nothing crosses, as a band of two columns if many have text in the right one."""
    right = [number for number, row in enumerate(run) if row[-1].left >= edge - 1]
    if len(right) < _FEWEST - 1 and any(row[0].left < edge - 1 for row in run):
        return [(None, run)]
    return [(None, run[: right[0]]), (edge, run[right[0] :])] if right else [(None, run)]


def _joined(
    found: Sequence[tuple[float | None, list[Row]]],
) -> list[tuple[float | None, list[Row]]]:
    joined: list[tuple[float | None, list[Row]]] = []
    for edge, page in found:
        if joined and joined[-1][0] == edge:
            joined[-1][1].extend(page)
        elif page:
            joined.append((edge, list(page)))
    return joined


def _most_begun(page: Sequence[Row], first: float, last: float) -> tuple[float, int]:
    """Where most pieces of rows begin between two places, and how many do."""
    begins = Counter(
        round(glyph.left)
        for row in page
        for before, glyph in zip([None, *row], row, strict=False)
        if first < glyph.left < last
        and (before is None or glyph.left - before.right >= 0.2 * glyph.size)
    )
    support = {place: begins[place] + begins[place + 1] for place in begins}
    place = max(support, key=lambda one: (support[one], one), default=0)
    return float(place), support.get(place, 0)


def _is_filled_on_the_left(page: Sequence[Row], edge: float) -> bool:
    """Whether many rows run up to an edge and stop there."""
    stops = sorted(
        (edge - max(glyph.right for glyph in row if glyph.left < edge - 1), row[0].size)
        for row in page
        if row[0].left < edge - 1 and not any(_crosses(glyph, edge) for glyph in row)
    )
    if len(stops) < _FEWEST:
        return False
    nearest = stops[len(stops) // 3][0]
    filled = sum(distance < nearest + 1.6 * size for distance, size in stops)
    return filled >= 0.4 * len(stops)


def _crosses(glyph: Glyph, edge: float) -> bool:
    return glyph.left < edge - 1 and glyph.right > edge + 1.5


def _width_from(row: Row, edge: float) -> float:
    return sum(glyph.right - glyph.left for glyph in row if glyph.left >= edge - 1)
