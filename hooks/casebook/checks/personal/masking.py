"""Masking: how a report shows what it found without giving it away."""

from __future__ import annotations


def half_hidden(text: str) -> str:
    """The text with its middle as stars: a quarter is left at each end, of short ones less."""
    shown = min(len(text) // 4, 4)
    return text[:shown] + "*" * (len(text) - 2 * shown) + (text[-shown:] if shown else "")
