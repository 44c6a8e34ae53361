"""The preview picture of a shared link: one per offence group, committed as a file."""

from __future__ import annotations

from collections.abc import Container

from casebook.content.contents import Offence

SITE_PICTURE = "assets/share/site.png"
"""The picture of pages without one of their own."""

WIDTH, HEIGHT = 1200, 630
"""The size of every picture, in pixels."""


def picture_of(group: Offence, files: Container[str]) -> str:
    """The address of a group's picture; the site's if `files` has none for the group."""
    own = f"assets/share/{group.slug}.png"
    return own if own in files else SITE_PICTURE
