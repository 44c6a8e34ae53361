"""Rules on picture files: a reader's browser can show them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from casebook.checks.personal.pictures import is_picture
from casebook.checks.privacy import shown_roots
from casebook.content.library import Library
from casebook.content.problem import Problem

MOST_PIXELS = 50_000_000
"""A telephone's largest photograph; a browser needs four bytes of memory for each of them."""


def pictures_open(library: Library, today: date) -> Iterator[Problem]:
    """A picture's file is whole, and small enough to be opened."""
    roots = shown_roots(library)
    for uri, path in library.files.items():
        if is_picture(uri) and (code := _flaw(path)):
            yield Problem.of(code, roots["cases/" if uri.startswith("cases/") else ""] + uri)


def _flaw(path: Path) -> str:
    """The code of what keeps a picture from being shown; nothing where it can be."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                if image.width * image.height > MOST_PIXELS:
                    return "image-large"
                # A PNG has check sums, which are quickly compared; others must be unpacked.
                image.verify() if image.format == "PNG" else image.load()
    except Image.DecompressionBombError:
        return "image-large"
    except Exception:  # Pillow raises whatever a broken file leads it to
        return "image-broken"
    return ""


OF_LIBRARY = (pictures_open,)
