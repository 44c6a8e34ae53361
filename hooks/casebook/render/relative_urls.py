"""Ways: addresses in pages, written from the site's root until it is known where a page stands.

What many pages share is set once for all of them. So a link in it begins with a mark for the root
of the site; when a page is finished, one replacement makes each mark the way up from there.
"""

from __future__ import annotations

ROOT = "\x1f"
"""The mark; a control character, which no content may hold, and which Markdown leaves alone."""

_FOREIGN = ("#", "/", "https:", "http:", "mailto:", "tel:")


def from_root(address: str) -> str:
    """A way to an address below the site (`.` is its root); any other address as it is."""
    if address.startswith(_FOREIGN):
        return address
    return ROOT if address == "." else ROOT + address


def path_to_root(address: str) -> str:
    """The way from the page at an address below the site to the site's root."""
    return "../" * address.count("/") or "./"


def resolve_root(text: str, way: str) -> str:
    """A text in which every mark has become the way to the root."""
    return text.replace(ROOT, way)
