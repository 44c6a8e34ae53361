"""Rich Text: what a person sees of it, in files made for the test."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.document import Block, Cell, Document, Note, Picture, Role, Unseen
from casebook.importer.readers.rtf import read
from casebook.importer.readers.source import LIMITS, Limits, Refusal, Source, UnreadableError
from tests.importer.readers.samples import assert_read_or_refused, leaks, paragraphs_missing, sample

FONTS = (
    r"{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Times New Roman;}{\f2\fcharset136 MingLiU;}"
    r"{\f3\fcharset128 MS Mincho;}{\f4\fcharset2 Wingdings;}{\f5\fcharset129 Batang;}}"
)
STYLES = (
    r"{\stylesheet{\ql Normal;}{\s1\b heading 1;}{\s2 Title;}{\s3\sbasedon1 Own Heading;}"
    r"{\s4\v Secret;}{\*\cs5\additive\strike Old;}{\s6 caption;}}"
)


def rtf(body: str, head: str = FONTS + STYLES) -> bytes:
    """A file of a body, in which Chinese is escaped as Word does it."""
    return (r"{\rtf1\ansi\ansicpg936\deff0" + head + escaped(body) + "}").encode("ascii")


def escaped(text: str, codec: str = "gb18030") -> str:
    return "".join(
        one if one.isascii() else "".join(rf"\'{byte:02x}" for byte in one.encode(codec))
        for one in text
    )


def read_rtf(data: bytes, limits: Limits = LIMITS) -> Document:
    def read_part(_: bytes) -> Document:
        raise UnreadableError(Refusal.FORM)

    return read(Source(data, limits, read_part))


def texts(body: str) -> list[str]:
    return [block.text for block in read_rtf(rtf(body)).blocks]


@pytest.mark.parametrize("name", ["19.rtf", "47.doc"])
def test_every_paragraph_and_number_of_an_office_file_is_read(name: str) -> None:
    document = read_rtf(sample(name).data)
    assert [block.text for block in document.blocks] == list(sample(name).paragraphs)
    assert [block.text for block in document.blocks if block.label_length] == [
        text for text in sample(name).paragraphs if text in sample(name).labels
    ]


def test_the_sample_is_recognized_and_nothing_leaks() -> None:
    assert (paragraphs_missing("47.doc"), leaks("47.doc")) == ([], [])


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (r"\f0 甲案\par 乙案\par", ["甲案", "乙案"]),
        ("\\f0 甲\\\n乙\\\r\n丙", ["甲", "乙", "丙"]),
        (r"{\f2 " + escaped("臺灣", "big5") + r"\par}", ["臺灣"]),
        (r"{\f3 " + escaped("ひらがな", "cp932") + r"\par}", ["ひらがな"]),
        (r"{\f5 " + escaped("한국", "cp949") + r"\par}", ["한국"]),
        (r"{\f1 甲案\par}", ["甲案"]),
        (r"{\f1 caf\'e9\par}", ["café"]),
        (r"{\f99 甲案\par}", ["甲案"]),
        (r"\f0\'81\\\'81\{\'81\}\par", ["乗亄亇"]),
        (r"\u20844?\u-27191 ?\par", ["公闉"]),
        (r"\uc2\u20844\'b9\'ab\u23433\'b0\'b2\par", ["公安"]),
        (r"\uc0\u20844\u23433 A\par", ["公安A"]),
        (r"{\uc3\u20844abc}\u23433?\par", ["公安"]),
        (r"\u20844{\b ?}\par", ["公?"]),
        (r"\u-10176?\u-9118?\par", ["𠁢"]),
        (r"\u-10176?甲\par", ["甲"]),
        (r"\u-9118?甲\par", ["\ufffd甲"]),
        (r"\u8220\ldblquote甲\u8221\rdblquote\par", ["“甲”"]),
        (r"甲\~乙\_丙\-丁\par", ["甲 乙-丙丁"]),
        (
            r"甲\tab 乙\emdash\endash\lquote\rquote\ldblquote\rdblquote\bullet 丙\par",
            ["甲 乙—–‘’“”•丙"],
        ),
        (r"甲\line 乙\page 丙\column 丁\par", ["甲", "乙", "丙", "丁"]),
        (r"甲\{\}\\乙\par", ["甲{}\\乙"]),
        ("甲\r\n乙\n\\par", ["甲乙"]),
        (r"{\loch\af1\hich\af1\dbch\f0 甲}{\fbidi\f1 A}\par", ["甲A"]),
        (r"{\f4 \'fc}甲{\f4 l}\u61548?\par", ["✓甲●"]),
        (r"{\upr{?}{\*\ud{\u20844?}}}\par", ["公"]),
        (r"{\*\unknown 甲{\b 乙}}丙\par", ["丙"]),
        (r"{\unknown 甲}丙\par", ["甲丙"]),
        (r"\bin5 {\par甲\par", ["甲"]),
        (r"{\*\themedata 0a0b}{\*\datastore \bin3 }}}甲}\par 乙", ["乙"]),
        (r"甲\par", ["甲"]),
        (r"甲", ["甲"]),
        (r"\trowd\cellx1 甲\cell 乙", ["甲", "乙"]),
        (r"甲\par}}} 乙\par", ["甲", "乙"]),
        (r"{\b 甲\par 乙\par", ["甲", "乙"]),
        (r"{\v\b0 密}{\v0 甲}\par", ["甲"]),
    ],
)
def test_characters_come_out_as_printed(body: str, seen: list[str]) -> None:
    assert texts(body) == seen


def test_bytes_of_utf_8_that_are_not_escaped_are_read() -> None:
    data = "{\\rtf1\\ansi 赵某某案\\par}".encode()
    assert [block.text for block in read_rtf(data).blocks] == ["赵某某案"]


def test_bytes_of_gbk_that_are_not_escaped_are_read_without_a_code_page() -> None:
    data = "{\\rtf1\\ansi 赵某某案\\par}".encode("gbk")
    assert [block.text for block in read_rtf(data).blocks] == ["赵某某案"]


def test_a_western_code_page_does_not_read_chinese_fonts_as_letters() -> None:
    data = (r"{\rtf1\ansi\ansicpg1252" + FONTS + escaped(r"{\f0 甲案}\par}")).encode()
    assert [block.text for block in read_rtf(data).blocks] == ["甲案"]


def test_an_unknown_code_page_is_passed_over() -> None:
    data = (r"{\rtf1\ansi\ansicpg99999" + escaped(r"甲案\par}")).encode()
    assert [block.text for block in read_rtf(data).blocks] == ["甲案"]


@pytest.mark.parametrize(
    ("body", "seen", "unseen"),
    [
        (r"甲{\v 密}乙\par", ["甲乙"], {Unseen.HIDDEN: 1}),
        (r"甲{\strike 旧文}乙\par", ["甲乙"], {Unseen.STRUCK: 2}),
        (r"甲{\striked1 旧}\striked0 乙\par", ["甲乙"], {Unseen.STRUCK: 1}),
        (r"\strike 旧\strike0 乙\par", ["乙"], {Unseen.STRUCK: 1}),
        (r"\strike 旧\plain 乙\par", ["乙"], {Unseen.STRUCK: 1}),
        (r"甲{\cs5 旧}乙\par", ["甲乙"], {Unseen.STRUCK: 1}),
        (r"甲{\cs5\strike0 新}乙\par", ["甲新乙"], {}),
        (r"\s4 密\par\pard\plain 乙\par", ["乙"], {Unseen.HIDDEN: 1}),
        (r"甲{\v\par}乙\par", ["甲乙"], {}),
        (r"甲{\v{\field{\*\fldinst PAGE}{\fldrslt 12}}}\par", ["甲"], {Unseen.HIDDEN: 2}),
        (r"甲{\*\atnid A}{\*\annotation{\*\atnref 1}批 注}\par", ["甲"], {Unseen.COMMENT: 2}),
        (r"{\v\u-10176?\u-9118?}甲\par", ["甲"], {Unseen.HIDDEN: 1}),
    ],
)
def test_text_that_is_not_seen_is_counted(
    body: str, seen: list[str], unseen: dict[Unseen, int]
) -> None:
    document = read_rtf(rtf(body))
    assert [block.text for block in document.blocks] == seen
    assert document.unseen == unseen
    assert document.notes == ()


@pytest.mark.parametrize(
    ("body", "seen", "unseen"),
    [
        (r"甲{\revised 新}{\deleted 旧}乙\par", ["甲新乙"], {Unseen.DELETED: 1}),
        (r"甲{\mvf 移}\par{\mvt 移}\par", ["甲", "移"], {Unseen.DELETED: 1}),
        (r"甲{\deleted\par}乙\par", ["甲乙"], {}),
        (r"{\deleted 旧段\par}乙\par", ["乙"], {Unseen.DELETED: 2}),
        (r"甲{\deleted{\footnote\pard\plain 旧注}}\par", ["甲"], {Unseen.DELETED: 2}),
    ],
)
def test_revisions_are_read_as_accepted(
    body: str, seen: list[str], unseen: dict[Unseen, int]
) -> None:
    document = read_rtf(rtf(body))
    assert [block.text for block in document.blocks] == seen
    assert document.unseen == unseen
    assert document.notes == (Note.REVISIONS,)


def test_automatic_numbers_stand_in_front() -> None:
    body = r"""
        {\listtext\pard\plain\f0 案例一：\tab}甲\par
        {\pntext\f1 1. }乙\par
        {\listtext\pard\plain\f4 l\tab}丙\par
        {\listtext\f1 o\tab}丁\line 戊\par
        {\listtext 2.\tab}\par"""
    assert read_rtf(rtf(body)).blocks == (
        Block("案例一：甲", "第1段", Role.LIST_ITEM, 4),
        Block("1. 乙", "第2段", Role.LIST_ITEM, 3),
        Block("丙", "第3段"),
        Block("丁", "第4段"),
        Block("戊", "第4段"),
    )


LISTS = r"""{\*\listtable
{\list{\listlevel\levelnfc39\levelstartat1\levelfollow2{\leveltext\'04\u26696?\u20363?\'00\'3a;}
{\levelnumbers\'03;}}{\listlevel\levelnfc0\levelstartat3\levelfollow1{\leveltext\'03\'00.\'01;}}\listid7}
{\list{\listlevel\levelnfc23{\leveltext\'01\'b7;}}\listid8}}{\*\listoverridetable
{\listoverride\listid7\listoverridecount0\ls1}{\listoverride\listid7\listoverridecount1
{\lfolevel\listoverridestartat\levelstartat9}\ls2}{\listoverride\listid8\ls3}}"""


def test_numbers_that_no_paragraph_carries_are_counted() -> None:
    body = (
        r"\pard\ls1 甲\par\pard\ls1\ilvl1 子\par 丑\par\pard\ls1\par\pard\ls1 乙\par"
        r"\pard\ls1\ilvl1 寅\par\pard\ls2 丙\par\pard\ls3 丁\par\pard\ls4 戊\par"
        r"\pard\ls1\ilvl8 己\par"
    )
    seen = [block.text for block in read_rtf(rtf(body, FONTS + LISTS)).blocks]
    assert seen == [
        "案例一:甲", "一.3 子", "一.4 丑", "案例二:乙", "二.3 寅", "案例九:丙", "丁", "戊", "己",
    ]  # fmt: skip


def test_styles_give_titles_headings_and_captions() -> None:
    body = r"\s2 甲\par\pard\s1 乙\par\pard\s3 丙\par\pard\s6 丁\par\pard\b 戊\par\b0 己{\b 庚}\par"
    assert read_rtf(rtf(body)).blocks == (
        Block("甲", "第1段", Role.TITLE, is_bold=True),
        Block("乙", "第2段", Role.HEADING, is_bold=True),
        Block("丙", "第3段", Role.HEADING, is_bold=True),
        Block("丁", "第4段", Role.CAPTION),
        Block("戊", "第5段", is_bold=True),
        Block("己庚", "第6段"),
    )


def test_cells_know_their_place() -> None:
    body = (
        r"甲\par\trowd\cellx1\cellx2\pard\intbl 子\par 丑\cell 寅\cell\row"
        r"\trowd\cellx1\cellx2\pard\intbl 卯\cell\cell\row\pard 乙\par"
        r"\trowd\cellx1\pard\intbl 辰\cell\row"
    )
    assert read_rtf(rtf(body)).blocks == (
        Block("甲", "第1段"),
        Block("子", "表1第1行第1列", Role.CELL, cell=Cell(1, 1, 1)),
        Block("丑", "表1第1行第1列", Role.CELL, cell=Cell(1, 1, 1)),
        Block("寅", "表1第1行第2列", Role.CELL, cell=Cell(1, 1, 2)),
        Block("卯", "表1第2行第1列", Role.CELL, cell=Cell(1, 2, 1)),
        Block("乙", "第2段"),
        Block("辰", "表2第1行第1列", Role.CELL, cell=Cell(2, 1, 1)),
    )


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    body = (
        r"\trowd\cellx1\cellx2\pard\intbl 外\par\pard\intbl\itap2 内\nestcell"
        r"{\*\nesttableprops\trowd\cellx1\nestrow}{\nonesttables\par}"
        r"\pard\intbl 又外\cell 末\cell\row"
    )
    assert [(block.text, block.cell) for block in read_rtf(rtf(body)).blocks] == [
        ("外", Cell(1, 1, 1)),
        ("内", Cell(2, 1, 1)),
        ("又外", Cell(1, 1, 1)),
        ("末", Cell(1, 1, 2)),
    ]


def test_the_further_parts_of_a_merged_cell_print_nothing() -> None:
    body = r"\trowd\clmgf\cellx1\clmrg\cellx2\cellx3\pard\intbl 甲\cell 隐\cell 乙\cell\row"
    document = read_rtf(rtf(body))
    assert [block.text for block in document.blocks] == ["甲", "乙"]
    assert document.unseen == {Unseen.HIDDEN: 1}


def test_heads_feet_and_notes_have_roles_and_come_once() -> None:
    body = (
        r"{\header 某市公安局\par}{\footer 第{\field{\*\fldinst PAGE}{\fldrslt 1}}页\par}"
        r"甲{\footnote\chftn 注文}\par\sect{\headerf 某市公安局\par}乙\par"
    )
    assert [(block.text, block.role, block.at) for block in read_rtf(rtf(body)).blocks] == [
        ("某市公安局", Role.HEADER, "页眉第1段"),
        ("第1页", Role.FOOTER, "页脚第1段"),
        ("甲", Role.PARAGRAPH, "第1段"),
        ("注文", Role.FOOTNOTE, "脚注1第1段"),
        ("乙", Role.PARAGRAPH, "第2段"),
    ]


@pytest.mark.parametrize(
    ("field", "seen"),
    [
        (r"{\*\fldinst HYPERLINK x}{\fldrslt 网站}", "网站"),
        (r"{\*\fldinst { EQ \\o\\ac(○,3)}}{\fldrslt }", "③"),
        (r"{\*\fldinst EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(gong),公)}{\fldrslt}", "公"),
        (r"{\*\fldinst MACROBUTTON A 单位}", "单位"),
        (r"{\*\fldinst PAGE}", ""),
        (r"{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres1\ffdefres0{\*\ffname a}}}}", "☒"),
        (r"{\*\fldinst FORMCHECKBOX{\*\formfield{\ffres25\ffdefres0}}}{\fldrslt }", "☐"),
        (r"{\*\fldinst FORMDROPDOWN{\*\formfield{\ffres1{\*\ffl 甲}{\*\ffl 乙}}}}", "乙"),
        (r"{\*\fldinst IF {\field{\*\fldinst X}{\fldrslt Y}} = 1}{\fldrslt 是}", "是"),
        (r"{\*\fldinst REF}{\fldrslt{\field{\*\fldinst EQ \\o(a,甲)}{\fldrslt}}}", "甲"),
    ],
)
def test_a_field_prints_its_result(field: str, seen: str) -> None:
    assert texts(r"前{\field" + field + r"}后\par") == [f"前{seen}后"]


def test_text_boxes_come_once_before_or_after_their_paragraph() -> None:
    box = (
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt 框\par}}"
        r"{\shprslt{\*\do{\dptxbxtext 框\par}}}}"
    )
    assert texts(box + r"甲\par 乙" + box + r"\par{\*\do{\dptxbxtext 旧框\par}}") == [
        "框", "甲", "乙", "框", "旧框",
    ]  # fmt: skip


def test_the_words_of_wordart_are_read() -> None:
    art = r"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv 通报}}}}"
    assert read_rtf(rtf(art + r"甲\par")).blocks == (
        Block("通报", "艺术字1"),
        Block("甲", "第1段"),
    )


def test_pictures_are_kept_once() -> None:
    body = (
        r"{\*\shppict{\pict{\*\picprop}\pngblip 89 50" + "\n" + r"4e47}}{\nonshppict{\pict 00}}"
        r"甲\par{\pict\jpegblip\bin4 {}\{}{\pict\wmetafile8 0g}{\deleted{\pict 00}}"
    )
    assert read_rtf(rtf(body)).pictures == (
        Picture("图1.png", b"\x89PNG", "第1段"),
        Picture("图2.jpg", b"{}\\{", "第2段"),
        Picture("图3.wmf", None, "第2段"),
    )


def test_a_picture_beyond_the_limit_has_no_bytes() -> None:
    limits = replace(LIMITS, part_bytes=2)
    document = read_rtf(rtf(r"{\pict\pngblip 010203}"), limits)
    assert document.pictures == (Picture("图1.png", None, "第1段"),)


def test_objects_are_attachments_or_formulas() -> None:
    package = "010500000200000008000000" + b"Package\0".hex() + "0000000000000000ff000000"
    package += (b"\x02\x00" + "名单.xlsx".encode("gbk") + b"\0C:\\x\0").hex()
    body = (
        r"{\object\objemb{\*\objclass Excel.Sheet.12}{\*\objdata 0102}{\result 表内文字}}"
        r"{\object{\*\objclass Package}{\*\objdata " + package + r"}{\result}}"
        r"{\object{\*\objclass Equation.3}{\*\objdata 00}}{\mmath{\*\moMath x}}\par"
    )
    document = read_rtf(rtf(body))
    assert [block.text for block in document.blocks] == ["表内文字"]
    assert document.attachments == ("Excel.Sheet.12", "名单.xlsx")
    assert document.notes == (Note.ATTACHMENTS, Note.FORMULAS)


def test_the_title_of_the_file_is_a_hint() -> None:
    document = read_rtf(rtf(r"{\info{\title 某市 通报}{\author 赵某某}{\*\company 某局}}甲\par"))
    assert document.hints == {"title": "某市 通报"}
    assert [block.text for block in document.blocks] == ["甲"]


@pytest.mark.parametrize(
    ("data", "limits", "refusal"),
    [
        (b"", LIMITS, Refusal.BROKEN),
        (b"{\\html}", LIMITS, Refusal.BROKEN),
        (b"{\\rtf1 {\\b half of a sen", LIMITS, Refusal.BROKEN),
        (b"{\\rtf1 {\\fonttbl{\\f0 Son", LIMITS, Refusal.BROKEN),
        (b"{\\rtf1 {\\pict\\bin9 abc}}", LIMITS, Refusal.BROKEN),
        (b"{\\rtf1 " + b"{" * 9, replace(LIMITS, depth=8), Refusal.TOO_LONG),
        (b"{\\rtf1 a\\par b\\par c\\par}", replace(LIMITS, blocks=2), Refusal.TOO_LONG),
        (b"{\\rtf1" + b"\\b" * 9, replace(LIMITS, elements=4), Refusal.TOO_LONG),
        (b"{\\rtf1 abc}", replace(LIMITS, pages=1, page_characters=2), Refusal.TOO_LONG),
    ],
)
def test_a_broken_or_endless_file_is_refused(data: bytes, limits: Limits, refusal: Refusal) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_rtf(data, limits)
    assert caught.value.refusal is refusal


SMALL = rtf(
    r"{\header 头\par}{\listtext 1.\tab}甲{\v 密}{\field{\*\fldinst EQ \\o(a,乙)}{\fldrslt}}\par"
    r"\trowd\clvmrg\cellx1\pard\intbl\itap2 丙\nestcell{\*\nesttableprops\nestrow}\cell\row"
    r"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv \u-10176?}}{\shptxt 框}}}{\footnote 注}"
    r"{\object{\*\objclass Package}{\*\objdata 01}}{\pict\pngblip 00ff}\bin3 abc\s3\cs5 丁\par"
)


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, len(SMALL)), st.integers(0, 12), st.binary(max_size=6) | st.sampled_from(
        [b"{", b"}", b"\\nestrow", b"\\cell", b"\\row", b"\\pard", b"\\*", b"\\itap999999999"]
    ),
)  # fmt: skip
def test_any_change_is_read_or_refused(place: int, length: int, inserted: bytes) -> None:
    changed = SMALL[:place] + inserted + SMALL[place + length :]
    assert_read_or_refused(lambda: read_rtf(changed))
