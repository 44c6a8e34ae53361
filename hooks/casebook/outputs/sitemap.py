"""The sitemap for search engines (sitemaps.org): every indexed page, with its date of change.

A sitemap contains absolute URLs only, so a site without a configured URL has none. Dates of change
come from the content, never from file times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import quote
from xml.sax.saxutils import escape

from casebook.content.contents import Bulletin, Case, Page
from casebook.content.library import Library
from casebook.outputs.context import BuildContext, output_route
from casebook.pages.page import File, SitePage
from casebook.pages.routes import Caching

ADDRESS = "sitemap.xml"
"""The address of the sitemap, or of the index of its parts."""

MAX_URLS = 50_000
"""The URLs that one file may contain (sitemaps.org)."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

_Url = tuple[str, date | None]
"""An absolute percent-encoded URL, and the date its page changed, if known."""

ROUTES = (
    output_route(ADDRESS, "application/xml", Caching.MINUTES),
    output_route("sitemap-*.xml", "application/xml", Caching.MINUTES),
)


def files(context: BuildContext, max_urls: int = MAX_URLS) -> Iterator[File]:
    """The sitemap; of more than `max_urls` pages, its parts and an index of them."""
    root = context.site_config.absolute("")
    if root is None:
        return
    changes = _Changes(context.site.pages, context.library)
    urls = [
        (root + quote(page.address), changes.of(page))
        for page in context.site.pages
        if is_indexed(page)
    ]
    if len(urls) <= max_urls:
        yield ADDRESS, _text("urlset", "url", urls)
        return
    parts: list[_Url] = []
    for number, start in enumerate(range(0, len(urls), max_urls), 1):
        part, address = urls[start : start + max_urls], f"sitemap-{number}.xml"
        yield address, _text("urlset", "url", part)
        parts.append((root + address, _latest(day for _, day in part)))
    yield ADDRESS, _text("sitemapindex", "sitemap", parts)


def is_indexed(page: SitePage) -> bool:
    """Whether search engines may index a page: not withdrawn cases or redirects."""
    return page.canonical is None and page.template != "withdrawn.html"


class _Changes:
    """The dates of change of pages; a list, which shows its count, changes with its cases."""

    def __init__(self, pages: Iterable[SitePage], library: Library) -> None:
        self._cases_of = library.cases_of
        self._days: dict[Case, date] = {
            page.content: day
            for page in pages
            if isinstance(page.content, Case) and (day := _day_of(page))
        }
        self._lists: dict[str, date | None] = {}

    def of(self, page: SitePage) -> date | None:
        """The date a page changed; None if its content has no date."""
        view = page.view
        if isinstance(page.content, Case):
            return self._days.get(page.content)
        if "bulletin" in view:
            bulletin: Bulletin = view["bulletin"]
            cases = self._cases_of(bulletin)
            return self._of_list(bulletin.id, cases, bulletin.fields.published)
        if "term" in view:
            return self._of_list(view["term"].address, view["term"].cases)
        if page.template in ("cases.html", "bulletins.html"):
            return _latest(self._days.values())
        return _day_of(page)

    def _of_list(self, key: str, cases: Sequence[Case], *more: date) -> date | None:
        if key not in self._lists:  # all pages of a list have the same date
            self._lists[key] = _latest((*map(self._days.get, cases), *more))
        return self._lists[key]


def _day_of(page: SitePage) -> date | None:
    """The date a text was last published, updated, corrected or withdrawn; None if unknown.

    Where the site's own publication is not known, the day of the bulletin is taken.
    """
    content, article = page.content, page.article
    if isinstance(content, Case) and content.is_withdrawn and content.fields.withdrawn:
        return content.fields.withdrawn.date
    if article is None:
        time = content.fields.site_published if isinstance(content, Page) else None
        return time.date() if time else None
    bulletin = article.bulletin.published if article.bulletin else None
    published = article.published.date() if article.published else bulletin
    return _latest((published, article.modified))


def _latest(days: Iterable[date | None]) -> date | None:
    return max(filter(None, days), default=None)


def _text(root: str, item: str, urls: Iterable[_Url]) -> bytes:
    lines = [
        f"<{item}><loc>{escape(address)}</loc>"
        + (f"<lastmod>{day.isoformat()}</lastmod>" if day else "")
        + f"</{item}>"
        for address, day in urls
    ]
    return "\n".join([f'{_HEAD}<{root} xmlns="{_NAMESPACE}">', *lines, f"</{root}>\n"]).encode()
