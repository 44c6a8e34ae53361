"""The files of the index read as postings.py describes them, and the texts as ngrams.py does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from casebook.outputs.search.normalization import normalize

GAP = "\0"


def records(packed: bytes) -> list[tuple[int, list[int]]]:
    """The keys and lists of a file, in its order."""
    found = []
    rest = packed
    while rest:
        key, width, rest = int.from_bytes(rest[:6], "little"), rest[6], rest[7:]
        count, rest = _short(rest)
        size, rest = _short(rest)
        found.append((key, _numbers(rest[:size], width, count)))
        rest = rest[size:]
    return found


def _short(packed: bytes) -> tuple[int, bytes]:
    length = next(at for at, byte in enumerate(packed, 1) if byte < 128)
    return sum((byte & 127) << 7 * at for at, byte in enumerate(packed[:length])), packed[length:]


def _numbers(code: bytes, width: int, count: int) -> list[int]:
    bits = "".join(f"{byte:08b}" for byte in code)
    found, last, at = [], -1, 0
    for _ in range(count):
        one = bits.index("1", at)
        rest = bits[one + 1 : one + 1 + width]
        last += 1 + ((one - at << width) | int(rest or "0", 2))
        found.append(last)
        at = one + 1 + width
    assert set(bits[at:]) <= {"0"}
    assert len(bits) - at < 8
    return found


def gram_of(key: int) -> str:
    """The gram that a key stands for."""
    return "".join(chr(code) for code in (key & 0xFFFFFF, key >> 24) if code)


def row_of(cases: Iterable[Iterable[str]]) -> str:
    """All folded texts of all cases, each with its gap."""
    return "".join(f"{normalize(text)}{GAP}" for texts in cases for text in texts)


def starts_of(cases: Iterable[Iterable[str]]) -> list[int]:
    """Where each case begins in the row."""
    found, length = [], 0
    for texts in cases:
        found.append(length)
        length += len(row_of([texts]))
    return found


def places_in(cases: list[list[str]]) -> dict[str, list[int]]:
    """Every gram with its places: a pair with all, a single character with its first of a case."""
    row, found = row_of(cases), defaultdict(list)
    for place in range(len(row) - 1):
        if GAP not in row[place : place + 2]:
            found[row[place : place + 2]].append(place)
    for start, texts in zip(starts_of(cases), cases, strict=True):
        own = row_of([texts])
        for character in set(own) - {GAP}:
            found[character].append(start + own.index(character))
    return dict(found)
