"""Linked data (JSON-LD): the breadcrumbs and the article of a page in schema.org's vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
        "datePublished": article.published.isoformat(),
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "mainEntityOfPage": absolute(page.address),
        "image": [absolute(page.picture)],
    }
    if article.organisation is not None:
        news["sourceOrganization"] = {"@type": "Organization", "name": article.organisation}
    if article.modified is not None:
        news["dateModified"] = article.modified.isoformat()
    if article.keywords:
        news["keywords"] = list(article.keywords)
    if publisher is not None:
        news["publisher"] = {"@type": "Organization", "name": publisher}
    return news
