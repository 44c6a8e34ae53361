"""The press: makes of a page of the site the file that readers get."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jinja2 import Environment

from casebook.pages.page import File, SitePage
from casebook.pages.taxonomy import Key
from casebook.render.linked_data import linked_data
from casebook.render.markdown import MarkdownRenderer
from casebook.render.relative_urls import path_to_root, resolve_root
from casebook.render.templates import SiteContext

NOT_FOUND_PAGE = "404.html"
"""The page for addresses that lead nowhere, and the template that draws it."""


class RenderError(Exception):
    """A template failed; `page` is the source of the page it drew, `trace` says where it failed."""

    def __init__(self, page: str, trace: str) -> None:
        super().__init__(page, trace)
        self.page = page
        self.trace = trace


EditUrl = Callable[[SitePage], str | None]
"""Says where the source of a page can be edited, if anywhere."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Prints the pages of one site; the same page always gives the same text."""

    env: Environment
    """The templates, equipped with what they all use."""
    markdown: MarkdownRenderer
    site_context: SiteContext
    edit_url: EditUrl = field(default=lambda page: None)
    origin: Callable[[], bytes] = field(default=lambda: b"")
    """Says the digest of what all pages are made from: templates, program, configuration."""

    def render_page(self, page: SitePage) -> File:
        """The file of a page; PrintingError if it cannot be drawn."""
        way = path_to_root(page.address)

        def absolute(address: str) -> str:
            return self.site_context.site_config.absolute(address) or way + address

        values = {
            "site_page": page,
            "content": self._content(page),
            "edit_url": self.edit_url(page),
            "column": self._column(page.address),
            "absolute": absolute,
            "linked_data": linked_data(page, absolute, self.site_context.organisation.name),
            **page.view,
        }
        drawn = self._drawn(page.template, values, page.uri)
        return page.file, resolve_root(drawn, way).encode()

    def not_found_page(self) -> File:
        """The file of the page for dead links, which any depth of the site can show."""
        drawn = self._drawn(NOT_FOUND_PAGE, {}, NOT_FOUND_PAGE)
        return NOT_FOUND_PAGE, resolve_root(drawn, self.site_context.site_config.folder).encode()

    def _drawn(self, template: str, values: Mapping[str, object], source: str) -> str:
        try:
            return self.env.get_template(template).render(values)
        except Exception as error:  # whatever a template calls may raise
            raise RenderError(source, traceback.format_exc()) from error

    def _content(self, page: SitePage) -> str:
        text = self.markdown.render(page.body, page.uri)
        return text + self.markdown.render_shared(page.shared) if page.shared else text

    def _column(self, address: str) -> Key | None:
        """The column a page stands in; none but the home page stands in that of the home page."""
        around = (
            key
            for key in self.site_context.nav
            if address == key.address or (key.address and address.startswith(key.address))
        )
        return max(around, key=lambda key: len(key.address), default=None)
