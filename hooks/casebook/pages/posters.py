"""Posters for notice boards: one per offence group, to be printed on A3 or A4 paper."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.content.contents import Offence
from casebook.content.library import Library
from casebook.pages.page import HOME, POSTERS, ColumnMeta, Passage, SitePage
from casebook.pages.sections import advice
from casebook.pages.share_picture import picture_of
from casebook.schema.term_keys import Key, offence_key
from casebook.texts import pages as texts

SIZES = ("A3", "A4")
"""The paper sizes; both have the same layout, as the sides of A3 are √2 times those of A4."""


def poster_keys(group: Offence) -> tuple[tuple[str, Key], ...]:
    """The paper sizes and keys of a group's posters; empty if the group's page has no advice."""
    if not advice(group.document.body):
        return ()
    return tuple(
        (
            size,
            Key(
                f"{POSTERS.address}{group.slug}/{size.lower()}/",
                texts.POSTER.format(title=group.title, size=size),
                of=group,
            ),
        )
        for size in SIZES
    )


def poster_pages(library: Library) -> Iterator[SitePage]:
    """The index page of all posters, then each poster."""
    posters = [(group, keys) for group in library.offences if (keys := poster_keys(group))]
    yield SitePage(
        address=POSTERS.address,
        template="posters.html",
        title=POSTERS.title,
        summary=texts.POSTERS_SUMMARY,
        breadcrumbs=(HOME,),
        column=ColumnMeta(texts.KNOWLEDGE_COLUMN),
        view={"posters": posters},
    )
    for group, keys in posters:
        for size, key in keys:
            yield _poster(library, group, key, size)


def _poster(library: Library, group: Offence, key: Key, size: str) -> SitePage:
    return SitePage(
        address=key.address,
        template="poster.html",
        title=key.title,
        summary=texts.POSTER_SUMMARY.format(title=group.title, size=size),
        breadcrumbs=(HOME, POSTERS),
        column=ColumnMeta(texts.KNOWLEDGE_COLUMN, group.fields.aliases),
        picture=picture_of(group, library.files),
        view={"offence": group, "offence_key": offence_key(group), "paper": size},
        shared=Passage(advice(group.document.body), group.uri),
    )
