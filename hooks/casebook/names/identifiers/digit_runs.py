"""Runs of digits in any writing: ASCII, Chinese or mixed, with any separators between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WRITTEN = (
    "〇○零洞⓿oO", "一幺么壹❶➀➊〡", "二两兩贰貳❷➁➋〢", "三叁參❸➂➌〣", "四肆❹➃➍〤",
    "五伍❺➄➎〥", "六陆陸❻➅➏〦", "七柒拐❼➆➐〧", "八捌❽➇➑〨", "九玖勾❾➈➒〩",
)  # fmt: skip
"""What else than ASCII is read as each digit, as normalization leaves it."""
_SHORTEST = 11
"""Digits of the shortest number that is looked for in runs."""
DIGITS = "0-9" + "".join(_WRITTEN)
"""All of them, for a character class."""
ASCII_DIGITS = str.maketrans({
    character: str(digit) for digit, row in enumerate(_WRITTEN) for character in row
})  # fmt: skip
_SEPARATOR = "(?:[^\\w○。]|_)"
_RUN = re.compile(f"[{DIGITS}](?:{_SEPARATOR}{{0,3}}[{DIGITS}]){{10,}}(?:{_SEPARATOR}?[Xx×])?")
_PIECE = re.compile(f"[0-9]+[Xx×]?|[{DIGITS[3:]}]+[Xx×]?|[Xx×]")
_SPELLED = re.compile(f"[{DIGITS[3:].replace('oO', '')}]{{5,}}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Digits of one writing without separators; `first` is the place of the first in its run."""

    first: int
    digits: str
    start: int
    end: int
    gap: str
    """The separator before it; empty at the start of a run and where the writing changes."""


def digit_runs(text: str) -> Iterator[list[Piece]]:
    """The runs of eleven digits and more in a text, which an X may end, as pieces."""
    for match in _RUN.finditer(text):
        pieces: list[Piece] = []
        first, done = 0, match.start()
        for one in _PIECE.finditer(text, *match.span()):
            digits = one[0].translate(ASCII_DIGITS).replace("×", "X").upper()
            pieces.append(Piece(first, digits, *one.span(), text[done : one.start()]))
            first, done = first + len(digits), one.end()
        yield from _divided(pieces)


def _divided(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """A run, divided where a digit in another writing touches a number that is whole without it."""
    begin = 0
    for index in range(1, len(pieces)):
        touching = pieces[index - 1 : index + 1]
        if not pieces[index].gap and any(_is_whole(piece) for piece in touching):
            yield pieces[begin:index]
            begin = index
    yield pieces[begin:]


def _is_whole(piece: Piece) -> bool:
    return len(piece.digits) >= _SHORTEST


def spelled_as_ascii(text: str) -> str:
    """The text, with five or more Chinese digits in a row as ASCII digits; its length is kept."""
    return _SPELLED.sub(lambda match: match[0].translate(ASCII_DIGITS), text)
