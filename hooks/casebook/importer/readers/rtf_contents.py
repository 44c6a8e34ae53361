"""RTF contents: what was read of a Rich Text file so far."""

from __future__ import annotations

import binascii
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PureWindowsPath

from casebook.importer.document import Document, Note, Picture, Role, Unseen, tidy
from casebook.importer.readers.rtf_characters import Font
from casebook.importer.readers.rtf_flow import Flow
from casebook.importer.readers.rtf_lists import Lists
from casebook.importer.readers.rtf_state import Sheet, State
from casebook.importer.readers.runs import Tally
from casebook.importer.readers.source import Limits


@dataclass(slots=True)
class PictureData:
    """The picture that is being read."""

    ending: str = "wmf"
    hexadecimal: list[bytes] = field(default_factory=list)
    binary: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class Embedded:
    """The embedded object that is being read."""

    kind: str = ""
    name: str = ""


class Contents:
    """The texts, pictures and attachments of a file."""

    def __init__(self, limits: Limits) -> None:
        self.fonts: dict[int, Font] = {}
        self.sheet = Sheet()
        self.lists = Lists()
        self.notes: dict[Note, None] = {}
        self.hints: dict[str, str] = {}
        self.tally = Tally(limits)
        self.counts: Counter[str] = Counter()
        """Of tables, notes, boxes and pictures."""
        self.picture = PictureData()
        self.embedded = Embedded()
        self.property = ""
        """The name of the property of a shape that is being read."""
        self.limits = limits
        self.body = self.flow("", Role.PARAGRAPH)
        self._pictures: list[Picture] = []
        self._attachments: dict[str, None] = {}
        self._furniture: set[tuple[Role, str]] = set()

    def flow(self, place: str, role: Role) -> Flow:
        """A new stream of paragraphs."""
        return Flow(place, role, self.counts, self.tally, self.limits)

    def put(self, state: State, text: str) -> None:
        """Puts text into the flow of a state, or counts it if it is not seen."""
        reason = state.unseen
        if reason is Unseen.DELETED or state.is_revised:
            self.notes[Note.REVISIONS] = None
        if reason:
            self.tally.leave_out(reason, text)
            return
        self.tally.read(text)
        state.flow.add(text, state.is_emphasized)
        if state.field and not text.isspace():
            state.field.has_result = True

    def end_unseen(self, state: State) -> None:
        """Joins a paragraph to the next one, for its mark is deleted or hidden."""
        if state.is_deleted:
            self.notes[Note.REVISIONS] = None
        state.flow.join()

    def end_furniture(self, state: State, flow: Flow) -> None:
        """Puts a running head or foot, whose text comes once however many sections have it."""
        new = [block for block in flow.blocks if (block.role, block.text) not in self._furniture]
        self._furniture.update((block.role, block.text) for block in new)
        state.flow.insert(new, is_after=False)

    def end_picture(self, state: State) -> None:
        """Keeps the picture that was read, unless it is not seen."""
        if state.unseen in (Unseen.DELETED, Unseen.HIDDEN):
            return
        self.counts["图"] += 1
        name = f"图{self.counts['图']}.{self.picture.ending}"
        self._pictures.append(Picture(name, self._picture_bytes(), state.flow.place))

    def end_embedded(self, state: State) -> None:
        """Notes the embedded object that was read: a formula, a chart or an attached file."""
        kind = self.embedded.kind.strip()
        if state.unseen in (Unseen.DELETED, Unseen.HIDDEN) or kind.startswith("Forms."):
            return
        if re.search("Equation|MathType|Chart|KSEE", kind, re.IGNORECASE):
            self.notes[Note.FORMULAS] = None
            return
        self.notes[Note.ATTACHMENTS] = None
        name = PureWindowsPath(tidy(self.embedded.name)).name
        self._attachments[name or kind or "附件"] = None

    def document(self) -> Document:
        """The document of all that was read."""
        self.body.end_paragraph(Role.PARAGRAPH, 0)
        return Document(
            tuple(self.body.blocks),
            self.hints,
            self.tally.unseen(),
            tuple(self.notes),
            tuple(self._pictures),
            tuple(self._attachments),
        )

    def _picture_bytes(self) -> bytes | None:
        """The bytes of the picture; None for one that is too large or has no sound digits."""
        data = b"".join(self.picture.binary)
        if not data:
            digits = b"".join(self.picture.hexadecimal).translate(None, b" \t")
            try:
                data = binascii.unhexlify(digits)
            except binascii.Error:
                return None
        return data if 0 < len(data) <= self.limits.part_bytes else None


def name_of_packaged(digits: bytes) -> str:
    """The name of the file in an object of Windows' Packager, by its first digits; or empty."""
    head = digits.translate(None, b" \t")[:_HEAD]
    try:
        data = binascii.unhexlify(head[: len(head) // 2 * 2])
    except binascii.Error:
        return ""
    found = re.search(rb"\x02\x00([^\x00-\x1f]{1,255})\x00", data)
    return found[1].decode("gb18030", "replace") if found else ""


_HEAD = 4096
"""Digits in which the name stands."""
