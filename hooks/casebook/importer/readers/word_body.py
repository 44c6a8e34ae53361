"""Body of a Word part: its paragraphs, tables and boxes, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from casebook.importer.document import Block, Cell, Document, Note, Role, Unseen, tidy
from casebook.importer.readers.package import Package, Relationship, attribute, child, local
from casebook.importer.readers.source import Refusal, Source, UnreadableError
from casebook.importer.readers.word_account import Account, alternative
from casebook.importer.readers.word_fields import Fields, endless
from casebook.importer.readers.word_numbering import Label, Numbering
from casebook.importer.readers.word_styles import Styles, is_on, whole_number
from casebook.importer.readers.word_text import Box, ParagraphText, TextReader


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a Word file with what its reading needs."""

    root: Element
    package: Package
    source: Source
    relationships: Mapping[str, Relationship]
    styles: Styles
    numbering: Numbering
    are_marks_stated: bool
    """Whether deleted paragraph marks are stated; else all deleted text takes its mark along."""


@dataclass(slots=True)
class _Place:
    """Where the reading is."""

    prefix: str = ""
    """文本框1, 脚注2, 页眉; empty in the body."""
    role: Role | None = None
    """The role of all blocks there; None where each has its own."""
    cell: Cell | None = None
    paragraphs: int = 0
    held: ParagraphText | None = None
    """A paragraph whose mark is not seen: the next one goes on with it."""
    held_label: Label | None = None


class Body:
    """Reads the stories of one part into an account."""

    def __init__(self, part: Part, account: Account) -> None:
        self._part = part
        self._account = account
        self._text = TextReader(account, part.styles, part.relationships, self._diagram)
        self._endless = endless(part.root)
        self._fields = Fields(self._endless)
        self._place = _Place()
        self._files_within: dict[str, Document] = {}

    def read(self, story: Element, prefix: str = "", role: Role | None = None) -> None:
        """Reads a story: the body, a footnote, the head of a page."""
        around = self._place, self._fields
        self._place, self._fields = _Place(prefix, role), Fields(self._endless)
        self._blocks(story)
        self._release()
        self._place, self._fields = around

    def _blocks(self, element: Element) -> None:
        for one in element:
            name = local(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl":
                self._table(one)
            elif name == "altChunk":
                self._file_within(one)
            elif name == "AlternateContent":
                self._blocks(_shown(one))
            elif name in ("del", "moveFrom"):
                self._leave_out(one, Unseen.DELETED)
            elif name in ("oMathPara", "oMath", "r", "hyperlink", "fldSimple", "t"):
                self._paragraph(_holding(one))
            elif not name.endswith("Pr"):
                self._blocks(one)

    def _paragraph(self, paragraph: Element) -> None:
        place, styles = self._place, self._part.styles
        properties = child(paragraph, "pPr")
        style = styles.of_paragraph(properties)
        mark = child(properties, "rPr")
        hidden_by = styles.look(mark, style).unseen
        text = self._text.read(paragraph, style, self._at(), self._fields, place.held)
        boxes, text.boxes = text.boxes, []
        self._boxes(one for one in boxes if not one.is_after)
        if _has(mark, "ins", "moveTo", "del", "moveFrom"):
            self._account.note(Note.REVISIONS)
        if _has(mark, "del", "moveFrom") or self._is_deleted(paragraph):
            place.held = text
        elif hidden_by is Unseen.HIDDEN or _is_drop_cap(properties):
            if text.runs.has_text and place.held_label is None:
                place.held_label = self._part.numbering.label(properties, style)
            place.held = text
        else:
            label = self._part.numbering.label(properties, style)
            if hidden_by and label:
                self._account.leave_out(hidden_by, label.text)
                label = Label("")
            self._print(text, place.held_label or label, styles.role(style, properties))
        self._boxes(one for one in boxes if one.is_after)

    def _is_deleted(self, paragraph: Element) -> bool:
        """Whether a paragraph of a file that does not state it is deleted with its mark."""
        content = {local(one) for one in paragraph} - {"pPr", "bookmarkStart", "bookmarkEnd"}
        return not self._part.are_marks_stated and content == {"del"}

    def _print(self, text: ParagraphText, label: Label | None, role: Role) -> None:
        place = self._place
        place.held, place.held_label = None, None
        own_role = Role.LIST_ITEM if label and role is Role.PARAGRAPH else role
        role = place.role or (Role.CELL if place.cell else own_role)
        printed = _spaced(label, text.start)
        blocks = text.runs.blocks(self._at(), role, printed, place.cell)
        if not blocks and printed and not text.is_touched:
            number = tidy(printed)
            blocks = [Block(number, self._at(), role, len(number), False, place.cell)]
        if own_role in (Role.TITLE, Role.HEADING):
            blocks = [replace(one, is_bold=True) for one in blocks]
        self._account.blocks += [_captioned(one) for one in blocks]
        if len(self._account.blocks) > self._part.source.limits.blocks:
            raise UnreadableError(Refusal.TOO_LONG)
        if blocks and not place.cell:
            place.paragraphs += 1

    def _release(self) -> None:
        """Prints a paragraph that nothing follows to go on with it."""
        if self._place.held:
            self._print(self._place.held, self._place.held_label, Role.PARAGRAPH)

    def _at(self) -> str:
        place = self._place
        if place.cell:
            cell = place.cell
            return f"{place.prefix}表{cell.table}第{cell.row}行第{cell.column}列"
        return f"{place.prefix}第{place.paragraphs + 1}段"

    def _boxes(self, boxes: Iterable[Box]) -> None:
        for one in boxes:
            if one.unseen:
                self._leave_out(one.content, one.unseen)
                continue
            content = one.content
            if local(content) == "textpath":
                content = _holding(Element("t"))
                content[0].text = attribute(one.content, "string")
                content = _holding(content)
            self._account.boxes += 1
            prefix = self._place.prefix or f"文本框{self._account.boxes}"
            self.read(content, prefix, self._place.role)

    def _table(self, table: Element) -> None:
        self._release()
        self._account.tables += 1
        number, around = self._account.tables, self._place.cell
        seen, merged = 0, frozenset[int]()
        for row in _inside(table, "tr"):
            properties = child(row, "trPr")
            if _has(properties, "ins"):
                self._account.note(Note.REVISIONS)
            if _has(properties, "del"):
                self._leave_out(row, Unseen.DELETED)
            elif is_on(child(properties, "hidden")):
                self._leave_out(row, Unseen.HIDDEN)
            else:
                seen += 1
                merged = self._row(row, number, seen, merged)
        self._place.cell = around

    def _row(self, row: Element, table: int, number: int, merged: frozenset[int]) -> frozenset[int]:
        """Reads a row; the columns that are merged downwards from it."""
        before = attribute(child(row, "trPr", "gridBefore"), "val")
        column, going_on = 1 + max(whole_number(before, 0), 0), set()
        for cell in _inside(row, "tc"):
            properties = child(cell, "tcPr")
            downwards = child(properties, "vMerge")
            if downwards is not None:
                going_on.add(column)
            if _has(properties, "cellIns", "cellDel", "cellMerge"):
                self._account.note(Note.REVISIONS)
            if _has(properties, "cellDel"):
                self._leave_out(cell, Unseen.DELETED)
            elif (_continues(downwards) and column in merged) or _continues(
                child(properties, "hMerge")
            ):
                self._leave_out(cell, Unseen.HIDDEN)
            else:
                self._place.cell = Cell(table, number, column)
                self._blocks(cell)
                self._release()
            span = attribute(child(properties, "gridSpan"), "val")
            column += max(whole_number(span, 1), 1)
        return frozenset(going_on)

    def _leave_out(self, element: Element, reason: Unseen) -> None:
        if reason is Unseen.DELETED:
            self._account.note(Note.REVISIONS)
        self._account.leave_out_all(reason, element)

    def _file_within(self, element: Element) -> None:
        """Reads a file that Word shows as a part of the text, as it is pasted by some programs."""
        self._release()
        one = self._part.relationships.get(attribute(element, "id"))
        if one is None:
            return
        if one.is_external:
            self._account.attach(one.target)
            return
        if one.target not in self._files_within:
            self._files_within[one.target] = self._read_file(one.target)
        self._account.add_document(self._files_within[one.target], self._place.role)

    def _read_file(self, name: str) -> Document:
        try:
            return self._part.source.read_part(self._part.package.read(name))
        except UnreadableError as error:
            if error.refusal is Refusal.EMPTY:
                return Document(())
            raise

    def _diagram(self, part: str) -> Element | None:
        """The texts of a diagram, in the order in which they were entered."""
        if not self._part.package.has(part):
            return None
        content = Element("diagram")
        for point in self._part.package.xml(part).iter():
            if local(point) == "pt" and attribute(point, "type", "node") in ("node", "asst"):
                content.extend(paragraph for text in point for paragraph in text)
        return content


def _has(properties: Element | None, *names: str) -> bool:
    return any(child(properties, name) is not None for name in names)


def _is_drop_cap(properties: Element | None) -> bool:
    return attribute(child(properties, "framePr"), "dropCap") in ("drop", "margin")


def _continues(merge: Element | None) -> bool:
    return merge is not None and attribute(merge, "val", "continue") != "restart"


def _shown(element: Element) -> Element:
    chosen = alternative(element)
    return Element("none") if chosen is None else chosen


def _holding(element: Element) -> Element:
    """A paragraph with an element that stands outside of any."""
    paragraph = Element("p")
    paragraph.append(element)
    return paragraph


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also within content controls."""
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(one, name)


def _spaced(label: Label | None, start: str) -> str:
    """A number as printed; behind a tab only where it would run into the text: 1. 2025年."""
    if label is None or not label.text:
        return ""
    runs_into = bool(re.match(r"[0-9A-Za-z]", start)) and label.text.isascii()
    is_apart = label.suffix == "space" or (label.suffix == "tab" and runs_into)
    return label.text + (" " if is_apart else "")


def _captioned(block: Block) -> Block:
    """Word's style of captions also stands at numbered titles, as 案例1, which are none."""
    if block.role is Role.CAPTION and not _CAPTION.match(block.text):
        return replace(block, role=Role.PARAGRAPH)
    return block


_CAPTION = re.compile(r"[图表]|照片|附[图表]|fig|tab", re.IGNORECASE)
