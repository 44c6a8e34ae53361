"""JSON Feed 1.1 (jsonfeed.org/version/1.1): a feed for programs that read no XML."""

from __future__ import annotations

import json

from casebook.outputs.feed import Feed, FeedItem

NAME = "feed.json"
"""Its name in the folder of what it is of."""


def json_feed(feed: Feed) -> bytes:
    """The bytes of a feed as JSON Feed."""
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.link(feed.folder),
        "feed_url": feed.link(f"{feed.folder}{NAME}"),
        **({"description": feed.description} if feed.description else {}),
        "language": "zh-CN",
        "authors": [{"name": feed.author}],
        "items": [_item(feed, entry) for entry in feed.entries],
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _item(feed: Feed, entry: FeedItem) -> dict[str, str]:
    return {
        "id": entry.id,
        "url": feed.link(entry.address),
        "title": entry.title,
        "content_text": entry.text,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
    }
