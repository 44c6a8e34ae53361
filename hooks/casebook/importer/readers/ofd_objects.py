"""Objects of OFD pages: texts, paths and pictures with their places, in the order of drawing.

GB/T 33190 counts in millimetres; everything here is in points. Namespaces differ between writers,
so only local names are compared.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from casebook.importer.readers.package import attribute, child, local
from casebook.importer.readers.page_rules import Box, Point

Matrix = tuple[float, float, float, float, float, float]

POINTS = 72 / 25.4
"""In a millimetre."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An object with the matrix to points of the page, and the box that it is clipped to."""

    element: Element
    matrix: Matrix
    box: Box
    is_shown: bool


_OBJECTS = ("TextObject", "PathObject", "ImageObject", "CompositeObject")
_ORDER = {"Background": 0, "Body": 1, "Foreground": 2}


def placed_objects(content: Element | None, origin: Point = (0, 0)) -> list[Placed]:
    """The objects of a page, a template or an appearance in the order of drawing."""
    layers = sorted(
        (one for one in (content if content is not None else ()) if local(one) == "Layer"),
        key=lambda layer: _ORDER.get(attribute(layer, "Type", "Body"), 1),
    )
    outside = (one for one in (content if content is not None else ()) if local(one) != "Layer")
    found: list[Placed] = []
    for top in (*layers, *outside):
        found += (_placed(one, origin, shown) for one, shown in _leaves(top))
    return found


def _leaves(top: Element) -> Iterator[tuple[Element, bool]]:
    """The objects in groups, which may be hidden as a whole."""
    waiting = [(top, True)]
    while waiting:
        element, is_shown = waiting.pop()
        is_shown = is_shown and attribute(element, "Visible", "true") not in ("false", "0")
        if local(element) in _OBJECTS:
            yield element, is_shown
        else:
            waiting += ((one, is_shown) for one in reversed(element))


def _placed(element: Element, origin: Point, is_shown: bool) -> Placed:
    numbers_of_box = numbers(attribute(element, "Boundary"))
    left, top, width, height = numbers_of_box if len(numbers_of_box) == 4 else (0.0,) * 4
    left, top = left + origin[0], top + origin[1]
    own = numbers(attribute(element, "CTM"))
    a, b, c, d, e, f = own if len(own) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    matrix = (
        a * POINTS, b * POINTS, c * POINTS, d * POINTS,
        (e + left) * POINTS, (f + top) * POINTS,
    )  # fmt: skip
    box = left * POINTS, top * POINTS, (left + width) * POINTS, (top + height) * POINTS
    is_clear = number(attribute(element, "Alpha"), 255.0) <= _CLEAR
    return Placed(element, matrix, box, is_shown and not is_clear)


_CLEAR = 8
"""Alpha of 255 up to which nothing can be seen."""


def mapped(matrix: Matrix, x: float, y: float) -> Point:
    """A point mapped by a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def number(text: str, default: float) -> float:
    """A number of an attribute; the default if it is none."""
    found = numbers(text)
    return found[0] if found else default


def numbers(text: str) -> list[float]:
    """The numbers of an attribute; those that are none or endless are left out."""
    found = []
    for word in text.split()[:_MOST_NUMBERS]:
        try:
            value = float(word)
        except ValueError:
            continue
        if math.isfinite(value) and abs(value) < _LARGEST:
            found.append(value)
    return found


_MOST_NUMBERS = 50_000
_LARGEST = 1e6


def is_white(element: Element, name: str) -> bool | None:
    """Whether the colour `name` of an object is white; None if it is so clear as to be none."""
    colour = child(element, name)
    if colour is None:
        return False
    if number(attribute(colour, "Alpha"), 255.0) <= _CLEAR:
        return None
    stated = child(colour, "Value")
    text = attribute(colour, "Value") or (stated.text or "" if stated is not None else "")
    parts = [_level(word) for word in text.split()]
    if len(parts) == 4:
        return max(parts) <= 5
    return bool(parts) and min(parts) >= 250


def _level(word: str) -> float:
    """A level of a colour from 0 to 255, written as a number or as #hex."""
    if re.fullmatch("#[0-9A-Fa-f]{1,2}", word):
        return float(int(word[1:], 16))
    return number(word, 0.0)


def is_filled(element: Element, default: str) -> bool:
    """Whether an object is filled, by its attribute."""
    return attribute(element, "Fill", default) in ("true", "1")


def is_stroked(element: Element, default: str) -> bool:
    """Whether an object is stroked, by its attribute."""
    return attribute(element, "Stroke", default) in ("true", "1")


def outlines(path: Element, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each part of a path; of curves, their ends and their control points."""
    data = child(path, "AbbreviatedData")
    words = (data.text or "").replace(",", " ").split() if data is not None else []
    points: list[Point] = []
    waiting: list[float] = []
    command = ""
    for word in [*words[:_MOST_NUMBERS], "S"]:
        if not word.isalpha():
            waiting += numbers(word)
            continue
        points += _corners(command, waiting, matrix)
        if word == "C" and points:
            points.append(points[0])
        if word in "SM" and len(points) > 1:
            yield points
        if word in "SM":
            points = []
        command, waiting = word, []


_LENGTHS: Mapping[str, int] = {"M": 2, "L": 2, "S": 2, "Q": 4, "B": 6, "A": 7}


def _corners(command: str, values: list[float], matrix: Matrix) -> Iterator[Point]:
    length = _LENGTHS.get(command, 0)
    if not length or len(values) < length:
        return
    pairs = values[-2:] if command == "A" else values[: len(values) // 2 * 2]
    for at in range(0, len(pairs), 2):
        yield mapped(matrix, pairs[at], pairs[at + 1])
