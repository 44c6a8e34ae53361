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
    news = {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.summary,
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "mainEntityOfPage": absolute(page.address),
        "image": [absolute(page.picture)],
        "datePublished": article.published.isoformat() if article.published else None,
        "isBasedOn": _source(article.bulletin) if article.bulletin else None,
        "dateModified": article.modified.isoformat() if article.modified else None,
        "keywords": list(article.keywords) or None,
        "publisher": _organisation(publisher),
    }
    return _given(news)


def _given(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if value is not None}


def _source(fields: BulletinFields) -> dict[str, Any]:
    """The text that an article is based on, and what that is based on itself.

    A report has no day: that of the bulletin is not the day of printing.
    """
    kind = fields.source_kind
    origin = _organisation(fields.reposted_from or fields.publisher)
    is_own = kind is SourceKind.BULLETIN
    return _given(
        {
            "@type": _TYPES[kind],
            "headline": fields.source_title,
            "publisher": _organisation(_publisher_of(fields)),
            "datePublished": None if kind is SourceKind.REPORT else fields.published.isoformat(),
            "url": fields.source_url,
            "isBasedOn": None if is_own else {"@type": "CreativeWork", "publisher": origin},
        }
    )


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


def _organisation(name: str | None) -> dict[str, str] | None:
    return None if name is None else {"@type": "Organization", "name": name}
