"""Rules on links and images in texts, which need the planned site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import unquote

from casebook.checks.bodies import MAX_PROBLEMS, Element, ElementKind, elements, problem_of
from casebook.content.contents import Content
from casebook.content.headings import heading_ids
from casebook.content.library import Library
from casebook.content.problem import Problem, suggestion
from casebook.content.similarity import similar
from casebook.pages.page import SitePage, address_of
from casebook.pages.routes import RouteKind, RouteTable
from casebook.pages.site import Site
from casebook.pages.text_links import may_have_links, relative_parts, target_of


def links_resolve(library: Library, site: Site, routes: RouteTable) -> Iterator[Problem]:
    """A link in a text resolves to a page or file of the site, its fragment to an id of the page.

    An image is a file of the site; a published text does not link to a draft.
    """
    rules = _LinkChecker(library, {page.address: page for page in site.pages}, routes)
    for content in library.contents:
        if may_have_links(content.document.body):
            yield from islice(rules.problems(content), MAX_PROBLEMS)


@dataclass(slots=True)
class _LinkChecker:
    """Resolves the links of texts; memoizes the heading ids of target pages."""

    library: Library
    pages: dict[str, SitePage]
    """By address."""
    routes: RouteTable
    _ids: dict[str, set[str]] = field(default_factory=dict)

    def problems(self, content: Content) -> Iterator[Problem]:
        for element in elements(content.document.body):
            parts = relative_parts(element)
            if parts is None:
                continue
            uri = target_of(content.uri, unquote(parts.path)) if parts.path else content.uri
            if code := self._flaw(content, element, uri, unquote(parts.fragment)):
                found = unquote(element.target)
                near = self._nearest(content.uri, uri) if code.endswith("-dead") else ""
                yield problem_of(content.document, element, code, found=found, nearest=near)

    def _flaw(self, content: Content, element: Element, uri: str, fragment: str) -> str | None:
        """The problem code of a link to a source file; None if it resolves."""
        drafts, page = self.library.drafts, None
        if element.kind is ElementKind.IMAGE:
            return None if uri in self.library.files else "image-dead"
        if uri.endswith(".md"):
            page = self.pages.get(address_of(uri))
        if uri in drafts and content.uri not in drafts:
            return "link-draft"
        if page is None:
            is_draft = content.uri in drafts
            return None if self._is_published(uri, is_draft) else "link-dead"
        return None if not fragment or fragment in self._ids_of(page) else "link-place"

    def _is_published(self, uri: str, is_draft: bool) -> bool:
        """Whether a file other than a page is published; unreadable files count as pages.

        A file beside a draft will be, if the draft shows it.
        """
        if uri.endswith(".md"):
            return uri in self.library.files or bool(self.library.broken)
        route = self.routes.of(uri)
        is_route = route is not None and route.kind in (RouteKind.OUTPUT, RouteKind.COPY)
        return is_route or (is_draft and uri in self.library.files)

    def _ids_of(self, page: SitePage) -> set[str]:
        if page.address not in self._ids:
            self._ids[page.address] = set().union(*(heading_ids(one.text) for one in page.texts))
        return self._ids[page.address]

    def _nearest(self, home: str, uri: str) -> str:
        """The suggestion of files of the same name, for a message."""
        here, name = posixpath.dirname(home) or ".", posixpath.basename(uri)
        near = (file for file in self.library.files if posixpath.basename(file) == name)
        options = (posixpath.relpath(file, here) for file in near)
        bare = {option.replace("../", ""): option for option in options}
        wanted = posixpath.relpath(uri, here).replace("../", "")
        return suggestion([bare[one] for one in similar(wanted, bare)])
