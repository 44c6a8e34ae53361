"""Body of Word files: paragraphs, tables and files within, in order and in their places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casebook.importer.document import Block, Cell, Note, Unseen
from casebook.importer.readers.reading import read
from casebook.importer.readers.source import LIMITS, Refusal, UnreadableError

from .word_files import cell, paragraph, row, run, table, texts, word_file


@pytest.mark.parametrize(
    "around",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml><w:customXmlPr/>{}</w:customXml>",
        "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>"
        "<w:p><w:r><w:t>旧</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>",
        "<mc:AlternateContent><mc:Choice Requires='wpsCustomData'/><mc:Fallback>{}</mc:Fallback>"
        "</mc:AlternateContent>",
    ],
)
def test_paragraphs_within_other_elements_are_read(around: str) -> None:
    assert texts(paragraph("甲") + around.format(paragraph("乙"))) == ["甲", "乙"]


def test_moved_text_is_read_where_it_went() -> None:
    body = (
        f"<w:p><w:pPr><w:rPr><w:moveFrom w:id='1'/></w:rPr></w:pPr><w:moveFrom w:id='2'>"
        f"{run('移动')}</w:moveFrom></w:p>{paragraph('甲')}<w:p><w:moveTo w:id='3'>{run('移动')}"
        "</w:moveTo></w:p>"
    )
    assert texts(body) == ["甲", "移动"]


def test_paragraphs_are_joined_over_a_deleted_mark() -> None:
    body = (
        f"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{run('前半，')}</w:p>"
        + paragraph("后半。")
        + paragraph("乙")
    )
    assert read(word_file(body)).blocks == (Block("前半，后半。", "第1段"), Block("乙", "第2段"))


def test_a_paragraph_with_a_deleted_mark_at_the_end_is_read() -> None:
    assert texts(f"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{run('甲')}</w:p>") == ["甲"]


def test_paragraphs_are_joined_over_a_hidden_mark() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert texts(paragraph("案例一 ", mark) + paragraph("某某案")) == ["案例一 某某案"]


def test_a_large_first_letter_belongs_to_its_paragraph() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="2"/>'
    assert texts(paragraph("今", frame) + paragraph("年以来")) == ["今年以来"]


def test_a_framed_paragraph_is_read_in_its_place() -> None:
    frame = '<w:framePr w:w="100" w:hAnchor="page"/>'
    assert texts(paragraph("甲") + paragraph("乙", frame) + paragraph("丙")) == ["甲", "乙", "丙"]


def test_nested_tables_are_read_in_order() -> None:
    inner = table(row(cell(paragraph("内"))))
    body = table(row(cell(paragraph("前") + inner + paragraph("后")), cell(paragraph("右"))))
    assert [(block.text, block.at) for block in read(word_file(body)).blocks] == [
        ("前", "表1第1行第1列"),
        ("内", "表2第1行第1列"),
        ("后", "表1第1行第1列"),
        ("右", "表1第1行第2列"),
    ]


def test_merged_cells_are_read_once_with_their_columns() -> None:
    body = table(
        row(
            cell(paragraph("案例一"), '<w:vMerge w:val="restart"/>'),
            cell(paragraph("宽"), '<w:gridSpan w:val="2"/>'),
            cell(paragraph("末")),
        ),
        row(
            cell(paragraph("盖住"), "<w:vMerge/>"),
            cell(paragraph("起"), '<w:hMerge w:val="restart"/>'),
            cell(paragraph(""), '<w:hMerge w:val="continue"/>'),
            cell(paragraph("尾")),
        ),
    )
    document = read(word_file(body))
    assert [(block.text, block.cell) for block in document.blocks] == [
        ("案例一", Cell(1, 1, 1)),
        ("宽", Cell(1, 1, 2)),
        ("末", Cell(1, 1, 4)),
        ("起", Cell(1, 2, 2)),
        ("尾", Cell(1, 2, 4)),
    ]
    assert document.unseen == {Unseen.HIDDEN: 2}


def test_a_cell_that_goes_on_from_nothing_is_read() -> None:
    assert texts(table(row(cell(paragraph("甲"), "<w:vMerge/>")))) == ["甲"]


def test_rows_and_cells_within_controls_are_read() -> None:
    inner = f"<w:sdt><w:sdtContent>{cell(paragraph('乙'))}</w:sdtContent></w:sdt>"
    rows = f"<w:sdt><w:sdtContent>{row(cell(paragraph('甲')), inner)}</w:sdtContent></w:sdt>"
    assert texts(table(rows)) == ["甲", "乙"]


def test_deleted_rows_and_cells_are_not_read() -> None:
    body = table(
        row(cell(paragraph("旧行")), properties='<w:del w:id="1"/>'),
        row(cell(paragraph("新")), cell(paragraph("旧格"), '<w:cellDel w:id="2"/>')),
        row(cell(paragraph("增")), properties='<w:ins w:id="3"/>'),
    )
    document = read(word_file(body))
    assert [(block.text, block.at) for block in document.blocks] == [
        ("新", "表1第1行第1列"),
        ("增", "表1第2行第1列"),
    ]
    assert (document.unseen, document.notes) == ({Unseen.DELETED: 4}, (Note.REVISIONS,))


def test_a_file_within_the_text_is_read_in_its_place() -> None:
    inner = word_file(paragraph("内") + table(row(cell(paragraph("内格")))))
    body = (
        table(row(cell(paragraph("格"))))
        + paragraph("前") + "<w:altChunk r:id='a'/>" + paragraph("后")
    )  # fmt: skip
    file = word_file(
        body,
        parts={"word/afchunk.docx": inner},
        targets={"a": ("aFChunk", "afchunk.docx")},
    )
    assert [(block.text, block.at, block.cell) for block in read(file).blocks] == [
        ("格", "表1第1行第1列", Cell(1, 1, 1)),
        ("前", "第1段", None),
        ("内", "插入的文件第1段", None),
        ("内格", "插入的文件表1第1行第1列", Cell(2, 1, 1)),
        ("后", "第2段", None),
    ]


def test_files_within_files_without_end_are_refused() -> None:
    file = word_file(paragraph("内"))
    for _ in range(LIMITS.nested_files + 2):
        file = word_file(
            "<w:altChunk r:id='a'/>",
            parts={"word/a.docx": file},
            targets={"a": ("aFChunk", "a.docx")},
        )
    with pytest.raises(UnreadableError) as caught:
        read(file)
    assert caught.value.refusal is Refusal.TOO_LONG


def test_elements_beyond_the_depth_are_refused() -> None:
    deep = "<w:smartTag>" * 90 + run("甲") + "</w:smartTag>" * 90
    with pytest.raises(UnreadableError) as caught:
        read(word_file(f"<w:p>{deep}</w:p>"), replace(LIMITS, depth=80))
    assert caught.value.refusal is Refusal.TOO_LONG


def test_the_deepest_tables_allowed_are_read() -> None:
    body = paragraph("甲")
    for _ in range(64):
        body = table(row(cell(body)))
    assert texts(body) == ["甲"]


def test_more_blocks_than_the_limit_are_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        read(word_file(paragraph("甲") * 6), replace(LIMITS, blocks=5))
    assert caught.value.refusal is Refusal.TOO_LONG
