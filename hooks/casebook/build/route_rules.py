"""Rules on addresses: one source for each, and none in the places of generated pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from casebook.content.contents import Content, Offence, Page
from casebook.content.files import CORRECTIONS, SEARCH
from casebook.content.library import Library
from casebook.content.problem import START, Problem
from casebook.pages.reserved import is_reserved
from casebook.pages.routes import Route, RouteKind, RouteTable
from casebook.texts import problems as texts


def routes_distinct(routes: RouteTable) -> Iterator[Problem]:
    """Every address has one source: no file is written by two."""
    for one, other in routes.collisions():
        written = next((route for route in (one, other) if _is_written(route)), one)
        yield Problem.of(
            "route-taken",
            written.source or "mkdocs.yml",
            START,
            "",
            found=one.address,
            source=_source(other),
            other=_source(one),
        )


def reserved_places_free(library: Library, shown: Callable[[Path], str]) -> Iterator[Problem]:
    """No file of docs/ is where only generated pages may be, whether or not there is one today."""
    for uri, path in library.files.items():
        if not uri.startswith("cases/") and is_reserved(uri):
            yield Problem.of("page-reserved", shown(path), found=uri)


def former_addresses_unreserved(content: Content) -> Iterator[Problem]:
    """A hand-written page never had the address of a generated page."""
    if not isinstance(content, Offence | Page):
        return
    for position, address in enumerate(content.fields.moved_from):
        uri = f"{address[:-1]}.md"
        if is_reserved(uri) or uri in (SEARCH, CORRECTIONS):
            location = ("moved_from", position)
            yield content.document.problem("former-reserved", location, found=address)


def _is_written(route: Route) -> bool:
    return bool(route.source) and route.kind is not RouteKind.OUTPUT


def _source(route: Route) -> str:
    """What makes a route, for people."""
    if route.kind is RouteKind.OUTPUT:
        return texts.GENERATED_FILE
    return route.source or texts.GENERATED_PAGE
