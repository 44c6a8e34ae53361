"""The outputs of an edition: all files beside the pages, each kind made by a module of its own."""

from __future__ import annotations

from pathlib import Path

from casebook.publish import api, feeds, hosts, llms, robots, search, sitemap, tables
from casebook.publish.edition import Edition, Output, write

OUTPUTS: dict[str, Output] = {
    "search": search.files,
    "api": api.files,
    "tables": tables.files,
    "feeds": feeds.files,
    "sitemap": sitemap.files,
    "robots": robots.files,
    "llms": llms.files,
    "hosts": hosts.files,
}
"""Who makes them, those first that take longest."""


def chosen(names: str | None) -> tuple[Output, ...]:
    """The outputs of these names, parted by commas: all without names, none for `no`."""
    if not names:
        return tuple(OUTPUTS.values())
    wanted = {name.strip() for name in names.split(",")}
    return tuple(output for name, output in OUTPUTS.items() if name in wanted)


def write_all(edition: Edition, folder: Path) -> None:
    """Writes every output into the folder of a site."""
    for output in OUTPUTS.values():
        write(output(edition), folder)
