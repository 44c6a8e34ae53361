"""The feeds of a build: of the site, of provinces and cities, and of offence groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from casebook.outputs import atom, json_feed
from casebook.outputs.context import BuildContext, output_route
from casebook.outputs.feed import MAX_ITEMS, Feed, FeedItem, folders_of, item_of, midnight, xml_text
from casebook.pages.history import history
from casebook.pages.lists import has_feed
from casebook.pages.page import File
from casebook.pages.routes import Caching
from casebook.pages.site import Site
from casebook.texts import pages as texts

_NO_DATE = date(1970, 1, 1)
"""The date of the feeds of a site without bulletins, for a feed must have one."""

ROUTES = tuple(
    output_route(path, media_type, Caching.MINUTES, is_lasting=True)
    for name, media_type in (
        (atom.NAME, "application/atom+xml"),
        (json_feed.NAME, "application/feed+json"),
    )
    for path in (name, f"*/{name}")
)


def files(context: BuildContext) -> Iterator[File]:
    """All feeds: of the site, of all places and groups, and of redirected lists that had one."""
    items = _items(context.site)
    listed = [term for term in context.site.places.walk() if has_feed(term)]
    titles = {"": ""} | {term.address: term.title for term in (*listed, *context.site.offences)}
    for folder, title in titles.items():
        yield from _feed_files(context, folder, title, items.get(folder, ()))
    for folder, target in context.site.redirects:
        if folder + atom.NAME in context.library.ledger.lines:
            # The feed of an emptied list has only the items of its withdrawn cases.
            left = items.get(folder if folder.startswith(target) else target, ())
            yield from _feed_files(context, folder, titles.get(target, ""), left)


def _feed_files(
    context: BuildContext, folder: str, title: str, items: Sequence[FeedItem]
) -> Iterator[File]:
    site_config, bulletins = context.site_config, context.site.bulletins
    name = site_config.name or texts.CASES
    newest = bulletins[0].fields.published if bulletins else _NO_DATE
    feed = Feed(
        folder=folder,
        title=xml_text(texts.FEED.format(site=name, title=title) if title else name),
        description="" if folder else xml_text(site_config.description),
        author=xml_text(context.organisation.name or name),
        updated=max((item.updated for item in items), default=midnight(newest)),
        items=tuple(items),
        root=site_config.absolute(""),
    )
    yield f"{folder}{atom.NAME}", atom.atom(feed)
    yield f"{folder}{json_feed.NAME}", json_feed.json_feed(feed)


def _items(site: Site) -> dict[str, list[FeedItem]]:
    """The newest items of each feed that has any, by folder; without those of drafts."""
    found: dict[str, list[FeedItem]] = {}
    folders = cache(folders_of)  # many cases have the same places and groups
    cases = (case for case in (*site.cases, *site.withdrawn) if not case.is_draft)
    for event in history(cases, with_replaced=True):
        waiting = [
            items
            for folder in folders(event.case.places, event.case.offences)
            if len(items := found.setdefault(folder, [])) < MAX_ITEMS
        ]
        if waiting:
            item = item_of(event)
            for items in waiting:
                items.append(item)
    return found
