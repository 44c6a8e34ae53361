"""Turns of pages: text in four directions and down the page, brought upright."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casebook.importer.document import characters
from casebook.importer.readers.glyphs import Glyph, Page, Rule, printed_once
from casebook.importer.readers.page_rules import Point
from casebook.importer.readers.strikes import parted_by_strikes


@dataclass(frozen=True, slots=True)
class Printed:
    """A character that is seen on a page, in any direction."""

    text: str
    origin: Point
    """Where its baseline begins on the page as shown."""
    width: float
    """Along its baseline."""
    size: float
    direction: float = 0.0
    """The angle of its baseline in degrees, clockwise; 0 is upright."""
    is_bold: bool = False


def upright_page(
    number: int,
    size: tuple[float, float],
    printed: Sequence[Printed],
    rules: Iterable[Rule],
) -> tuple[Page, int]:
    """A page of a width and height turned so that most of its text is upright, without strikes.

    The second value counts the struck characters. Text in other directions stands aside.
    """
    down = _is_set_down(printed)
    turn = 90 if down else _usual_turn(printed)
    main = [one for one in printed if down or _turn(one.direction) == turn]
    width, height = size
    glyphs = list(printed_once(_glyph(one, turn, width, height, down) for one in main))
    turned = tuple(_turned(rule, turn, width, height) for rule in rules)
    kept, struck = parted_by_strikes(glyphs, turned)
    if turn in (90, 270):
        width, height = height, width
    aside = [] if down else [one for one in printed if _turn(one.direction) != turn]
    page = Page(number, width, height, tuple(kept), turned, tuple(_texts(aside)))
    return page, characters(glyph.text for glyph in struck)


_SLANT = 12.0
"""Degrees up to which a line is still along the page, as on a page scanned askew."""
_FEWEST_DOWN = 20
"""Characters under others on a page that is set down, in columns from the right."""


def _turn(direction: float) -> int | None:
    """The quarter turn of a direction, in degrees; None for what runs across the page."""
    quarter = round(direction / 90) * 90
    return quarter % 360 if abs(direction - quarter) <= _SLANT else None


def _usual_turn(printed: Iterable[Printed]) -> int:
    turns = Counter(
        turn for one in printed if one.text.strip() and (turn := _turn(one.direction)) is not None
    )
    return max(turns, key=lambda turn: (turns[turn], turn == 0), default=0)


def _is_set_down(printed: Sequence[Printed]) -> bool:
    shown = [one for one in printed if one.text.strip()]
    under = sum(_is_under(other, one) for one, other in pairwise(shown))
    return under >= _FEWEST_DOWN and under > 0.6 * len(shown)


def _is_under(one: Printed, other: Printed) -> bool:
    x, y = one.origin[0] - other.origin[0], one.origin[1] - other.origin[1]
    is_upright = _turn(one.direction) == 0
    return is_upright and abs(x) < 0.2 * one.size and 0.7 * one.size < y < 1.6 * one.size


def _upright(point: Point, turn: int, width: float, height: float) -> Point:
    """A point of a page whose text is turned clockwise, on the page turned back."""
    x, y = point
    turned = {0: (x, y), 90: (y, width - x), 180: (width - x, height - y), 270: (height - y, x)}
    return turned[turn]


def _glyph(one: Printed, turn: int, width: float, height: float, down: bool) -> Glyph:
    x, y = _upright(one.origin, turn, width, height)
    if down:  # its own baseline is across the column
        x -= one.size
    return Glyph(x, x + max(one.size if down else one.width, 0.1), y, one.size, one.text,
                 one.is_bold)  # fmt: skip


def _turned(rule: Rule, turn: int, width: float, height: float) -> Rule:
    if turn == 0:
        return rule
    x, y = _upright((rule.left, rule.top), turn, width, height)
    u, v = _upright((rule.right, rule.bottom), turn, width, height)
    return Rule(min(x, u), min(y, v), max(x, u), max(y, v))


def _texts(aside: Sequence[Printed]) -> list[str]:
    """Characters near each other as texts, in their order in the file."""
    texts: list[list[str]] = []
    last: Printed | None = None
    for one in aside:
        if last is None or math.dist(last.origin, one.origin) > 4 * max(last.size, one.size):
            texts.append([])
        texts[-1].append(one.text)
        last = one
    return ["".join(text) for text in texts]
