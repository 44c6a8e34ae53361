"""Word 97: what a person sees in a binary `.doc` or `.wps`, by way of a `.docx` made of it.

msdoc2docx kept all of 46 paragraphs in a trial, LibreOffice 43; what it reports as lost is noted.
"""

from __future__ import annotations

import struct
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from casebook.importer.document import Block, Document, Note, tidy
from casebook.importer.readers import docx
from casebook.importer.readers.source import Limits, Refusal, Source, UnreadableError


def read(source: Source) -> Document:
    """The document of a binary Word file.

    Raises UnreadableError for a file that is broken, encrypted, beyond the limits, or older than
    Word 97.
    """
    data, lost = _converted(_repaired(source.data), source.limits)
    if lost & _TABLES_NEEDED:
        raise UnreadableError(Refusal.BROKEN)
    document = docx.read(replace(source, data=data), are_marks_stated=False)
    notes = dict.fromkeys(document.notes)
    if any("TEXTBOX" in code and code.endswith(_LOST) for code in lost):
        notes[Note.TEXT_BOXES] = None
    if any(code.startswith("OLE_OBJECT") for code in lost):
        notes[Note.ATTACHMENTS] = None
    blocks = document.blocks
    if "UNSUPPORTED_CONTROL_CHARACTER" in lost:
        blocks = tuple(filter(None, map(_without_controls, blocks)))
    return replace(document, blocks=blocks, notes=tuple(notes))


_TABLES_NEEDED = frozenset(
    ("STYLE_TABLE_MALFORMED", "NUMBERING_TABLE_MALFORMED", "HEADER_FOOTER_TABLE_MALFORMED")
)
"""Reports of lost tables without which hidden text would be read, or numbers would be missing."""
_LOST = ("MALFORMED", "DEFERRED", "OMITTED")
_FIRST_WORD_97 = 0x00C1


def _converted(data: bytes, limits: Limits) -> tuple[bytes, frozenset[str]]:
    """The bytes of a `.docx` and the codes of the reports on its making."""
    from doc2docx import convert
    from doc2docx.cfb.container import CompoundFileLimits
    from doc2docx.errors import EncryptedDocumentError

    bounds = CompoundFileLimits(limits.file_bytes, limits.part_bytes, limits.members)
    with TemporaryDirectory() as folder:
        old, new = Path(folder) / "file.doc", Path(folder) / "file.docx"
        old.write_bytes(data)
        try:
            result = convert(old, new, limits=bounds)
            made = new.read_bytes()
        except EncryptedDocumentError as error:
            raise UnreadableError(Refusal.ENCRYPTED) from error
        except Exception as error:  # A damaged file raises any of a dozen kinds in the library.
            raise UnreadableError(Refusal.BROKEN) from error
    return made, frozenset(one.code for one in result.report.diagnostics)


def _repaired(data: bytes) -> bytes:
    """The file with text boxes of no text marked as unused, as Word writes them.

    LibreOffice leaves them as they are, for which the library would leave out all boxes.
    """
    import olefile

    file = BytesIO(data)
    try:
        with olefile.OleFileIO(file, write_mode=True) as compound:
            main = compound.openstream("WordDocument").read()
            version, flags = struct.unpack_from("<H6xH", main, 2)
            if version < _FIRST_WORD_97:
                raise UnreadableError(Refusal.FORM)
            if flags & _IS_ENCRYPTED:
                raise UnreadableError(Refusal.ENCRYPTED)
            name = "1Table" if flags & _IS_SECOND_TABLE else "0Table"
            table = compound.openstream(name).read()
            begin, size = struct.unpack_from("<II", main, _BOXES_AT)
            mended = _with_unused_boxes(table, begin, size)
            if mended != table:
                compound.write_stream(name, mended)
    except UnreadableError:
        raise
    except Exception as error:  # The library raises any of a dozen kinds, as above.
        raise UnreadableError(Refusal.BROKEN) from error
    return file.getvalue()


_IS_ENCRYPTED, _IS_SECOND_TABLE = 0x0100, 0x0200
_BOXES_AT = 0x25A
"""Where the main stream states the place and size of the table of text boxes."""


def _with_unused_boxes(table: bytes, begin: int, size: int) -> bytes:
    count = (size - 4) // 26
    if count < 1 or begin + size > len(table):
        return table
    mended = bytearray(table)
    places = struct.unpack_from(f"<{count + 1}i", table, begin)
    for number in range(count - 1):
        if places[number + 1] - places[number] == 1:
            entry = begin + 4 * (count + 1) + 22 * number
            struct.pack_into("<H", mended, entry + 8, 1)
            struct.pack_into("<i", mended, entry + 14, 0)
    return bytes(mended)


def _without_controls(block: Block) -> Block | None:
    """A block without the marks that the library puts for controls that print nothing."""
    text = tidy(block.text.replace("\ufffd", ""))
    return replace(block, text=text) if text else None
