"""Workbook drawings: the text boxes, pictures, charts and attached files of a sheet."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from casebook.importer.document import Block, Note, Picture, Unseen
from casebook.importer.readers.package import (
    Package,
    Relationship,
    attribute,
    child,
    children,
    local,
)
from casebook.importer.readers.runs import Runs, Tally
from casebook.importer.readers.source import Refusal, UnreadableError
from casebook.importer.readers.word_account import alternative
from casebook.importer.readers.xlsx_styles import whole_number


@dataclass(slots=True)
class Box:
    """The text of a box, and the row of the sheet where it begins."""

    row: int
    blocks: list[Block]


@dataclass(slots=True)
class Drawings:
    """The drawings of a workbook, sheet by sheet."""

    package: Package
    tally: Tally
    notes: dict[Note, None]
    pictures: dict[str, Picture] = field(default_factory=dict)
    _in_cells: dict[str, str] | None = None

    def boxes(self, part: str, sheet: str, is_hidden: bool) -> list[Box]:
        """The text boxes of a drawing by their rows; its pictures are kept."""
        related = self.package.relationships(part)
        boxes: list[Box] = []
        for anchor in self.package.xml(part):
            row = child(anchor, "from", "row")
            number = 0 if row is None else whole_number((row.text or "").strip()) + 1
            reader = _Anchor(self, related, f"{sheet}文本框", len(boxes) + 1, is_hidden)
            reader.read(anchor, is_hidden)
            if reader.blocks:
                boxes.append(Box(number, reader.blocks))
        return sorted(boxes, key=lambda box: box.row)

    def keep_named(self, name: str, at: str) -> None:
        """Keeps a picture in a cell, which WPS names in a part of its own."""
        if self._in_cells is None:
            self._in_cells = self._read_in_cells()
        if name in self._in_cells:
            self.keep(self._in_cells[name], at)

    def keep(self, target: str, at: str) -> None:
        """Keeps a picture once."""
        name = posixpath.basename(target)
        if target not in self.pictures and name:
            self.pictures[target] = Picture(name, self._bytes(target), at)

    def _read_in_cells(self) -> dict[str, str]:
        """The pictures in cells by their identifiers."""
        if not self.package.has(_IN_CELLS):
            return {}
        related = self.package.relationships(_IN_CELLS)
        found = {}
        for picture in children(self.package.xml(_IN_CELLS), "cellImage"):
            parts = list(picture.iter())
            name = next((attribute(one, "name") for one in parts if local(one) == "cNvPr"), "")
            target = next((attribute(one, "embed") for one in parts if local(one) == "blip"), "")
            if target in related:
                found[name] = related[target].target
        return found

    def _bytes(self, target: str) -> bytes | None:
        if not self.package.has(target):
            return None
        try:
            return self.package.read(target)
        except UnreadableError as error:
            if error.refusal is not Refusal.TOO_LARGE:
                raise
            return None


_IN_CELLS = "xl/cellimages.xml"


@dataclass(slots=True)
class _Anchor:
    """Reads what stands at one place of a sheet."""

    drawings: Drawings
    related: Mapping[str, Relationship]
    name: str
    number: int
    is_hidden: bool
    blocks: list[Block] = field(default_factory=list)

    def read(self, elements: Iterable[Element], is_hidden: bool) -> None:
        """Reads a shape, a group of them, or what stands around."""
        for one in elements:
            name = local(one)
            if name == "AlternateContent":
                chosen = alternative(one)
                self.read(chosen if chosen is not None else (), is_hidden)
            elif name in ("sp", "cxnSp", "grpSp", "pic", "graphicFrame"):
                hidden = is_hidden or _is_hidden(one)
                if name == "pic" and not hidden:
                    self._picture(one)
                elif name == "graphicFrame":
                    self._graphic(one, hidden)
                self.read(one, hidden)
            elif name == "txBody":
                self._text(one, is_hidden)

    def _text(self, body: Element, is_hidden: bool) -> None:
        for paragraph in children(body, "p"):
            runs = Runs()
            for text, properties in _pieces(paragraph):
                reason = _unseen(properties, is_hidden)
                if reason:
                    self.drawings.tally.leave_out(reason, text)
                else:
                    self.drawings.tally.read(text)
                    runs.add(text, attribute(properties, "b") in ("1", "true"))
            self.blocks += runs.blocks(f"{self.name}{self.number}")

    def _picture(self, element: Element) -> None:
        for blip in element.iter():
            reference = attribute(blip, "embed") if local(blip) == "blip" else ""
            if found := self.related.get(reference):
                self.drawings.keep(found.target, self.name.removesuffix("文本框"))

    def _graphic(self, frame: Element, is_hidden: bool) -> None:
        """Reads the words of a diagram; a chart is only noted."""
        for one in frame.iter():
            if local(one) == "chart" and not is_hidden:
                self.drawings.notes[Note.FORMULAS] = None
            found = self.related.get(attribute(one, "dm")) if local(one) == "relIds" else None
            if found and self.drawings.package.has(found.target):
                for body in self.drawings.package.xml(found.target).iter():
                    if local(body) == "t" and "diagram" in body.tag:
                        self._text(body, is_hidden)


def _pieces(paragraph: Element) -> Iterator[tuple[str, Element | None]]:
    for one in children(paragraph, "r", "fld", "br"):
        if local(one) == "br":
            yield "\n", None
            continue
        text = child(one, "t")
        yield (text.text or "" if text is not None else ""), child(one, "rPr")


def _unseen(properties: Element | None, is_hidden: bool) -> Unseen | None:
    if is_hidden:
        return Unseen.HIDDEN
    return Unseen.STRUCK if attribute(properties, "strike", "noStrike") != "noStrike" else None


def _is_hidden(shape: Element) -> bool:
    return any(
        local(one) == "cNvPr" and attribute(one, "hidden") in ("1", "true")
        for group in shape
        for one in group
    )
