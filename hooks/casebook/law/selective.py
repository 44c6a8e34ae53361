"""Selective charges (选择性罪名): which parts of a charge may be stated alone.

A pattern is the full name with its selective parts in braces, which may be nested:
`{掩饰、隐瞒}{犯罪所得、犯罪所得收益}罪`. Of each pair of braces one part or several are stated, in
their order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

SEPARATOR = "、"


def full_name(pattern: str) -> str:
    """The name with all of its parts."""
    return pattern.replace("{", "").replace("}", "")


def forms(pattern: str) -> Iterator[str]:
    """All names that state one part or several; the first is the full name. Raises ValueError if
    the braces are not balanced."""
    found, end = _sequence(pattern, 0)
    if end != len(pattern):
        raise ValueError(pattern)
    return iter(found)


def _sequence(pattern: str, start: int) -> tuple[list[str], int]:
    """The forms of literal text and braces, up to a separator or the end of the braces around."""
    parts: list[list[str]] = []
    place, depth = start, start > 0
    while place < len(pattern) and not (depth and pattern[place] in f"{SEPARATOR}}}"):
        if pattern[place] == "{":
            chosen, place = _choice(pattern, place + 1)
            parts.append(chosen)
        elif pattern[place] == "}":
            raise ValueError(pattern)
        else:
            parts.append([pattern[place]])
            place += 1
    return ["".join(one) for one in product(*parts)], place


def _choice(pattern: str, start: int) -> tuple[list[str], int]:
    """The forms of a pair of braces whose first part begins at `start`."""
    choices, place = [], start
    while True:
        forms, place = _sequence(pattern, place)
        choices.append(forms)
        if place == len(pattern):
            raise ValueError(pattern)
        place += 1
        if pattern[place - 1] == "}":
            break
    chosen = (
        SEPARATOR.join(words)
        for size in range(len(choices), 0, -1)
        for some in combinations(choices, size)
        for words in product(*some)
    )
    return list(chosen), place
