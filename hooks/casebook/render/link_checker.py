"""Links between texts: that they lead to pages and places which only the whole site knows.

That a file is there is checked with the content; here are the pages that casebook makes, and the
places in pages, which have their ids from the headings as they are set.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from casebook.checks.bodies import Element, Kind, elements, problem_of
from casebook.content.files import is_generated
from casebook.content.problem import Problem
from casebook.pages.page import SitePage
from casebook.render.markdown import MarkdownRenderer, may_have_links

_ID = re.compile(r' id="([^"]+)"')


def dead_links(pages: Iterable[SitePage], markdown: MarkdownRenderer) -> Iterator[Problem]:
    """A link in a text leads to a page of the site, and to a place which that page has."""
    by_uri = {page.uri: page for page in pages}
    for page in by_uri.values():
        if page.content is None or not may_have_links(page.body):
            continue
        document = page.content.document
        for element in elements(document.body):
            if code := _flaw(page, element, by_uri, markdown):
                found = unquote(element.target)
                yield problem_of(document, element, code, found=found, nearest="")


def pictures_of(pages: Iterable[SitePage]) -> set[str]:
    """The uris of the pictures in the texts of pages; drafts and withdrawn texts have none here."""
    return {
        _uri(text.uri, unquote(element.target))
        for text in {text for page in pages for text in page.texts}
        if "![" in text.text  # most have no picture, and need no second reading
        for element in elements(text.text)
        if element.kind is Kind.IMAGE
    }


def _uri(home: str, path: str) -> str:
    """The file that a path in another file means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(home), path))


def _flaw(
    page: SitePage, element: Element, by_uri: dict[str, SitePage], markdown: MarkdownRenderer
) -> str | None:
    try:
        parts = urlsplit(element.target)
    except ValueError:
        return None  # malformed, which the checks say
    if element.kind is not Kind.LINK or parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    uri = _uri(page.uri, path) if path else page.uri
    target = by_uri.get(uri)
    if target is None:
        return "link-dead" if is_generated(uri) else None
    is_there = not parts.fragment or unquote(parts.fragment) in _ids(target, markdown)
    return None if is_there else "link-place"


def _ids(page: SitePage, markdown: MarkdownRenderer) -> set[str]:
    return {
        found for text in page.texts for found in _ID.findall(markdown.render(text.text, text.uri))
    }
