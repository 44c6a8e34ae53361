"""Lines: the printed lines of a page with the elements that they are in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from casebook.importer.document import Role, Unseen, characters, tidy
from casebook.importer.readers.html_lists import Numbers
from casebook.importer.readers.html_look import (
    HEADINGS,
    Look,
    is_bullet,
    is_tracked,
    look_in,
)
from casebook.importer.readers.html_styles import StyleSheets
from casebook.importer.readers.html_tables import Table
from casebook.importer.readers.html_tree import names
from casebook.importer.readers.source import Limits


@dataclass(slots=True)
class Line:
    """A line of a page."""

    text: str
    role: Role
    level: int
    """Of the heading that it is, from 1; else 0."""
    label_length: int
    is_bold: bool
    linked: int
    """Characters in links."""
    table: Table | None
    place: tuple[int, int]
    """The row and the column in the table."""
    source_line: str
    """What the page states as the line of its source; empty if nothing."""


@dataclass(slots=True)
class Span:
    """A block element and the lines in it: from `start` up to but not including `end`."""

    tag: Tag
    start: int
    end: int


@dataclass(slots=True)
class Lines:
    """What is seen of a page, in order."""

    lines: list[Line] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    """Block elements, each before those in it."""
    unseen: list[tuple[int, Unseen, int]] = field(default_factory=list)
    """The number of the line before which something is not seen, why, and its characters."""
    pictures: list[tuple[int, Tag]] = field(default_factory=list)
    """The number of the line at which a picture is."""
    is_revised: bool = False
    """Whether changes were tracked."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for the text in an element."""

    look: Look
    role: Role = Role.PARAGRAPH
    level: int = 0
    numbers: Numbers | None = None
    table: Table | None = None
    place: tuple[int, int] = (0, 0)
    source_line: str = ""


def lines_of(page: BeautifulSoup, sheets: StyleSheets, limits: Limits) -> Lines:
    """The lines of a page; of any depth, for it is not recursive."""
    return _Reader(sheets, limits).read(page)


_BLOCKS = names(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer foreignobject form h1 h2 h3 h4 h5 h6 header hgroup hr "
    "html legend li listing main menu nav ol optgroup option p pre search section summary "
    "table tbody td tfoot th thead tr ul xmp"
)
_NEVER = names(
    "applet area audio base canvas col colgroup defs desc embed iframe link meta metadata "
    "noembed noframes noscript param rp rt rtc script source style title track video "
    "annotation annotation-xml xml"
)
"""Elements whose text no browser shows, or only as an aid to pronunciation."""
_ROLES = {
    **dict.fromkeys(HEADINGS, Role.HEADING),
    "li": Role.LIST_ITEM,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
}
_INNER = frozenset([Role.PARAGRAPH, Role.CELL, Role.LIST_ITEM])
"""Roles that give way to the role of an element in them."""
_FOOTNOTES = frozenset(["footnote", "footnote-list", "endnote", "endnote-list"])
_BUTTONS = frozenset(["", "text", "search", "button", "submit", "reset"])
_BROKEN_LINE = re.compile(r"(?<=[^\x00-\x7f])[ \t]*\n\s*(?=[^\x00-\x7f])")
SOURCE_LINE = "data-source-line"
"""The attribute in which a page that was made of another text states the line of the text."""


_Waiting = tuple[Tag | NavigableString | Span, _Context]
"""What is to be read, or the end of an element."""


class _Reader:
    def __init__(self, sheets: StyleSheets, limits: Limits) -> None:
        self.sheets, self.limits = sheets, limits
        self.found = Lines()
        self.words: list[str] = []
        self.bold: list[bool] = []
        self.has_text = False
        self.linked = 0
        self.label = ""
        """The label of an item before its first text."""
        self.labels: list[str] = []
        """The label that was put before the first text."""
        self.context = _Context(Look())

    def read(self, page: BeautifulSoup) -> Lines:
        stack: list[_Waiting] = [(page, self.context)]
        while stack:
            node, context = stack.pop()
            if isinstance(node, Tag):
                stack.extend(reversed(self._enter(node, context)))
            elif isinstance(node, NavigableString):
                self._add(str(node), context)
            else:
                self._end_line()
                node.end = len(self.found.lines)
                if node.tag.name == "li":
                    self.label = ""
        self._end_line()
        return self.found

    def _enter(self, tag: Tag, around: _Context) -> list[_Waiting]:
        """What of an element is to be read, each with its context."""
        if tag.name in _NEVER or (tag.prefix or "").lower() in ("w", "m"):
            return []
        if around.look.unseen:
            return self._inside(tag, around)
        style = self.sheets.style_of(tag)
        look = look_in(tag, style, around.look)
        self.found.is_revised |= is_tracked(tag)
        if look.unseen:
            return self._inside(tag, replace(around, look=look))
        if is_bullet(style):
            return []
        if tag.name in ("img", "image", "input", "select"):
            return self._replaced(tag, look, around)
        if not _is_block(tag, style):
            return self._inside(tag, self._context(tag, style, look, around))
        self._end_line()
        span = Span(tag, len(self.found.lines), len(self.found.lines))
        self.found.spans.append(span)
        inside = self._context(tag, style, look, around)
        return [*self._inside(tag, inside), (span, around)]

    def _inside(self, tag: Tag, context: _Context) -> list[_Waiting]:
        """The elements and texts in an element, but for comments and declarations."""
        return [
            (child, context)
            for child in tag.children
            if isinstance(child, Tag)
            or (isinstance(child, NavigableString) and not isinstance(child, PreformattedString))
        ]

    def _context(
        self, tag: Tag, style: Mapping[str, str], look: Look, around: _Context
    ) -> _Context:
        role, level, numbers = around.role, around.level, around.numbers
        table, place = around.table, around.place
        if tag.name in ("ol", "ul", "menu", "dir"):
            numbers = Numbers.of(tag, style)
        elif tag.name == "li" and numbers and style.get("display", "list-item") == "list-item":
            self.label = f"{self.label} {numbers.label(tag, style)}".strip()
        elif tag.name == "table":
            table = Table(self.limits, is_layout=tag.get("role") in ("presentation", "none"))
            if around.table:
                around.table.is_layout = True
        elif tag.name == "tr" and table:
            table.begin_row()
        elif tag.name in ("td", "th") and table:
            place = table.begin_cell(tag)
        if style.get("mso-element") in _FOOTNOTES:
            role = Role.FOOTNOTE
        elif role in _INNER:
            role = _ROLES.get(tag.name, Role.PARAGRAPH if tag.name == "table" else role)
        if tag.name in HEADINGS:
            level = int(tag.name[1])
        line = str(tag.get(SOURCE_LINE, around.source_line))
        return _Context(look, role, level, numbers, table, place, line)

    def _replaced(self, tag: Tag, look: Look, around: _Context) -> list[_Waiting]:
        """The picture, or the text, that a browser shows for an element."""
        if tag.name in ("img", "image"):
            if not look.reason:
                self.found.pictures.append((len(self.found.lines), tag))
        elif tag.name == "input":
            if str(tag.get("type", "")).lower() in _BUTTONS:
                self._add(str(tag.get("value", "")), _Context(look))
        else:
            options = list(tag.find_all("option", limit=self.limits.rows))
            chosen = [one for one in options if one.has_attr("selected")] or options
            return [(child, _Context(look)) for child in chosen[:1]]
        return []

    def _add(self, text: str, context: _Context) -> None:
        if reason := context.look.reason:
            if count := characters([text]):
                self.found.unseen.append((len(self.found.lines), reason, count))
            return
        if context.look.keeps_lines and "\n" in text:
            for number, piece in enumerate(text.split("\n")):
                if number:
                    self._end_line()
                self._add(piece, context)
            return
        if not self.has_text:
            self.context, self.has_text = context, bool(tidy(text))
        if self.label and text.strip():
            self.words.append(self.label)
            self.labels.append(self.label)
            self.label = ""
        if context.look.is_label and len(self.labels) == len(self.words):
            self.labels.append(text)
        self.words.append(text)
        self.bold.append(context.look.is_bold or not text.strip())
        self.linked += len(text.strip()) if context.look.is_link else 0

    def _end_line(self) -> None:
        text = tidy(_BROKEN_LINE.sub("", "".join(self.words)))
        context = self.context
        label = tidy("".join(self.labels))
        length = len(label) + (text[len(label) : len(label) + 1] == " ") if label else 0
        if text:
            line = Line(
                text, context.role, context.level, length, all(self.bold), self.linked,
                context.table, context.place, context.source_line,
            )  # fmt: skip
            self.found.lines.append(line)
            if context.table and context.place[0]:
                context.table.add(context.place, len(text))
        self.words, self.bold, self.linked, self.labels = [], [], 0, []
        self.has_text = False


def _is_block(tag: Tag, style: Mapping[str, str]) -> bool:
    display = style.get("display", "")
    if tag.name in _BLOCKS:
        return display not in ("inline", "contents") or tag.name in ("br", "td", "th", "tr")
    return display in ("block", "flex", "grid", "list-item", "table", "table-row", "table-cell")
