"""Markup: what HTML, XML and JSON say to a reader, cut into pieces that pages share."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import unescape

Texts = Iterable[str]

_INLINE = (
    "a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup"
    "|time|u|var|wbr|tspan"
)
_PIECE = re.compile(
    rf"<script\b[^>]*+>.*?(?:</script\s*>|\Z)|<style\b[^>]*+>.*?(?:</style\s*>|\Z)"
    r"|<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    rf"|(?:[^<]++|</?(?:{_INLINE})(?=[\s/>])[^>]*+>)++|<[^>]*+>?",
    re.DOTALL | re.IGNORECASE,
)
"""A script, a comment, a run of text with the marks inside a line, or another tag."""
_HIDES_TEXT = re.compile(r"<(?:[!?]|script|style)", re.IGNORECASE)
"""Where text can stand within a tag, or what looks like a tag is text."""
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})(?=[\s/>])[^>]*+>", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)(?:</script\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_HOLDS_DATA = re.compile(r"""type\s*=\s*["']?application/(?:[\w.+-]*\+)?json""", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>?")
_SEEN_OR_HEARD = re.compile(
    r"""\s(?:(?P<name>alt|title|content|placeholder|label|value|summary|cite|aria-[a-z]+|data-[\w-]+)"""
    r"""|href)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""",
    re.IGNORECASE,
)
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
    """The blocks without the `>` at their end, which nobody misses."""
    return content.split(">\n")


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
    if not _HIDES_TEXT.search(content):
        return _texts_between_tags(content)
    return [text for piece in _PIECE.findall(content) for text in _texts_of(piece) if text]


def _texts_between_tags(content: str) -> list[str]:
    """As above, of HTML that is nothing but text and tags, as nearly every piece of a page is.

    Two replacements for the whole piece instead of a look at each tag: a third of the time.
    """
    found = []
    for run in _TAG.sub("\0", _INLINE_TAG.sub("", content)).split("\0"):
        plain = unescape(run) if "&" in run else run
        if "<" in plain:
            plain = unescape(_TAG.sub("\n", plain))
        if plain := plain.strip():
            found.append(plain)
    return found + [one for one in _attributes(content) if one]


def texts_of_json(content: str) -> list[str]:
    """The strings of JSON, the names of its values among them; text that is none is one string."""
    try:
        waiting = [json.loads(content)]
    except (ValueError, RecursionError):
        return [content]
    found = []
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str):
            found.append(value)
        elif isinstance(value, int) and not isinstance(value, bool):
            found.append(str(value) if abs(value) < 10**40 else "")
    return found


def _texts(piece: str) -> list[str]:
    """The text between tags, then attributes; text with tags written out is read once more."""
    plain = unescape(_TAG.sub("", piece)) if "<" in piece or "&" in piece else piece
    if "<" in plain:
        plain = unescape(_TAG.sub("\n", plain))
    return [text for text in (plain.strip(), *_attributes(piece)) if text]


def _attributes(piece: str) -> list[str]:
    return [_attribute(one) for one in _SEEN_OR_HEARD.finditer(piece)] if "=" in piece else []


def _attribute(match: re.Match[str]) -> str:
    value = unescape(match["double"] or match["single"] or "")
    if match["name"]:
        return value
    scheme = next((one for one in _REACHES_SOMEBODY if value.lower().startswith(one)), None)
    return value[len(scheme) :].partition("?")[0].replace("%40", "@") if scheme else ""
