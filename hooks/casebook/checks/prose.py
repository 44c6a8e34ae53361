"""Prose: a text without what Markdown reads as its own, and what a case says of itself."""

from __future__ import annotations

import re
from functools import lru_cache

from casebook.content.contents import Case

HAN = "一-鿿㐀-䶿〇"
"""Chinese characters, for a class of a regular expression."""

_MARKUP = "`]{&<:~"
_PROTECTED = re.compile(
    r"^ *(?P<fence>```+|~~~+).*?(?:^ *(?P=fence)|\Z)"
    r"|(?P<ticks>`+)[^\n]*?(?P=ticks)"
    r"|\]\((?:[^)\n\]]|\](?!\())*\)"  # no further than the next link, or it takes square time
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
"""Stands for a character that is no prose, as in the passages of a file."""


@lru_cache(maxsize=4)
def prose(text: str) -> str:
    """The text, as long as it was, with code, targets of links and other markup blanked out."""
    if oddities(text).isdisjoint(_MARKUP):
        return text
    return _PROTECTED.sub(lambda match: _KEPT.sub(BLANK, match[0]), text)


@lru_cache(maxsize=4)
def oddities(text: str) -> frozenset[str]:
    """What stands in a text besides Chinese, Latin and digits: what is not there is no fault."""
    return frozenset(_EVEN.sub("", text))


@lru_cache(maxsize=4)
def told(case: Case, text: str) -> tuple[tuple[int, str], ...]:
    """Title, summary, notes of later steps and body of a case, and where in `text` each begins.

    What is written with other white space than it is read with is left out.
    """
    fields = case.fields
    notes = (update.note for update in fields.updates if update.note)
    values = ((text.find(words), words) for words in (fields.title, fields.summary, *notes))
    start = len(text) - len(case.document.body)
    return (*((place, words) for place, words in values if place >= 0), (start, text[start:]))
