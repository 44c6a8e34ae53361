"""Line breaks: texts are published with the same ones, wherever they were checked out."""

from __future__ import annotations

from casebook.content.media.kinds import kind_of

_KEPT = {"picture", "calendar"}
"""Files in which every byte counts, and calendars, whose standard asks for CRLF (RFC 5545)."""


def with_unix_line_breaks(name: str, content: bytes) -> bytes:
    """The content of a file, CRLF replaced by LF if it is text; a kind that is unknown stays."""
    kind = kind_of(name)
    if kind is None or kind.form in _KEPT or b"\0" in content:
        return content
    return content.replace(b"\r\n", b"\n")
