"""Hypertext: pages as WeChat and news sites serve them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casebook.importer.html_file import lines_of
from casebook.importer.line import Line

WECHAT = (
    """<!doctype html><html><head><meta property="og:title" content="市公安局通报典型案例">
<script>var ct = "1739199600";</script><style>p{color:red}</style></head><body>
<h1 id="activity-name"> 市公安局通报典型案例 </h1><a id="js_name">某市网警</a>
<em id="publish_time">2025年2月10日 23:00</em>
<div id="js_content"><section><p><span>现公布</span><span>两起案例：</span></p>
<section><strong><span>案例一：</span></strong><span>李某编造停水消息案</span></section>
<p><b>案例二：王某刷量案</b></p><p>第一行<br>第二行</p>
<p>&nbsp;</p><p>"""
    + "正文。" * 80
    + """</p></section></div>
<div id="js_tags">标签</div><footer>ICP备案</footer></body></html>"""
)

NEWS = (
    """<html><head><title>题</title></head><body><nav>首页</nav><header>栏目</header>
<article><h2>小标题</h2><ol start="3"><li>李某案</li><li>王某案</li></ol>
<table><tr><td>表格里的字</td></tr></table><p>"""
    + "正文。" * 80
    + """</p><!-- 注释 --></article>
<aside>相关新闻</aside></body></html>"""
)


def test_a_page_of_wechat() -> None:
    lines, hints = lines_of(WECHAT)
    assert lines == [
        Line("现公布两起案例："),
        Line("案例一：李某编造停水消息案"),
        Line("案例二：王某刷量案", is_bold=True),
        Line("第一行"),
        Line("第二行"),
        Line("正文。" * 80),
    ]
    assert hints == {
        "title": "市公安局通报典型案例",
        "source": "某市网警",
        "date": "2025年2月10日 23:00",
    }


def test_a_page_of_a_news_site() -> None:
    lines, _ = lines_of(NEWS)
    assert lines == [
        Line("小标题", is_bold=True),
        Line("3.李某案"),
        Line("4.王某案"),
        Line("表格里的字"),
        Line("正文。" * 80),
    ]


def test_without_a_known_place_all_of_the_page_is_read() -> None:
    assert lines_of("<div>甲</div><div>乙<span>丙</span></div>")[0] == [Line("甲"), Line("乙丙")]


def test_deep_nesting_is_read() -> None:
    assert lines_of("<div>" * 30 + "字" + "</div>" * 30)[0] == [Line("字")]


@given(st.text(alphabet="<>/pdivolb\"'= &;#字案例一：\n", max_size=200))
def test_no_markup_makes_it_raise(source: str) -> None:
    for line in lines_of(source)[0]:
        assert line.text.strip() == line.text != ""
