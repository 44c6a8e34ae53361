"""A document: what a person sees of a file, block by block, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a block is in its document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    CELL = "table cell"
    CAPTION = "caption"
    HEADER = "header"
    """The running head of a page, or the head and navigation of a web page."""
    FOOTER = "footer"
    """The foot of a page with its number, or what follows the article of a web page."""
    FOOTNOTE = "footnote"


class Unseen(StrEnum):
    """Why text of a file is not read."""

    HIDDEN = "hidden"
    STRUCK = "struck"
    DELETED = "deleted"
    COMMENT = "comment"


class Note(StrEnum):
    """What an editor must know of how a file was read; worded in texts/commands.yml."""

    REVISIONS = "revisions"
    """The file has tracked changes; it was read as if all were accepted."""
    TEXT_BOXES = "text-boxes"
    """Text in boxes may be missing."""
    TABLES = "tables"
    """A table without ruled lines: the order must be checked."""
    PICTURES_ONLY = "pictures-only"
    """Pages that are pictures without text."""
    FORMULAS = "formulas"
    """Formulas or charts, which are not read."""
    ATTACHMENTS = "attachments"
    """Attachments that were not read."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a block in a table; all counts from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A printed paragraph, one line without line breaks and runs of spaces; never empty."""

    text: str
    """As seen, the automatic number of a list included."""
    at: str
    """The place in the source, in Chinese: 第3段, 第2页第5段, 表1第3行第2列, 第12行."""
    role: Role = Role.PARAGRAPH
    label_length: int = 0
    """Characters at the beginning that are an automatic number, as 案例一：."""
    is_bold: bool = False
    """Whether all of it is emphasized, or it is a heading."""
    cell: Cell | None = None
    """Its place in a table; None outside of tables."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a document."""

    name: str
    """The name in the file, or 图1.png; never a path."""
    data: bytes | None
    """None if the file only refers to it."""
    at: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a person sees of a file."""

    blocks: tuple[Block, ...]
    hints: Mapping[str, str] = field(default_factory=dict)
    """The values of `title`, `source`, `date` and `url` outside the text, if any."""
    unseen: Mapping[Unseen, int] = field(default_factory=dict)
    """Characters that were not read, by the reason; spaces do not count."""
    notes: tuple[Note, ...] = ()
    pictures: tuple[Picture, ...] = ()
    attachments: tuple[str, ...] = ()
    """Names of attached files that were not read."""


def tidy(text: str) -> str:
    """The text on one line, without invisible characters and surrounding spaces."""
    return re.sub(r"[\s\u3000\xa0]+", " ", _INVISIBLE.sub("", text)).strip()


_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\xad\x00-\x08\x0e-\x1f\x7f]")


def characters(texts: Iterable[str]) -> int:
    """The number of characters of texts that a person could see; spaces do not count."""
    return sum(len(re.sub(r"\s", "", tidy(text))) for text in texts)
