"""Linked data (JSON-LD): the breadcrumbs and the article of a page in schema.org's vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from casebook.content.field_types import SourceKind
from casebook.content.model import BulletinFields
from casebook.pages.page import Article, SitePage

VOCABULARY = "https://schema.org"
LANGUAGE = "zh-CN"

Absolute = Callable[[str], str]
"""Makes an absolute URL of an address below the site."""


def linked_data(page: SitePage, absolute: Absolute, publisher: str | None) -> dict[str, Any] | None:
    """The breadcrumbs of a page and, for a text with a source, the article; None without both.

    `publisher` is the organisation behind the site, if one is named.
    """
    graph = []
    if page.breadcrumbs:
        graph.append(_breadcrumbs(page, absolute))
    if page.article is not None:
        graph.append(_news(page, page.article, absolute, publisher))
    return {"@context": VOCABULARY, "@graph": graph} if graph else None


def _breadcrumbs(page: SitePage, absolute: Absolute) -> dict[str, Any]:
    steps = [(key.title, key.address) for key in page.breadcrumbs] + [(page.title, page.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute(address)}
            for position, (name, address) in enumerate(steps, 1)
        ],
    }


def _news(
    page: SitePage, article: Article, absolute: Absolute, publisher: str | None
) -> dict[str, Any]:
    news: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.summary,
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "mainEntityOfPage": absolute(page.address),
        "image": [absolute(page.picture)],
    }
    if article.published is not None:
        news["datePublished"] = article.published.isoformat()
    if article.bulletin is not None:
        news["isBasedOn"] = _source(article.bulletin)
    if article.modified is not None:
        news["dateModified"] = article.modified.isoformat()
    if article.keywords:
        news["keywords"] = list(article.keywords)
    if publisher is not None:
        news["publisher"] = _organisation(publisher)
    return news


def _source(fields: BulletinFields) -> dict[str, Any]:
    """The text that an article is based on, and what that is based on itself.

    A report has no day: that of the bulletin is not the day of printing.
    """
    kind = fields.source_kind
    found: dict[str, Any] = {"@type": _TYPES[kind]}
    if fields.source_title is not None:
        found["headline"] = fields.source_title
    if (name := _publisher_of(fields)) is not None:
        found["publisher"] = _organisation(name)
    if kind is not SourceKind.REPORT:
        found["datePublished"] = fields.published.isoformat()
    if fields.source_url is not None:
        found["url"] = fields.source_url
    if kind is not SourceKind.BULLETIN:
        origin = fields.reposted_from or fields.publisher
        found["isBasedOn"] = {"@type": "CreativeWork", "publisher": _organisation(origin)}
    return found


UNNAMED = ("某", "一个", "一家")
"""How a description of a medium in place of its name begins."""


def _publisher_of(fields: BulletinFields) -> str | None:
    """Who published the text itself; None for a medium that is not named."""
    if fields.source_kind is SourceKind.BULLETIN:
        return fields.publisher
    medium = fields.medium
    return None if medium is None or medium.startswith(UNNAMED) else medium


_TYPES = {
    SourceKind.BULLETIN: "CreativeWork",
    SourceKind.REPORT: "NewsArticle",
    SourceKind.REPOST: "Article",
}


def _organisation(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}
