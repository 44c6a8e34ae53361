"""Links in Markdown texts: from a path to its source file, and to the address of that."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from casebook.checks.bodies import ElementKind, elements
from casebook.pages.page import SitePage, address_of
from casebook.pages.routes import RouteTable


def target_of(uri: str, path: str) -> str:
    """The uri of the source file that a path relative to the file `uri` points to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), path))


@dataclass(frozen=True, slots=True)
class SourceAddresses:
    """The addresses at which the source files of a site are published."""

    pages: frozenset[str]
    """The addresses of all pages."""
    routes: RouteTable

    def of(self, uri: str) -> str | None:
        """The address of a source file below the site; None if it is not published.

        Generated pages count as sources, too: `statistics/index.md`.
        """
        if uri.endswith(".md"):
            address = address_of(uri)
            return address if address in self.pages else None
        return uri if self.routes.of(uri) else None


def may_have_links(text: str) -> bool:
    """Whether a Markdown text may contain links or images, which depend on other files."""
    return "](" in text or "]:" in text


def pictures_of(pages: Iterable[SitePage]) -> set[str]:
    """The uris of the images in the texts of the given pages."""
    return {
        target_of(text.uri, unquote(element.target))
        for text in {text for page in pages for text in page.texts}
        if "![" in text.text  # most have no image, and need not be parsed
        for element in elements(text.text)
        if element.kind is ElementKind.IMAGE
    }
