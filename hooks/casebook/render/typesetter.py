"""The typesetter: sets the Markdown of a page as HTML, its links leading where the pages stand."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from casebook.pages.page import Passage
from casebook.render.markdown_steps import HeadingIds, PlainTexts
from casebook.render.relative_urls import ROOT
from casebook.render.sanitizer import sanitized


class Typesetter:
    """Sets one text after the other; building a Markdown parser takes longer than a page."""

    def __init__(self, parser: Markdown, addresses: Mapping[str, str]) -> None:
        """`addresses` says where each file of the tree of sources stands below the site."""
        self.addresses = addresses
        self._parser = parser
        self._ways = _Ways(parser, addresses)
        self._shared: dict[Passage, Markup] = {}
        steps = parser.treeprocessors
        steps.register(PlainTexts(parser), "plain-texts", PlainTexts.PRIORITY)
        if "toc" in steps:
            steps.register(HeadingIds(parser), "toc", HeadingIds.PRIORITY)
        steps.register(self._ways, "ways", 0)  # last, when links are as they will be

    def set(self, text: str, uri: str) -> Markup:
        """A text of the file `uri` as HTML that is safe to publish."""
        if not text.strip():
            return Markup()
        self._ways.folder = posixpath.dirname(uri)
        return Markup(sanitized(self._parser.reset().convert(text)))

    @staticmethod
    def may_lead_on(text: str) -> bool:
        """Whether a text can have links or pictures, whose addresses other files decide."""
        return "](" in text or "]:" in text

    def set_once(self, passage: Passage) -> Markup:
        """A text that many pages share, set for the first of them."""
        if passage not in self._shared:
            self._shared[passage] = self.set(passage.text, passage.uri)
        return self._shared[passage]


class _Ways(Treeprocessor):
    """Makes a path to a file of sources the address at which that file stands."""

    def __init__(self, parser: Markdown, addresses: Mapping[str, str]) -> None:
        super().__init__(parser)
        self._addresses = addresses
        self.folder = ""

    def run(self, root: Element) -> None:
        for name, tag in (("href", "a"), ("src", "img")):
            for element in root.iter(tag):
                element.set(name, self._way(element.get(name, "")))

    def _way(self, target: str) -> str:
        try:
            parts = urlsplit(target)
        except ValueError:
            return target
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return target
        path = posixpath.normpath(posixpath.join(self.folder, unquote(parts.path)))
        found = self._addresses.get(path)
        return target if found is None else ROOT + urlunsplit(parts._replace(path=quote(found)))


def typesetter(
    extensions: list[Any], settings: Mapping[str, Any], addresses: Mapping[str, str]
) -> Typesetter:
    """A typesetter whose Markdown has these extensions."""
    return Typesetter(Markdown(extensions=extensions, extension_configs=dict(settings)), addresses)
