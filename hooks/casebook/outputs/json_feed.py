"""JSON Feed 1.1 (jsonfeed.org/version/1.1): a feed format for programs without XML."""

from __future__ import annotations

import json

from casebook.outputs.feed import Feed, FeedItem

NAME = "feed.json"
"""The file name of a feed in its folder."""


def json_feed(feed: Feed) -> bytes:
    """A feed as JSON Feed."""
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.link(feed.folder),
        "feed_url": feed.link(f"{feed.folder}{NAME}"),
        **({"description": feed.description} if feed.description else {}),
        "language": "zh-CN",
        "authors": [{"name": feed.author}],
        "items": [_item(feed, item) for item in feed.items],
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _item(feed: Feed, item: FeedItem) -> dict[str, str]:
    published = {"date_published": item.published.isoformat()} if item.published else {}
    return {
        "id": item.id,
        "url": feed.link(item.address),
        "title": item.title,
        "content_text": item.text,
        **published,
        "date_modified": item.updated.isoformat(),
    }
