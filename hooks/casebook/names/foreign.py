"""Names in other scripts and forms: transliterated with a middle dot, in pinyin, or in Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from casebook.names.context import CHARGED, Context
from casebook.names.hypotheses import MASKS, Name
from casebook.names.lexicon import UNKNOWN, Lexicon
from casebook.names.pinyin import pinyin_names
from casebook.names.romanization import is_given_name, is_surname

_DOT = "·•・‧"
_DOTTED = re.compile(f"[一-鿿]+(?:[{_DOT}][一-鿿]+)+")
_HAS_DOT = re.compile(f"[{_DOT}]")
_COMMON_WORD = -13.5
_LONGEST_PART = 9
_LATIN = re.compile(
    r"(?<![A-Za-z0-9./_@-])[A-Z][A-Za-z'’-]*(?:[.,]?[ ]{1,2}[A-Z][A-Za-z'’.-]*){0,3}"
    r"(?![A-Za-z0-9/_@-])"
)
_HAS_SMALL = re.compile("[a-z]{6}")
_SMALL = re.compile(
    "(?:(?<=[一-鿿：])[a-z]{6,24}(?![A-Za-z0-9_./@-])|(?<![A-Za-z0-9_./@-])[a-z]{6,24}(?=[一-鿿]))"
)
_ABBREVIATION = re.compile("[A-Z]{2,4}")
_CERTAIN, _LIKELY = 9.0, 0.5
"""Margins of a name that is certain, and of one that could be a brand as well."""


def dotted_names(context: Context) -> Iterator[Name]:
    """The names with a middle dot in a text: it does not stand between two ordinary words."""
    words = context.words
    for match in _DOTTED.finditer(context.text) if _HAS_DOT.search(context.text) else ():
        parts = re.split(f"[{_DOT}]", match[0])
        pairs = pairwise(parts)
        if any(one in MASKS for one in (*parts[0][-2:], *parts[-1][:2])):
            continue
        if all(_ends_in_word(one, words) and _begins_with_word(two, words) for one, two in pairs):
            continue
        first_dot = match.start() + len(parts[0])
        tail = range(first_dot - _sounds(parts[0][::-1], words), first_dot)
        start = max((one for one in tail if one in context.listed), default=tail.start)
        end = match.end() - len(parts[-1]) + _sounds(parts[-1], words)
        yield Name(start, end, 0.0, 0, context.role(start), context.after(end), _CERTAIN)


def _ends_in_word(part: str, words: Lexicon) -> bool:
    return any(_is_common(part[-length:], words) for length in (4, 3, 2) if length <= len(part))


def _begins_with_word(part: str, words: Lexicon) -> bool:
    return any(_is_common(part[:length], words) for length in (4, 3, 2) if length <= len(part))


def _is_common(word: str, words: Lexicon) -> bool:
    return words.words.get(word, UNKNOWN) > _COMMON_WORD


def _sounds(part: str, words: Lexicon) -> int:
    """How many characters of a part, from its first, write the sounds of a name; at least one."""
    size = 1
    while size < min(len(part), _LONGEST_PART) and part[size] in words.syllables:
        size += 1
    return size


def latin_names(context: Context) -> Iterator[Name]:
    """The names in Latin letters in a text: in pinyin, after a role, or where a name would fit."""
    words = context.words
    for match in _LATIN.finditer(context.text):
        start, end = match.span()
        parts = re.split(r"[.,]?[ ]+", match[0].rstrip(".-'’"))
        if any(part in words.lists["latin"] for part in parts) or "".join(parts) in words.words:
            continue
        role = context.listed.get(start, 0.0)
        if _is_pinyin(parts, words) or (role and (len(parts) > 1 or _is_lone_name(parts[0], role))):
            yield Name(start, end, 0.0, 0, role, context.after(end), _CERTAIN)
        elif len(parts) > 1 and all(part[1:].islower() or len(part) == 1 for part in parts):
            yield Name(start, end, 0.0, 0, 0.0, 0.0, _LIKELY)


def pinyin_in_text(context: Context) -> Iterator[Name]:
    """The names in small letters of pinyin beside Han characters, as in 嫌疑人wangjianguo."""
    for match in _SMALL.finditer(context.text) if _HAS_SMALL.search(context.text) else ():
        start, end = match.span()
        if pinyin_names(match[0]) == ((0, end - start),):
            yield Name(start, end, 0.0, 0, context.listed.get(start, 0.0), 0.0, _CERTAIN)


def _is_pinyin(parts: list[str], words: Lexicon) -> bool:
    """Whether it is a surname and a given name of Chinese, in either order."""
    if len(parts) not in (2, 3):
        return False
    first, rest = parts[0].lower(), "".join(parts[1:]).lower()
    last, before = parts[-1].lower(), "".join(parts[:-1]).lower()
    orders = ((first, rest), (last, before))
    return any(is_surname(one, words) and is_given_name(other) for one, other in orders)


def _is_lone_name(part: str, role: float) -> bool:
    """Whether one word after a role is a name: a first name, or initials after a role in court."""
    return (part[1:].islower() and len(part) > 2) or (
        role >= CHARGED and bool(_ABBREVIATION.fullmatch(part))
    )
