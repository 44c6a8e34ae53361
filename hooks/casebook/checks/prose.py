"""Prose: a text with its Markdown markup blanked out, and the texts of a case."""

from __future__ import annotations

import re
from functools import lru_cache

from casebook.content.contents import Case

HAN = "一-鿿㐀-䶿〇"
"""Chinese characters, for a character class of a regular expression."""

_MARKUP = "`]{&<:~"
_PROTECTED = re.compile(
    r"^ *(?P<fence>```+|~~~+).*?(?:^ *(?P=fence)|\Z)"
    r"|(?P<ticks>`+)[^\n]*?(?P=ticks)"
    r"|\]\((?:[^)\n\]]|\](?!\())*\)"  # no further than the next link, or it takes quadratic time
    r"|\]\[[^\]\n]*\]"
    r"|\{ ?[:.#][^{}\n]*\}"
    r"|&#?[A-Za-z0-9]+;"
    r"|:[a-z0-9_+-]+:"
    r"|<[^<>\n]*>",
    re.MULTILINE | re.DOTALL,
)
_EVEN = re.compile(r"[一-鿿0-9A-Za-z，。、“”（）：；？！《》\n]+")
_KEPT = re.compile(r"[^\n]")
BLANK = "\ufffc"
"""Replaces a character that is no prose, as in the passages of a file."""


@lru_cache(maxsize=4)
def prose(text: str) -> str:
    """The text with code, link targets and other markup blanked out; its length is unchanged."""
    if unusual_characters(text).isdisjoint(_MARKUP):
        return text
    return _PROTECTED.sub(lambda match: _KEPT.sub(BLANK, match[0]), text)


@lru_cache(maxsize=4)
def unusual_characters(text: str) -> frozenset[str]:
    """The characters of a text besides Chinese, Latin and digits, to skip rules without matches."""
    return frozenset(_EVEN.sub("", text))


@lru_cache(maxsize=4)
def case_texts(case: Case, text: str) -> tuple[tuple[int, str], ...]:
    """The offsets in `text` and the texts of title, summary, notes of updates and body of a case.

    Values that are written with other white space than they are parsed to are left out.
    """
    fields = case.fields
    notes = (update.note for update in fields.updates if update.note)
    values = ((text.find(words), words) for words in (fields.title, fields.summary, *notes))
    start = len(text) - len(case.document.body)
    return (*((place, words) for place, words in values if place >= 0), (start, text[start:]))
