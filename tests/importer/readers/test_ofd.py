"""OFD: what is printed is read in order, what nobody sees is not, and scans are refused."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.document import Document, Note, Role, Unseen
from casebook.importer.readers.ofd import read
from casebook.importer.readers.source import LIMITS, Limits, Refusal, Source, UnreadableError
from tests.importer.readers.made_ofd import (
    box,
    layer,
    made_ofd,
    page,
    part,
    path,
    picture,
    stroke,
    text,
)  # fmt: skip
from tests.importer.readers.samples import paragraphs_missing


def document(data: bytes, limits: Limits = LIMITS) -> Document:
    def read_part(part: bytes) -> Document:
        raise AssertionError("an OFD is read by itself")

    return read(Source(data, limits, read_part))


def shown(*pages: str) -> list[str]:
    return [block.text for block in document(made_ofd(list(pages))).blocks]


def refusal(data: bytes, limits: Limits = LIMITS) -> Refusal:
    with pytest.raises(UnreadableError) as refused:
        document(data, limits)
    return refused.value.refusal


@pytest.mark.parametrize("name", ["32.ofd", "35.ofd"])
def test_the_paragraphs_of_a_sample_are_read(name):
    assert paragraphs_missing(name) == []


def test_lines_are_read_by_their_place_whatever_their_order_in_the_file():
    drawn = text(60, "第二行。"), text(50, "行。", left=42), text(50, "第一", left=34)
    assert shown(page(layer(*drawn))) == ["第一行。", "第二行。"]


def test_pages_follow_the_document_and_not_the_archive():
    data = made_ofd([page(layer(text(50, "甲。"))), page(layer(text(50, "乙。")))])
    assert [(block.text, block.at) for block in document(data).blocks] == [
        ("甲。", "第1页第1段"),
        ("乙。", "第2页第1段"),
    ]


def test_all_documents_of_a_file_are_read():
    data = made_ofd([page(layer(text(50, "甲。")))], roots=2)
    assert [block.at for block in document(data).blocks] == ["第1页第1段", "第2页第1段"]


def test_steps_that_are_counted_are_spread_out():
    code = '<ofd:TextCode X="0" Y="4" DeltaX="g 2 4 8">案例一甲</ofd:TextCode>'
    drawn = f'<ofd:TextObject Boundary="30 50 90 5" Size="4">{code}</ofd:TextObject>'
    assert shown(page(layer(drawn))) == ["案例一 甲"]


def test_a_matrix_places_and_turns_text():
    moved = text(50, "第二。", more='CTM="1 0 0 1 0 30"'), text(60, "第一。")
    assert shown(page(layer(*moved))) == ["第一。", "第二。"]
    slanted = text(150, "内部资料", more='CTM="0.7 0.7 -0.7 0.7 0 0"')
    blocks = document(made_ofd([page(layer(text(60, "正文内容在此。"), slanted))])).blocks
    assert [(block.role, block.text) for block in blocks] == [
        (Role.HEADER, "内部资料"),
        (Role.PARAGRAPH, "正文内容在此。"),
    ]


def test_pieces_of_a_line_with_one_boundary_follow_each_other():
    pieces = [
        f'<ofd:TextObject Boundary="30 50 44 4" Size="4"><ofd:TextCode X="0" Y="4" '
        f'DeltaX="g 3 11">{words}</ofd:TextCode></ofd:TextObject>'
        for words in ("2026", "年", "3", "月", "12", "日起施行")
    ]
    assert shown(page(layer(*pieces))) == ["2026年3月12日起施行"]


def test_pieces_without_text_with_one_boundary_are_no_line():
    assert shown(page(layer(text(60, "甲"), *[text(80, "")] * 2))) == ["甲"]


def test_struck_text_is_counted_and_not_read():
    data = made_ofd([page(layer(text(60, "金额二十万三十万元"), stroke(38, 58.6, 50)))])
    assert [block.text for block in document(data).blocks] == ["金额三十万元"]
    assert document(data).unseen == {Unseen.STRUCK: 3}


def test_underlined_text_is_read():
    assert shown(page(layer(text(60, "金额三十万元"), stroke(30, 60.8, 54)))) == ["金额三十万元"]


@pytest.mark.parametrize(
    "hidden",
    [
        text(80, "看不见", more='Visible="false"'),
        text(80, "看不见", more='Alpha="0"'),
        text(80, "看不见", inside='<ofd:FillColor Value="255 255 255"/>'),
        text(80, "看不见", inside='<ofd:FillColor Value="0 0 0" Alpha="0"/>'),
        text(80, "看不见", more='Fill="false"'),
        text(80, "看不见") + box(25, 70, 90, 90, "0 0 0"),
        text(80, "看不见") + box(25, 70, 90, 90, "255 255 255"),
        text(80, "看不见", left=215),
        f'<ofd:PageBlock Visible="false">{text(80, "看不见")}</ofd:PageBlock>',
    ],
    ids=["invisible", "clear", "white", "clear colour", "without ink", "under black",
         "under white", "beside the paper", "in a hidden group"],
)  # fmt: skip
def test_text_that_cannot_be_seen_is_counted_and_not_read(hidden):
    read_document = document(made_ofd([page(layer(text(60, "正文内容。"), hidden))]))
    assert [block.text for block in read_document.blocks] == ["正文内容。"]
    assert read_document.unseen == {Unseen.HIDDEN: 3}


def test_white_text_on_a_dark_ground_is_read():
    white = text(60, "警方提示", inside='<ofd:FillColor Value="255 255 255"/>')
    assert shown(page(layer(box(20, 50, 90, 70, "180 0 0"), white))) == ["警方提示"]


def test_the_background_is_drawn_first_wherever_it_stands():
    white = text(60, "警方提示", inside='<ofd:FillColor Value="255 255 255"/>')
    ground = layer(box(20, 50, 90, 70, "180 0 0"), kind="Background")
    assert shown(page(layer(white), ground)) == ["警方提示"]


def test_a_seal_over_text_does_not_hide_it():
    assert shown(page(layer(text(60, "某市公安局"), picture(30, 40, 40, 40)))) == ["某市公安局"]


LONG = "经查赵某某将银行卡出租给他人用于转移涉诈资金流水金额达百余万元"


def test_a_scan_with_recognized_text_under_it_is_refused():
    recognized = [text(60 + 8 * number, LONG) for number in range(4)]
    scan = page(layer(*recognized, picture(0, 0, 210, 297)))
    assert refusal(made_ofd([scan])) is Refusal.SCANNED


def test_a_scan_with_clear_text_over_it_is_refused():
    recognized = [text(60 + 8 * number, LONG, more='Alpha="0"') for number in range(4)]
    scan = page(layer(picture(0, 0, 210, 297), *recognized))
    assert refusal(made_ofd([scan])) is Refusal.SCANNED


def test_a_page_that_is_a_picture_among_others_is_noted():
    texts = [text(60 + 8 * number, LONG) for number in range(3)]
    pages = [page(layer(*texts)), page(layer(picture(0, 0, 210, 297)))]
    assert document(made_ofd(pages)).notes == (Note.PICTURES_ONLY,)


def template(zorder: str = "Background") -> str:
    return f'<ofd:Template TemplateID="7" ZOrder="{zorder}"/>'


TEMPLATE = '<ofd:TemplatePage ID="7" BaseLoc="Temps/T.xml"/>'


def test_text_of_a_template_of_one_page_is_text():
    data = made_ofd(
        [page(layer(text(90, "正文内容。")), before=template())],
        common=TEMPLATE,
        parts={"Doc_0/Temps/T.xml": page(layer(text(60, "某市公安局文件")))},
    )
    assert [block.text for block in document(data).blocks] == ["某市公安局文件", "正文内容。"]


def test_text_of_a_template_of_several_pages_comes_once():
    pages = [page(layer(text(90, words)), before=template()) for words in ("甲案。", "乙案。")]
    data = made_ofd(
        pages, common=TEMPLATE, parts={"Doc_0/Temps/T.xml": page(layer(text(20, "某市公安局")))}
    )
    assert [(block.role, block.text) for block in document(data).blocks] == [
        (Role.HEADER, "某市公安局"),
        (Role.PARAGRAPH, "甲案。"),
        (Role.PARAGRAPH, "乙案。"),
    ]


def annotated(kind: str, more: str = "", remark: str = "") -> bytes:
    annotation = (
        f'<ofd:Annot ID="30" Type="{kind}" {more}>{remark}'
        f'<ofd:Appearance Boundary="30 100 60 10">{text(4, "批注文字", left=0)}</ofd:Appearance>'
        "</ofd:Annot>"
    )
    return made_ofd(
        [page(layer(text(60, "正文内容。")))],
        after="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>",
        parts={
            "Doc_0/Annots/Annotations.xml": part(
                "Annotations",
                '<ofd:Page PageID="10"><ofd:FileLoc>Page_0/Annot.xml</ofd:FileLoc></ofd:Page>',
            ),
            "Doc_0/Annots/Page_0/Annot.xml": part("PageAnnot", annotation),
        },
    )


def test_what_annotations_show_is_read_and_remarks_are_counted():
    data = annotated("Stamp", remark="<ofd:Remark>请核对</ofd:Remark>")
    assert [block.text for block in document(data).blocks] == ["正文内容。", "批注文字"]
    assert document(data).unseen == {Unseen.COMMENT: 3}
    hidden = document(annotated("Stamp", 'Visible="false"'))
    assert [block.text for block in hidden.blocks] == ["正文内容。"]


def test_a_watermark_stands_apart():
    blocks = document(annotated("Watermark")).blocks
    assert [(block.role, block.text) for block in blocks] == [
        (Role.HEADER, "批注文字"),
        (Role.PARAGRAPH, "正文内容。"),
    ]


def test_attached_files_are_named():
    data = made_ofd(
        [page(layer(text(60, "正文内容。")))],
        after="<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>",
        parts={
            "Doc_0/Attachs/Attachments.xml": part(
                "Attachments", '<ofd:Attachment ID="1" Name="统计表.xlsx"/>'
            )
        },
    )
    assert document(data).attachments == ("统计表.xlsx",)
    assert document(data).notes == (Note.ATTACHMENTS,)


def test_pictures_come_with_their_names():
    media = (
        '<ofd:MultiMedias><ofd:MultiMedia ID="9" Type="Image">'
        "<ofd:MediaFile>Image_0.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>"
    )
    data = made_ofd(
        [page(layer(text(60, "正文内容。"), picture(30, 90, 40, 40)))],
        common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
        parts={
            "Doc_0/DocumentRes.xml": part("Res", media).replace(
                "<ofd:Res", '<ofd:Res BaseLoc="Res"'
            ),
            "Doc_0/Res/Image_0.png": b"picture",
        },
    )
    found = document(data).pictures
    assert [(one.name, one.data, one.at) for one in found] == [("Image_0.png", b"picture", "第1页")]


def test_a_bold_font_makes_a_heading():
    fonts = '<ofd:Fonts><ofd:Font ID="3" FontName="黑体"/></ofd:Fonts>'
    data = made_ofd(
        [page(layer(text(60, "一、赵某某侵犯公民个人信息案"),
                    text(70, LONG).replace('Font="3"', 'Font="4"')))],
        common="<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>",
        parts={"Doc_0/PublicRes.xml": part("Res", fonts)},
    )  # fmt: skip
    assert [(block.role, block.is_bold) for block in document(data).blocks] == [
        (Role.HEADING, True),
        (Role.PARAGRAPH, False),
    ]


def test_cells_between_ruled_lines_are_a_table():
    rules = "".join(
        path(30, 50, 100, 40, f"M 0 {top} L 100 {top}") for top in (0, 20, 40)
    ) + "".join(path(30, 50, 100, 40, f"M {left} 0 L {left} 40") for left in (0, 50, 100))
    cells = [
        text(62 + 20 * row, words, left=32 + 50 * column)
        for row, line in enumerate([("案件", "金额"), ("甲案", "三万元")])
        for column, words in enumerate(line)
    ]
    blocks = document(made_ofd([page(layer(rules, *cells))])).blocks
    assert [(block.text, block.at) for block in blocks] == [
        ("案件", "表1第1行第1列"),
        ("金额", "表1第1行第2列"),
        ("甲案", "表1第2行第1列"),
        ("三万元", "表1第2行第2列"),
    ]


def test_graphics_that_are_not_read_are_noted():
    graphic = '<ofd:CompositeObject Boundary="30 90 10 10" ResourceID="12"/>'
    assert document(made_ofd([page(layer(text(60, "正文。"), graphic))])).notes == (Note.FORMULAS,)


def test_the_title_of_the_file_is_a_hint():
    data = made_ofd(
        [page(layer(text(60, "正文。")))], info="<ofd:Title>某市公安局公布典型案例</ofd:Title>"
    )
    assert document(data).hints == {"title": "某市公安局公布典型案例"}


def test_a_missing_page_is_broken():
    data = BytesIO()
    with ZipFile(BytesIO(made_ofd([page(), page()]))) as whole, ZipFile(data, "w") as cut:
        for name in whole.namelist():
            if "Page_1" not in name:
                cut.writestr(name, whole.read(name))
    assert refusal(data.getvalue()) is Refusal.BROKEN


def test_an_encrypted_file_is_refused():
    data = made_ofd([page(layer(text(60, "正文。")))], parts={"Encryptions.xml": "<a/>"})
    assert refusal(data) is Refusal.ENCRYPTED


def test_a_document_type_is_unsafe():
    assert refusal(made_ofd(['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])) is Refusal.UNSAFE


@pytest.mark.parametrize("limits", [replace(LIMITS, pages=1), replace(LIMITS, page_characters=3)])
def test_a_file_beyond_the_limits_is_refused(limits):
    data = made_ofd([page(layer(text(60, "正文内容。")))] * 2)
    assert refusal(data, limits) is Refusal.TOO_LONG


def test_numbers_that_are_none_are_left_out():
    drawn = text(60, "正文内容。").replace('Boundary="30', 'Boundary="inf').replace("4.0 4.0", "x")
    assert shown(page(layer(drawn))) == ["正文内容。"]


CONTENT = page(
    layer(text(60, "金额二十万三十万元"), stroke(38, 58.6, 50), box(25, 70, 90, 90, "1 2 3"),
          picture(0, 0, 100, 100)),
    before=template(),
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(
    at=st.integers(0, len(CONTENT)),
    length=st.integers(0, 12),
    new=st.text(st.sampled_from('<>"/ 0129-.eMLCg 案ofd:=&'), max_size=8),
)
def test_any_mutation_of_a_page_is_read_or_refused(at, length, new):
    content = CONTENT[:at] + new + CONTENT[at + length :]
    try:
        read_document = document(
            made_ofd([content], common=TEMPLATE, parts={"Doc_0/Temps/T.xml": CONTENT})
        )
    except UnreadableError:
        return
    assert all(block.text for block in read_document.blocks)


WHOLE = made_ofd([CONTENT], common=TEMPLATE, parts={"Doc_0/Temps/T.xml": CONTENT})


@settings(max_examples=80, deadline=None)
@given(at=st.integers(0, len(WHOLE) - 1), length=st.integers(0, 30), new=st.binary(max_size=20))
def test_any_mutation_of_the_archive_is_read_or_refused(at, length, new):
    try:
        document(WHOLE[:at] + new + WHOLE[at + length :])
    except UnreadableError:
        return
