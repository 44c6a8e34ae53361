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

LINKED = {"https", "mailto", "tel"}
"""The schemes that a link may have."""
SHOWN: set[str] = set()
"""The schemes that an image may have: none, for a page asks nothing of other sites."""


class _SafeAddresses(Treeprocessor):
    """Takes away addresses that could run code, and images of other sites."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, allowed in (("href", LINKED), ("src", SHOWN)):
                address = element.get(name)
                if address is not None and not _is_one_of(allowed, address):
                    del element.attrib[name]


def _is_one_of(schemes: set[str], address: str) -> bool:
    """Whether an address is relative, or of one of these schemes."""
    # Entities are still to come, and browsers skip white space and control characters in a scheme.
    plain = unescape(address.replace(AMP_SUBSTITUTE, "&"))
    bare = "".join(character for character in plain if character > " ")
    try:
        parts = urlsplit(bare)
    except ValueError:
        return False
    return parts.scheme in schemes or not (parts.scheme or parts.netloc)


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
