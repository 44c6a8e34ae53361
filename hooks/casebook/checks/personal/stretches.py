"""Stretches of plain signs: letters, digits and what stands between them in numbers and accounts.

Most texts hold no long ones but their dates, and whoever knows that need not look for what is
long. Nearly halves the time of looking for numbers and accounts.
"""

from __future__ import annotations

import re
from functools import lru_cache

_STRETCH = re.compile("[ -~]{5,}")
_LONE_DATE = re.compile(r"\n(?<=[^:：号户码为是]\n)([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)(?![ -~])")
"""A date at the head of a line, where the line before does not announce somebody's number."""


@lru_cache(maxsize=4)
def longest_stretch(text: str) -> int:
    """How long the longest row of ASCII characters is that is no such date; below five it is 0."""
    stretches = _STRETCH.findall(text)
    if stretches:
        for date in _LONE_DATE.findall(text):
            stretches.remove(date)
    return max(map(len, stretches), default=0)
