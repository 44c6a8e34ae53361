"""Word: paragraphs, tables, emphasis and automatic numbers, in files made for the test."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from casebook.importer.docx_file import lines_of
from casebook.importer.line import Line


def saved(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def element(name: str, **values: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def numbered(document: Any, texts: list[str], form: str, pattern: str) -> None:
    """Adds paragraphs that Word numbers by itself."""
    root = document.part.numbering_part.element
    kind = element("abstractNum", abstractNumId="90")
    level = element("lvl", ilvl="0")
    level.append(element("numFmt", val=form))
    level.append(element("lvlText", val=pattern))
    kind.append(level)
    root.insert(0, kind)
    number = element("num", numId="90")
    number.append(element("abstractNumId", val="90"))
    root.append(number)
    for text in texts:
        paragraph = document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = 90


def test_paragraphs_tables_and_emphasis() -> None:
    document = docx.Document()
    document.core_properties.title = "通报"
    document.add_heading("某市通报案例", 1)
    document.add_paragraph("  第一段　有空白  ")
    document.add_paragraph().add_run("粗体一行").bold = True
    document.add_paragraph("")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "左格", "右格"
    document.add_paragraph("末段")
    lines, hints = lines_of(saved(document))
    assert lines == [
        Line("某市通报案例", is_bold=True),
        Line("第一段 有空白"),
        Line("粗体一行", is_bold=True),
        Line("左格"),
        Line("右格"),
        Line("末段"),
    ]
    assert hints == {"title": "通报"}


@pytest.mark.parametrize(
    ("form", "pattern", "printed"),
    [
        ("decimal", "%1.", ["1.甲案", "2.乙案"]),
        ("chineseCountingThousand", "案例%1：", ["案例一：甲案", "案例二：乙案"]),
        ("chineseCounting", "（%1）", ["（一）甲案", "（二）乙案"]),
        ("bullet", "•", ["甲案", "乙案"]),
    ],
)
def test_automatic_numbers_are_printed(form: str, pattern: str, printed: list[str]) -> None:
    document = docx.Document()
    numbered(document, ["甲案", "乙案"], form, pattern)
    assert [line.text for line in lines_of(saved(document))[0]] == printed


def test_numbers_of_a_style_are_printed() -> None:
    document = docx.Document()
    for text in ("甲案", "乙案"):
        document.add_paragraph(text, style="List Number")
    assert [line.text for line in lines_of(saved(document))[0]] == ["1.甲案", "2.乙案"]


def test_numbers_beyond_ten_are_written_in_chinese() -> None:
    document = docx.Document()
    numbered(document, ["案"] * 21, "chineseCounting", "%1、")
    texts = [line.text for line in lines_of(saved(document))[0]]
    assert [texts[number - 1] for number in (9, 10, 11, 20, 21)] == [
        "九、案",
        "十、案",
        "十一、案",
        "二十、案",
        "二十一、案",
    ]


@pytest.mark.parametrize("cut", [0, 10, 200, 2000])
def test_a_broken_file_has_no_lines(cut: int) -> None:
    whole = saved(docx.Document())
    assert lines_of(whole[:cut]) == ([], {})
