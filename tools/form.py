"""The issue form 报送案例: strict parsing and validation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter, ValidationError

from casebook.content import field_types

PUBLISHER, PUBLISHED, SLUG, URL = "发布单位", "发布日期", "地名拼音", "来源网址"
CONSENT, TEXT = "确认", "通报全文"
BEFORE_TEXT = (PUBLISHER, PUBLISHED, SLUG, URL, CONSENT)
"""The headings in the order of the form; the text is last and extends to the end."""

LONGEST_BODY = 200_000
LONGEST_SLUG = 40

NO_BODY = "表单是空的。"
TOO_LONG = "表单太长，请分几次报送。"
BEFORE_FORM = "表单开头多出了文字，请恢复原来的格式。"
HEADING_UNKNOWN = "表单里有不认识或重复的一栏：{title}。请恢复原来的格式；通报全文要放在最后一栏。"
HEADING_MISSING = "表单里缺少这几栏：{titles}。请恢复原来的格式。"
EMPTY = "“{title}”没有填写。"
NOT_ONE_LINE = "“{title}”只能写一行，不能有看不见的字符，最多 200 个字。"
DATE_WRONG = "“发布日期”不是完整日期。请写成 2025-02-10。"
DATE_AHEAD = "“发布日期”还没有到。"
SLUG_WRONG = "“地名拼音”只能用小写字母、数字和连字符，例如 shanxi，最多 40 个字符。"
URL_WRONG = "“来源网址”要以 https:// 开头，中间没有空格。没有来源网址就留空。"
NOT_CONFIRMED = "“确认”里的各项都要勾选，才能导入。"


class FormError(Exception):
    """The form is invalid; the text is the message for the editor."""


@dataclass(frozen=True, slots=True)
class Form:
    """A filled-in form with validated values."""

    publisher: str
    published: str
    slug: str
    url: str
    text: str

    @property
    def folder(self) -> str:
        """The name of the bulletin's folder."""
        return f"{self.published}-{self.slug}"


def form_of(body: object, today: date) -> Form:
    """Parses the form in the body of an issue; raises FormError if it is invalid."""
    if not isinstance(body, str) or not body.strip():
        raise FormError(NO_BODY)
    if len(body) > LONGEST_BODY:
        raise FormError(TOO_LONG)
    fields = _sections(body.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for title in (PUBLISHER, PUBLISHED, SLUG, TEXT):
        if not fields[title]:
            raise FormError(EMPTY.format(title=title))
    boxes = re.findall(r"^[-*] \[(.)\] ", fields[CONSENT], re.MULTILINE)
    if not boxes or any(box not in "xX" for box in boxes):
        raise FormError(NOT_CONFIRMED)
    slug = fields[SLUG]
    if len(slug) > LONGEST_SLUG or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise FormError(SLUG_WRONG)
    return Form(
        publisher=_publisher(fields[PUBLISHER]),
        published=_published(fields[PUBLISHED], today),
        slug=slug,
        url=_url(fields[URL]),
        text=_unfenced(fields[TEXT]),
    )


def _sections(lines: list[str]) -> dict[str, str]:
    """The text below each heading; that of the last one extends to the end."""
    found: dict[str, list[str]] = {}
    section: list[str] | None = None
    for number, line in enumerate(lines):
        title = line.removeprefix("### ").strip() if line.startswith("### ") else None
        if title == TEXT:
            found[TEXT] = lines[number + 1 :]
            break
        if title is not None:
            if title not in BEFORE_TEXT or title in found:
                raise FormError(HEADING_UNKNOWN.format(title=title[:20]))
            section = found[title] = []
        elif section is not None:
            section.append(line)
        elif line.strip():
            raise FormError(BEFORE_FORM)
    if missing := [title for title in (*BEFORE_TEXT, TEXT) if title not in found]:
        raise FormError(HEADING_MISSING.format(titles="、".join(missing)))
    values = {title: "\n".join(below).strip() for title, below in found.items()}
    return {title: "" if value == _NOTHING else value for title, value in values.items()}


_NOTHING = "_No response_"
"""The value of an empty field."""


def _unfenced(text: str) -> str:
    """The text without the code fence of the form."""
    fenced = re.fullmatch(r"```(?:text)?[ \t]*\n(.*)\n```[ \t]*", text, re.DOTALL)
    plain = (fenced[1] if fenced else text).strip("\n")
    if not plain.strip():
        raise FormError(EMPTY.format(title=TEXT))
    return plain


def _publisher(written: str) -> str:
    try:
        value = TypeAdapter(field_types.Text).validate_python(written)
    except ValidationError:
        value = ""
    if not value or not written.isprintable():
        raise FormError(NOT_ONE_LINE.format(title=PUBLISHER))
    return value


def _published(written: str, today: date) -> str:
    try:
        day = date.fromisoformat(written) if re.fullmatch(_DAY, written, re.ASCII) else None
    except ValueError:
        day = None
    if day is None:
        raise FormError(DATE_WRONG)
    if day > today:
        raise FormError(DATE_AHEAD)
    return day.isoformat()


_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def _url(written: str) -> str:
    if not written:
        return ""
    try:
        value = TypeAdapter(field_types.Https).validate_python(written)
    except ValidationError:
        value = ""
    if not value or not written.isprintable():
        raise FormError(URL_WRONG)
    return value
