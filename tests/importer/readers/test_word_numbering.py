"""Numbering of Word: automatic numbers as they are printed."""

from __future__ import annotations

import pytest

from casebook.importer.document import Role
from casebook.importer.readers.reading import read

from .samples import sample
from .word_files import in_list, level, lists, paragraph, word_file


def printed(body: str, numbering: str, styles: str = "") -> list[str]:
    document = read(word_file(body, numbering=numbering, styles=styles))
    return [block.text for block in document.blocks]


@pytest.mark.parametrize(
    ("form", "pattern", "expected"),
    [
        ("decimal", "%1.", ["1.甲", "2.乙"]),
        ("decimalZero", "%1、", ["01、甲", "02、乙"]),
        ("chineseCounting", "（%1）", ["（一）甲", "（二）乙"]),
        ("chineseCountingThousand", "案例%1：", ["案例一：甲", "案例二：乙"]),
        ("japaneseCounting", "第%1章", ["第一章甲", "第二章乙"]),
        ("chineseLegalSimplified", "%1、", ["壹、甲", "贰、乙"]),
        ("ideographTraditional", "%1、", ["甲、甲", "乙、乙"]),
        ("ideographZodiac", "%1、", ["子、甲", "丑、乙"]),
        ("ideographDigital", "%1、", ["一、甲", "二、乙"]),
        ("decimalEnclosedCircle", "%1", ["①甲", "②乙"]),
        ("decimalEnclosedCircleChinese", "%1", ["①甲", "②乙"]),
        ("decimalEnclosedParen", "%1", ["⑴甲", "⑵乙"]),
        ("decimalEnclosedFullstop", "%1", ["⒈甲", "⒉乙"]),
        ("decimalFullWidth", "%1．", ["１．甲", "２．乙"]),
        ("upperLetter", "%1.", ["A.甲", "B.乙"]),
        ("lowerRoman", "%1)", ["i)甲", "ii)乙"]),
        ("bullet", "•", ["甲", "乙"]),
        ("bullet", "\uf06c", ["甲", "乙"]),
        ("none", "", ["甲", "乙"]),
        ("none", "案例：", ["案例：甲", "案例：乙"]),
        ("unheardOf", "%1、", ["1、甲", "2、乙"]),
    ],
)
def test_every_form_is_printed(form: str, pattern: str, expected: list[str]) -> None:
    assert printed(in_list("甲") + in_list("乙"), lists(level(pattern, form))) == expected


def test_the_length_of_a_number_is_told_with_the_block() -> None:
    numbering = lists(level("案例%1：", "chineseCounting"))
    block = read(word_file(in_list("甲案"), numbering=numbering)).blocks[0]
    assert (block.text, block.label_length, block.role) == ("案例一：甲案", 4, Role.LIST_ITEM)


def test_a_number_and_a_year_do_not_run_together_behind_a_tab() -> None:
    numbering = lists(level("%1."))
    assert printed(in_list("2026年，某市"), numbering) == ["1. 2026年，某市"]


@pytest.mark.parametrize(("suffix", "expected"), [("space", "一、 甲"), ("nothing", "一、甲")])
def test_a_space_behind_a_number_is_printed(suffix: str, expected: str) -> None:
    numbering = lists(level("%1、", "chineseCounting", more=f'<w:suff w:val="{suffix}"/>'))
    assert printed(in_list("甲"), numbering) == [expected]


def test_a_list_goes_on_under_another_number_of_the_same_list() -> None:
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/></w:num>' for number in (1, 2)
    )
    numbering = lists(level("（%1）", "chineseCounting"), numbers=numbers)
    body = in_list("甲", 1) + paragraph("其他") + in_list("乙", 2) + in_list("丙", 1)
    assert printed(body, numbering) == ["（一）甲", "其他", "（二）乙", "（三）丙"]


def test_a_number_begins_anew_where_its_start_is_stated() -> None:
    numbers = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = in_list("甲", 1) + in_list("乙", 2) + in_list("丙", 2)
    assert printed(body, lists(level("%1.", start=3), numbers=numbers)) == ["3.甲", "5.乙", "6.丙"]


def test_another_form_for_one_number_of_a_list_is_printed() -> None:
    own = level("第%1例：", "chineseCounting")
    numbers = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0">{own}</w:lvlOverride></w:num>'
    )
    assert printed(in_list("甲"), lists(level("%1."), numbers=numbers)) == ["第一例：甲"]


def test_an_inner_level_begins_anew_under_each_outer_number() -> None:
    numbering = lists(level("%1."), level("%1.%2", depth=1))
    body = in_list("甲") + in_list("子") + in_list("丑", level=1) + in_list("乙")
    body += in_list("寅", level=1) + in_list("卯", level=1)
    assert printed(body, numbering) == ["1.甲", "2.子", "2.1丑", "3.乙", "3.1寅", "3.2卯"]


def test_an_inner_level_goes_on_if_it_is_never_restarted() -> None:
    inner = level("（%2）", depth=1, more='<w:lvlRestart w:val="0"/>')
    numbering = lists(level("%1."), inner)
    body = in_list("甲") + in_list("子", level=1) + in_list("乙") + in_list("丑", level=1)
    assert printed(body, numbering) == ["1.甲", "（1）子", "2.乙", "（2）丑"]


def test_outer_numbers_of_a_legal_level_are_in_digits() -> None:
    numbering = lists(level("%1、", "chineseCounting"), level("%1.%2", depth=1, more="<w:isLgl/>"))
    assert printed(in_list("甲") + in_list("子", level=1), numbering) == ["一、甲", "1.1子"]


def test_a_list_that_names_a_list_style_has_the_numbers_of_the_style() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="案"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="案"/>'
        f"{level('案例%1：', 'chineseCounting')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert printed(in_list("甲", 1) + in_list("乙", 2), numbering) == ["案例一：甲", "案例二：乙"]


def test_numbers_by_style_are_printed_with_the_level_of_the_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="outer"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="inner"><w:basedOn w:val="outer"/><w:pPr><w:numPr>'
        '<w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="linked"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    numbering = lists(
        level("%1、", "chineseCounting"),
        level("（%2）", depth=1),
        level("%3)", depth=2, more='<w:pStyle w:val="linked"/>'),
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in (("甲", "outer"), ("子", "inner"), ("天", "linked"))
    )
    assert printed(body, numbering, styles) == ["一、甲", "（1）子", "1)天"]


def test_a_paragraph_may_be_taken_out_of_the_list_of_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    out = '<w:pStyle w:val="s"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("甲", '<w:pStyle w:val="s"/>') + paragraph("乙", out)
    assert printed(body, lists(level("%1.")), styles) == ["1.甲", "乙"]


def test_an_own_form_with_zeros_is_printed() -> None:
    own = (
        '<w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
    )
    assert printed(in_list("甲"), lists(own)) == ["001.甲"]


def test_a_number_without_text_is_printed_alone() -> None:
    body = f"<w:p><w:pPr>{_NUMBERED}</w:pPr></w:p>" + paragraph("甲案")
    assert printed(body, lists(level("案例%1：", "chineseCounting"))) == ["案例一：", "甲案"]


def test_a_deleted_paragraph_of_a_list_is_not_counted() -> None:
    deleted = (
        f'<w:p><w:pPr>{_NUMBERED}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>'
    )
    assert printed(in_list("甲") + deleted + in_list("乙"), lists(level("%1."))) == ["1.甲", "2.乙"]


def test_a_hidden_paragraph_of_a_list_is_not_counted() -> None:
    hidden = (
        f"<w:p><w:pPr>{_NUMBERED}<w:rPr><w:vanish/></w:rPr></w:pPr>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r></w:p>"
    )
    assert printed(in_list("甲") + hidden + in_list("乙"), lists(level("%1."))) == ["1.甲", "2.乙"]


def test_the_number_of_a_struck_paragraph_is_not_read_but_counted() -> None:
    struck = (
        f"<w:p><w:pPr>{_NUMBERED}<w:rPr><w:strike/></w:rPr></w:pPr>"
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>废</w:t></w:r></w:p>"
    )
    assert printed(in_list("甲") + struck + in_list("乙"), lists(level("%1."))) == ["1.甲", "3.乙"]


def test_a_number_that_is_hidden_itself_is_not_printed() -> None:
    hidden = level("%1.", more="<w:rPr><w:vanish/></w:rPr>")
    assert printed(in_list("甲"), lists(hidden)) == ["甲"]


@pytest.mark.parametrize(
    "numbering",
    [
        '<w:num w:numId="1"/>',
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
        lists('<w:lvl w:ilvl="x"/>'),
        lists('<w:lvl w:ilvl="0"><w:start w:val="一"/><w:lvlText/></w:lvl>'),
    ],
)
def test_a_list_without_a_definition_prints_the_text_alone(numbering: str) -> None:
    assert printed(in_list("甲"), numbering) == ["甲"]


@pytest.mark.parametrize("name", ["02.docx", "12.docx", "16.doc"])
def test_the_numbers_of_the_samples_are_printed(name: str) -> None:
    one = sample(name)
    labelled = [block.text for block in read(one.data).blocks if block.label_length]
    assert [text.replace(" ", "") for text in labelled] == sorted(
        (text.replace(" ", "") for text in one.labels), key=_order(one.paragraphs)
    )


def _order(paragraphs: tuple[str, ...]) -> object:
    places = {text.replace(" ", ""): place for place, text in enumerate(paragraphs)}
    return lambda text: places[text]


_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
