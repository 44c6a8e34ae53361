"""Versions: folders named by what they hold, so that a cache may keep their files for ever."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256


def content_version(files: Mapping[str, bytes]) -> str:
    """Twelve hexadecimal digits that stand for the names and bytes of some files."""
    whole = sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{len(files[name])}\0".encode() + files[name])
    return whole.hexdigest()[:12]
