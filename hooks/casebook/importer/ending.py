"""Endings: where the text of a case ends within the following text of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from casebook.importer import bulletin_words
from casebook.importer.bulletin_words import normalized
from casebook.importer.line import Line
from casebook.law.proceedings.statements import statements


def case_paragraphs(texts: Iterable[str]) -> Iterator[str]:
    """The paragraphs of a case up to the first that is not part of it."""
    kept: list[str] = []
    for text in texts:
        plain = normalized(text)
        if not kept and (label := bulletin_words.LABEL.match(plain)):
            text = text[label.end() :]
            if not text:
                continue
        if len(text) <= _LONGEST_CAPTION and bulletin_words.CAPTION.match(plain):
            continue
        is_closing = bulletin_words.CLOSING.match(plain) and (kept or not any(statements(plain)))
        if is_closing or (kept and bulletin_words.TOTALS.search(plain)):
            break
        kept.append(text)
    while kept and Line(kept[-1]).is_short and not Line(kept[-1]).is_closed:
        kept.pop()
    yield from kept


_LONGEST_CAPTION = 60


def without_appeal(text: str) -> str:
    """A paragraph up to the first sentence, after its first, that addresses the public."""
    sentences = re.split("(?<=[。！；])(?=.)", text)
    own = takewhile(
        lambda sentence: not bulletin_words.PUBLIC_APPEAL.match(normalized(sentence)), sentences[1:]
    )
    return "".join([sentences[0], *own])
