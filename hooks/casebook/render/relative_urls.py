"""Relative URLs: links begin with a marker for the site's root until a page is finished.

Fragments are rendered once for many pages at different depths. So their links begin with a marker;
when a page is finished, one replacement turns each marker into the relative path to the root.
"""

from __future__ import annotations

ROOT = "\x1f"
"""The marker: a control character, which content must not contain and Markdown does not change."""

_FOREIGN = ("#", "/", "https:", "http:", "mailto:", "tel:")


def from_root(address: str) -> str:
    """The link to an address below the site (`.` is its root); other URLs are unchanged."""
    if address.startswith(_FOREIGN):
        return address
    return ROOT if address == "." else ROOT + address


def path_to_root(address: str) -> str:
    """The relative path from the page at an address below the site to the site's root."""
    return "../" * address.count("/") or "./"


def resolve_root(text: str, to_root: str) -> str:
    """A text with every marker replaced by the path to the root."""
    return text.replace(ROOT, to_root)
