"""Account of a Word file: what was read of it so far, and what was left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from casebook.importer.document import Block, Document, Note, Picture, Role, Unseen, characters
from casebook.importer.readers.package import attribute, child, children, local


class PictureReference(NamedTuple):
    """A picture that is shown; its bytes are read when all text is."""

    target: str
    is_external: bool
    at: str


@dataclass(slots=True)
class Account:
    """What the parts of one file are read into."""

    blocks: list[Block] = field(default_factory=list)
    unseen: Counter[Unseen] = field(default_factory=Counter)
    notes: dict[Note, None] = field(default_factory=dict)
    """In the order of finding."""
    pictures: dict[str, PictureReference] = field(default_factory=dict)
    read_pictures: list[Picture] = field(default_factory=list)
    """Of files within this one."""
    attachments: dict[str, None] = field(default_factory=dict)
    references: dict[tuple[str, str], Unseen | None] = field(default_factory=dict)
    """Footnotes and endnotes by kind and identifier, and why the reference is not seen."""
    tables: int = 0
    boxes: int = 0

    def leave_out(self, reason: Unseen, text: str) -> None:
        """Counts text that is not read."""
        if count := characters([text]):
            self.unseen[reason] += count

    def leave_out_all(self, reason: Unseen, element: Element) -> None:
        """Counts the text of an element that is not read."""
        for text in _texts(element):
            self.leave_out(reason, text)

    def note(self, note: Note) -> None:
        """Notes what an editor must know."""
        self.notes[note] = None

    def attach(self, target: str) -> None:
        """Notes an attached file by the last part of its name."""
        self.note(Note.ATTACHMENTS)
        self.attachments[target.replace("\\", "/").rstrip("/").rpartition("/")[2]] = None

    def add_document(self, document: Document, role: Role | None) -> None:
        """Adds what was read of a file within this one, in the role of the place if it has one."""
        for block in document.blocks:
            cell = block.cell
            if cell:
                cell = replace(cell, table=cell.table + self.tables)
            self.blocks.append(
                replace(block, at=f"插入的文件{block.at}", role=role or block.role, cell=cell)
            )
        self.tables += max((one.cell.table for one in document.blocks if one.cell), default=0)
        self.unseen.update(document.unseen)
        self.notes.update(dict.fromkeys(document.notes))
        self.read_pictures += document.pictures
        self.attachments.update(dict.fromkeys(document.attachments))

    def refer(self, kind: str, identifier: str, reason: Unseen | None) -> None:
        """Notes a reference to a footnote or endnote; one that is seen outweighs the others."""
        key = (kind, identifier)
        if self.references.get(key, reason) is not None or key not in self.references:
            self.references[key] = reason


def alternative(element: Element) -> Element | None:
    """The one of several forms of the same content that is shown (`mc:AlternateContent`)."""
    fallback = child(element, "Fallback")
    for choice in children(element, "Choice"):
        required = attribute(choice, "Requires").split()
        if fallback is None or all(_is_known(prefix) for prefix in required):
            return choice
    return fallback


def _is_known(prefix: str) -> bool:
    return bool(re.fullmatch(r"wp[sgci]|wp?1[0-9]\w*|[acp]1[0-9]|[cx]x?[0-9]*|[amvor]|dgm", prefix))


def _texts(element: Element) -> Iterator[str]:
    """The pieces of text below an element, without the second form of the same content."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if local(one) in ("t", "delText"):
            yield one.text or ""
        chosen = alternative(one) if local(one) == "AlternateContent" else one
        waiting.extend(chosen if chosen is not None else ())
