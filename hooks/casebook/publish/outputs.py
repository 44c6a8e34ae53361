"""The outputs of an edition: all files beside the pages, each kind made by a module of its own."""

from __future__ import annotations

from pathlib import Path

from casebook.publish import api, feeds, hosts, llms, robots, search, sitemap, tables
from casebook.publish.edition import Edition, Output, write

OUTPUTS: tuple[Output, ...] = (
    feeds.files,
    sitemap.files,
    robots.files,
    llms.files,
    hosts.files,
    api.files,
    tables.files,
    search.files,
)
"""Who makes them, in this order; the search manifest, which a preview waits for, comes last."""


def write_all(edition: Edition, folder: Path) -> None:
    """Writes every output into the folder of a finished site."""
    for output in OUTPUTS:
        write(output(edition), folder)
