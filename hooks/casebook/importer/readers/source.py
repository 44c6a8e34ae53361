"""The source of a reader: the bytes of a file, the bounds of reading, and the refusals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from casebook.importer.document import Document


class Refusal(StrEnum):
    """Why a file is not read; worded in texts/commands.yml under UNREADABLE."""

    FORM = "form"
    """A format that no reader knows, or a name for which there is another way (.xls, .ppt)."""
    SHEET = "sheet"
    """A binary workbook (.xls)."""
    EMPTY = "empty"
    BROKEN = "broken"
    """Incomplete or damaged."""
    ENCODING = "encoding"
    ENCRYPTED = "encrypted"
    SCANNED = "scanned"
    TOO_LARGE = "too-large"
    TOO_LONG = "too-long"
    """More pages, rows or members than a bulletin has, or more time than reading may take."""
    UNSAFE = "unsafe"
    """XML with a document type or entities, which no office writes."""
    NO_FILE = "no-file"
    """A pipe, a device or a folder in place of a regular file."""


class UnreadableError(Exception):
    """A file that is refused, with the reason in `refusal`."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of reading one file. All were tried on files of offices, which stay far below."""

    file_bytes: int = 64 << 20
    part_bytes: int = 32 << 20
    """Of one part of an archive, unpacked."""
    whole_bytes: int = 128 << 20
    """Of all parts of an archive that are read, unpacked."""
    members: int = 2_000
    depth: int = 200
    """Of nested elements."""
    elements: int = 400_000
    """Of all XML parts of an archive that are read; about 200 MB of memory."""
    pages: int = 200
    page_characters: int = 40_000
    rows: int = 5_000
    columns: int = 60
    blocks: int = 50_000
    seconds: float = 8.0
    """Of reading the pages of a PDF, which say nothing of how long they take to draw."""
    nested_files: int = 3
    """Files within files: a web page in a Word file in an e-mail."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader gets."""

    data: bytes
    limits: Limits
    read_part: Callable[[bytes], Document]
    """Reads a file within this one by its content; raises UnreadableError."""
