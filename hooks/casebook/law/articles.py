"""References to articles of law: 第二百八十五条第二款, 第二百一十三条至第二百一十九条之一."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = "[零一二三四五六七八九十百千]+"
_ARTICLE = rf"第(?P<n>{_NUMBER})条(?:之(?P<s>{_NUMBER}))?"
_REFERENCE = re.compile(rf"(?P<to>至)?{_ARTICLE}|(?:第(?P<p>{_NUMBER})款)|(?:第{_NUMBER}项)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A range of articles, mostly of one, and of this one the paragraph if it is named."""

    first: tuple[int, int]
    """The number of an article and of its supplement (之一), which is 0 for the article itself."""
    last: tuple[int, int]
    paragraph: int | None = None

    def overlaps(self, other: Reference) -> bool:
        """Whether both mean the same article, and no two different paragraphs of it."""
        if self.first > other.last or other.first > self.last:
            return False
        return None in (self.paragraph, other.paragraph) or self.paragraph == other.paragraph


def chinese_number(text: str) -> int:
    """The value of a Chinese numeral below ten thousand: 二百八十五. Raises KeyError for others."""
    total, digit = 0, 0
    for character in text:
        if unit := _UNITS.get(character):
            total, digit = total + (digit or 1) * unit, 0
        else:
            digit = _DIGITS[character]
    return total + digit


@lru_cache(maxsize=2048)
def references(text: str) -> tuple[Reference, ...]:
    """The articles that a text names, in its order; items (项) are not told apart."""
    return tuple(_references(text))


def _references(text: str) -> Iterator[Reference]:
    last: Reference | None = None
    has_paragraph = False
    for match in _REFERENCE.finditer(text):
        if match["n"]:
            article = (chinese_number(match["n"]), chinese_number(match["s"] or "零"))
            if last and match["to"]:
                last = Reference(last.first, article)
                continue
            if last and not has_paragraph:
                yield last
            last, has_paragraph = Reference(article, article), False
        elif last and match["p"]:
            yield Reference(last.first, last.last, chinese_number(match["p"]))
            has_paragraph = True
    if last and not has_paragraph:
        yield last


def overlap(one: str, other: str) -> bool:
    """Whether two texts name an article, or a paragraph of it, in common."""
    return any(a.overlaps(b) for a in references(one) for b in references(other))


def without_paragraphs(text: str) -> str:
    """The articles that a text names, without paragraphs and items, each once."""
    return "、".join(dict.fromkeys(match[0] for match in re.finditer(_ARTICLE, text)))
