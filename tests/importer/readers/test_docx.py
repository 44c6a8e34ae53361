"""Word: what is seen of a whole file, with its notes, heads and comments."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.document import Block, Cell, Document, Picture, Role, Unseen
from casebook.importer.readers import docx as reader
from casebook.importer.readers.reading import read
from casebook.importer.readers.source import LIMITS, Refusal, Source, UnreadableError

from .samples import fault, leaks, paragraphs_missing
from .word_files import (
    STRICT,
    archive,
    box,
    cell,
    deleted,
    field,
    paragraph,
    part,
    relationships,
    row,
    run,
    table,
    word_file,
)

SAMPLES = ("01", "02", "05", "06", "07", "09", "12", "13")


@pytest.mark.parametrize("number", SAMPLES)
def test_every_paragraph_of_the_samples_is_read(number: str) -> None:
    assert paragraphs_missing(f"{number}.docx") == []


@pytest.mark.parametrize("number", SAMPLES)
def test_nothing_unseen_of_the_samples_is_read(number: str) -> None:
    assert leaks(f"{number}.docx") == []


@pytest.mark.parametrize(
    "name",
    [
        "01-tracked", "02-control-block", "03-control-inline", "04-textbox", "06-date-picker",
        "07-strike", "11-vanish-note", "17-seq-field", "24-one-paragraph",
    ],
)  # fmt: skip
def test_files_once_misread_are_read_like_the_plain_one(name: str) -> None:
    plain = [block.text for block in read(fault("65-plain.docx")).blocks]
    assert [block.text for block in read(fault(f"{name}.docx")).blocks] == plain


def test_blocks_have_a_role_a_place_and_an_emphasis() -> None:
    document = docx.Document()
    document.core_properties.title = "通报"
    document.add_heading("某市通报案例", 0)
    document.add_heading("典型案例", 1)
    document.add_paragraph("  第一段　有空白  ")
    document.add_paragraph().add_run("粗体一行").bold = True
    document.add_paragraph("")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "左格", "右格"
    document.add_paragraph("首条", style="List Number")
    file = BytesIO()
    document.save(file)
    assert read(file.getvalue()) == Document(
        (
            Block("某市通报案例", "第1段", Role.TITLE, is_bold=True),
            Block("典型案例", "第2段", Role.HEADING, is_bold=True),
            Block("第一段 有空白", "第3段"),
            Block("粗体一行", "第4段", is_bold=True),
            Block("左格", "表1第1行第1列", Role.CELL, cell=Cell(1, 1, 1)),
            Block("右格", "表1第1行第2列", Role.CELL, cell=Cell(1, 1, 2)),
            Block("1.首条", "第5段", Role.LIST_ITEM, 2),
        ),
        {"title": "通报"},
    )


def test_a_strict_file_is_read_alike() -> None:
    body = paragraph("甲") + paragraph("暗", "", "<w:vanish/>")
    assert read(word_file(body, namespace=STRICT)) == read(word_file(body))


def test_notes_that_are_referred_to_are_read_at_the_end() -> None:
    notes = "".join(
        f"<w:footnote w:id='{number}'>{paragraph(text)}</w:footnote>"
        for number, text in ((-1, ""), (1, "脚注甲"), (2, "无主"), (3, "旧注"))
    )
    referred = "<w:r><w:footnoteReference w:id='1'/></w:r>"
    gone = "<w:del w:id='9'><w:r><w:footnoteReference w:id='3'/></w:r></w:del>"
    end = "<w:r><w:endnoteReference w:id='1'/></w:r>"
    file = word_file(
        f"<w:p>{run('正文')}{end}{referred}{gone}</w:p>{paragraph('末段')}",
        parts={
            "word/footnotes.xml": part("footnotes", notes),
            "word/endnotes.xml": part(
                "endnotes", f"<w:endnote w:id='1'>{paragraph('尾注甲')}</w:endnote>"
            ),
        },
        targets={"f": ("footnotes", "footnotes.xml"), "e": ("endnotes", "endnotes.xml")},
    )
    document = read(file)
    assert document.blocks == (
        Block("正文", "第1段"),
        Block("末段", "第2段"),
        Block("脚注甲", "脚注1第1段", Role.FOOTNOTE),
        Block("尾注甲", "尾注1第1段", Role.FOOTNOTE),
    )
    assert document.unseen == {Unseen.HIDDEN: 2, Unseen.DELETED: 2}


def headed(settings: str = "", title_page: str = "") -> list[tuple[str, Role]]:
    names = ("header1", "header2", "header3", "header4", "footer1")
    contents = ("运城公安", "运城公安", "首页", "偶数页", "— 1 —")
    parts = {
        f"word/{name}.xml": part("hdr", paragraph(text))
        for name, text in zip(names, contents, strict=True)
    }
    section = (
        "<w:sectPr><w:headerReference w:type='default' r:id='header1'/>"
        "<w:headerReference w:type='first' r:id='header3'/>"
        "<w:headerReference w:type='even' r:id='header4'/>"
        f"<w:footerReference w:type='default' r:id='footer1'/>{title_page}</w:sectPr>"
    )
    other = "<w:sectPr><w:headerReference w:type='default' r:id='header2'/></w:sectPr>"
    targets = {name: (name.rstrip("123456789"), f"{name}.xml") for name in (*names, "header5")}
    body = f"<w:p><w:pPr>{other}</w:pPr>{run('正文')}</w:p>{section}"
    document = read(word_file(body, settings=settings, parts=parts, targets=targets))
    return [(block.text, block.role) for block in document.blocks]


def test_heads_and_feet_of_pages_are_read_once_if_they_are_printed() -> None:
    assert headed() == [
        ("运城公安", Role.HEADER),
        ("正文", Role.PARAGRAPH),
        ("— 1 —", Role.FOOTER),
    ]


def test_heads_of_first_and_even_pages_are_read_if_these_differ() -> None:
    assert headed("<w:evenAndOddHeaders/>", "<w:titlePg/>")[:3] == [
        ("运城公安", Role.HEADER),
        ("首页", Role.HEADER),
        ("偶数页", Role.HEADER),
    ]


def test_comments_are_counted_and_not_read() -> None:
    file = word_file(
        paragraph("正文"),
        parts={
            "word/comments.xml": part(
                "comments", f"<w:comment w:id='1'>{paragraph('请核对')}</w:comment>"
            )
        },
        targets={"c": ("comments", "comments.xml")},
    )
    assert read(file) == Document((Block("正文", "第1段"),), {}, {Unseen.COMMENT: 3})


def test_a_picture_beyond_the_limits_does_not_take_the_text_with_it() -> None:
    file = word_file(
        paragraph("甲") + "<w:p><w:r><w:drawing><a:blip r:embed='p'/></w:drawing></w:r></w:p>",
        parts={"word/media/image1.png": b"\0" * 9000},
        targets={"p": ("image", "media/image1.png")},
    )
    document = read(file, replace(LIMITS, part_bytes=8000))
    assert document.blocks == (Block("甲", "第1段"),)
    assert document.pictures == (Picture("image1.png", None, "第2段"),)


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        ({"word/document.xml": b"<w:document"}, Refusal.BROKEN),
        ({"word/document.xml": part("document", "")}, Refusal.BROKEN),
        ({"word/document.xml": b"<!DOCTYPE a><a/>"}, Refusal.UNSAFE),
        ({"word/document.xml": part("document", "<w:body/>")}, Refusal.EMPTY),
    ],
)
def test_files_without_a_body_are_refused(parts: dict[str, bytes], refusal: Refusal) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(archive(parts))
    assert caught.value.refusal is refusal


MANY = word_file(
    f"<w:p>{run('甲', '<w:b/>')}{deleted('乙')}{box(paragraph('丙'))}"
    f"{field('PAGE', run('1'))}</w:p>"
    + table(row(cell(paragraph("丁"), '<w:gridSpan w:val="2"/>')))
    + paragraph("戊", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    styles="<w:style w:type='character' w:styleId='a'><w:rPr><w:vanish/></w:rPr></w:style>",
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)


def read_word(data: bytes) -> Document:
    return reader.read(Source(data, LIMITS, read))


def mutated(data: bytes, at: int, cut: int, put: bytes) -> bytes:
    place = at % (len(data) + 1)
    return data[:place] + put + data[place + cut :]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 40), st.binary(max_size=12))
def test_any_damage_of_the_archive_is_read_or_refused(at: int, cut: int, put: bytes) -> None:
    with suppress(UnreadableError):
        assert isinstance(read_word(mutated(MANY, at, cut, put)), Document)


@settings(max_examples=250, deadline=None)
@given(
    st.sampled_from(["document", "styles", "numbering", "_rels/document.xml.rels"]),
    st.integers(0, 10**6),
    st.integers(0, 40),
    st.sampled_from([b"", b'"', b"0", b"-1", b"99999999999", b"<w:p>", b"</w:r>", b"\xff", b"\0"]),
)
def test_any_damage_of_the_parts_is_read_or_refused(
    name: str, at: int, cut: int, put: bytes
) -> None:
    with ZipFile(BytesIO(MANY)) as whole:
        parts = {one: whole.read(one) for one in whole.namelist()}
    name = f"word/{name}" if name.endswith("rels") else f"word/{name}.xml"
    parts[name] = mutated(parts[name], at, cut, put)
    with suppress(UnreadableError):
        assert isinstance(read_word(archive(parts)), Document)


def test_relationships_of_a_file_in_another_folder_are_followed() -> None:
    parts = {
        "_rels/.rels": relationships({"m": ("officeDocument", "/文档/main.xml")}),
        "文档/main.xml": part("document", f"<w:body>{paragraph('暗', '', '<w:strike/>')}"
                              f"{paragraph('甲')}</w:body>"),
    }  # fmt: skip
    assert [block.text for block in read(archive(parts)).blocks] == ["甲"]
