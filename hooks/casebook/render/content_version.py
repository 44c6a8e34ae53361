"""Content versions: hashes that name folders, so that their files may be cached for ever."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256


def content_version(files: Mapping[str, bytes]) -> str:
    """The first twelve hexadecimal digits of a SHA-256 over the names and bytes of files."""
    whole = sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{len(files[name])}\0".encode() + files[name])
    return whole.hexdigest()[:12]
