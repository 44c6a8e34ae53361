"""Front matter: values as text, places of keys and values, and every way to get its form wrong."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.content import yaml_tree
from casebook.content.front_matter import Document, parse
from casebook.content.yaml_tree import dotted, is_deeper

from .steadily import steadily


def document(head: str, body: str = "") -> Document:
    """The document with this front matter, which must have no problem."""
    found, problems = parse(f"---\n{head}\n---\n{body}", "x.md")
    assert problems == []
    assert found is not None
    return found


def messages(text: str) -> list[str]:
    return [str(problem) for problem in parse(text, "x.md")[1]]


# Values


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("文字", "文字"),
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", "true"),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("1.10", "1.10"),
        ("1e3", "1e3"),
        ("1:30", "1:30"),
        (".inf", ".inf"),
        ("2024", "2024"),
        ("2024-04", "2024-04"),
        ("2024-04-09", "2024-04-09"),
        ("2024-04-09 10:00:00", "2024-04-09 10:00:00"),
        ("'NO'", "NO"),
        ('"007"', "007"),
        ("'它''s'", "它's"),
        (r'"一\n二"', "一\n二"),
        ("甲：乙", "甲：乙"),
        ("甲:乙", "甲:乙"),
        ("'甲: 乙'", "甲: 乙"),
        ("https://example.cn/a?b=c:d#e", "https://example.cn/a?b=c:d#e"),
        ("甲 # 注释", "甲"),
        ("甲#乙", "甲#乙"),
        ("  甲  ", "甲"),
        ("【甲】", "【甲】"),
        ("甲]", "甲]"),
        ("-1", "-1"),
        ("?甲", "?甲"),
        ("=", "="),
        ("<<", "<<"),
        ("nULL", "nULL"),
        ("'~'", "~"),
        ("'null'", "null"),
        ("''", ""),
        ('""', ""),
        ("[甲, 乙]", ["甲", "乙"]),
        ("[甲，乙]", ["甲，乙"]),
        ("[]", []),
        ("{}", {}),
        ("{甲: 1, 乙: [007]}", {"甲": "1", "乙": ["007"]}),
        ("|\n  一\n  二", "一\n二\n"),
        (">-\n  一\n  二", "一 二"),
        ("一\n  二", "一 二"),
        ("\n- 甲\n- 乙", ["甲", "乙"]),
    ],
)
def test_values_stay_text(written, value):
    assert document(f"key: {written}").values == {"key": value}


@pytest.mark.parametrize("written", ["", " ", "~", "null", "Null", "NULL", "# 注释"])
def test_nothing(written):
    assert document(f"key: {written}").values == {"key": None}


def test_nothing_inside():
    found = document("list:\n  -\n  - ~\n  - {a: , b: null}\nmap:\n  a:\n  b: ''")
    assert found.values == {
        "list": [None, None, {"a": None, "b": None}],
        "map": {"a": None, "b": ""},
    }


@pytest.mark.parametrize("key", ["NO", "007", "2024-04", "null", "~", "标题", "扣押 设备", "<<"])
def test_keys_stay_text(key):
    assert document(f"{key}: 值").values == {key: "值"}


# Places

NESTED = """\
title: 甲
涉案金额: "乙"
list:
  - 丙
  - {a: 1, 'b': [2, 3]}
  -   名目: 值
      other:
        - x
empty:
figures: {扣押设备: 50余台, 手机: 2部}
"""


def test_places_of_values():
    assert document(NESTED).marks == {
        ("title",): (2, 8),
        ("涉案金额",): (3, 7),
        ("list",): (5, 3),
        ("list", 0): (5, 5),
        ("list", 1): (6, 5),
        ("list", 1, "a"): (6, 9),
        ("list", 1, "b"): (6, 17),
        ("list", 1, "b", 0): (6, 18),
        ("list", 1, "b", 1): (6, 21),
        ("list", 2): (7, 7),
        ("list", 2, "名目"): (7, 11),
        ("list", 2, "other"): (9, 9),
        ("list", 2, "other", 0): (9, 11),
        ("empty",): (10, 7),
        ("figures",): (11, 10),
        ("figures", "扣押设备"): (11, 17),
        ("figures", "手机"): (11, 27),
    }


def test_places_of_keys():
    assert document(NESTED).keys == {
        ("title",): (2, 1),
        ("涉案金额",): (3, 1),
        ("list",): (4, 1),
        ("list", 1, "a"): (6, 6),
        ("list", 1, "b"): (6, 12),
        ("list", 2, "名目"): (7, 7),
        ("list", 2, "other"): (8, 7),
        ("empty",): (10, 1),
        ("figures",): (11, 1),
        ("figures", "扣押设备"): (11, 11),
        ("figures", "手机"): (11, 23),
    }


def test_characters_beyond_the_basic_plane_count_as_one():
    found = document("{𠮷: 甲, b: 乙}")
    assert found.marks[("b",)] == (2, 11)


@pytest.mark.parametrize(
    ("location", "place", "field"),
    [
        (("title",), (2, 8), "title"),
        (("list", 1, "b", 1), (6, 21), "list[1].b[1]"),
        (("list", 1, "missing"), (6, 5), "list[1].missing"),
        (("missing", 0, "deep"), (1, 1), "missing[0].deep"),
        ((), (1, 1), ""),
    ],
)
def test_problem_stands_at_the_value_or_its_parent(location, place, field):
    problem = document(NESTED).problem("empty-list", location)
    assert (problem.line, problem.column, problem.field) == (*place, field)
    assert problem.path == "x.md"


def test_key_problem_stands_at_the_key():
    problem = document(NESTED).key_problem("unknown-field", ("list",), found="list", nearest="")
    assert (problem.line, problem.column, problem.field) == (4, 1, "list")


def test_body_problem_counts_from_the_body():
    found = document("title: 甲", "\n\n一\n二")
    assert str(found.body_problem("body-empty", 1, 3)).startswith("x.md:7:3: ")
    assert found.body_problem("body-empty", 0).field == "body"


@pytest.mark.parametrize(
    ("location", "text"),
    [((), ""), (("a",), "a"), (("a", 0), "a[0]"), (("a", 0, "b", "c"), "a[0].b.c"), ((0,), "[0]")],
)
def test_dotted(location, text):
    assert dotted(location) == text


def test_documents_are_frozen():
    found = document("title: 甲")
    with pytest.raises(TypeError):
        found.values["title"] = "乙"
    with pytest.raises(TypeError):
        found.marks["title",] = (1, 1)
    with pytest.raises(AttributeError):
        found.body = ""


# Fences and body


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\na: 1\n---\n正文\n", "正文\n", 4),
        ("---\na: 1\n---\n\n \n正文", "正文", 6),
        ("---\na: 1\n---\n    缩进\n", "    缩进\n", 4),
        ("---\na: 1\n---\n正文\n\n---\n\n再续\n", "正文\n\n---\n\n再续\n", 4),
        ("--- \na: 1\n---\t \n正文", "正文", 4),
        ("---\r\na: 1\r\n---\r\n\r\n一\r\n二\r\n", "一\n二\n", 5),
        ("---\ra: 1\r---\r一\r二", "一\n二", 4),
        ("\ufeff---\na: 1\n---\n正文", "正文", 4),
        ("\ufeff---\r\na: 1\r\n---\r\n正文", "正文", 4),
        ("---\n# 注释\n\na: 1\n...\n---\n正文", "正文", 7),
    ],
)
def test_body(text, body, line):
    found, problems = parse(text, "x.md")
    assert problems == []
    assert (found.values, found.body, found.body_line) == ({"a": "1"}, body, line)


def test_carriage_returns_do_not_shift_places():
    found, _ = parse("\ufeff---\r\na: 1\r\nb:\r\n  - 2\r\n---\r\n", "x.md")
    assert found.marks == {("a",): (2, 4), ("b",): (4, 3), ("b", 0): (4, 5)}


@pytest.mark.parametrize("text", ["---\na: 1\n---", "---\na: 1\n---\n", "---\na: 1\n---\n\n \n"])
def test_an_empty_body_has_a_place_within_the_file(text):
    found, _ = parse(text, "x.md")
    assert found.body == ""
    assert found.body_problem("body-empty", 0).line <= len(text.split("\n"))


# The form of front matter

MISSING = (
    "x.md:1:1: 文件开头没有文件头。"
    "第一行写三个半角连字符“---”，其后每行写一项，如“city: 太原市”，最后再写一行“---”。"
)
OPEN = "x.md:1:1: 文件头没有结束。请在最后一项的下一行写“---”。"


@pytest.mark.parametrize(
    "text",
    ["", "\n", "正文", "\n---\na: 1\n---\n", " ---\na: 1\n---\n", "----\na: 1\n----\n",
     "－－－\na: 1\n---\n", "———\na: 1\n———\n", "+++\na = 1\n+++\n", "a: 1\n---\n",
     "---a\n---\n", "\ufeff\ufeff---\na: 1\n---\n"],
)  # fmt: skip
def test_missing_fence(text):
    assert parse(text, "x.md")[0] is None
    assert messages(text) == [MISSING]


@pytest.mark.parametrize(
    "text",
    ["---", "---\n", "---\na: 1", "---\na: 1\n ---\n", "---\na: 1\n----\n", "---\na: 1\n———\n"],
)
def test_open_fence(text):
    assert parse(text, "x.md")[0] is None
    assert messages(text) == [OPEN]


LINES = "请每行写一项，如“city: 太原市”，冒号用半角，后面空一格"
NOT_MAPPING = f"文件头不是每行一项的形式。{LINES}。"
SYNTAX = f"这里的写法读不懂。{LINES}，同级的各项左边对齐。"
COLON = (
    "这一行里多了一个“: ”（半角冒号加空格），或缩进不对。"
    "内容里有半角冒号时，请用引号把整个内容括起来；同级的各项要左边对齐。"
)
TAB = "这里用了制表符（Tab）。缩进请用空格。"
QUOTE = "引号只有一半。请补上另一个同样的引号。"
FIRST = "内容不能以这个符号开头。请用半角双引号把整个内容括起来。"
BRACKET = "括号没有配对，或缺少逗号。几项写成 [甲, 乙]，带名称的写成 {甲: 乙}，括号和逗号用半角。"
SECOND = "文件头里多了一条分隔线。文件头只能有开头和结尾两条“---”。"
ALIAS = (
    "这里有文件头不能用的引用符号（& 或 *）。请把内容原样写出；内容确以该符号开头时，用引号括起来。"
)
DEEP = "缩进或括号的层数超过 8 层。请检查多余的括号或连字符。"
KEY = "这里应是一项的名称，却写成了列表或括号。请写成“名称: 内容”，如“city: 太原市”。"


def control(code: str) -> str:
    return f"这里有一个看不见的字符（{code}）。请删去这一行，重新输入。"


def full_width(key: str) -> str:
    return f"“{key}”后面用了全角冒号“：”。请改为半角冒号加一个空格，即“{key}: ”。"


def without_space(key: str) -> str:
    return f"“{key}”的冒号后面缺一个空格。请写成“{key}: ”，再写内容。"


def tag(found: str) -> str:
    return (
        f"这里有文件头不能用的类型标记“{found}”。请删去该标记；内容确以感叹号开头时，用引号括起来。"
    )


REFUSED = [
    ("", "2:1", NOT_MAPPING),
    ("# 注释", "2:1", NOT_MAPPING),
    ("文字", "2:1", NOT_MAPPING),
    ("~", "2:1", NOT_MAPPING),
    ("- 甲\n- 乙", "2:1", NOT_MAPPING),
    ("[甲]", "2:1", NOT_MAPPING),
    ("标题：甲", "2:1", NOT_MAPPING),
    ("a: 一\x07二", "2:5", control("U+0007")),
    ("a: 1\nb: \x00", "3:4", control("U+0000")),
    ("a: 一\x0b二\x0c", "2:5", control("U+000B")),
    ("a: 一\x1b[31m", "2:5", control("U+001B")),
    ("a: 一\x7f", "2:5", control("U+007F")),
    ("a: 一\x85", "2:5", control("U+0085")),
    ("a: 一\u2028二", "2:5", control("U+2028")),
    ("a: 一\ufeff", "2:5", control("U+FEFF")),
    ("a: 一\xad二", "2:5", control("U+00AD")),
    ("a: 一\u200b二", "2:5", control("U+200B")),
    ("a: 一\u200d", "2:5", control("U+200D")),
    ("\u200ba: 1", "2:1", control("U+200B")),
    ("a: 1\nb: \u202e一", "3:4", control("U+202E")),
    ("a: 一\u2060", "2:5", control("U+2060")),
    ("a: 一\u2066二\u2069", "2:5", control("U+2066")),
    ("a: 一\ufffe", "2:5", control("U+FFFE")),
    ("a: \ud800", "2:4", control("U+D800")),
    ("title：甲", "2:6", full_width("title")),
    ("date: 2024\ntitle：甲", "3:6", full_width("title")),
    ("title：甲\ndate: 2024", "2:6", full_width("title")),
    ("title ： 甲\ndate: 2024", "2:6", full_width("title")),
    ("updates:\n  - date: 2024\n    stage：侦破", "4:10", full_width("stage")),
    ("title:甲", "2:6", without_space("title")),
    ("date: 2024\ntitle:甲", "3:6", without_space("title")),
    ("title:甲\ndate: 2024", "2:6", without_space("title")),
    ("date: 1\nsource_url:https://example.cn", "3:11", without_space("source_url")),
    ("title: 甲: 乙", "2:9", COLON),
    ("a: 1\n  b: 2", "3:4", COLON),
    ("a: 1\n b: 2\nc: 3", "3:3", COLON),
    ("\ta: 1", "2:1", TAB),
    ("a:\n\tb: 1", "3:1", TAB),
    ("a:\n  b: 1\n\tc: 2", "4:1", TAB),
    ("a:\n  b: 1\n  \tc: 2", "4:3", TAB),
    ('a: "甲', "2:4", QUOTE),
    ("a: '甲", "2:4", QUOTE),
    ('a: "甲\nb: 1\nc: 2', "2:4", QUOTE),
    ("a: '甲\nb: 1\nc: 2", "2:4", QUOTE),
    ("a: 1\nb: [甲, '乙]", "3:8", QUOTE),
    ("a: @甲", "2:4", FIRST),
    ("a: `甲`", "2:4", FIRST),
    ("a: %甲", "2:4", FIRST),
    ("a:\n  - 1\n  - @甲", "4:5", FIRST),
    ("a: [甲, 乙", "2:4", BRACKET),
    ("a: [甲, 乙\nb: 2", "2:4", BRACKET),
    ("a: {甲: 乙", "2:4", BRACKET),
    ("a: {甲: 乙\nb: 2", "2:4", BRACKET),
    ("a: [甲, 乙}", "2:4", BRACKET),
    ("a: ]", "2:4", SYNTAX),
    ("a: [甲] 乙", "2:8", SYNTAX),
    ("a: '甲' 乙", "2:8", SYNTAX),
    ("a: - 甲", "2:4", SYNTAX),
    ('a: "\\甲"', "2:5", SYNTAX),
    ("a: |甲", "2:5", SYNTAX),
    (": 甲", "2:1", SYNTAX),
    ("  a: 1\nb: 2", "3:1", SYNTAX),
    ("a: 1\n甲", "3:1", SYNTAX),
    ("a: 1\n甲\nc: 2", "3:1", SYNTAX),
    ("a: 1\n--- 甲\nb: 2", "3:1", SECOND),
    ("--- 甲\n--- 乙", "3:1", SECOND),
    ("a: 1\n...\nb: 2", "3:1", SECOND),
    ("a: *甲x", "2:4", ALIAS),
    ("a: *x", "2:4", ALIAS),
    ("a: *某某案", "2:4", ALIAS),
    ("a: **重点**", "2:4", ALIAS),
    ("a: &x 甲", "2:4", ALIAS),
    ("a: &某 甲", "2:4", ALIAS),
    ("&x a: 1\nb: *x", "2:1", ALIAS),
    ("a: [&x 甲]", "2:5", ALIAS),
    ("a: &x\n  b: 1", "2:4", ALIAS),
    ("a: !x 甲", "2:4", tag("!x")),
    ("a: !!str 甲", "2:4", tag("tag:yaml.org,2002:str")),
    ("a: !!python/object:os.system 甲", "2:4", tag("tag:yaml.org,2002:python/object:os.system")),
    ("a: ! 甲", "2:4", tag("!")),
    ("a: !x [甲]", "2:4", tag("!x")),
    ("!x a: 1", "2:1", tag("!x")),
    ("a: [[[[[[[[1]]]]]]]]", "2:11", DEEP),
    ("a:\n" + "- " * 8 + "1", "3:15", DEEP),
    ("a: " + "{a: " * 8 + "1" + "}" * 8, "2:32", DEEP),
    ("? [a, b]\n: 1", "2:3", KEY),
    ("? {a: b}\n: 1", "2:3", KEY),
    ("? - a\n: 1", "2:3", KEY),
    ("[a]: 1", "2:1", KEY),
    ("a: {[b]: 1}", "2:5", KEY),
]


@pytest.mark.parametrize(
    ("head", "place", "message"), REFUSED, ids=[repr(head)[:40] for head, _, _ in REFUSED]
)
def test_refused(head, place, message):
    text = f"---\n{head}\n---\n正文\n"
    assert parse(text, "x.md")[0] is None
    assert messages(text) == [f"x.md:{place}: {message}"]


def test_every_line_with_a_control_character_is_named():
    assert messages("---\na: \x00\x01\nb: 1\nc: \x02\n---\n") == [
        f"x.md:2:4: {control('U+0000')}",
        f"x.md:4:4: {control('U+0002')}",
    ]


def test_control_characters_in_the_body_are_named_too():
    assert messages("---\na: 1\n---\n甲\n\x00\x07") == [
        "x.md:5:1: 这里有一个看不见的字符（U+0000）。请删去这一行，重新输入。"
    ]


def test_habits_in_front_matter_that_can_be_read_are_left_alone():
    assert document("a: 1\nnote: |\n  title：甲\n  title:甲").values == {
        "a": "1",
        "note": "title：甲\ntitle:甲\n",
    }


DUPLICATES = [
    ("a: 1\na: 2", ["3:1: “a”写了两次，第 2 行已经有了。请只留一处。"], {"a": "1"}),
    ("标题: 1\nb: 2\n标题: 3", ["4:1: “标题”写了两次，第 2 行已经有了。请只留一处。"],
     {"标题": "1", "b": "2"}),
    ("a: 1\n'a': 2\n\"a\": 3",
     ["3:1: “a”写了两次，第 2 行已经有了。请只留一处。",
      "4:1: “a”写了两次，第 2 行已经有了。请只留一处。"], {"a": "1"}),
    ("a:\n  b: 1\n  c: 2\n  b: 3", ["5:3: “a.b”写了两次，第 3 行已经有了。请只留一处。"],
     {"a": {"b": "1", "c": "2"}}),
    ("l:\n  - {a: 1}\n  - {a: 1, a: 2}", ["4:12: “l[1].a”写了两次，第 4 行已经有了。请只留一处。"],
     {"l": [{"a": "1"}, {"a": "1"}]}),
    ("a:\na: 2", ["3:1: “a”写了两次，第 2 行已经有了。请只留一处。"], {"a": None}),
    ("a: {b: 1}\na: {b: 2, c: 3}", ["3:1: “a”写了两次，第 2 行已经有了。请只留一处。"],
     {"a": {"b": "1"}}),
    ("l:\n  - a: 1\nl:\n  - a: 2", ["4:1: “l”写了两次，第 2 行已经有了。请只留一处。"],
     {"l": [{"a": "1"}]}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "expected", "values"), DUPLICATES, ids=[repr(head) for head, _, _ in DUPLICATES]
)
def test_duplicate_keys_are_named_and_the_first_stays(head, expected, values):
    found, problems = parse(f"---\n{head}\n---\n", "x.md")
    assert [str(problem) for problem in problems] == [f"x.md:{line}" for line in expected]
    assert found.values == values


def test_duplicate_keys_are_named_before_what_ends_the_reading():
    assert messages("---\na: 1\na: 2\nb: *x\n---\n") == [
        "x.md:3:1: “a”写了两次，第 2 行已经有了。请只留一处。",
        f"x.md:4:4: {ALIAS}",
    ]


def test_eight_levels_are_allowed():
    assert document("a: [[[[[[[甲]]]]]]]").values == {"a": [[[[[[["甲"]]]]]]]}


# Nonsense of any kind


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("[[[[", f"x.md:2:4: {DEEP}"),
        ("- - - -", f"x.md:2:7: {DEEP}"),
        ("a: [[[", f"x.md:2:6: {DEEP}"),
        ("a: {a: {a: {", f"x.md:2:12: {DEEP}"),
        ("{{", f"x.md:2:2: {KEY}"),
        ("? ? ", f"x.md:2:3: {KEY}"),
        ("-\n -\n  -\n   -", f"x.md:5:4: {DEEP}"),
        ("aaaa", f"x.md:2:1: {NOT_MAPPING}"),
    ],
    ids=["brackets", "hyphens", "bracket value", "mappings", "braces", "keys", "stairs", "text"],
)
def test_nesting_beyond_the_limit_is_refused_unread(head, expected, monkeypatch):
    monkeypatch.setattr(yaml_tree, "MAX_DEPTH", 3)
    assert messages(f"---\n{head}\n---\n") == [expected.replace("超过 8 层", "超过 3 层")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[a]]", False),
        ("[[[a]]]", True),
        ("a: {b: {c: d}}", True),
        ("a: [\nb", False),
        ("", False),
    ],
)
def test_depth_is_known_before_a_text_is_composed(text, expected):
    assert is_deeper(text, 2) is expected


def holds(text: str) -> None:
    """Parsing gives a document or problems, never raises, and stays within the file."""
    found, problems = parse(text, "x.md")
    assert found is not None or problems
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = [(problem.line, problem.column) for problem in problems]
    if found is not None:
        places += [*found.marks.values(), *found.keys.values()]
        assert isinstance(found.values, MappingProxyType)
        rest = "\n".join(lines[found.body_line - 1 :])
        if found.body:
            assert found.body == rest
        else:  # its line is the file's last one, be it the closing fence
            assert found.body_line == len(lines)
            assert not rest.strip() or rest.rstrip(" \t") == "---"
    for line, column in places:
        assert 1 <= line <= len(lines), (line, column)
        assert 1 <= column <= len(lines[line - 1]) + 1, (line, column)


any_text = st.text(st.characters(exclude_categories=()))
NASTY = [
    "a", "b", "title", "标题", "甲", ": ", ":", "：", "- ", "-", "? ", "[", "]", "{", "}", ", ",
    ",", "'", '"', "''", "\\", "|", ">", "|-\n", "&x", "*x", "*", "!", "!!str ", "!<x>", "%",
    "%YAML 1.1", "@", "`", "#", " #", "\n", "\n", "\n  ", "\n    ", " ", "\t", "---", "\n---\n",
    "\n--- ", "...", "\n...\n", "~", "null", "<<", "=", "1", "2024-04", "\r", "\r\n", "\ufeff",
    "\x00", "\x85", "\u2028", "𠮷", "\ud800", "\\x0", "\u200b",
]  # fmt: skip
yaml_like = st.lists(st.sampled_from(NASTY), max_size=40).map("".join)
yaml_lines = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "    ", "- ", "  - ", "\t"]),
        st.sampled_from(["a: ", "b: ", "标题: ", "a:", "a：", ""]),
        st.lists(st.sampled_from(NASTY), max_size=4).map("".join),
    ).map("".join),
    max_size=8,
).map("\n".join)


@steadily(300)
@given(any_text)
def test_any_text(text):
    holds(text)


@steadily(300)
@given(any_text | yaml_like)
def test_any_text_between_fences(text):
    holds(f"---\n{text}\n---\n")
    holds(f"\ufeff---\r\n{text}\r\n---")


@steadily(500)
@given(yaml_lines)
def test_anything_like_yaml(text):
    holds(f"---\n{text}\n---\n正文")


@steadily(200)
@given(st.text())
def test_a_quoted_text_comes_back_as_it_was(text):
    quoted = "'" + text.replace("'", "''") + "'"
    found, problems = parse(f"---\na: 1\nb: {quoted}\n---\n", "x.md")
    if found is None:
        assert {problem.code for problem in problems} <= {"control-character", "yaml-quote"}
    elif not set(text) & set("\r\n"):
        assert (found.values, problems) == ({"a": "1", "b": text}, [])
