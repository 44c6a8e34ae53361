"""Web addresses in texts: what of a person is read in them, where, and what is no such thing."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.checks.addresses import (
    personal_data_in,
    personal_data_in_addresses,
    without_addresses,
)
from casebook.checks.redaction import redacted
from casebook.content.problem import START, Problem

from ..content.steadily import steadily
from .sites import TAIYUAN, copy_sound_site, problems_of, sound

MOBILE, IDENTITY, CARD = "13934567821", "110101199003071006", "6222021234567890128"
CODED = "".join(f"%{ord(character):02X}" for character in MOBILE)
NAME, SENTENCE = "王小明", "犯罪嫌疑人王小明被抓获"


def found(address: str) -> list[tuple[str, str]]:
    return [(one.code, address[one.start : one.end]) for one in personal_data_in(address)]


@pytest.mark.parametrize(
    ("address", "code", "words"),
    [
        (f"https://example.org/?t={MOBILE}", "mobile-number", MOBILE),
        (f"HTTPS://example.org/?t={MOBILE}", "mobile-number", MOBILE),
        (f"https://example.org/u/{MOBILE}.html", "mobile-number", MOBILE),
        (f"https://example.org/a_{MOBILE}_1.html", "mobile-number", MOBILE),
        (f"https://example.org/#{MOBILE}", "mobile-number", MOBILE),
        (f"https://example.org/({MOBILE})", "mobile-number", MOBILE),
        (f"https://{MOBILE}.cn/", "mobile-number", MOBILE),
        (f"https://a:{MOBILE}@example.org/", "mobile-number", MOBILE),
        (f"https://example.org/?tel{MOBILE}", "mobile-number", MOBILE),
        (f"https://example.org/?t=86{MOBILE}", "mobile-number", f"86{MOBILE}"),
        ("https://example.org/?t=139-3456-7821", "mobile-number", "139-3456-7821"),
        ("https://example.org/?t=139%203456+7821", "mobile-number", "139%203456+7821"),
        ("https://example.org/?t=%2B86-139-3456-7821", "mobile-number", "86-139-3456-7821"),
        (f"https://example.org/{CODED}", "mobile-number", CODED),
        ("https://example.org/?t=139%334567821", "mobile-number", "139%334567821"),
        ("https://example.org/?t=139%25334567821", "mobile-number", "139%25334567821"),
        ("https://example.org/?t=139&#51;4567821", "mobile-number", "139&#51;4567821"),
        (f"https://a.cn/?to={quote(f'https://b.cn/?t={MOBILE}', '')}", "mobile-number", MOBILE),
        (f"https://example.org/?q={IDENTITY}", "identity-number", IDENTITY),
        (f"https://example.org/id/{IDENTITY}/", "identity-number", IDENTITY),
        (f"https://example.org/?c={CARD}", "bank-card", CARD),
        ("https://example.org/?card=4111111111111111", "bank-card", "4111111111111111"),
        ("https://example.org/?m=li_4%40example.com", "email-address", "li_4%40example.com"),
        ("https://example.org/li@example.com/", "email-address", "li@example.com"),
        ("https://example.org/?qq=123456789", "chat-account", "123456789"),
        ("https://example.org/?ip=202.97.33.5", "ip-address", "202.97.33.5"),
        ("https://202.97.33.5/", "ip-address", "202.97.33.5"),
        (f"https://example.org/?n={quote(SENTENCE)}", "name-unmasked", quote(NAME)),
        (
            f"https://example.org/{quote(SENTENCE, encoding='gb18030')}.html",
            "name-unmasked",
            quote(NAME, encoding="gb18030"),
        ),
    ],
)
def test_personal_data_in_an_address(address: str, code: str, words: str) -> None:
    assert found(address) == [(code, words)]


NOTHING = """
https://www.example.gov.cn/n2254098/n4904352/c9876543/content.html
https://www.example.gov.cn/zhengce/2024-05/13/content_5134567.htm
https://www.example.gov.cn/art/2024/5/13/art_139_12345678.html
https://www.example.gov.cn/art/2024/5/13/art_13531_234567.html
https://www.example.gov.cn/202405/t20240513_654321.shtml#1
https://www.example.gov.cn/wz/detail?pa=9be8d9a4c2f3e1b0&id=20240513123456
https://mp.example.com/s?__biz=MzA5MTM5MzQ1Ng==&mid=2650891234&idx=1&sn=5f139345678217ab3c&chksm=8b13934567821d#wechat_redirect
https://example.com/article/7345678901234567890/?source=news
https://example.com/1234567890/4890123456789014
https://example.com/s?id=1790000000000000019&wfr=spider
https://example.com/video/6912345678901234567
https://example.com/550e8400-e29b-41d4-a716-446655440000
https://example.com/20240513/20240513123456789.html
https://example.com/a?v=1.2.3&t=1715580000000&r=0.13934567821
https://example.com/npm/vue@3.2.1/dist/vue.js
https://example.com/@user
https://example.com/d41d8cd98f00b204e9800998ecf8427e
https://example.com/13934567821abcdef
https://gov.cn@example.com/
https://example.com/search?q=%E5%B8%AE%E5%8A%A9%E4%BF%A1%E6%81%AF%E7%BD%91%E7%BB%9C%E7%8A%AF%E7%BD%AA%E6%B4%BB%E5%8A%A8%E7%BD%AA
https://example.com/%E5%88%91%E6%B3%95_(1997)
https://example.com/%zz%e4%b8
"""


@pytest.mark.parametrize("address", NOTHING.split())
def test_no_personal_data_in_an_address(address: str) -> None:
    assert found(address) == []


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("见https://a.cn/b,c 甲", "见 甲"),
        ("见[甲](https://a.cn/)乙", "见[甲]()乙"),
        ("（https://a.cn/b_(1)）", "（）"),
        ("<HTTP://a.cn/>", "<>"),
        ("“https://a.cn/”。", "“”。"),
        ('"https://a.cn/"', '""'),
        ("https://a.cn/\nhttps://b.cn/", "\n"),
        (f"(https://a.cn/){MOBILE}", f"(){MOBILE}"),
        ("://", "://"),
    ],
)
def test_an_address_ends_where_it_is_enclosed(text: str, rest: str) -> None:
    assert without_addresses(text).replace("\ufffc", "") == rest
    assert len(without_addresses(text)) == len(text)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (f"登录<https://example.org/?t={MOBILE}>领取。", MOBILE),
        (f"见[链接](https://example.org/?t={MOBILE})。", MOBILE),
        (f"见[链接][一]。\n\n[一]: https://example.org/?t={CODED}", CODED),
        (f"见https://example.org/?t={MOBILE}。", MOBILE),
        (f"见[链接](https://example.org/){MOBILE}。", MOBILE),
        (f"见[链接](../x.html?t={CODED})。", CODED),
        ("写信到[邮箱](mailto:li%40example.com)。", "li%40example.com"),
    ],
)
def test_a_check_reports_it_at_its_place(tmp_path: Path, lines: str, words: str) -> None:
    copy_sound_site(tmp_path)
    path = tmp_path / f"{TAIYUAN}/02.md"
    path.write_text(sound(f"{TAIYUAN}/02.md", lines), encoding="utf-8")
    codes = ("mobile-number", "email-address")
    (problem,) = (one for one in problems_of(tmp_path) if one.code in codes)
    line = path.read_text(encoding="utf-8").split("\n")[problem.line - 1]
    assert line[problem.column - 1 :].startswith(words)


def test_it_is_reported_in_a_field_and_can_be_allowed(tmp_path: Path) -> None:
    copy_sound_site(tmp_path)
    path = tmp_path / f"{TAIYUAN}/index.md"
    source = f"source_url: https://example.org/?t={MOBILE}\n"
    text = path.read_text(encoding="utf-8").replace("\n---\n", f"\n{source}---\n", 1)
    path.write_text(text, encoding="utf-8")
    (problem,) = problems_of(tmp_path)
    assert (problem.code, problem.field) == ("mobile-number", "source_url")
    assert text.split("\n")[problem.line - 1][problem.column - 1 :] == MOBILE
    allow = f"allow:\n  - code: mobile-number\n    text: t={MOBILE}\n    reason: 文章编号\n"
    path.write_text(text.replace(source, source + allow), encoding="utf-8")
    assert list(problems_of(tmp_path)) == []


def test_a_report_does_not_repeat_it() -> None:
    address = f"https://gov.cn@example.org/?t={CODED}"
    problem = Problem.of("raw-html", "x.md", START, "body", found=address)
    assert CODED not in redacted(problem).message


PIECES = [
    "http://", "https://", "a.cn", "/", "?", "=", "&", "#", "@", "%", "%3", "%31", "%E4", "%25",
    "&#49;", "&amp;", "+", "-", "_", "1", "39", MOBILE, IDENTITY, "甲", "王小明",
    "犯罪嫌疑人", " ", "\n", "(", ")",
]  # fmt: skip


@steadily(300)
@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_findings_are_spans_of_any_text(text: str) -> None:
    assert len(without_addresses(text)) == len(text)
    for one in personal_data_in_addresses(text):
        assert 0 <= one.start < one.end <= len(text)
