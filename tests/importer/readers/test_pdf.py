"""PDF: what is printed is read in order, what nobody sees is not, and scans are refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.document import Cell, Document, Note, Role, Unseen
from casebook.importer.readers.pdf import read
from casebook.importer.readers.source import LIMITS, Limits, Refusal, Source, UnreadableError
from tests.importer.readers.made_pdf import (
    HEIGHT,
    WIDTH,
    MadePdf,
    grey_picture,
    grid,
    picture,
    rule,
    stroke,
)  # fmt: skip
from tests.importer.readers.samples import assert_read_or_refused, paragraphs_missing, sample

TEXT = "经查，赵某某将银行卡出租给他人用于转移涉诈资金，流水金额达百余万元"
"""A full line; a page with two of them is no scan."""


def document(data: bytes, limits: Limits = LIMITS) -> Document:
    def read_part(part: bytes) -> Document:
        raise AssertionError("a PDF is read by itself")

    return read(Source(data, limits, read_part))


def shown(made: MadePdf) -> list[str]:
    return [block.text for block in document(made.data()).blocks]


def refusal(data: bytes, limits: Limits = LIMITS) -> Refusal:
    with pytest.raises(UnreadableError) as refused:
        document(data, limits)
    return refused.value.refusal


@pytest.mark.parametrize("name", ["22.pdf", "30.pdf", "44.pdf"])
def test_the_paragraphs_of_a_sample_are_read(name):
    assert paragraphs_missing(name) == []


def test_a_scanned_sample_is_refused():
    assert refusal(sample("45.pdf").data) is Refusal.SCANNED


def test_text_is_read_in_lines_and_paragraphs_with_places():
    made = MadePdf()
    page = made.text(150, "2026年3月，平遥县公安局查处案件。"), made.text(190, "第二段。")
    read_document = document(made.page(*page).page(made.text(150, "第三段。")).data())
    assert [(block.text, block.at) for block in read_document.blocks] == [
        ("2026年3月，平遥县公安局查处案件。", "第1页第1段"),
        ("第二段。", "第1页第2段"),
        ("第三段。", "第2页第1段"),
    ]


def test_radicals_become_the_characters_that_are_printed():
    made = MadePdf()
    assert shown(made.page(made.text(200, "⼈员的账⼾，㬵"))) == ["人员的账户，㬵"]


@pytest.mark.parametrize(
    "strike",
    [
        rule(114, 195, 150, 196),
        stroke(114, 196, 150, 196),
        stroke(114, 194.5, 150, 194.5) + stroke(114, 197, 150, 197),
        f"q 0.1 w 114 {HEIGHT - 196} m 126 {HEIGHT - 196} l 138 {HEIGHT - 196} l "
        f"150 {HEIGHT - 196} l S Q",
    ],
)
def test_struck_text_is_counted_and_not_read(strike):
    made = MadePdf()
    read_document = document(made.page(made.text(200, "金额二十万三十万元"), strike).data())
    assert [block.text for block in read_document.blocks] == ["金额三十万元"]
    assert read_document.unseen == {Unseen.STRUCK: 3}


@pytest.mark.parametrize(
    "drawn",
    [
        rule(114, 201.5, 150, 202.3),
        rule(114, 188, 150, 203, "1 1 0 rg"),
        rule(114, 186, 150, 187),
        rule(114, 195, 150, 196, "1 g"),
    ],
    ids=["underlined", "on a coloured ground", "under a rule", "with a white line"],
)
def test_text_with_other_rules_is_read(drawn):
    made = MadePdf()
    assert shown(made.page(drawn, made.text(200, "金额二十万三十万元"))) == ["金额二十万三十万元"]


def hidden_texts() -> dict[str, tuple[MadePdf, str]]:
    found: dict[str, tuple[MadePdf, str]] = {}
    made = MadePdf()
    found["white on white"] = made, made.text(240, "看不见", colour="1 g")
    made = MadePdf()
    found["without ink"] = made, made.text(240, "看不见", mode=3)
    made = MadePdf()
    covered = made.text(240, "看不见") + rule(80, 220, 400, 250)
    found["under a black box"] = made, covered
    made = MadePdf()
    covered = made.text(240, "看不见") + rule(80, 220, 400, 250, "1 g")
    found["under a white box"] = made, covered
    made = MadePdf()
    made.objects[100] = grey_picture()
    covered = made.text(240, "看不见") + picture(100, 80, 220, 400, 250)
    found["under a picture"] = made, covered
    made = MadePdf()
    found["beside the paper"] = made, made.text(240, "看不见", left=WIDTH + 5)
    made = MadePdf()
    found["clipped"] = made, f"q 0 0 10 10 re W n {made.text(240, '看不见')} Q"
    return found


@pytest.mark.parametrize("way", hidden_texts())
def test_text_that_cannot_be_seen_is_counted_and_not_read(way):
    made, drawn = hidden_texts()[way]
    read_document = document(made.page(made.text(200, "正文。"), drawn).data())
    assert [block.text for block in read_document.blocks] == ["正文。"]
    assert read_document.unseen == {Unseen.HIDDEN: 3}


def test_white_text_on_a_dark_ground_is_read():
    made = MadePdf()
    page = rule(80, 180, 400, 220, "0.7 0 0 rg"), made.text(205, "警方提示", colour="1 g")
    assert shown(made.page(*page)) == ["警方提示"]


def test_text_of_a_hidden_layer_is_not_read():
    made = MadePdf(
        catalog="/OCProperties<</OCGs[100 0 R]/D<</Order[100 0 R]/OFF[100 0 R]>>>>",
        objects={100: b"<</Type/OCG/Name<feff56fe5c42>>>",
                 101: b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC 100 0 R/Length 0>>\n"
                      b"stream\n\nendstream"},
    )  # fmt: skip
    drawn = made.text(240, "看不见")
    made.objects[101] = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC 100 0 R/Resources "
        b"<</Font<</F0 10 0 R>>>>/Length %d>>\nstream\n" % len(drawn)
    ) + drawn.encode() + b"\nendstream"  # fmt: skip
    read_document = document(made.page(made.text(200, "正文。"), "/P101 Do").data())
    assert [block.text for block in read_document.blocks] == ["正文。"]
    assert read_document.unseen == {Unseen.HIDDEN: 3}


def scan(made: MadePdf, *drawn: str) -> str:
    made.objects[100] = grey_picture()
    return "\n".join([picture(100, 0, 0, WIDTH, HEIGHT), *drawn])


def test_a_scan_with_recognized_text_under_it_is_refused():
    made = MadePdf()
    recognized = [made.text(200 + 20 * number, TEXT, mode=3) for number in range(4)]
    assert refusal(made.page(scan(made, *recognized)).data()) is Refusal.SCANNED


def test_a_scan_with_a_page_number_and_the_mark_of_a_program_is_refused():
    made = MadePdf()
    beside = made.text(800, "1"), made.text(820, "由扫描软件创建")
    assert refusal(made.page(scan(made, *beside)).data()) is Refusal.SCANNED


def test_a_page_that_is_a_picture_among_others_is_noted():
    made = MadePdf()
    text = [made.text(200 + 20 * number, TEXT) for number in range(3)]
    read_document = document(made.page(*text).page(scan(made, made.text(300, "暗", mode=3))).data())
    assert read_document.notes == (Note.PICTURES_ONLY,)
    assert read_document.unseen == {Unseen.HIDDEN: 1}


def test_running_text_over_a_picture_is_read():
    made = MadePdf()
    text = [made.text(200 + 20 * number, TEXT) for number in range(3)]
    assert shown(made.page(scan(made, *text))) == [TEXT * 3]


def test_a_file_without_anything_is_empty():
    made = MadePdf()
    made.characters = "空"
    assert refusal(made.page("").data()) is Refusal.EMPTY


def test_a_font_that_names_no_characters_is_as_good_as_a_scan():
    made = MadePdf()
    assert refusal(made.page(made.text(200, "\ue123\ue124\ue125")).data()) is Refusal.SCANNED


def test_a_single_unnamed_character_is_shown_as_a_box():
    made = MadePdf()
    lines = made.text(200, TEXT), made.text(220, f"{TEXT[:20]}\ue123。")
    assert shown(made.page(*lines)) == [f"{TEXT}{TEXT[:20]}□。"]


def test_characters_printed_twice_to_look_bold_are_read_once():
    made = MadePdf()
    page = made.text(200, "某某某案"), made.text(200.3, "某某某案", left=90.3)
    assert shown(made.page(*page)) == ["某某某案"]


@pytest.mark.parametrize(
    ("rotate", "turn", "left", "top"),
    [(90, "0 1 -1 0", 300, 700), (180, "-1 0 0 -1", 400, 300), (270, "0 -1 1 0", 200, 100)],
)
def test_a_turned_page_is_read_upright(rotate, turn, left, top):
    made = MadePdf()
    step = {90: (20, 0), 180: (0, -20), 270: (-20, 0)}[rotate]
    lines = [
        made.text(top + step[1] * number, text, left=left + step[0] * number, turn=turn)
        for number, text in enumerate(["第一行。", "第二行。"])
    ]
    assert shown(made.page(*lines, extra=f"/Rotate {rotate}")) == ["第一行。", "第二行。"]


def test_text_across_the_page_stands_apart():
    made = MadePdf()
    slanted = made.text(500, "内部资料", turn="0.7 0.7 -0.7 0.7", colour="0.8 g")
    blocks = document(made.page(made.text(200, TEXT), slanted).data()).blocks
    assert [(block.role, block.text) for block in blocks] == [
        (Role.HEADER, "内部资料"),
        (Role.PARAGRAPH, TEXT),
    ]


def test_text_set_down_in_columns_from_the_right_is_read_in_its_order():
    made = MadePdf()
    columns = f"二零二六年三月一日平遥县公{TEXT}", "赵某某已被移送起诉。"
    page = [
        made.text(100 + 14 * row, one, left=400 - 20 * column)
        for column, text in enumerate(columns)
        for row, one in enumerate(text)
    ]
    assert shown(made.page(*page)) == ["".join(columns)]


def test_the_cells_of_a_ruled_table_are_read_row_by_row():
    made = MadePdf()
    cells = [
        made.text(216, "案件", left=95), made.text(216, "金额", left=195),
        made.text(246, "钱某帮助信息网", left=95), made.text(262, "络犯罪活动案", left=95),
        made.text(246, "118万元", left=195),
    ]  # fmt: skip
    page = made.text(150, "表前。"), grid([90, 190, 290], [200, 230, 280]), *cells
    blocks = document(made.page(*page, made.text(330, "表后。")).data()).blocks
    assert [(block.text, block.at, block.role, block.cell) for block in blocks] == [
        ("表前。", "第1页第1段", Role.PARAGRAPH, None),
        ("案件", "表1第1行第1列", Role.CELL, Cell(1, 1, 1)),
        ("金额", "表1第1行第2列", Role.CELL, Cell(1, 1, 2)),
        ("钱某帮助信息网络犯罪活动案", "表1第2行第1列", Role.CELL, Cell(1, 2, 1)),
        ("118万元", "表1第2行第2列", Role.CELL, Cell(1, 2, 2)),
        ("表后。", "第1页第2段", Role.PARAGRAPH, None),
    ]


def test_a_table_goes_on_at_the_top_of_the_next_page():
    made = MadePdf()
    lefts = [90.0, 190.0, 290.0]
    first = grid(lefts, [700, 730]), made.text(716, "甲", left=95), made.text(716, "乙", left=195)
    second = grid(lefts, [100, 130]), made.text(116, "丙", left=95), made.text(116, "丁", left=195)
    blocks = document(made.page(*first).page(*second).data()).blocks
    assert [block.at for block in blocks] == [
        "表1第1行第1列", "表1第1行第2列", "表1第2行第1列", "表1第2行第2列",
    ]  # fmt: skip


def test_a_table_without_rules_is_noted():
    made = MadePdf()
    rows = [("案件", "涉案金额"), ("案例一", "37万元"), ("案例二", "118万元")]
    page = [
        made.text(200 + 20 * number, text, left=90 + 150 * column)
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
    ]
    read_document = document(made.page(*page).data())
    assert [(block.text, block.at) for block in read_document.blocks][2:4] == [
        ("案例一", "表1第2行第1列"),
        ("37万元", "表1第2行第2列"),
    ]
    assert read_document.notes == (Note.TABLES,)


def test_the_largest_text_of_the_first_page_is_the_title_but_no_letterhead():
    made = MadePdf()
    page = (
        made.text(150, "平遥县公安局文件", left=200, size=26),
        made.text(190, "平公发〔2026〕7号", left=230),
        made.text(240, "关于公布典型案例的通报", left=180, size=20),
        made.text(290, "一、赵某某侵犯公民个人信息案", is_bold=True),
        made.text(310, TEXT),
    )
    blocks = document(made.page(*page).data()).blocks
    assert [(block.role, block.is_bold) for block in blocks] == [
        (Role.HEADING, True),
        (Role.PARAGRAPH, False),
        (Role.TITLE, False),
        (Role.PARAGRAPH, False),
        (Role.PARAGRAPH, False),
    ]


@pytest.mark.parametrize(
    ("title", "hints"),
    [
        ("平遥县公安局公布典型案例", {"title": "平遥县公安局公布典型案例"}),
        ("Microsoft Word - 关于公布案例的通报.docx", {}),
        ("untitled", {}),
        ("", {}),
    ],
)
def test_the_title_of_the_file_is_a_hint_if_it_reads_like_one(title, hints):
    made = MadePdf(title)
    assert document(made.page(made.text(200, "正文。")).data()).hints == hints


def test_a_picture_is_kept_once_though_two_pages_show_it():
    made = MadePdf(objects={100: grey_picture()})
    page = made.text(200, "正文。"), picture(100, 100, 300, 200, 400)
    read_document = document(made.page(*page).page(*page).data())
    assert [(one.name, one.at) for one in read_document.pictures] == [("图1.png", "第1页")]
    assert read_document.pictures[0].data is not None
    assert read_document.pictures[0].data.startswith(b"\x89PNG")


def test_what_annotations_show_is_read_and_what_they_say_is_counted():
    made = MadePdf()
    text = made.text(842 - 20, "盖章处说明", left=0)
    made.objects = {
        100: b"<</Type/Annot/Subtype/FreeText/Rect[90 500 590 700]/F 4/Contents(x)"
             b"/AP<</N 101 0 R>>>>",
        101: b"<</Type/XObject/Subtype/Form/BBox[0 0 500 200]/Resources<</Font<</F0 10 0 R>>>>"
             b"/Length %d>>\nstream\n" % len(text) + text.encode() + b"\nendstream",
        102: b"<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/Contents<feff8bf768385bf9>>>",
    }  # fmt: skip
    page = made.page(made.text(100, "正文。"), extra="/Annots[100 0 R 102 0 R]")
    read_document = document(page.data())
    assert [block.text for block in read_document.blocks] == ["正文。", "盖章处说明"]
    assert read_document.unseen == {Unseen.COMMENT: 3}


def test_attached_files_are_named():
    made = MadePdf(
        catalog="/Names<</EmbeddedFiles<</Names[<feff7edf8ba18868> 100 0 R]>>>>",
        objects={
            100: b"<</Type/Filespec/F(a.xls)/UF<feff7edf8ba188680031002e0078006c0073>"
                 b"/EF<</F 101 0 R>>>>",
            101: b"<</Type/EmbeddedFile/Length 1>>\nstream\n1\nendstream",
        },
    )  # fmt: skip
    read_document = document(made.page(made.text(100, "正文。")).data())
    assert read_document.attachments == ("统计表1.xls",)
    assert read_document.notes == (Note.ATTACHMENTS,)


def test_a_file_whose_end_is_missing_is_broken():
    made = MadePdf()
    whole = made.page(made.text(200, "第一页。")).page(made.text(200, "第二页。")).data()
    assert refusal(whole[: len(whole) // 2]) is Refusal.BROKEN
    assert refusal(b"%PDF-1.7\nnothing %%EOF") is Refusal.BROKEN


LOCKED = b"""%%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[]/Count 0>>
endobj
trailer
<</Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<%s>/U<%s>>>>>
startxref
0
%%%%EOF
""" % (b"11" * 32, b"22" * 32)


def test_a_file_with_a_password_is_refused():
    assert refusal(LOCKED) is Refusal.ENCRYPTED


@pytest.mark.parametrize(
    "limits",
    [
        replace(LIMITS, pages=1),
        replace(LIMITS, page_characters=20),
        replace(LIMITS, seconds=0.0),
    ],
    ids=["pages", "characters", "time"],
)
def test_a_file_beyond_the_limits_is_refused(limits):
    made = MadePdf()
    page = made.text(200, TEXT)
    assert refusal(made.page(page).page(page).data(), limits) is Refusal.TOO_LONG


def test_forms_within_forms_are_bounded():
    made = MadePdf(objects={
        100: b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</P101 101 0 R>>>>"
             b"/Length 8>>\nstream\n/P101 Do\nendstream",
        101: b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</P100 100 0 R>>>>"
             b"/Length 8>>\nstream\n/P100 Do\nendstream",
    })  # fmt: skip
    assert shown(made.page(made.text(200, "正文。"), "/P100 Do")) == ["正文。"]


def small() -> bytes:
    made = MadePdf("平遥县公安局公布典型案例", objects={100: grey_picture()})
    page = (
        made.text(200, TEXT), rule(90, 195, 120, 196), grid([90, 190, 290], [250, 280, 300]),
        made.text(266, "甲", left=95), picture(100, 100, 400, 200, 500),
    )  # fmt: skip
    return made.page(*page).data()


SMALL = small()


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(0, len(SMALL) - 1),
    length=st.integers(0, 40),
    new=st.binary(max_size=20),
)
def test_any_mutation_is_read_or_refused(at, length, new):
    assert_read_or_refused(lambda: document(SMALL[:at] + new + SMALL[at + length :]))
