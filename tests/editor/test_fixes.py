"""Whole files put right, and files that must stay as they are. Every case here is made up."""

# ruff: noqa: E501 - a file before and after stays in one piece

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook.checks.gate import findings
from casebook.checks.passages import Passages
from casebook.content.front_matter import parse
from casebook.content.problem import Mark
from casebook.editor.fixes import Edit, apply_edits, fix_content, fixed_files

from ..checks.sites import BASE, TAIYUAN, copy_sound_site, library_of, problems_of
from ..checks.test_wording import content_of, sound_contents

CASE = f"{TAIYUAN}/02.md"
PLAIN = (BASE / CASE).read_text(encoding="utf-8")


def fixed_file(text: str) -> str:
    """The file 02.md of the sound site, with this text, after the fixes."""
    document, problems = parse(text, CASE)
    assert document is not None
    assert problems == []
    return fix_content(sound_contents()[CASE], text)[0]


def file(*head: str, body: str) -> str:
    """A case file of these lines of front matter and this body."""
    start = PLAIN.split("summary:")[0]
    summary = "summary: 有人为博取关注编造停水消息，在网上广泛传播，警方查明后及时予以澄清。\n"
    own = "".join(f"{line}\n" for line in head)
    return start + ("" if "summary:" in own else summary) + own + f"---\n\n{body}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("有人登陆网站,用别人的帐号编造消息.", "有人登录网站，用别人的账号编造消息。"),
        ("## 2024 年案情\n\n- 抓获 3 人\n- 查扣 App 一款", "## 2024年案情\n\n- 抓获3人\n- 查扣App一款"),
        ("他说\"停水\"是假的(见通报)。。", "他说“停水”是假的（见通报）。"),
        ("见[通报](index.md),以及`a,b`。", "见[通报](index.md)，以及`a,b`。"),
        ("| 甲,乙 | 丙 |\n|---|---|\n| 1 | 帐户 |", "| 甲，乙 | 丙 |\n|---|---|\n| 1 | 账户 |"),
        ("第一行,还有  \n第二行 ，完。", "第一行，还有  \n第二行，完。"),
        ("　　警方查明,系编造。", "警方查明，系编造。"),
        ("**手法**:编造消息，*登陆*网站。", "**手法**：编造消息，*登陆*网站。"),
        ("1. 先停下,\n2. 再报警!!", "1. 先停下，\n2. 再报警！"),
        ("⻔户网站，⼈民警察，２０名群众。", "门户网站，人民警察，20名群众。"),
        ("二○二四年,警方于 4 月 2 日查明...", "二〇二四年，警方于4月2日查明……"),
        ("(甲,乙)", "（甲，乙）"),
        ("```\n甲,乙 a\n```\n\n丙,丁。", "```\n甲,乙 a\n```\n\n丙，丁。"),
        ("见https://www.example.com/a,b 甲,乙。", "见https://www.example.com/a,b 甲，乙。"),
    ],
)  # fmt: skip
def test_a_body_is_put_right(old: str, new: str) -> None:
    assert fixed_file(file(body=old)) == file(body=new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("agency: 太原 110 中心", "agency: 太原110中心"),
        ('agency: "太原,大同"', 'agency: "太原，大同"'),
        ("agency: '太原\"某\"大队'", "agency: '太原“某”大队'"),
        ("agency: 某\"专案\"组", "agency: 某“专案”组"),
        ("figures: {查封帐号: 8个 帐户}", "figures: {查封帐号: 8个 账户}"),
        ("figures: {查封: '8个,帐户'}", "figures: {查封: '8个，账户'}"),
        ("corrections: [{date: 2024-06-02, note: 原写帐号}]", "corrections: [{date: 2024-06-02, note: 原写账号}]"),
        ("summary: |\n  有人为博取关注编造停水消息,在网上广泛传播,警方查明后予以澄清。",
         "summary: |\n  有人为博取关注编造停水消息，在网上广泛传播，警方查明后予以澄清。"),
    ],
)  # fmt: skip
def test_a_value_is_put_right(old: str, new: str) -> None:
    body = "警方查明。"
    assert fixed_file(file(old, body=body)) == file(new, body=body)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        file(body="警方抓获犯罪分子8名，追缴赃款。"),
        file(body="警方 查明系编造。"),
        file(body="警方已经辟谣.消息系编造。。。"),
        file(body='他说"停水是假的。'),
        file('agency: "太原\\"某\\"大队"', body="警方查明。"),
        file("figures: {查封帐号: 8个, '其它,数据': 9个}", body="警方查明。"),
        file("allow: [{code: wording-word, text: 别人的帐号, reason: 原文如此}]", body="别人的帐号。"),
        file("allow: [{code: name-unmasked, text: '张样 2', reason: 不是姓名}]", body="张样 2人。"),
        file("aliases: [2024-05-01-taiyuan/09]", "review_on: 2027-01-01", body="警方查明。"),
        # Shorter by its spaces it would be too short.
        file("summary: 警方 4 月 2 日查明停水消息系编造。", body="警方查明。"),
    ],
)  # fmt: skip
def test_a_file_that_stays_as_it_is(text: str) -> None:
    assert fixed_file(text) == text


def test_what_can_be_put_right_is_where_something_else_cannot() -> None:
    summary = "summary: 警方 4 月 2 日查明停水消息系编造。"
    new = file(summary, body="别人的账号，被盗。")
    assert fixed_file(file(summary, body="别人的帐号,被盗。")) == new


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(start: str, end: str) -> None:
    old, new = (
        start + file(body=body).replace("\n", end)
        for body in ("别人的帐号,被盗。\n\n查明 3人.", "别人的账号，被盗。\n\n查明3人。")
    )
    assert fixed_file(old) == new


def test_edits_are_made_from_the_end_and_only_where_the_words_stand() -> None:
    edits = [
        Edit(Mark(1, 2), "乙", "B"),
        Edit(Mark(2, 1), "丁戊", "D"),
        Edit(Mark(2, 2), "戊", "E"),
        Edit(Mark(2, 3), "己", "F"),
        Edit(Mark(1, 1), "丙", "X"),
        Edit(Mark(9, 1), "甲", "X"),
    ]
    assert apply_edits("甲乙\r\n丁戊己", edits) == "甲B\r\n丁EF"
    assert apply_edits("甲乙", []) == "甲乙"


def test_a_site_is_put_right_file_by_file(tmp_path: Path) -> None:
    copy_sound_site(tmp_path)
    (tmp_path / CASE).write_text(file(body="别人的帐号,被盗。"), encoding="utf-8")
    about = tmp_path / "docs/about.md"
    about.write_text("---\ntitle: 关于 App\n---\n\n内容。\n", encoding="utf-8")
    found = list(fixed_files(library_of(tmp_path)))
    assert [(one.path, one.shown, len(one.findings)) for one in found] == [
        (tmp_path / CASE, CASE, 2),
        (about, "docs/about.md", 1),
    ]
    assert found[1].new == "---\ntitle: 关于App\n---\n\n内容。\n"
    assert "帐号," in (tmp_path / CASE).read_text(encoding="utf-8")
    for one in found:
        one.path.write_text(one.new, encoding="utf-8", newline="")
    assert problems_of(tmp_path) == ()
    assert list(fixed_files(library_of(tmp_path))) == []


def test_the_real_cases_need_no_fixes(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    for name in ("cases", "docs"):
        shutil.copytree(root / name, tmp_path / name)
    assert list(fixed_files(library_of(tmp_path))) == []


PIECES = st.sampled_from([
    "警方", "查明", "帐号", "登陆", "网站", "其它", "2024", "App", "停水", "王某", "犯罪嫌疑人", "张样", "。",
    "，", ",", ".", ":", ";", "!", "?", "(", ")", '"', "'", "“", "”", " ", "  ", "　", "-", "--", "...", "…",
    "\n", "\n\n", "- ", "1. ", "## ", "> ", "|", "*", "**", "`", "[", "](index.md)", "https://a.cn/b,c", "：",
    "二○二四年", "⻔", "⼈", "ＡＢ", "３", "、、", "。。", "，。", "！！", "「", "」", "%", "&lt;", "{: .a}", "移送起诉", "截止目前",
])  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=24).map("".join)
VALUES = st.lists(PIECES.filter(lambda one: "\n" not in one), min_size=1, max_size=12).map("".join)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(body=TEXTS, value=VALUES, quote=st.sampled_from(["", "'", '"', "|"]))
def test_fixes_are_done_once_and_make_nothing_worse(body: str, value: str, quote: str) -> None:
    line = f"agency: |\n  {value}" if quote == "|" else f"agency: {quote}{value}{quote}"
    text = file(line, body=body)
    content = content_of(CASE, "")
    before, problems = parse(text, CASE)
    if before is None or problems:
        return
    new, _ = fix_content(content, text)
    after, problems = parse(new, CASE)
    assert after is not None
    assert problems == []
    assert fix_content(content, new)[0] == new
    assert after.keys.keys() == before.keys.keys()
    for key in ("date", "stage", "city", "offence"):
        assert after.values[key] == before.values[key]
    assert unsafe(new) <= unsafe(text)
    assert new.count("\n") == text.count("\n")


def unsafe(text: str) -> int:
    """How many findings a person must decide on."""
    document, _ = parse(text, CASE)
    assert document is not None
    content = replace(sound_contents()[CASE], document=document)
    found = findings(content, Passages.of(document))
    return sum(one.replacement is None for one in found)
