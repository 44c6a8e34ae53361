"""The picture that a shared link shows: one per offence group, drawn once and then kept."""

from __future__ import annotations

from collections.abc import Container

from casebook.content.contents import Offence

SITE_PICTURE = "assets/share/site.png"
"""What a link shows that has no picture of its own."""

WIDTH, HEIGHT = 1200, 630
"""The size of all of them, in pixels."""


def picture_of(group: Offence, files: Container[str]) -> str:
    """The address of a group's picture, or of the site's where none was drawn yet."""
    own = f"assets/share/{group.slug}.png"
    return own if own in files else SITE_PICTURE
