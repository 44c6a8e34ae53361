"""The sanitiser: what is left of a text's HTML is what Markdown writes, whatever it was made from.

It comes last and trusts nothing before it: not the checks, not the Markdown, not an extension.
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
"""What the region of a table has; no other value comes through."""
_SCHEMES = {"https", "mailto", "tel"}
"""What a link may begin with; nothing else runs, and nothing goes out in the clear."""


def sanitized(html: str) -> str:
    """The HTML without any element, attribute or address that Markdown's own texts do not need.

    Links lead below the site, or by a scheme of the list elsewhere; images come from the site.
    """
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags={"script", "style", "iframe", "object", "svg", "math", "template"},
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        attribute_filter=_own,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def _own(tag: str, attribute: str, value: str) -> str | None:
    """An attribute, unless it fetches from another host or means one without saying the scheme."""
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
