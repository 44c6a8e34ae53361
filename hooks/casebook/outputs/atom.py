"""Atom (RFC 4287): a feed as most programs of readers fetch it."""

from __future__ import annotations

from typing import Any

from casebook.outputs.feed import Feed, FeedItem

NAME = "feed.xml"
"""Its name in the folder of what it is of."""


def atom(feed: Feed) -> bytes:
    """The bytes of a feed as Atom; relative links begin at the feed's own folder (RFC 4287, 2)."""
    from feedgen.feed import FeedGenerator

    made: Any = FeedGenerator()
    made.id(feed.id)
    made.title(feed.title)
    if feed.description:
        made.subtitle(feed.description)
    made.language("zh-CN")
    made.author(name=feed.author)
    made.updated(feed.updated)
    made.generator("")  # an empty one is left out
    made.link(href=feed.link(feed.folder), rel="alternate", type="text/html")
    made.link(href=feed.link(f"{feed.folder}{NAME}"), rel="self", type="application/atom+xml")
    for entry in feed.entries:
        made.add_entry(_entry(feed, entry), order="append")
    written: bytes = made.atom_str(pretty=True)
    return written


def _entry(feed: Feed, entry: FeedItem) -> Any:
    from feedgen.entry import FeedEntry

    made: Any = FeedEntry()
    made.id(entry.id)
    made.title(entry.title)
    made.link(href=feed.link(entry.address), rel="alternate", type="text/html")
    made.summary(entry.text)
    made.published(entry.published)
    made.updated(entry.updated)
    return made
