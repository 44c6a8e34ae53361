"""The route plan: the table of all routes of a site, planned before any file is written."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from pathlib import Path

from casebook.build.manifest import ADDRESS as MANIFEST
from casebook.content.media.kinds import kind_of
from casebook.outputs.context import Output
from casebook.pages.page import NOT_FOUND_PAGE, SitePage
from casebook.pages.routes import Caching, Route, RouteKind, RouteTable
from casebook.pages.site import Site
from casebook.pages.text_links import linked_files
from casebook.render import assets

COMPRESSED_ENDINGS = (".gz", ".br")
"""The endings of precompressed copies."""

HTML = "text/html"
UNKNOWN = "application/octet-stream"

FIXED = (
    Route(NOT_FOUND_PAGE, RouteKind.PAGE, NOT_FOUND_PAGE, HTML),
    Route(MANIFEST, RouteKind.OUTPUT, MANIFEST, "application/json", exempt="written last"),
    *assets.ROUTES,
    Route("assets/share/*", RouteKind.COPY, "docs/assets/share/", "image/png", Caching.DAY),
    *(
        Route(f"*{ending}", RouteKind.COPY, ending, UNKNOWN, exempt="a compressed copy")
        for ending in COMPRESSED_ENDINGS
    ),
)
"""The routes of every site, whatever it contains."""

ANY_PAGE = (
    Route("page/*/index.html", RouteKind.PAGE, "", HTML),
    Route("*/page/*/index.html", RouteKind.PAGE, "", HTML),
    Route("*index.html", RouteKind.PAGE, "", HTML, is_lasting=True),
)
"""The routes of the pages of any finished site, without its plan."""


def plan_routes(
    site: Site,
    files: Mapping[str, Path],
    outputs: Iterable[Output],
    shown: Callable[[Path], str] = str,
) -> RouteTable:
    """The routes of a site: its pages and redirects, the source files it copies, its outputs.

    `files` are the source files by uri; `shown` gives their paths in problems.
    """
    redirects = {alias for alias, _ in site.redirects}
    return RouteTable(
        (
            *(_of_page(page, redirects) for page in site.pages),
            *(_of_copy(uri, shown(path)) for uri, path in sorted(copies(site, files).items())),
            *(route for output in outputs for route in output.routes.routes),
            *FIXED,
        )
    )


def finished_routes(outputs: Iterable[Output]) -> RouteTable:
    """The routes that classify the files of any finished site, without its plan."""
    return RouteTable(
        (*(one for output in outputs for one in output.routes.routes), *FIXED, *ANY_PAGE)
    )


def copies(site: Site, files: Mapping[str, Path]) -> dict[str, Path]:
    """The source files that are copied: those of docs/, and pictures that cases show or link to."""
    linked = linked_files(site.pages)
    return {
        uri: path
        for uri, path in files.items()
        if not uri.endswith(".md")
        and not assets.is_asset(uri)
        and (not uri.startswith("cases/") or uri in linked)
    }


def _of_page(page: SitePage, redirects: Container[str]) -> Route:
    kind = RouteKind.REDIRECT if page.address in redirects else RouteKind.PAGE
    source = page.content.document.path if page.content else ""
    return Route(page.file, kind, source, HTML, is_lasting=page.is_lasting)


def _of_copy(uri: str, source: str) -> Route:
    kind = kind_of(uri)
    return Route(uri, RouteKind.COPY, source, kind.media_type if kind else UNKNOWN)
