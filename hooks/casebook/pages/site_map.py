"""The site map for readers (网站地图): every column, group, charge, place, date and stage."""

from __future__ import annotations

from collections.abc import Iterable

from casebook.content.contents import Bulletin
from casebook.content.library import Library
from casebook.pages.page import ABOUT, HOME, SITE_MAP, Column, SitePage
from casebook.pages.sections import section
from casebook.pages.taxonomy import Term
from casebook.texts import pages as texts


def site_map(
    taxonomies: Iterable[Term], bulletins: Iterable[Bulletin], pages: Iterable[SitePage]
) -> SitePage:
    """The page that names every column and every list; the rest stands in those."""
    return SitePage(
        address=SITE_MAP.address,
        template="site_map.html",
        title=SITE_MAP.title,
        summary=texts.SITE_MAP_SUMMARY,
        trail=(HOME,),
        column=Column(texts.SITE_COLUMN),
        view={
            "taxonomies": tuple(taxonomies),
            "bulletins": tuple(bulletins),
            "written": tuple(pages),
        },
    )


def corrections_address(library: Library) -> str | None:
    """Where the site says what to do about a mistake; None where it has no page about itself."""
    for page in library.pages:
        if page.uri == ABOUT:
            has_section = bool(section(page.document.body, texts.CORRECTIONS))
            return f"about/#{texts.CORRECTIONS}" if has_section else "about/"
    return None
