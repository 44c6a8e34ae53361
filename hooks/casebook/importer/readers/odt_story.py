"""OpenDocument story: the paragraphs, lists and tables of the body, or of a running head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from casebook.importer.document import Block, Cell, Note, Role, Unseen
from casebook.importer.readers.odt_contents import Contents, is_textless, texts
from casebook.importer.readers.odt_lists import Lists, Position
from casebook.importer.readers.odt_paragraph import Changes, Inline
from casebook.importer.readers.odt_styles import Styles
from casebook.importer.readers.package import attribute, child, children, local
from casebook.importer.readers.source import Refusal, UnreadableError


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands."""

    name: str = ""
    """Of the note, box or running head; empty in the body."""
    role: Role = Role.PARAGRAPH
    """The role of all paragraphs there."""
    cell: Cell | None = None
    position: Position | None = None
    """In a list."""


class Story:
    """Reads the elements of a part in their order."""

    def __init__(self, contents: Contents, styles: Styles, changes: Changes) -> None:
        self._contents = contents
        self._styles = styles
        self._inline = Inline(contents, styles, changes)
        self._changes = changes
        self._lists = Lists(styles)
        self._paragraphs: dict[str, int] = {}

    def read(self, elements: Iterable[Element], place: Place) -> None:
        """Reads paragraphs, lists, tables, and what holds them."""
        for one in elements:
            name = local(one)
            if name in ("p", "h"):
                self._paragraph(one, place)
            elif name == "list":
                self._list(one, place)
            elif name == "numbered-paragraph":
                inside = replace(place, position=self._lists.enter_paragraph(one))
                self._item(one, inside, attribute(one, "start-value"))
            elif name == "table":
                self._table(one, place)
            elif name in ("change-start", "change-end", "change"):
                self._contents.notes[Note.REVISIONS] = None
                self._changes.pass_mark(one)
            elif name == "annotation":
                self._contents.leave_out(Unseen.COMMENT, one)
            elif name == "section" and _is_hidden(one):
                self._contents.leave_out(Unseen.HIDDEN, one)
            elif ":drawing:" in one.tag and name != "a":
                self._drawn(one, place)
            elif not is_textless(one):
                self.read(one, place)

    def _list(self, element: Element, place: Place) -> None:
        position = self._lists.enter(element, place.position)
        for item in children(element, "list-item", "list-header"):
            own = attribute(item, "style-override")
            inside = replace(place, position=replace(position, style=own) if own else position)
            if local(item) == "list-item":
                self._item(item, inside, attribute(item, "start-value"))
            else:
                self.read(item, inside)

    def _item(self, item: Element, place: Place, start: str) -> None:
        """Reads an item, whose number stands before its first paragraph."""
        number = child(item, "number")
        is_first = True
        for one in item:
            if local(one) not in ("p", "h"):
                if local(one) == "list":
                    is_first = False
                self.read([one], place)
                continue
            label = self._label(one, place, start) if is_first else ""
            if is_first and number is not None and number.text:
                label = number.text
            is_first = False
            self._paragraph(one, place, label)

    def _label(self, paragraph: Element, place: Place, start: str) -> str:
        if place.position is None or self._is_without_number(paragraph):
            return ""
        return self._lists.label(place.position, start)

    def _is_without_number(self, paragraph: Element) -> bool:
        return self._styles.list_style(attribute(paragraph, "style-name")) == ""

    def _paragraph(self, element: Element, place: Place, label: str = "") -> None:
        if _hides_its_paragraph(element):
            self._contents.leave_out(Unseen.HIDDEN, element)
            return
        if (
            local(element) == "h"
            and place.position is None
            and not self._is_without_number(element)
        ):
            label = self._lists.heading_label(element)
        read = self._inline.read(element)
        for one in read.before:
            self._drawn(one, place)
        if read.runs.has_text:
            at = self._at(place)
            role = self._role(element, place, label)
            self._emit(read.runs.blocks(at, role, label, place.cell))
        for one in read.after:
            self._drawn(one, place)
        for body in read.notes:
            self._contents.counts["脚注"] += 1
            self.read(body, Place(f"脚注{self._contents.counts['脚注']}", Role.FOOTNOTE))

    def _emit(self, blocks: list[Block]) -> None:
        self._contents.blocks += blocks
        if len(self._contents.blocks) > self._contents.limits.blocks:
            raise UnreadableError(Refusal.TOO_LONG)

    def _at(self, place: Place) -> str:
        if cell := place.cell:
            return f"{place.name}表{cell.table}第{cell.row}行第{cell.column}列"
        count = self._paragraphs[place.name] = self._paragraphs.get(place.name, 0) + 1
        return f"{place.name}第{count}段"

    def _role(self, element: Element, place: Place, label: str) -> Role:
        if place.role is not Role.PARAGRAPH or place.cell:
            return place.role if place.role is not Role.PARAGRAPH else Role.CELL
        role = self._styles.role(attribute(element, "style-name"))
        if local(element) == "h" and role is Role.PARAGRAPH:
            return Role.HEADING
        return Role.LIST_ITEM if label and role is Role.PARAGRAPH else role

    def _table(self, table: Element, place: Place) -> None:
        if not self._styles.is_shown_table(attribute(table, "style-name")):
            self._contents.leave_out(Unseen.HIDDEN, table)
            return
        self._contents.counts["表"] += 1
        number, limits, row = self._contents.counts["表"], self._contents.limits, 1
        for one in _rows(table):
            times = _times(one, "number-rows-repeated")
            if attribute(one, "visibility") in ("collapse", "filter"):
                self._contents.leave_out(Unseen.HIDDEN, one)
            else:
                for place_of_row in range(row, row + _shown(one, times, limits.rows)):
                    self._row(one, place, Cell(number, place_of_row, 1))
            row += times

    def _row(self, row: Element, place: Place, cell: Cell) -> None:
        limits, column = self._contents.limits, 1
        for one in children(row, "table-cell", "covered-table-cell"):
            times = _times(one, "number-columns-repeated")
            if local(one) == "covered-table-cell":
                self._contents.leave_out(Unseen.HIDDEN, one)
            else:
                shown = _shown(one, times, limits.columns)
                self._contents.cells_left -= shown
                if self._contents.cells_left < 0:
                    raise UnreadableError(Refusal.TOO_LONG)
                for place_of_cell in range(column, column + shown):
                    at = replace(cell, column=place_of_cell)
                    self.read(one, replace(place, position=None, cell=at))
            column += times

    def _drawn(self, element: Element, place: Place) -> None:
        """Reads a frame, a shape or a group of them."""
        if attribute(element, "display") == "none":
            self._contents.leave_out(Unseen.HIDDEN, element)
        elif local(element) == "frame":
            self._frame(element, place)
        elif local(element) == "g":
            for one in element:
                if not is_textless(one):
                    self._drawn(one, place)
        else:
            self._box(element, place)

    def _frame(self, frame: Element, place: Place) -> None:
        """Reads a frame, which holds several forms of one thing, the best of them first."""
        best = next((one for one in frame if local(one) in _FRAMED), None)
        if best is None:
            return
        if local(best) == "image":
            self._contents.add_picture(best, self._place_of(place))
        elif local(best) in ("object", "object-ole"):
            self._contents.add_object(best)
        self._box(best, place)

    def _box(self, element: Element, place: Place) -> None:
        """Reads the text of a box or a shape, if it has any."""
        if any(local(one) in ("p", "h", "list", "table", "section") for one in element):
            self._contents.counts["文本框"] += 1
            name = f"{place.name}文本框{self._contents.counts['文本框']}"
            self.read(element, Place(name, place.role))

    def _place_of(self, place: Place) -> str:
        """The place of the paragraph that is being read."""
        return f"{place.name}第{self._paragraphs.get(place.name, 0) + 1}段"


_FRAMED = ("text-box", "image", "object", "object-ole", "table")


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table and of the groups of rows in it, but not of tables in its cells."""
    waiting = [table]
    while waiting:
        one = waiting.pop()
        if local(one) == "table-row":
            yield one
        elif one is table or local(one) in ("table-header-rows", "table-rows", "table-row-group"):
            waiting.extend(reversed(one))


def _times(element: Element, word: str) -> int:
    stated = attribute(element, word)
    return int(stated) if re.fullmatch("[1-9][0-9]{0,6}", stated) else 1


def _shown(element: Element, times: int, most: int) -> int:
    """How often a row or a cell prints its text; raises UnreadableError beyond the limit."""
    if times == 1 or not "".join(texts(element)).strip():
        return 1
    if times > most:
        raise UnreadableError(Refusal.TOO_LONG)
    return times


def _is_hidden(section: Element) -> bool:
    display = attribute(section, "display")
    return display == "none" or (
        display == "condition" and attribute(section, "is-hidden") == "true"
    )


def _hides_its_paragraph(paragraph: Element) -> bool:
    return any(
        local(one) == "hidden-paragraph" and attribute(one, "is-hidden") == "true"
        for one in paragraph.iter()
    )
