"""Rules on the Markdown of bodies."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from casebook.content.library import Case, Content, Library, Page
from casebook.content.problem import Problem, nearest


class Kind(Enum):
    """What of a body the rules look at."""

    HTML = auto()
    LINK = auto()
    IMAGE = auto()


@dataclass(frozen=True, slots=True)
class Element:
    """Raw HTML, a link or an image; `line` counts from 0 at the first line of the body."""

    kind: Kind
    line: int
    target: str
    """The address, or the HTML itself."""
    text: str = ""
    """An image's description."""


_MARKDOWN = MarkdownIt("commonmark").enable("table")
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # judged below, not dropped
_GENERATED = ("cities/", "dates/", "cases/index.md", "offences/index.md")
"""Pages that casebook makes; the site generator looks after links to them."""


def bodies_hold(library: Library, today: date) -> Iterator[Problem]:
    """A case has a text, and every element of a body keeps the rules for elements."""
    for content in library.contents:
        document = content.document
        if not document.body.strip() and _needs_text(content):
            yield document.body_problem("body-empty", 0)
        for element in elements(document.body):
            for rule in ELEMENT_RULES:
                for code, found in rule(library, content.uri, element):
                    lines = document.body.split("\n")
                    column = _column(lines[element.line], element)
                    yield document.body_problem(code, element.line, column, **found)


def _needs_text(content: Content) -> bool:
    """Home and index pages may be all list, and the text of a withdrawn case may be gone."""
    return not isinstance(content, Page) and not (
        isinstance(content, Case) and content.is_withdrawn
    )


Finding = tuple[str, dict[str, object]]
ElementRule = Callable[[Library, str, Element], Iterator[Finding]]


def no_html(library: Library, uri: str, element: Element) -> Iterator[Finding]:
    """Bodies are Markdown and hold no raw HTML, comments among it."""
    if element.kind is Kind.HTML:
        yield "raw-html", {"found": element.target}


def addresses_hold(library: Library, uri: str, element: Element) -> Iterator[Finding]:
    """A link leads to a file of the site by a relative path, or outside by https, mail or phone."""
    if element.kind is Kind.HTML:
        return
    found: dict[str, object] = {"found": unquote(element.target)}
    try:
        parts = urlsplit(element.target)
    except ValueError:
        yield "link-malformed", found
        return
    if element.kind is Kind.IMAGE and (parts.scheme or parts.netloc):
        yield "image-foreign", found
    elif parts.scheme:
        is_address = parts.scheme == "https" and "." in parts.netloc
        if not is_address and parts.scheme not in ("mailto", "tel"):
            yield "link-scheme", found
    elif parts.netloc or parts.path.startswith("/"):
        yield "link-absolute", found
    elif parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(parts.path)))
        if target not in library.files and not target.startswith(_GENERATED):
            name = posixpath.basename(target)
            near = [file for file in library.files if posixpath.basename(file) == name]
            here = posixpath.dirname(uri) or "."
            hint = nearest(
                posixpath.relpath(target, here), (posixpath.relpath(file, here) for file in near)
            )
            yield "link-dead", {**found, "nearest": hint}
        elif target in library.drafts and uri not in library.drafts:
            yield "link-draft", found


def images_described(library: Library, uri: str, element: Element) -> Iterator[Finding]:
    """Every image says in words what it shows."""
    if element.kind is Kind.IMAGE and not element.text.strip():
        yield "image-alt", {"found": unquote(element.target)}


def elements(body: str) -> Iterator[Element]:
    """The raw HTML, links and images of a Markdown text, in its order."""
    line = 0
    for token in _MARKDOWN.parse(body):
        line = token.map[0] if token.map else line
        if token.type == "html_block":
            yield Element(Kind.HTML, line, token.content.strip().split("\n")[0])
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif element := _element(child, line):
                yield element


def _element(token: Token, line: int) -> Element | None:
    if token.type == "html_inline":
        return Element(Kind.HTML, line, token.content)
    if token.type == "link_open":
        return Element(Kind.LINK, line, str(token.attrs.get("href", "")))
    if token.type == "image":
        return Element(Kind.IMAGE, line, str(token.attrs.get("src", "")), token.content)
    return None


def _column(line: str, element: Element) -> int:
    """The column at which an element's address or HTML stands in its line, or 1."""
    for written in (element.target, unquote(element.target)):
        if written and written in line:
            return line.index(written) + 1
    return 1


ELEMENT_RULES: tuple[ElementRule, ...] = (no_html, addresses_hold, images_described)
CHECKS = (bodies_hold,)
