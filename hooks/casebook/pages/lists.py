"""List pages: of all cases, of bulletins, and of the roots and terms of the taxonomies."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

from casebook.content.contents import Bulletin, Case, Offence
from casebook.pages.laws import group_laws
from casebook.pages.page import BULLETINS, CASES, HOME, Article, ColumnMeta, SitePage
from casebook.pages.pagination import Pagination, list_page, paginate
from casebook.pages.posters import poster_keys
from casebook.pages.quiz import quiz_key
from casebook.pages.share_picture import picture_of
from casebook.pages.taxonomies import OFFENCES
from casebook.pages.taxonomy import Term
from casebook.places.gazetteer import Level, Place
from casebook.schema.source_text import source_text
from casebook.schema.term_keys import Key
from casebook.texts import pages as texts

CasesOf = Callable[[Bulletin], tuple[Case, ...]]


CHARGE = "charge"
"""The kind of the lists of charges, below those of the offence groups."""


def all_cases(cases: tuple[Case, ...], view: Mapping[str, Any]) -> Iterator[SitePage]:
    """The paginated list of all cases; `view` holds the values shown above it on page one."""
    for pagination in paginate(CASES.address, cases):
        yield list_page(
            *(pagination, texts.ALL_CASES, CASES, (HOME,)),
            template="cases.html",
            summary=texts.ALL_CASES_SUMMARY.format(count=len(cases)),
            column=ColumnMeta(texts.CASES_COLUMN),
            view={**view, "pagination": pagination},
        )


def all_bulletins(bulletins: tuple[Bulletin, ...], cases_of: CasesOf) -> Iterator[SitePage]:
    """The paginated list of all bulletins, newest first."""
    for pagination in paginate(BULLETINS.address, bulletins):
        yield list_page(
            *(pagination, texts.ALL_BULLETINS, BULLETINS, (HOME, CASES)),
            template="bulletins.html",
            summary=texts.ALL_BULLETINS_SUMMARY.format(count=len(bulletins)),
            column=ColumnMeta(texts.CASES_COLUMN),
            view={
                "pagination": pagination,
                "cases_of": {bulletin.id: cases_of(bulletin) for bulletin in pagination.items},
            },
        )


def bulletin_pages(bulletin: Bulletin, cases: tuple[Case, ...]) -> Iterator[SitePage]:
    """The pages of a bulletin: its lead on the first, its cases by number on all."""
    fields, source = bulletin.fields, source_text(bulletin.fields)
    key = Key(f"cases/{bulletin.id}/", bulletin.title)
    for pagination in paginate(key.address, cases):
        is_first = pagination.number == 1
        yield list_page(
            *(pagination, bulletin.title, key, (HOME, CASES)),
            template="bulletin.html",
            summary=texts.BULLETIN_SUMMARY.format(
                publisher=fields.publisher, expected=fields.expected
            ),
            content=bulletin if is_first else None,
            article=Article(fields.site_published, source.name, fields),
            body=bulletin.document.body if is_first else "",
            view={
                "bulletin": bulletin,
                "source": source,
                "pagination": pagination,
                "published": sum(not case.is_withdrawn for case in cases),
            },
        )


def root_page(root: Term, kind: str) -> SitePage:
    """The page with the terms of a taxonomy and no cases; `kind` is the taxonomy's."""
    return SitePage(
        address=root.address,
        template="terms.html",
        title=texts.ROOT.format(title=root.title),
        summary=texts.ROOT_SUMMARY.format(title=root.title, count=root.count),
        breadcrumbs=(HOME,),
        column=ColumnMeta(texts.CASES_COLUMN),
        view={"term": root, "kind": kind},
    )


def term_pages(root: Term, kind: str) -> Iterator[SitePage]:
    """The paginated case lists of every term below a root."""
    for term in root.walk():
        if term is not root:
            for pagination in paginate(term.address, term.cases):
                yield _list_page(term, pagination, kind)


def offence_pages(root: Term, files: Container[str]) -> Iterator[SitePage]:
    """The case lists of offence groups and charges; a group's first page is its hand-written one.

    `files` are the uris of all files of the site, to find the groups' share pictures.
    """
    for term in root.children:
        first, *further = paginate(term.address, term.cases)
        yield _offence_page(term, first, files)
        for pagination in further:
            yield _list_page(term, pagination, "offence")
        yield from term_pages(term, CHARGE)


def _offence_page(term: Term, pagination: Pagination[Case], files: Container[str]) -> SitePage:
    group = term.key.of
    assert isinstance(group, Offence)
    return SitePage(
        address=term.address,
        template="offence.html",
        title=group.title,
        summary=group.fields.summary,
        breadcrumbs=(HOME, OFFENCES),
        content=group,
        body=group.document.body,
        view={
            "term": term,
            "pagination": pagination,
            "offence": group,
            "laws": group_laws(group),
            "quiz_key": quiz_key(group),
            "posters": poster_keys(group),
        },
        column=ColumnMeta(texts.KNOWLEDGE_COLUMN, group.fields.aliases),
        picture=picture_of(group, files),
        feed=term.address,
    )


def _list_page(term: Term, pagination: Pagination[Case], kind: str) -> SitePage:
    title = texts.table("TERMS").get(kind, texts.TERM).format(title=term.title)
    return list_page(
        *(pagination, title, term.key, (HOME, *term.ancestors)),
        template="list.html",
        summary=texts.TERM_SUMMARY.format(title=title, count=term.count),
        column=ColumnMeta(texts.CASES_COLUMN, (term.title,)) if term.count else None,
        view={"term": term, "pagination": pagination, "kind": kind},
        feed=term.address if has_feed(term) else None,
    )


def has_feed(term: Term) -> bool:
    """Whether a term has a feed: provinces, cities and offence groups have one."""
    of = term.key.of
    return isinstance(of, Offence) or (isinstance(of, Place) and of.level is not Level.DISTRICT)
