"""The sitemap for search engines (sitemaps.org): every page they may show, and when it changed.

A sitemap holds whole addresses only, so a site that nobody told where it stands has none. A day
of change is said only where the content knows it: the day of a file says nothing.
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
"""Where it stands, or the index of its parts."""

MOST = 50_000
"""Addresses that one file may hold."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

_Entry = tuple[str, date | None]
"""A whole address as it is sent, in ASCII alone, and when what stands there changed."""

ROUTES = (
    output_route(ADDRESS, "application/xml", Caching.MINUTES),
    output_route("sitemap-*.xml", "application/xml", Caching.MINUTES),
)


def files(context: BuildContext, most: int = MOST) -> Iterator[File]:
    """The sitemap; of more pages than `most` its parts, and an index of them."""
    root = context.site_config.absolute("")
    if root is None:
        return
    changes = _Changes(context.site.pages, context.library)
    entries = [
        (root + quote(page.address), changes.of(page))
        for page in context.site.pages
        if is_indexed(page)
    ]
    if len(entries) <= most:
        yield ADDRESS, _text("urlset", "url", entries)
        return
    parts: list[_Entry] = []
    for number, start in enumerate(range(0, len(entries), most), 1):
        part, address = entries[start : start + most], f"sitemap-{number}.xml"
        yield address, _text("urlset", "url", part)
        parts.append((root + address, _latest(day for _, day in part)))
    yield ADDRESS, _text("sitemapindex", "sitemap", parts)


def is_indexed(page: SitePage) -> bool:
    """Whether a search engine may show a page: not what was withdrawn, nor a former address."""
    return page.canonical is None and page.template != "withdrawn.html"


class _Changes:
    """Knows when pages changed; a list changes with every case in it, for it says how many."""

    def __init__(self, pages: Iterable[SitePage], library: Library) -> None:
        self._cases_of = library.cases_of
        self._days: dict[Case, date] = {
            page.content: day
            for page in pages
            if isinstance(page.content, Case) and (day := _day_of(page))
        }
        self._lists: dict[str, date | None] = {}

    def of(self, page: SitePage) -> date | None:
        """When a page changed; None where its content does not say."""
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
        if key not in self._lists:  # all pages of a list ask for the same
            self._lists[key] = _latest((*map(self._days.get, cases), *more))
        return self._lists[key]


def _day_of(page: SitePage) -> date | None:
    """When a text changed: published, later corrected or led on, or withdrawn."""
    content, article = page.content, page.article
    if isinstance(content, Case) and content.is_withdrawn and content.fields.withdrawn:
        return content.fields.withdrawn.date
    if article is not None:
        return _latest((article.published, article.modified))
    return content.fields.published if isinstance(content, Page) else None


def _latest(days: Iterable[date | None]) -> date | None:
    return max(filter(None, days), default=None)


def _text(root: str, item: str, entries: Iterable[_Entry]) -> bytes:
    lines = [
        f"<{item}><loc>{escape(address)}</loc>"
        + (f"<lastmod>{day.isoformat()}</lastmod>" if day else "")
        + f"</{item}>"
        for address, day in entries
    ]
    return "\n".join([f'{_HEAD}<{root} xmlns="{_NAMESPACE}">', *lines, f"</{root}>\n"]).encode()
