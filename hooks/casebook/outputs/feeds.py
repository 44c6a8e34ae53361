"""The feeds of an edition: of the site, of provinces and cities, and of offence groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from casebook.outputs import atom, json_feed
from casebook.outputs.context import Edition
from casebook.outputs.feed import MOST, Entry, Feed, entry_of, folders_of, midnight, sayable
from casebook.pages.history import history
from casebook.pages.lists import has_feed
from casebook.pages.page import File
from casebook.pages.site import Site
from casebook.texts import pages as texts

_LONG_AGO = date(1970, 1, 1)
"""When the feeds of a site without any bulletin last changed, for a feed must name a day."""


def files(edition: Edition) -> Iterator[File]:
    """All feeds, those of places and groups without cases among them, and of lists that left."""
    entries = _entries(edition.site)
    listed = [term for term in edition.site.places.walk() if has_feed(term)]
    titles = {"": ""} | {term.address: term.title for term in (*listed, *edition.site.offences)}
    for folder, title in titles.items():
        yield from _written(edition, folder, title, entries.get(folder, ()))
    for folder, target in edition.site.moved:
        if folder + atom.NAME in edition.library.ledger.lines:
            # Of a list that left, the feed is empty but for cases of it that were withdrawn.
            told = entries.get(folder if folder.startswith(target) else target, ())
            yield from _written(edition, folder, titles.get(target, ""), told)


def _written(edition: Edition, folder: str, title: str, entries: Sequence[Entry]) -> Iterator[File]:
    masthead, bulletins = edition.masthead, edition.site.bulletins
    name = masthead.name or texts.CASES
    newest = bulletins[0].fields.published if bulletins else _LONG_AGO
    feed = Feed(
        folder=folder,
        title=sayable(texts.FEED.format(site=name, title=title) if title else name),
        description="" if folder else sayable(masthead.description),
        author=sayable(edition.organisation.name or name),
        updated=max((entry.updated for entry in entries), default=midnight(newest)),
        entries=tuple(entries),
        root=masthead.absolute(""),
    )
    yield f"{folder}{atom.NAME}", atom.atom(feed)
    yield f"{folder}{json_feed.NAME}", json_feed.json_feed(feed)


def _entries(site: Site) -> dict[str, list[Entry]]:
    """The newest entries of each feed that has any, by its folder; drafts of a preview in none."""
    found: dict[str, list[Entry]] = {}
    folders = cache(folders_of)  # many cases have the same places and groups
    cases = (case for case in (*site.cases, *site.withdrawn) if not case.is_draft)
    for event in history(cases, with_replaced=True):
        waiting = [
            entries
            for folder in folders(event.case.places, event.case.offences)
            if len(entries := found.setdefault(folder, [])) < MOST
        ]
        if waiting:
            entry = entry_of(event)
            for entries in waiting:
                entries.append(entry)
    return found
