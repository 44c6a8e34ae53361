"""Precompression: compressed copies of the texts of a site, so that no server compresses them.

Beside a file `name` are written `name.gz` and `name.br`. The same file gives the same bytes.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from casebook.build.manifest import files_in
from casebook.content.progress import Progress, no_progress
from casebook.pages.routes import RouteTable, is_text
from casebook.texts import commands as texts

LEAST = 1024
"""Bytes; a smaller file travels in one packet either way."""

_QUALITY = 9
"""11 takes some twenty times as long for a tenth fewer bytes: on pages of 4 KB nobody notices."""
_SMALLEST_WINDOW, _LARGEST_WINDOW = 16, 24


def precompress(folder: Path, routes: RouteTable, progress: Progress = no_progress) -> None:
    """Writes compressed copies of the texts of a finished site, wherever they are smaller."""
    files = sorted(
        path
        for path, address in files_in(folder)
        if (route := routes.of(address)) and is_text(route.media_type) and _is_large(path)
    )
    with ThreadPoolExecutor() as threads:  # both libraries let other threads run
        waiting = [threads.submit(_pack, path) for path in files]
        for copy in progress(waiting, texts.PACKING):
            copy.result()


def _is_large(path: Path) -> bool:
    return path.stat().st_size > LEAST


def _pack(path: Path) -> None:
    content = path.read_bytes()
    for ending, packed in _FORMATS.items():
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


_FORMATS: dict[str, Callable[[bytes], bytes]] = {".gz": gzipped, ".br": brotlied}
