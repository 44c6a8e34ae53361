"""Reading notes, word for word."""

from __future__ import annotations

from casebook.importer.document import Document, Note, Unseen
from casebook.importer.reading_notes import notes_of
from casebook.texts import commands as texts


def test_a_document_that_was_read_whole_has_no_notes() -> None:
    assert [*notes_of(Document(()))] == []


def test_hidden_and_struck_text_are_counted_together() -> None:
    unseen = {Unseen.HIDDEN: 3, Unseen.STRUCK: 4, Unseen.DELETED: 5, Unseen.COMMENT: 0}
    assert [*notes_of(Document((), unseen=unseen, notes=(Note.REVISIONS,)))] == [
        "原稿有修订，按“全部接受”读取",
        "有隐藏或画删除线的文字，没有读入（共7字）",
        "有修订时删去的文字，没有读入（共5字）",
    ]


def test_attachments_are_named_once() -> None:
    document = Document((), attachments=("甲.xlsx", "乙.pdf"), notes=(Note.ATTACHMENTS,))
    assert [*notes_of(document)] == ["附件没有读入：甲.xlsx、乙.pdf"]
    assert [*notes_of(Document((), attachments=("甲.xlsx",)))] == ["附件没有读入：甲.xlsx"]
    assert [*notes_of(Document((), notes=(Note.ATTACHMENTS,)))] == ["附件没有读入：（没有名字）"]


def test_every_note_has_words() -> None:
    assert {note.value for note in Note} <= texts.table("READER_NOTES").keys()
