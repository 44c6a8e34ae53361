"""The site map for readers (网站地图): every column, group, charge, place, date and stage."""

from __future__ import annotations

from collections.abc import Iterable

from casebook.content.contents import Bulletin
from casebook.content.library import Library
from casebook.pages.page import ABOUT, HOME, SITE_MAP, ColumnMeta, SitePage
from casebook.pages.sections import section
from casebook.pages.taxonomy import Term
from casebook.texts import pages as texts


def site_map(
    taxonomies: Iterable[Term], bulletins: Iterable[Bulletin], pages: Iterable[SitePage]
) -> SitePage:
    """The page with links to every column and every list."""
    return SitePage(
        address=SITE_MAP.address,
        template="site_map.html",
        title=SITE_MAP.title,
        summary=texts.SITE_MAP_SUMMARY,
        breadcrumbs=(HOME,),
        column=ColumnMeta(texts.SITE_COLUMN),
        view={
            "taxonomies": tuple(taxonomies),
            "bulletins": tuple(bulletins),
            "written": tuple(pages),
        },
    )


def corrections_address(library: Library) -> str | None:
    """The address of the instructions for reporting errors; None without a page about.md."""
    for page in library.pages:
        if page.uri == ABOUT:
            has_section = bool(section(page.document.body, texts.CORRECTIONS))
            return f"about/#{texts.CORRECTIONS}" if has_section else "about/"
    return None
