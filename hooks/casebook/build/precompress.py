"""Packing: the texts of a site once more in fewer bytes, so that no server packs them each time.

Beside a file `name` stand `name.gz` and `name.br`, which a server sends to browsers that know how
to read them. The same file gives the same bytes.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from casebook.content.progress import Progress, no_progress
from casebook.texts import commands as texts

LEAST = 1024
"""Bytes; a smaller file travels in one packet either way."""
TEXTS = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".webmanifest"}
PACKED = (".gz", ".br")
"""How the names of packed files end."""

_QUALITY = 9
"""11 takes some twenty times as long for a tenth fewer bytes: on pages of 4 KB nobody notices."""
_SMALLEST_WINDOW, _LARGEST_WINDOW = 16, 24


def pack(folder: Path, progress: Progress = no_progress) -> None:
    """Writes the packed files of a finished site, wherever they are smaller."""
    files = sorted(path for path in folder.rglob("*") if _is_worth_it(path))
    with ThreadPoolExecutor() as threads:  # both libraries let other threads run
        waiting = [threads.submit(_pack, path) for path in files]
        for packing in progress(waiting, texts.PACKING):
            packing.result()


def _is_worth_it(path: Path) -> bool:
    return path.suffix in TEXTS and path.is_file() and path.stat().st_size > LEAST


def _pack(path: Path) -> None:
    content = path.read_bytes()
    for ending, packed in _WAYS.items():
        found = packed(content)
        if len(found) < len(content):
            path.with_name(path.name + ending).write_bytes(found)


def gzipped(content: bytes) -> bytes:
    """A text as gzip, without a time and a name in it."""
    return gzip.compress(content, 9, mtime=0)


def brotlied(content: bytes) -> bytes:
    """A text as Brotli, with a window no larger than needed: to prepare one takes most time."""
    window = min(max(len(content).bit_length(), _SMALLEST_WINDOW), _LARGEST_WINDOW)
    packed: bytes = brotli.compress(content, quality=_QUALITY, lgwin=window)
    return packed


_WAYS: dict[str, Callable[[bytes], bytes]] = {".gz": gzipped, ".br": brotlied}
