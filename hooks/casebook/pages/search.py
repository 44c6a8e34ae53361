"""The search page, and the facets by which it filters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from casebook.content.contents import Case, Offence, names_of
from casebook.content.files import SEARCH as SOURCE
from casebook.content.gazetteer import Place
from casebook.content.library import Library
from casebook.pages.page import HOME, SEARCH, SitePage
from casebook.pages.taxonomy import Taxonomy, Term
from casebook.texts import pages as texts

LONG = 40
"""Options beyond this are too many to choose from, and slow to draw; `filters.js` keeps to it."""


@dataclass(frozen=True, slots=True)
class Option:
    """A term to filter by, which has cases; its key stands in the address of a search."""

    key: str
    names: tuple[str, ...]
    """What it is called, then what else it answers to in a query."""
    cases: tuple[Case, ...]
    children: tuple[Option, ...] = ()
    depth: int = 0
    """How many options lie above it."""

    @property
    def count(self) -> int:
        """How many cases it has."""
        return len(self.cases)

    def walk(self) -> Iterator[Option]:
        """The option and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to filter; its name stands in the address of a search."""

    name: str
    title: str
    options: tuple[Option, ...]

    def walk(self) -> Iterator[Option]:
        """All options of all levels."""
        for option in self.options:
            yield from option.walk()

    @property
    def shown(self) -> tuple[Option, ...]:
        """The options to begin with: those of a long list of the first level only."""
        options = tuple(self.walk())
        return options if len(options) <= LONG else self.options


def facets(trees: Mapping[Taxonomy, Term]) -> tuple[Facet, ...]:
    """The facets of the taxonomies that have one, each over the terms of its root."""
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
    """The address below the taxonomy, as one word: paid-posters, 2024-05."""
    return "-".join(term.address.split("/")[1:-1])


_LEVEL = re.compile(r"(?<=..)(省|市|地区|盟|(壮族|回族|维吾尔)?自治区|特别行政区|区|县)$")


def short_name(place: Place) -> str:
    """What people call a place: its name without its level, where two characters are left."""
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
    """The page with the search form, unless its file is broken; an editor may also leave it out."""
    content = library.search
    if SOURCE in library.broken:
        return
    yield SitePage(
        address=SEARCH.address,
        template="search.html",
        title=content.title if content else SEARCH.title,
        summary=(content.fields.summary if content else None) or texts.SEARCH_SUMMARY,
        trail=(HOME,),
        content=content,
        body=content.document.body if content else "",
        view={"case_count": case_count, "facets": found, "offences": offences},
    )
