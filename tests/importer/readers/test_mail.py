"""Mail: what a person sees of an e-mail with its attachments, and of a page saved in one file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.document import Block, Cell, Document, Note, Role, Unseen
from casebook.importer.readers import mail, text
from casebook.importer.readers.source import LIMITS, Limits, Refusal, Source, UnreadableError

BULLETIN = "某市公安局通报典型案例\n\n案例一：李某编造停水消息案\n2024年5月，警方查明此事。\n"


def as_text(data: bytes) -> Document:
    """Reads an attachment as text."""
    if data.startswith(b"\xd0\xcf"):
        raise UnreadableError(Refusal.ENCRYPTED)
    if data.startswith(b"Subject"):
        return read(data)
    return text.read(Source(data, LIMITS, as_text))


def read(
    data: bytes, limits: Limits = LIMITS, part: Callable[[bytes], Document] = as_text
) -> Document:
    return mail.read(Source(data, limits, part))


def message(body: str = BULLETIN, subject: str = "稿件") -> EmailMessage:
    """A mail with a plain text."""
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "a@example.cn"
    made["To"] = "b@example.cn"
    made.set_content(body)
    return made


def seen(data: bytes) -> list[tuple[str, str]]:
    return [(block.at, block.text) for block in read(data).blocks]


def test_a_mail_has_its_subject_and_its_text() -> None:
    assert read(message().as_bytes()) == Document(
        (
            Block("稿件", "邮件主题", Role.HEADER),
            Block("某市公安局通报典型案例", "第1行"),
            Block("案例一：李某编造停水消息案", "第3行"),
            Block("2024年5月，警方查明此事。", "第4行"),
        )
    )


def test_a_subject_that_is_the_title_is_a_hint() -> None:
    data = message(subject="回复：Fw: 某市公安局通报典型案例").as_bytes()
    assert read(data).hints == {"title": "某市公安局通报典型案例"}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("more", ["", "Content-Type: text/plain; charset=gb2312\r\n"])
def test_headers_and_texts_without_a_true_charset_are_read(encoding: str, more: str) -> None:
    data = f"Subject: 通报\r\nFrom: 某局\r\n{more}\r\n{BULLETIN}".encode(encoding)
    assert seen(data)[:2] == [("邮件主题", "通报"), ("第1行", "某市公安局通报典型案例")]


def test_of_alternatives_the_page_is_read_with_its_pictures() -> None:
    made = message("纯文本")
    page = "<h1>通报</h1><p>正文，<img src='cid:p1'>完。</p><p style='display:none'>暗</p>"
    made.add_alternative(page, subtype="html")
    made.get_payload()[1].add_related(b"PNG", maintype="image", subtype="png", cid="<p1>")  # type: ignore[index, union-attr]
    document = read(made.as_bytes())
    assert [(block.role, block.text) for block in document.blocks] == [
        (Role.HEADER, "稿件"),
        (Role.TITLE, "通报"),
        (Role.PARAGRAPH, "正文，完。"),
    ]
    assert [(one.name, one.data) for one in document.pictures] == [("图1.png", b"PNG")]
    assert document.unseen == {Unseen.HIDDEN: 1}


def test_attachments_are_read_after_the_text() -> None:
    made = message("请审。")
    made.add_attachment(BULLETIN.encode("gb18030"), "text", "plain", filename="通报.txt")
    made.add_attachment("二。\n".encode(), "application", "octet-stream", filename="c:\\稿\\二.txt")
    assert seen(made.as_bytes()) == [
        ("邮件主题", "稿件"),
        ("第1行", "请审。"),
        ("附件《通报.txt》第1行", "某市公安局通报典型案例"),
        ("附件《通报.txt》第3行", "案例一：李某编造停水消息案"),
        ("附件《通报.txt》第4行", "2024年5月，警方查明此事。"),
        ("附件《二.txt》第1行", "二。"),
    ]


def test_what_cannot_be_read_is_named() -> None:
    made = message("请审。")
    made.add_attachment(b"\xd0\xcf\x11\xe0", "application", "msword", filename="加密.doc")
    made.add_attachment(b"x\x9f>\x22", "application", "ms-tnef", filename="winmail.dat")
    made.add_attachment(b"BEGIN:VCARD", "text", "vcard", filename="名片.vcf")
    made.add_attachment(b"PNG", "image", "png", filename="图.png")
    made.add_attachment(b"\xd0\xcf\x11\xe0", "application", "msword")
    document = read(made.as_bytes())
    assert document.attachments == ("加密.doc", "winmail.dat", "名片.vcf", "附件5")
    assert document.notes == (Note.ATTACHMENTS,)
    assert [(one.name, one.data, one.at) for one in document.pictures] == [
        ("图.png", b"PNG", "附件《图.png》")
    ]


def test_a_mail_in_a_mail_is_read() -> None:
    made = message("见附件。")
    made.add_attachment(message("内文，完。", "内层"))
    assert seen(made.as_bytes())[2:] == [
        ("附件《内层.eml》邮件主题", "内层"),
        ("附件《内层.eml》第1行", "内文，完。"),
    ]


def test_tables_of_several_parts_have_numbers_of_their_own() -> None:
    rows = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    made = message()
    made.set_content(rows, subtype="html")
    made.add_attachment(b"|a|b|\n|-|-|\n|c|d|\n", "text", "markdown", filename="表.md")
    cells = [block.cell for block in read(made.as_bytes()).blocks if block.cell]
    assert (cells[0], cells[-1]) == (Cell(1, 1, 1), Cell(2, 2, 2))


EARLIER = "-----原始邮件-----\n发件人: 甲\n发送时间: 2024年4月1日\n\n请报送通报。\n"


@pytest.mark.parametrize(
    "earlier",
    [
        EARLIER,
        "发件人：甲\n发送时间：2024年4月1日\n收件人：乙\n主题：请报送\n",
        "在 2024-04-01 10:00:00，甲 写道：\n> 请报送通报。\n",
        "On 1 Apr 2024, A wrote:\n> 请报送。\n",
        "---- 转发邮件信息 ----\n发件人：甲\n",
    ],
)
def test_an_earlier_mail_below_an_answer_is_at_the_foot(earlier: str) -> None:
    blocks = read(message(f"{BULLETIN * 3}\n{earlier}").as_bytes()).blocks
    assert {block.role for block in blocks if block.text in BULLETIN} == {Role.PARAGRAPH}
    first = earlier.split("\n")[0]
    start = next(number for number, block in enumerate(blocks) if block.text == first)
    assert {block.role for block in blocks[start:]} == {Role.FOOTER}


def test_a_mail_sent_on_below_a_short_note_is_the_text() -> None:
    blocks = read(message(f"请审。\n\n{EARLIER}{BULLETIN * 3}").as_bytes()).blocks
    assert {block.role for block in blocks[1:]} == {Role.PARAGRAPH}


def test_lines_that_a_mail_program_broke_are_whole() -> None:
    made = message()
    made.set_content("经查，李某 \n编造消息，\nthis is \nso.\n")
    made.set_param("format", "flowed")
    assert [words for _, words in seen(made.as_bytes())][1:] == ["经查，李某编造消息，this is so."]


SAVED = "\r\n".join(
    (
        "From: <Saved by Blink>",
        "Snapshot-Content-Location: https://www.example.gov.cn/1.html",
        "Subject: =?utf-8?Q?=E9=80=9A=E6=8A=A5?=",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="--x--"',
        "",
        "----x--",
        "Content-Type: text/html",
        "Content-Location: https://www.example.gov.cn/1.html",
        "",
        "<p>首页</p><article><p>近日，警方查处一起编造谣言案件，请广大网民注意。</p>",
        '<p class="x">暗</p><iframe src="cid:f1@mhtml.blink"></iframe><img src="https://a.cn/1.png">',
        "</article>",
        "----x--",
        "Content-Type: text/css",
        "Content-Location: cid:css-1@mhtml.blink",
        "",
        '@charset "utf-8"; .x { display: none; }',
        "----x--",
        "Content-Type: text/html",
        "Content-ID: <f1@mhtml.blink>",
        "",
        "<html><body><p>框里，有字。</p></body></html>",
        "----x--",
        "Content-Type: image/png",
        "Content-Transfer-Encoding: base64",
        "Content-Location: https://a.cn/1.png",
        "",
        "QUJD",
        "----x----",
        "",
    )
)


def test_a_saved_page_has_its_styles_frames_and_pictures() -> None:
    document = read(SAVED.encode())
    assert [(block.role, block.text) for block in document.blocks] == [
        (Role.HEADER, "首页"),
        (Role.PARAGRAPH, "近日，警方查处一起编造谣言案件，请广大网民注意。"),
        (Role.PARAGRAPH, "框里，有字。"),
    ]
    assert document.hints == {"title": "通报", "url": "https://www.example.gov.cn/1.html"}
    assert document.unseen == {Unseen.HIDDEN: 1}
    assert [(one.name, one.data) for one in document.pictures] == [("1.png", b"ABC")]


@pytest.mark.parametrize(
    ("data", "limits", "reason"),
    [
        (b"Subject: x\nContent-Type: application/pkcs7-mime\n\nAA", LIMITS, Refusal.ENCRYPTED),
        (b"Subject: x\n\n\xff\xff\xff\xff", LIMITS, Refusal.ENCODING),
        (b"Subject: x\nContent-Type: a/b;" + b'x="' * 9_000 + b"\n\n", LIMITS, Refusal.BROKEN),
        (SAVED.encode(), replace(LIMITS, members=3), Refusal.TOO_LONG),
        (SAVED.encode(), replace(LIMITS, blocks=0), Refusal.TOO_LONG),
    ],
    ids=["encrypted", "encoding", "header", "members", "lines"],
)
def test_what_is_refused(data: bytes, limits: Limits, reason: Refusal) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(data, limits)
    assert refusal.value.refusal is reason


def test_deep_nesting_is_read_or_refused() -> None:
    inner = b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n"
    data = b"Subject: x\n" + b"".join(inner % (number, number) for number in range(1_500))
    with suppress(UnreadableError):
        assert read(data).blocks


MIXED = message("请审。")
MIXED.add_attachment(BULLETIN.encode(), "text", "plain", filename="通报.txt")


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([MIXED.as_bytes(), SAVED.encode()]),
    st.integers(0, 900),
    st.integers(0, 60),
    st.binary(max_size=6),
)
def test_a_mail_changed_anywhere_is_read_or_refused(
    data: bytes, start: int, length: int, new: bytes
) -> None:
    with suppress(UnreadableError):
        for block in read(data[:start] + new + data[start + length :]).blocks:
            assert block.text.strip() == block.text != ""
