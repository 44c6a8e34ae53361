"""Lists: rising numbers in few bits, many lists in one file.

A file is a row of records: the key (six bytes), the width of the code (one byte), how many numbers
and how many bytes follow (seven bits to a byte, the lowest first), the numbers. Every number is
written as its distance from the one before, less one, in a Rice code: as many noughts as the
distance has units of 2**width, a one, and the rest in `width` bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from operator import sub

KEY_BYTES = 6

WIDEST = 24
"""The browser reads through a window of 25 bits."""

LONGEST_KEPT = 1 << 13
"""Distances up to this are coded once for all lists; long lists have hardly any others."""


def ngram_key(gram: str) -> int:
    """The key of a gram of one or two characters: their code points, 24 bits each."""
    first, second = (*map(ord, gram), 0)[:2]
    return first | second << 24


def posting_list(key: int, numbers: Sequence[int]) -> bytes:
    """The record of a list that is not empty and rises from 0 or more."""
    width = width_of(numbers)
    code = _code(numbers, width)
    head = key.to_bytes(KEY_BYTES, "little") + bytes([width])
    return head + _short(len(numbers)) + _short(len(code)) + code


def width_of(numbers: Sequence[int]) -> int:
    """The width that suits the mean distance (Golomb: about 0.69 of it is the best unit)."""
    mean = (numbers[-1] + 1) / len(numbers)
    return min(WIDEST, max(0, int(mean * 0.69).bit_length() - 1))


def _code(numbers: Sequence[int], width: int) -> bytes:
    distances = map(sub, numbers, chain((-1,), numbers))
    bits = "".join(map(_codes(width).__getitem__, distances))
    size = -(-len(bits) // 8)
    return int(bits.ljust(size * 8, "0"), 2).to_bytes(size, "big")


class _Codes(dict[int, str]):
    """The code of each distance in one width, worked out when it is first met.

    Lists of one width have their distances in common: this takes a third off writing them all,
    measured, where those of one width are written one after the other.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, distance: int) -> str:
        unit, more = 1 << self._width, distance - 1
        code = "0" * (more >> self._width) + f"{unit | more & (unit - 1):b}"
        if distance <= LONGEST_KEPT:
            self[distance] = code
        return code


_codes = cache(_Codes)


def _short(number: int) -> bytes:
    parts: list[int] = []
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])
