"""Postings: compressed lists of ascending numbers, many lists in one file.

A file is a sequence of records: the key (six bytes), the width of the code (one byte), the count of
numbers and the count of their bytes (little-endian base-128 varints), the numbers. Every number is
encoded as its distance from the previous one, less one, in a Rice code: the quotient by 2**width in
unary as zeros and a final one, then the remainder in `width` bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from operator import sub

KEY_BYTES = 6

MAX_WIDTH = 24
"""The largest width; the browser decodes through a window of 25 bits."""

MAX_CACHED_DISTANCE = 1 << 13
"""The codes of distances up to this are cached; long lists have hardly any larger ones."""


def ngram_key(ngram: str) -> int:
    """The key of an n-gram of one or two characters: their code points, 24 bits each."""
    first, second = (*map(ord, ngram), 0)[:2]
    return first | second << 24


def posting_list(key: int, numbers: Sequence[int]) -> bytes:
    """The record of a non-empty list of ascending numbers from 0."""
    width = width_of(numbers)
    code = _code(numbers, width)
    head = key.to_bytes(KEY_BYTES, "little") + bytes([width])
    return head + _varint(len(numbers)) + _varint(len(code)) + code


def width_of(numbers: Sequence[int]) -> int:
    """The best width for the mean distance (Golomb: about 0.69 of it is the optimal divisor)."""
    mean = (numbers[-1] + 1) / len(numbers)
    return min(MAX_WIDTH, max(0, int(mean * 0.69).bit_length() - 1))


def _code(numbers: Sequence[int], width: int) -> bytes:
    distances = map(sub, numbers, chain((-1,), numbers))
    bits = "".join(map(_codes(width).__getitem__, distances))
    size = -(-len(bits) // 8)
    return int(bits.ljust(size * 8, "0"), 2).to_bytes(size, "big")


class _Codes(dict[int, str]):
    """A cache of the code of each distance in one width.

    Lists of one width share most distances: caching saves a third of encoding them all, measured,
    if lists of one width are encoded one after the other.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, distance: int) -> str:
        unit, more = 1 << self._width, distance - 1
        code = "0" * (more >> self._width) + f"{unit | more & (unit - 1):b}"
        if distance <= MAX_CACHED_DISTANCE:
            self[distance] = code
        return code


_codes = cache(_Codes)


def _varint(number: int) -> bytes:
    parts: list[int] = []
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])
