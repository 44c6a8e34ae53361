"""Links in texts: which source file a path means, and where that is published."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from casebook.checks.bodies import ElementKind, elements
from casebook.pages.page import SitePage, address_of
from casebook.pages.routes import RouteTable


def target_of(uri: str, path: str) -> str:
    """The uri of the source file that a path in the file `uri` means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), path))


@dataclass(frozen=True, slots=True)
class SourceAddresses:
    """Where the sources of a site are published."""

    pages: frozenset[str]
    """The addresses of all pages."""
    routes: RouteTable

    def of(self, uri: str) -> str | None:
        """The address of a source file below the site; None where it is not published.

        A generated page has a source, too, as if somebody had written it: `statistics/index.md`.
        """
        if uri.endswith(".md"):
            address = address_of(uri)
            return address if address in self.pages else None
        return uri if self.routes.of(uri) else None


def may_have_links(text: str) -> bool:
    """Whether a Markdown text can have links or pictures, whose addresses other files decide."""
    return "](" in text or "]:" in text


def pictures_of(pages: Iterable[SitePage]) -> set[str]:
    """The uris of the pictures in the texts of pages; drafts and withdrawn texts have none here."""
    return {
        target_of(text.uri, unquote(element.target))
        for text in {text for page in pages for text in page.texts}
        if "![" in text.text  # most have no picture, and need not be parsed
        for element in elements(text.text)
        if element.kind is ElementKind.IMAGE
    }
