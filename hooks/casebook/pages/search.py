"""The search page and its facets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from casebook.content.contents import Case, Offence, names_of
from casebook.content.files import SEARCH as SOURCE
from casebook.content.library import Library
from casebook.pages.page import HOME, SEARCH, SitePage
from casebook.pages.taxonomy import Taxonomy, Term
from casebook.places.gazetteer import Place
from casebook.texts import pages as texts

LONG = 40
"""More options than this are slow to render and hard to choose from; `filters.js` uses it too."""


@dataclass(frozen=True, slots=True)
class Option:
    """A term with cases to filter by; its key is a value in the query string of a search."""

    key: str
    names: tuple[str, ...]
    """Its title, then its other names in queries."""
    cases: tuple[Case, ...]
    children: tuple[Option, ...] = ()
    depth: int = 0
    """The number of options above it."""

    @property
    def count(self) -> int:
        """The number of its cases."""
        return len(self.cases)

    def walk(self) -> Iterator[Option]:
        """The option and all below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter; its name is a parameter in the query string of a search."""

    name: str
    title: str
    options: tuple[Option, ...]

    def walk(self) -> Iterator[Option]:
        """All options of all levels, depth first."""
        for option in self.options:
            yield from option.walk()

    @property
    def shown(self) -> tuple[Option, ...]:
        """The options rendered initially: of more than LONG, those of the first level only."""
        options = tuple(self.walk())
        return options if len(options) <= LONG else self.options


def facets(trees: Mapping[Taxonomy, Term]) -> tuple[Facet, ...]:
    """The facets of those taxonomies that have one, with the terms of their trees."""
    return tuple(
        Facet(one.facet, one.root.title, tuple(_options(root, one.facet_levels)))
        for one, root in trees.items()
        if one.facet
    )


def _options(term: Term, levels: int, depth: int = 0) -> Iterator[Option]:
    for child in term.children:
        if child.count:
            below = tuple(_options(child, levels, depth + 1)) if depth + 1 < levels else ()
            yield Option(_key(child), tuple(_names(child)), child.cases, below, depth)


def _key(term: Term) -> str:
    """The address below the taxonomy, its parts joined by hyphens: paid-posters, 2024-05."""
    return "-".join(term.address.split("/")[1:-1])


_LEVEL = re.compile(r"(?<=..)(省|市|地区|盟|(壮族|回族|维吾尔)?自治区|特别行政区|区|县)$")


def short_name(place: Place) -> str:
    """The common name of a place: without its level if at least two characters remain."""
    return _LEVEL.sub("", place.name)


def _names(term: Term) -> Iterator[str]:
    yield term.title
    if term.key.of is None:
        yield _key(term)  # a year or month in digits
    if isinstance(term.key.of, Offence):
        yield from names_of(term.key.of)[1:]
    if isinstance(term.key.of, Place) and (short := short_name(term.key.of)) != term.title:
        yield short


def search_pages(
    library: Library, found: tuple[Facet, ...], offences: Term, case_count: int
) -> Iterator[SitePage]:
    """The search page; none if its Markdown file, which is optional, is invalid."""
    content = library.search
    if SOURCE in library.broken:
        return
    yield SitePage(
        address=SEARCH.address,
        template="search.html",
        title=content.title if content else SEARCH.title,
        summary=(content.fields.summary if content else None) or texts.SEARCH_SUMMARY,
        breadcrumbs=(HOME,),
        content=content,
        body=content.document.body if content else "",
        view={"case_count": case_count, "facets": found, "offences": offences},
    )
