"""Markdown without HTML: what the checks refuse cannot become live in a page either.

The checks read CommonMark and the site writes Python-Markdown; where the two differ, a body that
passed could still hold a script. So the site's own Markdown knows no raw HTML, which is shown as
the text it is, and keeps no address that could run code.
"""

from __future__ import annotations

from html import unescape
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

LAST = -10
"""The priority that comes after Python-Markdown has undone its own escapes, which has 0."""

ALLOWED_SCHEMES = {"", "https", "mailto", "tel"}


class _SafeAddresses(Treeprocessor):
    """Takes away every address that is neither relative nor of an allowed scheme."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                address = element.get(name)
                if address is not None and not _is_safe(address):
                    del element.attrib[name]


def _is_safe(address: str) -> bool:
    # Entities are still to come, and browsers skip white space and control characters in a scheme.
    plain = unescape(address.replace(AMP_SUBSTITUTE, "&"))
    bare = "".join(character for character in plain if character > " ")
    try:
        return urlsplit(bare).scheme.lower() in ALLOWED_SCHEMES
    except ValueError:
        return False


class PlainMarkdown(Extension):
    """The extension that mkdocs.yml names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Takes raw HTML out of the grammar and looks over the addresses."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_SafeAddresses(md), "safe_addresses", LAST)


def makeExtension(**settings: object) -> PlainMarkdown:  # noqa: N802
    """What Python-Markdown calls to get the extension."""
    return PlainMarkdown(**settings)
