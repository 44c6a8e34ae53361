"""Styles of Word: what is hidden, struck or a heading by its style is taken as such."""

from __future__ import annotations

import pytest

from casebook.importer.document import Block, Document, Role, Unseen
from casebook.importer.readers.reading import read
from casebook.importer.readers.source import Refusal, UnreadableError

from .word_files import paragraph, run, texts, word_file

STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='32'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='character' w:styleId='note'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='inner'><w:basedOn w:val='note'/></w:style>"
    "<w:style w:type='character' w:styleId='old'><w:rPr><w:dstrike/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='loop'><w:basedOn w:val='loop'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='secret'><w:rPr><w:vanish/></w:rPr></w:style>"
)


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ("<w:vanish/>", Unseen.HIDDEN),
        ('<w:vanish w:val="true"/>', Unseen.HIDDEN),
        ("<w:strike/>", Unseen.STRUCK),
        ("<w:dstrike/>", Unseen.STRUCK),
        ('<w:strike w:val="0"/><w:dstrike w:val="1"/>', Unseen.STRUCK),
        ('<w:rStyle w:val="note"/>', Unseen.HIDDEN),
        ('<w:rStyle w:val="inner"/>', Unseen.HIDDEN),
        ('<w:rStyle w:val="old"/>', Unseen.STRUCK),
    ],
)
def test_hidden_and_struck_runs_are_counted_and_not_read(properties: str, reason: Unseen) -> None:
    body = f"<w:p>{run('抓获')}{run('内部 电话', properties)}{run('4名')}</w:p>"
    document = read(word_file(body, styles=STYLES))
    assert document == Document((Block("抓获4名", "第1段"),), {}, {reason: 4})


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:vanish w:val="false"/>',
        '<w:strike w:val="off"/>',
        '<w:rStyle w:val="note"/><w:vanish w:val="0"/>',
        '<w:rStyle w:val="loop"/>',
        '<w:rStyle w:val="missing"/>',
        "<w:webHidden/>",
        '<w:color w:val="FFFFFF"/>',
        "<w:caps/>",
        '<w:rPrChange w:id="1"><w:rPr><w:strike/></w:rPr></w:rPrChange>',
    ],
)
def test_runs_that_are_seen_are_read(properties: str) -> None:
    assert texts(f"<w:p>{run('可见', properties)}</w:p>", STYLES) == ["可见"]


def test_a_paragraph_of_a_hidden_style_is_not_read_but_for_what_is_shown_in_it() -> None:
    shown = run("显示", '<w:vanish w:val="0"/>')
    body = f"<w:p><w:pPr><w:pStyle w:val='secret'/></w:pPr>{run('暗')}{shown}</w:p>"
    assert texts(body, STYLES) == ["显示"]


def test_the_same_property_of_both_styles_is_reversed_as_word_does() -> None:
    style = '<w:pStyle w:val="secret"/>'
    assert texts(paragraph("可见", style, '<w:rStyle w:val="note"/>'), STYLES) == ["可见"]


def test_text_hidden_by_the_defaults_of_the_file_is_not_read() -> None:
    styles = STYLES.replace("<w:sz w:val='32'/>", "<w:vanish/>")
    with pytest.raises(UnreadableError) as caught:
        texts(paragraph("暗"), styles)
    assert caught.value.refusal is Refusal.EMPTY


@pytest.mark.parametrize(
    ("name", "level", "role"),
    [
        ("Title", "", Role.TITLE),
        ("heading 3", "", Role.HEADING),
        ("标题 1", "", Role.HEADING),
        ("heading 1", '<w:outlineLvl w:val="9"/>', Role.PARAGRAPH),
        ("自定", '<w:outlineLvl w:val="1"/>', Role.HEADING),
        ("自定", '<w:outlineLvl w:val="9"/>', Role.PARAGRAPH),
    ],
)
def test_the_style_of_a_paragraph_tells_its_role(name: str, level: str, role: Role) -> None:
    styles = (
        f"<w:style w:type='paragraph' w:styleId='a'><w:name w:val='{name}'/><w:pPr>{level}</w:pPr>"
        "</w:style><w:style w:type='paragraph' w:styleId='b'><w:basedOn w:val='a'/></w:style>"
    )
    block = read(word_file(paragraph("甲", '<w:pStyle w:val="b"/>'), styles=styles)).blocks[0]
    assert (block.role, block.is_bold) == (role, role is not Role.PARAGRAPH)


def test_only_captions_of_pictures_and_tables_are_captions() -> None:
    styles = "<w:style w:type='paragraph' w:styleId='c'><w:name w:val='caption'/></w:style>"
    style = '<w:pStyle w:val="c"/>'
    body = paragraph("图1 现场", style) + paragraph("案例1 某案", style)
    assert [block.role for block in read(word_file(body, styles=styles)).blocks] == [
        Role.CAPTION,
        Role.PARAGRAPH,
    ]
