"""Encodings: the text of bytes, whose encoding is marked, declared or recognized."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from casebook.importer.readers.source import Refusal, UnreadableError


def decoded(data: bytes, declared: str = "") -> str:
    """The text of bytes without a byte order mark; about one of 500 characters may be damaged.

    `declared` is the encoding that a mail states; else that of an HTML or XML declaration is used.
    A declaration counts only if the bytes are text in it. Raises UnreadableError (ENCODING).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    candidates = list(_candidates(data, declared))
    exact = [text for name in candidates if (text := _strictly(data, name)) is not None]
    for most_signs in (0, _SIGNS):
        for text in exact:
            if _is_sound(text, most_signs):
                return text
    for encoding in candidates:
        text = data.decode(encoding, errors="replace")
        if _is_hardly_damaged(text) and _is_sound(text, _SIGNS):
            return text
    raise UnreadableError(Refusal.ENCODING)


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x841\x953", "gb18030"),
)
"""Byte order marks; that of UTF-32 begins as that of UTF-16."""
_DAMAGE = 500
"""Characters of which one may be damaged, besides a last one that was cut."""
_SIGNS = 0.02
"""The greatest share of control and private characters."""
_HEAD = 4096
"""Bytes in which a page declares its encoding."""
_DECLARATION = re.compile(
    rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_ALIASES = {
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "cp936", "ms936", "gb_2312-80", "cn-gb"), "gb18030"),
    **dict.fromkeys(("big5", "x-x-big5", "cn-big5", "big5-hkscs"), "big5hkscs"),
    **dict.fromkeys(("hz", "hz-gb-2312"), "hz"),
    **dict.fromkeys(("utf8", "unicode-1-1-utf-8", "utf-8"), "utf-8"),
    **dict.fromkeys(("iso-8859-1", "latin1", "ascii", "us-ascii", "windows-1252"), "cp1252"),
    **dict.fromkeys(("utf-16", "utf-16le", "unicode"), "utf-16-le"),
    **{name: name for name in ("gb18030", "shift_jis", "euc-kr", "euc-jp", "iso-2022-jp")},
    "utf-16be": "utf-16-be",
}
"""The codec of each declared name; others are not believed."""
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")


def _candidates(data: bytes, declared: str) -> Iterator[str]:
    """The encodings to try, the likeliest first; Latin ones only after all Chinese ones."""
    wide = _wide(data)
    if b"\0" in data:
        yield from wide
    found = _DECLARATION.search(data, 0, _HEAD)
    stated = [declared, (found[1] or found[2]).decode("ascii") if found else ""]
    known = [_ALIASES[name] for one in stated if (name := one.strip().lower()) in _ALIASES]
    yield from (name for name in known if name != "cp1252")
    yield from ("utf-8", "gb18030")
    yield from wide
    if "cp1252" in known:
        yield "cp1252"


def _wide(data: bytes) -> list[str]:
    """The encodings of two or four bytes in which nearly all characters are usual ones."""
    names = [name for name in _WIDE if len(data) % (4 if "32" in name else 2) == 0]
    head = data[: _SAMPLE * 4]
    shares = {name: _usual_share(head.decode(name, "replace")) for name in names}
    found = [name for name in names if shares[name] >= _LEAST_USUAL]
    return sorted(found, key=lambda name: -shares[name])


_USUAL = re.compile("[\t\n\r -~\u2010-\u2027\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]")
_LEAST_USUAL = 0.7


def _usual_share(text: str) -> float:
    return len(_USUAL.findall(text)) / max(len(text), 1)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_NO_TEXT = re.compile(
    "[\x01-\x08\x0e-\x1a\x1c-\x1f\x80-\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]"
)
_SAMPLE = 20_000
"""Characters by which an encoding is judged."""


def _is_hardly_damaged(text: str) -> bool:
    damaged = text.count("\ufffd")
    return damaged <= 1 + len(text) // _DAMAGE and damaged * 4 <= len(text)


def _is_sound(text: str, most_signs: float) -> bool:
    """Whether a text has Chinese characters in common use, and few signs of no text.

    Bytes of another encoding give rare characters: UTF-8 read as GB18030 looks like 鍏畨.
    """
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + text[-_SAMPLE // 2 :]
    if len(_NO_TEXT.findall(sample)) > most_signs * len(sample):
        return False
    if sample.count("\0") * 3 > len(sample):
        return False
    han = _HAN.findall(sample)
    return sum(map(_is_common, han)) * 2 >= len(han)


def _is_common(character: str) -> bool:
    """Whether it is of the 3,755 characters of the first level of GB 2312, or traditional."""
    try:
        lead = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return _is_traditional(character)
    return 0xB0 <= lead <= 0xD7


def _is_traditional(character: str) -> bool:
    """Whether it is of the frequent characters of Big5."""
    try:
        return 0xA4 <= character.encode("big5")[0] <= 0xC6
    except UnicodeEncodeError:
        return False
