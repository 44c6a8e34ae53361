"""Setting of pages: the edges of columns, the distance of lines, and how paragraphs begin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from casebook.importer.readers.page_lines import Line


class Column(Enum):
    """Which column of its page a region is."""

    WHOLE = "whole"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that follow each other in a column of a page, between tables."""

    page: int
    column: Column
    width: float
    """Of the page; columns of pages of one width have the same edges."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Edges:
    """Between which a column is set."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How the pages of a file are set."""

    edges: dict[tuple[Column, int], Edges]
    body_size: float
    """The size of most characters."""
    is_indented: bool
    """Whether the first line of a paragraph is indented by two characters."""

    @classmethod
    def of(cls, regions: Sequence[Region]) -> Setting:
        """The setting that the lines of all regions show."""
        columns: dict[tuple[Column, int], list[Line]] = defaultdict(list)
        for region in regions:
            columns[_column(region)] += region.lines
        edges = {column: _edges(found, *column) for column, found in columns.items()}
        sizes: Counter[float] = Counter()
        for region in regions:
            for line in region.lines:
                sizes[round(line.size * 2) / 2] += len(line.text)
        body = max(sizes, key=lambda size: sizes[size], default=0.0)
        return cls(edges, body, _is_indented(regions, edges))

    def edges_of(self, region: Region) -> Edges:
        """The edges of the column of a region."""
        return self.edges[_column(region)]


def pitch(region: Region) -> float:
    """The smallest distance of baselines that recurs in a region; 0 if there is none."""
    distances = [
        round(below.baseline - line.baseline)
        for line, below in pairwise(region.lines)
        if 0.3 * below.size < below.baseline - line.baseline < 4 * below.size
    ]
    if not distances:
        return 0.0
    counts = Counter(distances)
    often = [one for one, count in counts.items() if count >= max(2, len(distances) // 4)]
    return float(min(often, default=counts.most_common(1)[0][0]))


def indent(line: Line, edges: Edges) -> float:
    """How far a line begins from the left edge, in characters."""
    return (line.left - edges.left) / line.size


FLUSH = 0.6
"""Below which indentation a line begins at the edge, in characters."""


def is_first_indent(characters: float) -> bool:
    """Whether an indentation is that of the first line of a Chinese paragraph."""
    return 1.4 < characters < 2.6


def _column(region: Region) -> tuple[Column, int]:
    return region.column, round(region.width)


def _edges(found: Sequence[Line], column: Column, width: int) -> Edges:
    widest = max(line.right - line.left for line in found)
    long = [line for line in found if line.right - line.left > 0.6 * widest]
    rights = Counter(round(line.right) for line in long)
    right = max(rights, key=lambda one: (sum(rights[one + step] for step in range(-2, 3)), one))
    size = Counter(round(line.size) for line in found).most_common(1)[0][0]
    lefts = Counter(round(line.left) for line in found if abs(line.size - size) <= 1)
    enough = max(2, 0.12 * sum(lefts.values()))
    often = [one for one in lefts if lefts[one - 1] + lefts[one] + lefts[one + 1] >= enough]
    # Of the places of one edge the first that is really used; a line may hang out of it.
    left = min(often, default=min(lefts))
    shared = sum(rights[right + step] for step in range(-2, 3))
    if column is Column.WHOLE and shared < _ENOUGH_SHARED and right < width - left - 3 * size:
        right = width - left  # no line is full: the margins are alike
    return Edges(float(left), float(right))


_ENOUGH_SHARED = 3
"""Lines that end at one place if that is the edge of a column."""


def _is_indented(regions: Sequence[Region], edges: dict[tuple[Column, int], Edges]) -> bool:
    begun = kept = 0
    for line, below, column in _full_pairs(regions, edges):
        if is_first_indent(indent(line, column)):
            if indent(below, column) <= FLUSH:
                begun += 1
            elif abs(line.left - below.left) <= 0.4 * line.size:
                kept += 1
    return begun >= 2 or begun > kept


def _full_pairs(
    regions: Sequence[Region], edges: dict[tuple[Column, int], Edges]
) -> Iterator[tuple[Line, Line, Edges]]:
    """Lines that reach the right edge with those below, and the edges of their column."""
    for region in regions:
        column = edges[_column(region)]
        for line, below in pairwise(region.lines):
            if line.right >= column.right - 1.7 * line.size and below.baseline > line.baseline:
                yield line, below, column
