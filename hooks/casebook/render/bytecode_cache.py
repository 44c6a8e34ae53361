"""A cache of compiled templates in memory: a preview recompiles only changed templates."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class BytecodeMemoryCache(BytecodeCache):
    """Caches the bytecode of each template with the checksum of its source."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Loads the cached bytecode of a template if its source is unchanged."""
        checksum, code = self._entries.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Caches the bytecode of a template, replacing that of its previous source."""
        assert bucket.code is not None, "Jinja calls this with code"
        self._entries[bucket.key] = (bucket.checksum, bucket.code)
