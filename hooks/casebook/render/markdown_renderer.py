"""The Markdown renderer: Markdown to sanitised HTML, with links to source files resolved."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from casebook.content.headings import set_ids
from casebook.content.markdown import PARSER, parse
from casebook.pages.page import Passage
from casebook.pages.text_links import SourceAddresses
from casebook.render.relative_urls import ROOT
from casebook.render.sanitizer import sanitized
from casebook.texts import pages as texts


class MarkdownRenderer:
    """Renders the Markdown texts of one site."""

    def __init__(self, addresses: SourceAddresses) -> None:
        self.addresses = addresses
        self._html = _Html()
        self._shared: dict[Passage, Markup] = {}

    def render(self, text: str, uri: str) -> Markup:
        """The HTML of a text of the file `uri`."""
        if not text.strip():
            return Markup()
        tokens = parse(text)
        set_ids(tokens)
        for token in _with_children(tokens):
            self._prepare(token, posixpath.dirname(uri))
        return Markup(sanitized(self._html.render(tokens, PARSER.options, {})).strip())

    def render_shared(self, passage: Passage) -> Markup:
        """The HTML of a text that many pages share, rendered once."""
        if passage not in self._shared:
            self._shared[passage] = self.render(passage.text, passage.uri)
        return self._shared[passage]

    def _prepare(self, token: Token, folder: str) -> None:
        """Resolves the links of a token, and replaces its style attribute by `align`."""
        for name in ("href", "src"):
            if name in token.attrs:
                token.attrs[name] = self._address(str(token.attrs[name]), folder)
        if style := token.attrs.pop("style", None):
            token.attrs["align"] = str(style).removeprefix("text-align:")

    def _address(self, target: str, folder: str) -> str:
        """The address of the page or image at a path relative to `folder`, marked with ROOT.

        Absolute URLs, fragments and paths of files that are not published are returned unchanged.
        """
        try:
            parts = urlsplit(target)
        except ValueError:
            return target
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return target
        path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        found = self.addresses.of(path)
        return target if found is None else ROOT + urlunsplit(parts._replace(path=quote(found)))


def _with_children(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _with_children(token.children or ())


class _Html(RendererHTML):
    """The library's renderer, with tables in scrollable regions, and with escapes."""

    def text_special(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """An escaped character or an entity."""
        return escapeHtml(tokens[idx].content)

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The start of a table, in a region that can be focused and scrolled with the keyboard."""
        env["tables"] = env.get("tables", 0) + 1
        label = escapeHtml(texts.TABLE.format(number=env["tables"]))
        return f'<div role="region" aria-label="{label}" tabindex="0">\n<table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The end of a table and its region."""
        return "</table>\n</div>\n"

    def renderInlineAsText(self, tokens: Sequence[Token] | None, options: Any, env: Any) -> str:  # noqa: N802
        """The alternative text of an image."""
        return "".join(
            self.renderInlineAsText(token.children, options, env)
            if token.type == "image"
            else " "
            if token.type in ("softbreak", "hardbreak")
            else token.content
            for token in tokens or ()
        )
