"""Text of OFD objects: each character at its place."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, islice, pairwise

from casebook.importer.readers.glyphs import is_wide, named
from casebook.importer.readers.ofd_objects import POINTS, Placed, mapped, number, numbers
from casebook.importer.readers.package import attribute, child, children
from casebook.importer.readers.page_turns import Printed

_BOLD_WEIGHT = 600
_LARGEST = 2_000.0
"""Points."""


@dataclass(frozen=True, slots=True)
class _Code:
    """A piece of text with the place of its first character and the steps to the next ones."""

    text: str
    x: float
    y: float
    across: list[float]
    down: list[float]


def texts(objects: Sequence[Placed], bold_fonts: frozenset[str]) -> Iterator[list[Printed]]:
    """The characters of each text object.

    Of objects in a row with the same boundary and beginning, the boundary is that of their line: a
    converter writes each piece of a line so, with steps that cannot be.
    """
    for _, group in groupby(objects, key=_beginning):
        pieces = [(placed, list(_codes(placed))) for placed in group]
        if len(pieces) > 1:
            pieces = _evenly(pieces)
        for placed, codes in pieces:
            yield _printed(placed, codes, bold_fonts)


_Piece = tuple[Placed, list[_Code]]


def _beginning(placed: Placed) -> tuple[str, ...]:
    element = placed.element
    code = child(element, "TextCode")
    return attribute(element, "Boundary"), attribute(element, "CTM"), attribute(code, "X")


def _evenly(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Pieces of a line one after another over its boundary, by the usual widths."""
    line = [(text, _em(placed)) for placed, codes in pieces for code in codes for text in code.text]
    befores, afters = [_NONE, *line], [*line[1:], _NONE]
    widths = [
        # Such a converter also writes a blank wherever Chinese and Latin meet.
        0.0
        if text.isspace() and (is_wide(left) or is_wide(right))
        else em / (1 if is_wide(text) else 2)
        for (text, em), (left, _), (right, _) in zip(line, befores, afters, strict=False)
    ]
    box = pieces[0][0].box
    stretch = (box[2] - box[0]) / POINTS / (sum(widths) or 1.0)
    ends = iter(accumulate(width * stretch for width in widths))
    end = 0.0
    spread: list[_Piece] = []
    for placed, codes in pieces:
        again = []
        for code in codes:
            begins = [end, *islice(ends, len(code.text))]
            end = begins[-1]
            steps = [after - before for before, after in pairwise(begins)]
            again.append(replace(code, x=code.x + begins[0], across=steps, down=[]))
        spread.append((placed, again))
    return spread


_NONE = ("", 0.0)


def _em(placed: Placed) -> float:
    """The size of the font of a text object, in its own unit."""
    element = placed.element
    return number(attribute(element, "Size") or attribute(element, "size"), _USUAL)


def _printed(placed: Placed, codes: Sequence[_Code], bold_fonts: frozenset[str]) -> list[Printed]:
    element, matrix = placed.element, placed.matrix
    em = _em(placed)
    stretch = number(attribute(element, "HScale"), 1.0) or 1.0
    size = em * math.hypot(matrix[2], matrix[3])
    if not 0.1 < size < _LARGEST:
        size = 1.0
    weight = number(attribute(element, "Weight"), 0.0)
    is_bold = weight >= _BOLD_WEIGHT or attribute(element, "Font") in bold_fonts
    direction = math.degrees(math.atan2(matrix[1], matrix[0]))
    unit = math.hypot(matrix[0], matrix[1])
    return [
        Printed(named(text), mapped(matrix, x, y), width * unit, size, direction, is_bold)
        for code in codes
        for text, x, y, width in _steps(code, em * stretch)
    ]


_USUAL = 4.0
"""Millimetres, about the size of running text."""


def _codes(placed: Placed) -> Iterator[_Code]:
    x = y = 0.0
    for code in children(placed.element, "TextCode"):
        x, y = number(attribute(code, "X"), x), number(attribute(code, "Y"), y)
        text = code.text or ""
        text = text.strip() if "\n" in text else text
        if text:
            across = _deltas(attribute(code, "DeltaX"), len(text))
            down = _deltas(attribute(code, "DeltaY"), len(text))
            yield _Code(text, x, y, across, down)


def _deltas(text: str, most: int) -> list[float]:
    """The steps between characters; `g 3 2.5` stands for three of 2.5."""
    words = iter(text.split())
    found: list[float] = []
    for word in words:
        if len(found) >= most:
            break
        if word == "g":
            times = int(number(next(words, ""), 0.0))
            found += [number(next(words, ""), 0.0)] * max(min(times, most - len(found)), 0)
        else:
            found += numbers(word)
    return found


def _steps(code: _Code, em: float) -> Iterator[tuple[str, float, float, float]]:
    """Each character with its place and width; without steps they stand close together."""
    x, y = code.x, code.y
    for at, text in enumerate(code.text):
        usual = em if is_wide(text) else em / 2
        step = code.across[at] if at < len(code.across) else None
        width = usual if step is None or is_wide(text) or not 0 < step <= 1.05 * em else step
        yield text, x, y, width
        if at < len(code.down):
            y += code.down[at]
            x += step or 0.0
        else:
            x += usual if step is None else step
