"""Text of Word paragraphs: each character that is seen, once, and what stands beside."""

from __future__ import annotations

import pytest

from casebook.importer.document import Block, Document, Note, Picture, Unseen
from casebook.importer.readers.reading import read

from .word_files import box, deleted, paragraph, part, run, texts, vml_box, word_file


@pytest.mark.parametrize("mark", ["<w:br/>", "<w:cr/>", '<w:br w:type="page"/>'])
def test_a_line_break_ends_a_block(mark: str) -> None:
    body = f"<w:p>{run('案例一', '<w:b/>')}<w:r>{mark}</w:r>{run('2026年3月')}</w:p>"
    assert read(word_file(body)).blocks == (
        Block("案例一", "第1段", is_bold=True),
        Block("2026年3月", "第1段"),
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>", "甲 乙"),
        ("<w:t>甲</w:t><w:ptab/><w:t>乙</w:t>", "甲 乙"),
        ("<w:t>110</w:t><w:noBreakHyphen/><w:t>119</w:t>", "110-119"),
        ("<w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t>", "甲乙"),
        ("<w:t>甲\n</w:t><w:t>\n乙</w:t>", "甲乙"),
        ('<w:sym w:font="宋体" w:char="2460"/><w:t>甲</w:t>', "①甲"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>甲</w:t>', "☑甲"),
        ('<w:sym w:font="Wingdings" w:char="F081"/><w:t>甲</w:t>', "①甲"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t>', "≥5"),
        ('<w:sym w:font="某字体" w:char="F041"/><w:t>甲</w:t>', "甲"),
        ('<w:sym w:font="宋体" w:char="错"/><w:t>甲</w:t>', "甲"),
        ("<w:lastRenderedPageBreak/><w:t>甲</w:t>", "甲"),
        (
            "<w:ruby><w:rt><w:r><w:t>páng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>逄</w:t></w:r>"
            "</w:rubyBase></w:ruby><w:t>某</w:t>",
            "逄某",
        ),
    ],
)
def test_characters_that_are_elements_are_read(content: str, expected: str) -> None:
    assert texts(f"<w:p><w:r>{content}</w:r></w:p>") == [expected]


@pytest.mark.parametrize(
    "around",
    [
        "<w:ins w:id='1'>{}</w:ins>",
        "<w:moveTo w:id='1'>{}</w:moveTo>",
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag w:element='date'><w:smartTagPr/>{}</w:smartTag>",
        "<w:customXml w:element='e'><w:customXmlPr/>{}</w:customXml>",
        "<w:hyperlink w:anchor='a'>{}</w:hyperlink>",
        "<w:fldSimple w:instr=' SEQ 案例 '>{}</w:fldSimple>",
        "<w:bdo w:val='ltr'>{}</w:bdo>",
        "<w:dir w:val='ltr'>{}</w:dir>",
        "<w:sdt><w:sdtContent><w:ins w:id='1'><w:hyperlink>{}</w:hyperlink></w:ins></w:sdtContent>"
        "</w:sdt>",
    ],
)
def test_runs_within_other_elements_are_read(around: str) -> None:
    body = f"<w:p>{run('金额')}{around.format(run('30万元'))}{run('。')}</w:p>"
    assert texts(body) == ["金额30万元。"]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        f"<w:p>{run('金额')}{deleted('20')}<w:ins w:id='2'>{run('30')}</w:ins>{run('万元')}</w:p>"
    )
    assert read(word_file(body)) == Document(
        (Block("金额30万元", "第1段"),), {}, {Unseen.DELETED: 2}, (Note.REVISIONS,)
    )


def test_text_that_was_inserted_and_deleted_again_is_not_read() -> None:
    assert texts(f"<w:p>{run('甲')}<w:ins w:id='2'>{deleted('乙')}</w:ins></w:p>") == ["甲"]


def test_a_text_box_with_an_older_form_of_itself_is_read_once() -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{box(paragraph('案例二'))}</mc:Choice>"
        f"<mc:Fallback>{vml_box(paragraph('案例二'))}</mc:Fallback></mc:AlternateContent>"
    )
    assert read(word_file(f"<w:p>{both}{run('正文')}</w:p>")).blocks == (
        Block("案例二", "文本框1第1段"),
        Block("正文", "第1段"),
    )


def test_a_text_box_behind_text_follows_its_paragraph() -> None:
    body = f"<w:p>{run('甲')}{vml_box(paragraph('乙') + paragraph('丙'))}{run('丁')}</w:p>"
    assert texts(body) == ["甲丁", "乙", "丙"]


def test_a_hidden_or_deleted_text_box_is_counted_and_not_read() -> None:
    hidden = vml_box(paragraph("暗框"), "position:absolute;visibility:hidden")
    gone = f"<w:del w:id='1'>{box(paragraph('旧框'))}</w:del>"
    document = read(word_file(f"<w:p>{run('甲')}{hidden}{gone}</w:p>"))
    assert (document.blocks, document.unseen) == (
        (Block("甲", "第1段"),),
        {Unseen.HIDDEN: 2, Unseen.DELETED: 2},
    )


def test_the_text_of_a_word_picture_is_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="某市公安局"/></v:shape></w:pict></w:r>'
    assert texts(f"<w:p>{art}</w:p>" + paragraph("甲")) == ["某市公安局", "甲"]


def test_the_texts_of_a_diagram_are_read() -> None:
    points = "".join(
        f"<dgm:pt type='{kind}'><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for kind, text in (("node", "报案"), ("pres", "暗"), ("node", "立案"))
    )
    body = "<w:p><w:r><w:drawing><dgm:relIds r:dm='d'/></w:drawing></w:r></w:p>"
    file = word_file(
        body,
        parts={"word/diagrams/data1.xml": part("data", points)},
        targets={"d": ("diagramData", "diagrams/data1.xml")},
    )
    assert [block.text for block in read(file).blocks] == ["报案", "立案"]


def test_the_text_of_a_formula_is_read_with_a_note_if_it_is_more_than_a_line() -> None:
    plain = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    fraction = (
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den>"
        "</m:f></m:oMath>"
    )
    first, second = (read(word_file(f"<w:p>{run('为')}{one}</w:p>")) for one in (plain, fraction))
    assert (first.blocks[0].text, first.notes) == ("为a+b", ())
    assert (second.blocks[0].text, second.notes) == ("为12", (Note.FORMULAS,))


def test_a_chart_is_noted() -> None:
    body = f"<w:p>{run('图示')}<w:r><w:drawing><c:chart r:id='c'/></w:drawing></w:r></w:p>"
    assert read(word_file(body)).notes == (Note.FORMULAS,)


def test_pictures_are_named_with_their_bytes() -> None:
    body = paragraph("甲") + (
        "<w:p><w:r><w:drawing><a:blip r:embed='p'/></w:drawing></w:r>"
        "<w:r><w:pict><v:shape><v:imagedata r:id='q'/></v:shape></w:pict></w:r>"
        "<w:r><w:drawing><a:blip r:link='u'/></w:drawing></w:r></w:p>"
    )
    file = word_file(
        body,
        parts={"word/media/image1.png": b"\x89PNG"},
        targets={
            "p": ("image", "media/image1.png"),
            "q": ("image", "media/missing.jpg"),
            "u": ("image", "http://hidden.example/logo.png?a=1"),
        },
    )
    assert read(file).pictures == (
        Picture("image1.png", b"\x89PNG", "第2段"),
        Picture("missing.jpg", None, "第2段"),
        Picture("logo.png", None, "第2段"),
    )


def test_embedded_files_are_named_and_not_read() -> None:
    body = (
        f"<w:p>{run('附件')}<w:r><w:object><v:shape><v:imagedata r:id='i'/></v:shape>"
        "<o:OLEObject ProgID='Excel.Sheet.12' r:id='x'/></w:object></w:r></w:p>"
    )
    file = word_file(
        body,
        parts={"word/embeddings/Sheet1.xlsx": b"x", "word/media/image1.emf": b"x"},
        targets={"x": ("package", "embeddings/Sheet1.xlsx"), "i": ("image", "media/image1.emf")},
    )
    document = read(file)
    assert (document.attachments, document.notes, document.pictures) == (
        ("Sheet1.xlsx",), (Note.ATTACHMENTS,), ()
    )  # fmt: skip
