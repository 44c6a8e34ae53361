"""HTML: the lines of a bulletin saved from WeChat or from a news site."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import Comment, Doctype, NavigableString, Tag

from casebook.importer.line import Line, tidy

_PAGE_PARTS = (
    "script, style, noscript, template, nav, footer, aside, form, button, iframe, svg, select, "
    "audio, video, [hidden], [role=navigation], [role=search]"
)
_TEXTS = ("#js_content", "[itemprop=articleBody]", "article", "main", "#content", ".content")
"""Selectors of the text of an article, the most specific first; else the whole page is used."""
_BLOCKS = HTMLTreeBuilder.DEFAULT_BLOCK_ELEMENTS.union(
    ["body", "br", "center", "tbody", "td", "th", "thead", "tr"]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BOLD = frozenset(["b", "strong"]) | _HEADINGS
_LEAST = 200
"""Minimum characters of the element with the text."""
_HINTS = {
    "title": ("#activity-name", "meta[property='og:title']", "meta[name=ArticleTitle]", "h1"),
    "source": ("#js_name", "meta[name=ContentSource]"),
    "date": (
        "#publish_time",
        "meta[name=PubDate]",
        "meta[name=publishdate]",
        "meta[property='article:published_time']",
        "time[datetime]",
    ),
    "url": ("link[rel=canonical]", "meta[property='og:url']"),
}


def lines_of(source: str) -> tuple[list[Line], dict[str, str]]:
    """The lines of the text of a page, and its hints; never raises."""
    page = BeautifulSoup(source, "html.parser")
    hints = {name: hint for name, places in _HINTS.items() if (hint := _first(page, places))}
    for element in page.select(_PAGE_PARTS):
        element.decompose()
    found = (page.select_one(place) for place in _TEXTS)
    text = next((one for one in found if one and len(one.get_text(strip=True)) >= _LEAST), page)
    return list(_lines(text)), hints


def _first(page: BeautifulSoup, places: tuple[str, ...]) -> str:
    """The text of the first selector that has any; empty if none has."""
    for place in places:
        if element := page.select_one(place):
            value = element.get("content") or element.get("datetime") or element.get("href")
            if words := tidy(str(value or element.get_text())):
                return words
    return ""


def _lines(root: Tag) -> Iterator[Line]:
    """The paragraphs of an element, separated by block boundaries and line breaks."""
    words: list[str] = []
    bold: list[bool] = []
    for piece, is_bold in _pieces(root):
        if piece is not None:
            words.append(piece)
            bold.append(is_bold or not piece.strip())
        elif text := tidy("".join(words)):
            yield Line(text, all(bold))
            words, bold = [], []
        else:
            words, bold = [], []


def _pieces(root: Tag) -> Iterator[tuple[str | None, bool]]:
    """The texts of an element and whether they are bold; None at the end of a paragraph.

    Not recursive, because the nesting depth of saved pages is unbounded.
    """
    stack: list[tuple[Tag | NavigableString | None, bool, int]] = [(root, False, 0)]
    while stack:
        node, is_bold, number = stack.pop()
        if node is None:
            yield None, False
        elif isinstance(node, Tag):
            is_block = node.name in _BLOCKS
            if is_block:
                yield None, False
                stack.append((None, False, 0))
            if number:
                yield f"{number}.", True
            inner = is_bold or node.name in _BOLD
            children = [
                child for child in node.children if isinstance(child, Tag | NavigableString)
            ]
            numbers = _numbers(node, children)
            stack.extend((child, inner, numbers.get(id(child), 0)) for child in reversed(children))
        elif not isinstance(node, Comment | Doctype):
            yield str(node).replace("\n", " "), is_bold
    yield None, False


def _numbers(node: Tag, children: list[Tag | NavigableString]) -> dict[int, int]:
    """The numbers of the items of an ordered list, by the id of the element object."""
    items = [child for child in children if isinstance(child, Tag) and child.name == "li"]
    if node.name != "ol":
        return {}
    start = str(node.get("start", "1"))
    first = int(start) if start.isdecimal() else 1
    return {id(item): number for number, item in enumerate(items, first)}
