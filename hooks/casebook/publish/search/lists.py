"""Lists: rising numbers in few bits, many lists in one file.

A file is a row of records: the key (six bytes), the width of the code (one byte), how many numbers
and how many bytes follow (seven bits to a byte, the lowest first), the numbers. Every number is
written as its distance from the one before, less one, in a Rice code: as many noughts as the
distance has units of 2**width, a one, and the rest in `width` bits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import sub

KEY_BYTES = 6

WIDEST = 24
"""The browser reads through a window of 25 bits."""

WIDEST_TABLE = 12
"""Codes up to this width stand in a table; long lists have no wider ones."""


def gram_key(gram: str) -> int:
    """The key of a gram of one or two characters: their code points, 24 bits each."""
    first, second = (*map(ord, gram), 0)[:2]
    return first | second << 24


def record(key: int, numbers: Sequence[int]) -> bytes:
    """The record of a list that is not empty and rises from 0 or more."""
    width = _width(numbers)
    code = _code(numbers, width)
    head = key.to_bytes(KEY_BYTES, "little") + bytes([width])
    return head + _short(len(numbers)) + _short(len(code)) + code


def _width(numbers: Sequence[int]) -> int:
    """The width that suits the mean distance (Golomb: about 0.69 of it is the best unit)."""
    mean = (numbers[-1] + 1) / len(numbers)
    return min(WIDEST, max(0, int(mean * 0.69).bit_length() - 1))


def _code(numbers: Sequence[int], width: int) -> bytes:
    rests, mask = _rests(width), (1 << width) - 1
    distances = (step - 1 for step in map(sub, numbers[1:], numbers))
    bits = ["0" * (one >> width) + rests(one & mask) for one in (numbers[0], *distances)]
    row = "".join(bits)
    size = -(-len(row) // 8)
    return int(row.ljust(size * 8, "0"), 2).to_bytes(size, "big")


@cache
def _rests(width: int) -> Callable[[int], str]:
    """What follows the noughts: a one and `width` bits; looked up where many numbers need it."""
    unit = 1 << width
    if width > WIDEST_TABLE:
        return lambda rest: f"{unit | rest:b}"
    return [f"{unit | rest:b}" for rest in range(unit)].__getitem__


def _short(number: int) -> bytes:
    parts: list[int] = []
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])
