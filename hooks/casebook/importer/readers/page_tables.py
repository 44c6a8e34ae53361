"""Tables of pages: cells between ruled lines, found by pdfplumber among the rules of a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casebook.importer.readers.glyphs import Glyph, Rule
from casebook.importer.readers.page_lines import Line, lines, rows


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with what is printed in it."""

    row: int
    """From 1, by the tops of the cells."""
    column: int
    left: float
    right: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of at least two cells."""

    top: float
    bottom: float
    row_count: int
    columns: tuple[float, ...]
    """The left edges of its columns."""
    cells: tuple[TableCell, ...]
    """Those with text, row by row."""
    is_ruled: bool = True


Piece = Table | tuple[Glyph, ...]
"""A table, or the running text over, between or under tables."""

_TOLERANCE = 3
"""Within which points two rules are one, and two rules meet."""
_MOST_MEETINGS = 2_500
"""Crossings of rules on a page; a drawing has more, and the search takes their square."""

_Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def pieces(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> list[Piece]:
    """The glyphs of a page parted at its ruled tables, from the top."""
    found: list[Piece] = []
    rest = list(glyphs)
    for boxes in sorted(_tables(rules), key=lambda one: min(box[1] for box in one)):
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        inside: list[Glyph] = []
        above: list[Glyph] = []
        below: list[Glyph] = []
        for glyph in rest:
            middle = _middle(glyph)
            if top <= middle <= bottom and left - 1 <= glyph.left <= right:
                inside.append(glyph)
            else:
                (above if middle < top else below).append(glyph)
        if any(glyph.text.strip() for glyph in inside):
            found += [tuple(above), _table(boxes, inside)]
            rest = below
    return [*found, tuple(rest)]


def _middle(glyph: Glyph) -> float:
    return glyph.baseline - 0.35 * glyph.size


def _tables(rules: Sequence[Rule]) -> list[list[_Box]]:
    """The cells of each table, of which there are at least two: a frame around text is none."""
    horizontal = [rule for rule in rules if rule.is_horizontal]
    if len(horizontal) < 2 or len(rules) - len(horizontal) < 2:
        return []
    from pdfplumber import table  # here, because few pages have rules

    near = _TOLERANCE
    edges = table.merge_edges([_edge(rule) for rule in rules], near, near, near, near)
    along = sum(edge["orientation"] == "h" for edge in edges)
    if along * (len(edges) - along) > 10 * _MOST_MEETINGS:
        return []
    meetings = table.edges_to_intersections(edges, near, near)
    if len(meetings) > _MOST_MEETINGS:
        return []
    cells = table.intersections_to_cells(meetings)
    return [list(boxes) for boxes in table.cells_to_tables(cells) if len(boxes) > 1]


def _edge(rule: Rule) -> dict[str, object]:
    across, down = (rule.left + rule.right) / 2, (rule.top + rule.bottom) / 2
    if rule.is_horizontal:
        left, right, top, bottom = rule.left, rule.right, down, down
    else:
        left, right, top, bottom = across, across, rule.top, rule.bottom
    return {
        "x0": left, "x1": right, "top": top, "bottom": bottom,
        "width": right - left, "height": bottom - top,
        "orientation": "h" if rule.is_horizontal else "v",
    }  # fmt: skip


def _table(boxes: Sequence[_Box], glyphs: Iterable[Glyph]) -> Table:
    tops = _grouped(box[1] for box in boxes)
    lefts = _grouped(box[0] for box in boxes)
    inside: dict[_Box, list[Glyph]] = defaultdict(list)
    last: _Box | None = None
    for glyph in glyphs:
        if last is None or not _holds(last, glyph):
            around = [box for box in boxes if _holds(box, glyph)] or boxes
            last = min(around, key=lambda box: (_distance(box, glyph), _area(box)))
        inside[last].append(glyph)
    cells = [
        TableCell(
            _number(tops, box[1]), _number(lefts, box[0]), box[0], box[2],
            tuple(line for row in rows(printed) for line in lines(row, None)),
        )
        for box, printed in inside.items()
        if any(glyph.text.strip() for glyph in printed)
    ]  # fmt: skip
    cells.sort(key=lambda cell: (cell.row, cell.column))
    bottom = max(box[3] for box in boxes)
    return Table(tops[0], bottom, len(tops), tuple(lefts), tuple(cells))


def _grouped(places: Iterable[float]) -> list[float]:
    """The places in order, those within the tolerance once."""
    grouped: list[float] = []
    for place in sorted(places):
        if not grouped or place - grouped[-1] > _TOLERANCE:
            grouped.append(place)
    return grouped


def _number(places: Sequence[float], place: float) -> int:
    return sum(one <= place for one in places)


def _holds(box: _Box, glyph: Glyph) -> bool:
    return box[0] - 1 <= glyph.left < box[2] and box[1] <= _middle(glyph) <= box[3]


def _distance(box: _Box, glyph: Glyph) -> float:
    across = max(box[0] - glyph.left, glyph.left - box[2], 0.0)
    down = max(box[1] - _middle(glyph), _middle(glyph) - box[3], 0.0)
    return across + down


def _area(box: _Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
