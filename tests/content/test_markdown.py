"""The site's Markdown: what an editor pastes from a bulletin stays the text it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.content.markdown import PARSER, parse
from casebook.content.plain_text import is_plain, joins_without_space, plain_tokens

from .steadily import steadily


def html(text: str) -> str:
    tokens = parse(text)
    for token in tokens:
        for child in token.children or ():
            child.type = "text" if child.type == "text_special" else child.type
    return str(PARSER.renderer.render(tokens, PARSER.options, {})).strip()


def inner(text: str) -> str:
    """The inside of the one paragraph of a text."""
    found = html(text)
    assert found.startswith("<p>"), found
    assert found.endswith("</p>"), found
    return found[3:-4]


@pytest.mark.parametrize(
    "text",
    [
        "李*明、孙*强负责收号。",
        "拨打139****0001和158****0002联系。",
        "犯罪嫌疑人李**、王**收买账号。",
        "李***和王****。",
        "李_明、孙_强，张__和李__。",
        "见*要点*、",
        "这是*重点*内容",
        "5*3*2米",
        "a*b*c",
        "输入*62*确认",
        "*.exe和*.dll",
        "第____号和____年",
        "“**”和“**”",
        "〔*〕和〔*〕",
        "李**和王*",
        "张＊明和李＊强",
        "~~20~~30人",
        "20~30人，50~60岁",
        "#净网2025#公安机关",
        "2024. 12月，张某某收买身份信息。",
        "20240501) 张某某",
        "1、甲",
        "（一）甲",
        "-5度",
        "+86",
        "访问 http://example.org/ 和 www.example.org",
    ],
)
def test_what_stays_text(text: str) -> None:
    assert inner(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "开展**“净网2025”**专项行动，**取得成效。**后续",
            "开展<strong>“净网2025”</strong>专项行动，<strong>取得成效。</strong>后续",
        ),
        (
            "2025**“净网”**2025年行动",
            "2025<strong>“净网”</strong>2025年行动",
        ),
        ("由**张某某**负责", "由<strong>张某某</strong>负责"),
        ("抓获**30**人", "抓获<strong>30</strong>人"),
        ("**注意：**不要转账", "<strong>注意：</strong>不要转账"),
        ("见**要点**、*重点*和", "见<strong>要点</strong>、<em>重点</em>和"),
        ("***甲***，_乙_", "<em><strong>甲</strong></em>，<em>乙</em>"),
        ("**甲*乙*丙**", "<strong>甲*乙*丙</strong>"),
        ("**[甲](x.md)**乙", '<strong><a href="x.md">甲</a></strong>乙'),
        ("[甲**乙**](x.md)", '<a href="x.md">甲<strong>乙</strong></a>'),
        ("\\*甲\\*", "*甲*"),
        ("`*甲*`", "<code>*甲*</code>"),
    ],
)
def test_emphasis(text: str, expected: str) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "据通报，分工如下：\n- 甲组收号\n- 乙组刷脸",
            "<p>据通报，分工如下：</p>\n<ul>\n<li>甲组收号</li>\n<li>乙组刷脸</li>\n</ul>",
        ),
        (
            "- 收买账号\n  - 群里发广告\n- 转卖账号",
            "<ul>\n<li>收买账号\n<ul>\n<li>群里发广告</li>\n</ul>\n</li>\n<li>转卖账号</li>\n</ul>",
        ),
        ("2. 甲\n3. 乙", '<ol start="2">\n<li>甲</li>\n<li>乙</li>\n</ol>'),
        ("1. 甲\n5. 乙", '<ol>\n<li>甲</li>\n<li value="5">乙</li>\n</ol>'),
        ("1. 甲\n1. 乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"),
        ("1. 甲\n\n2024. 乙", "<ol>\n<li>甲</li>\n</ol>\n<p>2024. 乙</p>"),
        ("1. 甲\n   - 乙\n   - 丙\n2. 丁", (
            "<ol>\n<li>甲\n<ul>\n<li>乙</li>\n<li>丙</li>\n</ul>\n</li>\n<li>丁</li>\n</ol>"
        )),
    ],
)  # fmt: skip
def test_lists(text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_table_right_below_a_paragraph() -> None:
    assert html("据通报，\n| 阶段 | 人数 |\n|---|---|\n| 刑事拘留 | 3 |") == (
        "<p>据通报，</p>\n<table>\n<thead>\n<tr>\n<th>阶段</th>\n<th>人数</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>刑事拘留</td>\n<td>3</td>\n</tr>\n</tbody>\n</table>"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("    据通报，张某某", "<p>据通报，张某某</p>"),
        ("\t据通报", "<p>据通报</p>"),
        ("甲\n===", "<p>甲===</p>"),
        ("甲\n---", "<p>甲</p>\n<hr />"),
        (">100万元", "<p>&gt;100万元</p>"),
        ("> 甲\n>乙", "<blockquote>\n<p>甲乙</p>\n</blockquote>"),
        (">> 甲", "<blockquote>\n<blockquote>\n<p>甲</p>\n</blockquote>\n</blockquote>"),
        ("甲 <b>乙</b>", "<p>甲 &lt;b&gt;乙&lt;/b&gt;</p>"),
        ("<div>\n\n甲", "<p>&lt;div&gt;</p>\n<p>甲</p>"),
        ("```\n甲\n```", "<pre><code>甲\n</code></pre>"),
        ("~~~\n甲\n~~~~", "<pre><code>甲\n</code></pre>"),
        ("> ```\n> 甲\n> ```", "<blockquote>\n<pre><code>甲\n</code></pre>\n</blockquote>"),
        ("甲\n\n```\n乙\n\n丙", "<p>甲</p>\n<p>```乙</p>\n<p>丙</p>"),
        ("```a\n```b\n```\n乙", '<pre><code class="language-a">```b\n</code></pre>\n<p>乙</p>'),
        ("[甲]: 01.md\n\n[甲]", '<p><a href="01.md">甲</a></p>'),
    ],
)
def test_blocks(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收买身份\n信息后", "收买身份信息后"),
        ("据通报，\n“净网”行动", "据通报，“净网”行动"),
        ("共\n30人", "共30人"),
        ("**张三**\n收买", "<strong>张三</strong>收买"),
        ("甲`乙`\n丙", "甲<code>乙</code>丙"),
        ("App\nStore", "App\nStore"),
        ("他说：“App”\nStore", "他说：“App”\nStore"),
        ("……\n——", "……——"),
        ("一  \n二\\\n三", "一<br />\n二<br />\n三"),
    ],
)
def test_lines_are_joined_beside_chinese(text: str, expected: str) -> None:
    assert inner(text) == expected


def test_nothing_is_joined_to_nothing() -> None:
    assert not joins_without_space("", "")
    assert not joins_without_space("a", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", True),
        ("## 案情\n\n甲，\n乙。\n", True),
        ("- 甲", False),
        ("甲*乙", False),
        ("2024", False),
    ],
)
def test_plain_texts(text: str, expected: bool) -> None:
    assert is_plain(text) is expected


plain = st.text("甲乙丙，“”a1. ", min_size=1, max_size=6)
strange = st.text("甲a1 .)-=:+>\\%/'{}^$@?;,#*`[]!<&|~_\t\r\u3000\u2028\x85\xa0\0", max_size=5)
lines = st.sampled_from(["", "", "# ", "## ", "###### ", "####### "]).flatmap(
    lambda mark: (plain | plain | plain | strange | st.just("")).map(lambda text: mark + text)
)


@steadily(400)
@given(st.lists(lines, max_size=6).map("\n".join).filter(is_plain))
def test_plain_texts_have_the_tokens_that_the_parser_finds(text: str) -> None:
    assert plain_tokens(text) == PARSER.parse(text)


names = st.sampled_from(["李", "王某", "张三", "138", "VPN", "公司", "5", "和", "收买账号"])
masks = st.sampled_from(["*", "_", "****", "____", "*****", "＊", "××", "~", "～"])
ends = st.sampled_from(["", "，", "、", "。", "（", "”", "“"])
words = st.tuples(names, masks, names, ends).map("".join)


@steadily(400)
@given(st.lists(words, min_size=1, max_size=8).map("".join))
def test_masks_between_words_stay(text: str) -> None:
    assert inner(text) == text


anything = st.lists(
    st.sampled_from([
        *"甲乙李*_~`#>|-+=.)\\[]()<&;:! \t\n0129", "**", "```", "~~~", "\n\n", "    ", "- ", "1. ",
        "2024. ", "> ", "]: ", "](", "|-|\n", "---\n", "\u3000", "\0", "\x1f",
    ]),
    max_size=40,
).map("".join)  # fmt: skip


@steadily(1000)
@given(anything)
def test_any_text_is_parsed_and_rendered(text: str) -> None:
    assert html(text) == html(text)
    assert sum(token.nesting for token in parse(text)) == 0


@steadily(300)
@given(st.text("甲乙丙，。“”（）*_#0a ", max_size=30))
def test_no_letter_of_a_paragraph_is_lost(text: str) -> None:
    shown = "".join(
        child.content
        for token in parse(f"始{text}终")
        for child in token.children or ()
        if child.type == "text"
    )
    assert [one for one in shown if one.isalnum()] == [
        one for one in f"始{text}终" if one.isalnum()
    ]
