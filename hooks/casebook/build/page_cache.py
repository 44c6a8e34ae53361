"""The store: printed pages that are kept for the next build, named by all that went into them.

A page is kept under the digest of everything it was printed from, so nothing here is ever out of
date: what changed has another name. The folder may be deleted at any time.
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
"""Where each page lies; replaced whole, when all pages of a build are written."""

PACK = ".pack"
"""How the names of files of pages end: one for each process that printed, page after page."""

MOST_PACKS = 40
"""Packs of which hardly a page is used any more add up; beyond this all begins anew."""


@dataclass(frozen=True, slots=True)
class CachedPage:
    """Where a page lies, and the fingerprint of what it holds."""

    pack: str
    start: int
    size: int
    sha256: str


@dataclass(slots=True)
class PageCache:
    """The pages kept in a folder; several processes may read and add at once.

    Two builds at once harm nothing: who is done last says what is kept, and what is missing is
    printed again. So is everything where the folder cannot be read or written.
    """

    folder: Path
    known: Mapping[str, CachedPage]
    """By digest, in hexadecimal digits."""
    _open: dict[str, mmap.mmap | None] = field(default_factory=dict)
    _own: tuple[str, BinaryIO] | None = None

    @classmethod
    def at(cls, folder: Path) -> PageCache:
        """The store of a folder; an empty one where there is none that can be read."""
        try:
            found = json.loads((folder / INDEX).read_bytes())
            kept = {digest: CachedPage(*values) for digest, values in found.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            kept = {}
        is_full = len({one.pack for one in kept.values()}) > MOST_PACKS
        return cls(folder, {} if is_full else kept)

    def read(self, kept: CachedPage) -> bytes:
        """What was kept, or what is left of it: whoever reads compares the fingerprint."""
        if kept.pack not in self._open:
            self._open[kept.pack] = self._mapped(kept.pack)
        pack = self._open[kept.pack]
        return b"" if pack is None else pack[kept.start : kept.start + kept.size]

    def add(self, content: bytes, sha256: str) -> CachedPage | None:
        """Keeps a page in the pack of this process; None where that cannot be."""
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

    def close(self, kept: Mapping[str, CachedPage]) -> None:
        """Says that these pages are all that is kept, and sweeps away the packs of others."""
        values = {digest: astuple(one) for digest, one in kept.items()}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "w") as file:
                json.dump(values, file)
            Path(name).replace(self.folder / INDEX)
            used = {one.pack for one in kept.values()}
            for pack in self.folder.glob(f"*{PACK}"):
                if pack.name not in used:
                    pack.unlink(missing_ok=True)
        except OSError:
            return  # the next build prints everything again

    def _mapped(self, pack: str) -> mmap.mmap | None:
        try:
            with (self.folder / pack).open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):  # gone, or empty
            return None
