"""Word 97: what is seen of a binary file, and what is refused."""

from __future__ import annotations

import struct
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.document import Block, Document, Note, Role
from casebook.importer.readers import doc
from casebook.importer.readers.reading import read
from casebook.importer.readers.source import LIMITS, Refusal, Source, UnreadableError

from .samples import leaks, paragraphs_missing, sample
from .word_files import deleted, paragraph, run, word_file

VERSION_AT, FLAGS_AT = 2, 10


def read_doc(data: bytes) -> Document:
    return doc.read(Source(data, LIMITS, read))


def with_byte(data: bytes, at: int, value: int) -> bytes:
    """The file with one byte of its main stream set."""
    place = data.index(b"\xec\xa5") + at
    return data[:place] + bytes([value]) + data[place + 1 :]


@pytest.mark.parametrize("name", ["16.doc", "47.doc"])
def test_every_paragraph_of_the_samples_is_read(name: str) -> None:
    assert (paragraphs_missing(name), leaks(name)) == ([], [])


def test_automatic_numbers_are_told_with_the_blocks() -> None:
    blocks = read(sample("16.doc").data).blocks
    numbers = [block.text[: block.label_length] for block in blocks if block.label_length]
    assert numbers == ["案例一：", "1.", "2.", "案例二：", "1.", "1.", "案例一："]
    assert {block.role for block in blocks} == {Role.PARAGRAPH, Role.LIST_ITEM}


def test_an_encrypted_file_is_refused() -> None:
    data = sample("16.doc").data
    flags = data[data.index(b"\xec\xa5") + FLAGS_AT + 1]
    with pytest.raises(UnreadableError) as caught:
        read(with_byte(data, FLAGS_AT + 1, flags | 1))
    assert caught.value.refusal is Refusal.ENCRYPTED


def test_a_file_older_than_word_97_is_refused_as_unknown() -> None:
    with pytest.raises(UnreadableError) as caught:
        read(with_byte(sample("16.doc").data, VERSION_AT + 1, 0))
    assert caught.value.refusal is Refusal.FORM


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_a_cut_file_is_refused(share: float) -> None:
    whole = sample("16.doc").data
    with pytest.raises(UnreadableError) as caught:
        read(whole[: int(len(whole) * share)])
    assert caught.value.refusal is Refusal.BROKEN


def test_a_file_beyond_the_limits_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        read(sample("16.doc").data, replace(LIMITS, part_bytes=1000))
    assert caught.value.refusal in (Refusal.BROKEN, Refusal.TOO_LARGE)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 13_800), st.integers(0, 4), st.binary(max_size=4))
def test_any_damage_is_read_or_refused(at: int, cut: int, put: bytes) -> None:
    whole = sample("16.doc").data
    with suppress(UnreadableError):
        assert isinstance(read_doc(whole[:at] + put + whole[at + cut :]), Document)


def made(monkeypatch: pytest.MonkeyPatch, body: str, *lost: str) -> Document:
    """What is read if the library makes a file of this body, with these reports."""
    data = word_file(body)
    monkeypatch.setattr(doc, "_repaired", lambda data: data)
    monkeypatch.setattr(doc, "_converted", lambda *_: (data, frozenset(lost)))
    return read_doc(b"")


@pytest.mark.parametrize(
    ("code", "note"),
    [
        ("MAIN_TEXTBOX_TABLE_MALFORMED", Note.TEXT_BOXES),
        ("GROUPED_HEADER_TEXTBOXES_DEFERRED", Note.TEXT_BOXES),
        ("OLE_OBJECT_OMITTED", Note.ATTACHMENTS),
    ],
)
def test_reports_of_losses_are_noted(
    monkeypatch: pytest.MonkeyPatch, code: str, note: Note
) -> None:
    assert made(monkeypatch, paragraph("甲"), code) == Document(
        (Block("甲", "第1段"),), notes=(note,)
    )


@pytest.mark.parametrize("code", ["MAIN_TEXTBOX_STYLE_APPROXIMATED", "PICTURES_DEFERRED"])
def test_reports_of_no_loss_are_not_noted(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    assert made(monkeypatch, paragraph("甲"), code).notes == ()


@pytest.mark.parametrize("code", ["STYLE_TABLE_MALFORMED", "NUMBERING_TABLE_MALFORMED"])
def test_a_file_without_its_styles_or_numbers_is_refused(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    with pytest.raises(UnreadableError) as caught:
        made(monkeypatch, paragraph("甲"), code)
    assert caught.value.refusal is Refusal.BROKEN


def test_marks_for_controls_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    body = paragraph("甲\ufffd乙") + paragraph("\ufffd") + paragraph("\ufffc")
    assert made(monkeypatch, body, "UNSUPPORTED_CONTROL_CHARACTER").blocks == (
        Block("甲乙", "第1段"),
    )


def test_a_deleted_paragraph_is_deleted_with_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = f"<w:p>{deleted('旧')}</w:p>"
    body = f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{run('前')}</w:p>{gone}{paragraph('后')}"
    assert [block.text for block in made(monkeypatch, body).blocks] == ["前后"]


def test_a_text_box_without_text_is_marked_as_unused() -> None:
    empty, full, last = (struct.pack("<iihiii", 1, 0, 0, -1, shape, 0) for shape in (7, 8, 0))
    table = b"ab" + struct.pack("<4i", 0, 1, 9, 10) + empty + full + last
    unused = struct.pack("<iihiii", 1, 0, 1, -1, 0, 0)
    mended = doc._with_unused_boxes(table, 2, len(table) - 2)
    assert mended == table.replace(empty, unused)


@pytest.mark.parametrize(("begin", "size"), [(0, 0), (0, 2**31), (500, 100)])
def test_a_place_of_text_boxes_beyond_the_table_changes_nothing(begin: int, size: int) -> None:
    assert doc._with_unused_boxes(b"\0" * 120, begin, size) == b"\0" * 120
