"""Seeds: small harmless files of each format, from which damaged ones are made."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from io import BytesIO
from itertools import chain
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from pypdf import PdfWriter
from pypdf.generic import NameObject

from casebook.importer.readers.detection import Format, format_of
from casebook.importer.readers.source import LIMITS, UnreadableError

from ..importer.labels import OWN
from ..importer.readers import made_ofd, word_files
from ..importer.readers.made_pdf import MadePdf, grey_picture, grid, picture, rule
from ..importer.readers.samples import FAULTS, FORMATS
from ..importer.readers.test_html import WECHAT
from ..importer.readers.test_mail import BULLETIN, message
from ..importer.readers.test_odt import odt
from ..importer.readers.test_rtf import rtf

NAMES = ("docx", "doc", "pdf", "ofd", "rtf", "odt", "xlsx", "html", "mhtml", "eml", "md", "txt")
"""The formats, by the ends of their names."""
LARGEST = 400_000
"""Bytes of a seed."""
_BY_CONTENT = {one: one.value for one in Format if one not in (Format.MAIL, Format.TEXT)}
_TEXT = "2025年1月9日，某市公安局抓获犯罪嫌疑人赵某，涉案金额3万元。"


def seeds(name: str) -> tuple[bytes, ...]:
    """The files of a format, without repetitions; none if there are only files outside of here."""
    found = dict.fromkeys(chain(_made(name), _kept(name)))
    if name == "pdf":
        found |= dict.fromkeys(map(_unpacked, found))
    return tuple(one for one in found if len(one) <= LARGEST)


def _kept(name: str) -> Iterator[bytes]:
    """The files of the tests, and those beside the project where they are."""
    for folder in (OWN, FORMATS, FAULTS):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.is_file() and path.suffix != ".json" and path.name != "README.md":
                data = path.read_bytes()
                if _name_of(data, path) == name:
                    yield data


def _name_of(data: bytes, path: Path) -> str:
    """What a file is by its content; texts and messages by its name."""
    try:
        return _BY_CONTENT.get(format_of(data, LIMITS), path.suffix[1:])
    except UnreadableError:
        return ""


def _unpacked(data: bytes) -> bytes:
    """A PDF whose pages are not packed, so that what they draw can be changed."""
    made = PdfWriter(clone_from=BytesIO(data))
    for page in made.pages:
        if (contents := page.get_contents()) is not None:
            page[NameObject("/Contents")] = made._add_object(contents)
    file = BytesIO()
    made.write(file)
    return file.getvalue()


def _made(name: str) -> Iterator[bytes]:
    made = {
        "docx": _word, "pdf": _pdf, "ofd": _ofd, "rtf": _rich, "odt": _open, "xlsx": _sheet,
        "html": _page, "mhtml": _saved_page, "eml": _mail, "md": _markdown,
    }  # fmt: skip
    if name in made:
        yield made[name]()


def _word() -> bytes:
    made = word_files
    circled = r"EQ \o\ac(○,一)"
    inner = made.table(made.row(made.cell(made.paragraph("内"))))
    body = (
        made.in_list("赵某诈骗案")
        + f"<w:p>{made.run(_TEXT, '<w:b/>')}{made.deleted('乙')}{made.box(made.paragraph('丙'))}"
        f"{made.vml_box(made.paragraph('丁'))}{made.field('PAGE', made.run('1'))}"
        f"{made.field('SEQ 图', made.run('1'))}{made.field(circled, None)}"
        '<w:r><w:footnoteReference w:id="2"/>'
        '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
        + made.table(made.row(made.cell(made.paragraph("戊") + inner, '<w:gridSpan w:val="2"/>')))
        + made.in_list("钱某诈骗案", level=1)
        + '<w:sectPr><w:headerReference r:id="head"/></w:sectPr>'
    )
    return made.word_file(
        body,
        styles="<w:style w:type='character' w:styleId='a'><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='b'><w:name w:val='heading 1'/>"
        "<w:basedOn w:val='b'/></w:style>",
        numbering=made.lists(
            made.level("案例%1：", "chineseCounting"), made.level("%1.%2", depth=1, start=3)
        ),
        parts={
            "word/footnotes.xml": made.part(
                "footnotes", f'<w:footnote w:id="2">{made.paragraph("注")}</w:footnote>'
            ),
            "word/header1.xml": made.part("hdr", made.paragraph("头")),
        },
        targets={"head": ("header", "header1.xml"), "foot": ("footnotes", "footnotes.xml")},
    )


def _pdf() -> bytes:
    made = MadePdf("公布典型案例", objects={100: grey_picture()})
    made.page(
        made.text(100, "某市公安局通报2起典型案例", size=20, is_bold=True),
        made.lines(200, "案例一：赵某诈骗案", _TEXT, _TEXT[:12]),
        rule(90, 195, 120, 196), grid([90, 190, 290], [350, 380, 400]),
        made.text(366, "甲", left=95), made.text(366, "乙", left=195),
        picture(100, 100, 500, 200, 600), made.text(820, "— 1 —", left=280),
    )  # fmt: skip
    made.page(
        made.lines(100, _TEXT[12:], "案例二：钱某诈骗案", left=90),
        made.text(100, "右栏", left=350, turn="0 1 -1 0"),
        extra="/Rotate 90",
    )
    return made.data()


def _ofd() -> bytes:
    made = made_ofd
    body = made.layer(
        made.text(40, "某市公安局通报典型案例", size=7),
        made.text(60, _TEXT), made.stroke(38, 58.6, 50),
        made.box(25, 70, 90, 90, "1 2 3"), made.picture(0, 0, 100, 100),
    )  # fmt: skip
    common = (
        '<ofd:TemplatePage ID="7" BaseLoc="Temps/T.xml"/>'
        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
    )
    resources = (
        '<ofd:Fonts><ofd:Font ID="3" FontName="SimSun" Bold="true"/></ofd:Fonts><ofd:MultiMedias>'
        '<ofd:MultiMedia ID="9"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia>'
        "</ofd:MultiMedias>"
    )
    return made.made_ofd(
        [made.page(body, before='<ofd:Template TemplateID="7" ZOrder="Background"/>')] * 2,
        common=common,
        parts={
            "Doc_0/Temps/T.xml": made.page(made.layer(made.text(285, "— 1 —"))),
            "Doc_0/PublicRes.xml": made.part("Res", resources),
        },
        info="<ofd:Title>通报</ofd:Title>",
    )


def _rich() -> bytes:
    return rtf(
        r"\f0 案例一：赵某诈骗案\par{\b " + _TEXT + r"}\line{\v 暗}{\strike 删}{\deleted 旧}\par"
        r"{\listtext 1.\tab}\ls1\ilvl0 甲\par\trowd\cellx100\cellx200\intbl 乙\cell 丙\cell\row"
        r"{\footnote 注}{\field{\*\fldinst PAGE}{\fldrslt 1}}{\header 头\par}"
        r"{\pict\pngblip 89504e47}{\*\unknown 无}\u20844?\uc2\u23433\'b0\'b2\par"
    )


def _open() -> bytes:
    return odt(
        '<text:h text:outline-level="1">通报</text:h><text:list text:style-name="L1">'
        "<text:list-item><text:p>赵某诈骗案</text:p><text:list><text:list-item><text:p>甲</text:p>"
        f"</text:list-item></text:list></text:list-item></text:list><text:p>{_TEXT}"
        '<text:span text:style-name="Hidden">暗</text:span><text:s text:c="3"/><text:line-break/>'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p>"
        '</text:note-body></text:note></text:p><table:table table:name="t"><table:table-row>'
        '<table:table-cell table:number-columns-repeated="2"><text:p>乙</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )


def _sheet() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("序号", "案例", "金额"), (1, _TEXT, 30000.5), (2, "钱某诈骗案", "=1+1")):
        sheet.append(row)
    sheet["B3"].font = Font(strike=True)
    sheet["C2"].number_format = '#,##0.00"元"'
    sheet.merge_cells("A5:C5")
    sheet["A5"] = "某市公安局"
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("暗").sheet_state = "hidden"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _page() -> bytes:
    return WECHAT.encode()


def _mail() -> bytes:
    made = message()
    made.add_alternative("<h1>通报</h1><p>正文</p><p style='display:none'>暗</p>", subtype="html")
    made.add_attachment(BULLETIN.encode(), maintype="text", subtype="plain", filename="稿.txt")
    made.add_attachment(_rich(), maintype="application", subtype="rtf", filename="稿.rtf")
    return made.as_bytes()


def _saved_page() -> bytes:
    made = EmailMessage()
    made["Subject"] = "通报"
    made["MIME-Version"] = "1.0"
    made["Snapshot-Content-Location"] = "https://example.cn/a.html"
    made.set_content(WECHAT, subtype="html", cte="quoted-printable")
    made.make_related()
    made.add_related(b"p{display:none}", maintype="text", subtype="css", cid="<a@mhtml>")
    return made.as_bytes()


def _markdown() -> bytes:
    return (
        f"---\ntitle: 通报\n---\n# 通报\n\n## 案例一\n\n{_TEXT}**重**~~删~~[名](https://example.cn)\n"
        "\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n1. 一\n   - 二\n\n> 引\n\n<!-- 注 -->\n"
        "\n```\n码\n```\n"
    ).encode()
