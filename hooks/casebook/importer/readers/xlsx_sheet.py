"""Workbook sheets: the cells of a sheet that hold anything, and which of them are seen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from casebook.importer.readers.package import attribute, child, children, xml_of
from casebook.importer.readers.source import Limits, Refusal, UnreadableError
from casebook.importer.readers.xlsx_styles import whole_number


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that holds a value or a formula."""

    row: int
    column: int
    element: Element
    is_seen: bool
    """Whether its row and column are shown and no merged cell covers it."""


@dataclass(slots=True)
class Range:
    """A range of cells; all counts from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class _Hidden:
    """The rows or columns that are not shown."""

    ranges: list[tuple[int, int]] = field(default_factory=list)
    """First and last, sorted and apart."""

    def add(self, first: int, last: int) -> None:
        self.ranges.append((first, last))

    def end(self) -> None:
        """Sorts the ranges and puts those together that touch."""
        merged: list[tuple[int, int]] = []
        for first, last in sorted(self.ranges):
            if merged and first <= merged[-1][1] + 1:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        self.ranges = merged

    def covers(self, first: int, last: int) -> bool:
        """Whether all from the first to the last are hidden."""
        place = bisect_right(self.ranges, (first, 1 << 62)) - 1
        return place >= 0 and self.ranges[place][1] >= last


class Sheet:
    """A sheet; raises UnreadableError for one that is broken or has too much in it."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.root = xml_of(_without_empty(data), limits)
        self._limits = limits
        self._rows, self._columns = _Hidden(), _Hidden()
        self._found = sorted(self._cells(), key=lambda found: found[:2])
        for column in children(child(self.root, "cols"), "col"):
            first = whole_number(attribute(column, "min"), 1)
            if _is_hidden(column, "width"):
                self._columns.add(first, whole_number(attribute(column, "max"), first))
        self._rows.end()
        self._columns.end()
        self._anchors: dict[tuple[int, int], Range] = {}
        self._covered: set[tuple[int, int]] = set()
        self._merge()

    def cells(self) -> Iterator[SheetCell]:
        """The cells in the order of reading."""
        for row, column, element in self._found:
            anchored = self._anchors.get((row, column), Range(row, column, row, column))
            is_seen = (
                (row, column) not in self._covered
                and not self._rows.covers(anchored.top, anchored.bottom)
                and not self._columns.covers(anchored.left, anchored.right)
            )
            yield SheetCell(row, column, element, is_seen)

    def _cells(self) -> Iterator[tuple[int, int, Element]]:
        number = 0
        for row in children(child(self.root, "sheetData"), "row"):
            number = whole_number(attribute(row, "r"), number + 1)
            if _is_hidden(row, "ht"):
                self._rows.add(number, number)
            column = 0
            for cell in children(row, "c"):
                column = _place(attribute(cell, "r"))[1] or column + 1
                if len(cell):
                    yield number, column, cell

    def _merge(self) -> None:
        """Notes the merged cells, of which only the first holds what is seen."""
        last_row = max((row for row, _, _ in self._found), default=0)
        last_column = max((column for _, column, _ in self._found), default=0)
        left = self._limits.rows * self._limits.columns
        for one in children(child(self.root, "mergeCells"), "mergeCell"):
            area = range_of(attribute(one, "ref"))
            if area is None:
                continue
            self._anchors[area.top, area.left] = area
            rows = range(area.top, min(area.bottom, last_row) + 1)
            columns = range(area.left, min(area.right, last_column) + 1)
            left -= len(rows) * len(columns) + 1
            if left < 0:
                raise UnreadableError(Refusal.TOO_LONG)
            self._covered.update((row, column) for row in rows for column in columns)
            self._covered.discard((area.top, area.left))


def range_of(reference: str) -> Range | None:
    """The range of a reference as `A1:C2` or `B3`; None for anything else."""
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    if not (top and left and bottom and right):
        return None
    return Range(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _place(reference: str) -> tuple[int, int]:
    """The row and column of a reference as `$B3`; zeros for anything else."""
    found = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})", reference)
    if not found:
        return 0, 0
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def _is_hidden(element: Element, size: str) -> bool:
    """Whether a row or column is hidden, or has no height or width."""
    if attribute(element, "hidden") in ("1", "true"):
        return True
    return re.fullmatch(r"0+(?:\.0*)?", attribute(element, size)) is not None


def _without_empty(data: bytes) -> bytes:
    """The part without cells and rows that hold nothing, of which WPS writes up to a million."""
    data = re.sub(rb"<(?:\w{1,20}:)?c(?:\s[^<>]*)?/>", b"", data)
    return _EMPTY_ROW.sub(lambda row: row[0] if _MAY_BE_HIDDEN.search(row[0]) else b"", data)


_EMPTY_ROW = re.compile(rb"<(?:\w{1,20}:)?row(?:\s[^<>]*)?(?:/>|></(?:\w{1,20}:)?row>)")
_MAY_BE_HIDDEN = re.compile(rb"""hidden|ht=["']0""")
