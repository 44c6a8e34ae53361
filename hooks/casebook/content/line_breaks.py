"""Line breaks: texts are published with LF, regardless of how they were checked out."""

from __future__ import annotations

from casebook.content.media.kinds import kind_of

_KEPT = {"picture", "calendar"}
"""Binary files, and calendars, whose standard requires CRLF (RFC 5545)."""


def with_unix_line_breaks(name: str, content: bytes) -> bytes:
    """The content of a file, CRLF replaced by LF in known text formats, others unchanged."""
    kind = kind_of(name)
    if kind is None or kind.form in _KEPT or b"\0" in content:
        return content
    return content.replace(b"\r\n", b"\n")
