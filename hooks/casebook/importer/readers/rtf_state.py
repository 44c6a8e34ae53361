"""RTF state: what holds for text within a group of a Rich Text file, and its style sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from casebook.importer.document import Role, Unseen
from casebook.importer.readers.rtf_flow import Flow
from casebook.importer.readers.word_fields import shown


class Target(Enum):
    """Where text goes."""

    FLOW = "flow"
    BUFFER = "buffer"
    """Into the buffer of a label, an instruction, a comment or a name."""
    FONTS = "fonts"
    STYLES = "styles"
    LISTS = "lists"
    PICTURE = "picture"
    SHAPE = "shape"
    """Nowhere, but groups within may print text or pictures."""
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of text; None where it says nothing."""

    is_hidden: bool | None = None
    is_struck: bool | None = None
    is_bold: bool | None = None
    role: Role = Role.PARAGRAPH
    base: int = -1
    """The number of the style that it is based on."""


PLAIN = Style()
"""The style of text without one."""


@dataclass(slots=True)
class Field:
    """A field, whose result is printed, or what its instruction says if there is none."""

    code: list[str] = field(default_factory=list)
    has_result: bool = False
    choices: list[str] = field(default_factory=list)
    """The entries of a list to choose from in a form."""
    answers: dict[str, int] = field(default_factory=dict)
    """The numbers of the answer (`ffres`) and of the one given in advance (`ffdefres`)."""

    def shown(self) -> str:
        """What the field prints without a result."""
        code = "".join(self.code)
        answer = self.answers.get("ffres", _UNANSWERED)
        if answer == _UNANSWERED:
            answer = self.answers.get("ffdefres", 0)
        if code.strip().upper().startswith("FORMCHECKBOX"):
            return "☒" if answer == 1 else "☐"
        if code.strip().upper().startswith("FORMDROPDOWN"):
            return self.choices[answer] if 0 <= answer < len(self.choices) else ""
        return shown(code)


_UNANSWERED = 25


class State(NamedTuple):
    """What holds for text; replaced by each change, and restored at the end of a group.

    A tuple, for it is replaced up to a million times, five times as fast as a dataclass.
    """

    target: Target
    flow: Flow
    buffer: list[str]
    beyond: Target = Target.FLOW
    """The target around a text that is given twice, in bytes and in Unicode."""
    field: Field | None = None
    """The field around, if any."""
    around: Unseen | None = None
    """Why the whole note or box is not read."""
    font: int = -1
    fallback: int = 1
    """How many bytes after a character in Unicode stand for it."""
    is_hidden: bool | None = None
    is_struck: bool | None = None
    is_bold: bool | None = None
    is_deleted: bool = False
    is_revised: bool = False
    style: Style = PLAIN
    letters: Style = PLAIN
    """The character style."""
    is_in_table: bool = False
    level: int = 0
    """Of nested tables."""
    list_number: int = 0
    list_level: int = 0

    @property
    def unseen(self) -> Unseen | None:
        """Why text is not read; None if it is."""
        if self.around or self.is_deleted:
            return self.around or Unseen.DELETED
        if _first(self.is_hidden, self.letters.is_hidden, self.style.is_hidden):
            return Unseen.HIDDEN
        if _first(self.is_struck, self.letters.is_struck, self.style.is_struck):
            return Unseen.STRUCK
        return None

    @property
    def is_emphasized(self) -> bool:
        """Whether text is bold."""
        return _first(self.is_bold, self.letters.is_bold, self.style.is_bold)

    @property
    def depth(self) -> int:
        """In how many tables text stands."""
        return max(self.level, int(self.is_in_table or self.flow.is_row_open))


class Sheet:
    """The styles by their kind, `s` for paragraphs and `cs` for characters, and their number."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, int], Style] = {}
        self.begin()

    def begin(self) -> None:
        """Begins the definition of a style."""
        self.key: tuple[str, int] = ("s", 0)
        self.base = -1
        self.name = ""

    def define(self, word: str, number: int) -> None:
        """Notes what a word says of the style: its kind and number, or the one it is based on."""
        if word == "sbasedon":
            self.base = number
        else:
            self.key = (word, number)

    def end(self, state: State) -> None:
        """Ends the definition of a style with what holds for its text."""
        self._styles[self.key] = Style(
            state.is_hidden, state.is_struck, state.is_bold, role_of_style(self.name), self.base
        )

    def style(self, kind: str, number: int, depth: int) -> Style:
        """A style with what it has of the styles that it is based on, at most `depth` of them."""
        found = self._styles.get((kind, number), PLAIN)
        if depth <= 0 or found.base in (-1, number) or (kind, found.base) not in self._styles:
            return found
        base = self.style(kind, found.base, depth - 1)
        return Style(
            base.is_hidden if found.is_hidden is None else found.is_hidden,
            base.is_struck if found.is_struck is None else found.is_struck,
            base.is_bold if found.is_bold is None else found.is_bold,
            base.role if found.role is Role.PARAGRAPH else found.role,
        )


def role_of_style(name: str) -> Role:
    """What the paragraphs of a style are, by its name in Word, WPS or LibreOffice."""
    name = name.strip(" ;").lower()
    if name in ("title", "标题"):
        return Role.TITLE
    if re.match(r"(heading|标题) ?[1-9]", name):
        return Role.HEADING
    if name in ("caption", "题注"):
        return Role.CAPTION
    return Role.PARAGRAPH


def _first(*values: bool | None) -> bool:
    return next((value for value in values if value is not None), False)
