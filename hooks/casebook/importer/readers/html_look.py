"""Look: whether and how the text in an element of a page is seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bs4.element import Tag

from casebook.importer.document import Unseen
from casebook.importer.readers.html_declarations import is_absent, is_struck, is_tiny
from casebook.importer.readers.html_styles import classes_of


@dataclass(frozen=True, slots=True)
class Look:
    """How the text in an element is seen."""

    unseen: Unseen | None = None
    """Why the element and all in it is not read."""
    is_invisible: bool = False
    """Whether it is, until an element in it is visible again."""
    is_tiny: bool = False
    """Whether it is, until an element in it has a size of its own."""
    is_bold: bool = False
    keeps_lines: bool = False
    """Whether a line feed ends a line."""
    is_link: bool = False
    is_label: bool = False
    """Whether it is the number that a word processor wrote before an item."""

    @property
    def reason(self) -> Unseen | None:
        """Why its text is not read; None if it is."""
        return self.unseen or (Unseen.HIDDEN if self.is_invisible or self.is_tiny else None)


def look_in(tag: Tag, style: Mapping[str, str], around: Look) -> Look:
    """The look in an element with a style, within another."""
    if around.unseen:
        return around
    shown = _as_scripts_show(tag, style)
    if reason := _reason(tag, shown):
        return replace(around, unseen=reason)
    look = around
    if visibility := shown.get("visibility"):
        look = replace(look, is_invisible=visibility in ("hidden", "collapse"))
    if (tiny := is_tiny(shown)) is not None:
        look = replace(look, is_tiny=tiny)
    if (bold := _is_bold(tag, shown)) is not None:
        look = replace(look, is_bold=bold)
    if (kept := _keeps_lines(tag, shown)) is not None:
        look = replace(look, keeps_lines=kept)
    if shown.get("mso-list") == "ignore":
        look = replace(look, is_label=True)
    if tag.name == "a" and tag.has_attr("href"):
        look = replace(look, is_link=True)
    return look


HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
"""The elements of headings."""
_BOLD = frozenset(["b", "strong", "th"]) | HEADINGS
_STRUCK = frozenset(["del", "s", "strike"])
_COMMENTS = frozenset(["comment", "comment-list"])
_COMMENT_CLASSES = frozenset(["MsoCommentReference", "msocomanchor", "msocomtxt"])


def is_tracked(tag: Tag) -> bool:
    """Whether an element is an insertion or a deletion that a word processor tracked."""
    if not {"msoIns", "msoDel"}.isdisjoint(classes_of(tag)):
        return True
    return tag.name in ("ins", "del") and (tag.has_attr("datetime") or tag.has_attr("cite"))


def _as_scripts_show(tag: Tag, style: Mapping[str, str]) -> Mapping[str, str]:
    """The style after the scripts of a page, which show what it hides until they run.

    So WeChat hides the article, and some sites all of the page.
    """
    is_article = tag.get("id") == "js_content" or "rich_media_content" in classes_of(tag)
    if not is_article and tag.name not in ("html", "body"):
        return style
    hiding = ("visibility", "opacity") if is_article else ("visibility", "opacity", "display")
    return {name: value for name, value in style.items() if name not in hiding}


def _reason(tag: Tag, style: Mapping[str, str]) -> Unseen | None:
    if is_absent(style) or _is_closed(tag, style):
        return Unseen.HIDDEN
    if style.get("mso-element") in _COMMENTS or not _COMMENT_CLASSES.isdisjoint(classes_of(tag)):
        return Unseen.COMMENT
    if is_tracked(tag) and (tag.name == "del" or "msoDel" in classes_of(tag)):
        return Unseen.DELETED
    struck = is_struck(style)
    is_marked = struck is None and tag.name in _STRUCK
    return Unseen.STRUCK if struck or is_marked else None


def is_bullet(style: Mapping[str, str]) -> bool:
    """Whether the text in an element is letters that a font of signs draws as a bullet."""
    return style.get("mso-list") == "ignore" and bool(
        re.search("wingdings|webdings|symbol", style.get("font-family", ""))
    )


def _is_closed(tag: Tag, style: Mapping[str, str]) -> bool:
    """Whether an attribute or a closed element around it hides an element."""
    if tag.has_attr("hidden") and "display" not in style:
        return True
    if tag.name == "dialog":
        return not tag.has_attr("open")
    around = tag.parent
    is_folded = around is not None and around.name == "details" and not around.has_attr("open")
    return tag.name in ("template", "datalist") or (is_folded and tag.name != "summary")


def _is_bold(tag: Tag, style: Mapping[str, str]) -> bool | None:
    weight = style.get("font-weight", "")
    if weight in ("bold", "bolder") or re.fullmatch(r"[6-9]\d\d|1000", weight):
        return True
    if weight in ("normal", "lighter") or re.fullmatch(r"[1-5]\d\d", weight):
        return False
    return True if tag.name in _BOLD else None


def _keeps_lines(tag: Tag, style: Mapping[str, str]) -> bool | None:
    space = style.get("white-space", "")
    if space:
        return space.startswith("pre") or space == "break-spaces"
    return True if tag.name in ("pre", "textarea", "listing", "xmp") else None
