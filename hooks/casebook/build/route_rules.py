"""Rules on addresses: one source for each, and none reserved for generated pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from casebook.content.contents import Content, Offence, Page
from casebook.content.files import CORRECTIONS, SEARCH
from casebook.content.library import Library
from casebook.content.problem import START, Problem
from casebook.pages.reserved import is_reserved
from casebook.pages.routes import Route, RouteKind, RouteTable
from casebook.texts.problems import GENERATED_FILE, GENERATED_PAGE


def routes_distinct(routes: RouteTable) -> Iterator[Problem]:
    """Every address has exactly one source."""
    for one, other in routes.collisions():
        source = next((route for route in (one, other) if _is_hand_written(route)), one)
        yield Problem.of(
            "route-taken",
            source.source or "mkdocs.yml",
            START,
            "",
            found=one.address,
            source=_source(other),
            other=_source(one),
        )


def reserved_places_free(library: Library, shown: Callable[[Path], str]) -> Iterator[Problem]:
    """No file of docs/ has an address reserved for generated pages, used or not."""
    for uri, path in library.files.items():
        if not uri.startswith("cases/") and is_reserved(uri):
            yield Problem.of("page-reserved", shown(path), found=uri)


def aliases_unreserved(content: Content) -> Iterator[Problem]:
    """No alias of a hand-written page is an address reserved for generated pages."""
    if not isinstance(content, Offence | Page):
        return
    for position, address in enumerate(content.fields.moved_from):
        uri = f"{address[:-1]}.md"
        if is_reserved(uri) or uri in (SEARCH, CORRECTIONS):
            location = ("moved_from", position)
            yield content.document.problem("former-reserved", location, found=address)


def _is_hand_written(route: Route) -> bool:
    return bool(route.source) and route.kind is not RouteKind.OUTPUT


def _source(route: Route) -> str:
    """The source of a route, for a message."""
    if route.kind is RouteKind.OUTPUT:
        return GENERATED_FILE
    return route.source or GENERATED_PAGE
