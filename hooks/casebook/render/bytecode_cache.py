"""Compiled templates, kept while the process lives: a preview compiles only what changed."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class BytecodeMemoryCache(BytecodeCache):
    """Keeps the code of each template with the checksum of its text."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a template the code of the same text."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template in the place of that of its former text."""
        assert bucket.code is not None, "Jinja calls this with code"
        self._kept[bucket.key] = (bucket.checksum, bucket.code)
