"""The site: all pages of a library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casebook.content.contents import Bulletin, Case, Page
from casebook.content.library import Library
from casebook.pages import lists
from casebook.pages.cases import CasePages
from casebook.pages.corrections import corrections_pages
from casebook.pages.data import SOURCE as DATA
from casebook.pages.data import data_view
from casebook.pages.page import (
    CASES,
    EVENTS,
    HOME,
    STATISTICS,
    TIPS,
    VERIFY,
    Article,
    ColumnMeta,
    LazyView,
    SitePage,
    address_of,
)
from casebook.pages.pagination import PER_PAGE
from casebook.pages.posters import poster_pages
from casebook.pages.quiz import quiz_pages
from casebook.pages.redirects import emptied_lists, redirect_pages, redirect_targets
from casebook.pages.search import Facet, facets, search_pages
from casebook.pages.site_map import site_map
from casebook.pages.statistics import cities, statistics_page
from casebook.pages.taxonomies import TAXONOMIES
from casebook.pages.taxonomy import Taxonomy, Term
from casebook.texts import pages as texts

NEWEST = 4
"""Bulletins shown on the home page and above the list of all cases."""


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of a library, with the data that outputs are made from."""

    pages: tuple[SitePage, ...]
    cases: tuple[Case, ...]
    """The listed cases: neither withdrawn nor, unless requested, drafts."""
    withdrawn: tuple[Case, ...]
    """The withdrawn cases."""
    redirects: tuple[tuple[str, str], ...]
    """Old addresses of pages, each with the current one."""
    bulletins: tuple[Bulletin, ...]
    """The published bulletins, newest first."""
    places: Term
    """All places: provinces with every city, and districts that have cases."""
    cities: tuple[Term, ...]
    """The cities, municipalities among them, that have cases."""
    offences: tuple[Term, ...]
    """All offence groups."""
    facets: tuple[Facet, ...]
    """The filters of the search."""

    @property
    def empty_columns(self) -> frozenset[str]:
        """The addresses of columns without content, which nothing links to."""
        return frozenset() if self.cases else frozenset(_OF_CASES)


_OF_CASES = (
    CASES.address,
    *(taxonomy.root.address for taxonomy in TAXONOMIES if not taxonomy.is_written),
    STATISTICS.address,
)
"""The addresses of the columns that consist of lists of cases."""


def plan_site(library: Library, with_drafts: bool = False) -> Site:
    """The site of a library; with its drafts if requested, as by `serve`."""
    hidden = frozenset() if with_drafts else library.drafts
    shown = tuple(case for case in library.cases if case.uri not in hidden)
    bulletins = tuple(one for one in library.bulletins if one.uri not in hidden)
    cases = tuple(case for case in shown if not case.is_withdrawn)
    case_pages = CasePages(library, shown)
    trees = {taxonomy: taxonomy.tree(library, cases) for taxonomy in TAXONOMIES}
    roots = {taxonomy.kind: root for taxonomy, root in trees.items()}
    places, offences, dates, stages = map(roots.__getitem__, ("place", "offence", "date", "stage"))
    searched = facets(trees)
    newest = {
        "bulletins": bulletins[:NEWEST],
        "cases_of": {bulletin.id: case_pages.of(bulletin) for bulletin in bulletins[:NEWEST]},
    }
    home = {
        **newest,
        "case_count": len(cases),
        "bulletin_count": len(bulletins),
        "city_count": sum(1 for _ in cities(places)),
        "places": places,
        "offences": offences,
        "dates": dates,
        "has_tips": any(page.uri == TIPS for page in library.pages),
    }
    own: dict[str, tuple[str, MakeView]] = {
        DATA: ("data.html", lambda: data_view(cities(places), offences.children)),
        VERIFY: ("verify.html", dict),
    }
    written = tuple(
        _hand_written(page, *own.get(page.uri, _PLAIN))
        for page in library.pages
        if not _is_home(page)
    )
    pages = (
        *(_home(page, home) for page in library.pages if _is_home(page)),
        *written,
        *(case_pages.page(case) for case in shown),
        *(page for one in bulletins for page in lists.bulletin_pages(one, case_pages.of(one))),
        *lists.all_bulletins(bulletins, case_pages.of),
        *lists.all_cases(cases, newest),
        *(lists.root_page(root, taxonomy.kind) for taxonomy, root in trees.items()),
        *(
            page
            for taxonomy, root in trees.items()
            for page in (
                lists.offence_pages(root, library.files)
                if taxonomy.is_written
                else lists.term_pages(root, taxonomy.kind)
            )
        ),
        statistics_page(cases, places, offences, dates, stages),
        *quiz_pages(library),
        *poster_pages(library),
        *search_pages(library, searched, offences, len(cases)),
        *corrections_pages(library, shown),
        site_map(_site_map_order(trees), bulletins[:PER_PAGE], written),
    )
    titles = {page.address: page.title for page in pages}
    redirects = redirect_targets(library, hidden)
    redirects |= emptied_lists(library.ledger.lines, titles, redirects)
    return Site(
        pages=(*pages, *redirect_pages(redirects, titles)),
        redirects=tuple(redirects.items()),
        cases=cases,
        withdrawn=tuple(case for case in shown if case.is_withdrawn and case.fields.withdrawn),
        bulletins=bulletins,
        places=places,
        cities=tuple(cities(places)),
        offences=offences.children,
        facets=searched,
    )


def _site_map_order(trees: Mapping[Taxonomy, Term]) -> list[Term]:
    """The root terms that have cases, those of hand-written pages first, with or without cases."""
    roots = [trees[one] for one in sorted(trees, key=lambda one: not one.is_written)]
    written = {taxonomy.root.address for taxonomy in trees if taxonomy.is_written}
    return [root for root in roots if root.count or root.address in written]


def _is_home(page: Page) -> bool:
    return page.uri == "index.md"


def _home(page: Page, view: dict[str, object]) -> SitePage:
    return SitePage(
        address=HOME.address,
        template="home.html",
        title=page.title,
        summary=page.fields.summary or "",
        content=page,
        body=page.document.body,
        view=view,
    )


MakeView = Callable[[], Mapping[str, object]]
_PLAIN: tuple[str, MakeView] = ("page.html", dict)
"""The default template of hand-written pages, and its values."""


def _hand_written(page: Page, template: str, make_view: MakeView) -> SitePage:
    address = address_of(page.uri)
    is_event = address.startswith(EVENTS.address) and address != EVENTS.address
    return SitePage(
        address=address,
        template=template,
        title=page.title,
        summary=page.fields.summary or "",
        breadcrumbs=(HOME, EVENTS) if is_event else (HOME,),
        content=page,
        body=page.document.body,
        view=LazyView(lambda: {"page_fields": page.fields, **make_view()}),
        article=_article(page),
        column=ColumnMeta(_column_type(page)),
    )


def _column_type(page: Page) -> str:
    if page.uri.startswith(EVENTS.address):
        return texts.EVENTS
    return texts.KNOWLEDGE_COLUMN if page.uri == TIPS else texts.SITE_COLUMN


def _article(page: Page) -> Article | None:
    """The article data of a page with a source; None for the site's own pages."""
    fields = page.fields
    return None if fields.source is None else Article(fields.site_published, fields.source)
