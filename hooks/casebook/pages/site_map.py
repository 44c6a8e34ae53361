"""The site map for readers (网站地图): every column, group, charge, place, date and stage."""

from __future__ import annotations

from collections.abc import Iterable

from casebook.content.library import Bulletin
from casebook.pages import texts
from casebook.pages.page import HOME, SITE_MAP, Column, SitePage
from casebook.pages.taxonomy import Term


def site_map(
    taxonomies: Iterable[Term], bulletins: Iterable[Bulletin], pages: Iterable[SitePage]
) -> SitePage:
    """The page that leads to all others but single cases, which stand in the lists it names."""
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
