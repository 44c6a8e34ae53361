"""Build inputs: the digest of what all pages depend on, apart from their own content."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import casebook
from casebook.build.cache_key import CacheKeys, Digest, folders_key
from casebook.render.site_settings import SiteSettings

LIBRARIES = (
    *("jinja2", "markdown-it-py", "markupsafe", "mdit-py-cjk-friendly", "mkdocs-material", "nh3"),
    *("pydantic", "python-stdnum", "pyyaml", "segno"),
)
"""Libraries whose versions affect rendered pages (the theme for its icons) or the privacy scan."""


def inputs_key(configuration: str, settings: SiteSettings) -> Digest:
    """The digest of the templates, the program, its libraries and the configuration."""
    program = Path(casebook.__file__).parent
    return CacheKeys().of((
        folders_key((settings.templates[0], program)).hex(),
        configuration,
        (settings.repo_url, settings.edit_uri, settings.edit_uri_template),
        sys.version,
        [version(name) for name in LIBRARIES],
    ))  # fmt: skip
