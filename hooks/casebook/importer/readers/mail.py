"""Mail: e-mails with their attachments, and pages saved in one file (.mht, .mhtml)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import Message

from casebook.importer.document import Block, Document, Note, Picture, Role, Unseen
from casebook.importer.readers import html, text
from casebook.importer.readers.html_resources import Resources
from casebook.importer.readers.mail_parts import (
    Parts,
    header_of,
    name_of,
    parts_of,
    payload_of,
    text_of,
)
from casebook.importer.readers.source import Limits, Source, UnreadableError


def read(source: Source) -> Document:
    """The document of a mail: its subject, its text, and each attachment that can be read."""
    mail, parts = parts_of(source.data, source.limits)
    resources = _resources(parts)
    if _is_page(mail, parts):
        return _page(mail, parts, resources, source.limits)
    bodies = [_body(part, resources, source.limits) for part in parts.bodies]
    bodies = [_with_quotes(body) for body in bodies]
    attached = [*_attached(parts, source)]
    whole = _together([*bodies, *attached])
    subject = header_of(mail, "subject")
    if not subject:
        return whole
    first = Block(subject, "邮件主题", Role.HEADER)
    plain = _PREFIX.sub("", subject)
    is_title = any(_flat(block.text) == _flat(plain) for block in whole.blocks)
    hints = {"title": plain, **whole.hints} if is_title else whole.hints
    return replace(whole, blocks=(first, *whole.blocks), hints=hints)


_PREFIX = re.compile(r"(?:(?:re|fwd?|回复|答复|转发)\s*[:：]\s*)+", re.IGNORECASE)


def _flat(words: str) -> str:
    return re.sub(r"\s", "", words)


def _is_page(mail: Message, parts: Parts) -> bool:
    """Whether it is a page that a browser or a word processor saved."""
    if header_of(mail, "snapshot-content-location") or "Saved by" in header_of(mail, "from"):
        return True
    has_place = any(header_of(part, "content-location") for part in parts.bodies)
    return has_place and not header_of(mail, "to")


def _page(mail: Message, parts: Parts, resources: Resources, limits: Limits) -> Document:
    pages = [_body(part, resources, limits, is_whole=False) for part in parts.bodies[:1]]
    document = _together(pages)
    places = [header_of(mail, "snapshot-content-location")]
    places += [header_of(part, "content-location") for part in parts.bodies[:1]]
    address = next((one for one in places if re.match("https?://", one)), "")
    stated = {"url": address, "title": header_of(mail, "subject")}
    hints = {name: value for name, value in stated.items() if value}
    return replace(document, hints={**hints, **document.hints})


def _resources(parts: Parts) -> Resources:
    """The style sheets, pictures and frames, each under its addresses."""
    styles: list[str] = []
    pictures: dict[str, bytes] = {}
    frames: dict[str, str] = {}
    for part in parts.related:
        identity = header_of(part, "content-id").strip("<>")
        addresses = [f"cid:{identity}"] if identity else []
        addresses += [one for one in [header_of(part, "content-location")] if one]
        kind = part.get_content_type()
        if kind.startswith("image/"):
            pictures |= dict.fromkeys(addresses, payload_of(part))
        elif kind in ("text/css", "text/html"):
            try:
                words = text_of(part)
            except UnreadableError:
                continue
            if kind == "text/css":
                styles.append(words)
            else:
                frames |= dict.fromkeys(addresses, words)
    return Resources(tuple(styles), pictures, frames)


def _body(part: Message, resources: Resources, limits: Limits, is_whole: bool = True) -> Document:
    words = text_of(part)
    if part.get_content_type() != "text/plain":
        return html.document_of(words, limits, resources, is_whole)
    if str(part.get_param("format", "")).lower() == "flowed":
        words = _FLOWED.sub(lambda match: match[1] + (" " if match[1].isascii() else ""), words)
    return text.document_of(_QUOTED.sub("", words), limits, is_plain=True)


_FLOWED = re.compile(r"(?<!^-)(?<!\n-)([^\s]) \r?\n(?=\S)")
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_EARLIER = re.compile(
    r"[-_—=\s]*(?:原始?邮件(?:信息)?|转发邮件信息|Original(?: Message)?|Forwarded message)[-_—=\s]*"
    r"|[-_—=\s]{2,}(?:回复的原邮件|转发的邮件)[-_—=\s]{2,}"
    r"|(?:在|于|On)\s?.{4,120}(?:写道|wrote)\s*[:：]",
    re.IGNORECASE,
)
"""The line above an earlier mail."""
_SENDER = re.compile(r"(?:发件人|From|寄件人)\s*[:：]", re.IGNORECASE)
_SENT = re.compile(
    r"(?:发送时间|发送日期|发件日期|日期|Sent|Date|收件人|To)\s*[:：]", re.IGNORECASE
)
_NEXT = 3
"""Lines after that of the sender in which the time or the receiver stands."""


def _with_quotes(document: Document) -> Document:
    """The document of a body in which an earlier mail below a longer answer is at the foot."""
    blocks = document.blocks
    start = next((n for n in range(len(blocks)) if _is_earlier(blocks, n)), len(blocks))
    own = sum(len(block.text) for block in blocks[:start])
    if own < sum(len(block.text) for block in blocks[start:]):
        return document
    below = (replace(block, role=Role.FOOTER) for block in blocks[start:])
    return replace(document, blocks=(*blocks[:start], *below))


def _is_earlier(blocks: Sequence[Block], number: int) -> bool:
    line = blocks[number].text
    if _EARLIER.fullmatch(line):
        return True
    following = blocks[number + 1 : number + 1 + _NEXT]
    return bool(_SENDER.match(line)) and any(_SENT.match(block.text) for block in following)


_NO_DOCUMENT = re.compile(
    r"text/(?:calendar|(?:x-)?vcard|directory)|application/(?:x-)?pkcs7-signature"
    r"|application/pgp-signature|application/(?:vnd\.)?ms-tnef|message/(?!rfc822)"
)
"""Attachments that are read by mail programs only."""


def _attached(parts: Parts, source: Source) -> Iterator[Document]:
    """The documents of the attachments; of one that cannot be read, a document with its name."""
    for number, part in enumerate(parts.attachments, 1):
        name, data = name_of(part, number), payload_of(part)
        unread = Document((), notes=(Note.ATTACHMENTS,), attachments=(name,))
        if part.get_content_maintype() == "image":
            kept = data if len(data) <= source.limits.part_bytes else None
            yield Document((), pictures=(Picture(name, kept, f"附件《{name}》"),))
        elif _NO_DOCUMENT.match(part.get_content_type()) or len(data) > source.limits.part_bytes:
            yield unread
        else:
            try:
                yield _placed(source.read_part(data), f"附件《{name}》")
            except UnreadableError:
                yield unread


def _placed(document: Document, place: str) -> Document:
    """A document whose places are in an attachment."""
    return replace(
        document,
        blocks=tuple(replace(block, at=place + block.at) for block in document.blocks),
        pictures=tuple(replace(one, at=place + one.at) for one in document.pictures),
    )


def _together(documents: Sequence[Document]) -> Document:
    """One document of several; the hints of the first that has each."""
    blocks: list[Block] = []
    hints: dict[str, str] = {}
    unseen: Counter[Unseen] = Counter()
    notes: dict[Note, None] = {}
    tables = 0
    for document in documents:
        before = tables
        for block in document.blocks:
            if block.cell:
                cell = replace(block.cell, table=before + block.cell.table)
                tables = max(tables, cell.table)
                block = replace(block, cell=cell)
            blocks.append(block)
        hints = {**document.hints, **hints}
        unseen.update(document.unseen)
        notes |= dict.fromkeys(document.notes)
    return Document(
        blocks=tuple(blocks),
        hints=hints,
        unseen=dict(unseen),
        notes=tuple(notes),
        pictures=tuple(one for document in documents for one in document.pictures),
        attachments=tuple(one for document in documents for one in document.attachments),
    )
