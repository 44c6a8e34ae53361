"""Text extraction from HTML, XML and JSON, for the privacy scan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from itertools import chain
from json import JSONDecoder
from urllib.parse import unquote

from casebook.content.json_depth import ensure_shallow

Texts = Iterable[str]

INLINE = (
    "a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup"
    "|time|u|var|wbr|tspan"
)
_PIECE = re.compile(
    rf"<script\b[^>]*+>.*?(?:</script\s*>|\Z)|<style\b[^>]*+>.*?(?:</style\s*>|\Z)"
    r"|<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    rf"|(?:[^<]+|</?(?:{INLINE})(?=[\s/>])[^>]*+>)+|<[^>]*+>?",
    re.DOTALL | re.IGNORECASE,
)
"""A script, a style, a comment, CDATA, a run of text with inline tags, or another tag."""
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)(?:</script\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_JSON_TYPE = re.compile(r"""type\s*=\s*["']?application/(?:[\w.+-]*\+)?json""", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>?")
ATTRIBUTE = re.compile(
    r"""\s(?:(?P<name>alt|title|content|placeholder|label|value|summary|cite|aria-[a-z]+|data-[\w-]+)"""
    r"""|href)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 41
_CONTACT_SCHEMES = ("mailto:", "tel:", "sms:")
_WEB_ADDRESS = re.compile(r"\s*https?:", re.IGNORECASE)


def blocks(content: str) -> list[str]:
    """Splits a page fast into scripts and into blocks that end with `>` and a line break."""
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
    """The texts of a piece of markup: its text and its text attributes."""
    if not piece.startswith("<"):
        return _texts(piece)
    start = piece[:9].lower()
    if start.startswith("<script"):
        match = _SCRIPT.match(piece)
        return _texts_of_data(match[2]) if match and _JSON_TYPE.search(match[1]) else ()
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
    """The texts of HTML or XML: text, text attributes, and contacts in links."""
    return [text for piece in _PIECE.findall(content) for text in _texts_of(piece) if text]


class MalformedJsonError(ValueError):
    """A text is no JSON, or nested too deep to be read."""


def _texts_of_data(content: str) -> list[str]:
    """The strings of JSON in a page; what is no JSON is one string."""
    try:
        return texts_of_json(content)
    except MalformedJsonError:
        return [content]


def texts_of_json(content: str) -> list[str]:
    """The strings and keys of JSON; MalformedJsonError if it cannot be read.

    The decoder's hook collects the pairs of all objects without a walk: a third of the time.
    """
    pairs: list[tuple[str, object]] = []
    decoder = JSONDecoder(object_pairs_hook=pairs.extend, parse_int=_digits)
    try:
        ensure_shallow(content)
        values: list[object] = [decoder.decode(content)]
    except ValueError as error:
        raise MalformedJsonError from error
    found: list[str] = []
    values += chain.from_iterable(pairs)
    while values:
        found += [value for value in values if type(value) is str]
        values = [*chain.from_iterable([value for value in values if type(value) is list])]
    return found


def _digits(number: str) -> str:
    """An integer as text; empty if it is too long for any personal number."""
    return number if len(number) <= _LONGEST_NUMBER else ""


def _texts(piece: str) -> list[str]:
    """The text between tags, then attributes; text that contains escaped tags is stripped again."""
    plain = unescape(TAG.sub("", piece)) if "<" in piece or "&" in piece else piece
    if "<" in plain:
        plain = unescape(TAG.sub("\n", plain))
    return [text for text in (plain.strip(), *_attributes(piece)) if text]


def _attributes(piece: str) -> list[str]:
    return [_attribute(one) for one in ATTRIBUTE.finditer(piece)] if "=" in piece else []


def _attribute(match: re.Match[str]) -> str:
    return attribute_text(match["name"] or "", match["double"] or match["single"] or "")


def attribute_text(name: str, raw: str) -> str:
    """The text of an attribute; of a link (without a name) its contact, or its web address."""
    value = unescape(raw)
    if name or _WEB_ADDRESS.match(value):
        return value
    scheme = next((one for one in _CONTACT_SCHEMES if value.lower().startswith(one)), None)
    return unquote(value[len(scheme) :]) if scheme else ""
