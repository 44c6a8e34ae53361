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
from casebook.content.web_address import flaw_of
from casebook.texts import problems as texts


class ElementKind(Enum):
    """The kinds of elements that have rules."""

    HTML = auto()
    LINK = auto()
    IMAGE = auto()
    MALFORMED = auto()
    """Text that looks like a link or image."""
    HEADING = auto()
    """A heading of the first level."""


@dataclass(frozen=True, slots=True)
class Element:
    """Raw HTML, a link, an image or a heading, with its position in the body."""

    kind: ElementKind
    offset: int
    """The number of characters before it in the body."""
    target: str
    """The URL, or the HTML itself."""
    text: str = ""
    """The alternative text of an image."""


_TEXT = re.compile(r"^(?! {0,3}#{1,6}(?:[ \t]|$)).*\w", re.MULTILINE)
"""A line with a letter, a digit or a Chinese character that is no heading."""
_LONE_SIGN = re.compile("#(?<!##)(?!#)")
_LOOKS_LIKE_HTML = re.compile(r"<[A-Za-z/!?][^>\n]*>?")
_LOOKS_LIKE_LINK = re.compile(r"\[[^\[\]\n]*\]\([^)\n]*\)?")


def bodies_valid(library: Library, today: date) -> Iterator[Problem]:
    """A case has a text below its headings, and the elements of a body follow their rules."""
    for content in library.contents:
        document = content.document
        if _needs_text(content) and not _TEXT.search(document.body):
            yield document.body_problem("body-empty", 0)
    for content in (*library.contents, *library.partial):
        yield from islice(_of_elements(content), MAX_PROBLEMS)


MAX_PROBLEMS = 1000
"""Maximum of problems reported per body; more come from pasting something that is no text."""


def _of_elements(content: Content) -> Iterator[Problem]:
    document = content.document
    for element in elements(document.body):
        for rule in ELEMENT_RULES:
            for code, found in rule(element):
                yield problem_of(document, element, code, **found)


def problem_of(document: Document, element: Element, code: str, **found: object) -> Problem:
    """The problem `code` of an element, at its position in the file."""
    before = document.body[: element.offset]
    column = element.offset - before.rfind("\n")
    return document.body_problem(code, before.count("\n"), column, **found)


def _needs_text(content: Content) -> bool:
    """Whether a body is required; pages with generated lists and withdrawn cases need none."""
    return not isinstance(content, Page | SearchPage | CorrectionsPage) and not (
        isinstance(content, Case) and content.is_withdrawn
    )


ElementFinding = tuple[str, dict[str, object]]
ElementRule = Callable[[Element], Iterator[ElementFinding]]


def no_html(element: Element) -> Iterator[ElementFinding]:
    """Bodies are Markdown and contain no raw HTML, including comments."""
    if element.kind is ElementKind.HTML:
        yield "raw-html", {"found": element.target}


def link_targets_valid(element: Element) -> Iterator[ElementFinding]:
    """A link is a relative path within the site, or an external https, mailto or tel URL."""
    if element.kind not in (ElementKind.LINK, ElementKind.IMAGE, ElementKind.MALFORMED):
        return
    found: dict[str, object] = {"found": unquote(element.target)}
    flaws = texts.table("ADDRESS_FLAWS")
    try:
        parts = urlsplit(element.target)
    except ValueError:
        parts = urlsplit("")
    is_image = element.kind is ElementKind.IMAGE
    if element.kind is ElementKind.MALFORMED or not any(parts):
        yield "link-malformed", {**found, "detail": texts.UNREADABLE_LINK}
    elif is_image and (parts.scheme or parts.netloc):
        yield "image-foreign", found
    elif parts.scheme == "https":
        if kind := flaw_of(element.target):
            detail = flaws[kind] if parts.netloc else texts.UNREADABLE_LINK
            yield "link-malformed", {**found, "detail": detail}
    elif parts.scheme not in ("", "mailto", "tel") or parts.path.startswith("www."):
        yield "link-scheme", found
    elif parts.netloc or parts.path.startswith("/"):
        yield "link-absolute", found


def images_described(element: Element) -> Iterator[ElementFinding]:
    """Every image has an alternative text."""
    if element.kind is ElementKind.IMAGE and not element.text.strip():
        yield "image-alt", {"found": unquote(element.target)}


def headings_below_title(element: Element) -> Iterator[ElementFinding]:
    """Headings of bodies begin at the second level; the first is the page's title."""
    if element.kind is ElementKind.HEADING:
        yield "heading-level", {}


def elements(body: str) -> Iterator[Element]:
    """The raw HTML, links, images and first-level headings of a Markdown text, in order.

    Text that only looks like HTML or like a link counts too: its author meant one.
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
            if at < end:  # beyond its block is the definition of a reference
                start = at + 1
            yield Element(kind, at, target, text)


def _may_hold_elements(body: str) -> bool:
    """Whether a body may contain elements; for most bodies this avoids parsing."""
    return "<" in body or "[" in body or _LONE_SIGN.search(body) is not None


Part = tuple[ElementKind, str, str]


def _parts(token: Token) -> Iterator[Part]:
    """The elements of a block: kind, URL or HTML, alternative text."""
    if token.type == "heading_open" and token.tag == "h1":
        yield ElementKind.HEADING, "", ""
    for child in token.children or ():
        if child.type == "link_open":
            yield ElementKind.LINK, str(child.attrs.get("href", "")), ""
        elif child.type == "image":
            yield ElementKind.IMAGE, str(child.attrs.get("src", "")), child.content
        elif child.type == "text":
            yield from _lookalikes(child.content)


def _lookalikes(text: str) -> Iterator[Part]:
    for match in _LOOKS_LIKE_HTML.finditer(text):
        yield ElementKind.HTML, match[0], ""
    for match in _LOOKS_LIKE_LINK.finditer(text):
        yield ElementKind.MALFORMED, match[0], ""


def _find(body: str, kind: ElementKind, target: str, start: int) -> int:
    """The offset of the URL or HTML, searched from `start` on, then before, or else `start`."""
    openings = ("](", "](<", "<", "]: ") if kind in (ElementKind.LINK, ElementKind.IMAGE) else ("",)
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
    link_targets_valid,
    images_described,
    headings_below_title,
)
OF_LIBRARY = (bodies_valid,)
