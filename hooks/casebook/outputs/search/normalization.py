"""Normalization: texts for comparison, with the same result here and in `normalize.js`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from casebook.content.radicals import without_radicals

EDGE = "#"
"""Marks the start and end of a number or Latin word, so that 500 does not match 1500."""

_UNCHANGED = "一-龥"
"""Characters that normalization does not change, and that are not part of numbers or words."""
_OTHERS = re.compile(f"([^{_UNCHANGED}]+)")
_TOKEN = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*|[a-z]+)|[.,]"
)


def normalize(text: str) -> str:
    """A text reduced to letters and digits, in NFKC and lower case, with edges.

    A radical, as PDFs have it, is the character that it looks like, by the table of radicals.
    Spaces and punctuation are removed, but separate tokens: 3、5日 is #3##5#日. A number keeps its
    decimal point and loses its separators: 4,860 is #4860#. Each character is normalized by itself,
    as in the browser, which maps positions back to the text.
    """
    parts = _OTHERS.split(text)
    parts[1::2] = map(_normalized, parts[1::2])
    return "".join(parts)


@lru_cache(maxsize=4096)
def _normalized(others: str) -> str:
    """The normalized form of a run between Chinese characters: numbers, punctuation and words.

    The same few recur: caching them takes a third of the time, measured.
    """
    return _TOKEN.sub(_token, others.translate(_CHARACTERS)).replace(" ", "")


def _token(match: re.Match[str]) -> str:
    whole = match["whole"]
    return f"{EDGE}{whole.replace(',', '')}{EDGE}" if whole else ""


class _Characters(dict[int, str]):
    """The normalized form of each character, computed on first access."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", without_radicals(chr(code))).lower()
        self[code] = "".join(one if _is_kept(one) else " " for one in plain)
        return self[code]


def _is_kept(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN" or character in ".,"


_CHARACTERS = _Characters()
