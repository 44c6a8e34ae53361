"""OpenDocument contents: what was read of a text document so far."""

from __future__ import annotations

import base64
import binascii
import posixpath
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from casebook.importer.document import Block, Document, Note, Picture, Unseen
from casebook.importer.readers.package import Package, attribute, child, children, local
from casebook.importer.readers.runs import Tally
from casebook.importer.readers.source import Limits, Refusal, UnreadableError


class Contents:
    """The texts, pictures and attachments of a file."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self.package = package
        self.limits = limits
        self.blocks: list[Block] = []
        self.tally = Tally(limits)
        self.notes: dict[Note, None] = {}
        self.cells_left = limits.blocks
        """Cells of tables to read, for a row may state that it is repeated."""
        self.counts: Counter[str] = Counter()
        """Of tables, notes, boxes and pictures without a name."""
        self._pictures: dict[str, Picture] = {}
        self._attachments: dict[str, None] = {}

    def leave_out(self, reason: Unseen, element: Element) -> None:
        """Counts the text of an element that is not read."""
        for text in texts(element):
            self.tally.leave_out(reason, text)

    def add_picture(self, image: Element, at: str) -> None:
        """Keeps a picture once."""
        reference = attribute(image, "href")
        inline = child(image, "binary-data")
        name = posixpath.basename(reference.rstrip("/"))
        if not name or inline is not None:
            self.counts["图"] += 1
            name = f"图{self.counts['图']}.png"
        data = self._decoded(inline.text or "") if inline is not None else self._read(reference)
        self._pictures.setdefault(reference or name, Picture(name, data, at))

    def add_object(self, element: Element) -> None:
        """Notes an embedded object: a formula, a chart or an attached file."""
        reference = posixpath.normpath(attribute(element, "href") or ".")
        inline = next(iter(element), None)
        kind = self._kind(f"{reference}/content.xml") if inline is None else local(inline)
        if kind in ("math", "chart"):
            self.notes[Note.FORMULAS] = None
            return
        self.notes[Note.ATTACHMENTS] = None
        self._attachments[posixpath.basename(reference.rstrip("/")) or "附件"] = None

    def document(self, title: str) -> Document:
        """The document of all that was read."""
        return Document(
            tuple(self.blocks),
            {"title": title} if title else {},
            self.tally.unseen(),
            tuple(self.notes),
            tuple(self._pictures.values()),
            tuple(self._attachments),
        )

    def _kind(self, part: str) -> str:
        """The local name of what an embedded document consists of."""
        if not self.package.has(part):
            return ""
        root = self.package.xml(part)
        body = child(root, "body")
        inner = next(children(body), None)
        return local(inner) if inner is not None else local(root)

    def _read(self, reference: str) -> bytes | None:
        part = posixpath.normpath(reference)
        if not self.package.has(part):
            return None
        try:
            return self.package.read(part)
        except UnreadableError as error:
            if error.refusal is not Refusal.TOO_LARGE:
                raise
            return None

    def _decoded(self, text: str) -> bytes | None:
        if len(text) > 2 * self.limits.part_bytes:
            return None
        try:
            return base64.b64decode(text)
        except (binascii.Error, ValueError):
            return None


def texts(element: Element) -> Iterator[str]:
    """The pieces of text of an element that could be seen if it were shown, in their order."""
    waiting: list[Element | str] = [element]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
            continue
        if not is_textless(one):
            for inner in reversed(one):
                waiting += [inner.tail or "", inner]
            waiting.append(one.text or "")


def is_textless(element: Element) -> bool:
    """Whether the text of an element is never printed in its place.

    `dc:date` is when a comment was written, `text:date` a field that prints a date.
    """
    space, _, name = str(element.tag).rpartition("}")
    if ":text:" in space:
        return name in _TEXTLESS_OF_TEXT or name.endswith("-source")
    return name in _TEXTLESS


_TEXTLESS_OF_TEXT = frozenset(
    (
        "note-citation", "number", "ruby-text", "script", "sequence-decls", "tracked-changes",
        "user-field-decls", "variable-decls",
    )
)  # fmt: skip
_TEXTLESS = frozenset(
    (
        "binary-data", "change-info", "creator", "creator-initials", "date", "desc",
        "event-listeners", "forms", "initials", "math", "sender-initials", "title",
    )
)  # fmt: skip
