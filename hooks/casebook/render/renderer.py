"""The renderer: from a SitePage to its HTML file."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from jinja2 import Environment

from casebook.pages.page import NOT_FOUND_PAGE, File, SitePage
from casebook.render.external_links import mark_external_links
from casebook.render.linked_data import linked_data
from casebook.render.markdown_renderer import MarkdownRenderer
from casebook.render.relative_urls import path_to_root, resolve_root
from casebook.render.site_settings import SiteSettings
from casebook.render.templates import SiteContext

Frame = tuple[str, int]
"""A file name and a line number in it."""


class RenderError(Exception):
    """A page cannot be rendered: the error message, its stack frames, and the page's source.

    Unlike a traceback, it can be pickled and sent to another process.
    """

    def __init__(self, error: str, frames: tuple[Frame, ...], page: str = "") -> None:
        super().__init__(error, frames, page)
        self.error = error
        self.frames = frames
        """The frames from the outermost call to the one that raised."""
        self.page = page

    @classmethod
    def of(cls, error: BaseException, page: str = "") -> RenderError:
        """The error of a page from the exception that its template raised."""
        frames = traceback.extract_tb(error.__traceback__)
        places = tuple((frame.filename, frame.lineno or 1) for frame in frames)
        return cls(str(error) or type(error).__name__, places, page)


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders the pages of one site; the same page always gives the same bytes."""

    env: Environment
    markdown: MarkdownRenderer
    site_context: SiteContext
    settings: SiteSettings

    def render_page(self, page: SitePage) -> File:
        """The file of a page. Raises RenderError if its template fails."""
        to_root = path_to_root(page.address)

        def absolute(address: str) -> str:
            return self.site_context.site_config.absolute(address) or to_root + address

        values = {
            "site_page": page,
            "content": self._content(page),
            "edit_url": self.settings.edit_url(page),
            "column": self.settings.column_of(page.address),
            "absolute": absolute,
            "linked_data": linked_data(page, absolute, self.site_context.organisation.name),
            **page.view,
        }
        html = self._html(page.template, values, page.uri)
        return page.file, resolve_root(html, to_root).encode()

    def not_found_page(self) -> File:
        """The file of the page for unknown addresses, which is served at any depth.

        Raises RenderError if its template fails.
        """
        html = self._html(NOT_FOUND_PAGE, {}, NOT_FOUND_PAGE)
        return NOT_FOUND_PAGE, resolve_root(html, self.site_context.site_config.folder).encode()

    def _html(self, template: str, values: Mapping[str, object], source: str) -> str:
        try:
            html = self.env.get_template(template).render(values)
        except Exception as error:  # a template may call anything
            raise RenderError.of(error, source) from error
        return mark_external_links(html, urlsplit(self.site_context.site_config.address).hostname)

    def _content(self, page: SitePage) -> str:
        text = self.markdown.render(page.body, page.uri)
        return text + self.markdown.render_shared(page.shared) if page.shared else text
