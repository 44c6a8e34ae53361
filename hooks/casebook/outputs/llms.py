"""llms.txt (llmstxt.org): an overview of the site with links, for language models.

It is Markdown: a title, a quoted description, notes, then lists of links under headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from casebook.config.site_config import SiteConfig
from casebook.outputs.context import BuildContext, output_route
from casebook.outputs.feed import xml_text
from casebook.outputs.sitemap import is_indexed
from casebook.pages.page import BULLETINS, HOME, File, SitePage
from casebook.schema.endpoints import RESOURCES
from casebook.texts import pages as texts

ADDRESS = "llms.txt"

NEWEST = 20
"""The number of bulletins it links; the list of all bulletins is one of the main pages."""

_MARKUP = re.compile(r"([\\`*_\[\]<>])")

ROUTES = (output_route(ADDRESS, "text/plain", is_lasting=True),)


def files(context: BuildContext) -> Iterator[File]:
    """The file, with absolute links if the URL of the site is configured."""
    site_config, site = context.site_config, context.site
    pages = {page.address: page for page in site.pages if is_indexed(page)}
    main = (page for page in pages.values() if _is_main(page))
    bulletins = (pages[f"cases/{one.id}/"] for one in site.bulletins[:NEWEST])
    sections = (
        (texts.LLMS_PAGES, _pages(main, site_config)),
        (texts.OFFENCES, _pages((pages[one.address] for one in site.offences), site_config)),
        (texts.LLMS_BULLETINS, _pages(bulletins, site_config)),
        (texts.LLMS_DATA, _data(site_config)),
    )
    blocks = [
        f"# {_plain(site_config.name or texts.CASES)}",
        *([f"> {_plain(site_config.description)}"] if site_config.description else []),
        "\n".join(f"- {note}" for note in texts.sequence("LLMS_NOTES")),
    ]
    for heading, found in sections:
        if links := "\n".join(found):
            blocks += [f"## {heading}", links]
    yield ADDRESS, ("\n\n".join(blocks) + "\n").encode()


def _is_main(page: SitePage) -> bool:
    return page.breadcrumbs == (HOME,) or page.address == BULLETINS.address


def _pages(pages: Iterable[SitePage], site_config: SiteConfig) -> Iterator[str]:
    for page in pages:
        yield _link(page.title, page.address, site_config, page.summary)


def _data(site_config: SiteConfig) -> Iterator[str]:
    resources = {one.address: one.title for one in RESOURCES}
    found = {**texts.table("DATA_TABLES"), **resources, **texts.table("DATA_FEEDS")}
    for address, title in found.items():
        if "{" not in address:  # not the files of single cases
            yield _link(title, address, site_config)


def _link(title: str, address: str, site_config: SiteConfig, more: str = "") -> str:
    path = quote(address)
    link = f"- [{_plain(title)}]({site_config.absolute(path) or path})"
    return f"{link}: {_plain(more)}" if more else link


def _plain(text: str) -> str:
    """A text on one line with its markup escaped."""
    return _MARKUP.sub(r"\\\1", " ".join(xml_text(text).split()))
