"""Reading notes: what an editor is told of how a file was read, and of what was not."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.checks.redaction import redacted_text
from casebook.importer.document import Document, Note, Unseen
from casebook.texts import commands as texts

_UNSEEN = {
    "unseen": (Unseen.HIDDEN, Unseen.STRUCK),
    "deleted": (Unseen.DELETED,),
    "comment": (Unseen.COMMENT,),
}


def notes_of(document: Document) -> Iterator[str]:
    """A sentence for each note of a document and for each kind of text that was not read."""
    words = texts.table("READER_NOTES")
    names = "、".join(map(redacted_text, document.attachments))
    has_attachments = (
        (Note.ATTACHMENTS,) if names and Note.ATTACHMENTS not in document.notes else ()
    )
    for note in (*document.notes, *has_attachments):
        yield words[note].format(names=names or texts.UNNAMED)
    for key, reasons in _UNSEEN.items():
        if count := sum(document.unseen.get(reason, 0) for reason in reasons):
            yield words[key].format(count=count)
