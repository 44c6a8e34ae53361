"""Links in Markdown texts: from a path to its source file, and to the address of that."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from casebook.checks.bodies import Element, ElementKind, elements
from casebook.content.files import IMAGES
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


def relative_parts(element: Element) -> SplitResult | None:
    """The parts of the relative address of a link or image; None for others."""
    if element.kind not in (ElementKind.LINK, ElementKind.IMAGE):
        return None
    try:
        parts = urlsplit(element.target)
    except ValueError:
        return None
    is_other = parts.scheme or parts.netloc or parts.path.startswith(("/", "www."))
    return None if is_other or not (parts.path or parts.fragment) else parts


def linked_files(pages: Iterable[SitePage]) -> set[str]:
    """The uris of the files that the texts of the given pages show or link to.

    Links to pages are among them where a text has an image or the ending of a picture, too.
    """
    return {
        target_of(text.uri, unquote(parts.path))
        for text in {text for page in pages for text in page.texts}
        if _MAY_LINK_PICTURE.search(text.text)  # most do not, and need not be parsed
        for element in elements(text.text)
        if (parts := relative_parts(element))
    }


_MAY_LINK_PICTURE = re.compile("|".join(map(re.escape, ("![", *IMAGES))), re.IGNORECASE)
