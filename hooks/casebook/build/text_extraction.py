"""Markup: what HTML, XML and JSON say to a reader, cut into pieces that pages share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from itertools import chain
from json import JSONDecoder

Texts = Iterable[str]

INLINE = (
    "a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup"
    "|time|u|var|wbr|tspan"
)
_PIECE = re.compile(
    rf"<script\b[^>]*+>.*?(?:</script\s*>|\Z)|<style\b[^>]*+>.*?(?:</style\s*>|\Z)"
    r"|<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    rf"|(?:[^<]++|</?(?:{INLINE})(?=[\s/>])[^>]*+>)++|<[^>]*+>?",
    re.DOTALL | re.IGNORECASE,
)
"""A script, a comment, a run of text with the marks inside a line, or another tag."""
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)(?:</script\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_HOLDS_DATA = re.compile(r"""type\s*=\s*["']?application/(?:[\w.+-]*\+)?json""", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>?")
SEEN_OR_HEARD = re.compile(
    r"""\s(?:(?P<name>alt|title|content|placeholder|label|value|summary|cite|aria-[a-z]+|data-[\w-]+)"""
    r"""|href)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 41
_REACHES_SOMEBODY = ("mailto:", "tel:", "sms:")


def blocks(content: str) -> list[str]:
    """A page cut, as fast as may be, into scripts and what stands between a tag and a new line."""
    first, *others = content.split("<script")
    found = _lines(first)
    for other in others:
        script, _, rest = other.partition("</script>")
        found.append(f"<script{script}</script>")
        found += _lines(rest)
    return found


def _lines(content: str) -> list[str]:
    *closed, last = content.split(">\n")
    return [*(f"{block}>" for block in closed), last]


def _texts_of(piece: str) -> Texts:
    """What a piece says: its text, and the attributes that are shown, read out or dialled."""
    if not piece.startswith("<"):
        return _texts(piece)
    start = piece[:9].lower()
    if start.startswith("<script"):
        match = _SCRIPT.match(piece)
        return texts_of_json(match[2]) if match and _HOLDS_DATA.search(match[1]) else ()
    if start.startswith("<style"):
        return ()
    if start == "<![cdata[":
        return texts_of_markup(piece[9:].removesuffix("]]>"))
    if start.startswith("<!--"):
        return (piece[4:].removesuffix("-->"),)
    if piece.count("<") == 1 and piece[-1] == ">":
        return _attributes(piece)
    return _texts(piece)


def texts_of_markup(content: str) -> list[str]:
    """What HTML or XML says: its text, and the attributes that are shown, read out or dialled."""
    return [text for piece in _PIECE.findall(content) for text in _texts_of(piece) if text]


def texts_of_json(content: str) -> list[str]:
    """The strings of JSON, the names of its values among them; text that is none is one string.

    The decoder hands over every object when it ends, so that nobody need walk through them: a
    third of the time.
    """
    pairs: list[tuple[str, object]] = []
    decoder = JSONDecoder(object_pairs_hook=pairs.extend, parse_int=_digits)
    try:
        values: list[object] = [decoder.decode(content)]
    except (ValueError, RecursionError):
        return [content]
    found: list[str] = []
    values += chain.from_iterable(pairs)
    while values:
        found += [value for value in values if type(value) is str]
        values = [*chain.from_iterable([value for value in values if type(value) is list])]
    return found


def _digits(number: str) -> str:
    """A whole number as a text; one that is far too long to lead to anybody is none."""
    return number if len(number) <= _LONGEST_NUMBER else ""


def _texts(piece: str) -> list[str]:
    """The text between tags, then attributes; text with tags written out is read once more."""
    plain = unescape(TAG.sub("", piece)) if "<" in piece or "&" in piece else piece
    if "<" in plain:
        plain = unescape(TAG.sub("\n", plain))
    return [text for text in (plain.strip(), *_attributes(piece)) if text]


def _attributes(piece: str) -> list[str]:
    return [_attribute(one) for one in SEEN_OR_HEARD.finditer(piece)] if "=" in piece else []


def _attribute(match: re.Match[str]) -> str:
    return said_by(match["name"] or "", match["double"] or match["single"] or "")


def said_by(name: str, raw: str) -> str:
    """What an attribute says; the address of a link (without a name) only whom it reaches."""
    value = unescape(raw)
    if name:
        return value
    scheme = next((one for one in _REACHES_SOMEBODY if value.lower().startswith(one)), None)
    return value[len(scheme) :].partition("?")[0].replace("%40", "@") if scheme else ""
