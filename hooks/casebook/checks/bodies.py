"""Rules on the Markdown of bodies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from itertools import accumulate, islice
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from casebook.content.contents import Case, Content, CorrectionsPage, Page, SearchPage
from casebook.content.front_matter import Document
from casebook.content.library import Library
from casebook.content.markdown import parse
from casebook.content.problem import Problem


class Kind(Enum):
    """What of a body the rules look at."""

    HTML = auto()
    LINK = auto()
    IMAGE = auto()
    MALFORMED = auto()
    """Something meant to be a link or image."""
    HEADING = auto()
    """A heading of the first level."""


@dataclass(frozen=True, slots=True)
class Element:
    """Raw HTML, a link or an image, and where it stands in its body."""

    kind: Kind
    offset: int
    """Characters of the body before it."""
    target: str
    """The address, or the HTML itself."""
    text: str = ""
    """An image's description."""


_LONE_SIGN = re.compile("#(?<!##)(?!#)")
_LOOKS_LIKE_HTML = re.compile(r"<[A-Za-z/!?][^>\n]*>?")
_LOOKS_LIKE_LINK = re.compile(r"\[[^\[\]\n]*\]\([^)\n]*\)?")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:[0-9]+)?")


def bodies_hold(library: Library, today: date) -> Iterator[Problem]:
    """A case has a text, and every element of a body keeps the rules for elements."""
    for content in library.contents:
        document = content.document
        if not document.body.strip() and _needs_text(content):
            yield document.body_problem("body-empty", 0)
        yield from islice(_of_elements(content), MOST)


MOST = 1000
"""Problems of one body; whoever has more has pasted something that is no text."""


def _of_elements(content: Content) -> Iterator[Problem]:
    document = content.document
    for element in elements(document.body):
        for rule in ELEMENT_RULES:
            for code, found in rule(element):
                yield problem_of(document, element, code, **found)


def problem_of(document: Document, element: Element, code: str, **found: object) -> Problem:
    """The problem `code` of an element, at its place in the file."""
    before = document.body[: element.offset]
    column = element.offset - before.rfind("\n")
    return document.body_problem(code, before.count("\n"), column, **found)


def _needs_text(content: Content) -> bool:
    """Pages with lists of their own need none, and the text of a withdrawn case may be gone."""
    return not isinstance(content, Page | SearchPage | CorrectionsPage) and not (
        isinstance(content, Case) and content.is_withdrawn
    )


Finding = tuple[str, dict[str, object]]
ElementRule = Callable[[Element], Iterator[Finding]]


def no_html(element: Element) -> Iterator[Finding]:
    """Bodies are Markdown and hold no raw HTML, comments among it."""
    if element.kind is Kind.HTML:
        yield "raw-html", {"found": element.target}


def addresses_hold(element: Element) -> Iterator[Finding]:
    """A link leads into the site by a relative path, or outside by https, mail or phone."""
    if element.kind not in (Kind.LINK, Kind.IMAGE, Kind.MALFORMED):
        return
    found: dict[str, object] = {"found": unquote(element.target)}
    try:
        parts = urlsplit(element.target)
    except ValueError:
        parts = urlsplit("")
    is_image = element.kind is Kind.IMAGE
    if element.kind is Kind.MALFORMED or not any(parts):
        yield "link-malformed", found
    elif is_image and (parts.scheme or parts.netloc):
        yield "image-foreign", found
    elif parts.scheme == "https":
        if not _HOST.fullmatch(unquote(parts.netloc)):
            yield "link-malformed", found
    elif parts.scheme not in ("", "mailto", "tel") or parts.path.startswith("www."):
        yield "link-scheme", found
    elif parts.netloc or parts.path.startswith("/"):
        yield "link-absolute", found


def images_described(element: Element) -> Iterator[Finding]:
    """Every image says in words what it shows."""
    if element.kind is Kind.IMAGE and not element.text.strip():
        yield "image-alt", {"found": unquote(element.target)}


def headings_below_title(element: Element) -> Iterator[Finding]:
    """The first level of headings is the page's title; bodies begin at the second."""
    if element.kind is Kind.HEADING:
        yield "heading-level", {}


def elements(body: str) -> Iterator[Element]:
    """The raw HTML, links and images of a Markdown text, in its order.

    What only looks like HTML or like a link counts too: who wrote it meant one.
    """
    if not _may_hold_elements(body):
        return
    starts = [0, *accumulate(len(line) + 1 for line in body.split("\n"))]
    start, end = 0, len(body)
    for token in parse(body):
        if token.map:
            start, end = max(start, starts[token.map[0]]), starts[token.map[1]]
        for kind, target, text in _parts(token):
            at = _find(body, kind, target, start)
            if at < end:  # beyond its block stands the definition of a reference
                start = at + 1
            yield Element(kind, at, target, text)


def _may_hold_elements(body: str) -> bool:
    """Whether a body is worth parsing; plain searches tell of most that they are not."""
    return "<" in body or "[" in body or _LONE_SIGN.search(body) is not None


Part = tuple[Kind, str, str]


def _parts(token: Token) -> Iterator[Part]:
    """What of a block the rules look at: kind, address or HTML, description."""
    if token.type == "heading_open" and token.tag == "h1":
        yield Kind.HEADING, "", ""
    for child in token.children or ():
        if child.type == "link_open":
            yield Kind.LINK, str(child.attrs.get("href", "")), ""
        elif child.type == "image":
            yield Kind.IMAGE, str(child.attrs.get("src", "")), child.content
        elif child.type == "text":
            yield from _lookalikes(child.content)


def _lookalikes(text: str) -> Iterator[Part]:
    for match in _LOOKS_LIKE_HTML.finditer(text):
        yield Kind.HTML, match[0], ""
    for match in _LOOKS_LIKE_LINK.finditer(text):
        yield Kind.MALFORMED, match[0], ""


def _find(body: str, kind: Kind, target: str, start: int) -> int:
    """Where the address or HTML stands from `start` on, or before it, or else `start`."""
    openings = ("](", "](<", "<", "]: ") if kind in (Kind.LINK, Kind.IMAGE) else ("",)
    for written in filter(None, (target, unquote(target))):
        for begin in (start, 0):
            places = (body.find(opening + written, begin) + len(opening) for opening in openings)
            found = [
                place
                for place, opening in zip(places, openings, strict=True)
                if place >= begin + len(opening)
            ]
            if found:
                return min(found)
        if (place := body.find(written, start)) >= 0:
            return place
    return start


ELEMENT_RULES: tuple[ElementRule, ...] = (
    no_html,
    addresses_hold,
    images_described,
    headings_below_title,
)
OF_LIBRARY = (bodies_hold,)
