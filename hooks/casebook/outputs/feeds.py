"""The feeds of an edition: of the site, of provinces and cities, and of offence groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from casebook.outputs import atom, json_feed
from casebook.outputs.context import BuildContext, output_route
from casebook.outputs.feed import MOST, Feed, FeedItem, folders_of, item_of, midnight, xml_text
from casebook.pages.history import history
from casebook.pages.lists import has_feed
from casebook.pages.page import File
from casebook.pages.routes import Caching
from casebook.pages.site import Site
from casebook.texts import pages as texts

_LONG_AGO = date(1970, 1, 1)
"""When the feeds of a site without any bulletin last changed, for a feed must name a day."""

ROUTES = tuple(
    output_route(path, media_type, Caching.MINUTES, is_lasting=True)
    for name, media_type in (
        (atom.NAME, "application/atom+xml"),
        (json_feed.NAME, "application/feed+json"),
    )
    for path in (name, f"*/{name}")
)


def files(context: BuildContext) -> Iterator[File]:
    """All feeds, those of places and groups without cases among them, and of lists that left."""
    entries = _entries(context.site)
    listed = [term for term in context.site.places.walk() if has_feed(term)]
    titles = {"": ""} | {term.address: term.title for term in (*listed, *context.site.offences)}
    for folder, title in titles.items():
        yield from _written(context, folder, title, entries.get(folder, ()))
    for folder, target in context.site.redirects:
        if folder + atom.NAME in context.library.ledger.lines:
            # Of a list that left, the feed is empty but for cases of it that were withdrawn.
            told = entries.get(folder if folder.startswith(target) else target, ())
            yield from _written(context, folder, titles.get(target, ""), told)


def _written(
    context: BuildContext, folder: str, title: str, entries: Sequence[FeedItem]
) -> Iterator[File]:
    site_config, bulletins = context.site_config, context.site.bulletins
    name = site_config.name or texts.CASES
    newest = bulletins[0].fields.published if bulletins else _LONG_AGO
    feed = Feed(
        folder=folder,
        title=xml_text(texts.FEED.format(site=name, title=title) if title else name),
        description="" if folder else xml_text(site_config.description),
        author=xml_text(context.organisation.name or name),
        updated=max((entry.updated for entry in entries), default=midnight(newest)),
        entries=tuple(entries),
        root=site_config.absolute(""),
    )
    yield f"{folder}{atom.NAME}", atom.atom(feed)
    yield f"{folder}{json_feed.NAME}", json_feed.json_feed(feed)


def _entries(site: Site) -> dict[str, list[FeedItem]]:
    """The newest entries of each feed that has any, by its folder; drafts of a preview in none."""
    found: dict[str, list[FeedItem]] = {}
    folders = cache(folders_of)  # many cases have the same places and groups
    cases = (case for case in (*site.cases, *site.withdrawn) if not case.is_draft)
    for event in history(cases, with_replaced=True):
        waiting = [
            entries
            for folder in folders(event.case.places, event.case.offences)
            if len(entries := found.setdefault(folder, [])) < MOST
        ]
        if waiting:
            entry = item_of(event)
            for entries in waiting:
                entries.append(entry)
    return found
