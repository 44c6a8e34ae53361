"""Workbook: the document of an `.xlsx` file, of Excel or WPS; a cell is a block.

Read by a walker of its own: openpyxl finds no sheet in a Strict workbook, tells no formula
without a value from an empty cell, and prints no number as its format says.
"""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree.ElementTree import Element

from casebook.importer.document import Block, Cell, Document, Note, Role, Unseen, tidy
from casebook.importer.readers.package import Package, attribute, child, children
from casebook.importer.readers.runs import Runs, Tally
from casebook.importer.readers.source import Refusal, Source, UnreadableError
from casebook.importer.readers.xlsx_drawings import Box, Drawings
from casebook.importer.readers.xlsx_furniture import furniture_of
from casebook.importer.readers.xlsx_sheet import Sheet, SheetCell
from casebook.importer.readers.xlsx_styles import Looks, joined, runs_of
from casebook.importer.readers.xlsx_values import Values


def read(source: Source) -> Document:
    """The document of a workbook; raises UnreadableError."""
    return _Workbook(source).document()


class _Workbook:
    def __init__(self, source: Source) -> None:
        self._limits = source.limits
        self._package = package = Package(source.data, source.limits)
        self._main = _main_part(package)
        self._root = package.xml(self._main)
        self._related = package.relationships(self._main)
        self._looks = Looks(self._part("styles"))
        since_1904 = attribute(child(self._root, "workbookPr"), "date1904") in ("1", "true")
        self._values = Values(self._part("sharedStrings"), since_1904)
        self._tally = Tally(source.limits)
        self._notes: dict[Note, None] = {}
        self._drawings = Drawings(package, self._tally, self._notes)
        self._attachments: dict[str, None] = {}
        self._blocks: list[Block] = []
        self._furniture: set[tuple[Role, str]] = set()
        self._elements_left = source.limits.elements
        self._sheets = 0

    def document(self) -> Document:
        """The document of all sheets that are shown."""
        for sheet in children(child(self._root, "sheets"), "sheet"):
            found = self._related.get(attribute(sheet, "id"))
            is_shown = attribute(sheet, "state", "visible") == "visible"
            if found is None or not self._package.has(found.target):
                raise UnreadableError(Refusal.BROKEN)
            if found.kind == "worksheet":
                self._sheet(found.target, attribute(sheet, "name"), is_shown)
            elif found.kind == "chartsheet" and is_shown:
                self._notes[Note.FORMULAS] = None
        return Document(
            tuple(self._blocks),
            _hints(self._package),
            self._tally.unseen(),
            tuple(self._notes),
            tuple(self._drawings.pictures.values()),
            tuple(self._attachments),
        )

    def _part(self, kind: str) -> Element | None:
        targets = (one.target for one in self._related.values() if one.kind == kind)
        found = next((one for one in targets if self._package.has(one)), None)
        return None if found is None else self._package.xml(found)

    def _sheet(self, part: str, name: str, is_shown: bool) -> None:
        limits = replace(self._limits, elements=self._elements_left)
        sheet = Sheet(self._package.read(part), limits)
        self._elements_left -= sum(1 for _ in sheet.root.iter())
        self._sheets += is_shown
        at = f"表{self._sheets}"
        boxes = self._related_parts(part, at, is_shown)
        if is_shown:
            self._furnish(sheet, name, Role.HEADER)
        for cell in sheet.cells():
            while boxes and boxes[0].row <= cell.row:
                self._emit(boxes.pop(0).blocks)
            self._cell(cell, at, is_shown and cell.is_seen)
        for box in boxes:
            self._emit(box.blocks)
        if is_shown:
            self._furnish(sheet, name, Role.FOOTER)

    def _furnish(self, sheet: Sheet, name: str, role: Role) -> None:
        for block in furniture_of(sheet.root, name, role, self._tally):
            if (role, block.text) not in self._furniture:
                self._furniture.add((role, block.text))
                self._emit([block])

    def _cell(self, cell: SheetCell, sheet: str, is_seen: bool) -> None:
        look = self._looks.of(attribute(cell.element, "s"))
        value = self._values.of(cell.element, look)
        self._tally.leave_out(Unseen.HIDDEN, value.hidden)
        at = f"{sheet}第{cell.row}行第{cell.column}列"
        if is_seen and value.is_without_result:
            self._notes[Note.FORMULAS] = None
        if is_seen and value.picture:
            self._drawings.keep_named(value.picture, at)
        runs = Runs()
        for run in value.runs:
            is_struck = look.is_struck if run.is_struck is None else run.is_struck
            if not is_seen or is_struck:
                self._tally.leave_out(Unseen.STRUCK if is_seen else Unseen.HIDDEN, run.text)
            else:
                self._tally.read(run.text)
                runs.add(run.text, look.is_bold if run.is_bold is None else run.is_bold)
        if not runs.has_text:
            return
        if cell.row > self._limits.rows or cell.column > self._limits.columns:
            raise UnreadableError(Refusal.TOO_LONG)
        place = Cell(self._sheets, cell.row, cell.column)
        self._emit(runs.blocks(at, Role.CELL, cell=place))

    def _emit(self, blocks: list[Block]) -> None:
        self._blocks += blocks
        if len(self._blocks) > self._limits.blocks:
            raise UnreadableError(Refusal.TOO_LONG)

    def _related_parts(self, part: str, sheet: str, is_shown: bool) -> list[Box]:
        """Reads what stands beside the cells: boxes, comments and attached files."""
        boxes: list[Box] = []
        for one in self._package.relationships(part).values():
            if one.is_external or not self._package.has(one.target):
                continue
            match one.kind:
                case "drawing":
                    boxes += self._drawings.boxes(one.target, sheet, not is_shown)
                case "comments":
                    self._leave_out_comments(self._package.xml(one.target))
                case "vmlDrawing" if is_shown:
                    if _CONTROLS.search(self._package.read(one.target)):
                        self._notes[Note.TEXT_BOXES] = None
                case "oleObject" | "package":
                    self._notes[Note.ATTACHMENTS] = None
                    self._attachments[one.target.rpartition("/")[2]] = None
        return sorted(boxes, key=lambda box: box.row)

    def _leave_out_comments(self, root: Element) -> None:
        for one in children(child(root, "commentList"), "comment"):
            self._tally.leave_out(Unseen.COMMENT, joined(runs_of(child(one, "text"))))


_CONTROLS = re.compile(rb"""ObjectType=["'](?!Note|Pict|Spin|Scroll|Movie)""")
"""Buttons and other things with words, which only the oldest form of drawings has."""


def _main_part(package: Package) -> str:
    targets = (one.target for one in package.relationships("").values() if one.kind == _MAIN)
    return next((one for one in targets if package.has(one)), "xl/workbook.xml")


_MAIN = "officeDocument"


def _hints(package: Package) -> dict[str, str]:
    for one in package.relationships("").values():
        if one.kind == "core-properties" and package.has(one.target):
            title = child(package.xml(one.target), "title")
            if title is not None and (text := tidy(title.text or "")):
                return {"title": text}
    return {}
