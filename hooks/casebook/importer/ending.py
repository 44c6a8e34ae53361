"""Endings: where a case ends and the page goes on with something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from casebook.importer import bulletin_words
from casebook.importer.bulletin_words import even
from casebook.importer.line import Line


def until_closed(texts: Iterable[str]) -> Iterator[str]:
    """The paragraphs up to the first that closes the case or belongs to the page."""
    held: list[str] = []
    for text in texts:
        plain = even(text)
        if not held and (label := bulletin_words.LABEL.match(plain)):
            text = text[label.end() :]
            if not text:
                continue
        if len(text) <= _LONGEST_CAPTION and bulletin_words.CAPTION.match(plain):
            continue
        if bulletin_words.CLOSING.match(plain) or (held and bulletin_words.TOTALS.search(plain)):
            break
        held.append(text)
    while held and Line(held[-1]).is_short and not Line(held[-1]).is_closed:
        held.pop()
    yield from held


_LONGEST_CAPTION = 60


def without_address(text: str) -> str:
    """A paragraph up to the sentence, not its first, that speaks to the public."""
    sentences = re.split("(?<=[。！；])(?=.)", text)
    own = takewhile(
        lambda sentence: not bulletin_words.ADDRESS.match(even(sentence)), sentences[1:]
    )
    return "".join([sentences[0], *own])
