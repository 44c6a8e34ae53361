"""Rules on addresses: one source for each, and none reserved for generated pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from casebook.content.contents import Content, Offence, Page
from casebook.content.files import CORRECTIONS, SEARCH
from casebook.content.library import Library
from casebook.content.problem import START, Problem
from casebook.pages.reserved import is_reserved
from casebook.pages.routes import Route, RouteKind, RouteTable
from casebook.texts import problems as texts

ALIAS_CODES = frozenset(
    {"alias-taken", "alias-repeated", "former-taken", "former-repeated", "former-reserved"}
)
"""The codes of other rules on aliases."""


def routes_distinct(routes: RouteTable, found: Iterable[Problem] = ()) -> Iterator[Problem]:
    """Every address has exactly one source.

    A redirect at a taken address, and a file in a reserved place, are not reported a second time
    where `found` or `reserved_places_free` reports them.
    """
    is_known = any(problem.code in ALIAS_CODES for problem in found)
    for one, other in routes.collisions():
        if is_known and RouteKind.REDIRECT in (one.kind, other.kind):
            continue
        if any(is_reserved(route.source.removeprefix("docs/")) for route in (one, other)):
            continue
        written = [route.source for route in (one, other) if _is_hand_written(route)]
        yield Problem.of(
            "route-taken",
            written[0] if written else "mkdocs.yml",
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
            yield content.problem("former-reserved", location, found=address)


def _is_hand_written(route: Route) -> bool:
    return bool(route.source) and route.kind is not RouteKind.OUTPUT


def _source(route: Route) -> str:
    """The source of a route, for a message."""
    if route.kind is RouteKind.OUTPUT:
        return texts.GENERATED_FILE
    return route.source or texts.GENERATED_PAGE
