"""HTML: what a person sees of pages of WeChat, of news sites and of word processors."""

# ruff: noqa: E501 - texts stay in one piece

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.document import Block, Cell, Document, Note, Role, Unseen
from casebook.importer.readers import html
from casebook.importer.readers.html_tables import Table
from casebook.importer.readers.source import LIMITS, Refusal, Source, UnreadableError

PROSE = "近日，某市公安机关依法查处一起编造谣言案件，有人为博取关注在网上发布虚假信息。"


def read(page: str) -> Document:
    return html.read(Source(page.encode(), LIMITS, lambda data: Document(())))


def seen(page: str) -> list[str]:
    return [block.text for block in read(page).blocks]


def roles(page: str) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in read(page).blocks]


WECHAT = f"""<!doctype html><html><head><meta property="og:title" content="市公安局通报典型案例">
<script>var ct = "1739199600";</script><style>p{{color:red}}</style></head><body>
<h1 id="activity-name"> 市公安局通报典型案例 </h1><a id="js_name">某市网警</a>
<em id="publish_time">2025年2月10日 23:00</em>
<div id="js_content" style="visibility: hidden; opacity: 0;"><section><p><span>现公布</span><span>两起案例：</span></p>
<section><strong><span>案例一：</span></strong><span>李某编造停水消息案</span></section>
<p><b>案例二：王某刷量案</b></p><p>第一行<br>第二行</p>
<p>&nbsp;</p><p>{PROSE}</p></section></div>
<div id="js_tags">标签</div><footer>ICP备案</footer></body></html>"""


def test_a_page_of_wechat() -> None:
    assert read(WECHAT) == Document(
        blocks=(
            Block("市公安局通报典型案例", "第1段", Role.TITLE, is_bold=True),
            Block("某市网警 2025年2月10日 23:00", "正文前第1段", Role.HEADER),
            Block("现公布两起案例：", "第2段"),
            Block("案例一：李某编造停水消息案", "第3段"),
            Block("案例二：王某刷量案", "第4段", is_bold=True),
            Block("第一行", "第5段"),
            Block("第二行", "第6段"),
            Block(PROSE, "第7段"),
            Block("标签", "正文后第1段", Role.FOOTER),
            Block("ICP备案", "正文后第2段", Role.FOOTER),
        ),
        hints={
            "title": "市公安局通报典型案例",
            "source": "某市网警",
            "date": "2025年2月10日 23:00",
        },
    )


def test_what_stands_around_an_article_is_kept_as_head_and_foot() -> None:
    page = f"""<nav>首页</nav><header>栏目</header><article><h2>小标题</h2>
    <ol start="3"><li>李某案</li><li>王某案</li></ol><table><tr><td>表格里的字</td></tr></table>
    <p>{PROSE}</p><!-- 注释 --></article><aside>相关新闻</aside>"""
    assert roles(page) == [
        (Role.HEADER, "首页"),
        (Role.HEADER, "栏目"),
        (Role.HEADING, "小标题"),
        (Role.LIST_ITEM, "3.李某案"),
        (Role.LIST_ITEM, "4.王某案"),
        (Role.PARAGRAPH, "表格里的字"),
        (Role.PARAGRAPH, PROSE),
        (Role.FOOTER, "相关新闻"),
    ]


def test_without_a_known_place_all_of_the_page_is_read() -> None:
    assert roles("<div>甲</div><div>乙<span>丙</span></div>") == [
        (Role.PARAGRAPH, "甲"),
        (Role.PARAGRAPH, "乙丙"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 5_000 + "字" + "</div>" * 5_000,
        "<b>" * 5_000 + "字",
        "<p>" * 5_000 + "字",
        "<table><tr><td>" * 1_500 + "字",
        "<ul><li>" * 2_500 + "字",
    ],
    ids=["div", "b", "p", "table", "ul"],
)
def test_deep_nesting_is_read(page: str) -> None:
    assert seen(page) == ["字"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">暗</p>',
        '<p style="DISPLAY : none !important">暗</p>',
        "<p hidden>暗</p>",
        '<p style="visibility:hidden">暗</p>',
        '<p style="visibility:collapse">暗</p>',
        '<p style="opacity:0">暗</p>',
        '<p style="font-size:0">暗</p>',
        '<p style="font-size:0.0px;"><b>暗</b></p>',
        '<p style="font-size:0"><b style="font-size:2em">暗</b></p>',
        '<p style="font:0/0 a">暗</p>',
        '<p style="mso-hide:all">暗</p>',
        '<p style="text-indent:-9999px">暗</p>',
        '<p style="position:absolute;left:-9999px">暗</p>',
        '<p style="position:absolute;clip:rect(0 0 0 0)">暗</p>',
        '<p style="position:absolute;clip:rect(1px, 1px, 1px, 1px)">暗</p>',
        '<p style="height:0;overflow:hidden">暗</p>',
        '<p style="color:transparent">暗</p>',
        "<template>暗</template>",
        "<dialog>暗</dialog>",
        "<details><p>暗</p></details>",
        '<style>.x{display:none}</style><p class="a x">暗</p>',
        '<style>#x{visibility:hidden}</style><p id="x">暗</p>',
        '<style>aside{font-size:0}</style><aside>暗</aside>',
        '<style>.a > .b, i{display:none}</style><div class="a"><p class="b">暗</p></div>',
        '<style>.a .b{display:none}</style><div class="a"><div><p class="b">暗</p></div></div>',
        '<style>p[data-x="1"]{display:none}</style><p data-x="1">暗</p>',
        '<style>.x{display:none!important}</style><p class="x" style="display:block">暗</p>',
        '<style>.x{display:block}p.x{display:none}</style><p class="x">暗</p>',
        '<style><!-- /* 说明 */ .x{display:none} --></style><p class="x">暗</p>',
        '<style>@media screen{.x{display:none}}</style><p class="x">暗</p>',
        r'<style>.md\:x{display:none}</style><p class="md:x">暗</p>',
        '<style media="all">.x{display:none}</style><p class="x">暗</p>',
    ],
)  # fmt: skip
def test_hidden_text_is_counted_and_not_read(hidden: str) -> None:
    document = read(f"<div><p>甲，乙。</p>{hidden}<p>丙，丁。</p></div>")
    assert [block.text for block in document.blocks] == ["甲，乙。", "丙，丁。"]
    assert document.unseen == {Unseen.HIDDEN: 1}


@pytest.mark.parametrize(
    "shown",
    [
        '<p aria-hidden="true">明</p>',
        '<style>.x{display:none}.x.y{display:block}</style><p class="x y">明</p>',
        '<style>.x{display:none}</style><p class="x" style="display:block">明</p>',
        '<style>@media print{.x{display:none}}</style><p class="x">明</p>',
        '<style media="print">.x{display:none}</style><p class="x">明</p>',
        '<style>@media (max-width:600px){.x{display:none}}</style><p class="x">明</p>',
        '<style>.x:hover{display:none}</style><p class="x">明</p>',
        '<style>.y .x{display:none}</style><p class="x">明</p>',
        '<div style="visibility:hidden"><p style="visibility:visible">明</p></div>',
        '<div style="font-size:0"><p style="font-size:16px">明</p></div>',
        "<details open><summary></summary>明</details>",
        "<details><summary>明</summary></details>",
        '<p style="text-indent:2em;line-height:0">明</p>',
        '<p style="color:transparent;-webkit-background-clip:text">明</p>',
        "<dialog open>明</dialog>",
        "<p><svg><title>图</title><text>明</text></svg></p>",
        '<p style="text-decoration:underline">明</p>',
        '<del style="text-decoration:none">明</del>',
        "<ins>明</ins>",
        "<style>body{display:none;opacity:0}</style><body>明</body>",
    ],
)
def test_what_only_looks_hidden_is_read(shown: str) -> None:
    document = read(f"<div>{shown}</div>")
    assert [block.text for block in document.blocks] == ["明"]
    assert document.unseen == {}


@pytest.mark.parametrize(
    "struck",
    [
        "<del>1</del>",
        "<s>1</s>",
        "<strike>1</strike>",
        '<span style="text-decoration:line-through">1</span>',
        '<span style="text-decoration: underline line-through"><b style="text-decoration:none">1</b></span>',
        '<span style="text-decoration-line:line-through">1</span>',
        '<style>.x{text-decoration:line-through}</style><span class="x">1</span>',
    ],
)
def test_struck_text_is_counted_and_not_read(struck: str) -> None:
    document = read(f"<p>抓获{struck}4名。</p>")
    assert [block.text for block in document.blocks] == ["抓获4名。"]
    assert document.unseen == {Unseen.STRUCK: 1}


def test_tracked_changes_of_word_are_read_as_accepted() -> None:
    page = """<p>抓获<del cite="mailto:x" datetime="2025-01-01">1</del><ins cite="mailto:x"
    datetime="2025-01-01">4</ins>名。<span class=msoDel>旧</span></p>"""
    document = read(page)
    assert [block.text for block in document.blocks] == ["抓获4名。"]
    assert document.unseen == {Unseen.DELETED: 2}
    assert document.notes == (Note.REVISIONS,)


def test_comments_of_word_are_not_read() -> None:
    page = """<p>正文，一。<span class=MsoCommentReference><a>[甲1]</a></span></p>
    <div style='mso-element:comment-list'><div style='mso-element:comment'><p>请核</p></div></div>
    <div style='mso-element:footnote-list'><div style='mso-element:footnote'><p>注释</p></div></div>"""
    document = read(page)
    assert [(block.role, block.text) for block in document.blocks] == [
        (Role.PARAGRAPH, "正文，一。"),
        (Role.FOOTNOTE, "注释"),
    ]
    assert document.unseen == {Unseen.COMMENT: 6}


def test_the_number_of_a_list_of_word_is_read_as_its_label() -> None:
    page = """<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>案例一：<span
    style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>李某案</p>
    <p style='mso-list:l0 level1 lfo2'><![if !supportLists]><span style='font-family:Wingdings;mso-list:Ignore'>l</span><![endif]>
    王某案</p><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p>完<o:p></o:p></p>"""
    assert read(page).blocks == (
        Block("案例一： 李某案", "第1段", label_length=5),
        Block("王某案", "第2段"),
        Block("完", "第3段"),
    )


@pytest.mark.parametrize(
    ("items", "texts"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ('<ol start="9"><li>甲</li><li value="3">乙</li><li>丙</li></ol>', ["9.甲", "3.乙", "4.丙"]),
        ("<ol reversed><li>甲</li><li>乙</li></ol>", ["2.甲", "1.乙"]),
        ('<ol type="A"><li>甲</li><li>乙</li></ol>', ["A.甲", "B.乙"]),
        ('<ol type="i"><li>甲</li><li>乙</li></ol>', ["i.甲", "ii.乙"]),
        ('<ol style="list-style-type:cjk-ideographic"><li>甲</li><li>乙</li></ol>', ["一、甲", "二、乙"]),
        ('<ol start="11" style="list-style:simp-chinese-informal"><li>甲</li></ol>', ["十一、甲"]),
        ('<ol style="list-style:none"><li>甲</li></ol>', ["甲"]),
        ("<style>ol{list-style-type:upper-roman}</style><ol><li>甲</li></ol>", ["I.甲"]),
        ("<ul><li>甲</li><li><p>乙</p></li></ul>", ["甲", "乙"]),
        ("<ol><li><p>甲</p><p>续</p></li><li hidden>暗</li><li>乙</li></ol>", ["1.甲", "续", "2.乙"]),
        ("<ol><li>甲<ol><li>子</li></ol></li><li>乙</li></ol>", ["1.甲", "1.子", "2.乙"]),
        ('<ol start="x"><li value="y">甲</li></ol>', ["1.甲"]),
    ],
)  # fmt: skip
def test_items_have_the_numbers_that_a_browser_writes(items: str, texts: list[str]) -> None:
    assert seen(items) == texts


def test_a_number_is_a_label() -> None:
    block = read("<ol><li>李某案</li></ol>").blocks[0]
    assert (block.text, block.label_length, block.role) == ("1.李某案", 2, Role.LIST_ITEM)


def test_cells_have_their_places() -> None:
    page = """<table><caption>案件表</caption><tr><th rowspan=2>序号</th><th colspan=2>案情</th></tr>
    <tr><td>案由</td><td>处理</td></tr><tr><td>1</td><td>诈骗<br>盗窃</td><td>拘留</td></tr></table>"""
    cells = [(block.text, block.cell) for block in read(page).blocks]
    assert cells == [
        ("案件表", None),
        ("序号", Cell(1, 1, 1)),
        ("案情", Cell(1, 1, 2)),
        ("案由", Cell(1, 2, 2)),
        ("处理", Cell(1, 2, 3)),
        ("1", Cell(1, 3, 1)),
        ("诈骗", Cell(1, 3, 2)),
        ("盗窃", Cell(1, 3, 2)),
        ("拘留", Cell(1, 3, 3)),
    ]
    assert read(page).blocks[2].at == "表1第1行第2列"
    assert read(page).blocks[0].role is Role.CAPTION


@pytest.mark.parametrize(
    "page",
    [
        f"<table><tr><td>甲</td></tr><tr><td>{PROSE}</td></tr></table>",
        "<table><tr><td>甲</td><td><table><tr><td>乙</td></tr></table></td></tr><tr><td>丙</td><td>丁</td></tr></table>",
        '<table role="presentation"><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>',
        f"<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>{f'<p>{PROSE}</p>' * 6}</td></tr></table>",
    ],
)
def test_a_table_for_layout_has_no_cells(page: str) -> None:
    assert {block.cell for block in read(page).blocks} == {None}


def test_a_table_is_asked_once_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def holds_data(table: Table) -> bool:
        asked.append(table)
        return True

    monkeypatch.setattr(Table, "holds_data", property(holds_data))
    page = f"<table>{'<tr><td>甲</td><td>乙</td></tr>' * 3}</table>"
    assert (len(read(page).blocks), len(asked)) == (6, 1)


def test_the_pronunciation_is_left_out() -> None:
    page = "<p><ruby>逄<rp>（</rp><rt>páng</rt><rp>）</rp></ruby>某<ruby>某<rt>mǒu</ruby>。</p>"
    assert (seen(page), read(page).unseen) == (["逄某某。"], {})


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<pre>甲\n  乙</pre>", ["甲", "乙"]),
        ('<p style="white-space:pre-wrap">甲\n乙</p>', ["甲", "乙"]),
        ("<p>侦破一起\n    网络案件\nand more\nwords</p>", ["侦破一起网络案件 and more words"]),
        ("<p>甲</br>乙<br/>丙<hr>丁</p>", ["甲", "乙", "丙", "丁"]),
        ("<p>一&nbsp;&nbsp;二\u3000三&emsp;四&zwj;五</p>", ["一 二 三 四五"]),
        ("<p>a &lt; b &amp; c &copy; 3<4 5</p>", ["a < b & c © 3<4 5"]),
        ("<p>甲<p>乙<p>丙", ["甲", "乙", "丙"]),
        ("<dl><dt>甲<dd>乙<dt>丙</dl>", ["甲", "乙", "丙"]),
        ("<table><tr><td>甲<td>乙<tr><td>丙</table>", ["甲", "乙", "丙"]),
        ('<p style="display:inline">甲</p><p style="display:inline">乙</p>', ["甲乙"]),
        ('<span style="display:block">甲</span><span>乙</span>', ["甲", "乙"]),
        ("<figure><img src=a.png alt=不读><figcaption>图说</figcaption></figure>", ["图说"]),
        ('<input value="提交" type="submit"><input type="hidden" value="暗">', ["提交"]),
        ("<select><option>甲<option selected>乙</select>", ["乙"]),
        ("<!--未完<p>甲</p>-->乙", ["乙"]),
        ("<p>甲</p><!-- 未关", ["甲"]),
        ("<p>甲</p><script>if (a<b) document.write('<p>乙</p>')</script>丙", ["甲", "丙"]),
        ("<html><head><title>题</title><body>甲", ["甲"]),
        ("<p>⼤同⼈</p>", ["大同人"]),
    ],
)
def test_text_is_read_as_it_is_printed(page: str, texts: list[str]) -> None:
    assert seen(page) == texts


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (f"<h1>通报三起案件</h1><article><p>{PROSE}</p></article>", "通报三起案件"),
        (f"<title>通报三起典型案件-某市公安局</title><div class=header><h1>某市公安局</h1></div><div class=content><h2>通报三起典型案件</h2><p>{PROSE}</p></div>", "通报三起典型案件"),
        (f"<title>通报三起典型案件</title><p>通报三起典型案件</p><p>{PROSE}</p>", "通报三起典型案件"),
        (f"<h1><a href='/'>某市公安局</a></h1><div><p>{PROSE}</p></div>", None),
        (f"<h1><img src=logo.png></h1><h1>通报三起案件</h1><p>{PROSE}</p>", "通报三起案件"),
        (f"<h1 style='text-indent:-9999px'>某市公安局</h1><h1>通报三起案件</h1><p>{PROSE}</p>", "通报三起案件"),
        (f"<h1>案例一：李某案</h1><p>{PROSE}</p><h1>案例二：王某案</h1><p>{PROSE}</p>", None),
    ],
)  # fmt: skip
def test_the_title_is_what_the_page_names_or_a_first_heading(page: str, title: str | None) -> None:
    found = [block.text for block in read(page).blocks if block.role is Role.TITLE]
    assert found == ([title] if title else [])


SECOND = "目前，犯罪嫌疑人已被依法移送起诉，案件还在进一步办理之中，请广大网民注意防范。"


@pytest.mark.parametrize(
    "article",
    [
        f"<div class=TRS_Editor><p>{PROSE}</p><p>{SECOND}</p></div>",
        f"<div class=TRS_Editor><p>{PROSE}</p></div><div class=TRS_Editor><p>{SECOND}</p></div>",
        f"<div id=zoom><p>{PROSE}</p></div><div class=news_content><p>{SECOND}</p></div>",
        f"<div class=content><p>{PROSE * 4}</p></div><div><p>{SECOND * 2}</p></div>",
        f"<div itemprop=articleBody><p>{PROSE}</p><p>{SECOND}</p></div>",
        f"<div class=a><p>{PROSE}</p><ol><li>{PROSE * 9}</li></ol></div><p>{SECOND}</p>",
        f"<p>{PROSE}</p><div><p>{PROSE * 9}</p></div><p>{SECOND}</p>",
        f"<form id=form1><div class=main><div class=content><p>{PROSE}</p><p>{SECOND}</p></div></div></form>",
        f"<table><tr><td>菜单</td><td><p>{PROSE}</p><p>{SECOND}</p></td></tr></table>",
    ],
)
def test_no_part_of_an_article_is_lost(article: str) -> None:
    page = f"<div class=nav><a href=/>首页</a></div>{article}<div class=footer>主办：某局</div>"
    body = [
        block.text for block in read(page).blocks if block.role not in (Role.HEADER, Role.FOOTER)
    ]
    assert "首页" not in body
    assert "主办：某局" not in body
    assert PROSE[:9] in "".join(body)
    assert SECOND in "".join(body)


@pytest.mark.parametrize(
    ("head", "hints"),
    [
        ('<meta name="ArticleTitle" content="通报三起">', {"title": "通报三起"}),
        ('<meta property="og:url" content="https://www.example.gov.cn/1.html">', {"url": "https://www.example.gov.cn/1.html"}),
        ('<link rel="canonical" href="https://www.example.gov.cn/2.html">', {"url": "https://www.example.gov.cn/2.html"}),
        ('<link rel="canonical" href="/2.html">', {}),
        ("<!-- saved from url=(0034)https://www.example.gov.cn/3.html -->", {"url": "https://www.example.gov.cn/3.html"}),
        ('<base href="https://www.example.gov.cn/4.html">', {"url": "https://www.example.gov.cn/4.html"}),
        ('<meta name="PubDate" content="2025-04-16 10:00">', {"date": "2025-04-16 10:00"}),
        ('<meta name="ContentSource" content="某局">', {"source": "某局"}),
        ("<div>发布时间：2025-04-16 10:00 来源：某市公安局</div>", {"date": "2025-04-16 10:00", "source": "某市公安局"}),
        ("<div>2025年4月16日</div>", {"date": "2025年4月16日"}),
        ("<title>通报三起典型案例_某市公安局</title>", {"title": "通报三起典型案例"}),
        ('<script>var ct = "1744769400"; var msg_title = \'通报\\x26amp;案例\'.html(false); var nickname = htmlDecode("某市网警");</script>', {"title": "通报&案例", "source": "某市网警", "date": "2025-04-16 10:10"}),
        ("<script>var createTime = '2025-04-16 10:00'; var msg_link = \"https://mp.example.com/s?a=1\\x26amp;b=2\";</script>", {"date": "2025-04-16 10:00", "url": "https://mp.example.com/s?a=1&b=2"}),
        ('<script>var ct = "" || "1744769400";</script>', {"date": "2025-04-16 10:10"}),
    ],
)  # fmt: skip
def test_hints_stand_outside_of_the_article(head: str, hints: dict[str, str]) -> None:
    assert read(f"{head}<article><p>{PROSE}</p></article>").hints == hints


def test_an_article_that_a_script_holds_is_read() -> None:
    page = f"""<div id="js_content"></div><script>window.cgiDataNew = {{ nick_name: JsDecode('某市网警'),
    title: JsDecode('通报'), create_time: JsDecode('2025-04-16 10:00'),
    content_noencode: JsDecode('{PROSE}\\x0a第二段\\x26amp;完\\x3cbr\\x3e'), }};</script>"""
    document = read(page)
    assert [block.text for block in document.blocks] == [PROSE, "第二段&完"]
    assert document.hints == {"title": "通报", "source": "某市网警", "date": "2025-04-16 10:00"}


def test_an_article_is_not_read_twice_from_its_script() -> None:
    page = f"<div id='js_content'><p>{PROSE}</p></div><script>x={{content_noencode: JsDecode('{PROSE}')}}</script>"
    assert seen(page) == [PROSE]


def test_pictures_have_their_names_bytes_and_places() -> None:
    page = f"""<article><p>{PROSE}</p><p><img src="data:image/png;base64,QUJD"></p>
    <img data-src="https://www.example.gov.cn/a%20b/x.jpg?w=1" src=""><img src='c:\\图\\y.png'></article><img src=logo.png>"""
    pictures = [(one.name, one.data, one.at) for one in read(page).pictures]
    assert pictures == [
        ("图1.png", b"ABC", "第1段"),
        ("x.jpg", None, "第1段"),
        ("y.png", None, "第1段"),
    ]


def test_a_broken_line_of_a_page_copied_from_a_pdf_is_joined() -> None:
    page = "<p>犯罪嫌疑人3名，涉案金额30</p><p>— 2 —</p><p>余万元。</p>"
    assert roles(page) == [
        (Role.PARAGRAPH, "犯罪嫌疑人3名，涉案金额30余万元。"),
        (Role.FOOTER, "—2—"),
    ]


@pytest.mark.parametrize(
    ("page", "limits"),
    [
        ("<p>字</p>" * 40, replace(LIMITS, blocks=30)),
        ("字" * 60, replace(LIMITS, pages=5, page_characters=10)),
        ("<style>.a .b{display:none}</style>" + "<i class=b>字" * 60, replace(LIMITS, blocks=61)),
    ],
    ids=["tags", "characters", "rules"],
)
def test_a_page_beyond_the_limits_is_refused(page: str, limits: object) -> None:
    with pytest.raises(UnreadableError) as refusal:
        html.document_of(page, limits)  # type: ignore[arg-type]
    assert refusal.value.refusal is Refusal.TOO_LONG


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<![", "<", "<a ", "<a b='", '<a b="x', "</a ", "<?", "&", "<script>", "<style>/*", "<style>a{", "<p style='a:("],
)  # fmt: skip
def test_unclosed_markup_takes_no_longer_than_it_should(piece: str) -> None:
    document = html.document_of("字，甲。" + piece * 20_000, LIMITS)
    assert document.blocks[0].text.startswith("字，甲。")


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div style='display:none'>", "</div>", "<ol start=2>", "<li>", "</ol>", "<table>", "<tr>", "<td rowspan=3 colspan=x>",
         "</table>", "<!--", "-->", "<![if x]>", "<script>", "</script>", "<style>.a{display:none}", "</style>", "<b class=a>", "</b>", "<br>",
         "<ruby>", "<rt>", "</ruby>", "<select>", "<option>", "&amp;", "&#x4e2d;", "&#99999999;", "<a href='", "'", '"', ">", "<", "=", "字",
         "案例一：", "\n", " ", "\u2028", "<h1>", "</h1>", "<svg>", "<iframe>", "<title>", "<img src='data:image/png;base64,QQ'>", "<pre>", "]]>"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(alphabet="<>/pdivolb\"'= &;#字案例一：\n", max_size=200), MARKUP))
def test_any_markup_is_a_document(page: str) -> None:
    for block in html.document_of(page, LIMITS).blocks:
        assert block.text.strip() == block.text != ""


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WECHAT)), st.integers(0, 40), st.text(max_size=5))
def test_a_page_changed_anywhere_is_read_or_refused(start: int, length: int, new: str) -> None:
    with suppress(UnreadableError):
        html.document_of(WECHAT[:start] + new + WECHAT[start + length :], LIMITS)
