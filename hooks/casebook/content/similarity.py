"""Similarity of short texts: which allowed values a wrong one may be a typing error of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from casebook.content.radicals import without_radicals

MAX_EDITS = 3
"""More differing characters than any typing error makes."""


def similar(found: str, allowed: Iterable[str]) -> list[str]:
    """The allowed values that `found` may be a typing error of, the most similar first.

    A value is similar if at most a third of the characters differ, if the characters are the same
    in another order, or if `found` abbreviates it. A wider limit takes one offence for another:
    every second name begins with 网络, and every charge ends with 罪.
    """
    plain = _plain(found)
    ranked = ((rank, value) for value in allowed if (rank := _rank(plain, _plain(value))))
    return [value for _, value in sorted(ranked, key=lambda one: one[0])]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", without_radicals(text)).casefold().strip()


def _rank(found: str, value: str) -> tuple[int, int] | None:
    """The number of edits and the negative length of the common beginning; None if dissimilar."""
    if not found:
        return None
    beginning = _common_prefix(found, value)
    if sorted(found) == sorted(value):
        return min(edits(found, value), 1), -beginning
    most = min(MAX_EDITS, max(len(found), len(value)) // 3)
    if abs(len(found) - len(value)) <= most and (number := edits(found, value)) <= most:
        return number, -beginning
    return (MAX_EDITS + 1, -beginning) if _is_abbreviation(found, value) else None


def _is_abbreviation(found: str, value: str) -> bool:
    """Whether `found` is at least half of the characters of a value, in order, with the first."""
    rest = iter(value)
    is_half = 2 * len(found) >= len(value)
    return is_half and value[:1] == found[0] and all(character in rest for character in found)


def _common_prefix(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def edits(one: str, other: str) -> int:
    """The fewest characters to insert, delete, replace or swap with the next to get the other."""
    from rapidfuzz.distance import OSA  # here, because most runs suggest nothing

    return OSA.distance(one, other)
