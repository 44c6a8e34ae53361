"""The depth of JSON, checked before it is decoded: decoders recurse into every level."""

from __future__ import annotations

import re
from itertools import accumulate

MAX_DEPTH = 100
"""Maximum lists and objects within one another; the site's own files have six levels."""
_NO_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[^"\[\]{}]+', re.DOTALL)
"""A string, closed or not, or a run of other characters."""
_PAIR = re.compile(r"\[\]|\{\}")


def ensure_shallow(text: str) -> None:
    """Nothing; raises ValueError where JSON, complete or not, nests deeper than MAX_DEPTH."""
    brackets, levels = _NO_BRACKET.sub("", text), 0
    while brackets and levels <= MAX_DEPTH:
        outer = _PAIR.sub("", brackets)
        if outer == brackets:  # no pairs are left in what is incomplete
            steps = (1 if one in "[{" else -1 for one in brackets)
            levels += max(accumulate(steps))
            break
        brackets, levels = outer, levels + 1
    if levels > MAX_DEPTH:
        raise ValueError("JSON that nests too deep")
