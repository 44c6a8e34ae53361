"""Workbooks: what a person sees of their cells, in files made for the test."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from casebook.importer.document import Block, Cell, Document, Note, Picture, Role, Unseen
from casebook.importer.readers.source import LIMITS, Limits, Refusal, Source, UnreadableError
from casebook.importer.readers.xlsx import read
from tests.importer.readers.samples import assert_read_or_refused, leaks, paragraphs_missing, sample

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    f'xmlns:r="{RELATIONS}"'
)
STYLES = f"""<styleSheet xmlns="{MAIN}">
<numFmts><numFmt numFmtId="164" formatCode=";;;"/>
  <numFmt numFmtId="165" formatCode="0.0&quot;万元&quot;"/>
  <numFmt numFmtId="166" formatCode="0;0;0;&quot;备注：&quot;@"/></numFmts>
<fonts><font/><font><strike/></font><font><b/></font><font><strike val="0"/></font></fonts>
<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf numFmtId="164"/><xf numFmtId="165"/>
  <xf numFmtId="31"/><xf numFmtId="166"/><xf fontId="3"/><xf fontId="99"/></cellXfs></styleSheet>"""
PLAIN, STRUCK, BOLD, HIDDEN, MONEY, DATE, REMARK, UNSTRUCK, NO_FONT = range(9)


@dataclass(slots=True)
class Page:
    """A sheet of a workbook."""

    rows: str
    around: str = ""
    before: str = ""
    state: str = "visible"
    name: str = "表"
    related: tuple[tuple[str, str], ...] = ()
    """Kinds and targets of the parts beside the cells."""


@dataclass(slots=True)
class Workbook:
    """What a workbook is made of."""

    pages: list[Page]
    strings: str = ""
    parts: dict[str, str | bytes] = field(default_factory=dict)
    since_1904: bool = False
    space: str = MAIN

    def saved(self) -> bytes:
        file = BytesIO()
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for name, data in {**self._parts(), **self.parts}.items():
                archive.writestr(name, data)
        return file.getvalue()

    def _parts(self) -> dict[str, str]:
        sheets = "".join(
            f'<sheet name="{page.name}" sheetId="{number}" state="{page.state}" r:id="s{number}"/>'
            for number, page in enumerate(self.pages, 1)
        )
        parts = {
            "_rels/.rels": relations([("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": f'<workbook xmlns="{self.space}" xmlns:r="{RELATIONS}"><workbookPr '
            f'date1904="{int(self.since_1904)}"/><sheets>{sheets}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(
                [("worksheet", f"s{number}.xml") for number in range(1, len(self.pages) + 1)]
                + [("styles", "styles.xml"), ("sharedStrings", "strings.xml")]
            ),
            "xl/styles.xml": STYLES,
            "xl/strings.xml": f'<sst xmlns="{self.space}">{self.strings}</sst>',
        }
        for number, page in enumerate(self.pages, 1):
            parts[f"xl/s{number}.xml"] = (
                f'<worksheet xmlns="{self.space}">{page.before}<sheetData>{page.rows}</sheetData>'
                f"{page.around}</worksheet>"
            )
            parts[f"xl/_rels/s{number}.xml.rels"] = relations(list(page.related))
        return parts


def relations(targets: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="s{number}" Type="x/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f"<Relationships>{made}</Relationships>"


def row(*cells: str, rest: str = "") -> str:
    return f"<row {rest}>{''.join(cells)}</row>"


def text(said: str, style: int = PLAIN, at: str = "") -> str:
    place = f'r="{at}"' if at else ""
    return f'<c {place} s="{style}" t="inlineStr"><is><t>{said}</t></is></c>'


def number(value: str, style: int = PLAIN, kind: str = "n", formula: str = "") -> str:
    return f'<c s="{style}" t="{kind}">{formula}<v>{value}</v></c>'


def read_xlsx(data: bytes, limits: Limits = LIMITS) -> Document:
    def read_part(_: bytes) -> Document:
        raise UnreadableError(Refusal.FORM)

    return read(Source(data, limits, read_part))


def book(rows: str, around: str = "", before: str = "") -> Document:
    return read_xlsx(Workbook([Page(rows, around, before)]).saved())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_every_cell_of_an_office_file_is_read() -> None:
    document = read_xlsx(sample("36.xlsx").data)
    assert texts(document) == list(sample("36.xlsx").paragraphs)
    assert (paragraphs_missing("36.xlsx"), leaks("36.xlsx")) == ([], [])


def test_a_workbook_of_openpyxl_is_read() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["案件名称", "案发时间", "金额", "总额"])
    sheet.append(["赵某某案", date(2025, 11, 6), 37.5, "=C2*2"])
    sheet["B2"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["A1"].font = Font(bold=True)
    made.properties.title = "某市 通报"
    file = BytesIO()
    made.save(file)
    document = read_xlsx(file.getvalue())
    assert document.blocks[0] == Block(
        "案件名称", "表1第1行第1列", Role.CELL, is_bold=True, cell=Cell(1, 1, 1)
    )
    assert texts(document)[4:] == ["赵某某案", "2025年11月6日", "37.5"]
    assert document.hints == {"title": "某市 通报"}
    assert document.notes == (Note.FORMULAS,)


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (number("37.5", MONEY), ["37.5万元"]),
        (number("45967", DATE), ["2025年11月6日"]),
        (number("2025-11-06", DATE, "d"), ["2025年11月6日"]),
        (number("2025-11-06T12:00:00Z", DATE, "d"), ["2025年11月6日"]),
        (number("soon", DATE, "d"), ["soon"]),
        (number("1", kind="b"), ["TRUE"]),
        (number("0", kind="b"), ["FALSE"]),
        (number("#N/A", kind="e"), ["#N/A"]),
        (number("甲", kind="str", formula="<f>A1</f>"), ["甲"]),
        (number("", kind="str", formula="<f>A1</f>"), []),
        (number("3", formula="<f>1+2</f>"), ["3"]),
        (number("1e999"), ["1e999"]),
        (number("x"), ["x"]),
        (number("5", 99), ["5"]),
        (number("5", NO_FONT), ["5"]),
        (text("甲\n乙"), ["甲", "乙"]),
        (text("甲_x000D_\n乙_x005F_x000D_"), ["甲", "乙_x000D_"]),
        (text("甲", REMARK), ["备注：甲"]),
        (text("甲", MONEY), ["甲"]),
        (text("甲", UNSTRUCK), ["甲"]),
        ("<c t='inlineStr'><is><r><t>甲</t></r><rPh><t>jia</t></rPh></is></c>", ["甲"]),
        ("<c t='inlineStr'/>", []),
        ("<c><v/></c>", []),
    ],
)
def test_a_cell_is_read_as_it_prints(cell: str, seen: list[str]) -> None:
    document = book(row(cell))
    assert texts(document) == seen
    assert document.notes == ()
    assert document.unseen == {}


@pytest.mark.parametrize(
    ("rows", "around", "unseen"),
    [
        (row(text("旧文", STRUCK)), "", {Unseen.STRUCK: 2}),
        (row(number("12", STRUCK)), "", {Unseen.STRUCK: 2}),
        (row(text("密文", HIDDEN)), "", {Unseen.HIDDEN: 2}),
        (row(number("12.5", HIDDEN)), "", {Unseen.HIDDEN: 4}),
        (row(text("密"), rest='hidden="1"'), "", {Unseen.HIDDEN: 1}),
        (row(text("密"), rest='ht="0" customHeight="1"'), "", {Unseen.HIDDEN: 1}),
        (row(text("密", at="C1")), "", {Unseen.HIDDEN: 1}),
        (row(text("密", at="E1")), "", {Unseen.HIDDEN: 1}),
        (
            row(text("密", at="B1"), rest='hidden="true"'),
            '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>',
            {Unseen.HIDDEN: 1},
        ),
    ],
)
def test_what_is_not_seen_is_counted(rows: str, around: str, unseen: dict[Unseen, int]) -> None:
    columns = (
        '<cols><col min="3" max="3" hidden="1"/><col min="5" max="99" width="0" customWidth="1"/>'
        "</cols>"
    )
    document = book(rows + row(text("甲", at="A9"), rest='r="9"'), around, columns)
    assert texts(document) == ["甲"]
    assert document.unseen == unseen


def test_runs_are_struck_on_their_own_or_with_their_cell() -> None:
    runs = (
        "<si><r><t>甲</t></r><r><rPr><strike/></rPr><t>旧</t></r>"
        "<r><rPr><b/></rPr><t>乙</t></r></si>"
    )
    cells = '<c t="s"><v>0</v></c>' + f'<c t="s" s="{STRUCK}"><v>0</v></c>'
    document = read_xlsx(Workbook([Page(row(cells))], runs).saved())
    assert texts(document) == ["甲乙", "乙"]
    assert [block.is_bold for block in document.blocks] == [False, True]
    assert document.unseen == {Unseen.STRUCK: 3}


def test_a_merged_cell_comes_once_and_is_seen_if_a_part_of_it_is() -> None:
    rows = (
        row(text("标题", at="A1"), text("盖", at="B1"), rest='r="1"')
        + row(text("甲", at="A2"), rest='r="2" hidden="1"')
        + row(text("盖", at="A3"), rest='r="3"')
        + row(text("乙", at="A4"), rest='r="4" hidden="1"')
        + row(rest='r="5" hidden="1"')
        + row(text("丙", at="A6"), rest='r="6"')
    )
    merged = "".join(
        f'<mergeCell ref="{one}"/>' for one in ("A1:XFD1", "A2:A3", "A4:A5", "bad", "A6:A1048576")
    )
    document = book(rows, f"<mergeCells>{merged}</mergeCells>")
    assert texts(document) == ["标题", "甲", "丙"]
    assert document.unseen == {Unseen.HIDDEN: 3}


def test_hidden_sheets_are_left_out_and_the_others_counted() -> None:
    pages = [
        Page(row(text("密")), state="hidden"),
        Page(row(text("甲")), name="一"),
        Page(row(text("密")), state="veryHidden"),
        Page(row("", text("乙")), name="二"),
    ]
    document = read_xlsx(Workbook(pages).saved())
    assert document.blocks == (
        Block("甲", "表1第1行第1列", Role.CELL, cell=Cell(1, 1, 1)),
        Block("乙", "表2第1行第1列", Role.CELL, cell=Cell(2, 1, 1)),
    )
    assert document.unseen == {Unseen.HIDDEN: 2}


def test_days_since_1904_give_the_same_date() -> None:
    rows = row(number("44505", DATE), number("2025-11-06", DATE, "d"))
    made = Workbook([Page(rows)], since_1904=True)
    assert texts(read_xlsx(made.saved())) == ["2025年11月6日", "2025年11月6日"]


def test_a_strict_workbook_is_read() -> None:
    made = Workbook([Page(row(text("甲"), number("45967", DATE)))], space=STRICT)
    assert texts(read_xlsx(made.saved())) == ["甲", "2025年11月6日"]


def test_formulas_without_a_result_are_noted() -> None:
    document = book(row("<c><f>SUM(A1)</f></c>", "<c><f>SUM(A1)</f><v></v></c>", text("甲")))
    assert texts(document) == ["甲"]
    assert document.notes == (Note.FORMULAS,)


def test_running_heads_and_feet_come_once() -> None:
    head = (
        '<headerFooter differentFirst="1"><oddHeader>&amp;L某局&amp;C&amp;"宋体,常规"&amp;12'
        "通报&amp;&amp;公告&amp;R&amp;S旧&amp;S新</oddHeader><oddFooter>第&amp;P+1页&amp;R&amp;A"
        "</oddFooter><evenHeader>无</evenHeader><firstHeader>某局</firstHeader></headerFooter>"
    )
    pages = [Page(row(text("甲")), head, name="案例"), Page(row(text("乙")), head, name="案例")]
    document = read_xlsx(Workbook(pages).saved())
    assert [(block.text, block.role, block.at) for block in document.blocks] == [
        ("某局", Role.HEADER, "页眉"),
        ("通报&公告", Role.HEADER, "页眉"),
        ("新", Role.HEADER, "页眉"),
        ("甲", Role.CELL, "表1第1行第1列"),
        ("第页", Role.FOOTER, "页脚"),
        ("案例", Role.FOOTER, "页脚"),
        ("乙", Role.CELL, "表2第1行第1列"),
    ]
    assert document.unseen == {Unseen.STRUCK: 2}


def anchor(inner: str, at: int) -> str:
    return (
        f"<xdr:twoCellAnchor><xdr:from><xdr:row>{at}</xdr:row></xdr:from>{inner}"
        "</xdr:twoCellAnchor>"
    )


def shape(inner: str, rest: str = "") -> str:
    return (
        f"<xdr:sp><xdr:nvSpPr><xdr:cNvPr {rest}/></xdr:nvSpPr><xdr:txBody>{inner}</xdr:txBody>"
        "</xdr:sp>"
    )


def test_text_boxes_stand_by_their_row() -> None:
    drawing = (
        f"<xdr:wsDr {DRAWING}>"
        + anchor(shape("<a:p><a:r><a:t>末</a:t></a:r></a:p>"), 8)
        + anchor(
            "<xdr:grpSp>"
            + shape(
                '<a:p><a:r><a:rPr b="1"/><a:t>题</a:t></a:r><a:br/><a:r><a:rPr strike="sngStrike"/>'
                "<a:t>旧</a:t></a:r><a:fld><a:t>日</a:t></a:fld></a:p>"
            )
            + shape("<a:p><a:r><a:t>密</a:t></a:r></a:p>", 'hidden="1"')
            + "</xdr:grpSp>",
            0,
        )
        + "</xdr:wsDr>"
    )
    page = Page(row(text("甲")), related=(("drawing", "d.xml"),))
    document = read_xlsx(Workbook([page], parts={"xl/d.xml": drawing}).saved())
    assert [(block.text, block.at, block.is_bold) for block in document.blocks] == [
        ("题", "表1文本框2", True),
        ("日", "表1文本框2", False),
        ("甲", "表1第1行第1列", False),
        ("末", "表1文本框1", False),
    ]
    assert document.unseen == {Unseen.STRUCK: 1, Unseen.HIDDEN: 1}
    assert document.notes == ()


def test_pictures_charts_diagrams_comments_and_attachments() -> None:
    drawing = (
        f"<xdr:wsDr {DRAWING}>"
        + anchor('<xdr:pic><xdr:blipFill><a:blip r:embed="s1"/></xdr:blipFill></xdr:pic>', 0)
        + anchor("<xdr:graphicFrame><a:graphic><c:chart/></a:graphic></xdr:graphicFrame>", 0)
        + anchor(
            '<xdr:graphicFrame><a:graphic><dgm:relIds r:dm="s2"/></a:graphic></xdr:graphicFrame>', 0
        )
        + "</xdr:wsDr>"
    )
    cell_images = (
        f'<e:cellImages xmlns:e="x" {DRAWING}><e:cellImage><xdr:pic><xdr:cNvPr name="ID_1"/>'
        '<a:blip r:embed="s1"/></xdr:pic></e:cellImage></e:cellImages>'
    )
    parts: dict[str, str | bytes] = {
        "xl/d.xml": drawing,
        "xl/_rels/d.xml.rels": relations([("image", "media/a.png"), ("diagramData", "m.xml")]),
        "xl/media/a.png": b"PNG",
        "xl/m.xml": f"<dgm:m {DRAWING}><dgm:t><a:p><a:r><a:t>流程</a:t></a:r></a:p></dgm:t>"
        "</dgm:m>",
        "xl/c.xml": "<comments><authors><author>赵某</author></authors><commentList><comment><text>"
        "<r><t>批</t></r><r><t>注</t></r></text></comment></commentList></comments>",
        "xl/cellimages.xml": cell_images,
        "xl/_rels/cellimages.xml.rels": relations([("image", "media/b.png")]),
        "xl/v.vml": '<xml><ClientData ObjectType="Note"/><ClientData ObjectType="Button"/></xml>',
        "xl/embeddings/名单.docx": b"PK",
    }
    page = Page(
        row(
            text("甲"),
            number('=DISPIMG("ID_1",1)', kind="str").replace('"ID_1"', "&quot;ID_1&quot;"),
        ),
        related=(
            ("drawing", "d.xml"),
            ("comments", "c.xml"),
            ("vmlDrawing", "v.vml"),
            ("package", "embeddings/名单.docx"),
        ),
    )
    document = read_xlsx(Workbook([page], parts=parts).saved())
    assert texts(document) == ["流程", "甲"]
    assert document.pictures == (
        Picture("a.png", b"PNG", "表1"),
        Picture("b.png", None, "表1第1行第2列"),
    )
    assert document.notes == (Note.FORMULAS, Note.TEXT_BOXES, Note.ATTACHMENTS)
    assert document.attachments == ("名单.docx",)
    assert document.unseen == {Unseen.COMMENT: 2}


def test_empty_rows_beyond_the_limit_are_passed_over() -> None:
    rows = row(text("甲")) + "".join(
        f'<row r="{place}" ht="20"><c r="A{place}" s="1"/></row>' for place in range(2, 60)
    )
    limits = replace(LIMITS, rows=3, elements=60)
    assert texts(read_xlsx(Workbook([Page(rows)]).saved(), limits)) == ["甲"]


@pytest.mark.parametrize(
    ("rows", "limits"),
    [
        (row(text("甲", at="A4"), rest='r="4"'), replace(LIMITS, rows=3)),
        (row(text("甲", at="D1")), replace(LIMITS, columns=3)),
        (row(text("甲") * 9), replace(LIMITS, blocks=8)),
        (row(text("甲") * 9), replace(LIMITS, elements=20)),
        (row(text("甲" * 99)), replace(LIMITS, pages=1, page_characters=99)),
    ],
)
def test_values_beyond_the_limits_are_refused(rows: str, limits: Limits) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_xlsx(Workbook([Page(rows)]).saved(), limits)
    assert caught.value.refusal is Refusal.TOO_LONG


def test_a_hidden_value_beyond_the_limits_is_counted() -> None:
    rows = row(text("密", at="A4"), rest='r="4" hidden="1"') + row(
        text("甲", at="A1"), rest='r="1"'
    )
    document = read_xlsx(Workbook([Page(rows)]).saved(), replace(LIMITS, rows=3))
    assert texts(document) == ["甲"]
    assert document.unseen == {Unseen.HIDDEN: 1}


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/s1.xml": "<worksheet><sheetData>"},
        {"xl/_rels/workbook.xml.rels": relations([])},
        {"xl/workbook.xml": ""},
    ],
)
def test_a_broken_workbook_is_refused(parts: dict[str, str | bytes]) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_xlsx(Workbook([Page(row(text("甲")))], parts=parts).saved())
    assert caught.value.refusal is Refusal.BROKEN


def test_a_text_that_is_missing_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        book(row('<c t="s"><v>7</v></c>'))
    assert caught.value.refusal is Refusal.BROKEN


SMALL = (
    row(text("甲", STRUCK), number("45967", DATE), '<c t="s" r="D1"><v>0</v></c>')
    + row(number("1", kind="b"), "<c><f>A1</f></c>", rest='r="2" hidden="1"')
)  # fmt: skip
AROUND = (
    '<mergeCells><mergeCell ref="A1:B2"/></mergeCells><headerFooter><oddHeader>&amp;L甲&amp;P'
    "</oddHeader></headerFooter>"
)


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, len(SMALL + AROUND)),
    st.integers(0, 12),
    st.text('<>/"=:-0aA1一 ', max_size=6) | st.sampled_from(["1048576", "XFD", "9" * 12, "-1"]),
)
def test_any_change_of_a_sheet_is_read_or_refused(place: int, length: int, inserted: str) -> None:
    whole = f"<sheetData>{SMALL}</sheetData>{AROUND}"
    changed = whole[:place] + inserted + whole[place + length :]
    sheet = f'<worksheet xmlns="{MAIN}"><cols><col min="1" max="2"/></cols>{changed}</worksheet>'
    made = Workbook([Page("")], "<si><t>乙</t></si>", {"xl/s1.xml": sheet})
    assert_read_or_refused(lambda: read_xlsx(made.saved()))


WHOLE = Workbook([Page(SMALL, AROUND)], "<si><t>乙</t></si>").saved()


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, 12), st.binary(max_size=6))
def test_any_change_of_the_archive_is_read_or_refused(
    place: int, length: int, inserted: bytes
) -> None:
    assert_read_or_refused(lambda: read_xlsx(WHOLE[:place] + inserted + WHOLE[place + length :]))
