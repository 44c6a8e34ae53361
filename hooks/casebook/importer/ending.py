"""Endings: where a case ends and the page goes on with something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from casebook.importer import wording
from casebook.importer.line import Line
from casebook.importer.wording import even


def until_closed(texts: Iterable[str]) -> Iterator[str]:
    """The paragraphs up to the first that closes the case or belongs to the page."""
    held: list[str] = []
    for text in texts:
        plain = even(text)
        if not held and (label := wording.LABEL.match(plain)):
            text = text[label.end() :]
            if not text:
                continue
        if Line(text).is_short and wording.CAPTION.match(plain):
            continue
        if wording.CLOSING.match(plain) or (held and wording.TOTALS.search(plain)):
            break
        held.append(text)
    while held and Line(held[-1]).is_short and not Line(held[-1]).is_closed:
        held.pop()
    yield from held


def without_address(text: str) -> str:
    """A paragraph without the sentences at its end that speak to the public."""
    sentences = re.split("(?<=[。！；])(?=.)", text)
    while len(sentences) > 1 and wording.CLOSING.match(even(sentences[-1])):
        sentences.pop()
    return "".join(sentences)
