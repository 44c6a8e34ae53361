"""Lists: rising numbers in few bits, many lists in one file.

A file is a row of records: the key (six bytes), the width of the code (one byte), how many numbers
and how many bytes follow (seven bits to a byte, the lowest first), the numbers. Every number is
written as its distance from the one before, less one, in a Rice code: as many noughts as the
distance has units of 2**width, a one, and the rest in `width` bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import sub

KEY_BYTES = 6

WIDEST = 24
"""The browser reads through a window of 25 bits."""


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
    unit = 1 << width
    distances = map(sub, numbers, (0, *(number + 1 for number in numbers)))
    row = "".join("0" * (one >> width) + f"{unit | one & (unit - 1):b}" for one in distances)
    size = -(-len(row) // 8)
    return int(row.ljust(size * 8, "0"), 2).to_bytes(size, "big")


def _short(number: int) -> bytes:
    parts: list[int] = []
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])
