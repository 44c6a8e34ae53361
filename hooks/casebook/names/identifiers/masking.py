"""Masking: how a report quotes personal data."""

from __future__ import annotations

import re

from casebook.names.finding import Finding


def half_hidden(text: str) -> str:
    """The text with stars in the middle; a quarter is left at each end, at most four characters."""
    shown = min(len(text) // 4, 4)
    return text[:shown] + "*" * (len(text) - 2 * shown) + (text[-shown:] if shown else "")


def hidden_span(code: str, text: str, start: int, end: int) -> Finding:
    """The finding of personal data at a span of a text, which the report quotes half hidden."""
    return Finding(code, start, end, {"found": half_hidden(text[start:end])})


def hidden_match(code: str, match: re.Match[str], group: str | int = 0) -> Finding:
    """The finding of personal data that a pattern or one of its groups matches."""
    return hidden_span(code, match.string, *match.span(group))
