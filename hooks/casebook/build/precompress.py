"""Precompression: compressed copies of the text files of a site, for servers to send as they are.

`name.gz` and `name.br` are written beside a file `name`; the output is reproducible.
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

SMALLEST = 1024
"""Bytes; a smaller file fits into one packet uncompressed."""

_QUALITY = 9
"""11 takes some twenty times as long for a tenth fewer bytes of pages of 4 KB."""
_SMALLEST_WINDOW, _LARGEST_WINDOW = 16, 24


def precompress(folder: Path, routes: RouteTable, progress: Progress = no_progress) -> None:
    """Writes compressed copies of all text files above SMALLEST that get smaller."""
    files = sorted(
        path
        for path, address in files_in(folder)
        if (route := routes.of(address)) and is_text(route.media_type) and _is_large(path)
    )
    with ThreadPoolExecutor() as threads:  # both libraries release the GIL
        futures = [threads.submit(_compress, path) for path in files]
        for future in progress(futures, texts.COMPRESSING):
            future.result()


def _is_large(path: Path) -> bool:
    return path.stat().st_size > SMALLEST


def _compress(path: Path) -> None:
    content = path.read_bytes()
    for ending, compress in _FORMATS.items():
        found = compress(content)
        if len(found) < len(content):
            path.with_name(path.name + ending).write_bytes(found)


def gzipped(content: bytes) -> bytes:
    """The content as gzip, without a time stamp and a file name."""
    return gzip.compress(content, 9, mtime=0)


def brotlied(content: bytes) -> bytes:
    """The content as Brotli, with the smallest sufficient window: allocating it takes most time."""
    window = min(max(len(content).bit_length(), _SMALLEST_WINDOW), _LARGEST_WINDOW)
    compressed: bytes = brotli.compress(content, quality=_QUALITY, lgwin=window)
    return compressed


_FORMATS: dict[str, Callable[[bytes], bytes]] = {".gz": gzipped, ".br": brotlied}
