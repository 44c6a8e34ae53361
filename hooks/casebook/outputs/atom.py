"""Atom (RFC 4287): the feed format that most feed readers support."""

from __future__ import annotations

from typing import Any

from casebook.outputs.feed import Feed, FeedItem

NAME = "feed.xml"
"""The file name of a feed in its folder."""


def atom(feed: Feed) -> bytes:
    """A feed as Atom XML; relative links are resolved from the feed's folder (RFC 4287, 2)."""
    from feedgen.feed import FeedGenerator

    made: Any = FeedGenerator()
    made.id(feed.id)
    made.title(feed.title)
    if feed.description:
        made.subtitle(feed.description)
    made.language("zh-CN")
    made.author(name=feed.author)
    made.updated(feed.updated)
    made.generator("")  # omits the element
    made.link(href=feed.link(feed.folder), rel="alternate", type="text/html")
    made.link(href=feed.link(f"{feed.folder}{NAME}"), rel="self", type="application/atom+xml")
    for item in feed.items:
        made.add_entry(_entry(feed, item), order="append")
    written: bytes = made.atom_str(pretty=True)
    return written


def _entry(feed: Feed, item: FeedItem) -> Any:
    from feedgen.entry import FeedEntry

    made: Any = FeedEntry()
    made.id(item.id)
    made.title(item.title)
    made.link(href=feed.link(item.address), rel="alternate", type="text/html")
    made.summary(item.text)
    if item.published is not None:
        made.published(item.published)
    made.updated(item.updated)
    return made
