"""OpenDocument text: what a person sees of it, in files made for the test."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.document import Block, Cell, Document, Note, Picture, Role, Unseen
from casebook.importer.readers.odt import read
from casebook.importer.readers.source import LIMITS, Limits, Refusal, Source, UnreadableError
from tests.importer.readers.samples import assert_read_or_refused, leaks, paragraphs_missing, sample

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = "".join(
    f' xmlns:{short}="{name}"'
    for short, name in {
        **{one: f"{OASIS}{one}:1.0" for one in ("office", "text", "table", "style", "meta")},
        "draw": f"{OASIS}drawing:1.0",
        "fo": f"{OASIS}xsl-fo-compatible:1.0",
        "svg": f"{OASIS}svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
        "math": "http://www.w3.org/1998/Math/MathML",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }.items()
)
LOOKS = """
<style:style style:name="Hidden" style:family="text">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="Struck" style:family="text">
  <style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="Shown" style:family="text" style:parent-style-name="Struck">
  <style:text-properties style:text-line-through-type="none"/></style:style>
<style:style style:name="Below" style:family="text" style:parent-style-name="Struck"/>
<style:style style:name="Bold" style:family="text">
  <style:text-properties fo:font-weight="normal" style:font-weight-asian="bold"/></style:style>
<style:style style:name="Gone" style:family="paragraph">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Caption"/>
<style:style style:name="Caption" style:family="paragraph"/>
<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>
<style:style style:name="Listed" style:family="paragraph" style:list-style-name="L1"/>
<style:style style:name="Unlisted" style:family="paragraph" style:list-style-name=""/>
<style:style style:name="Away" style:family="table">
  <style:table-properties table:display="false"/></style:style>
"""


def level(number: int, form: str, rest: str = "", inner: str = "") -> str:
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" {rest}>'
        f"{inner}</text:list-level-style-number>"
    )


SPACE = (
    "<style:list-level-properties><style:list-level-label-alignment "
    'text:label-followed-by="space"/></style:list-level-properties>'
)
LISTS = f"""
<text:list-style style:name="L1">
  {level(1, "一, 二, 三, ...", 'style:num-prefix="案例" style:num-suffix="："')}
  {level(2, "1", 'style:num-suffix="." text:display-levels="2"')}
</text:list-style>
<text:list-style style:name="L2">
  {level(1, "①, ②, ③, ...", 'text:start-value="3"', SPACE)}
  {level(2, "a", 'loext:num-list-format="%1%-%2%)"')}
</text:list-style>
<text:list-style style:name="Signs">
  <text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
</text:list-style>
"""


def odt(
    body: str,
    automatic: str = "",
    sheet: str = "",
    parts: dict[str, str | bytes] | None = None,
    kind: str = "text",
) -> bytes:
    """A file of a body with the styles above; `sheet` is what else stands in styles.xml."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content{SPACES}><office:automatic-styles>{LOOKS}{LISTS}{automatic}"
            f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
            "</office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml", f"<office:document-styles{SPACES}>{sheet}</office:document-styles>"
        )
        for name, data in (parts or {}).items():
            archive.writestr(name, data)
    return file.getvalue()


def read_odt(data: bytes, limits: Limits = LIMITS) -> Document:
    def read_part(_: bytes) -> Document:
        raise UnreadableError(Refusal.FORM)

    return read(Source(data, limits, read_part))


def texts(body: str, sheet: str = "") -> list[str]:
    return [block.text for block in read_odt(odt(body, sheet=sheet)).blocks]


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def span(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def items(*contents: str, start: str = "") -> str:
    """Items of a list; the first states its number if `start` is given."""
    first = f' text:start-value="{start}"' if start else ""
    return "".join(
        f"<text:list-item{first if not place else ''}>{one}</text:list-item>"
        for place, one in enumerate(contents)
    )


def test_every_paragraph_of_an_office_file_is_read() -> None:
    document = read_odt(sample("20.odt").data)
    assert [block.text for block in document.blocks] == list(sample("20.odt").paragraphs)
    assert document.notes == (Note.REVISIONS,)
    assert (paragraphs_missing("20.odt"), leaks("20.odt")) == ([], [])


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        ('甲<text:s text:c="999999999"/>乙<text:tab/>丙', ["甲 乙 丙"]),
        ("甲<text:line-break/>乙<text:soft-page-break/>丙", ["甲", "乙丙"]),
        ("甲\n乙", ["甲 乙"]),
        ("<text:ruby><text:ruby-base>公</text:ruby-base><text:ruby-text>gong</text:ruby-text>"
         "</text:ruby>安", ["公安"]),
        ('<text:a xlink:href="x">网站</text:a><text:bookmark text:name="b"/>', ["网站"]),
        ("<text:date>3月1日</text:date><text:title>标题</text:title>", ["3月1日标题"]),
        ("第<text:page-number>1</text:page-number>页", ["第1页"]),
        ("甲<text:script>x</text:script>", ["甲"]),
        ("<text:meta>甲</text:meta><text:placeholder>&lt;乙&gt;</text:placeholder>", ["甲<乙>"]),
        (span("Shown", "新") + span("Nowhere", "文"), ["新文"]),
        ('<text:hidden-text text:is-hidden="false" text:string-value="x">甲</text:hidden-text>',
         ["甲"]),
        ('<text:change text:change-id="x"/>甲', ["甲"]),
    ],
)  # fmt: skip
def test_text_comes_out_as_printed(inner: str, seen: list[str]) -> None:
    assert texts(p(inner)) == seen


@pytest.mark.parametrize(
    ("body", "unseen"),
    [
        (p(span("Hidden", "密")), {Unseen.HIDDEN: 1}),
        (p("密文", "Gone"), {Unseen.HIDDEN: 2}),
        (p(span("Struck", "旧")), {Unseen.STRUCK: 1}),
        (p(span("Below", "旧" + span("Bold", "文"))), {Unseen.STRUCK: 2}),
        (p('<text:hidden-text text:is-hidden="true" text:string-value="密"/>'), {Unseen.HIDDEN: 1}),
        (p('密文<text:hidden-paragraph text:is-hidden="true"/>'), {Unseen.HIDDEN: 2}),
        (f'<text:section text:display="none">{p("密")}</text:section>', {Unseen.HIDDEN: 1}),
        (
            '<text:section text:display="condition" text:is-hidden="true">'
            f"{p('密')}</text:section>",
            {Unseen.HIDDEN: 1},
        ),
        (p('<text:variable-set text:display="none">密</text:variable-set>'), {Unseen.HIDDEN: 1}),
        (
            p("<office:annotation><dc:creator>A</dc:creator><dc:date>B</dc:date>"
              f"{p('批注')}</office:annotation>"),
            {Unseen.COMMENT: 2},
        ),
        (
            f'<table:table table:style-name="Away"><table:table-row><table:table-cell>{p("密")}'
            "</table:table-cell></table:table-row></table:table>",
            {Unseen.HIDDEN: 1},
        ),
        (
            '<table:table><table:table-row table:visibility="collapse"><table:table-cell>'
            f"{p('密')}</table:table-cell></table:table-row></table:table>",
            {Unseen.HIDDEN: 1},
        ),
        (
            '<draw:custom-shape draw:display="none">' + p("密") + "</draw:custom-shape>",
            {Unseen.HIDDEN: 1},
        ),
        (
            p(span("Hidden", f"<draw:frame><draw:text-box>{p('密')}</draw:text-box></draw:frame>"
                   f"<text:note><text:note-body>{p('注')}</text:note-body></text:note>")),
            {Unseen.HIDDEN: 2},
        ),
    ],
)  # fmt: skip
def test_text_that_is_not_seen_is_counted(body: str, unseen: dict[Unseen, int]) -> None:
    document = read_odt(odt(p("甲") + body))
    assert [block.text for block in document.blocks] == ["甲"]
    assert document.unseen == unseen


def test_a_default_style_strikes_what_no_style_shows() -> None:
    sheet = (
        '<office:styles><style:default-style style:family="paragraph"><style:text-properties '
        'style:text-line-through-type="single"/></style:default-style></office:styles>'
    )
    assert texts(p("旧" + span("Shown", "新"), "Loop"), sheet) == ["新"]


def test_revisions_are_read_as_accepted() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><office:change-info>'
        f"<dc:creator>A</dc:creator></office:change-info>{p('旧文')}</text:deletion>"
        '</text:changed-region><text:changed-region text:id="i"><text:insertion/>'
        "</text:changed-region></text:tracked-changes>"
        + p(
            '甲<text:change text:change-id="d"/><text:change-start text:change-id="i"/>新'
            '<text:change-end text:change-id="i"/><text:change-start text:change-id="d"/>旧'
        )
        + p('段<text:change-end text:change-id="d"/>乙')
    )
    document = read_odt(odt(body))
    assert [block.text for block in document.blocks] == ["甲新", "乙"]
    assert document.unseen == {Unseen.DELETED: 4}
    assert document.notes == (Note.REVISIONS,)


def test_automatic_numbers_stand_in_front() -> None:
    body = (
        f'<text:list text:style-name="L1">{items(p("甲") + p("续"), p("乙"))}</text:list>'
        f'<text:list text:style-name="L2"><text:list-header>{p("头")}</text:list-header>'
        f"{items(p('丙'))}</text:list>"
    )
    assert read_odt(odt(body)).blocks == (
        Block("案例一：甲", "第1段", Role.LIST_ITEM, 4),
        Block("续", "第2段"),
        Block("案例二：乙", "第3段", Role.LIST_ITEM, 4),
        Block("头", "第4段"),
        Block("③ 丙", "第5段", Role.LIST_ITEM, 2),
    )


@pytest.mark.parametrize(
    ("second", "seen"),
    [
        ('text:style-name="L1"', "案例一："),
        ('text:style-name="L1" text:continue-numbering="true"', "案例二："),
        ('text:style-name="L1" text:continue-list="a"', "案例二："),
        ('text:continue-list="nowhere" text:style-name="L1"', "案例一："),
        ('text:style-name="L2" text:continue-numbering="true"', "③ "),
        ('text:style-name="Signs"', ""),
        ('text:style-name="Nowhere"', ""),
    ],
)
def test_a_list_begins_anew_or_goes_on(second: str, seen: str) -> None:
    body = (
        f'<text:list xml:id="a" text:style-name="L1">{items(p("甲"))}</text:list>{p("间")}'
        f"<text:list {second}>{items(p('乙'))}</text:list>"
    )
    assert texts(body)[2] == f"{seen}乙"


def test_levels_are_counted_and_print_those_above() -> None:
    def listed(style: str, contents: str) -> str:
        return f'<text:list text:style-name="{style}">{contents}</text:list>'

    def inner(*contents: str) -> str:
        return f"<text:list>{items(*contents)}</text:list>"

    one = listed("L1", items(p("甲") + inner(p("子"), p("丑")), p("乙") + inner(p("寅"))))
    two = listed("L2", items(p("丙") + inner(p("卯")), inner(p("辰")), start="9"))
    assert texts(one + two) == [
        "案例一：甲", "一.1.子", "一.2.丑", "案例二：乙", "二.1.寅", "⑨ 丙", "⑨-a)卯", "⑨-b)辰",
    ]  # fmt: skip


def test_a_paragraph_style_gives_or_takes_the_number() -> None:
    body = (
        f"<text:list>{items(p('甲', 'Listed'), p('乙', 'Unlisted'), p('丙', 'Listed'))}</text:list>"
    )
    assert texts(body) == ["案例一：甲", "乙", "案例二：丙"]


def test_an_item_may_have_a_list_style_of_its_own() -> None:
    item = f'<text:list-item text:style-override="L2">{p("甲")}</text:list-item>'
    assert texts(f'<text:list text:style-name="L1">{item}</text:list>') == ["③ 甲"]


def test_numbered_paragraphs_count_by_their_list() -> None:
    def numbered(name: str, text: str, number: str = "") -> str:
        return (
            f'<text:numbered-paragraph text:list-id="{name}" text:level="1" text:style-name="L1">'
            f"{number}{p(text)}</text:numbered-paragraph>"
        )

    body = numbered("a", "甲") + numbered("b", "乙") + numbered("a", "丙")
    body += numbered("a", "丁", "<text:number>附一、</text:number>")
    assert texts(body) == ["案例一：甲", "案例一：乙", "案例二：丙", "附一、丁"]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<office:styles><text:outline-style style:name="Outline"><text:outline-level-style '
        'text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
        "</text:outline-style></office:styles>"
    )
    body = (
        '<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="2">子</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">乙</text:h>'
        '<text:h text:outline-level="1" text:style-name="Unlisted">丙</text:h>'
        f'<text:list text:style-name="Outline">{items("<text:h>丁</text:h>")}</text:list>'
        '<text:h text:outline-level="1" text:restart-numbering="true">戊</text:h>'
    )
    assert read_odt(odt(body, sheet=outline)).blocks == (
        Block("一、甲", "第1段", Role.HEADING, 2, is_bold=True),
        Block("子", "第2段", Role.HEADING, is_bold=True),
        Block("乙", "第3段", Role.HEADING, is_bold=True),
        Block("丙", "第4段", Role.HEADING, is_bold=True),
        Block("二、丁", "第5段", Role.HEADING, 2, is_bold=True),
        Block("一、戊", "第6段", Role.HEADING, 2, is_bold=True),
    )


def test_styles_give_titles_captions_and_emphasis() -> None:
    body = p("甲", "P1") + p("乙", "Figure") + p(span("Bold", "丙")) + p(span("Bold", "丁") + "戊")
    assert read_odt(odt(body)).blocks == (
        Block("甲", "第1段", Role.TITLE, is_bold=True),
        Block("乙", "第2段", Role.CAPTION),
        Block("丙", "第3段", is_bold=True),
        Block("丁戊", "第4段"),
    )


def test_cells_know_their_place() -> None:
    def row(*cells: str, rest: str = "") -> str:
        return f"<table:table-row {rest}>{''.join(cells)}</table:table-row>"

    def cell(inner: str, rest: str = "") -> str:
        return f"<table:table-cell {rest}>{inner}</table:table-cell>"

    inner = f"<table:table>{row(cell(p('内')))}</table:table>"
    body = (
        "<table:table><table:table-header-rows>"
        + row(cell(p("子"), 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>",
              cell(p("丑") + p("寅")))
        + "</table:table-header-rows>"
        + row(cell("", 'table:number-columns-repeated="9999999"'), cell(p("卯")))
        + row(cell(p("辰")), rest='table:number-rows-repeated="2"')
        + row(cell(inner))
        + "</table:table>"
        + p("甲")
    )  # fmt: skip
    assert [(one.text, one.at, one.role, one.cell) for one in read_odt(odt(body)).blocks] == [
        ("子", "表1第1行第1列", Role.CELL, Cell(1, 1, 1)),
        ("丑", "表1第1行第3列", Role.CELL, Cell(1, 1, 3)),
        ("寅", "表1第1行第3列", Role.CELL, Cell(1, 1, 3)),
        ("卯", "表1第2行第10000000列", Role.CELL, Cell(1, 2, 10_000_000)),
        ("辰", "表1第3行第1列", Role.CELL, Cell(1, 3, 1)),
        ("辰", "表1第4行第1列", Role.CELL, Cell(1, 4, 1)),
        ("内", "表2第1行第1列", Role.CELL, Cell(2, 1, 1)),
        ("甲", "第1段", Role.PARAGRAPH, None),
    ]


def test_boxes_come_before_or_after_their_paragraph_and_notes_behind() -> None:
    def box(text: str) -> str:
        return f"<draw:frame><draw:text-box>{p(text)}</draw:text-box></draw:frame>"

    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('注')}</text:note-body></text:note>"
    )
    shape = (
        f"<draw:g><svg:title>x</svg:title><draw:custom-shape>{p('形')}</draw:custom-shape></draw:g>"
    )
    body = (
        box("页")
        + p(box("前") + "甲" + note + box("后"))
        + p(f"<draw:a>{box('链')}</draw:a>")
        + shape
    )
    assert [(one.text, one.at, one.role) for one in read_odt(odt(body)).blocks] == [
        ("页", "文本框1第1段", Role.PARAGRAPH),
        ("前", "文本框2第1段", Role.PARAGRAPH),
        ("甲", "第1段", Role.PARAGRAPH),
        ("后", "文本框3第1段", Role.PARAGRAPH),
        ("注", "脚注1第1段", Role.FOOTNOTE),
        ("链", "文本框4第1段", Role.PARAGRAPH),
        ("形", "文本框5第1段", Role.PARAGRAPH),
    ]


def test_heads_and_feet_of_used_pages_come_once() -> None:
    def page(name: str, inner: str, following: str = "") -> str:
        return (
            f'<style:master-page style:name="{name}" style:next-style-name="{following}">'
            f"{inner}</style:master-page>"
        )

    sheet = (
        '<office:automatic-styles><style:style style:name="P1" style:family="paragraph"/>'
        "</office:automatic-styles><office:master-styles>"
        + page("Standard", f"<style:header>{p('某局', 'P1')}</style:header>", "Next")
        + page(
            "Next",
            f"<style:header>{p('某局')}</style:header><style:footer>{p('第1页')}</style:footer>",
        )
        + page("Unused", f"<style:header>{p('无')}</style:header>")
        + page("Off", f'<style:header style:display="false">{p("无")}</style:header>')
        + page("Named", f"<style:footer-left>{p('左页')}</style:footer-left>")
        + "</office:master-styles>"
    )
    automatic = "".join(
        f'<style:style style:family="paragraph" style:name="M{name}" '
        f'style:master-page-name="{name}"/>'
        for name in ("Named", "Off")
    )
    document = read_odt(odt(p("甲"), automatic, sheet))
    assert [(block.text, block.role) for block in document.blocks] == [
        ("某局", Role.HEADER),
        ("甲", Role.PARAGRAPH),
        ("左页", Role.FOOTER),
        ("第1页", Role.FOOTER),
    ]


def test_pictures_and_objects_are_named() -> None:
    def frame(inner: str) -> str:
        return f"<draw:frame>{inner}</draw:frame>"

    body = p("甲") + p(
        frame('<draw:image xlink:href="Pictures/a.png"/><draw:image xlink:href="Pictures/b.svg"/>')
        + frame("<draw:image><office:binary-data>aGk=</office:binary-data></draw:image>")
        + frame('<draw:image xlink:href="../outside/c.png"/>')
        + frame('<draw:object xlink:href="./Object 1"/><draw:image xlink:href="./R/Object 1"/>')
        + frame('<draw:object xlink:href="./Object 2"/>')
        + frame("<draw:object><math:math>x</math:math></draw:object>")
    )
    formula = f"<math:math{SPACES}/>"
    sheet = "<o:d xmlns:o='x'><o:body><o:spreadsheet/></o:body></o:d>"
    parts = {
        "Pictures/a.png": b"PNG",
        "Object 1/content.xml": formula,
        "Object 2/content.xml": sheet,
    }
    document = read_odt(odt(body, parts=parts))
    assert document.pictures == (
        Picture("a.png", b"PNG", "第2段"),
        Picture("图1.png", b"hi", "第2段"),
        Picture("c.png", None, "第2段"),
    )
    assert document.attachments == ("Object 2",)
    assert document.notes == (Note.FORMULAS, Note.ATTACHMENTS)


def test_indexes_print_their_text_but_not_their_patterns() -> None:
    body = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>目录"
        "</text:index-title-template></text:table-of-content-source><text:index-body>"
        f"<text:index-title>{p('目 录')}</text:index-title>{p('一')}</text:index-body>"
        "</text:table-of-content>"
    )
    assert texts(body) == ["目 录", "一"]


def test_the_title_of_the_file_is_a_hint() -> None:
    meta = (
        f"<office:document-meta{SPACES}><office:meta><dc:title> 通报 </dc:title></office:meta>"
        "</office:document-meta>"
    )
    assert read_odt(odt(p("甲"), parts={"meta.xml": meta})).hints == {"title": "通报"}


def test_an_encrypted_file_is_refused() -> None:
    manifest = (
        '<m:manifest xmlns:m="x"><m:file-entry m:full-path="content.xml"><m:encryption-data/>'
        "</m:file-entry></m:manifest>"
    )
    with pytest.raises(UnreadableError) as caught:
        read_odt(odt(p("甲"), parts={"META-INF/manifest.xml": manifest}))
    assert caught.value.refusal is Refusal.ENCRYPTED


@pytest.mark.parametrize(
    ("data", "limits", "refusal"),
    [
        (b"PK", LIMITS, Refusal.BROKEN),
        (odt("<text:p>"), LIMITS, Refusal.BROKEN),
        (odt("", kind="spreadsheet"), LIMITS, Refusal.FORM),
        (odt(p("甲") * 3), replace(LIMITS, blocks=2), Refusal.TOO_LONG),
        (odt("<text:a>" * 9 + "</text:a>" * 9), replace(LIMITS, depth=8), Refusal.TOO_LONG),
        (
            odt('<table:table><table:table-row table:number-rows-repeated="9"><table:table-cell>'
                f"{p('甲')}</table:table-cell></table:table-row></table:table>"),
            replace(LIMITS, rows=8),
            Refusal.TOO_LONG,
        ),
    ],
)  # fmt: skip
def test_a_broken_or_endless_file_is_refused(data: bytes, limits: Limits, refusal: Refusal) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_odt(data, limits)
    assert caught.value.refusal is refusal


def test_a_file_at_the_depth_of_the_limit_is_read() -> None:
    depth = LIMITS.depth - 5
    assert texts("<text:section>" * depth + p("甲") + "</text:section>" * depth) == ["甲"]


SMALL = (
    f'<text:list xml:id="a" text:style-name="L1">{items(p("甲"), p("乙"), start="2")}</text:list>'
    '<table:table><table:table-row table:number-rows-repeated="2"><table:table-cell>'
    f"{p('丙')}</table:table-cell></table:table-row></table:table>"
    '<text:h text:outline-level="1">丁</text:h>'
    '<draw:frame><draw:image xlink:href="x"/></draw:frame>'
    + p(span("Struck", "旧"))
    + '<text:tracked-changes><text:changed-region text:id="d"><text:deletion/>'
    "</text:changed-region></text:tracked-changes>"
)


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, len(SMALL)),
    st.integers(0, 12),
    st.text('<>/"=:-0aA一 ', max_size=6)
    | st.sampled_from(["<text:p>", "</text:p>", "-1", "9" * 12]),
)
def test_any_change_of_the_text_is_read_or_refused(place: int, length: int, inserted: str) -> None:
    assert_read_or_refused(
        lambda: read_odt(odt(SMALL[:place] + inserted + SMALL[place + length :]))
    )


WHOLE = odt(SMALL)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, 12), st.binary(max_size=6))
def test_any_change_of_the_archive_is_read_or_refused(
    place: int, length: int, inserted: bytes
) -> None:
    assert_read_or_refused(lambda: read_odt(WHOLE[:place] + inserted + WHOLE[place + length :]))
