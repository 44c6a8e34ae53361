"""Masking: how a report quotes personal data."""

from __future__ import annotations


def half_hidden(text: str) -> str:
    """The text with stars in the middle; a quarter is left at each end, at most four characters."""
    shown = min(len(text) // 4, 4)
    return text[:shown] + "*" * (len(text) - 2 * shown) + (text[-shown:] if shown else "")
