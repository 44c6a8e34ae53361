"""The origin: what all pages of a site are made from, beside what each shows."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import casebook
from casebook.build.cache_key import CacheKeys, Digest, folders_key

LIBRARIES = (
    *("jinja2", "markdown-it-py", "markupsafe", "mdit-py-cjk-friendly", "mkdocs-material", "nh3"),
    *("pydantic", "python-stdnum", "pyyaml", "segno"),
)
"""Whose versions decide what a page looks like, and which numbers give somebody away; the theme
gives the icons."""


def inputs_key(templates: Path, configuration: Path, *others: object) -> Digest:
    """The digest of the templates, the program, its libraries, the configuration and `others`."""
    program = Path(casebook.__file__).parent
    return CacheKeys().of((
        folders_key((templates, program)).hex(),
        configuration.read_text(encoding="utf-8"),
        sys.version,
        [version(name) for name in LIBRARIES],
        others,
    ))  # fmt: skip
