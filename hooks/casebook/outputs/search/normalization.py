"""Folding: a text as it is compared, the same here and in the reader's browser."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

EDGE = "#"
"""Stands before and after a number or Latin word, so that 500 can be told from that in 1500."""

_FOLDED_ALREADY = "一-龥"
"""Characters that folding leaves as they are, and that are no part of a number or a word."""
_OTHERS = re.compile(f"([^{_FOLDED_ALREADY}]+)")
_TOKEN = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*|[a-z]+)|[.,]"
)


def normalize(text: str) -> str:
    """Letters and digits alone: compatibility forms (NFKC), small letters, with edges.

    Spaces and punctuation go, but part what they stood between: 3、5日 is #3##5#日. A number keeps
    its decimal point and loses its separators: 4,860 is #4860#. Each character is folded by
    itself, as in a browser, which keeps their places.
    """
    parts = _OTHERS.split(text)
    parts[1::2] = map(_normalized, parts[1::2])
    return "".join(parts)


@lru_cache(maxsize=4096)
def _normalized(others: str) -> str:
    """What becomes of a number, a mark or a word between Chinese characters.

    The same few come again and again: to remember them takes a third of the time, measured.
    """
    return _TOKEN.sub(_token, others.translate(_CHARACTERS)).replace(" ", "")


def _token(match: re.Match[str]) -> str:
    whole = match["whole"]
    return f"{EDGE}{whole.replace(',', '')}{EDGE}" if whole else ""


class _Characters(dict[int, str]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(code)).lower()
        self[code] = "".join(one if _is_kept(one) else " " for one in plain)
        return self[code]


def _is_kept(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN" or character in ".,"


_CHARACTERS = _Characters()
