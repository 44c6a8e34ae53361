"""Parts of a mail or of a saved page: its texts, what belongs to them, and its attachments."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.header import decode_header
from email.message import Message
from posixpath import basename

from casebook.importer.document import tidy
from casebook.importer.readers.encodings import decoded
from casebook.importer.readers.source import Limits, Refusal, UnreadableError


@dataclass(slots=True)
class Parts:
    """The parts of a mail in the order in which they are seen."""

    bodies: list[Message] = field(default_factory=list)
    attachments: list[Message] = field(default_factory=list)
    related: list[Message] = field(default_factory=list)
    """Pictures, style sheets and frames of a body."""


def parts_of(data: bytes, limits: Limits) -> tuple[Message, Parts]:
    """A mail and its parts; raises UnreadableError."""
    boundaries = len(_BOUNDARY.findall(data))
    if (boundaries + 1) * data.count(b"\n") > limits.blocks * _LINES:
        raise UnreadableError(Refusal.TOO_LONG)
    try:
        mail = email.message_from_bytes(data)
        found = Parts()
        waiting = [(mail, False)]
        count = 0
        while waiting:
            part, is_related = waiting.pop()
            count += 1
            if count > limits.members:
                raise UnreadableError(Refusal.TOO_LONG)
            waiting += reversed(list(_sorted(part, is_related, found)))
    except (*_ERRORS, RecursionError) as error:
        raise UnreadableError(Refusal.BROKEN) from error
    return mail, found


_BOUNDARY = re.compile(rb"\bboundary\s*=", re.IGNORECASE)
_LINES = 400
"""Lines for each block that a document may have; the time grows with lines and with boundaries."""
_ERRORS = (ValueError, LookupError, TypeError, AttributeError, AssertionError)
"""What the library raises for malformed headers."""
_LONGEST_HEADER = 10_000
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


def _sorted(part: Message, is_related: bool, found: Parts) -> Iterator[tuple[Message, bool]]:
    """Sorts a part under what it is; yields the parts in it that are still to be sorted."""
    if any(len(value) > _LONGEST_HEADER for name, value in _headers(part) if name in _DESCRIBING):
        raise UnreadableError(Refusal.BROKEN)
    kind = part.get_content_type()
    is_signed = str(part.get_param("smime-type", "")).startswith("signed")
    if kind in _ENCRYPTED and not is_signed:
        raise UnreadableError(Refusal.ENCRYPTED)
    inner = _inner(part)
    if inner and kind != "message/rfc822":
        if kind == "multipart/alternative":
            inner = [max(reversed(inner), key=_wealth)]
        elif kind == "multipart/related":
            root = _root(part, inner)
            yield root, is_related
            yield from ((one, True) for one in inner if one is not root)
            return
        yield from ((one, is_related) for one in inner)
    elif is_related and part.get_content_disposition() != "attachment":
        found.related.append(part)
    elif kind in ("text/plain", "text/html", "application/xhtml+xml") and not _is_file(part):
        found.bodies.append(part)
    else:
        found.attachments.append(part)


_DESCRIBING = ("content-type", "content-disposition", "content-transfer-encoding")


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _wealth(part: Message) -> int:
    """How much of the layout an alternative keeps; of several alike the last is the best."""
    kinds = {one.get_content_type() for one in part.walk()}
    return 2 if kinds & {"text/html", "application/xhtml+xml"} else int("text/plain" in kinds)


def _root(part: Message, inner: list[Message]) -> Message:
    """The part of a page with its text: the one it names, else the first text."""
    start = str(part.get_param("start", "")).strip()
    for one in inner:
        if start and str(one.get("Content-ID", "")).strip() == start:
            return one
    texts = (one for one in inner if one.is_multipart() or one.get_content_maintype() == "text")
    return next(texts, inner[0])


def _inner(part: Message) -> list[Message]:
    """The parts of a part of several."""
    inner = part.get_payload() if part.is_multipart() else None
    return [one for one in inner if isinstance(one, Message)] if isinstance(inner, list) else []


def payload_of(part: Message) -> bytes:
    """The bytes of a part; of an attached mail, its source."""
    try:
        if inner := _inner(part):
            return inner[0].as_bytes()
        data = part.get_payload(decode=True)
    except (*_ERRORS, RecursionError):
        return b""
    return data if isinstance(data, bytes) else b""


def text_of(part: Message) -> str:
    """The text of a part; raises UnreadableError (ENCODING)."""
    return decoded(payload_of(part), str(part.get_param("charset", "")))


def header_of(part: Message, name: str) -> str:
    """A header as a mail program shows it; empty if there is none."""
    raw = next((value for one, value in _headers(part) if one == name), "")
    return tidy(_shown(raw[:_LONGEST_HEADER]))


def name_of(part: Message, number: int) -> str:
    """The name of an attached file; 附件1 if it has none."""
    try:
        stated = part.get_filename() or ""
        if not stated and part.get_content_type() == "message/rfc822":
            stated = "".join(header_of(one, "subject") for one in _inner(part)[:1]) or "邮件"
            stated += ".eml"
    except _ERRORS:
        stated = ""
    name = tidy(basename(_shown(stated).replace("\\", "/")))
    return name[-_LONGEST_NAME:] or f"附件{number}"


_LONGEST_NAME = 100


def _headers(part: Message) -> Iterator[tuple[str, str]]:
    for name, value in part.raw_items():
        yield name.lower(), str(value)


def _shown(raw: str) -> str:
    """A header with its encoded words, and its bytes without a declared encoding, as text."""
    pieces: list[str] = []
    try:
        words = decode_header(raw)
    except (*_ERRORS, email.errors.HeaderParseError):
        words = [(raw, None)]
    for word, charset in words:
        data = word.encode("utf-8", "surrogateescape") if isinstance(word, str) else word
        try:
            pieces.append(decoded(data, charset or ""))
        except UnreadableError:
            pieces.append(data.decode("gb18030", "replace"))
    return "".join(pieces)
