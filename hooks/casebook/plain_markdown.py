"""Markdown without HTML: raw HTML is no part of the site's own grammar.

The checks read CommonMark and the site writes Python-Markdown; where the two differ, a body that
passed could still hold a tag. Here it is shown as the text it is; the sanitiser sees to the rest.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension


class PlainMarkdown(Extension):
    """The extension that mkdocs.yml names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Takes raw HTML out of the grammar."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def makeExtension(**settings: object) -> PlainMarkdown:  # noqa: N802
    """What Python-Markdown calls to get the extension."""
    return PlainMarkdown(**settings)
