"""Page of an OFD: its text as shown, and what of it cannot be seen or is struck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from casebook.importer.document import characters
from casebook.importer.readers.glyphs import UNKNOWN, Page, Rule
from casebook.importer.readers.ofd_objects import (
    POINTS,
    Placed,
    is_filled,
    is_stroked,
    is_white,
    number,
    outlines,
)  # fmt: skip
from casebook.importer.readers.ofd_text import texts
from casebook.importer.readers.package import attribute, local
from casebook.importer.readers.page_account import PageAccount, part_in_pictures
from casebook.importer.readers.page_rules import Box, Point, box_of, is_thin, rules_of
from casebook.importer.readers.page_turns import Printed, upright_page
from casebook.importer.readers.source import Limits, Refusal, UnreadableError


@dataclass(frozen=True, slots=True)
class OfdPage:
    """A page, the resources of its pictures, and what of it is not read."""

    page: Page
    pictures: tuple[str, ...]
    account: PageAccount


@dataclass(slots=True)
class _Drawing:
    """What is drawn on a page so far."""

    seen: list[tuple[int, Printed]] = field(default_factory=list)
    """With the number of covers drawn before."""
    hidden: list[Printed] = field(default_factory=list)
    grounds: list[Box] = field(default_factory=list)
    """Coloured grounds and pictures, on which white can be seen."""
    covers: list[Box] = field(default_factory=list)
    """What covers the text drawn before it."""
    rules: list[Rule] = field(default_factory=list)
    pictures: list[Placed] = field(default_factory=list)
    shapes: int = 0


def ofd_page(
    number_of_page: int,
    size: tuple[float, float],
    objects: Sequence[Placed],
    bold_fonts: frozenset[str],
    limits: Limits,
) -> OfdPage:
    """What is printed on a page of a width and height in millimetres.

    Raises UnreadableError for more characters than the limits allow.
    """
    width, height = size[0] * POINTS, size[1] * POINTS
    drawing = _Drawing()
    for kind, group in groupby(objects, key=lambda placed: local(placed.element)):
        together = list(group)
        if kind == "TextObject":
            _draw_texts(drawing, together, bold_fonts)
        for placed in together if kind != "TextObject" else ():
            _draw(drawing, placed, kind, (width, height))
        _check(drawing, limits)
    seen, covered = _uncovered(drawing)
    within, outside = _parted_by_paper(seen, width, height)
    hidden = [*drawing.hidden, *covered, *outside]
    # What cannot be seen leaves no gap in its line.
    printed = [*within, *(replace(one, text="") for one in hidden)]
    upright, struck = upright_page(number_of_page, (width, height), printed, drawing.rules)
    account = PageAccount(
        characters(one.text for one in within),
        sum(one.text == UNKNOWN for one in within),
        characters(one.text for one in hidden),
        struck,
        part_in_pictures([picture.box for picture in drawing.pictures], width, height),
        drawing.shapes,
    )
    names = (attribute(picture.element, "ResourceID") for picture in drawing.pictures)
    return OfdPage(upright, tuple(filter(None, names)), account)


def _check(drawing: _Drawing, limits: Limits) -> None:
    count = len(drawing.seen) + len(drawing.hidden)
    compared = count * max(len(drawing.covers), len(drawing.grounds))
    if count > limits.page_characters or compared > limits.page_characters * _MOST_OVER_EACH:
        raise UnreadableError(Refusal.TOO_LONG)


_MOST_OVER_EACH = 500
"""Grounds and covers that each character of the longest page is compared with."""


def _draw_texts(drawing: _Drawing, objects: Sequence[Placed], bold_fonts: frozenset[str]) -> None:
    for placed, printed in zip(objects, texts(objects, bold_fonts), strict=True):
        element = placed.element
        colour = "FillColor" if is_filled(element, "true") else "StrokeColor"
        white = is_white(element, colour)
        is_inked = is_filled(element, "true") or is_stroked(element, "false")
        for one in printed:
            is_lost = white and not any(_holds(box, one) for box in drawing.grounds)
            if not placed.is_shown or not is_inked or white is None or is_lost:
                drawing.hidden.append(one)
            else:
                drawing.seen.append((len(drawing.covers), one))


def _draw(drawing: _Drawing, placed: Placed, kind: str, paper: tuple[float, float]) -> None:
    if not placed.is_shown:
        return
    if kind == "ImageObject":
        drawing.pictures.append(placed)
        drawing.grounds.append(placed.box)
        if part_in_pictures([placed.box], *paper) >= _WHOLE_PAGE:
            drawing.covers.append(placed.box)
    elif kind == "PathObject":
        drawing.shapes += 1
        _draw_path(drawing, placed)


_WHOLE_PAGE = 0.5
"""Of a page; a smaller picture over text may be a seal, which is clear around its lines."""


def _draw_path(drawing: _Drawing, placed: Placed) -> None:
    element = placed.element
    is_inked_inside = is_filled(element, "false") and is_white(element, "FillColor") is not None
    is_line = is_stroked(element, "true") and is_white(element, "StrokeColor") is False
    pen = number(attribute(element, "LineWidth"), _USUAL_PEN) * POINTS if is_line else None
    for points in outlines(element, placed.matrix):
        box = box_of(points)
        if is_inked_inside and not is_thin(box) and _is_rectangle(points):
            if not is_white(element, "FillColor"):
                drawing.grounds.append(box)
            if _is_solid(placed):
                drawing.covers.append(box)
        if is_line or (is_inked_inside and not is_white(element, "FillColor")):
            drawing.rules += rules_of(points, pen)


_USUAL_PEN = 0.353
"""Millimetres."""


def _is_rectangle(points: Sequence[Point]) -> bool:
    across, down = {round(x) for x, _ in points}, {round(y) for _, y in points}
    return len(across) <= 2 and len(down) <= 2 and len(points) >= 4


def _is_solid(placed: Placed) -> bool:
    colour = next((one for one in placed.element if local(one) == "FillColor"), None)
    alphas = attribute(placed.element, "Alpha", "255"), attribute(colour, "Alpha", "255")
    return all(number(alpha, 255.0) >= _SOLID for alpha in alphas)


_SOLID = 250


def _holds(box: Box, one: Printed) -> bool:
    x, y = one.origin[0] + one.width / 2, one.origin[1] - 0.35 * one.size
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _uncovered(drawing: _Drawing) -> tuple[list[Printed], list[Printed]]:
    seen: list[Printed] = []
    covered: list[Printed] = []
    for count, one in drawing.seen:
        is_covered = any(_holds(box, one) for box in drawing.covers[count:])
        (covered if is_covered else seen).append(one)
    return seen, covered


def _parted_by_paper(
    seen: Sequence[Printed], width: float, height: float
) -> tuple[list[Printed], list[Printed]]:
    """The characters on the paper and those beside it.

    If most stand beside it, the size of the paper is an error of the file, and all are on it.
    """
    within: list[Printed] = []
    outside: list[Printed] = []
    for one in seen:
        x, y = one.origin
        is_within = -one.size < x < width and 0 < y < height + one.size
        (within if is_within else outside).append(one)
    return (within, outside) if len(outside) < len(within) else (list(seen), [])
