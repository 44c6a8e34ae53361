"""The page cache: rendered pages of earlier builds by cache key.

A key is the digest of everything that a page is rendered from (`cache_key`), so no entry is ever
stale. The folder may be deleted at any time.
"""

from __future__ import annotations

import json
import mmap
import os
import tempfile
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import BinaryIO

INDEX = "pages.json"
"""The file that maps cache keys to pages; replaced at the end of a build."""

PACK = ".pack"
"""The suffix of pack files: one for each worker, with its rendered pages one after another."""

MOST_PACKS = 40
"""Pack files beyond which the cache is emptied: old packs keep hardly any used page."""


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page in a pack file: its byte offset, its size in bytes, and its SHA-256 in hexadecimal."""

    pack: str
    start: int
    size: int
    sha256: str


@dataclass(slots=True)
class PageCache:
    """The pages cached in a folder; several processes may read and add concurrently.

    Of two concurrent builds the last to finish writes the index; missing pages are rendered again,
    as are all pages where the folder cannot be read or written.
    """

    folder: Path
    index: Mapping[str, CachedPage]
    """By cache key, in hexadecimal digits."""
    _open: dict[str, mmap.mmap | None] = field(default_factory=dict)
    _own: tuple[str, BinaryIO] | None = None

    @classmethod
    def at(cls, folder: Path) -> PageCache:
        """The cache in a folder; empty where there is no readable index."""
        try:
            found = json.loads((folder / INDEX).read_bytes())
            cached = {digest: CachedPage(*values) for digest, values in found.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            cached = {}
        is_full = len({one.pack for one in cached.values()}) > MOST_PACKS
        return cls(folder, {} if is_full else cached)

    def read(self, cached: CachedPage) -> bytes:
        """The bytes of a page, maybe truncated or damaged: the caller compares their SHA-256."""
        if cached.pack not in self._open:
            self._open[cached.pack] = self._mapped(cached.pack)
        pack = self._open[cached.pack]
        return b"" if pack is None else pack[cached.start : cached.start + cached.size]

    def add(self, content: bytes, sha256: str) -> CachedPage | None:
        """Appends a page to the pack file of this process; None if it cannot be written."""
        try:
            if self._own is None:
                self.folder.mkdir(parents=True, exist_ok=True)
                handle, path = tempfile.mkstemp(suffix=PACK, dir=self.folder)
                self._own = Path(path).name, os.fdopen(handle, "wb", buffering=0)
            pack, file = self._own
            start = file.tell()
            file.write(content)
        except OSError:
            return None
        return CachedPage(pack, start, len(content), sha256)

    def close(self, cached: Mapping[str, CachedPage]) -> None:
        """Writes the index of these pages, and deletes pack files without any of them."""
        values = {digest: astuple(one) for digest, one in cached.items()}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "w") as file:
                json.dump(values, file)
            Path(name).replace(self.folder / INDEX)
            used = {one.pack for one in cached.values()}
            for pack in self.folder.glob(f"*{PACK}"):
                if pack.name not in used:
                    pack.unlink(missing_ok=True)
        except OSError:
            return  # the next build renders everything again

    def _mapped(self, pack: str) -> mmap.mmap | None:
        try:
            with (self.folder / pack).open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):  # gone, or empty
            return None
