"""Sections of Markdown texts: a part of one page as it must stand in another."""

from __future__ import annotations

import posixpath
import re

_HEADING = re.compile(r"^##[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)


def section(body: str, heading: str) -> str:
    """The text under a level-two heading of a Markdown body, or nothing."""
    parts = _HEADING.split(body)
    return dict(zip(parts[1::2], parts[2::2], strict=True)).get(heading, "").strip()


def has_section(body: str, heading: str) -> bool:
    """Whether a Markdown body has this level-two heading."""
    return heading in _HEADING.findall(body)


def moved(body: str, home: str, here: str) -> str:
    """A text of the page `home` as it must stand in the page `here`, its relative links mended."""

    def rebased(match: re.Match[str]) -> str:
        target = posixpath.join(posixpath.dirname(home), match[1])
        return f"]({posixpath.relpath(target, posixpath.dirname(here))}"

    return re.sub(r"\]\((?![a-z]+:|[/#])([^)\s]+)", rebased, body)
