"""The tree of a page, in which the tags that HTML lets authors leave out are closed.

The parser of Python nests each unclosed `<p>` and `<li>` in the one before.
"""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from bs4.builder import ParserRejectedMarkup
from bs4.element import Tag

from casebook.importer.readers.source import Refusal, UnreadableError


def parsed(markup: str) -> BeautifulSoup:
    """The tree of a page whose markup was split; raises UnreadableError (BROKEN)."""
    try:
        return _Tree(markup, "html.parser")
    except (ParserRejectedMarkup, AssertionError, ValueError) as error:
        raise UnreadableError(Refusal.BROKEN) from error


def names(text: str) -> frozenset[str]:
    """The names in a text, separated by spaces."""
    return frozenset(text.split())


_CELL = names("table td th caption html button object foreignobject")
_PARAGRAPH_ENDS = names(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul"
)
_LISTS = _CELL | {"ol", "ul", "menu", "dir", "section", "article"}
_TABLE = frozenset(["table", "html"])
_CLOSED = {
    "li": (("li",), _LISTS),
    "dt": (("dt", "dd"), _CELL | {"dl"}),
    "dd": (("dt", "dd"), _CELL | {"dl"}),
    "tr": (("td", "th", "tr", "caption"), _TABLE),
    "td": (("td", "th", "caption"), _TABLE),
    "th": (("td", "th", "caption"), _TABLE),
    "tbody": (("td", "th", "tr", "thead", "tbody", "caption"), _TABLE),
    "tfoot": (("td", "th", "tr", "thead", "tbody", "caption"), _TABLE),
    "option": (("option",), frozenset(["select"])),
    "a": (("a",), _CELL),
    "rt": (("rt", "rp", "rb"), frozenset(["ruby"])),
    "rp": (("rt", "rp", "rb"), frozenset(["ruby"])),
    "rb": (("rt", "rp", "rb"), frozenset(["ruby"])),
}
"""What the beginning of an element closes, and the elements out of which it closes nothing."""
_FARTHEST = 50
"""Elements around it in which one is looked for that it closes."""


class _Tree(BeautifulSoup):
    def handle_starttag(self, name: str, *arguments: Any, **options: Any) -> Tag | None:
        """Adds an element, after the elements that its beginning closes."""
        if name in _PARAGRAPH_ENDS and self.open_tag_counter.get("p"):
            self._close(("p",), _CELL)
        if name in _CLOSED:
            self._close(*_CLOSED[name])
        return super().handle_starttag(name, *arguments, **options)

    def _close(self, closed: tuple[str, ...], limit: frozenset[str]) -> None:
        if not any(self.open_tag_counter.get(name) for name in closed):
            return
        around: Tag | None = self.currentTag
        outermost = ""
        for _ in range(_FARTHEST):
            if around is None or (around.name in limit and around.name not in closed):
                break
            if around.name in closed:
                outermost = around.name
                if len(closed) == 1:
                    break
            around = around.parent
        for _ in range(len(closed) if outermost else 0):
            tag: Tag | None = self.currentTag
            while tag is not None and tag.name not in closed:
                tag = tag.parent
            if tag is None:
                break
            self.handle_endtag(tag.name)
            if tag.name == outermost:
                break
