"""The sanitiser: reduces HTML to the elements, attributes and URLs that Markdown produces.

It runs last and does not rely on the checks, the Markdown parser or its extensions.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import nh3

_TAGS = {
    *("h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code"),
    *("ul", "ol", "li", "strong", "em", "a", "img"),
    *("div", "table", "thead", "tbody", "tr", "th", "td"),
}
_ANY = {"id"}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "li": {"value"},
    "div": {"aria-label"},
    "th": {"align"},
    "td": {"align"},
    **{f"h{level}": _ANY for level in range(2, 7)},
}
_VALUES = {"div": {"role": {"region"}, "tabindex": {"0"}}}
"""The only values allowed for the attributes of a table's region."""
_SCHEMES = {"https", "mailto", "tel"}
"""The allowed URL schemes of links: none that executes code, none without encryption."""


def sanitized(html: str) -> str:
    """The HTML without any element, attribute or URL that is not on the lists.

    Links are relative or have an allowed scheme; images come from the site.
    """
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags={"script", "style", "iframe", "object", "svg", "math", "template"},
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        attribute_filter=_attribute,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def _attribute(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute; None for malformed or scheme-relative URLs, and foreign images."""
    if attribute not in ("href", "src"):
        return value
    bare = "".join(character for character in value if character > " ").replace("\\", "/")
    if bare.startswith("//"):
        return None
    try:
        parts = urlsplit(bare)
    except ValueError:
        return None
    return None if attribute == "src" and parts.scheme else value
